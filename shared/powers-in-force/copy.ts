import type { DutyList, LawCited, TownRole } from "../contracts/powers.ts";
import type { Decider, DomainEvent } from "../decider/index.ts";
import type { KnownOfficer, OfficerChange } from "./officer.ts";
import type { KnownPower, PowerChange } from "./power.ts";

/** A service's own copy of a power, and how far it has followed the original. */
export interface PowerCopy extends KnownPower {
  /** Sequence of the last event of the original that is in the copy. */
  readonly followedTo: number;
}

/** What a power is, as its listing says. */
export interface ListedPower {
  readonly townRole: TownRole;
  readonly domain?: string | undefined;
  readonly basis?: readonly LawCited[] | undefined;
  readonly dutyList?: DutyList | undefined;
}

export interface LearnPower {
  readonly type: "learn";
  readonly sequence: number;
  readonly code: string;
  /** What the power is, from its listing; or what has changed. */
  readonly news: ListedPower | { readonly change: PowerChange };
}

export type PowerCopyEvent<S extends string> = DomainEvent & {
  readonly type: `${S}.known-power.learned`;
  readonly data: Omit<LearnPower, "type">;
};

/**
 * The decider of a service's copies of powers (P5): it follows a power by its published events, and answers for past
 * days too. What is already known changes nothing.
 */
export function powerCopiesOf<S extends string>(service: S): Decider<PowerCopy, LearnPower, PowerCopyEvent<S>> {
  return {
    aggregate: "known-power",
    shape: 1,
    decide(state, { type: _type, ...data }) {
      if (state !== undefined && data.sequence <= state.followedTo) return [];
      return [{ type: `${service}.known-power.learned`, data }];
    },
    evolve(state, { data: { code, sequence, news } }) {
      // Until its listing is known, the town decides nothing under it.
      const known = state ?? { code, townRole: "reviews" as const, changes: [], followedTo: 0 };
      if ("change" in news) return { ...known, changes: [...known.changes, news.change], followedTo: sequence };
      const { townRole, domain, basis, dutyList } = news;
      return {
        ...known,
        townRole,
        ...(domain === undefined ? {} : { domain }),
        ...(basis === undefined ? {} : { basis }),
        ...(dutyList === undefined ? {} : { dutyList }),
        followedTo: sequence,
      };
    },
  };
}

/** A service's own copy of an officer's certificate. */
export interface OfficerCopy extends KnownOfficer {
  readonly followedTo: number;
}

export interface LearnOfficer {
  readonly type: "learn";
  readonly sequence: number;
  readonly certificate: string;
  /** Told with the certificate itself; a suspension does not repeat it. */
  readonly sub?: string;
  readonly change: OfficerChange;
}

export type OfficerCopyEvent<S extends string> = DomainEvent & {
  readonly type: `${S}.known-officer.learned`;
  readonly data: Omit<LearnOfficer, "type">;
};

/** The partition of `byCode` in which the certificates of a person stand. */
export const officerList = (sub: string) => `officer:${sub}`;

/** The decider of a service's copies of officers' certificates; as {@link powerCopiesOf}. */
export function officerCopiesOf<S extends string>(service: S): Decider<OfficerCopy, LearnOfficer, OfficerCopyEvent<S>> {
  return {
    aggregate: "known-officer",
    shape: 2,
    decide(state, { type: _type, ...data }) {
      if (state !== undefined && data.sequence <= state.followedTo) return [];
      return [{ type: `${service}.known-officer.learned`, data }];
    },
    evolve(state, { data: { certificate, sequence, sub, change } }) {
      const known = state ?? { certificate, sub: "", changes: [], followedTo: 0 };
      return { ...known, sub: sub ?? known.sub, changes: [...known.changes, change], followedTo: sequence };
    },
    /** A person is found by his key; copies of the first days hold his login. */
    listed: ({ sub }, id) => (sub === "" ? {} : { byCode: { partition: officerList(sub), sort: id } }),
  };
}
