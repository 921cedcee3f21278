import { present } from "../../../../../shared/decider/index.ts";
import type { KnownCase, KnownParty } from "./known-case.ts";
import type { About } from "./messages.ts";
import type { Proceeding } from "./proceeding.ts";

/** What every event of a proceeding says of it. */
export const about = ({ case: of, party }: Pick<Proceeding, "case" | "party">): About => ({
  case: of,
  proceeding: proceedingId(of, party.id),
  party: party.id,
});

/** One for each party of a case. */
export const proceedingId = (of: string, party: string): string => `${of}:${party}`;

/** The party as his case knows him now: a new name or a successor is his from then on (CF-57c). */
export const partyNow = ({ party }: Pick<Proceeding, "party">, of: KnownCase | undefined): KnownParty =>
  of?.parties.find(({ id }) => id === party.id) ?? party;

/** What a proceeding keeps of him: neither his number nor the day of his birth. */
export function keptParty(state: Pick<Proceeding, "party">, known: KnownCase | undefined): KnownParty {
  const { id, kind, role, of, name, address, operator, key } = partyNow(state, known);
  return { ...{ id, kind, role, name, address, key }, ...present({ of, operator }) };
}
