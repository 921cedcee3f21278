import { deciderOf, type MovesOf, present, type Recorded } from "../../../../../shared/decider/index.ts";
import { erasedMark } from "../../../../../shared/identity-codes/index.ts";
import type { CasesRefusal } from "../refusals.ts";
import type { OnSpotCommand, OnSpotEvent, OnSpotPenalty } from "./on-spot.ts";
import { countersignSpot, recordSpot } from "./recording.ts";
import {
  collectSpot,
  depositSpot,
  dropSpot,
  handInSpot,
  nextSpotDeadline,
  noteBanked,
  notePaidSpot,
  passSpotTime,
  reportSpot,
  takeBankedBack,
  toOrdinary,
  withoutBanked,
} from "./settling.ts";

type Of<T extends string> = Recorded<Extract<OnSpotEvent, { type: `enforcement.on-spot.${T}` }>>;

/** States of a penalty on the spot and what moves them (CF-51 to CF-52a, CF-68 to CF-71). */
export const onSpotMoves = {
  recorded: { countersign: "decided", "to-ordinary": "ordinary", drop: "dropped" },
  decided: {
    report: ["reported", "settled"],
    collect: "decided",
    "hand-in": "decided",
    deposit: "decided",
    "note-paid": "decided",
    "note-banked": "decided",
    "take-banked-back": "decided",
    "pass-time": "decided",
  },
  reported: {
    collect: "reported",
    "hand-in": "reported",
    deposit: "settled",
    "note-paid": "settled",
    "note-banked": ["reported", "settled"],
    "take-banked-back": "reported",
    "pass-time": "reported",
  },
  settled: { "note-banked": "settled", "take-banked-back": ["settled", "reported"] },
  ordinary: {},
  dropped: {},
} as const satisfies MovesOf<OnSpotPenalty, OnSpotCommand>;

interface OnSpotWords {
  readonly state: OnSpotPenalty;
  readonly command: OnSpotCommand;
  readonly event: OnSpotEvent;
  readonly moves: typeof onSpotMoves;
  readonly begins: "record";
  readonly begun: "enforcement.on-spot.recorded";
  readonly refusal: CasesRefusal;
}

/** A penalty under the simple procedure (当场处罚, CF-51). */
export const onSpotPenalty = deciderOf<OnSpotWords>({
  aggregate: "on-spot",
  shape: 1,
  codes: { role: ["principal", "responsible"] },
  ended: ({ status }) => status === "settled" || status === "ordinary" || status === "dropped",
  moves: onSpotMoves,
  impossible: "enforcement.on-spot-not-in-this-state",
  byItself: ["pass-time", "note-banked", "take-banked-back"],
  begin: { record: recordSpot },
  steps: {
    countersign: countersignSpot,
    report: reportSpot,
    collect: collectSpot,
    "hand-in": handInSpot,
    deposit: depositSpot,
    "note-paid": notePaidSpot,
    "note-banked": noteBanked,
    "take-banked-back": takeBankedBack,
    "to-ordinary": toOrdinary,
    drop: dropSpot,
    "pass-time": (state, _command, context) => passSpotTime(state, context),
  },
  begun: { "enforcement.on-spot.recorded": recorded },
  effects: {
    "enforcement.on-spot.decided": (
      state,
      { data: { item: _item, amountFen: _amount, payer: _payer, ...decision } },
    ) => ({
      ...state,
      status: "decided",
      decision,
    }),
    "enforcement.on-spot.reported": (state, { data: { on } }) => ({
      ...state,
      status: "reported",
      ...(state.decision === undefined ? {} : { decision: { ...state.decision, reportedOn: on } }),
    }),
    "enforcement.on-spot.collected": (state, { data: { on, receipt, handInBy }, actor: by }) => ({
      ...state,
      collection: { by, on, receipt, handInBy },
    }),
    "enforcement.on-spot.handed-in": withCollection((collection, { data, personal }: Of<"handed-in">) => ({
      ...collection,
      handedIn: { ...data, to: personal.person },
    })),
    "enforcement.on-spot.deposited": withCollection((collection, { data: { on } }: Of<"deposited">) => ({
      ...collection,
      depositedOn: on,
    })),
    "enforcement.on-spot.paid": (state, { data: { on } }) => ({ ...state, paidOn: on }),
    "enforcement.on-spot.banked": (state, { data }) => ({ ...state, banked: [...(state.banked ?? []), data] }),
    "enforcement.on-spot.refund-due": (state, { data: { amountFen } }) => ({
      ...state,
      refundFen: (state.refundFen ?? 0) + amountFen,
    }),
    "enforcement.on-spot.payment-taken-back": (state, { data: { receipt, refundDueFen } }) =>
      withoutBanked(state, receipt, refundDueFen),
    "enforcement.on-spot.settled": (state) => ({ ...state, status: "settled" }),
    "enforcement.on-spot.turned-ordinary": (state, { data }) => ({ ...state, status: "ordinary", case: data.case }),
    "enforcement.on-spot.dropped": (state) => ({ ...state, status: "dropped" }),
    "enforcement.on-spot.overdue": (state, { data: { what } }) => ({ ...state, late: [...state.late, what] }),
    "enforcement.on-spot.limit-recounted": recounted,
  },
  listed: ({ status, recordedOn, recordedBy, party }, id) => ({
    byStatus: { partition: `on-spot:${status}`, sort: `${recordedOn}#${id}` },
    byOwner: { partition: `on-spot:officer:${recordedBy}`, sort: `${recordedOn}#${id}` },
    ...(party.key === "" || party.key === erasedMark
      ? {}
      : { byCode: { partition: `on-spot:party:${party.key}`, sort: `${recordedOn}#${id}` } }),
  }),
  nextDeadline: nextSpotDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});

function recorded({ data, personal, actor }: Of<"recorded">): OnSpotPenalty {
  const { on, item: code, name, domain, partyKind, ...decided } = data;
  const { officers, told, form, place, address, facts, person, otherAct } = personal;
  return {
    ...decided,
    ...{ officers, told, form, ...present({ otherAct }) },
    status: "recorded",
    act: { code, name, domain, on, place, address, facts },
    party: { ...person, kind: partyKind },
    recordedBy: actor,
    recordedOn: on,
    late: [],
  };
}

function withCollection<E>(
  change: (collection: NonNullable<OnSpotPenalty["collection"]>, event: E) => OnSpotPenalty["collection"],
) {
  return (state: OnSpotPenalty, event: E): OnSpotPenalty => {
    const collection = state.collection === undefined ? undefined : change(state.collection, event);
    return collection === undefined ? state : { ...state, collection };
  };
}

function recounted(state: OnSpotPenalty, { data: { what, limit } }: Of<"limit-recounted">): OnSpotPenalty {
  const { decision, collection } = state;
  if (what === "report")
    return decision === undefined ? state : { ...state, decision: { ...decision, reportBy: limit } };
  if (collection === undefined) return state;
  if (what === "hand-in") return { ...state, collection: { ...collection, handInBy: limit } };
  const { handedIn } = collection;
  return handedIn === undefined
    ? state
    : { ...state, collection: { ...collection, handedIn: { ...handedIn, depositBy: limit } } };
}
