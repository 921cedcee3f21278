import type { Rejection } from "../../../../shared/decider/index.ts";
import { refuse } from "./refusals.ts";
import { type LineOf, type Scheme, type SchemeLine, scopeKey } from "./scheme.ts";

/** Whether two schemes are in force on one day. */
const meet = (a: Scheme, b: Scheme): boolean => a.from <= b.to && b.from <= a.to;

/** One scheme has one version on each day, and payers who reward one excess pay it once at the most, together. */
export function schemeSetRefusal(schemes: readonly Scheme[]): Rejection | undefined {
  for (const [at, scheme] of schemes.entries()) {
    const other = schemes.slice(0, at).find((one) => one.id === scheme.id && meet(one, scheme));
    if (other !== undefined) return refuse("finance.schemes-overlap", { scheme: scheme.id });
    const inForce = schemes.filter((one) => one.from <= scheme.from && scheme.from <= one.to);
    const above = aboveWhole(inForce);
    if (above !== undefined) return above;
  }
  return undefined;
}

type Reward = LineOf<"rate"> | LineOf<"tiers">;
interface ScopedReward {
  readonly scope: string;
  readonly reward: Reward;
}

function aboveWhole(schemes: readonly Scheme[]): Rejection | undefined {
  const rewards = schemes.flatMap(rewardsOf);
  for (const { scope } of rewards) {
    const same = rewards.filter((one) => one.scope === scope).map(({ reward }) => reward);
    for (const from of [0, ...same.flatMap(topsOf)]) {
      const bps = same.reduce((total, reward) => total + rateAbove(reward, from), 0);
      if (bps > 10_000) return refuse("finance.schemes-above-whole", { percent: bps / 100 });
    }
  }
  return undefined;
}

/** Rewards for an excess that a scheme pays, also through a sum, a cap, a condition. */
function rewardsOf({ lines, pays }: Scheme): readonly ScopedReward[] {
  const lineOf = (id: string): SchemeLine | undefined => lines.find((one) => one.id === id);
  const reached = new Set(pays);
  for (const id of reached) {
    const line = lineOf(id);
    if (line?.kind === "sum") for (const part of line.of) reached.add(part);
    if (line?.kind === "cap" || line?.kind === "if" || line?.kind === "minus") reached.add(line.of);
  }
  return [...reached].flatMap((id): readonly ScopedReward[] => {
    const line = lineOf(id);
    if (line?.kind !== "rate" && line?.kind !== "tiers") return [];
    const excess = lineOf(line.of);
    const scope = excess?.kind === "above" ? scopeOf(lineOf(excess.of), lineOf) : undefined;
    return scope === undefined ? [] : [{ scope, reward: line }];
  });
}

/** What an excess is measured by: one measure, or a sum of some. Undefined where it is anything else. */
function scopeOf(line: SchemeLine | undefined, lineOf: (id: string) => SchemeLine | undefined): string | undefined {
  if (line?.kind === "measure") return scopeKey(line);
  if (line?.kind !== "sum") return undefined;
  const parts = line.of.map((id) => scopeOf(lineOf(id), lineOf));
  return parts.includes(undefined) ? undefined : parts.toSorted().join("&");
}

const topsOf = (reward: Reward): readonly number[] =>
  reward.kind === "rate" ? [] : reward.bands.flatMap(({ upTo }) => (upTo === null ? [] : [upTo]));

/** The rate on the next fen above this excess. */
const rateAbove = (reward: Reward, excess: number): number =>
  reward.kind === "rate" ? reward.bps : (reward.bands.find(({ upTo }) => upTo === null || upTo > excess)?.bps ?? 0);
