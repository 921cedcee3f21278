import type { Decider, DomainEvent } from "../../../../../shared/decider/index.ts";

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

const happens = { take: "permits.quota.taken", leave: "permits.quota.left", free: "permits.quota.freed" } as const;

/** Follows what is accepted and decided in one item (id: its code); the same again changes nothing. */
export const quota: Decider<Quota, QuotaCommand, QuotaEvent> = {
  aggregate: "quota",
  shape: 1,
  decide(state, command) {
    const { application } = command;
    const waits = state?.waiting.some((one) => one.application === application) === true;
    const holds = state?.taken.includes(application) === true;
    if (command.type === "join")
      return waits || holds
        ? []
        : [{ type: "permits.quota.joined", data: { application, acceptedOn: command.acceptedOn } }];
    const concerned = command.type === "take" ? !holds : command.type === "leave" ? waits : holds;
    return concerned ? [{ type: happens[command.type], data: { application } }] : [];
  },
  evolve(state, { type, data }) {
    const { waiting, taken } = state ?? { waiting: [], taken: [] };
    const others = waiting.filter(({ application }) => application !== data.application);
    switch (type) {
      case "permits.quota.joined":
        return { waiting: [...waiting, data].toSorted(byAcceptance), taken };
      case "permits.quota.taken":
        return { waiting: others, taken: [...taken, data.application] };
      case "permits.quota.left":
        return { waiting: others, taken };
      case "permits.quota.freed":
        return { waiting, taken: taken.filter((one) => one !== data.application) };
    }
  },
};

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
