import { Temporal } from "temporal-polyfill";
import { type Actor, type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";

/** Where what is on file can be seen: a file somebody brought, or a certificate the town issued. */
export interface Source {
  readonly kind: "material" | "certificate";
  readonly id: string;
}

export interface Entry {
  /** The material's name, as guides call it. */
  readonly name: string;
  readonly source: Source;
  readonly since: string;
  /** The last day on which it counts; absent: it does not expire. */
  readonly validUntil?: string;
  /** From this day on it counts no longer, e.g. a certificate that was revoked. */
  readonly endedOn?: string;
}

/** What the town has on file of a person or body (id: `partyId`), so that it is not asked of him again (S-4). */
export interface Dossier {
  readonly entries: readonly Entry[];
}

export type DossierCommand =
  | { readonly type: "keep"; readonly entry: Omit<Entry, "endedOn"> }
  | { readonly type: "end"; readonly source: Source; readonly on: string };

export type DossierEvent =
  | (DomainEvent & { readonly type: "permits.dossier.kept"; readonly data: Omit<Entry, "endedOn"> })
  | (DomainEvent & {
      readonly type: "permits.dossier.ended";
      readonly data: { readonly source: Source; readonly on: string };
    });

const same = (a: Source, b: Source) => a.kind === b.kind && a.id === b.id;

/** No command begins it: at first nothing is on file. */
interface DossierWords {
  readonly state: Dossier;
  readonly command: DossierCommand;
  readonly event: DossierEvent;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

/** Follows what was accepted and issued; the same again changes nothing, and what has ended does not come back. */
export const dossier = deciderOf<DossierWords>({
  aggregate: "dossier",
  shape: 1,
  begin: {},
  always: {
    keep: ({ entries }, { entry }) => {
      const there = entries.some(({ name, source, since }) => {
        return same(source, entry.source) && name === entry.name && since >= entry.since;
      });
      return there ? [] : [{ type: "permits.dossier.kept", data: entry }];
    },
    end: ({ entries }, { source, on }) => {
      const stands = entries.some((one) => same(one.source, source) && one.endedOn === undefined && one.since <= on);
      return stands ? [{ type: "permits.dossier.ended", data: { source, on } }] : [];
    },
  },
  empty: { entries: [] },
  begun: {},
  effects: {
    "permits.dossier.kept": ({ entries }, { data }) => {
      const others = entries.filter(({ name, source }) => name !== data.name || !same(source, data.source));
      return { entries: [...others, data] };
    },
    "permits.dossier.ended": ({ entries }, { data: { source, on: endedOn } }) => ({
      entries: entries.map((one) => (same(one.source, source) ? { ...one, endedOn } : one)),
    }),
  },
});

/**
 * S-4: who files may count on what is on file of the applicant: the counter; an agent, who is refused without that person's
 * authorisation; and the person himself, where his login proves who he is. Any other resident types any number, and must
 * not learn from it what the town has of somebody else: for him the counter looks it up when it takes up the case.
 */
export const mayCountOnFile = ({ roles, party }: Pick<Actor, "roles" | "party">, of: string) =>
  roles.includes("clerk") || roles.includes("agent") || party === of;

/** S-4: names of the materials that are on file on a day, the last day of each included. */
export function onFileOn(state: Dossier | undefined, today: Temporal.PlainDate): readonly string[] {
  const counts = ({ since, validUntil, endedOn }: Entry) =>
    Temporal.PlainDate.compare(since, today) <= 0 &&
    (validUntil === undefined || Temporal.PlainDate.compare(today, validUntil) <= 0) &&
    (endedOn === undefined || Temporal.PlainDate.compare(today, endedOn) < 0);
  return [...new Set((state?.entries ?? []).filter(counts).map(({ name }) => name))];
}
