import type { z } from "zod";
import { type Cell, type Complaint, unguarded } from "../../../shared/csv/index.ts";
import { domainListOf, itemProblems } from "../../../shared/town/cross-checks.ts";
import { domainCodeOf } from "../../../shared/town/domains.ts";
import type { ListName } from "../../../shared/town/lists.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import type { Column, Sheet } from "./columns.ts";

/** A row's item, if its cells make one; it counts only if no row of any file has a complaint. */
export interface Read<Item> {
  readonly item: Item | undefined;
  readonly complaints: readonly Complaint[];
}
interface Filled {
  readonly column: Column;
  readonly cell: Cell;
  readonly at: number;
}

/** One row against its schema and the town's profile. The row has as many cells as `columns` has entries. */
export function readRow<Item>(
  cells: readonly Cell[],
  columns: readonly (Column | undefined)[],
  { schema, list, columns: all }: Sheet<Item>,
  profile: TownProfile,
): Read<Item> {
  const filled = cells.flatMap((cell, at): Filled[] => {
    const column = columns[at];
    // Tables that the town hands out guard a cell that a spreadsheet would take for a formula.
    if (column === undefined) return [];
    const text = unguarded(cell.text);
    const said = column.path === "domain" ? domainCodeOf(text, profile, domainListOf(list)) : text;
    return [{ column, cell: { ...cell, text: said }, at: at + 1 }];
  });
  const result = schema.safeParse(assemble(filled));
  const complaints = [
    ...(result.error?.issues ?? []).flatMap((issue) => explain(issue, filled, all)),
    ...named(filled, list, profile),
  ];
  return { item: result.data, complaints };
}

function assemble(filled: readonly Filled[]): Record<string, unknown> {
  const item: Record<string, unknown> = {};
  for (const { column, cell } of filled) {
    const value = cell.text === "" ? column.blank : column.read(cell.text);
    if (value !== undefined) place(item, column.path.split("."), value);
  }
  return item;
}

function place(target: Record<string, unknown>, [key = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const child: unknown = target[key];
  const into: Record<string, unknown> = isRecord(child) ? child : {};
  target[key] = into;
  place(into, rest, value);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** An issue of the schema at the cells it came from; none, if their column is missing from the header and told there. */
function explain(issue: z.core.$ZodIssue, filled: readonly Filled[], columns: readonly Column[]): Complaint[] {
  const path = `${issue.path.join(".")}.`;
  const at = filled.filter(({ column }) => path.startsWith(`${column.path}.`));
  if (at.length > 0) return at.map((cell) => complaint(issue, cell));
  const below = filled.filter(({ column }) => column.path.startsWith(path));
  const blame = issue.code === "custom" ? below.slice(0, 1) : below.filter(({ cell }) => cell.text === "");
  if (blame.length > 0) return blame.map((cell) => complaint(issue, cell));
  const absent = columns.filter(({ path: own }) => `${own}.`.startsWith(path) || path.startsWith(`${own}.`));
  const told = absent.some((column) => !filled.some((cell) => cell.column === column));
  return told ? [] : [{ line: filled[0]?.cell.line ?? 1, column: 1, text: `${path} ${issue.message}` }];
}

function complaint(issue: z.core.$ZodIssue, { column, cell, at }: Filled): Complaint {
  const entry = issue.path.find((key) => typeof key === "number");
  const place = entry === undefined ? "" : ` (entry ${entry + 1} / 第 ${entry + 1} 项)`;
  const { en, zh } = column.expected;
  const given = cell.text === "" ? "empty" : JSON.stringify(cell.text.slice(0, 60));
  const text = issue.code === "custom" ? `${issue.message}${place}` : `${given}${place}, expected ${en} / 应为${zh}`;
  return { line: cell.line, column: at, text: `${column.name}: ${text}` };
}

function named(filled: readonly Filled[], list: ListName, profile: TownProfile): Complaint[] {
  const find = (path: string) => filled.find(({ column }) => column.path === path);
  const text = (path: string) => find(path)?.cell.text ?? "";
  const joint = text("jointDepartments")
    .split(";")
    .map((name) => name.trim());
  const problems = itemProblems(profile, list, {
    domain: text("domain"),
    sourceDepartment: text("sourceDepartment"),
    jointDepartments: joint.filter((name) => name !== ""),
  });
  return problems.flatMap(({ path, message }) => {
    const at = find(path.join("."));
    if (at === undefined || at.cell.text === "") return [];
    return [{ line: at.cell.line, column: at.at, text: `${at.column.name}: ${message}` }];
  });
}
