/** What a series of measurements says: per second if done one after another, median and 99th percentile in milliseconds. */
export interface Timing {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));

export function timingOf(milliseconds: readonly number[]): Timing {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const total = sorted.reduce((sum, one) => sum + one, 0);
  return { perSecond: rounded((1000 * sorted.length) / total, 0), p50: rounded(at(0.5)), p99: rounded(at(0.99)) };
}

export const ratio = (one: number, other: number) => rounded(one / other);

/**
 * Runs the contenders in turn, `rounds` times, so that noise of the machine meets them alike; the first rounds warm up
 * and are not counted.
 */
export async function inTurn<N extends string>(
  rounds: number,
  warmUp: number,
  contenders: Readonly<Record<N, (round: number) => Promise<unknown>>>,
): Promise<ReadonlyMap<string, Timing>> {
  const times = new Map<string, number[]>(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const [name, act] of Object.entries<(round: number) => Promise<unknown>>(contenders)) {
      const began = performance.now();
      await act(round);
      if (round >= warmUp) times.get(name)?.push(performance.now() - began);
    }
  }
  return new Map([...times].map(([name, taken]) => [name, timingOf(taken)]));
}
