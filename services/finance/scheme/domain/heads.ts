import type { LineGround, LineInput, Missing, Worked } from "./computed.ts";
import { whole, yuanText } from "./exact.ts";
import type { LineOf } from "./scheme.ts";

interface Since {
  readonly from: string;
}
/** The record in force on a day: the latest one from that day or before. */
const inForceOn = <One extends Since>(list: readonly One[], day: string): One | undefined =>
  list
    .filter(({ from }) => from <= day)
    .reduce<One | undefined>(
      (latest, one) => (latest === undefined || one.from > latest.from ? one : latest),
      undefined,
    );

interface Month {
  readonly month: string;
  readonly heads: number;
  readonly perYear: number;
  readonly documents: readonly string[];
}

/**
 * Heads are counted on the first of each month, staff not above the establishment (编制). The amount is Σ months × rate ÷ 12,
 * rounded once. A month without a count leaves the line open.
 */
export function perUnitOf(line: LineOf<"perUnit">, ground: LineGround): Worked {
  const counted = ground.term.months.map((day) => monthOf(line, ground, day));
  const missing = counted.flatMap((one) => ("what" in one ? [one] : []));
  const months = counted.flatMap((one) => ("what" in one ? [] : [one]));
  const inputs = months.map(({ month, heads, documents }): LineInput => ({ from: "heads", month, heads, documents }));
  if (missing.length > 0) return { missing, inputs };
  const dividend = months.reduce((sum, { heads, perYear }) => sum + BigInt(heads) * BigInt(perYear), 0n);
  return { formula: headsText(months), exact: { dividend, divisor: 12n }, inputs };
}

function monthOf({ id, unit, rates }: LineOf<"perUnit">, { facts }: LineGround, day: string): Month | Missing {
  const month = day.slice(0, 7);
  const count = inForceOn(
    facts.counts.filter((one) => one.unit === unit),
    day,
  );
  if (count === undefined) return { what: "heads", line: id, of: month };
  const perYear = inForceOn(rates, day)?.perYear ?? 0;
  if (unit !== "staff") return { month, heads: count.count, perYear, documents: [count.document] };
  const posts = inForceOn(facts.posts, day);
  if (posts === undefined) return { what: "posts", line: id, of: month };
  const heads = Math.min(count.count, posts.count);
  return { month, heads, perYear, documents: [count.document, posts.document] };
}

/** `20,000.00 × (3 × 104 + 5 × 106 + 4 × 108) ÷ 12`, for each rate. */
function headsText(months: readonly Month[]): string {
  const byRate = Map.groupBy(months, ({ perYear }) => perYear);
  const parts = [...byRate].map(([perYear, of]) => {
    const runs = [...Map.groupBy(of, ({ heads }) => heads)].map(([heads, { length }]) => `${length} × ${heads}`);
    return `${yuanText(whole(perYear))} × (${runs.join(" + ")})`;
  });
  return parts.length === 1 ? `${parts.join("")} ÷ 12` : `(${parts.join(" + ")}) ÷ 12`;
}
