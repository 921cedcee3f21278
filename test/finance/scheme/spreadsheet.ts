import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FiscalEntry } from "../../../services/finance/scheme/domain/facts.ts";
import { readCsv } from "../../../shared/csv/index.ts";
import { anEntry } from "./builders.ts";

const sheet = readCsv(readFileSync(join(import.meta.dirname, "guangtong-2026.csv")));

/** The year as a spreadsheet holds it, drawn once: taxes with refunds among them, and what no scheme may count. */
export const entriesOf2026: readonly FiscalEntry[] = sheet.rows.slice(1).map((row) => {
  const [day, code, level, origin, amount] = row.map(({ text }) => text);
  return anEntry(Number(amount), { effectiveOn: day, class: code, level, origin });
});

/** The column sums of the spreadsheet, by month, computed apart from this system. */
export const taxByMonth: readonly number[] = [
  ...[629_674_185, 649_982_940, 720_900_576, 555_138_846, 868_485_364, 543_265_510],
  ...[696_916_968, 732_076_178, 753_440_892, 395_573_015, 490_585_169, 484_890_825],
];
