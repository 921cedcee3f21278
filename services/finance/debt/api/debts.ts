import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { create, list, type Route, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { basisPoints, type Fen, fen, formatYuan, subtract, timesRate } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, member } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { entitlement } from "../../entitlements/domain/decider.ts";
import type { EntitlementCommand } from "../../entitlements/domain/words.ts";
import { backedByAll, entriesHeld, givenBack } from "../../ledger/index.ts";
import { type Debt, type DebtCommand, debtKinds, repaidOf } from "../domain/debt.ts";
import { debt, debtsIn } from "../domain/decider.ts";
import { type DebtStockCommand, debtStock } from "../domain/stock/debt-stock.ts";
import { debtRow, debts, isDebtor, viewDebt } from "./debt-view.ts";

const day = z.iso.date();
const line = lineOf(200, 1);
const entryId = lineOf(120, 1);
interface Asking {
  readonly id: string;
  readonly runtime: Runtime;
}
const stateOf = async ({ id, runtime: { store } }: Asking): Promise<Debt | undefined> =>
  (await store.load(debt, id))?.state;

/** What the stock of its debtor is told with a debt, in the same commit. */
const stockOf = (of: Debt | undefined, command: DebtStockCommand) => ({
  members: of === undefined ? [] : [member(debtStock, of.debtor)],
  commands: of === undefined ? [] : [command],
});
const spent = (id: string, { entry, amountFen: amount }: { readonly entry?: string; readonly amountFen: Fen }) =>
  backedByAll(entry === undefined ? [] : [{ entry, parts: [{ target: id, amount }] }], "debt-repaid");

/** F8: what the county gives for old debt that was repaid, and the entitlement to it. */
function rewardOf(id: string, state: Debt | undefined, { town, clock }: Pick<Runtime, "town" | "clock">) {
  const repaid = state === undefined ? fen(0) : subtract(repaidOf(state), state.rewarded);
  const { bps, document, payer, dueDays } = town.finance.debt.reward;
  const amount = repaid > 0 ? timesRate(repaid, basisPoints(bps), "floor") : fen(0);
  const today = todayIn(clock());
  const claim: EntitlementCommand = {
    ...{ type: "assess", origin: "debt-paid", title: "化债奖补", payer, promisedOn: today.toString() },
    document: { number: document, on: today.toString() },
    basis: { kind: "amount", amount, formula: `${formatYuan(repaid)} × ${bps}‱` },
    dueOn: today.add({ days: dueDays }).toString(),
  };
  return { repaid, amount, claim, entitlement: `debt-paid:${id}:${(state?.rewards ?? 0) + 1}` };
}

/** Debts of the town and of its villages (F8). */
export const debtRoutes: readonly Route[] = [
  list("GET /finance/debts", {
    summary: {
      zh: "债务台账：按状态或者债务人，先到期的在前",
      en: "Debts by status or debtor, those due first before the others",
    },
    allow: financeReaders,
    of: debt,
    query: { status: severalOf(["unpaid", "cleared"]).default(["unpaid"]), debtor: lineOf(20).optional() },
    sparse: true,
    sorts: ["due"],
    returns: debtRow,
    find: ({ query: { status, debtor } }) =>
      debtor === undefined
        ? status.map((one) => ({ index: "byStatus", partition: debtsIn(one) }))
        : { index: "byOwner", partition: `debts:${debtor}` },
    keep: ({ state }, { query: { status } }) => status.includes(state.status),
    view: rowOf(debtRow, viewDebt),
  }),
  create("POST /finance/debts", {
    summary: {
      zh: "登记旧债（锁定前）；锁定后只登记新发生的拖欠，列为增加",
      en: "Register old debt before it is locked; afterwards only arrears that arose, as growth",
    },
    allow: ["accountant"],
    of: debt,
    body: z.strictObject({
      debtor: lineOf(20, 1),
      kind: z.enum(debtKinds),
      creditorKind: z.enum(["person", "organisation"]),
      creditor: personOrBodyName,
      purpose: line,
      document: line,
      incurredOn: day,
      dueOn: day,
      principalFen: amountFen,
    }),
    id: ({ unique }) => unique,
    facts: ({ body }) => ({ stock: heldFact(factReference(debtStock, body.debtor)) }),
    run: ({ body: { principalFen: principal, ...body }, facts, runtime }): DebtCommand => ({
      ...{ type: "register", ...body, principal, isKnown: isDebtor(runtime, body.debtor) },
      isOld: facts.stock?.status !== "locked" && body.incurredOn <= runtime.town.finance.debt.cutoff,
    }),
    others: {
      members: ({ body }) => ({ stock: member(debtStock, body.debtor, { expects: "either" }) }),
      commands: ({ body }): { readonly stock: DebtStockCommand } => ({
        stock: { type: "add", amount: body.principalFen, debtor: body.debtor },
      }),
    },
    returns: debts.returns,
    view: debts.view,
  }),
  debts.read({ zh: "一笔债务", en: "One debt" }, financeReaders),
  debts.step("repay", {
    summary: {
      zh: "登记偿还：镇的债务须有账上分录",
      en: "Record that it was repaid: the town names the entry of its books",
    },
    allow: ["accountant"],
    body: z.strictObject({ entry: entryId.exactOptional(), document: line, amountFen, on: day }),
    facts: ({ body }) => ({ entries: entriesHeld(body.entry === undefined ? [] : [body.entry]) }),
    learn: stateOf,
    learnsFromTable: true,
    run: ({ body: { amountFen: amount, ...body } }) => ({ type: "repay", ...body, amount }),
    others: {
      members: ({ id, body, learnt }) => ({
        backing: spent(id, body).members,
        stock: stockOf(learnt, { type: "repaid", amount: body.amountFen }).members,
      }),
      commands: ({ id, body, learnt, facts }) => ({
        backing: spent(id, body).commands(facts.entries),
        stock: stockOf(learnt, { type: "repaid", amount: body.amountFen }).commands,
      }),
    },
  }),
  debts.step("take-back", {
    summary: { zh: "收回记错的偿还", en: "Take back a repayment that was put down wrongly" },
    allow: ["finance-approver"],
    body: z.strictObject({ entry: entryId }),
    learn: stateOf,
    learnsFromTable: true,
    run: ({ body }) => ({ type: "take-back", ...body }),
    others: {
      members: ({ id, body, learnt }) => ({
        ...givenBack(body.entry, "debt-repaid", [id]).members,
        stock: learnt === undefined ? [] : [member(debtStock, learnt.debtor)],
      }),
      commands: ({ id, body, learnt }) => ({
        ...givenBack(body.entry, "debt-repaid", [id]).commands(),
        stock:
          learnt === undefined
            ? []
            : [
                {
                  type: "owed-again" as const,
                  amount: learnt.repayments.find((one) => one.entry === body.entry)?.amount ?? fen(0),
                },
              ],
      }),
    },
  }),
  debts.step("plan", {
    summary: { zh: "制定化债计划，合计等于尚欠", en: "Plan how it is repaid; the parts make what is owed" },
    allow: ["finance-approver"],
    body: z.strictObject({
      parts: z
        .array(z.strictObject({ by: day, amountFen }))
        .min(1)
        .max(60),
    }),
    run: ({ body }) => ({
      type: "plan",
      parts: body.parts.map(({ by, amountFen: amount }) => ({ by, amount })),
    }),
  }),
  debts.step("claim-reward", {
    does: "reward",
    summary: {
      zh: "按已偿还的旧债申请奖补，列入应得",
      en: "Claim the reward for old debt that was repaid; it becomes an entitlement",
    },
    allow: ["accountant"],
    body: z.strictObject({}),
    facts: async (asking) => ({
      stock: heldFact(factReference(debtStock, (await stateOf(asking))?.debtor ?? "")),
    }),
    learn: async (asking) => rewardOf(asking.id, await stateOf(asking), asking.runtime),
    learnsFromTable: true,
    run: ({ learnt, facts }) => ({
      ...{ type: "reward", amount: learnt?.amount ?? fen(0), seen: learnt?.repaid ?? fen(0) },
      isLocked: facts.stock?.status === "locked",
    }),
    others: {
      members: ({ learnt }) => ({
        reward: learnt === undefined ? [] : [member(entitlement, learnt.entitlement, { expects: "new" })],
      }),
      commands: ({ learnt }) => ({ reward: learnt === undefined ? [] : [learnt.claim] }),
    },
  }),
  debts.history({ zh: "债务的经过", en: "History of a debt" }, financeReaders),
];
