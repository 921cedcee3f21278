import * as z from "zod";
import { historyOf, list, type Route, readById } from "../../../shared/http/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { type Guide, guide } from "../domain/guide/guide.ts";
import { text } from "./views.ts";

const guideView = z.object({
  code: z.string(),
  itemCode: z.string(),
  name: text,
  category: z.enum(["licence", "public-service", "filing"]),
  domain: z.string(),
  legalBasis: z.string(),
  sourceDepartment: z.string(),
  office: z.string(),
  kind: z.enum(["immediate", "promised"]),
  statutoryWorkingDays: z.number().optional(),
  promisedWorkingDays: z.number(),
  feeFen: z.number(),
  visits: z.number(),
  materials: z.array(z.object({ name: z.string(), required: z.boolean(), shared: z.boolean() })),
  steps: z.array(z.object({ name: z.string(), kind: z.string() })),
  result: z.string(),
  validityMonths: z.number().optional(),
  jointDepartments: z.array(z.string()),
  proxyAllowed: z.boolean(),
  crossTown: z.boolean(),
  verified: z.enum(["yes", "memory"]),
  notice: text,
  guideVersion: z.number(),
  publishedOn: z.iso.date(),
});

const illustrative = {
  zh: "承诺时限、材料、环节、次数为示例，须由本镇法制人员确认",
  en: "Promised limits, materials, steps and visits are illustrative until the town's legal officer confirms them",
};

const view = ({ state: { content, version, publishedOn } }: Loaded<Guide>): z.input<typeof guideView> => ({
  ...content,
  materials: [...content.materials],
  steps: [...content.steps],
  jointDepartments: [...content.jointDepartments],
  notice: illustrative,
  guideVersion: version,
  publishedOn,
});

/** Service guides (L2, S-7): public. */
export const guideRoutes: readonly Route[] = [
  list("GET /permits/guides", {
    summary: { zh: "办事指南目录", en: "Service guides" },
    allow: "public",
    of: guide,
    query: {
      domain: z.string().max(40).optional(),
      category: z.enum(["licence", "public-service", "filing"]).optional(),
    },
    returns: guideView,
    find: ({ query }) =>
      query.domain === undefined
        ? { index: "byCode", partition: "guides" }
        : { index: "byDomain", partition: query.domain },
    keep: ({ state }, { query }) => query.category === undefined || state.content.category === query.category,
    view,
  }),
  readById("GET /permits/guides/{id}", {
    summary: { zh: "一项办事指南", en: "One guide" },
    allow: "public",
    of: guide,
    returns: guideView,
    view,
  }),
  historyOf("GET /permits/guides/{id}/history", {
    summary: { zh: "办事指南的历次版本", en: "All versions of a guide" },
    allow: "public",
    of: guide,
  }),
];
