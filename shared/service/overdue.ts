import type { Table } from "../store/table.ts";
import { dueIndex } from "../store/written.ts";
import { deadlineOf } from "./due.ts";
import { whichAreSetAside } from "./set-aside.ts";

/** So many deadlines are looked at: enough to tell that the clockwork stands still. */
const most = 100;

/**
 * Deadlines of a table that passed at this instant or before: how many nobody has acted on, a hundred at the most, and how
 * many aggregates are set aside.
 */
export async function overdueIn(
  table: Table,
  upTo: string,
): Promise<{ readonly overdue: number; readonly setAside: number }> {
  const setAside = await whichAreSetAside({ store: { table } }, upTo);
  const names = new Set(setAside.map(({ aggregate, id }) => `${aggregate}/${id}`));
  const { items } = await table.query({ index: dueIndex, partition: "due", to: `${upTo}~`, limit: most });
  const overdue = items.flatMap(deadlineOf).filter(({ aggregate, id }) => !names.has(`${aggregate}/${id}`));
  return { overdue: overdue.length, setAside: setAside.length };
}
