import { deciderOf, present } from "../../../../shared/decider/index.ts";
import { listedByNumber } from "../../common/domain/numbered.ts";
import {
  agree,
  appoint,
  consent,
  declareConflict,
  fail,
  followUp,
  holdSession,
  prolong,
  propose,
  recordConfirmation,
  refuseMediator,
  reportDanger,
  stops,
} from "./handling.ts";
import type { Mediation, MediationCommand, MediationEvent } from "./mediation.ts";
import { mediationMoves } from "./moves.ts";
import { nextMediationDeadline, passTime } from "./passing.ts";
import type { MediationRefusal } from "./refusals.ts";

interface MediationWords {
  readonly state: Mediation;
  readonly command: MediationCommand;
  readonly event: MediationEvent;
  readonly moves: typeof mediationMoves;
  readonly begins: "propose";
  readonly begun: "grid-events.mediation.proposed";
  readonly refusal: MediationRefusal;
}

const over: ReadonlySet<string> = new Set(["closed", "declined", "ended", "failed"]);

/** The mediation of a dispute (G7), from the offer to the last visit. */
export const mediation = deciderOf<MediationWords>({
  aggregate: "mediation",
  shape: 2,
  ended: ({ status }) => over.has(status),
  retainedAs: "voice",
  moves: mediationMoves,
  impossible: "grid-events.mediation-not-in-this-state",
  byItself: ["pass-time"],
  begin: { propose },
  steps: {
    consent,
    decline: stops("grid-events.mediation.declined"),
    appoint,
    "refuse-mediator": refuseMediator,
    "declare-conflict": declareConflict,
    "hold-session": holdSession,
    prolong,
    agree,
    end: stops("grid-events.mediation.ended"),
    fail,
    "record-confirmation": recordConfirmation,
    "follow-up": followUp,
    "report-danger": reportDanger,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  begun: {
    "grid-events.mediation.proposed": ({ data: { number, on, event }, personal, time }) => ({
      ...{ status: "proposed", proposedOn: on, proposedAt: time, consented: [], excluded: [], sessions: [] },
      ...{ overdue: false, followUps: [], ways: [], dangers: 0 },
      ...personal,
      ...present({ number, event }),
    }),
  },
  effects: {
    "grid-events.mediation.consented": (state, { data: { party } }) => ({
      ...state,
      consented: [...state.consented, party],
    }),
    "grid-events.mediation.opened": (state, { data: { limit } }) => ({ ...state, status: "open", limit }),
    "grid-events.mediation.declined": (state, { data: { ways } }) => ({ ...state, status: "declined", ways }),
    "grid-events.mediation.mediator-appointed": (state, { personal: { mediator } }) => ({ ...state, mediator }),
    "grid-events.mediation.mediator-left": ({ mediator, ...state }, { data: { why } }) => ({
      ...state,
      excluded: mediator === undefined ? state.excluded : [...state.excluded, { sub: mediator, why }],
    }),
    "grid-events.mediation.session-held": (state, { data: { on, present: there }, personal: { notes } }) => ({
      ...state,
      sessions: [...state.sessions, { on, present: there, notes }],
    }),
    "grid-events.mediation.prolonged": (state, { data: { limit } }) => ({ ...state, limit, overdue: false }),
    "grid-events.mediation.agreed": (state, { data, personal: { text } }) => ({
      ...{ ...state, status: "agreed", confirmBy: data.confirmBy },
      agreement: { form: data.form, effectiveOn: data.effectiveOn, text },
      followUps: data.followUps.map((due) => ({ due, missed: false })),
    }),
    "grid-events.mediation.ended": (state, { data: { ways } }) => ({ ...state, status: "ended", ways }),
    "grid-events.mediation.failed": (state, { data: { ways } }) => ({ ...state, status: "failed", ways }),
    "grid-events.mediation.confirmation-recorded": (state, { data: { on, document } }) => ({
      ...state,
      confirmed: { on, document },
    }),
    "grid-events.mediation.followed-up": (state, { data: { on, kept, ways } }) => {
      const first = state.followUps.findIndex(({ done }) => done === undefined);
      return {
        ...state,
        ways,
        followUps: state.followUps.map((one, at) => (at === first ? { ...one, done: { on, kept } } : one)),
      };
    },
    "grid-events.mediation.closed": (state) => ({ ...state, status: "closed" }),
    "grid-events.mediation.danger-reported": (state) => ({ ...state, dangers: state.dangers + 1 }),
    "grid-events.mediation.overdue": (state, { data: { due, what } }) =>
      what === "mediation"
        ? { ...state, overdue: true }
        : {
            ...state,
            followUps: state.followUps.map((one) =>
              one.due === due && one.done === undefined ? { ...one, missed: true } : one,
            ),
          },
  },
  listed: ({ status, number, proposedAt, mediator, parties }, id) => {
    const sort = `${proposedAt}#${id}`;
    // Who asked for it with his own login; the others have none.
    const owner = parties.find((one) => one.owner !== undefined)?.owner;
    return {
      byStatus: { partition: `mediation:${status}`, sort },
      ...(mediator === undefined ? {} : { byCode: { partition: `mediation:${mediator}`, sort } }),
      ...(owner === undefined ? {} : { byOwner: { partition: `mediation:${owner}`, sort } }),
      ...listedByNumber("mediation", number, id),
    };
  },
  nextDeadline: nextMediationDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});
