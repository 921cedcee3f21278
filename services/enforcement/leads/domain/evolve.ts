import { type Events, present } from "../../../../shared/decider/index.ts";
import type { Lead } from "./lead.ts";
import type { LeadWords } from "./words.ts";

/** What the events of a lead make of it. */
export const leadEffects: Events<LeadWords> = {
  begun: {
    "enforcement.lead.recorded": ({ data, personal, time }) => ({
      ...data,
      ...personal,
      ...{ status: "received", receivedAt: time, late: false, told: false, joined: [] },
    }),
  },
  effects: {
    "enforcement.lead.received": (state) => ({ ...state, told: true }),
    "enforcement.lead.checked": (state, { data, personal, actor }) => {
      const { on, finding, suspectedCrime, fileBy, domain, item } = data;
      const { officers, notes, files, place, address } = personal;
      const check = { on, finding, suspectedCrime, officers, notes, files, by: actor };
      // Another domain may give another term: what was late may be so no longer.
      const late = state.late && fileBy?.due === state.fileBy?.due;
      return { ...state, status: "checked", check, late, ...present({ fileBy, domain, item, place, address }) };
    },
    "enforcement.lead.verified": (state) => ({ ...state, status: "verified" }),
    "enforcement.lead.proposed": (state, { data }) => ({ ...state, status: "proposed", case: data.case }),
    "enforcement.lead.filed": (state, { data }) => ({
      ...state,
      status: "filed",
      case: data.case,
      reply: { on: data.on },
    }),
    "enforcement.lead.dismissed": (state, { data: { on, ground }, personal }) =>
      replied(state, "dismissed", { on, ground, ...personal }),
    "enforcement.lead.transferred": (state, { data: { on, ground, organ }, personal }) =>
      replied(state, "transferred", { on, ground, organ, ...personal }),
    "enforcement.lead.joined": (state, { data: { on, into }, personal }) =>
      replied(state, "joined", { on, into, ...personal }),
    "enforcement.lead.answered": (state, { data: { on, corrected }, personal }) =>
      replied(state, "answered", { on, corrected, ...personal }),
    "enforcement.lead.taken-in": (state, { data: { from, discoveredOn, fileBy } }) => ({
      ...state,
      discoveredOn,
      joined: [...state.joined, from],
      ...present({ fileBy }),
    }),
    "enforcement.lead.term-extended": (state, { data: { fileBy } }) => ({ ...state, fileBy }),
    "enforcement.lead.informant-disclosed": (state) => state,
    "enforcement.lead.limit-recounted": (state, { data: { limit } }) => ({ ...state, fileBy: limit }),
    "enforcement.lead.overdue": (state) => ({ ...state, late: true }),
  },
};

const replied = (state: Lead, status: Lead["status"], reply: NonNullable<Lead["reply"]>): Lead => ({
  ...state,
  status,
  reply,
});
