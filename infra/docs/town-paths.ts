import type { ZodOpenApiPathsObject } from "zod-openapi";
import { meView } from "../../shared/http/me.ts";
import { townView } from "./town-schema.ts";

const json = (schema: typeof townView | typeof meView) => ({ content: { "application/json": { schema } } });
const refused = { $ref: "#/components/responses/Problem401" };

/** Paths that belong to no service. */
export const townPaths: ZodOpenApiPathsObject = {
  "/town": {
    get: {
      operationId: "readTown",
      summary:
        "本镇概况：科室、领域、窗口、村居、附件类型、各代码名称 / The town: offices, domains, windows, villages, file types, labels of all codes",
      security: [],
      responses: { "200": { description: "本镇概况 / The town", ...json(townView) } },
    },
  },
  "/me": {
    get: {
      operationId: "readMe",
      summary: "本人身份：角色、科室、可用接口 / Who one is: roles, office, what they open",
      responses: {
        "200": { description: "本人身份 / Who one is", ...json(meView) },
        "401": refused,
        "403": { $ref: "#/components/responses/Problem403" },
      },
    },
  },
};
