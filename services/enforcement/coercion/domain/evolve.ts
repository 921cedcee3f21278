import { type Events, present } from "../../../../shared/decider/index.ts";
import type { Measure } from "./measure.ts";
import type { MeasureWords } from "./words.ts";

const left = (state: Measure, items: readonly string[], leftOn: string): Measure["goods"] =>
  state.goods.map((one) => (items.includes(one.id) ? { ...one, leftOn } : one));

/** What the events of a measure make of it. */
export const measureEffects: Events<MeasureWords> = {
  begun: {
    "enforcement.measure.proposed": ({ data: { on, carryOutBy, ...data }, personal: { key, handlers }, actor }) => ({
      ...data,
      status: carryOutBy === undefined ? "proposed" : "approved",
      ...(carryOutBy === undefined ? {} : { carryOutBy, emergency: true as const }),
      ...{ key, handlers, proposedBy: actor, proposedOn: on },
      ...{ officers: [], goods: [], tests: [] },
    }),
  },
  effects: {
    "enforcement.measure.approved": (state, { data: { number, carryOutBy }, actor: approvedBy }) => ({
      ...state,
      ...{ status: "approved", number, carryOutBy, approvedBy },
    }),
    "enforcement.measure.refused": (state) => ({ ...state, status: "refused" }),
    "enforcement.measure.dropped": (state) => ({ ...state, status: "dropped" }),
    "enforcement.measure.recorded": (state, { data, personal: { officers, handlers, titles }, actor: recordedBy }) => {
      const { on, goods, limit, number, approveBy } = data;
      return {
        ...state,
        ...{ status: "recorded", officers, handlers, recordedBy, recordedOn: on, limit, number },
        goods: goods.map((id, at) => ({ id, title: titles[at] ?? "" })),
        ...present({ approveBy }),
      };
    },
    "enforcement.measure.countersigned": (state) => ({ ...state, status: "in-force" }),
    "enforcement.measure.approval-made-up": (state, { actor: approvedBy }) => {
      const { approveBy: _by, ...rest } = state;
      return { ...rest, approvedBy };
    },
    "enforcement.measure.extended": (state, { data: { limit } }) => ({ ...state, limit }),
    "enforcement.measure.test-begun": (state, { data: { limit, ...test } }) => ({
      ...state,
      limit,
      tests: [...state.tests, test],
    }),
    "enforcement.measure.test-ended": (state, { data: { limit, on } }) => ({
      ...state,
      limit,
      tests: state.tests.map((one, at) => (at === state.tests.length - 1 ? { ...one, endedOn: on } : one)),
    }),
    "enforcement.measure.kept-for-decision": (state, { data: kept }) => ({ ...state, kept }),
    "enforcement.measure.goods-released": (state, { data: { items, on } }) => ({
      ...state,
      goods: left(state, items, on),
    }),
    "enforcement.measure.kept-for-fine": (state) => ({ ...state, forFine: true }),
    "enforcement.measure.confiscated": (state, { data: { items, on } }) => ({
      ...state,
      goods: left(state, items, on),
    }),
    "enforcement.measure.handed-over": (state, { data: { on } }) => ({
      ...state,
      goods: state.goods.map((one) => ({ leftOn: on, ...one })),
    }),
    "enforcement.measure.taken-over": (state, { data: { items, on } }) => ({ ...state, goods: left(state, items, on) }),
    "enforcement.measure.item-settled": (state, { data: { item, on } }) => ({
      ...state,
      goods: state.goods.map((one) => (one.id === item ? { ...one, settledOn: on } : one)),
    }),
    "enforcement.measure.limit-recounted": (state, { data: { limit } }) => ({ ...state, limit }),
    "enforcement.measure.lapsed": (state, { data: { cause, on } }) => {
      const { approveBy: _by, ...rest } = state;
      return { ...rest, status: "lapsed", lapse: { cause, on } };
    },
    "enforcement.measure.ended": (state, { data: { on, how } }) => {
      const { approveBy: _by, ...rest } = state;
      return { ...rest, status: "ended", ended: { on, how } };
    },
  },
};
