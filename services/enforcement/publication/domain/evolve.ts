import type { Limit } from "../../../../shared/calendar/index.ts";
import { type Events, present } from "../../../../shared/decider/index.ts";
import type { LateFor, Publication, Published, TakeDown } from "./publication.ts";
import type { PublicationWords } from "./words.ts";

type Gone = { readonly on: string; readonly takeDown?: TakeDown };

/** What is shown no more; a repair that was asked for is past. */
function gone({ repair: _repair, status: _status, ...state }: Published, { on, takeDown }: Gone) {
  return { ...state, goneOn: on, ...present({ takeDown }) };
}

/** What each event makes of a publication. */
export const publicationEffects: Events<PublicationWords> = {
  begun: {
    "enforcement.publication.proposed": ({ data, personal: { handlers } }) => ({
      ...data,
      ...{ status: "proposed", handlers, secrets: [], late: [] },
    }),
  },
  effects: {
    "enforcement.publication.secrets-named": (state, { personal: { words } }) => ({
      ...state,
      secrets: [...new Set([...state.secrets, ...words])],
    }),
    "enforcement.publication.declined": {
      proposed: (state, { data: { on } }) => ({ ...state, status: "declined", declinedOn: on }),
    },
    "enforcement.publication.dropped": {
      proposed: (state, { data: { on, fell } }) => ({ ...state, status: "dropped", goneOn: on, fell }),
    },
    "enforcement.publication.published": (
      state,
      { data: { on, changes }, personal: { content, elsewhere }, actor },
    ) => {
      const { case: of, proceeding, number, decidedOn, organ, codes, kinds, because } = state;
      const { credit, proposedOn, publishBy, handlers, secrets } = state;
      return {
        ...{ case: of, proceeding, number, decidedOn, organ, codes, kinds, because, credit, proposedOn, publishBy },
        ...{ handlers, secrets, late: [], status: "published" },
        shown: { on, by: actor, content, elsewhere, changes },
      };
    },
    "enforcement.publication.withdrawn": {
      published: (state, { data, personal: { document } }) => ({
        ...gone(state, data),
        ...{ status: "withdrawn", fell: data.fell, ...present({ document }) },
      }),
      withdrawn: (state, { data: { fell }, personal: { document } }) => ({ ...state, fell, ...present({ document }) }),
    },
    "enforcement.publication.expired": {
      published: (state, { data }) => ({ ...gone(state, data), status: "expired" }),
    },
    "enforcement.publication.repaired": {
      published: (state, { data }) => ({ ...gone(state, data), status: "repaired" }),
    },
    "enforcement.publication.repair-asked": {
      published: (state, { data }) => ({ ...state, repair: data }),
    },
    "enforcement.publication.repair-withdrawn": { published: withoutRepair },
    "enforcement.publication.repair-decided": { published: withoutRepair },
    "enforcement.publication.taken-down": (state, { data: { on } }) =>
      "takeDown" in state && state.takeDown !== undefined
        ? { ...state, takeDown: { ...state.takeDown, doneOn: on } }
        : state,
    "enforcement.publication.overdue": (state, { data: { what } }) => ({ ...state, late: [...state.late, what] }),
    "enforcement.publication.limit-recounted": (state, { data: { what, limit } }) => recounted(state, what, limit),
  },
};

/** A new request has its own term: what was late before does not count. */
function withoutRepair({ repair: _repair, ...state }: Published): Publication {
  return { ...state, late: state.late.filter((what) => what !== "repair") };
}

function recounted(state: Publication, what: LateFor, limit: Limit): Publication {
  if (what === "publish") return { ...state, publishBy: limit };
  if (what === "repair")
    return state.status === "published" && state.repair !== undefined
      ? { ...state, repair: { ...state.repair, decideBy: limit } }
      : state;
  return "takeDown" in state && state.takeDown !== undefined
    ? { ...state, takeDown: { ...state.takeDown, by: limit } }
    : state;
}
