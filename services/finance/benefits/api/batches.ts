import * as z from "zod";
import { create, list, type Route, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { type Fen, fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, member } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import type { BudgetLineCommand } from "../../budget/domain/budget-line.ts";
import { budgetLine } from "../../budget/domain/decider.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { type BatchCommand, type BatchLine, type BenefitBatch, mostLinesInBatch } from "../domain/batch.ts";
import { benefitBatch, benefitLines } from "../domain/decider.ts";
import { programme } from "../domain/programme.ts";
import { batches, batchRow, batchStatuses, viewBatch } from "./batch-view.ts";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const nothing = z.strictObject({});
/** The name under which a line of the budget holds the money of a batch. */
export const requestOf = (batch: string): string => `benefit-${batch}`;

export const batchBefore = async ({ id, runtime: { store } }: { readonly id: string; readonly runtime: Runtime }) =>
  (await store.load(benefitBatch, id))?.state;

/** What the line of the budget is told with a step of a batch, in the same commit. */
export const onLine = (of: BenefitBatch | undefined, command: BudgetLineCommand | undefined) => ({
  members: of === undefined || command === undefined ? [] : [member(budgetLine, of.line)],
  commands: of === undefined || command === undefined ? [] : [command],
});
const reserving = (id: string, of: BenefitBatch | undefined) =>
  onLine(of, of && { type: "reserve", request: requestOf(id), amount: of.due });
const releasing = (id: string, of: BenefitBatch | undefined) =>
  onLine(of, of?.status === "approved" ? { type: "release", request: requestOf(id) } : undefined);

const zero = fen(0);
interface SaidLine {
  readonly beneficiary: string;
  readonly amountFen: Fen;
}
const linesIn = (said: readonly SaidLine[]): readonly BatchLine[] =>
  said.map(({ beneficiary, amountFen: amount }) => ({ beneficiary, amount }));

/** Batches of benefits before the bank has them (F13). */
export const batchRoutes: readonly Route[] = [
  list("GET /finance/benefit-batches", {
    summary: { zh: "补贴批次：按状态", en: "Batches of benefits by status" },
    allow: financeReaders,
    of: benefitBatch,
    query: { status: severalOf(batchStatuses).default(["checked"]) },
    returns: batchRow,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: `benefit-batch:${one}` })),
    view: rowOf(batchRow, viewBatch),
  }),
  create("POST /finance/benefit-batches", {
    summary: {
      zh: "编制补贴批次（至多2000人）：逐人核对资格、标准和重复",
      en: "Draft a batch of up to 2,000 lines: each is checked for its grant, its amount and a second payment",
    },
    allow: ["accountant"],
    of: benefitBatch,
    body: z.strictObject({
      programme: lineOf(40, 1),
      period: month,
      line: lineOf(60, 1),
      document: lineOf(200, 1),
      lines: z
        .array(z.strictObject({ beneficiary: lineOf(40, 1), amountFen }))
        .min(1)
        .max(mostLinesInBatch),
    }),
    id: ({ unique }) => unique,
    facts: ({ body }) => ({ programme: heldFact(factReference(programme, body.programme)) }),
    run: ({ body: { lines, ...body }, facts }): BatchCommand => ({
      ...{ type: "draft", ...body, runs: facts.programme?.status === "running" },
      lines: linesIn(lines),
    }),
    others: {
      members: ({ id }) => ({ lines: member(benefitLines, id, { expects: "new" }) }),
      commands: ({ body }) => ({ lines: { type: "keep" as const, lines: linesIn(body.lines) } }),
    },
    returns: batches.returns,
    view: batches.view,
  }),
  batches.read({ zh: "一个补贴批次", en: "One batch" }, financeReaders),
  batches.step("approve", {
    summary: { zh: "审批批次，预占指标", en: "Approve it; the line of the budget holds what is due" },
    allow: ["finance-approver"],
    body: nothing,
    learn: batchBefore,
    learnsFromTable: true,
    run: ({ learnt }) => ({ type: "approve", seen: learnt?.due ?? zero }),
    others: {
      members: ({ id, learnt }) => ({ line: reserving(id, learnt).members }),
      commands: ({ id, learnt }) => ({ line: reserving(id, learnt).commands }),
    },
  }),
  batches.step("send", {
    summary: { zh: "批次交银行代发", en: "Send it to the bank" },
    allow: ["cashier"],
    body: nothing,
    run: () => ({ type: "send" }),
  }),
  batches.step("drop", {
    summary: {
      zh: "作废批次（未交银行的），释放指标和名额",
      en: "Drop it before the bank has it; its lines may be paid by another",
    },
    allow: ["accountant", "finance-approver"],
    body: z.strictObject({ reason: textOf(300, 2) }),
    learn: batchBefore,
    learnsFromTable: true,
    run: ({ body, learnt }) => ({ type: "drop", ...body, seen: learnt?.status ?? "checking" }),
    others: {
      members: ({ id, learnt }) => ({ line: releasing(id, learnt).members }),
      commands: ({ id, learnt }) => ({ line: releasing(id, learnt).commands }),
    },
  }),
  batches.history({ zh: "批次的经过", en: "History of a batch" }, financeReaders),
];
