import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { maskName } from "../../../../shared/identity-codes/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { penaltyKinds } from "../../../../shared/town/listed-penalties.ts";
import { officerView, text } from "../../common/api/schemas.ts";
import { partyKinds } from "../domain/case/case.ts";
import type { OnSpotPenalty } from "../domain/on-spot/on-spot.ts";
import { date } from "./case-bodies.ts";

/** Where a penalty on the spot stands. */
export const onSpotStatuses = ["recorded", "decided", "reported", "settled", "ordinary", "dropped"] as const;

export const onSpotView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(onSpotStatuses),
  item: z.string(),
  name: text,
  on: date,
  address: z.string(),
  facts: z.string(),
  party: z.object({ kind: z.enum(partyKinds), name: z.string() }),
  officers: z.array(officerView),
  recordedBy: z.string(),
  kinds: z.array(z.enum(penaltyKinds)),
  amountFen: z.int(),
  legalBasis: z.string(),
  tier: z.string(),
  correction: z.object({ how: z.enum(["at-once", "by"]), on: date.optional() }),
  number: officialNumber.optional(),
  decidedOn: date.optional(),
  inWhoseName: z.object({ name: text, uscc: z.string() }).optional(),
  remedies: z.object({ review: text, days: z.int(), reviewFirst: z.boolean() }).optional(),
  reportBy: limitSchema.optional(),
  reportedOn: date.optional(),
  collection: z
    .object({
      on: date,
      receipt: z.string(),
      handInBy: limitSchema,
      handedInOn: date.optional(),
      depositBy: limitSchema.optional(),
      depositedOn: date.optional(),
    })
    .optional(),
  paidOn: date.optional(),
  /** CF-67: what the bank has of it, the officer's money that was paid in among it. */
  banked: z.array(z.object({ receipt: z.string(), amountFen: z.int(), on: date })).optional(),
  /** F-36: what was paid twice, and goes back. */
  refundFen: z.int().optional(),
  case: z.string().optional(),
  late: z.array(z.enum(["report", "hand-in", "deposit"])),
});
export const onSpotRow = onSpotView
  .pick({ id: true, version: true, status: true, item: true, on: true })
  .extend({ number: z.string().optional(), party: z.string(), officers: z.array(z.string()), late: z.boolean() });

export function viewOnSpot({ id, version, state }: Loaded<OnSpotPenalty>) {
  const {
    status,
    act,
    party,
    officers: two,
    recordedBy,
    kinds,
    amountFen,
    legalBasis,
    tier,
    correction: order,
  } = state;
  const { decision, collection } = state;
  return {
    ...{ id, version, status, item: act.code, name: act.name, on: act.on, address: act.address, facts: act.facts },
    ...{ recordedBy, amountFen, legalBasis, tier, correction: order },
    party: { kind: party.kind, name: nameOf(state) },
    officers: two.map((one) => ({ ...one })),
    kinds: [...kinds],
    late: [...state.late],
    ...(decision === undefined
      ? {}
      : {
          number: decision.number,
          decidedOn: decision.on,
          inWhoseName: decision.inWhoseName,
          remedies: decision.remedies,
          reportBy: decision.reportBy,
        }),
    ...present({ reportedOn: decision?.reportedOn, paidOn: state.paidOn, case: state.case }),
    ...present({ refundFen: state.refundFen, banked: state.banked?.map((one) => ({ ...one })) }),
    ...(collection === undefined
      ? {}
      : {
          collection: {
            on: collection.on,
            receipt: collection.receipt,
            handInBy: collection.handInBy,
            ...present({
              handedInOn: collection.handedIn?.on,
              depositBy: collection.handedIn?.depositBy,
              depositedOn: collection.depositedOn,
            }),
          },
        }),
  };
}
const nameOf = ({ party }: OnSpotPenalty) => (party.kind === "citizen" ? maskName(party.name) : party.name);

export function viewOnSpotRow({ id, version, state }: Loaded<OnSpotPenalty>) {
  return {
    ...{ id, version, status: state.status, item: state.act.code, on: state.act.on },
    party: nameOf(state),
    officers: state.officers.map(({ sub }) => sub),
    late: state.late.length > 0,
    ...present({ number: state.decision?.number.text.zh }),
  };
}
