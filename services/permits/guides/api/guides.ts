import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import {
  historyOf,
  linkSchema,
  list,
  type Problem,
  problem,
  type Route,
  read,
  readById,
  readContent,
  resource,
  type Viewing,
} from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded, Store } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { savedName } from "../../common/api/saved-name.ts";
import { text } from "../../common/api/schemas.ts";
import { differences } from "../domain/differences.ts";
import { flowOf } from "../domain/flow.ts";
import { type FormFile, formKey, type Guide, type GuideContent, guide } from "../domain/guide.ts";
import { drawFlow } from "./flow-svg.ts";
import { changeable, guideContent, offeredForms } from "./guide-content.ts";
import { leadsToPower } from "./leading.ts";

const guideView = guideContent.extend({
  version: z.number(),
  notice: text,
  guideVersion: z.number(),
  publishedOn: z.iso.date(),
});

const illustrative = {
  zh: "承诺时限、材料、环节、次数为示例，须由本镇法制人员确认",
  en: "Promised limits, materials, steps and visits are illustrative until the town's legal officer confirms them",
};

const mutable = ({ formFiles, ...content }: GuideContent): z.input<typeof guideContent> => ({
  ...content,
  ...(formFiles === undefined ? {} : { formFiles: [...formFiles] }),
  conditions: [...content.conditions],
  audience: [...content.audience],
  materials: [...content.materials],
  sampleForms: content.sampleForms.map(({ material, fields }) => ({ material, fields: [...fields] })),
  steps: [...content.steps],
  specialProcedures: [...content.specialProcedures],
  places: content.places.map((place) => ({ ...place, hours: [...place.hours] })),
  jointDepartments: [...content.jointDepartments],
});

const viewOf = ({ content, version: guideVersion, publishedOn }: Guide, version: number) => ({
  ...mutable(content),
  version,
  notice: illustrative,
  guideVersion,
  publishedOn,
});
const view = ({ state, version }: Loaded<Guide>): z.input<typeof guideView> => viewOf(state, version);

export const offeredView = guideView.extend({ formFiles: offeredForms.optional(), links: z.array(linkSchema) });

/** The guide with leave to fetch each of its forms, for minutes and for anybody: whoever reads the guide again gets it anew. */
export async function offerForms(loaded: Loaded<Guide>, viewing: Viewing): Promise<z.input<typeof offeredView>> {
  const { files } = viewing.runtime;
  const { formFiles = [], name } = loaded.state.content;
  const offered = async (form: FormFile | undefined, what: string) => {
    if (form === undefined) return undefined;
    const download = await files.downloadUrl(formKey(form.sha256), savedName(`${name.zh}-${what}`, form.type));
    return { ...form, download };
  };
  const forms = formFiles.map(async ({ material: of, blank, sample }) => ({
    material: of,
    ...present({ blank: await offered(blank, `${of}-空白表`), sample: await offered(sample, `${of}-示例样表`) }),
  }));
  const links = await guideRegister.links(loaded, viewing);
  return { ...view(loaded), formFiles: await Promise.all(forms), links };
}

/** Anybody reads a guide; these change it. */
export const guideChangers = ["approver", "leader", "ops"] as const;
export const guideRegister = resource({
  of: guide,
  at: "/permits/guides",
  staff: guideChangers,
  returns: guideView,
  view,
  links: ({ id }) => [leadsToPower(id)],
});

const versionNumber = z.coerce.number().int().min(1);

/** A guide as it was published in a version; without one, as it is now. */
async function guideAt(store: Store, id: string, version?: number): Promise<Loaded<Guide> | undefined> {
  const current = await store.load(guide, id);
  if (version === undefined || version === current?.state.version) return current;
  const events = await store.recorded(guide, id);
  const published = events.find(({ data }) => data.version === version);
  return published === undefined ? undefined : { id, version: published.sequence, state: published.data };
}

/** What was found, or 404. */
async function found<T>(
  { store }: Runtime,
  id: string | undefined,
  versions: readonly (number | undefined)[],
  make: (guides: readonly Loaded<Guide>[]) => T,
): Promise<T | Problem> {
  const guides: Loaded<Guide>[] = [];
  for (const version of versions) {
    const one = await guideAt(store, id ?? "", version);
    if (one === undefined) return problem(404, "resource.not-found");
    guides.push(one);
  }
  return make(guides);
}

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
    summary: { zh: "一项办事指南（可查历次版本）", en: "One guide, as it is or as it was in a version" },
    allow: "public",
    of: guide,
    query: z.strictObject({ version: versionNumber.optional() }),
    returns: offeredView,
    asOf: ({ id }, { version }, { store }) => guideAt(store, id, version),
    view: offerForms,
  }),
  historyOf("GET /permits/guides/{id}/history", {
    summary: { zh: "办事指南的历次版本", en: "All versions of a guide" },
    allow: "public",
    of: guide,
  }),
  read("GET /permits/guides/{id}/diff", {
    summary: { zh: "两个版本的差异", en: "What differs between two versions" },
    allow: "public",
    query: z.strictObject({ from: versionNumber, to: versionNumber }),
    returns: z.object({
      from: z.number(),
      to: z.number(),
      changes: z.array(
        z.object({
          path: z.string().meta({ description: "JSON pointer into the guide; of a list the entry's name" }),
          before: z.unknown().optional(),
          after: z.unknown().optional(),
        }),
      ),
    }),
    run: ({ params, query: { from, to } }, runtime) =>
      found(runtime, params.id, [from, to], ([one, other]) => ({
        from,
        to,
        changes: one === undefined || other === undefined ? [] : differences(one.state.content, other.state.content),
      })),
  }),
  readContent("GET /permits/guides/{id}/flow.svg", {
    summary: { zh: "办理流程图，按该事项的环节绘制", en: "The flow chart, drawn from the item's own steps" },
    allow: "public",
    produces: "image/svg+xml; charset=utf-8",
    query: z.strictObject({ version: versionNumber.optional() }),
    run: ({ params, query }, runtime) =>
      found(runtime, params.id, [query.version], ([one]) => ({
        content: one === undefined ? "" : drawFlow(flowOf(one.state.content), one.state),
      })),
  }),
  guideRegister.readActions({ zh: "本人对一项指南可办的事", en: "What its caller can do with a guide" }, guideChangers),
  guideRegister.step("revise", {
    summary: {
      zh: "修订办事指南并公布新版本（须完整，XK-30）",
      en: "Revise a guide and publish its next version; it must be complete (XK-30)",
    },
    allow: guideChangers,
    body: z.strictObject({
      changes: changeable.exactPartial().strict(),
      reason: lineOf(500, 2),
    }),
    tries: () => [{ changes: { limitNote: "示例" }, reason: "示例" }],
    run: ({ body }) => ({ type: "revise", ...body }),
  }),
];
