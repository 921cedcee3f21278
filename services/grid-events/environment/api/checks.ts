import * as z from "zod";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { create, dueOn, hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { strictUscc } from "../../../../shared/identity-codes/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { environmentCheck, exposureList } from "../domain/check/decider.ts";
import { checkMoves } from "../domain/check/moves.ts";
import { type CheckCommand, checkStatuses, type EnvironmentCheck, responsibleKinds } from "../domain/check/words.ts";

/** Who sees all of them. Nobody else knows of one before he is named for it. */
const overseers = ["leader", "supervisor"] as const satisfies readonly Role[];
const inspectorRoles = [
  "grid-worker",
  "officer",
  "squad-leader",
  "clerk",
  "dispatcher",
] as const satisfies readonly Role[];

const day = z.iso.date();
const sha = z.string().regex(/^[0-9a-f]{64}$/);
const pictures = z.array(sha).max(9);
const position = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
const village = z.string().regex(/^\d{12}$/);
const problems = z.array(lineOf(60)).max(20);
const text = textOf(2_000, 2);
const siteTitle = { zh: "检查点位", en: "Site" };

const responsible = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("village"), name: personOrBodyName }),
  z.strictObject({ kind: z.literal("organisation"), name: personOrBodyName, idNumber: strictUscc.exactOptional() }),
  z.strictObject({ kind: z.literal("person"), name: personOrBodyName }),
]);
const checkView = z.object({
  ...{ id: z.string(), version: z.int(), status: z.enum(checkStatuses), on: day, village: z.string() },
  site: titled(z.string(), siteTitle),
  place: z.object({ lng: z.number(), lat: z.number() }).optional(),
  inspectors: z.array(z.string()),
  found: z.object({ on: day, problems: z.array(z.string()), text: z.string(), before: z.array(z.string()) }).optional(),
  responsible: z
    .object({ kind: z.enum(responsibleKinds), name: z.string(), idNumber: z.string().optional() })
    .optional(),
  warnedUntil: day.optional(),
  overdue: z.boolean(),
  answer: z.object({ on: day, text: z.string(), after: z.array(z.string()) }).optional(),
  exposure: z.object({ on: day, text: z.string(), pictures: z.array(z.string()) }).optional(),
});
const checkRow = checkView
  .pick({ id: true, version: true, status: true, on: true, village: true, overdue: true })
  .extend({ due: dueOn.optional() });

const viewCheck = ({ id, version, state }: Loaded<EnvironmentCheck>) => {
  const { status, on, site, overdue, found, answer, exposure, responsible: who } = state;
  return {
    ...{ id, version, status, on, village: state.village, site, overdue, inspectors: [...state.inspectors] },
    ...present({ place: state.place, warnedUntil: state.warnedUntil }),
    ...(who === undefined ? {} : { responsible: { ...who } }),
    ...(found === undefined ? {} : { found: { ...found, problems: [...found.problems], before: [...found.before] } }),
    ...(answer === undefined ? {} : { answer: { on: answer.on, text: answer.text, after: [...answer.after] } }),
    ...(exposure === undefined ? {} : { exposure: { ...exposure, pictures: [...exposure.pictures] } }),
  };
};

const isInspector = ({ inspectors }: EnvironmentCheck, { sub }: Pick<Actor, "sub">): boolean =>
  inspectors.includes(sub);

const checks = resource({
  of: environmentCheck,
  at: "/grid-events/environment-checks",
  staff: overseers,
  own: ({ state }, actor) => isInspector(state, actor),
  moves: checkMoves,
  statusOf: ({ status }) => status,
  returns: checkView,
  view: (loaded) => viewCheck(loaded),
});

const exposed = z.object({
  ...{ id: z.string(), village: z.string(), kind: z.enum(["village", "organisation"]), name: z.string() },
  problems: z.array(z.object({ code: z.string(), title: z.object({ zh: z.string(), en: z.string() }) })),
  ...{ foundOn: day, warnedUntil: day, exposedOn: day, text: z.string(), pictures: z.array(z.string()) },
});

/** Inspections of the environment (G11), and what everybody reads of them. */
export const checkRoutes: readonly Route[] = [
  create("POST /grid-events/environment-checks", {
    summary: { zh: "安排明查暗访（不事先通知）", en: "Plan an inspection that nobody is told of" },
    allow: overseers,
    of: environmentCheck,
    id: ({ unique }) => unique,
    body: z.strictObject({
      ...{ on: day, village, site: titled(lineOf(200, 2), siteTitle), place: position.exactOptional() },
      inspectors: z.array(lineOf(128)).min(1).max(10),
    }),
    run: ({ body }): CheckCommand => ({ type: "plan", ...body }),
    returns: checks.returns,
    view: checks.view,
  }),
  list("GET /grid-events/environment-checks", {
    summary: { zh: "明查暗访：按状态；检查人员只见本人的", en: "Inspections by state; an inspector sees his own" },
    allow: [...overseers, ...inspectorRoles],
    of: environmentCheck,
    query: { status: severalOf(checkStatuses).default(["scheduled"]) },
    sparse: true,
    sorts: ["plannedAt"],
    returns: checkRow,
    find: ({ query: { status } }) =>
      status.map((one) => ({ index: "byStatus", partition: `environment-check:${one}` })),
    keep: ({ state }, { actor }) => actor !== undefined && (hasRole(actor, overseers) || isInspector(state, actor)),
    view: ({ id, version, state }) => ({
      ...{ id, version, status: state.status, on: state.on, village: state.village, overdue: state.overdue },
      ...present({ due: state.warnedUntil }),
    }),
  }),
  checks.read({ zh: "一次明查暗访", en: "One inspection" }, [...overseers, ...inspectorRoles]),
  checks.step("visit", {
    summary: { zh: "登记检查结果和整改前照片", en: "Record what was found, with pictures before" },
    allow: inspectorRoles,
    body: z.strictObject({ problems, text, before: pictures.default([]), responsible: responsible.exactOptional() }),
    tries: ({ state }) => (state === undefined ? [] : [{ problems: [], text: "未发现问题", before: [] }]),
    run: ({ body }) => ({ type: "visit", ...body }),
  }),
  checks.step("fix", {
    summary: { zh: "登记整改情况和整改后照片", en: "Record what was put right, with pictures after" },
    allow: [...overseers, ...inspectorRoles],
    body: z.strictObject({ text, after: pictures }),
    tries: () => [{ text: "已整改", after: ["b".repeat(64)] }],
    run: ({ body }) => ({ type: "fix", ...body }),
  }),
  checks.step("check", {
    summary: { zh: "复查", en: "Look again" },
    allow: inspectorRoles,
    body: z.strictObject({ putRight: z.boolean(), notes: text }),
    run: ({ body }) => ({ type: "check", ...body }),
  }),
  checks.step("expose", {
    summary: { zh: "列入曝光台（警示期满未整改；不含个人）", en: "Put it on the exposure list; never a person" },
    allow: ["leader"],
    body: z.strictObject({ text: text.exactOptional(), pictures: pictures.default([]) }),
    tries: () => [{ pictures: [] }],
    run: ({ body }) => ({ type: "expose", ...body }),
  }),
  checks.step("call-off", {
    summary: { zh: "取消安排", en: "Cancel it" },
    allow: overseers,
    body: z.strictObject({ reasons: text }),
    run: ({ body }) => ({ type: "call-off", ...body }),
  }),
  list("GET /grid-events/exposures", {
    summary: { zh: "曝光台：警示期满仍未整改的村和单位", en: "The exposure list: villages and bodies, never a person" },
    allow: "public",
    of: environmentCheck,
    sorts: ["on"],
    returns: exposed,
    find: () => ({ index: "byCode", partition: exposureList, descending: true }),
    keep: ({ state }) =>
      state.exposure !== undefined && state.responsible !== undefined && state.responsible.kind !== "person",
    view: ({ id, state }, { runtime }) => {
      const { problems: known } = runtime.town.gridEvents.environment;
      const { exposure, found, responsible: who, warnedUntil = "" } = state;
      return {
        ...{ id, village: state.village },
        kind: who?.kind === "village" ? ("village" as const) : ("organisation" as const),
        name: who?.name ?? "",
        problems: known
          .filter(({ code }) => found?.problems.includes(code))
          .map(({ code, title }) => ({ code, title: { ...title } })),
        ...{ foundOn: found?.on ?? "", warnedUntil, exposedOn: exposure?.on ?? "", text: exposure?.text ?? "" },
        pictures: [...(exposure?.pictures ?? [])],
      };
    },
  }),
];
