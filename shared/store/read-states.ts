import type { FactReference } from "./facts.ts";
import { stateIn } from "./folding.ts";
import { isStoredState, stateKey } from "./items.ts";
import type { Table } from "./table.ts";

type References = readonly FactReference<unknown>[];

/** A state that was asked for; `coming` settles when it is here. */
interface Asked {
  state?: unknown;
  coming?: Promise<void> | undefined;
}

/**
 * The states of the facts that one answer asks for, each read once. Many steps of a view ask for the same facts: what is here
 * is given without another look at the table.
 */
export class ReadStates {
  readonly #read: (references: References) => Promise<readonly unknown[]>;
  readonly #asked = new Map<string, Asked>();

  constructor(read: (references: References) => Promise<readonly unknown[]>) {
    this.#read = read;
  }

  /**
   * The states in the order of the references; undefined where there is no such aggregate. New ones are read together.
   * @returns no promise where all are here: a view asks a hundred times
   */
  of(references: References): readonly unknown[] | Promise<readonly unknown[]> {
    const asked: Asked[] = [];
    const fresh: (readonly [FactReference<unknown>, Asked])[] = [];
    for (const reference of references) {
      const name = `${reference.of.aggregate}#${reference.id}`;
      const known = this.#asked.get(name);
      const one = known ?? {};
      asked.push(one);
      if (known !== undefined) continue;
      this.#asked.set(name, one);
      fresh.push([reference, one]);
    }
    if (fresh.length > 0) this.#fetch(fresh);
    return asked.some(({ coming }) => coming !== undefined) ? whenHere(asked) : asked.map(({ state }) => state);
  }

  #fetch(fresh: readonly (readonly [FactReference<unknown>, Asked])[]): void {
    const coming = this.#read(fresh.map(([reference]) => reference)).then((states) => {
      for (const [at, [, one]] of fresh.entries()) {
        one.state = states[at];
        one.coming = undefined;
      }
    });
    for (const [, one] of fresh) one.coming = coming;
  }
}

async function whenHere(asked: readonly Asked[]): Promise<readonly unknown[]> {
  for (const { coming } of asked) await coming;
  return asked.map(({ state }) => state);
}

/** The states that facts refer to, in one read. */
export async function statesOf(table: Table, references: References): Promise<readonly unknown[]> {
  const items = await table.read(references.map(({ of, id }) => stateKey(of.aggregate, id)));
  return Promise.all(
    references.map(({ of, id }, at) => {
      const item = items[at];
      return isStoredState(item) && item.id === id ? stateIn(table, of, item) : undefined;
    }),
  );
}
