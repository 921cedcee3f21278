import type { Runtime } from "../../../shared/service/index.ts";

/** More machines than a town has; the one heard longest ago is forgotten. */
const most = 20_000;
const kept = new WeakMap<Runtime["keyed"], Map<string, number>>();

function serialsOf({ keyed }: Pick<Runtime, "keyed">): Map<string, number> {
  const known = kept.get(keyed) ?? new Map<string, number>();
  kept.set(keyed, known);
  return known;
}
/** By the machine and its key: serials begin anew with another one. */
const nameOf = (device: string, keys: number): string => `${device}/${keys}`;

/**
 * The highest serial of a machine that was heard. What is counted alone is not written, so only this process knows of it: a
 * repetition is refused as long as the process lives, and one of a noted message for ever.
 */
export const heardTo = (device: string, keys: number, runtime: Pick<Runtime, "keyed">): number =>
  serialsOf(runtime).get(nameOf(device, keys)) ?? 0;

export function noteHeard(device: string, keys: number, serial: number, runtime: Pick<Runtime, "keyed">): void {
  const serials = serialsOf(runtime);
  const name = nameOf(device, keys);
  const highest = Math.max(serial, serials.get(name) ?? 0);
  serials.delete(name);
  serials.set(name, highest);
  const [oldest] = serials.keys();
  if (serials.size > most && oldest !== undefined) serials.delete(oldest);
}
