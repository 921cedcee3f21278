import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { list, type Route, resource, severalOf, type Viewing } from "../../../../shared/http/index.ts";
import { fen, negate, sum } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import {
  type BankLine,
  bankLine,
  entryOfLine,
  lineStatuses,
  linesOf,
  statusOfLine,
} from "../../bank-lines/domain/bank-line.ts";
import { financeReaders } from "../../common/roles.ts";
import type { LedgerEntry } from "../../ledger/domain/posted/words.ts";
import { namesItsLine, recordOf } from "../../ledger/domain/record-of-entry.ts";
import { backedBy, entryHeld, givenBack } from "../../ledger/index.ts";
import { partIdOf, type StatementPart, statementPart } from "../domain/part.ts";

const lineView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(lineStatuses),
  bankAccount: z.string(),
  serial: z.string(),
  shownOn: z.iso.date().optional(),
  amountFen: z.int().optional(),
  bookedFen: z.int().optional(),
  paysFor: z.string().optional(),
  proposed: z.string().optional(),
  statement: z.string().optional(),
  counterparty: z.string().optional(),
  /** The last four digits. */
  accountEnd: z.string().optional(),
  text: z.string().optional(),
});

type Parts = ReadonlyMap<string, StatementPart>;
const partOf = ({ shown }: BankLine): string | undefined =>
  shown === undefined ? undefined : partIdOf(shown.statement, shown.part);
/** The parts of files that hold the texts of lines, each read once. */
async function partsFor(lines: readonly Loaded<BankLine>[], { store }: Pick<Runtime, "store">): Promise<Parts> {
  const ids = [...new Set(lines.flatMap(({ state }) => partOf(state) ?? []))];
  return new Map((await store.loadAll(statementPart, ids)).map(({ id, state }) => [id, state]));
}

const viewIn = ({ id, version, state }: Loaded<BankLine>, parts: Parts) => {
  const { account, serial, shown, booked, for: paysFor } = state;
  const told = shown === undefined ? undefined : parts.get(partOf(state) ?? "")?.lines[shown.row];
  return {
    ...{ id, version, status: statusOfLine(state), bankAccount: account, serial },
    ...present({ shownOn: shown?.on, amountFen: shown?.amount, bookedFen: booked, paysFor }),
    ...present({ proposed: shown?.proposed, statement: shown?.statement }),
    ...present({ counterparty: told?.name, accountEnd: told?.number?.slice(-4), text: told?.text }),
  };
};

const lines = resource({
  of: bankLine,
  at: "/finance/bank-lines",
  staff: financeReaders,
  returns: lineView,
  view: async (loaded: Loaded<BankLine>, { runtime }: Pick<Viewing, "runtime">) =>
    viewIn(loaded, await partsFor([loaded], runtime)),
});

/** What an entry moves on the account of a book that a bank account is; undefined: no such entry, or it is of another book. */
function movedAt(entry: LedgerEntry | undefined, bankAccount: string | undefined, { town }: Pick<Runtime, "town">) {
  const of = town.finance.bankAccounts.find(({ id }) => id === bankAccount);
  if (entry === undefined || of === undefined || entry.book !== of.book) return undefined;
  const moved = entry.lines.filter(({ account }) => account === of.account);
  return sum(moved.map(({ side, amount }) => (side === "debit" ? amount : negate(amount))));
}
/** An entry explains one line of each bank account. */
const backing = (entry: string, { state }: Loaded<BankLine>) =>
  backedBy(entry, "bank-line", [
    { target: state.account, amount: fen(Math.max(1, Math.abs(state.shown?.amount ?? 1))) },
  ]);

/** Lines of the bank: matched, proposed or open. */
export const lineRoutes: readonly Route[] = [
  list("GET /finance/bank-lines", {
    summary: { zh: "银行流水：按账户和状态", en: "Lines of a bank account by status" },
    allow: financeReaders,
    of: bankLine,
    query: { bankAccount: lineOf(40), status: severalOf(lineStatuses).default(["open"]) },
    sorts: ["on"],
    returns: lineView,
    find: ({ query: { bankAccount, status } }) =>
      status.map((one) => ({ index: "byStatus", partition: linesOf(bankAccount, one) })),
    beside: (items, { runtime }) => partsFor(items, runtime),
    view: (loaded, { beside }) => viewIn(loaded, beside ?? new Map()),
  }),
  lines.read({ zh: "一笔银行流水", en: "One line of the bank" }, financeReaders),
  lines.step("explain", {
    summary: {
      zh: "以手工分录说明一笔流水（手续费、利息、账户间划转等），金额须一致",
      en: "Explain a line by an entry that a person posted, of exactly its amount on its account",
    },
    allow: ["accountant"],
    body: z.strictObject({ entry: lineOf(120, 1) }),
    facts: ({ body }) => entryHeld(body.entry),
    learn: ({ id, runtime }) => runtime.store.load(bankLine, id),
    run: ({ body, facts, learnt, runtime }) => ({
      ...{ type: "explain", entry: body.entry },
      moved: movedAt(facts.entry, learnt?.state.account, runtime),
      namesItsLine: facts.entry !== undefined && namesItsLine(recordOf(facts.entry)),
    }),
    others: {
      members: ({ body, learnt }) => ({
        use: learnt === undefined ? [] : [backing(body.entry, learnt).members.backing],
      }),
      commands: ({ body, facts, learnt }) => ({
        use: learnt === undefined ? [] : [backing(body.entry, learnt).commands(facts.entry).backing],
      }),
    },
  }),
  lines.step("unexplain", {
    summary: { zh: "撤销分录说明", en: "Take the explanation back" },
    allow: ["accountant"],
    body: z.strictObject({}),
    learn: async ({ id, runtime }) => {
      const state = (await runtime.store.load(bankLine, id))?.state;
      const entry = state && entryOfLine(state);
      return entry === undefined || state === undefined ? undefined : givenBack(entry, "bank-line", [state.account]);
    },
    learnsFromTable: true,
    run: () => ({ type: "unexplain" }),
    others: {
      members: ({ learnt }) => ({ use: learnt === undefined ? [] : [learnt.members.backing] }),
      commands: ({ learnt }) => ({ use: learnt === undefined ? [] : [learnt.commands().backing] }),
    },
  }),
  lines.history({ zh: "银行流水的经过", en: "History of a line of the bank" }, financeReaders),
];
