import type { SQLInputValue, StatementSync } from "node:sqlite";
import { checkQuery, type IndexShape, itemBytes, tableLimits } from "../../../shared/store/limits.ts";
import { type Item, indexAttributes, type Page, type Position, type Query } from "../../../shared/store/table.ts";
import { quoted } from "./definition.ts";
import { itemOf, type Row, rowNumber, rowText } from "./row.ts";
import type { TownFile } from "./town-file.ts";

/** Where a query looks: the attributes of its keys, and whether it sees whole items. */
interface View {
  readonly partition: string;
  readonly sort: string;
  readonly whole: boolean;
}

/** So few rows are fetched at once; to step through them one by one costs more. */
const fewRows = 30;

/** Answers a table's queries page by page. One statement is kept for each form of a query. */
export function pagesOf({ database }: TownFile, name: string, indexes: readonly IndexShape[]) {
  const statements = new Map<string, StatementSync>();
  const views = new Map<string | undefined, View>([[undefined, { partition: "pk", sort: "sk", whole: true }]]);
  for (const index of indexes)
    views.set(index.name, { ...indexAttributes(index.name), whole: index.projection === "all" });

  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const made = database.prepare(sql);
    statements.set(sql, made);
    return made;
  };

  return (query: Query): Page => {
    checkQuery(query, indexes);
    const view = views.get(query.index);
    if (view === undefined) throw new TypeError("unreachable");
    const { sql, values } = selection(name, view, query);
    const items: Item[] = [];
    let bytes = 0;
    let last: Position | undefined;
    const asked = statement(sql);
    const most = query.limit + 1;
    const rows = most <= fewRows ? asked.all(...values, most) : asked.iterate(...values, most);
    for (const row of rows) {
      bytes += view.whole ? rowNumber(row, "bytes") : itemBytes(shown(row, view));
      const full = items.length === query.limit || bytes > tableLimits.pageBytes;
      if (full && last !== undefined) return { items, last };
      items.push(shown(row, view));
      last = positionOf(row, view);
    }
    return { items };
  };
}

/** The statement and its values, save the last one: how many rows. */
function selection(
  name: string,
  { partition, sort, whole }: View,
  { partition: of, from, to, after, descending }: Query,
) {
  const order = sort === "sk" ? ["sk"] : [sort, "pk", "sk"];
  const columns = [...new Set(["pk", "sk", partition, sort])].map(quoted);
  const conditions = [`${quoted(partition)} = ?`];
  const values: SQLInputValue[] = [of];
  const [beyond, direction] = descending === true ? ["<", "DESC"] : [">", "ASC"];
  for (const [bound, sign] of [
    [from, ">="],
    [to, "<="],
  ] as const)
    if (bound !== undefined) {
      conditions.push(`${quoted(sort)} ${sign} ?`);
      values.push(bound);
    }
  if (after !== undefined) {
    conditions.push(`(${order.map(quoted).join(", ")}) ${beyond} (${order.map(() => "?").join(", ")})`);
    values.push(...order.map((column) => after[column] ?? ""));
  }
  const sql = `SELECT ${columns.join(", ")}${whole ? ", bytes, item" : ""} FROM ${quoted(name)}
    WHERE ${conditions.join(" AND ")} ORDER BY ${order.map((column) => `${quoted(column)} ${direction}`).join(", ")} LIMIT ?`;
  return { sql, values };
}

function shown(row: Row, view: View): Item {
  const [pk, sk] = [rowText(row, "pk"), rowText(row, "sk")];
  if (!view.whole)
    return { pk, sk, [view.partition]: rowText(row, view.partition), [view.sort]: rowText(row, view.sort) };
  const item = itemOf(pk, sk, row);
  if (item === undefined) throw new TypeError("unreachable");
  return item;
}

const positionOf = (row: Row, { partition, sort }: View): Position => ({
  pk: rowText(row, "pk"),
  sk: rowText(row, "sk"),
  [partition]: rowText(row, partition),
  [sort]: rowText(row, sort),
});
