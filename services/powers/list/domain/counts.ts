import type { Temporal } from "temporal-polyfill";
import { type DutyList, dutyLists, type PowerMode, powerModes } from "../../../../shared/contracts/powers.ts";
import { heldOn, inForceOn } from "../../../../shared/powers-in-force/index.ts";
import { entryOn, onTheListFrom } from "../../powers/domain/entry.ts";
import type { Power } from "../../powers/domain/power.ts";

const none = <K extends string>(keys: readonly K[]) => new Map<K, number>(keys.map((key) => [key, 0]));
const add = <K extends string>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** P9: how many powers the list holds on a day, by the mode in which they are held and by duty list (CF-24b). */
export class Counts {
  readonly #on: Temporal.PlainDate;
  readonly #modes = none<PowerMode>(powerModes);
  readonly #duties = none<DutyList>(dutyLists);
  readonly #categories = new Map<string, number>();
  #total = 0;
  #inForce = 0;
  #notHeld = 0;

  constructor(on: Temporal.PlainDate) {
    this.#on = on;
  }

  count(power: Power): void {
    if (onTheListFrom(power) > this.#on.toString()) return;
    const held = heldOn(power, this.#on);
    const { dutyList, category } = entryOn(power, this.#on);
    this.#total += 1;
    if (held === undefined) this.#notHeld += 1;
    else add(this.#modes, held.mode);
    if (dutyList !== undefined) add(this.#duties, dutyList);
    add(this.#categories, category);
    if (inForceOn(power, this.#on).inForce) this.#inForce += 1;
  }

  /** `byMode` and `notHeld` together are all of the list. */
  result() {
    return {
      on: this.#on.toString(),
      total: this.#total,
      inForce: this.#inForce,
      notHeld: this.#notHeld,
      byMode: Object.fromEntries(this.#modes),
      byDutyList: Object.fromEntries(this.#duties),
      byCategory: Object.fromEntries(this.#categories),
    };
  }
}
