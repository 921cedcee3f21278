import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { power } from "../domain/decider.ts";
import type { Power } from "../domain/power.ts";
import { carryOutImport, importsOf } from "../importing.ts";

/** How often the list is read again when an import switches it meanwhile. */
const rereadings = 5;

/**
 * Every power of the list in the order of its code. X5: all of them as before an import, or all as after it. A reader that
 * comes right after the switch helps to carry it out, and reads then.
 */
export async function everyPower(runtime: Runtime): Promise<readonly Power[]> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await afterImport(runtime);
    const found = await everythingIn(runtime.store, power, { index: "byCode", partition: "powers" });
    if (before === (await importsOf(runtime))?.revision || attempt === rereadings)
      return found.map(({ state }) => state);
  }
}

/** Waits until an import that has switched the list is carried out. @returns how often the list was switched */
export async function afterImport(runtime: Runtime): Promise<number | undefined> {
  const known = await importsOf(runtime);
  if (known?.running?.adopted !== undefined) await carryOutImport(runtime);
  return known?.revision;
}
