import type { ZodOpenApiPathsObject } from "zod-openapi";
import { meView } from "../../shared/http/me.ts";
import { roles } from "../../shared/town/roles.ts";
import { unmodified } from "./answers.ts";
import { townView } from "./town-schema.ts";

const json = (schema: typeof townView | typeof meView) => ({ content: { "application/json": { schema } } });
const malformed = { $ref: "#/components/responses/Problem400" };
const refused = { $ref: "#/components/responses/Problem401" };

/** The tag of what belongs to no service. */
export const townTag = { name: "town", description: "本镇 / The town" };
const tags = [townTag.name];
const parameters = [{ $ref: "#/components/parameters/AcceptLanguage" }];

/** Paths that belong to no service. */
export const townPaths: ZodOpenApiPathsObject = {
  "/town": {
    get: {
      operationId: "readTown",
      tags,
      parameters,
      description: "可办理：任何人 / Open to: anybody",
      summary:
        "本镇概况：科室、领域、窗口、村居、附件类型、各代码名称 / The town: offices, domains, windows, villages, file types, labels of all codes",
      security: [],
      "x-roles": "public",
      responses: {
        "200": { description: "本镇概况 / The town", ...json(townView) },
        "304": unmodified,
        "400": malformed,
      },
    },
  },
  "/me": {
    get: {
      operationId: "readMe",
      tags,
      parameters,
      description: "可办理：任何登录者 / Open to: anybody who has signed in",
      "x-roles": roles,
      summary: "本人身份：角色、科室、可用接口 / Who one is: roles, office, what they open",
      responses: {
        "200": { description: "本人身份 / Who one is", ...json(meView) },
        "400": malformed,
        "401": refused,
        "403": {
          description: "凭证属于另一个镇 / The token belongs to another town",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  },
};
