import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import type { Item } from "../../shared/store/index.ts";
import type { Caller, Hall } from "./hall.ts";
import { ratio, timingOf } from "./timing.ts";

const supervisor: Caller = { sub: "supervisor-1", roles: "[supervisor]", office: "party-government" };
const columns = z.array(z.object({ name: z.string(), type: z.string() }));

/**
 * Copies of one thing, each with a key of its own, in the table and in the index of the list. They are written
 * straight into the engine's file: through its API 200,000 items with their indexes and stream records take ten minutes.
 */
function fillTo(hall: Hall, model: Item, from: number, to: number): void {
  const file = new DatabaseSync(hall.database, { timeout: 10_000 });
  const key = model.pk.slice(model.pk.indexOf("#") + 1);
  for (const [table, where] of [
    [hall.name, "pk = ?4 AND sk = 'state'"],
    [`${hall.name}::gsi::byStatus`, "table_pk = ?4"],
  ]) {
    const known = columns.parse(file.prepare(`SELECT name, type FROM pragma_table_info('${table}')`).all());
    const names = known.map(({ name }) => name).join(", ");
    const copied = known.map(({ name, type }) =>
      type === "TEXT" ? `replace(model.${name}, ?1, printf('BENCH%011d', number.n))` : `model.${name}`,
    );
    file
      .prepare(
        `WITH RECURSIVE number(n) AS (SELECT ?2 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < ?3)
         INSERT INTO "${table}" (${names}) SELECT ${copied.join(", ")} FROM number, (SELECT * FROM "${table}" WHERE ${where}) model`,
      )
      .run(key, from, to, model.pk);
  }
  file.close();
}

/** A page of 20 out of 10,000 and out of 200,000, the first page and one from the middle. */
export async function lists(
  hall: Hall,
  model: Item,
  sizes: readonly number[],
  rounds: number,
  list = "/permits/applications?status=accepted",
) {
  const measured: Record<string, ReturnType<typeof timingOf>> = {};
  let filled = 0;
  for (const size of sizes) {
    fillTo(hall, model, filled, size);
    filled = size;
    const times: number[] = [];
    let next: unknown;
    for (let round = 0; round < rounds + 10; round += 1) {
      const cursor: string = typeof next === "string" ? `&cursor=${encodeURIComponent(next)}` : "";
      const began = performance.now();
      const page: Record<string, unknown> = await hall.call("GET", `${list}&limit=20${cursor}`, supervisor);
      if (round >= 10) times.push(performance.now() - began);
      next = page.next;
    }
    measured[`of${size}`] = timingOf(times);
  }
  const [small, large] = sizes.map((size) => measured[`of${size}`]?.p50 ?? Number.NaN);
  return { pageSize: 20, rounds, milliseconds: measured, ratio: ratio(large ?? Number.NaN, small ?? Number.NaN) };
}
