import type { TownRole } from "../../../shared/contracts/powers.ts";
import type { Decider, DomainEvent } from "../../../shared/decider/index.ts";
import type { KnownPower, PowerChange } from "../../../shared/powers-in-force/index.ts";

/** The permits service's own copy of a power, and how far it has followed the original. */
export interface PowerCopy extends KnownPower {
  /** Sequence of the last event of the original that is in the copy. */
  readonly followedTo: number;
}

export interface LearnPower {
  readonly type: "learn";
  readonly sequence: number;
  readonly code: string;
  /** What the power is, from its listing; or what has changed. */
  readonly news: { readonly townRole: TownRole } | { readonly change: PowerChange };
}

export type PowerCopyEvent = DomainEvent & {
  readonly type: "permits.known-power.learned";
  readonly data: Omit<LearnPower, "type">;
};

/** Follows a power by its published events; what is already known changes nothing. */
export const knownPower: Decider<PowerCopy, LearnPower, PowerCopyEvent> = {
  aggregate: "known-power",
  decide(state, { type: _type, ...data }) {
    if (state !== undefined && data.sequence <= state.followedTo) return [];
    return [{ type: "permits.known-power.learned", data }];
  },
  evolve(state, { data: { code, sequence, news } }) {
    // Until its listing is known, the town decides nothing under it.
    const known = state ?? { code, townRole: "reviews" as const, changes: [], followedTo: 0 };
    return "change" in news
      ? { ...known, changes: [...known.changes, news.change], followedTo: sequence }
      : { ...known, townRole: news.townRole, followedTo: sequence };
  },
};
