import { todayIn } from "../../../../shared/calendar/index.ts";
import { readCsv } from "../../../../shared/csv/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import type { BankLayout } from "../../../../shared/town/finance.ts";
import { bankAccount } from "../../bank-lines/domain/bank-account.ts";
import { bankLine } from "../../bank-lines/domain/bank-line.ts";
import { lineIdOf } from "../../bank-lines/index.ts";
import { payment } from "../../payments/domain/decider.ts";
import { receivable } from "../../receivables/domain/decider.ts";
import { owedOf } from "../../receivables/domain/receivable.ts";
import { codeOf } from "../../receivables/index.ts";
import { proposalsFrom } from "../domain/proposing.ts";
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
  /** New lines with what each probably pays. */
  readonly fresh: readonly (FileLine & { readonly proposed?: string })[];
  /** Opening balance with all known lines: where the new ones begin. */
  readonly joinsAt: Fen;
  readonly monthEnds: Readonly<Record<string, Fen>>;
  /** Whether the file reaches further than those before it, or is the first to cover a month to its end. */
  readonly reachesOn: boolean;
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
  // A file that ends in days to come is refused; no month of them is reckoned before.
  const today = todayIn(runtime.clock()).toString();
  const come = { from: asked.from, to: asked.to < today ? asked.to : today, opening: asked.openingFen };
  const known = isWhole && lines.length <= mostFileLines ? await knownLines(asked.account, lines, runtime) : noneKnown;
  return {
    ...{ count: lines.length, known: known.lines.length, total: totalOfLines(lines) },
    faults: [...(broken.length > 0 ? broken : faults), ...inBalance, ...known.faults],
    fresh: await proposed(
      lines.filter(({ serial }) => !known.serials.has(serial)),
      runtime,
    ),
    joinsAt: totalOfLines([{ amount: asked.openingFen }, ...known.lines]),
    ...(await reachOf(asked, monthEndsOf(lines, come), runtime)),
  };
}

async function reachOf(
  { account, to }: FileAsked,
  monthEnds: Readonly<Record<string, Fen>>,
  { store }: Pick<Runtime, "store">,
): Promise<Pick<FileFound, "monthEnds" | "reachesOn">> {
  const before = (await store.load(bankAccount, account))?.state;
  const isNew = Object.keys(monthEnds).some((month) => before?.monthEnds[month] === undefined);
  return { monthEnds, reachesOn: isNew || to > (before?.through ?? "") };
}

/** What each line probably pays. Claims and payments are read once for the whole file. */
async function proposed(lines: readonly FileLine[], runtime: Runtime): Promise<FileFound["fresh"]> {
  if (lines.length === 0) return [];
  const { store, clock } = runtime;
  const today = todayIn(clock()).toString();
  const [claims, sent] = await Promise.all([
    everythingIn(store, receivable, { index: "byStatus", partition: "receivable:open" }),
    everythingIn(store, payment, { index: "byStatus", partition: "payment:sent" }),
  ]);
  const proposal = proposalsFrom({
    claims: claims.map(({ id, state }) => ({ id, owed: owedOf(state, today), code: codeOf(id, runtime) })),
    payments: sent.map(({ id, state }) => ({ id, amount: state.amount })),
  });
  return lines.map((line) => ({ ...line, ...present({ proposed: proposal(line) }) }));
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
