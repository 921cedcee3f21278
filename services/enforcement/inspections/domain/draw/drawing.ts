/** Gives the SHA-256 of a text in hexadecimal digits. A domain gets it as an argument. */
export type Hash = (text: string) => string;

/** Those who take part, by names that lead to nobody outside of the office: labels of venues, numbers of certificates. */
export interface DrawPool {
  readonly venues: readonly string[];
  readonly officers: readonly string[];
  /** Who keeps away from which venue. */
  readonly conflicts: readonly { readonly label: string; readonly certificate: string }[];
  /** How many venues are drawn. */
  readonly count: number;
}

/** A venue that was drawn, with all who may inspect it, in the order of the draw; the first two do. */
export interface DrawnVenue {
  readonly label: string;
  readonly officers: readonly string[];
}

export const officersPerVenue = 2;

/** The text whose digest is published with the pool. Anybody with the pool writes the same text. */
export const poolText = ({ venues, officers, conflicts, count }: DrawPool): string =>
  [
    `count=${count}`,
    `venues=${venues.toSorted().join(",")}`,
    `officers=${officers.toSorted().join(",")}`,
    `conflicts=${conflicts
      .map(({ label, certificate }) => `${label}:${certificate}`)
      .toSorted()
      .join(",")}`,
  ].join("\n");

/** Who may inspect a venue. */
export const eligibleFor = (label: string, { officers, conflicts }: DrawPool): readonly string[] =>
  officers.filter((one) => !conflicts.some((near) => near.label === label && near.certificate === one));

/**
 * 双随机: venues in the order of the digests of `seed|word|venue|<label>`, the first `count` of them; for each of them the officers who
 * may inspect it in the order of the digests of `seed|word|officer|<label>|<certificate>`. Nothing else decides, so that
 * anybody computes the same.
 */
export function drawnFrom(pool: DrawPool, seed: string, word: string, hash: Hash): readonly DrawnVenue[] {
  const inOrder = (names: readonly string[], of: string) =>
    names
      .map((name) => ({ name, place: hash(`${seed}|${word}|${of}|${name}`) }))
      .toSorted((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0))
      .map(({ name }) => name);
  return inOrder(pool.venues, "venue")
    .slice(0, pool.count)
    .map((label) => ({ label, officers: inOrder(eligibleFor(label, pool), `officer|${label}`) }));
}
