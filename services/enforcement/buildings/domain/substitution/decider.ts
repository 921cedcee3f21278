import { startOfDay, toDate, todayIn } from "../../../../../shared/calendar/index.ts";
import { deciderOf, present } from "../../../../../shared/decider/index.ts";
import type { ServedPaper } from "../building.ts";
import { withCostPaid, withoutCostPaid } from "../costs-paid.ts";
import { substitutionMoves } from "./moves.ts";
import {
  claimSubstitutionCosts,
  closeSubstitution,
  decideSubstitution,
  demandSubstitution,
  noteSubstitutionPaid,
  noteSubstitutionService,
  performSubstitution,
  remindParty,
  removeAtOnce,
  stopSubstitution,
  takeSubstitutionPaymentBack,
  tellAbsentParty,
} from "./performing.ts";
import type { Substitution } from "./substitution.ts";
import type { SubstitutionWords } from "./words.ts";

const served = <P extends ServedPaper>(paper: P | undefined, servedOn: string): P | undefined =>
  paper === undefined ? undefined : { ...paper, servedOn };

const isOver = ({ status }: Substitution) => status === "stopped" || status === "closed";

/** Another one does it at the party's cost (QZ-50 to QZ-52): after demand and decision, or at once. */
export const substitution = deciderOf<SubstitutionWords>({
  aggregate: "substitution",
  shape: 1,
  ended: isOver,
  moves: substitutionMoves,
  impossible: "enforcement.substitution-not-in-this-state",
  byItself: ["pass-time", "note-cost-payment", "take-cost-payment-back"],
  begin: { demand: demandSubstitution, "remove-at-once": removeAtOnce },
  steps: {
    "note-service": noteSubstitutionService,
    decide: decideSubstitution,
    remind: remindParty,
    perform: performSubstitution,
    stop: stopSubstitution,
    "tell-party": tellAbsentParty,
    "claim-costs": claimSubstitutionCosts,
    "note-cost-payment": noteSubstitutionPaid,
    "take-cost-payment-back": takeSubstitutionPaymentBack,
    close: closeSubstitution,
    "pass-time": ({ atOnce }, _command, { today }) =>
      atOnce === undefined || !isUntold(atOnce) || today.toString() <= atOnce.tellBy
        ? []
        : [{ type: "enforcement.substitution.party-untold", data: { due: atOnce.tellBy }, personal: {} }],
  },
  begun: {
    "enforcement.substitution.demanded": ({ data: { number, issuedOn, ...ordinary }, personal }) => ({
      ...{ status: "demanded", begunOn: issuedOn, ordinary, demand: { number, issuedOn } },
      ...personal,
    }),
    "enforcement.substitution.removed-at-once": ({ data, personal: { place, handlers, description, party } }) => {
      const { on, what, site, partyPresent, tellBy } = data;
      return {
        ...{ status: "performed", begunOn: on, description, handlers },
        atOnce: { what, site, place, partyPresent, tellBy },
        ...present({ party }),
      };
    },
  },
  effects: {
    "enforcement.substitution.paper-served": (state, { data: { on, paper, term } }) => {
      const { demand, decision, reminder } = state;
      if (paper === "decision") return { ...state, ...present({ decision: served(decision, on) }) };
      if (paper === "reminder") return { ...state, ...present({ reminder: served(reminder, on) }) };
      const told = served(demand, on);
      return told === undefined ? state : { ...state, demand: { ...told, ...present({ term }) } };
    },
    "enforcement.substitution.decided": (state, { data, personal: { performer } }) => ({
      ...state,
      status: "decided",
      decision: { ...data, performer },
    }),
    "enforcement.substitution.reminded": (state, { data }) => ({ ...state, reminder: data }),
    "enforcement.substitution.performed": (state, { data: { at } }) => ({
      ...state,
      status: "performed",
      performedOn: todayIn(at).toString(),
    }),
    "enforcement.substitution.stopped": (state, { data: { on } }) => ({ ...state, status: "stopped", endedOn: on }),
    "enforcement.substitution.party-told": (state, { data: { on } }) => ({
      ...state,
      ...(state.atOnce === undefined ? {} : { atOnce: { ...state.atOnce, toldOn: on } }),
    }),
    "enforcement.substitution.costs-claimed": (state, { data: { on, amountFen } }) => ({
      ...state,
      ...{ status: "closed", endedOn: on, claim: { on, amountFen } },
    }),
    "enforcement.substitution.cost-paid": (state, { data }) => withCostPaid(state, data),
    "enforcement.substitution.cost-payment-taken-back": (state, { data }) => withoutCostPaid(state, data),
    "enforcement.substitution.closed": (state, { data: { on } }) => ({ ...state, status: "closed", endedOn: on }),
    "enforcement.substitution.party-untold": (state) => ({
      ...state,
      ...(state.atOnce === undefined ? {} : { atOnce: { ...state.atOnce, late: true } }),
    }),
  },
  listed: ({ status, begunOn, ordinary }, id) => ({
    byStatus: { partition: `substitution:${status}`, sort: `${begunOn}#${id}` },
    ...(ordinary === undefined ? {} : { byCase: { partition: `substitution:${ordinary.case}`, sort: id } }),
  }),
  nextDeadline: ({ status, atOnce }) =>
    status === "performed" && atOnce !== undefined && isUntold(atOnce)
      ? startOfDay(toDate(atOnce.tellBy).add({ days: 1 }))
      : undefined,
  onDeadline: () => ({ type: "pass-time" }),
});

const isUntold = ({ partyPresent, toldOn, late }: NonNullable<Substitution["atOnce"]>): boolean =>
  !partyPresent && toldOn === undefined && late !== true;
