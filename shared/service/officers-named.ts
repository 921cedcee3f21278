import type { Decider, DomainEvent } from "../decider/index.ts";
import { type LearnOfficer, type OfficerCopy, officerList } from "../powers-in-force/index.ts";
import { factReferences } from "../store/index.ts";
import type { Runtime } from "./runtime.ts";

/** One person has few certificates. */
const limit = 10;

/** The certificates of these people, as facts of a decision, from the service's own copies (`officerCopiesOf`). */
export async function certificatesOf<E extends DomainEvent>(
  knownOfficer: Decider<OfficerCopy, LearnOfficer, E>,
  subs: readonly string[],
  { store }: Runtime,
) {
  const pages = await Promise.all(
    [...new Set(subs)].map((sub) => store.list(knownOfficer, { index: "byCode", partition: officerList(sub), limit })),
  );
  return factReferences(
    knownOfficer,
    pages.flatMap(({ items }) => items.map(({ id }) => id)),
  );
}
