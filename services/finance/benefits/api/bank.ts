import * as z from "zod";
import { writeCsv } from "../../../../shared/csv/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { problem, type Route, readContent } from "../../../../shared/http/index.ts";
import { type Fen, fen, formatYuan, negate, sum } from "../../../../shared/money/index.ts";
import { putOnRecord, type Runtime } from "../../../../shared/service/index.ts";
import { factReferences, member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { accountFor, bankLineMember, lineUsed } from "../../bank-lines/index.ts";
import type { BudgetLine, BudgetLineCommand } from "../../budget/domain/budget-line.ts";
import { budgetLine } from "../../budget/domain/decider.ts";
import { blamesItsDay, bookBefore, bookHeld, postedTogether } from "../../ledger/index.ts";
import { carryOverCommandFor, comesBackTo } from "../../payments/domain/on-the-line.ts";
import { bankMovedDraft } from "../../payments/index.ts";
import type { BenefitBatch } from "../domain/batch.ts";
import { beneficiary } from "../domain/beneficiary.ts";
import { benefitBatch, benefitLines } from "../domain/decider.ts";
import { type BenefitPayment, benefitPayment, benefitPaymentId } from "../domain/payment.ts";
import { batches } from "./batch-view.ts";
import { batchBefore, onLine, requestOf } from "./batches.ts";

const bank = { serial: lineOf(60, 1), on: z.iso.date() };
/** So many lines come back in one commit; the bank's file may take several. */
const mostReturned = 20;
const nothingPosted = { entries: [], balances: [] };
/** F-43: the line of the bank that moved the money; nothing moved: no line. */
function bankLineOf(
  { id, body: { serial }, runtime }: Told,
  moved: { readonly amount: Fen; readonly what: "paid" | "returned" } | undefined,
) {
  if (moved === undefined) return { members: [], commands: [] };
  const account = accountFor(runtime, runtime.town.finance.paymentAccounts);
  const amount = moved.what === "paid" ? negate(moved.amount) : moved.amount;
  const of = moved.what === "paid" ? `benefit-batch:${id}` : `benefit-return:${id}`;
  return { members: [bankLineMember(account, serial)], commands: [lineUsed({ account, serial, amount }, of)] };
}
type Posted = { readonly posted?: unknown; readonly amount: Fen } | undefined;
const paidOut = (learnt: Posted) =>
  learnt?.posted === undefined ? undefined : { amount: learnt.amount, what: "paid" as const };
const cameBack = (learnt: Posted) =>
  learnt?.posted === undefined ? undefined : { amount: learnt.amount, what: "returned" as const };
const heldBook = ({ runtime }: { readonly runtime: Runtime }) => bookHeld(runtime.town.finance.paymentAccounts.book);

interface Told {
  readonly id: string;
  readonly body: { readonly serial: string; readonly on: string };
  readonly runtime: Runtime;
}
interface Standing {
  readonly batch: BenefitBatch;
  readonly line: BudgetLine;
}
async function standingOf({ id, runtime }: Pick<Told, "id" | "runtime">): Promise<Standing | undefined> {
  const batch = await batchBefore({ id, runtime });
  const line = batch && (await runtime.store.load(budgetLine, batch.line));
  return batch === undefined || line === undefined ? undefined : { batch, line: line.state };
}

/** What is posted when the bank paid a batch, or sent some of it back. */
async function posted(
  { id, body: { serial, on }, runtime }: Told,
  { line, batch }: Standing,
  { amount, comesBack }: { readonly amount: Fen; readonly comesBack: boolean },
) {
  if (amount <= 0) return undefined;
  const text = `${comesBack ? "补贴退回" : "补贴代发"} ${batch.period}`;
  const moved = { id: requestOf(id), amount, item: line.item, on, serial, text, comesBack };
  const draft = bankMovedDraft({ ...moved, postedFor: { record: "benefit-batch", id } }, runtime);
  return postedTogether(draft, await bookBefore(runtime, draft.book), runtime);
}

const paymentIds = ({ programme, period }: BenefitBatch, people: readonly string[]): readonly string[] =>
  [...new Set(people)].map((one) => benefitPaymentId(programme, period, one));
const dueIn = (id: string, payment: BenefitPayment | undefined): Fen | undefined =>
  payment?.status === "due" && payment.batch === id ? payment.amount : undefined;

async function returningOf(asked: Told & { readonly body: { readonly beneficiaries: readonly string[] } }) {
  const standing = await standingOf(asked);
  if (standing === undefined) return undefined;
  const ids = paymentIds(standing.batch, asked.body.beneficiaries);
  const found = await asked.runtime.store.loadAll(benefitPayment, ids);
  const amount = sum(found.flatMap(({ state }) => dueIn(asked.id, state) ?? []));
  const paid = standing.batch.status === "paid";
  return {
    standing,
    ids,
    amount,
    posted: paid ? await posted(asked, standing, { amount, comesBack: true }) : undefined,
  };
}

/** What comes back in its year restores the line; in a later one what was carried over (F-6). */
function restoring(
  id: string,
  standing: Standing,
  { amount, on, serial, carryOver }: { amount: Fen; on: string; serial: string; carryOver?: string },
): { readonly to: string; readonly command: BudgetLineCommand } | undefined {
  const becomes = comesBackTo(standing.line, on);
  if (becomes === "surplus" && carryOver === undefined) return undefined;
  return becomes !== "line" && carryOver !== undefined
    ? { to: carryOver, command: carryOverCommandFor(amount, serial) }
    : { to: standing.batch.line, command: { type: "take-back", request: requestOf(id), amount, on } };
}
/** The budget line that has the money of a return again; none: nothing moved, or it became surplus. */
function restored(
  id: string,
  body: { readonly on: string; readonly serial: string; readonly carryOver?: string },
  learnt: Awaited<ReturnType<typeof returningOf>>,
) {
  const told = learnt?.posted && restoring(id, learnt.standing, { ...body, amount: learnt.amount });
  return { members: told === undefined ? [] : [member(budgetLine, told.to)], commands: told ? [told.command] : [] };
}

/** What the bank does with a batch (F13): the file, its payment, and the lines that come back. */
export const benefitBankRoutes: readonly Route[] = [
  readContent("GET /finance/benefit-batches/{id}/content.csv", {
    summary: { zh: "代发文件内容（交银行）", en: "The content of the file for the bank" },
    allow: ["cashier"],
    produces: "text/csv; charset=utf-8",
    async run({ params: { id = "" }, actor }, runtime) {
      const { store } = runtime;
      const batch = await store.load(benefitBatch, id);
      if (batch?.state.status !== "sent" || actor === undefined) return problem(404, "resource.not-found");
      const kept = (await store.load(benefitLines, id))?.state.lines ?? [];
      const refused = new Set(batch.state.refused.map(({ at }) => at));
      const paid = kept.filter((_, at) => !refused.has(at));
      const people = new Map(
        (
          await store.loadAll(
            beneficiary,
            paid.map((one) => one.beneficiary),
          )
        ).map((one) => [one.id, one.state]),
      );
      const rows = paid.flatMap(({ beneficiary: of, amount }) => {
        const one = people.get(of);
        return one === undefined ? [] : [[of, one.name, one.bank, one.account, formatYuan(amount), batch.state.period]];
      });
      await putOnRecord({ of: benefitBatch, id, command: { type: "disclose" }, as: "csv", actor }, runtime);
      return { content: writeCsv({ header: ["编号", "姓名", "开户行", "账号", "金额（元）", "月份"], rows }) };
    },
  }),
  batches.step("confirm", {
    summary: { zh: "登记银行已代发，同时记账", en: "Record that the bank paid it; it is posted in the same commit" },
    allow: ["accountant"],
    body: z.strictObject(bank),
    facts: heldBook,
    learn: async (asked) => {
      const standing = await standingOf(asked);
      const { batch } = standing ?? {};
      const amount = batch?.due ?? fen(0);
      const isSent = batch?.status === "sent";
      const draft = standing && isSent ? await posted(asked, standing, { amount, comesBack: false }) : undefined;
      return { batch, amount, posted: draft };
    },
    run: ({ body, learnt }) => ({ type: "confirm", ...body, seen: learnt?.batch?.due ?? fen(0) }),
    blames: blamesItsDay,
    others: {
      members: ({ id, body, learnt, runtime }) => ({
        bank: bankLineOf({ id, body, runtime }, paidOut(learnt)).members,
        line: onLine(learnt?.batch, { type: "pay", request: requestOf(id), on: body.on }).members,
        ...(learnt?.posted?.members ?? nothingPosted),
      }),
      commands: ({ id, body, learnt, facts, runtime }) => ({
        bank: bankLineOf({ id, body, runtime }, paidOut(learnt)).commands,
        line: onLine(learnt?.batch, { type: "pay", request: requestOf(id), on: body.on }).commands,
        ...(learnt?.posted?.commands(facts.standing) ?? nothingPosted),
      }),
    },
  }),
  batches.step("return", {
    summary: {
      zh: "登记银行退回的人员，恢复指标（跨年恢复结转指标），可由另一批次再发",
      en: "Record the lines that the bank sent back: the budget has their money again, and another batch may pay them",
    },
    allow: ["accountant"],
    body: z.strictObject({
      ...bank,
      beneficiaries: z.array(lineOf(40, 1)).min(1).max(mostReturned),
      carryOver: lineOf(60).exactOptional(),
    }),
    learn: returningOf,
    facts: async ({ id, body, runtime }) => {
      const batch = await batchBefore({ id, runtime });
      const ids = batch === undefined ? [] : paymentIds(batch, body.beneficiaries);
      const into = factReferences(budgetLine, body.carryOver === undefined ? [] : [body.carryOver]);
      return { ...heldBook({ runtime }), payments: factReferences(benefitPayment, ids), into };
    },
    run: ({ id, body, facts }) => {
      const amounts = facts.payments.map((one) => dueIn(id, one));
      const twice = new Set(body.beneficiaries).size === body.beneficiaries.length ? [] : [undefined];
      return { type: "return", on: body.on, amounts: [...amounts, ...twice], ...present({ into: facts.into[0] }) };
    },
    blames: blamesItsDay,
    others: {
      members: ({ id, body, learnt, runtime }) => ({
        bank: bankLineOf({ id, body, runtime }, cameBack(learnt)).members,
        line: restored(id, body, learnt).members,
        payments: learnt?.ids.map((one) => member(benefitPayment, one, { expects: "existing" })) ?? [],
        ...(learnt?.posted?.members ?? nothingPosted),
      }),
      commands: ({ id, body, learnt, facts, runtime }) => ({
        bank: bankLineOf({ id, body, runtime }, cameBack(learnt)).commands,
        line: restored(id, body, learnt).commands,
        payments: learnt?.ids.map(() => ({ type: "release" as const, batch: id, why: "returned" as const })) ?? [],
        ...(learnt?.posted?.commands(facts.standing) ?? nothingPosted),
      }),
    },
  }),
];
