import { type Events, present } from "../../../../shared/decider/index.ts";
import type { Hearing, HearingParty } from "./hearing.ts";
import type { Attended } from "./messages.ts";
import type { HearingWords } from "./words.ts";

const untold = ({ told: _told, ...one }: HearingParty): HearingParty => one;

const withAttendance = (parties: Hearing["parties"], attendance: readonly Attended[]): Hearing["parties"] =>
  parties.map((one) => {
    const there = attendance.find(({ party }) => party === one.party);
    return there === undefined ? one : { ...one, attended: there.how, agents: there.agents };
  });

const without = (state: Hearing, { party, on }: { readonly party: string; readonly on: string }): Hearing => ({
  ...state,
  parties: state.parties.map((one) => (one.party === party ? { ...one, withdrawnOn: on } : one)),
});

/** What the events of a hearing make of it. */
export const hearingEffects: Events<HearingWords> = {
  begun: {
    "enforcement.hearing.requested": ({ data, personal: { people, handlers } }) => ({
      ...{ status: "requested", case: data.case, requestedOn: data.requestedOn, parties: people, handlers },
      ...{ postponed: 0, recusals: [] },
    }),
  },
  effects: {
    "enforcement.hearing.scheduled": (state, { data: { on, at, place }, personal: { handlers, ...personal } }) => ({
      ...state,
      ...{ status: "scheduled", handlers, plan: { on, at, place, ...personal } },
      parties: state.parties.map(untold),
      firstPlanned: state.firstPlanned ?? on,
    }),
    "enforcement.hearing.told": (state, { data: { party, on, how } }) => ({
      ...state,
      parties: state.parties.map((one) => (one.party === party ? { ...one, told: { on, how } } : one)),
    }),
    "enforcement.hearing.postponed": (state, { data: { on, at }, personal: { latest, scheduledOn } }) => ({
      ...state,
      ...(state.plan === undefined ? {} : { plan: { ...state.plan, on, at, latest, scheduledOn } }),
      parties: state.parties.map(untold),
      postponed: state.postponed + 1,
    }),
    "enforcement.hearing.recusal-asked": (state, { data: { on, ground }, personal: { chair }, actor }) => ({
      ...state,
      recusals: [...state.recusals, { sub: chair, askedBy: actor, askedOn: on, ground }],
    }),
    "enforcement.hearing.recusal-decided": (state, { data: { on, recused }, personal: { chair }, actor }) => {
      const recusals = state.recusals.map((one) =>
        one.sub === chair && one.decided === undefined ? { ...one, decided: { by: actor, on, recused } } : one,
      );
      if (!recused) return { ...state, recusals };
      const { plan: _plan, ...rest } = state;
      return { ...rest, status: "requested", recusals };
    },
    "enforcement.hearing.held": (state, { data: { heldOn, newFacts }, personal }) => {
      const { attendance, investigators, record } = personal;
      const parties = withAttendance(state.parties, attendance);
      return { ...state, status: "held", parties, heldOn, newFacts, investigators, record };
    },
    "enforcement.hearing.waived": (state, { personal: { attendance } }) => ({
      ...state,
      status: "waived",
      parties: withAttendance(state.parties, attendance),
    }),
    "enforcement.hearing.reported": (state, { data: { on }, personal: { sha256, newFacts } }) => ({
      ...state,
      status: "reported",
      report: { on, sha256, newFacts },
    }),
    "enforcement.hearing.request-withdrawn": (state, { data }) => without(state, data),
    "enforcement.hearing.party-dropped": (state, { data }) => without(state, data),
    "enforcement.hearing.withdrawn": (state) => ({ ...state, status: "withdrawn" }),
    "enforcement.hearing.joined": (state, { data: { into } }) => ({ ...state, status: "joined", ...present({ into }) }),
    "enforcement.hearing.taken-in": (state, { personal: { people } }) => ({
      ...state,
      parties: [...state.parties.filter(({ party }) => !people.some((one) => one.party === party)), ...people],
    }),
    "enforcement.hearing.called-off": (state) => ({ ...state, status: "called-off" }),
  },
};
