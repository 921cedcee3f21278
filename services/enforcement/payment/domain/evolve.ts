import { type Events, present } from "../../../../shared/decider/index.ts";
import type { Applied, Demand, Due, Fine, Payment } from "./fine.ts";
import type { FineWords } from "./words.ts";

const told = (state: Fine, what: Due["told"][number]): Fine => ({ ...state, told: [...state.told, what] });

/** Back to where it was before the court was asked. */
function asDue({ court: _court, ...state }: Applied): Fine {
  return { ...state, status: "due" };
}

/** What each event makes of a fine. */
export const fineEffects: Events<FineWords> = {
  begun: {
    "enforcement.fine.begun": ({ data, personal }) => ({
      ...data,
      ...personal,
      ...{ status: "due", payments: [], refundedFen: 0, remedies: [], told: [] },
    }),
  },
  effects: {
    "enforcement.fine.due": (state) => state,
    "enforcement.fine.paid-in": (state, { data: { on, amountFen, receipt, by } }) => ({
      ...state,
      payments: [...state.payments, { on, amountFen, receipt, by }],
    }),
    "enforcement.fine.payment-taken-back": ({ before, ...state }, { data: { receipt, refundDueFen } }) => {
      const gone = (one: Payment) => one.receipt === receipt && one.by !== "goods";
      if (before?.payments.some(gone) === true) {
        const payments = before.payments.filter((one) => !gone(one));
        return { ...state, before: { payments, refundedFen: refundDueFen - state.refundedFen } };
      }
      return {
        ...state,
        ...present({ before }),
        payments: state.payments.filter((one) => !gone(one)),
        refundedFen: refundDueFen - (before?.refundedFen ?? 0),
      };
    },
    "enforcement.fine.settled": (state, { data }) => ({ ...state, status: "paid", paidOn: data.on }),
    "enforcement.fine.deferral-asked": (state, { data }) => ({ ...state, deferral: data }),
    "enforcement.fine.deferral-decided": (state, { data: { on, approved, watch, plan }, actor }) => {
      const { deferral } = state;
      if (deferral === undefined) return state;
      const decided = { ...deferral, decided: { on, approved, by: actor } };
      if (!approved) return { ...state, deferral: decided };
      // What was told went by the days before: a fine that may be paid later is not late.
      return { ...state, deferral: decided, agreed: plan ?? deferral.plan, watch, told: [] };
    },
    "enforcement.fine.demanded": (state, { data: { number, issuedOn }, actor }) => ({
      ...state,
      demand: { number, issuedOn, by: actor },
    }),
    "enforcement.fine.goods-taken": (state, { data: { on, goods } }) => ({
      ...state,
      goods: [...(state.goods ?? []), ...goods.map((item) => ({ item, on }))],
    }),
    "enforcement.fine.goods-released": (state, { data: { goods } }) => ({
      ...state,
      goods: (state.goods ?? []).filter(({ item }) => !goods.includes(item)),
    }),
    "enforcement.fine.goods-auctioned": (state, { data: { item, amountFen: soldFen } }) => ({
      ...state,
      goods: (state.goods ?? []).map((one) => (one.item === item ? { ...one, soldFen } : one)),
    }),
    "enforcement.fine.demand-served": (state, { data: { on, passes } }) => demanded(state, { servedOn: on, passes }),
    "enforcement.fine.opinion-stated": (state, { data: { on } }) => demanded(state, { opinion: { on } }),
    "enforcement.fine.opinion-heard": (state, { data: { on, adopted } }) => {
      const said = state.demand?.opinion?.on ?? on;
      return demanded(state, { opinion: { on: said, heard: { on, adopted } } });
    },
    "enforcement.fine.remedy-sought": (state, { data: { kind, on } }) => ({
      ...state,
      remedies: [...state.remedies, { kind, from: on }],
    }),
    "enforcement.fine.remedy-ended": (state, { data: { kind, on, effect, watch = state.watch } }) => ({
      ...state,
      ...{ watch, told: state.told.filter((what) => watch.some((one) => one.what === what && one.on <= on)) },
      remedies: state.remedies.map((one) =>
        one.kind === kind && one.to === undefined ? { ...one, to: on, ...present({ effect }) } : one,
      ),
    }),
    "enforcement.fine.changed": (state, { data: { fineFen, gainsFen, watch = state.watch } }) => ({
      ...state,
      ...{ fineFen, gainsFen, watch },
    }),
    "enforcement.fine.surcharge-waived": (state, { data: { on } }) => ({ ...state, waivedOn: on }),
    "enforcement.fine.court-asked": (state, { data, actor }) => ({
      ...state,
      status: "applied",
      court: { ...data, approvedBy: actor },
    }),
    "enforcement.fine.court-accepted": {
      applied: (state, { data: { on, ruling } }) => ({ ...state, court: { ...state.court, acceptedOn: on, ruling } }),
    },
    "enforcement.fine.court-refused": { applied: asDue },
    "enforcement.fine.court-ruled": {
      applied: (state, { data: { on, enforce } }) =>
        enforce ? { ...state, court: { ...state.court, ruledOn: on } } : asDue(state),
    },
    "enforcement.fine.paused": (state, { data: { on, ground } }) => ({
      ...state,
      status: "paused",
      pause: { ground, on, was: state.status === "applied" ? "applied" : "due" },
    }),
    "enforcement.fine.resumed": {
      paused: ({ pause, court, ...state }) =>
        pause.was === "applied" && court !== undefined
          ? { ...state, status: "applied", court }
          : { ...state, status: "due", ...(court === undefined ? {} : { court }) },
    },
    "enforcement.fine.ended": (state, { data: { on, ground } }) => ({ ...state, status: "ended", endedOn: on, ground }),
    "enforcement.fine.annulled": (state, { data: { on } }) => ({ ...state, status: "annulled", annulledOn: on }),
    "enforcement.fine.made-anew": {
      annulled: ({ payments, refundedFen, before }, { data, personal }) => ({
        ...data,
        ...personal,
        ...{ status: "due", payments: [], refundedFen: 0, remedies: [], told: [] },
        before: {
          payments: [...(before?.payments ?? []), ...payments],
          refundedFen: (before?.refundedFen ?? 0) + refundedFen,
        },
      }),
    },
    "enforcement.fine.begun-anew": (state) => state,
    "enforcement.fine.reopened": {
      paid: ({ paidOn: _before, ...state }) => ({ ...state, status: "due" }),
    },
    "enforcement.fine.refund-due": (state, { data: { amountFen } }) => ({
      ...state,
      refundedFen: state.refundedFen + amountFen,
    }),
    "enforcement.fine.overdue": (state) => told(state, "overdue"),
    "enforcement.fine.told": (state, { data: { what } }) => told(state, what),
    "enforcement.fine.limit-recounted": (
      { lookAgainOn: _before, ...state },
      { data: { due, watch, lookAgainOn, plan } },
    ) => ({
      ...state,
      ...{ due, watch },
      ...present({ lookAgainOn, agreed: plan ?? state.agreed }),
    }),
  },
};

function demanded(state: Fine, more: Partial<Demand>): Fine {
  const { demand } = state;
  return demand === undefined ? state : { ...state, demand: { ...demand, ...more } };
}
