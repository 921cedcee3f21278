import * as z from "zod";

const items = z.object({ items: z.array(z.record(z.string(), z.unknown())) });

/** A list as a table of text, one line each; nothing: a sentence. */
export function tableText(answer: unknown, columns: readonly string[]): string {
  const rows = items.parse(answer).items.map((item) => columns.map((name) => textOf(item[name])));
  if (rows.length === 0) return "nothing / 没有";
  const widths = columns.map((name, at) => Math.max(name.length, ...rows.map((row) => (row[at] ?? "").length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(columns), ...rows.map(line)].join("\n");
}

const textOf = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
