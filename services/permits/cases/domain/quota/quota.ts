import { type DomainEvent, deciderOf } from "../../../../../shared/decider/index.ts";

/** XK-57: an item of which there is not enough for everybody, and those who want it. */
export interface Quota {
  /** Accepted and undecided, first come first. */
  readonly waiting: readonly { readonly application: string; readonly acceptedOn: string }[];
  /** Granted; a place whose certificate has ended is free again. */
  readonly taken: readonly string[];
}

export type QuotaCommand =
  | { readonly type: "join"; readonly application: string; readonly acceptedOn: string }
  | { readonly type: "take" | "leave" | "free"; readonly application: string };

export type QuotaEvent = DomainEvent &
  (
    | {
        readonly type: "permits.quota.joined";
        readonly data: { readonly application: string; readonly acceptedOn: string };
      }
    | {
        readonly type: "permits.quota.taken" | "permits.quota.left" | "permits.quota.freed";
        readonly data: { readonly application: string };
      }
  );

/** No command begins it: at first nobody waits and nothing is taken. */
interface QuotaWords {
  readonly state: Quota;
  readonly command: QuotaCommand;
  readonly event: QuotaEvent;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

/** Follows what is accepted and decided in one item (id: its code); the same again changes nothing. */
export const quota = deciderOf<QuotaWords>({
  aggregate: "quota",
  shape: 1,
  begin: {},
  always: {
    join: (state, { application, acceptedOn }) =>
      waits(state, application) || holds(state, application)
        ? []
        : [{ type: "permits.quota.joined", data: { application, acceptedOn } }],
    take: (state, { application }) =>
      holds(state, application) ? [] : [{ type: "permits.quota.taken", data: { application } }],
    leave: (state, { application }) =>
      waits(state, application) ? [{ type: "permits.quota.left", data: { application } }] : [],
    free: (state, { application }) =>
      holds(state, application) ? [{ type: "permits.quota.freed", data: { application } }] : [],
  },
  empty: { waiting: [], taken: [] },
  begun: {},
  effects: {
    "permits.quota.joined": ({ waiting, taken }, { data }) => ({
      waiting: [...waiting, data].toSorted(byAcceptance),
      taken,
    }),
    "permits.quota.taken": ({ waiting, taken }, { data: { application } }) => ({
      waiting: without(waiting, application),
      taken: [...taken, application],
    }),
    "permits.quota.left": ({ waiting, taken }, { data: { application } }) => ({
      waiting: without(waiting, application),
      taken,
    }),
    "permits.quota.freed": ({ waiting, taken }, { data: { application } }) => ({
      waiting,
      taken: taken.filter((one) => one !== application),
    }),
  },
});

const waits = ({ waiting }: Quota, id: string) => waiting.some(({ application }) => application === id);
const holds = ({ taken }: Quota, id: string) => taken.includes(id);
const without = (waiting: Quota["waiting"], id: string) => waiting.filter(({ application }) => application !== id);

/** Of one day, who was heard of first: the sort is stable. */
const byAcceptance = (one: { acceptedOn: string }, other: { acceptedOn: string }) =>
  one.acceptedOn.localeCompare(other.acceptedOn);

/** Who of those accepted before this application is still undecided, and how many places are taken. */
export function queueFor(state: Quota | undefined, application: string) {
  const { waiting, taken } = state ?? { waiting: [], taken: [] };
  const place = waiting.findIndex((one) => one.application === application);
  const before = (place < 0 ? waiting : waiting.slice(0, place)).map((one) => one.application);
  return { before, taken: taken.length };
}
