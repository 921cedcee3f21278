import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { list, type Route, resource, severalOf, type Viewing } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { type BankLine, bankLine, lineStatuses, linesOf, statusOfLine } from "../../bank-lines/domain/bank-line.ts";
import { financeReaders } from "../../common/roles.ts";
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
  lines.history({ zh: "银行流水的经过", en: "History of a line of the bank" }, financeReaders),
];
