import { frozen } from "../../../shared/store/frozen.ts";
import type { Item, Key } from "../../../shared/store/table.ts";

/** What is known of a place in a table. `text` is the item as it was written; it is read when somebody asks for it. */
export interface Known {
  readonly version: number | null;
  readonly letters: number;
  text: string;
  item?: Item;
}

/** Nothing lies there. */
export const nothing = "nothing";

/** So many letters of items stay in memory for each table. What was asked for longest ago is forgotten first. */
const mostLetters = 400_000;
/** The least that a place takes, so that places where nothing lies are bounded too. */
const leastLetters = 100;

/**
 * Items of one table as they were last read or written. Only this process writes to the town's file, so that what is known
 * stays right. After a rollback all is forgotten.
 */
export class KnownItems {
  readonly #places = new Map<string, Known | typeof nothing>();
  #letters = 0;

  /** @returns undefined: it is not known what lies there */
  find({ pk, sk }: Key): Known | typeof nothing | undefined {
    const name = nameOf(pk, sk);
    const known = this.#places.get(name);
    if (known === undefined) return undefined;
    this.#places.delete(name);
    this.#places.set(name, known);
    return known;
  }

  learn(key: Key, known: Known | typeof nothing): void {
    const name = nameOf(key.pk, key.sk);
    this.forget(key);
    this.#places.set(name, known);
    this.#letters += lettersOf(known);
    for (const [oldest] of this.#places) {
      if (this.#letters <= mostLetters) break;
      this.#remove(oldest);
    }
  }

  forget({ pk, sk }: Key): void {
    this.#remove(nameOf(pk, sk));
  }

  clear(): void {
    this.#places.clear();
    this.#letters = 0;
  }

  #remove(name: string): void {
    const known = this.#places.get(name);
    if (known === undefined) return;
    this.#places.delete(name);
    this.#letters -= lettersOf(known);
  }
}

/** The item of a known place, made of its text once. */
export function knownItem({ pk, sk }: Key, known: Known): Item {
  const rest: Record<string, unknown> = known.item ?? JSON.parse(known.text);
  const item = known.item ?? frozen({ ...rest, pk, sk });
  known.item = item;
  known.text = "";
  return item;
}

const nameOf = (pk: string, sk: string) => `${pk}\u0000${sk}`;
const lettersOf = (known: Known | typeof nothing) => (known === nothing ? leastLetters : leastLetters + known.letters);
