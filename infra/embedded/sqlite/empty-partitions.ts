import type { Query } from "../../../shared/store/table.ts";

/** So many are remembered; then all are forgotten. */
const most = 2_000;

/**
 * Partitions of indexes in which nothing stands: many views ask again and again whether something hangs on a case. Only this
 * process writes to the town's file, and what it writes is forgotten here. After a rollback all is forgotten.
 */
export class EmptyPartitions {
  readonly #known = new Set<string>();

  knows({ index, partition }: Query): boolean {
    return index !== undefined && this.#known.has(nameOf(index, partition));
  }

  /** This question was answered with nothing; a part of a partition may be empty while the partition is not. */
  learn({ index, partition, from, to, after }: Query): void {
    if (index === undefined || from !== undefined || to !== undefined || after !== undefined) return;
    if (this.#known.size >= most) this.clear();
    this.#known.add(nameOf(index, partition));
  }

  /** @param partition where an item is put; not a text where it has no place in that index */
  forget(index: string, partition: unknown): void {
    if (typeof partition === "string") this.#known.delete(nameOf(index, partition));
  }

  clear(): void {
    this.#known.clear();
  }
}

const nameOf = (index: string, partition: string) => `${index}\u0000${partition}`;
