import { type Events, present } from "../../../../shared/decider/index.ts";
import type { Goods, GoodsStatus } from "./goods.ts";
import type { GoodsWords } from "./words.ts";

/** A new state with its own last day: what was late before is over, and nothing is on its way any more. */
function lies(state: Goods, status: GoodsStatus, until: string): Goods {
  const { late: _late, moving: _moving, calledOn: _called, endedOn: _ended, ...rest } = state;
  return { ...rest, status, until };
}
/** It lies with the town no more. */
function gone(state: Goods, status: GoodsStatus, endedOn: string): Goods {
  return { ...lies(state, status, state.until), ...present({ calledOn: state.calledOn }), endedOn };
}

/** What the events of an item make of it. */
export const goodsEffects: Events<GoodsWords> = {
  begun: {
    "enforcement.goods.taken-in": ({ data, personal: { with: _with, list: _list, ...personal } }) => ({
      ...data,
      ...personal,
      status: data.under === "decision" ? "confiscated" : "held",
      keeper: { kind: "officers" },
      moves: 0,
      costsFen: 0,
      owedFen: 0,
    }),
  },
  effects: {
    "enforcement.goods.sent": (state, { data: { on }, personal: { keeper, place } }) => ({
      ...state,
      moving: { keeper, place, on },
    }),
    "enforcement.goods.received": (state, { personal: { keeper, place } }) => {
      const { moving: _moving, ...rest } = state;
      return { ...rest, keeper, place, moves: state.moves + 1 };
    },
    "enforcement.goods.inspected": (state, { personal: { condition, seals, pictures } }) => ({
      ...state,
      condition,
      seals,
      pictures: [...new Set([...state.pictures, ...pictures])].slice(-50),
    }),
    "enforcement.goods.cost-noted": (state, { data: { amountFen } }) => ({
      ...state,
      costsFen: state.costsFen + amountFen,
    }),
    "enforcement.goods.sold": (state, { data }) => {
      const { moving: _moving, ...rest } = state;
      return { ...rest, status: "sold", proceeds: data };
    },
    "enforcement.goods.damaged": (state, { data: { owedFen } }) => ({ ...state, owedFen: state.owedFen + owedFen }),
    "enforcement.goods.lost": (state, { data: { until, owedFen } }) => ({
      ...lies(state, "lost", until),
      owedFen: state.owedFen + owedFen,
    }),
    "enforcement.goods.compensated": (state, { data: { on } }) => gone(state, "compensated", on),
    "enforcement.goods.released": (state, { data: { until, ground, owedFen } }) => ({
      ...lies(state, "returning", until),
      returning: ground,
      owedFen: state.owedFen + owedFen,
    }),
    "enforcement.goods.returned": (state, { data: { on } }) => gone(state, "returned", on),
    "enforcement.goods.owner-called": (state, { data: { on, until } }) => ({
      ...lies(state, "returning", until),
      ...present({ moving: state.moving }),
      calledOn: on,
    }),
    "enforcement.goods.turned-in": (state, { data: { on } }) => gone(state, "turned-in", on),
    "enforcement.goods.confiscated": (state, { data: { until, proceeding } }) => ({
      ...lies(state, "confiscated", until),
      ...present({ moving: state.moving }),
      proceeding,
    }),
    "enforcement.goods.disposal-decided": (state, { data: { on, how }, actor: by }) => ({
      ...state,
      disposal: { how, on, by },
    }),
    "enforcement.goods.realised": (state, { data: { on, amountFen, interestFen } }) => ({
      ...gone(state, "realised", on),
      paidInFen: amountFen + interestFen,
    }),
    "enforcement.goods.destroyed": (state, { data: { on } }) => gone(state, "destroyed", on),
    "enforcement.goods.given-over": (state, { data: { on } }) => gone(state, "given-over", on),
    "enforcement.goods.handed-over": (state, { data: { on } }) => gone(state, "handed-over", on),
    "enforcement.goods.taken-back": (state, { data: { until } }) => ({
      ...lies(state, "returning", until),
      returning: "taken-back",
      keeper: { kind: "officers" },
    }),
    "enforcement.goods.restored": (state, { data: { until, lost, owedFen } }) => {
      const { proceeding: _fallen, disposal: _disposal, ...rest } = lies(state, lost ? "lost" : "returning", until);
      return { ...rest, returning: "overturned", owedFen: state.owedFen + owedFen };
    },
    "enforcement.goods.set-against": (state, { data: { on, until, proceeding: against }, actor: by }) => ({
      ...lies(state, "to-auction", until),
      ...present({ moving: state.moving }),
      ...{ against, disposal: { how: "auction", on, by } },
    }),
    "enforcement.goods.prolonged": (state, { data: { until } }) => {
      const { late: _late, ...rest } = state;
      return { ...rest, until };
    },
    "enforcement.goods.adopted": (state, { data: { until, measure, under } }) => {
      const { late: _late, ...rest } = state;
      return { ...rest, until, measure, under };
    },
    "enforcement.goods.settled": (state) => state,
    "enforcement.goods.overdue": (state) => ({ ...state, late: true }),
  },
};
