import * as z from "zod";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, list, type Route, severalOf } from "../../../../shared/http/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { lineOrNothing, textOf } from "../../../../shared/text/index.ts";
import { penaltyKinds } from "../../../../shared/town/listed-penalties.ts";
import { caseHouse, caseOfficers, treasury } from "../../common/api/roles.ts";
import { knownOfficer, knownPower } from "../../common/domain/known-power.ts";
import { lighteningGrounds } from "../../penalty-list/domain/index.ts";
import { onSpotPenalty } from "../domain/on-spot/decider.ts";
import { orderRecordId } from "../domain/order-record/id.ts";
import { orderRecord } from "../domain/order-record/order-record.ts";
import { penalRecordId } from "../domain/penal-record/id.ts";
import { penalRecord } from "../domain/penal-record/penal-record.ts";
import { date, line, partyBody, partyOf, penaltyCode, person, place, words } from "./case-bodies.ts";
import { officersTold } from "./case-register.ts";
import { onSpotMoney } from "./on-spot-money.ts";
import { onSpotToOrdinary } from "./on-spot-ordinary.ts";
import { mayReadOnSpot, onSpotRegister } from "./on-spot-register.ts";
import { onSpotSteps } from "./on-spot-steps.ts";
import { onSpotRow, onSpotStatuses, viewOnSpotRow } from "./on-spot-view.ts";
import { penaltiesOf } from "./penalties.ts";

const correction = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("at-once") }),
  z.strictObject({ how: z.literal("by"), on: date }),
]);
const form = z.discriminatedUnion("how", [
  z.strictObject({ how: z.literal("signed") }),
  z.strictObject({ how: z.literal("refused"), witness: line.exactOptional(), recording: fileDigest.exactOptional() }),
]);
const told = z.strictObject({
  cardsShown: z.boolean(),
  factsAndBasis: z.boolean(),
  rights: z.boolean(),
  defence: z.strictObject({ stated: z.boolean(), note: textOf(2_000) }),
});

const keyOf = (party: z.output<typeof partyBody>, { keyed }: Runtime) => partyOf(party, keyed).key;

export const onSpotRoutes: readonly Route[] = [
  create("POST /enforcement/on-spot-penalties", {
    summary: {
      zh: "记录当场处罚（由另一名执法人员签字后作出）",
      en: "Record a penalty on the spot; the other officer's signature makes it",
    },
    allow: caseOfficers,
    of: onSpotPenalty,
    id: ({ unique }) => unique,
    body: z.strictObject({
      code: penaltyCode,
      place,
      address: line,
      facts: words,
      party: partyBody,
      with: person,
      told,
      kinds: z.array(z.enum(penaltyKinds)).min(1).max(5),
      amountFen: z.int().min(0).max(100_000_000),
      tier: lineOrNothing(60).default(""),
      grounds: z.array(z.enum(lighteningGrounds)).max(6).default([]),
      serious: z.boolean().exactOptional(),
      orderUnmet: z.boolean().exactOptional(),
      warningUnmet: z.boolean().exactOptional(),
      correction,
      form,
      otherAct: words.exactOptional(),
    }),
    facts: async ({ body, actor, runtime }) => ({
      penalties: penaltiesOf([body.code]),
      power: factReference(knownPower, body.code),
      certificates: await certificatesOf(knownOfficer, [actor.sub, body.with], runtime),
      record: factReference(penalRecord, penalRecordId(runtime.keyed, keyOf(body.party, runtime), body.code)),
      orders: factReference(orderRecord, orderRecordId(runtime.keyed, keyOf(body.party, runtime), body.code)),
    }),
    run: ({ body: { party, ...body }, facts, runtime }) => ({
      type: "record" as const,
      ...body,
      record: facts.record,
      orders: facts.orders,
      party: partyOf(party, runtime.keyed),
      penalty: facts.penalties[0]?.content,
      power: facts.power,
      ...officersTold(facts.certificates),
    }),
    blames: { "/acts/0": "", "/parties/0": "/party" },
    returns: onSpotRegister.returns,
    view: onSpotRegister.view,
  }),
  list("GET /enforcement/on-spot-penalties", {
    summary: { zh: "当场处罚列表：按状态、按执法人员", en: "Penalties on the spot by status or officer" },
    allow: [...caseHouse, ...treasury],
    of: onSpotPenalty,
    query: {
      status: severalOf(onSpotStatuses).optional(),
      officer: person.optional(),
      late: z.literal("true").optional(),
    },
    sparse: true,
    sorts: ["recordedOn"],
    returns: onSpotRow,
    find: ({ query }) =>
      (query.status ?? (["recorded", "decided", "reported"] as const)).map((status) => ({
        index: "byStatus",
        partition: `on-spot:${status}`,
        descending: true,
      })),
    keep: ({ state }, { query, actor, runtime }) =>
      actor !== undefined &&
      (actor.roles.some((role) => role === "cashier" || role === "accountant") ||
        mayReadOnSpot(state, actor, runtime)) &&
      query.status?.includes(state.status) !== false &&
      (query.officer === undefined || state.officers.some(({ sub }) => sub === query.officer)) &&
      (query.late === undefined || state.late.length > 0),
    view: (loaded) => viewOnSpotRow(loaded),
  }),
  onSpotRegister.read({ zh: "一件当场处罚", en: "One penalty on the spot" }, ["resident", ...caseHouse, ...treasury]),
  onSpotRegister.history({ zh: "当场处罚的经过", en: "History of a penalty on the spot" }, caseHouse),
  ...onSpotSteps,
  ...onSpotMoney,
  ...onSpotToOrdinary,
];
