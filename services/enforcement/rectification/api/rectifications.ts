import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, hasRole, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { factReference, member } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import {
  caseRegister,
  mayRead as mayReadCase,
  officersTold,
  partyBody,
  partyOf,
  penaltiesOf,
  penaltyCase,
} from "../../cases/index.ts";
import { caseHouse, caseOfficers } from "../../common/api/roles.ts";
import { knownOfficer, knownPower } from "../../common/domain/known-power.ts";
import { rectification } from "../domain/decider.ts";
import { guidance } from "../domain/guidance.ts";
import { rectificationMoves } from "../domain/moves.ts";
import { orderStatuses } from "../domain/rectification.ts";
import { isOfTheOffice, mayReadOrder } from "../domain/who.ts";
import { rectificationRow, rectificationView, viewRectification, viewRectificationRow } from "./rectification-view.ts";

export const date = z.iso.date();
export const line = lineOf(200, 2);
export const words = textOf(2_000, 2);
export const person = lineOf(100);
export const pictures = z.array(fileDigest).max(30);
export const penaltyCode = z.string().regex(/^PN-\d{3}$/);
export const place = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) });
/** The party of an order: by whom he is known, without a place among others. */
export const orderedParty = partyBody.omit({ id: true, role: true, of: true });

export const dayOf = ({ town, clock }: Runtime) => ({ town, today: todayIn(clock()) });

/** Orders to correct. Who may read one is a rule of each. */
export const orders = resource({
  of: rectification,
  at: "/enforcement/rectifications",
  staff: [],
  own: ({ state }, actor, runtime) => mayReadOrder(state, actor, dayOf(runtime)),
  acting: ["clerk"],
  moves: rectificationMoves,
  statusOf: ({ status }) => status,
  returns: rectificationView,
  view: viewRectification,
  links: ({ state }) => [caseRegister.link("case", { zh: "案件", en: "Case" }, state.case ?? state.of?.case)],
});
caseRegister.linked(({ id }) => [
  orders.linkIn(
    "order",
    { zh: "责令改正通知书", en: "Order to correct" },
    { index: "byCase", partition: `rectification:${id}` },
  ),
]);

/** Orders to correct (E3, CF-28): drawn up by one officer, signed by another, read by the office and by the party. */
export const orderRoutes: readonly Route[] = [
  create("POST /enforcement/rectifications", {
    summary: {
      zh: "拟制责令改正通知书（由另一名执法人员签发，送达后生效）",
      en: "Draw up an order to correct; the other officer issues it, and it binds once served",
    },
    allow: caseOfficers,
    of: rectification,
    id: ({ unique }) => unique,
    body: z.strictObject({
      code: penaltyCode,
      party: orderedParty,
      foundOn: date,
      place,
      address: line,
      facts: words,
      demands: words,
      files: pictures.default([]),
      with: person,
      guidance: lineOf(60).exactOptional(),
      inCase: z.strictObject({ case: lineOf(60), act: z.string().regex(/^A\d{1,3}$/) }).exactOptional(),
    }),
    learn: async ({ body, actor, runtime }) => {
      const [before, of] = await Promise.all([
        body.guidance === undefined ? undefined : runtime.store.load(guidance, body.guidance),
        body.inCase === undefined ? undefined : runtime.store.load(penaltyCase, body.inCase.case),
      ]);
      const known = before !== undefined && isOfTheOffice(before.state, actor, dayOf(runtime));
      const readable = of !== undefined && mayReadCase(of, actor, runtime);
      return { guidance: known ? [before.id] : [], case: readable };
    },
    facts: async ({ body, actor, runtime }) => ({
      penalties: penaltiesOf([body.code]),
      power: factReference(knownPower, body.code),
      certificates: await certificatesOf(knownOfficer, [actor.sub, body.with], runtime),
      guidance: body.guidance === undefined ? undefined : factReference(guidance, body.guidance),
      case: body.inCase === undefined ? undefined : factReference(penaltyCase, body.inCase.case),
    }),
    run: ({ body: { guidance: before, inCase: of, party, ...body }, facts, learnt, runtime }) => ({
      type: "draft" as const,
      ...body,
      party: partyOf({ ...party, id: "P1", role: "principal" }, runtime.keyed),
      penalty: facts.penalties[0]?.content,
      power: facts.power,
      ...officersTold(facts.certificates),
      ...(before === undefined
        ? {}
        : { guidance: { id: before, state: (learnt?.guidance.length ?? 0) > 0 ? facts.guidance : undefined } }),
      ...(of === undefined ? {} : { of: { ...of, state: learnt?.case === true ? facts.case : undefined } }),
    }),
    others: {
      members: ({ learnt }) => ({ guidance: (learnt?.guidance ?? []).map((one) => member(guidance, one)) }),
      commands: ({ id, learnt }) => ({
        guidance: (learnt?.guidance ?? []).map(() => ({ type: "note-order" as const, order: id })),
      }),
    },
    returns: orders.returns,
    view: orders.view,
  }),
  list("GET /enforcement/rectifications", {
    summary: {
      zh: "责令改正列表：按状态（缺省为在途）、案件；当事人只见本人的",
      en: "Orders to correct by status (open ones if none is named) or case; a party sees his own",
    },
    allow: ["resident", ...caseHouse],
    of: rectification,
    query: {
      status: severalOf(orderStatuses).optional(),
      case: lineOf(60).optional(),
      late: z.literal("true").optional(),
    },
    sorts: ["due"],
    sparse: true,
    returns: rectificationRow,
    find: ({ query, actor }) => {
      if (query.case !== undefined)
        return { index: "byCase", partition: `rectification:${query.case}`, unsorted: true };
      if (!hasRole(actor, caseHouse))
        return { index: "byOwner", partition: `rectification:${actor?.party ?? ""}`, descending: true, unsorted: true };
      return (query.status ?? (["issued", "binding", "corrected", "unmet"] as const)).map((status) => ({
        index: "byStatus",
        partition: `rectification:${status}`,
      }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      mayReadOrder(state, actor, dayOf(runtime)) &&
      query.status?.includes(state.status) !== false &&
      (query.late === undefined || state.late),
    view: viewRectificationRow,
  }),
  orders.read({ zh: "一份责令改正通知书", en: "One order to correct" }, ["resident", "clerk", ...caseHouse]),
  orders.history({ zh: "责令改正的全部经过", en: "All that happened to an order to correct" }, caseHouse),
];
