import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { create, dueOn, hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { phone } from "../../../../shared/parties/index.ts";
import { recusalGrounds } from "../../../../shared/people/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { bearsNumber, numberPartition } from "../../common/domain/numbered.ts";
import { mediation } from "../domain/decider.ts";
import { agreementForms, type Mediation, type MediationCommand, mediationStatuses } from "../domain/mediation.ts";
import { mediationMoves } from "../domain/moves.ts";
import { mediationStepUntil } from "../domain/passing.ts";
import { isMediator, isParty } from "../domain/who.ts";

/** Who may mediate: people of the house who know the town. */
const mediators = ["grid-worker", "clerk", "officer", "reviewer"] as const satisfies readonly Role[];
const overseers = ["dispatcher", "supervisor"] as const satisfies readonly Role[];
const readers = ["resident", ...mediators, ...overseers] as const satisfies readonly Role[];

const day = z.iso.date();
const keyTitle = { zh: "当事人编号", en: "Key of the party" };
const mediationView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(mediationStatuses),
  number: z.string().optional(),
  subject: z.string().optional(),
  event: z.string().optional(),
  parties: z.array(
    z.object({ key: titled(z.string(), keyTitle), name: z.string().optional(), consented: z.boolean() }),
  ),
  mediator: z.string().optional(),
  sessions: z.array(z.object({ on: day, present: z.array(z.string()), notes: z.string().optional() })),
  limit: limitSchema.optional(),
  overdue: z.boolean(),
  agreement: z.object({ form: z.enum(agreementForms), effectiveOn: day, text: z.string().optional() }).optional(),
  confirmBy: limitSchema.optional(),
  confirmed: z.object({ on: day, document: z.string() }).optional(),
  followUps: z.array(
    z.object({ due: day, missed: z.boolean(), done: z.object({ on: day, kept: z.boolean() }).optional() }),
  ),
  ways: z.array(z.string()),
});
const mediationRow = mediationView
  .pick({ id: true, version: true, status: true, number: true, event: true, overdue: true })
  .extend({ due: dueOn.optional() });

/** A party or the mediator; everybody else of the house reads how far it is, and neither who nor what. */
const isInside = (state: Mediation, { sub }: Pick<Actor, "sub">): boolean =>
  isParty(state, sub) || isMediator(state, sub);

function view({ id, version, state }: Loaded<Mediation>, actor: Actor | undefined) {
  const inside = actor !== undefined && isInside(state, actor);
  const { status, number, event, mediator, limit, overdue, agreement, confirmBy, confirmed, followUps, ways } = state;
  return {
    ...{ id, version, status, overdue, ways: [...ways] },
    ...present({ number: number?.text.zh, event, mediator, limit, confirmBy }),
    ...(confirmed === undefined ? {} : { confirmed: { ...confirmed } }),
    ...(inside ? { subject: state.subject } : {}),
    parties: state.parties.map(({ key, name }) => ({
      ...{ key, consented: state.consented.includes(key) },
      ...(inside ? { name } : {}),
    })),
    sessions: state.sessions.map(({ on, present: there, notes }) => ({
      ...{ on, present: [...there] },
      ...(inside ? { notes } : {}),
    })),
    ...(agreement === undefined
      ? {}
      : {
          agreement: {
            ...{ form: agreement.form, effectiveOn: agreement.effectiveOn },
            ...(inside ? { text: agreement.text } : {}),
          },
        }),
    followUps: followUps.map(({ due, missed, done }) => ({
      due,
      missed,
      ...(done === undefined ? {} : { done: { ...done } }),
    })),
  };
}

const mediations = resource({
  of: mediation,
  at: "/grid-events/mediations",
  staff: overseers,
  own: ({ state }, actor) => isInside(state, actor),
  moves: mediationMoves,
  statusOf: ({ status }) => status,
  returns: mediationView,
  view: (loaded, { actor }) => view(loaded, actor),
  // The parties see what they may do themselves.
  tellsSteps: ({ state }, { actor }) =>
    actor !== undefined && hasRole(actor, [...mediators, ...overseers]) && !isParty(state, actor.sub),
  stepUntil: mediationStepUntil,
});

const key = z.string().regex(/^p\d{1,2}$/);
const keys = z.array(key).min(1).max(20);
const party = { party: titled(key, { zh: "当事人", en: "Party" }) };
/** What may be sent depends on who the parties are. */
type Of = { readonly state: Mediation | undefined };
const keysOf = ({ state }: Of): string[] => state?.parties.map((one) => one.key) ?? [];
const eachParty = (of: Of) => keysOf(of).map((one) => ({ party: one }));
const together = (of: Of) => [{ agreedBy: keysOf(of) }];
const words = textOf(4_000, 2);
const reasons = textOf(2_000, 2);
const speaks = ["resident", "dispatcher", ...mediators] as const;

/** Mediation of disputes (G7; G-15, G-16). */
export const mediationRoutes: readonly Route[] = [
  create("POST /grid-events/mediations", {
    summary: {
      zh: "申请或者提议调解（自愿、免费；申请人本人即视为同意）",
      en: "Ask for a mediation, or offer one; it is voluntary and free",
    },
    allow: ["resident", "dispatcher", "grid-worker", "clerk"],
    of: mediation,
    id: ({ unique }) => unique,
    body: z.strictObject({
      subject: words,
      event: z
        .string()
        .regex(/^[0-9A-Z]{16}$/)
        .exactOptional(),
      parties: z
        .array(
          z.strictObject({ name: personOrBodyName, phone: phone.exactOptional(), mine: z.boolean().default(false) }),
        )
        .min(2)
        .max(20),
    }),
    learn: async ({ actor }) => actor,
    run: ({ body: { parties, ...body }, learnt }): MediationCommand => ({
      ...{ type: "propose", ...body },
      // Only a resident is a party by his own login.
      parties: parties.map(({ mine, ...one }) => ({
        ...one,
        ...(mine && learnt !== undefined && hasRole(learnt, ["resident"]) ? { owner: learnt.sub } : {}),
      })),
    }),
    returns: mediations.returns,
    view: mediations.view,
  }),
  list("GET /grid-events/mediations", {
    summary: {
      zh: "调解列表：按状态或者编号；调解员、当事人为本人的",
      en: "Mediations by status or number; a mediator and a party see their own",
    },
    allow: readers,
    of: mediation,
    query: { status: severalOf(mediationStatuses).optional(), number: lineOf(60).optional() },
    sparse: true,
    sorts: ["proposedAt"],
    returns: mediationRow,
    find: ({ query: { status = ["open"], number }, actor }) => {
      if (number !== undefined) return { index: "byNumber", partition: numberPartition("mediation", number) };
      if (hasRole(actor, overseers)) return status.map((one) => ({ index: "byStatus", partition: `mediation:${one}` }));
      return hasRole(actor, mediators)
        ? { index: "byCode", partition: `mediation:${actor?.sub ?? ""}` }
        : { index: "byOwner", partition: `mediation:${actor?.sub ?? ""}`, descending: true };
    },
    keep: ({ state }, { actor, query }) =>
      actor !== undefined &&
      bearsNumber(state.number, query.number) &&
      (query.status?.includes(state.status) ??
        (query.number !== undefined || isParty(state, actor.sub) || state.status === "open")) &&
      (hasRole(actor, overseers) || isInside(state, actor)),
    view: ({ id, version, state }) => ({
      ...{ id, version, status: state.status, overdue: state.overdue },
      ...present({ number: state.number?.text.zh, event: state.event, due: state.limit?.due ?? undefined }),
    }),
  }),
  mediations.read({ zh: "一件调解", en: "One mediation" }, readers),
  mediations.step("consent", {
    summary: { zh: "当事人同意调解", en: "A party wants it" },
    allow: speaks,
    body: z.strictObject(party),
    tries: eachParty,
    run: ({ body }) => ({ type: "consent", ...body }),
  }),
  mediations.step("decline", {
    summary: { zh: "当事人不同意调解", en: "A party does not want it" },
    allow: speaks,
    body: z.strictObject({ ...party, reasons: reasons.exactOptional() }),
    tries: eachParty,
    run: ({ body }) => ({ type: "decline", ...body }),
  }),
  mediations.step("appoint", {
    summary: { zh: "指定调解员（无利害关系、未被当事人拒绝）", en: "Name a mediator without a part in it" },
    allow: ["dispatcher"],
    body: z.strictObject({ mediator: lineOf(128) }),
    run: ({ body }) => ({ type: "appoint", ...body }),
  }),
  mediations.step("refuse-mediator", {
    summary: { zh: "当事人不接受调解员", en: "A party does not take the mediator" },
    allow: speaks,
    body: z.strictObject(party),
    tries: eachParty,
    run: ({ body }) => ({ type: "refuse-mediator", ...body }),
  }),
  mediations.step("declare-conflict", {
    summary: { zh: "调解员自行回避", en: "The mediator says that he is in the way" },
    allow: mediators,
    body: z.strictObject({ ground: z.enum(recusalGrounds) }),
    run: ({ body }) => ({ type: "declare-conflict", ...body }),
  }),
  mediations.step("hold-session", {
    summary: { zh: "记录一次调解", en: "Record a session" },
    allow: mediators,
    body: z.strictObject({ on: day, present: keys, notes: words }),
    tries: (of, { today }) => [{ on: today.toString(), present: keysOf(of), notes: "调解记录" }],
    run: ({ body }) => ({ type: "hold-session", ...body }),
  }),
  mediations.step("prolong", {
    summary: { zh: "各方同意延长一个月", en: "All agree to another month" },
    allow: mediators,
    body: z.strictObject({ agreedBy: keys }),
    tries: together,
    run: ({ body }) => ({ type: "prolong", ...body }),
  }),
  mediations.step("agree", {
    summary: { zh: "达成协议（书面，或者口头并记录）", en: "An agreement of all: written, or oral and on record" },
    allow: mediators,
    body: z.strictObject({ form: z.enum(agreementForms), text: words, agreedBy: keys }),
    tries: (of) => agreementForms.map((form) => ({ form, text: "协议内容", agreedBy: keysOf(of) })),
    run: ({ body }) => ({ type: "agree", ...body }),
  }),
  mediations.step("end", {
    summary: { zh: "当事人终止调解", en: "A party ends it" },
    allow: speaks,
    body: z.strictObject({ ...party, reasons: reasons.exactOptional() }),
    tries: eachParty,
    run: ({ body }) => ({ type: "end", ...body }),
  }),
  mediations.step("fail", {
    summary: { zh: "调解不成，告知其他途径", en: "It came to nothing: tell the other ways" },
    allow: mediators,
    body: z.strictObject({ reasons }),
    run: ({ body }) => ({ type: "fail", ...body }),
  }),
  mediations.step("record-confirmation", {
    summary: {
      zh: "登记法院司法确认（共同申请，三十日内）",
      en: "Record the court's confirmation, applied for by all",
    },
    allow: ["dispatcher", ...mediators],
    body: z.strictObject({ appliedOn: day, by: keys, document: lineOf(100, 2) }),
    tries: (of) =>
      [{ appliedOn: of.state?.agreement?.effectiveOn ?? "", by: keysOf(of), document: "司法确认裁定书" }].filter(
        () => of.state?.agreement !== undefined,
      ),
    run: ({ body }) => ({ type: "record-confirmation", ...body }),
  }),
  mediations.step("follow-up", {
    summary: { zh: "回访", en: "Visit the parties: is it kept" },
    allow: mediators,
    body: z.strictObject({ kept: z.boolean(), notes: words }),
    run: ({ body }) => ({ type: "follow-up", ...body }),
  }),
  mediations.step("report-danger", {
    summary: { zh: "报告可能激化的危险", en: "Report a risk of violence at once" },
    allow: ["dispatcher", ...mediators],
    body: z.strictObject({ what: titled(words, { zh: "什么危险", en: "What danger" }) }),
    run: ({ body }) => ({ type: "report-danger", ...body }),
  }),
];
