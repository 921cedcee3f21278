import { readCsv } from "../../../../shared/csv/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { BankLayout } from "../../../../shared/town/finance.ts";
import { bankLine } from "../../bank-lines/domain/bank-line.ts";
import { lineIdOf } from "../../bank-lines/index.ts";
import { balanceFaults, type Fault, type FileLine, linesIn, monthEndsOf, totalOfLines } from "../domain/reading.ts";
import { mostFileLines } from "../domain/statement.ts";

export interface FileAsked {
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly openingFen: Fen;
  readonly closingFen: Fen;
  /** The file in base64. */
  readonly content: string;
}

/** The text of a file in the encoding of its bank; undefined where it is not written in it. */
function textOfFile(bytes: Uint8Array, encoding: BankLayout["encoding"]): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What is to be found out of a file before it is decided on: its lines, its faults, and which of its lines are known. */
export interface FileFound {
  readonly count: number;
  readonly known: number;
  readonly total: Fen;
  readonly faults: readonly Fault[];
  readonly fresh: readonly FileLine[];
  /** Opening balance with all known lines: where the new ones begin. */
  readonly joinsAt: Fen;
  readonly monthEnds: Readonly<Record<string, Fen>>;
}

/** The whole file, read by the layout of its bank. Undefined: there is no such account. `unreadable`: another encoding. */
export async function fileRead(asked: FileAsked, runtime: Runtime): Promise<FileFound | "unreadable" | undefined> {
  const layout = runtime.town.finance.bankAccounts.find(({ id }) => id === asked.account)?.layout;
  if (layout === undefined) return undefined;
  const text = textOfFile(Buffer.from(asked.content, "base64"), layout.encoding);
  if (text === undefined) return "unreadable";
  const { rows, complaints } = readCsv(Buffer.from(text, "utf8"));
  const table = rows.map((cells) => ({ line: cells[0]?.line ?? 0, cells: cells.map((cell) => cell.text) }));
  const { lines, faults } = linesIn(table, layout, asked);
  const broken = complaints.map(({ line }): Fault => ({ line, fault: "not-a-table" }));
  const isWhole = broken.length + faults.length === 0;
  const inBalance = isWhole ? balanceFaults(lines, asked.openingFen) : [];
  const known = isWhole && lines.length <= mostFileLines ? await knownLines(asked.account, lines, runtime) : noneKnown;
  return {
    ...{ count: lines.length, known: known.lines.length, total: totalOfLines(lines) },
    faults: [...(broken.length > 0 ? broken : faults), ...inBalance, ...known.faults],
    fresh: lines.filter(({ serial }) => !known.serials.has(serial)),
    joinsAt: totalOfLines([{ amount: asked.openingFen }, ...known.lines]),
    monthEnds: monthEndsOf(lines, { ...asked, opening: asked.openingFen }),
  };
}

const noneKnown = { lines: [], serials: new Set<string>(), faults: [] };

/** Lines that another file has shown already: the same ones move nothing twice, and one with another amount is a fault. */
async function knownLines(account: string, lines: readonly FileLine[], { store }: Pick<Runtime, "store">) {
  const found = await store.loadAll(
    bankLine,
    lines.map(({ serial }) => lineIdOf(account, serial)),
  );
  const shown = new Map(found.flatMap(({ state }) => (state.shown === undefined ? [] : [[state.serial, state.shown]])));
  const known = lines.filter(({ serial }) => shown.has(serial));
  return {
    lines: known,
    serials: new Set(known.map(({ serial }) => serial)),
    faults: known.flatMap(({ line, serial, on, amount }): Fault[] => {
      const before = shown.get(serial);
      return before?.on === on && before.amount === amount ? [] : [{ line, fault: "serial-otherwise" }];
    }),
  };
}
