import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { savedName } from "../../../../shared/files/index.ts";
import {
  filedBefore,
  hasRole,
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
  rowOf,
  type Viewing,
  wholeNumber,
} from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded, Store } from "../../../../shared/store/index.ts";
import { domainCode, lineOf } from "../../../../shared/text/index.ts";
import { officialDepartment } from "../../../../shared/town/series.ts";
import { differences } from "../domain/differences.ts";
import { flowOf } from "../domain/flow.ts";
import { type FormFile, formKey, type Guide, type GuideContent, guide } from "../domain/guide.ts";
import { drawFlow } from "./flow-svg.ts";
import { changeable, guideContent, guideRow, guideView, offeredForms } from "./guide-content.ts";
import { leadsToPower } from "./leading.ts";

const illustrative = {
  zh: "承诺时限、材料、环节、次数为示例，须由本镇法制人员确认",
  en: "Promised limits, materials, steps and visits are illustrative until the town's legal officer confirms them",
};

/** The departments have the one name that papers bear. */
const officially = (content: GuideContent, town: Runtime["town"]): GuideContent => ({
  ...content,
  sourceDepartment: officialDepartment(content.sourceDepartment, town),
  jointDepartments: content.jointDepartments.map((name) => officialDepartment(name, town)),
  ...(content.entrustingDepartment === undefined
    ? {}
    : { entrustingDepartment: officialDepartment(content.entrustingDepartment, town) }),
});

const mutable = ({ formFiles, ...content }: GuideContent) => ({
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

const viewOf = (
  { content, version: guideVersion, publishedOn, proposal }: Guide,
  version: number,
  town: Runtime["town"],
) => ({
  ...mutable(officially(content, town)),
  version,
  notice: illustrative,
  guideVersion,
  publishedOn,
  ...(proposal === undefined
    ? {}
    : { revision: { number: proposal.number, on: proposal.on, outdated: proposal.onVersion !== guideVersion } }),
});
const view = ({ state, version }: Loaded<Guide>, { runtime }: { readonly runtime: Pick<Runtime, "town"> }) =>
  viewOf(state, version, runtime.town);

export const offeredView = guideView.extend({ formFiles: offeredForms.optional(), links: z.array(linkSchema) });

/** The guide with leave to fetch each of its forms, for minutes and for anybody: the person who reads the guide again gets it anew. */
export async function offerForms(loaded: Loaded<Guide>, viewing: Viewing) {
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
  return { ...view(loaded, viewing), formFiles: await Promise.all(forms), links };
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

const versionNumber = wholeNumber(z.int().min(1).max(1_000_000));

/** A guide as it was published in a version; without one, as it is now. */
async function guideAt(store: Store, id: string, version?: number): Promise<Loaded<Guide> | undefined> {
  const current = await store.load(guide, id);
  if (version === undefined || version === current?.state.version) return current;
  const events = await store.recorded(guide, id);
  for (const { type, data, sequence } of events) {
    if (type !== "permits.guide.published" || data.version !== version) continue;
    const { proposal: _carried, ...state } = data;
    return { id, version: sequence, state };
  }
  return undefined;
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

const revisionView = z.object({
  id: z.string(),
  version: z.int(),
  guideVersion: z.int(),
  revision: z
    .object({
      number: z.int(),
      onVersion: z.int(),
      outdated: z.boolean(),
      on: z.iso.date(),
      by: z.string(),
      reason: z.string(),
      changes: z.array(z.object({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })),
    })
    .optional(),
});

/** For staff: what would change, leaf by leaf. */
function viewRevision({ id, version, state }: Loaded<Guide>) {
  const { proposal, content, version: guideVersion } = state;
  if (proposal === undefined) return { id, version, guideVersion };
  const { number, onVersion, on, by, reason, changes } = proposal;
  const changed = differences(content, { ...content, ...changes });
  const outdated = onVersion !== guideVersion;
  return { id, version, guideVersion, revision: { number, onVersion, outdated, on, by, reason, changes: changed } };
}

/** A revision states in its changes what a rule blames of the guide. */
const inRevision = {
  ...filedBefore(guideContent, changeable),
  ...Object.fromEntries(Object.keys(changeable.shape).map((name) => [`/${name}`, `/changes/${name}`] as const)),
};
const publishing = z.strictObject({ revision: z.int().min(1).max(1_000_000) });

/** Service guides (L2, S-7): public. */
export const guideRoutes: readonly Route[] = [
  list("GET /permits/guides", {
    summary: { zh: "办事指南目录", en: "Service guides" },
    allow: "public",
    of: guide,
    query: {
      domain: domainCode.optional(),
      category: z.enum(["licence", "public-service", "filing"]).optional(),
    },
    sorts: ["code"],
    returns: guideRow,
    find: ({ query }) =>
      query.domain === undefined
        ? { index: "byCode", partition: "guides" }
        : { index: "byDomain", partition: query.domain },
    keep: ({ state }, { query }) => query.category === undefined || state.content.category === query.category,
    exact: ({ query }) => query.category === undefined,
    view: rowOf(guideRow, view),
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
    // What is only proposed is no business of the public yet.
    told: (event, _of, actor) =>
      event.type === "permits.guide.published" || hasRole(actor, guideChangers) ? event : { ...event, data: {} },
  }),
  read("GET /permits/guides/{id}/diff", {
    summary: { zh: "两个版本的差异", en: "What differs between two versions" },
    allow: "public",
    query: z.strictObject({ from: versionNumber, to: versionNumber }),
    returns: z.object({
      from: z.int(),
      to: z.int(),
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
        content: one === undefined ? "" : drawFlow(flowOf(officially(one.state.content, runtime.town)), one.state),
      })),
  }),
  readById("GET /permits/guides/{id}/revision", {
    summary: { zh: "待公布的修订", en: "The revision that waits to be published" },
    allow: guideChangers,
    of: guide,
    returns: revisionView,
    view: viewRevision,
  }),
  guideRegister.readActions({ zh: "本人对一项指南可办的事", en: "What its caller can do with a guide" }, guideChangers),
  guideRegister.step("revise", {
    summary: {
      zh: "提出办事指南的修订（须完整，XK-30），由另一人公布",
      en: "Propose a revision of a guide, complete (XK-30); another person publishes it",
    },
    allow: guideChangers,
    body: z.strictObject({
      changes: changeable.exactPartial().strict(),
      reason: lineOf(500, 2),
    }),
    blames: inRevision,
    tries: () => [{ changes: { limitNote: "示例" }, reason: "示例" }],
    run: ({ body }) => ({ type: "revise", ...body }),
  }),
  guideRegister.step("publish-revision", {
    summary: {
      zh: "公布他人提出的修订，成为新版本",
      en: "Publish the revision that another person proposed, as the next version",
    },
    allow: guideChangers,
    body: publishing,
    blames: filedBefore(guideContent, publishing),
    tries: ({ state }) => [{ revision: state?.proposal?.number ?? 1 }],
    run: ({ body: { revision: proposal } }) => ({ type: "publish-revision", proposal }),
  }),
  guideRegister.step("drop-revision", {
    summary: { zh: "撤下待公布的修订", en: "Drop the revision that waits" },
    allow: guideChangers,
    body: z.strictObject({ revision: z.int().min(1).max(1_000_000), reason: lineOf(500, 2) }),
    tries: ({ state }) => [{ revision: state?.proposal?.number ?? 1, reason: "示例" }],
    run: ({ body: { revision: proposal, reason } }) => ({ type: "drop-revision", proposal, reason }),
  }),
];
