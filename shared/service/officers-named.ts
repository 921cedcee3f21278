import type { Decider, DomainEvent } from "../decider/index.ts";
import { type LearnOfficer, type OfficerCopy, officerList } from "../powers-in-force/index.ts";
import { type FactReference, factReferences, sampleWord } from "../store/index.ts";
import { actorKey, type Runtime } from "./runtime.ts";

/** One person has few certificates. */
const limit = 10;

/**
 * The certificates of these people, as facts of a decision, from the service's own copies (`officerCopiesOf`). A copy knows its
 * officer by his key (D7): the decision is given his login, by which it was asked for.
 */
export async function certificatesOf<E extends DomainEvent>(
  knownOfficer: Decider<OfficerCopy, LearnOfficer, E>,
  subs: readonly string[],
  runtime: Runtime,
): Promise<readonly FactReference<OfficerCopy>[]> {
  if (subs.length === 0) return [];
  const found = await Promise.all(
    [...new Set(subs)].filter(isSomebody).map(async (sub) => {
      const lists = [actorKey(runtime, sub), sub].map((who) =>
        runtime.store.list(knownOfficer, { index: "byCode", partition: officerList(who), limit }),
      );
      const ids = new Set((await Promise.all(lists)).flatMap(({ items }) => items.map(({ id }) => id)));
      const seen = (copy: OfficerCopy) => ({ ...copy, sub });
      return factReferences(knownOfficer, [...ids]).map((reference) => ({ ...reference, seen }));
    }),
  );
  return found.flat();
}

/** A made-up login of an example is nobody's. */
const isSomebody = (sub: string) => sub !== sampleWord;
