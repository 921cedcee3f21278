import { type DomainEvent, deciderOf, present } from "../../../../../shared/decider/index.ts";

/** XK-57: an application in the line. Older ones have no number of their own. */
export interface Waiting {
  readonly application: string;
  readonly acceptedOn: string;
  /** Given in the transaction of the acceptance, without gaps within the item. */
  readonly order?: number;
}

/** XK-57: an item of which there is not enough for everybody, and those who want it. */
export interface Quota {
  /** Accepted and undecided, first come first. */
  readonly waiting: readonly Waiting[];
  /** Granted; a place whose certificate has ended is free again. */
  readonly taken: readonly string[];
  /** Every acceptance up to this number is known here, and these above it. */
  readonly known?: { readonly to: number; readonly above: readonly number[] };
}

export type QuotaCommand =
  | ({ readonly type: "join" } & Waiting)
  | { readonly type: "take" | "leave" | "free"; readonly application: string };

export type QuotaEvent = DomainEvent &
  (
    | { readonly type: "permits.quota.joined"; readonly data: Waiting }
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
    join: (state, { application, acceptedOn, order }) =>
      waits(state, application) || holds(state, application) || isKnown(state, order)
        ? []
        : [{ type: "permits.quota.joined", data: { application, acceptedOn, ...present({ order }) } }],
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
    "permits.quota.joined": (state, { data }) => ({
      ...state,
      waiting: [...state.waiting, data].toSorted(byAcceptance),
      ...knowing(state, data.order),
    }),
    "permits.quota.taken": ({ waiting, taken, ...rest }, { data: { application } }) => ({
      ...rest,
      waiting: without(waiting, application),
      taken: [...taken, application],
    }),
    "permits.quota.left": ({ waiting, ...rest }, { data: { application } }) => ({
      ...rest,
      waiting: without(waiting, application),
    }),
    "permits.quota.freed": ({ taken, ...rest }, { data: { application } }) => ({
      ...rest,
      taken: taken.filter((one) => one !== application),
    }),
  },
});

const waits = ({ waiting }: Quota, id: string) => waiting.some(({ application }) => application === id);
const holds = ({ taken }: Quota, id: string) => taken.includes(id);
const without = (waiting: Quota["waiting"], id: string) => waiting.filter(({ application }) => application !== id);

const isKnown = ({ known: { to, above } = nothingKnown }: Quota, order: number | undefined) =>
  order !== undefined && (order <= to || above.includes(order));
const nothingKnown = { to: 0, above: [] };

/** The numbers known, with one more; those that follow on without a gap become one bound. */
function knowing({ known = nothingKnown }: Quota, order: number | undefined): Pick<Quota, "known"> {
  if (order === undefined) return {};
  let { to } = known;
  const all = new Set([...known.above, order]);
  while (all.delete(to + 1)) to += 1;
  return { known: { to, above: [...all].toSorted((one, other) => one - other) } };
}

/** XK-57: by the day of acceptance, and of one day by its number. The order in which events arrive does not count. */
const byAcceptance = (one: Waiting, other: Waiting) =>
  one.acceptedOn.localeCompare(other.acceptedOn) || (one.order ?? 0) - (other.order ?? 0);

/** Who of those accepted before this application is still undecided, how many places are taken, and how much is known. */
export function queueFor(state: Quota | undefined, application: string) {
  const { waiting, taken, known } = state ?? { waiting: [], taken: [] };
  const place = waiting.findIndex((one) => one.application === application);
  const before = (place < 0 ? waiting : waiting.slice(0, place)).map((one) => one.application);
  return { before, taken: taken.length, knownTo: known?.to ?? 0 };
}
