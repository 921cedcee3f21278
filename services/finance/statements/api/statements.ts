import * as z from "zod";
import { create, list, type Route, resource } from "../../../../shared/http/index.ts";
import { fen, fenSchema, mostFen } from "../../../../shared/money/index.ts";
import { type Loaded, member, sha256 } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { bankAccount } from "../../bank-lines/domain/bank-account.ts";
import { financeReaders } from "../../common/roles.ts";
import { partIdOf, statementPart } from "../domain/part.ts";
import {
  linesInPart,
  type Statement,
  type StatementCommand,
  statement,
  statementMoves,
  statementsOf,
} from "../domain/statement.ts";
import { type FileFound, fileRead } from "./reading-file.ts";

const day = z.iso.date();
const statementView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["recording", "recorded"]),
  bankAccount: z.string(),
  from: day,
  to: day,
  openingFen: z.int(),
  closingFen: z.int(),
  count: z.int(),
  known: z.int(),
  recordedLines: z.int(),
});
const view = ({ id, version, state }: Loaded<Statement>) => ({
  ...{ id, version, status: state.status, bankAccount: state.account, from: state.from, to: state.to },
  ...{ openingFen: state.opening, closingFen: state.closing, count: state.count, known: state.known },
  recordedLines: state.done,
});

const statements = resource({
  of: statement,
  at: "/finance/statements",
  staff: financeReaders,
  moves: statementMoves,
  statusOf: ({ status }) => status,
  returns: statementView,
  view,
});

const anyAmount = fenSchema.min(-mostFen).max(mostFen);
/** 5,000 lines in base64. */
const mostBytes = 3 * 1024 * 1024;

const nothingFound: FileFound = {
  ...{ count: 0, known: 0, total: fen(0), joinsAt: fen(0) },
  ...{ faults: [], fresh: [], monthEnds: {}, reachesOn: false },
};
/** The parts of a file: so many lines lie in each. */
const partsOf = (id: string, { fresh }: FileFound) =>
  Array.from({ length: Math.ceil(fresh.length / linesInPart) }, (_, at) => ({
    id: partIdOf(id, at),
    lines: fresh.slice(at * linesInPart, (at + 1) * linesInPart).map(({ balance: _balance, ...line }) => line),
  }));

const accepting: Route = create("POST /finance/statements", {
  summary: {
    zh: "上传银行对账单：整份接收或者整份退回并逐行说明；接收后逐行入库一次",
    en: "Send a file of the bank: accepted whole, or refused whole with every bad line named; each line is recorded once",
  },
  allow: ["accountant", "cashier"],
  of: statement,
  body: z.strictObject({
    bankAccount: lineOf(40),
    from: day,
    to: day,
    openingFen: anyAmount,
    closingFen: anyAmount,
    content: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/),
  }),
  // The same file of an account is the same thing: sent twice, it meets the first. Two months without a line are two files.
  id: ({ body: { bankAccount, from, to, content } }) =>
    `${bankAccount}-${sha256(`${from} ${to} ${content}`).slice(0, 16).toUpperCase()}`,
  learn: ({ body: { bankAccount: account, ...body }, runtime }) => fileRead({ account, ...body }, runtime),
  run: ({ body: { bankAccount: account, from, to, openingFen, closingFen }, learnt, runtime }): StatementCommand => {
    const { count, known, total, faults, reachesOn } = typeof learnt === "object" ? learnt : nothingFound;
    const encoding = runtime.town.finance.bankAccounts.find(({ id }) => id === account)?.layout.encoding;
    return {
      ...{ type: "accept", account, from, to, opening: openingFen, closing: closingFen, count, known, total },
      ...{ faults, reachesOn },
      isKnown: encoding !== undefined,
      ...(learnt === "unreadable" && encoding !== undefined ? { unreadable: encoding } : {}),
    };
  },
  others: {
    members: ({ id, body, learnt }) => ({
      account: typeof learnt === "object" ? [member(bankAccount, body.bankAccount, { expects: "either" })] : [],
      parts: (typeof learnt === "object" ? partsOf(id, learnt) : []).map((one) =>
        member(statementPart, one.id, { expects: "new" }),
      ),
    }),
    commands: ({ id, body: { closingFen: closing, to: through }, learnt }) => ({
      account:
        typeof learnt === "object"
          ? [
              {
                type: "take" as const,
                statement: id,
                joinsAt: learnt.joinsAt,
                closing,
                through,
                monthEnds: learnt.monthEnds,
                ...(learnt.fresh.length === 0 ? { nothingNew: true as const } : {}),
              },
            ]
          : [],
      parts: (typeof learnt === "object" ? partsOf(id, learnt) : []).map(({ lines }) => ({
        ...{ type: "keep" as const, statement: id, lines },
      })),
    }),
  },
  returns: statements.returns,
  view: statements.view,
});

/** Files of the bank. */
export const statementRoutes: readonly Route[] = [
  list("GET /finance/statements", {
    summary: { zh: "某银行账户的对账单", en: "Files of a bank account" },
    allow: financeReaders,
    of: statement,
    query: { bankAccount: lineOf(40) },
    returns: statementView,
    find: ({ query }) => ({ index: "byStatus", partition: statementsOf(query.bankAccount) }),
    view,
  }),
  { ...accepting, bytes: mostBytes },
  statements.read({ zh: "一份对账单", en: "One file of the bank" }, financeReaders),
  statements.history({ zh: "对账单的经过", en: "History of a file of the bank" }, financeReaders),
];
