import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Events, present } from "../../../../shared/decider/index.ts";
import type { Building, BuildingStatus, ServedPaper } from "./building.ts";
import { withCostPaid, withoutCostPaid } from "./costs-paid.ts";
import type { BuildingWords } from "./words.ts";

const paper = ({ number, issuedOn }: ServedPaper): ServedPaper => ({ number, issuedOn });

/** What each event makes of an illegal building. */
export const buildingEffects: Events<BuildingWords> = {
  begun: {
    "enforcement.building.recorded": ({ data, personal, actor }) => {
      const { on, files: _files, ...found } = data;
      const { login, ...seen } = personal;
      return {
        ...{ status: "recorded" as const, ...found, ...seen },
        ...{ recordedOn: on, recordedBy: actor, with: login, work: [], remedies: [] },
      };
    },
  },
  effects: {
    "enforcement.building.countersigned": (state) => ({ ...state, status: "found" }),
    "enforcement.building.stop-ordered": (state, { data }) => ({ ...state, stopOrder: data }),
    "enforcement.building.correction-ordered": (state, { data }) => ({ ...state, status: "ordered", order: data }),
    "enforcement.building.rechecked": (state, { data: { on } }) => ({ ...state, unmetOn: on }),
    "enforcement.building.paper-served": (state, { data: { on: servedOn, paper: of, term } }) => {
      const { stopOrder, order, demand, enforcement } = state;
      if (of === "stop-order")
        return stopOrder === undefined ? state : { ...state, stopOrder: { ...stopOrder, servedOn } };
      if (of === "rectification-order")
        return order === undefined ? state : { ...state, order: { ...order, servedOn } };
      if (of === "demand")
        return demand === undefined ? state : { ...state, demand: { ...demand, servedOn, ...present({ term }) } };
      return enforcement === undefined ? state : { ...state, enforcement: { ...enforcement, servedOn } };
    },
    "enforcement.building.decision-taken": (state, { data }) => ({
      ...(state.status === "ended" ? anew(state) : state),
      ...{ status: "decided", decision: data },
    }),
    "enforcement.building.demanded": (state, { data }) => ({ ...state, status: "demanded", demand: paper(data) }),
    "enforcement.building.opinion-stated": (state, { data: { on } }) =>
      state.demand === undefined ? state : { ...state, demand: { ...state.demand, opinion: { on } } },
    "enforcement.building.opinion-heard": ({ demand, ...state }, { data: { on, adopted } }) => {
      if (demand === undefined) return state;
      // QZ-36: what is taken makes the demand fall; the party is told anew.
      if (adopted) return { ...state, status: "decided" };
      return { ...state, demand: { ...demand, opinion: { on: demand.opinion?.on ?? on, heard: { on, adopted } } } };
    },
    "enforcement.building.enforcement-decided": (state, { data: { number, issuedOn, means, estimateFen } }) => ({
      ...state,
      status: "enforcing",
      enforcement: { number, issuedOn, means, estimateFen },
    }),
    "enforcement.building.notice-published": (state, { data: { number, on, by } }) => ({
      ...state,
      notice: { number, on, by },
    }),
    "enforcement.building.agreed": (state, { data: { on, lastDay } }) => ({ ...state, agreement: { on, lastDay } }),
    "enforcement.building.agreement-ended": ({ agreement: _agreement, ...state }) => state,
    "enforcement.building.things-listed": (state, { data: { on }, personal: { things }, actor }) => ({
      ...state,
      things: {
        ...{ on, by: actor },
        things: [
          ...(state.things?.things ?? []),
          ...things.map(({ ref, text, quantity }) => ({ id: ref, description: text, quantity })),
        ],
      },
    }),
    "enforcement.building.found-urgent": (state, { data: { on } }) => ({ ...state, urgency: { on } }),
    "enforcement.building.demolition-begun": (state, { data: { at, until, urgent } }) => ({
      ...state,
      status: "demolishing",
      work: [...state.work, { from: at, until, urgent }],
    }),
    "enforcement.building.demolition-interrupted": (state, { data: { at } }) => ({
      ...endWork(state, at),
      status: "enforcing",
    }),
    "enforcement.building.demolished": (state, { data: { at } }) => ({
      ...endWork(state, at),
      status: "demolished",
      demolishedOn: todayIn(at).toString(),
    }),
    "enforcement.building.things-returned": (state, { data: { on, how, things: back } }) => ({
      ...state,
      ...(state.things === undefined
        ? {}
        : {
            things: {
              ...state.things,
              things: state.things.things.map((one) =>
                back.includes(one.id) ? { ...one, returned: { on, how } } : one,
              ),
            },
          }),
    }),
    "enforcement.building.costs-claimed": (state, { data: { on, amountFen } }) => ({
      ...state,
      claim: { on, amountFen },
    }),
    "enforcement.building.cost-paid": (state, { data }) => withCostPaid(state, data),
    "enforcement.building.cost-payment-taken-back": (state, { data }) => withoutCostPaid(state, data),
    "enforcement.building.court-asked": (state, { data: { on, number, acceptance } }) => ({
      ...state,
      status: "before-court",
      court: { number, appliedOn: on, acceptance },
    }),
    "enforcement.building.court-answered": ({ court, ...state }, { data: { on, accepted, ruling } }) =>
      accepted && court !== undefined
        ? { ...state, status: "with-court", court: { ...court, acceptedOn: on, ...present({ ruling }) } }
        : { ...state, status: "demanded" },
    "enforcement.building.court-ruled": (state, { data: { on } }) =>
      state.court === undefined ? state : { ...state, court: { ...state.court, ruledOn: on } },
    "enforcement.building.remedy-filed": (state, { data }) => ({ ...state, remedies: [...state.remedies, data] }),
    "enforcement.building.remedy-ended": (state, { data: { on, remedy, effect } }) => {
      const remedies = state.remedies.map((one) => (one.id === remedy ? { ...one, endedOn: on, effect } : one));
      if (effect !== "revoked") return { ...state, remedies };
      const { enforcement: _enforcement, notice: _notice, ...left } = state;
      return state.status === "paused"
        ? { ...left, remedies, ...(state.pause === undefined ? {} : { pause: { ...state.pause, was: "demanded" } }) }
        : { ...left, remedies, status: "demanded" };
    },
    "enforcement.building.paused": (state, { data: { on, ground, harmless } }) => ({
      ...state,
      status: "paused",
      pause: { on, ground, harmless, was: state.status },
    }),
    "enforcement.building.resumed": ({ pause, ...state }) => ({ ...state, status: pause?.was ?? statusOf(state) }),
    "enforcement.building.ended": (state, { data: { on, how } }) => ({
      ...state,
      status: "ended",
      ending: { on, how },
    }),
    "enforcement.building.restitution-due": (state, { data: { on } }) => ({ ...state, restitutionDueOn: on }),
  },
};

const statusOf = ({ status }: { readonly status: BuildingStatus }): BuildingStatus => status;

/** The work that was going on stops. */
const endWork = ({ work, ...state }: Building, at: string): Building => ({
  ...state,
  work: work.map((one) => (one.to === undefined ? { ...one, to: at } : one)),
});

/** A building whose decision fell: demand, enforcement and notice of before count no more. */
function anew({
  ending: _ending,
  demand: _demand,
  enforcement: _enforcement,
  notice: _notice,
  things: _things,
  urgency: _urgency,
  agreement: _agreement,
  pause: _pause,
  court: _court,
  ...left
}: Building): Building {
  return { ...left, remedies: [] };
}
