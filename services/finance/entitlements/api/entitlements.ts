import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { type Fen, fen, negate } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { budgetYear } from "../../budget/domain/year/decider.ts";
import type { BudgetYearCommand } from "../../budget/domain/year/words.ts";
import { yearNumber } from "../../budget/index.ts";
import { amountFen, amountOrNone } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { backedByAll, entriesHeld, givenBack } from "../../ledger/index.ts";
import { announcedKinds } from "../domain/announced.ts";
import { entitlement, entitlementsIn } from "../domain/decider.ts";
import type { EntitlementBasis } from "../domain/entitlement.ts";
import { settledLineId } from "../domain/settled-line.ts";
import { transferKinds } from "../domain/transfer-days.ts";
import type { EntitlementCommand } from "../domain/words.ts";
import { entitlementRow, entitlementStatuses, entitlements, viewEntitlement } from "./entitlement-view.ts";

const day = z.iso.date();
const paper = z.strictObject({ number: lineOf(200, 1), on: day });
const basis = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("amount"), amountFen, formula: lineOf(500, 1) }),
  z.strictObject({ kind: z.literal("range"), lowerFen: amountOrNone, upperFen: amountFen }),
  z.strictObject({ kind: z.literal("promise") }),
  z.strictObject({
    ...{ kind: z.literal("announced"), transfer: z.enum(announcedKinds), year: yearNumber },
    ...{ amountFen, expectedThisYearFen: amountOrNone, notifiedBy: lineOf(60, 1) },
  }),
]);
const notice = z.strictObject({ kind: z.enum(transferKinds), approvedOn: day, notifiedBy: lineOf(60, 1) });

function basisOf(said: z.output<typeof basis>): EntitlementBasis {
  if (said.kind === "amount") return { kind: "amount", amount: said.amountFen, formula: said.formula };
  if (said.kind === "announced") {
    const { amountFen: amount, expectedThisYearFen: thisYear, ...announced } = said;
    return { ...announced, amount, thisYear };
  }
  return said.kind === "range" ? { kind: "range", lower: said.lowerFen, upper: said.upperFen } : said;
}

/** F-34: the budget of the announced year, which takes the transfer in; undefined: none was begun, or none is announced. */
async function budgetFor(said: { readonly kind: string; readonly year?: number }, { store }: Pick<Runtime, "store">) {
  if (said.kind !== "announced") return undefined;
  const id = String(said.year);
  const state = (await store.load(budgetYear, id))?.state;
  return state === undefined ? undefined : { id, status: state.status };
}
const announce = (by: Fen): BudgetYearCommand => ({ type: "announce", by });

/** F-32: the swept money, each fen once; what the town remits by its scheme is not swept. */
const swept = (entry: string, target: string, said: z.output<typeof basis>) =>
  backedByAll([{ entry, parts: [{ target, amount: said.kind === "amount" ? said.amountFen : fen(0) }] }], "swept");

/** What the town was promised (F7). */
export const entitlementRoutes: readonly Route[] = [
  list("GET /finance/entitlements", {
    summary: { zh: "应得事项：按状态，先到期的在前", en: "Entitlements by status, those due first before the others" },
    allow: financeReaders,
    of: entitlement,
    query: { status: severalOf(entitlementStatuses).default(["owed"]) },
    sorts: ["due"],
    returns: entitlementRow,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: entitlementsIn(one) })),
    view: rowOf(entitlementRow, viewEntitlement),
  }),
  create("POST /finance/entitlements", {
    summary: {
      zh: "登记上级承诺（有文件写金额或者区间，没有文件的只登记为待定）、提前下达的转移支付、被上级在预算之外调用的资金",
      en: "Enter what was promised, a transfer that is announced, or money that was taken outside the budget",
    },
    allow: ["accountant"],
    of: entitlement,
    body: z.strictObject({
      title: lineOf(200, 2),
      payer: lineOf(60, 1),
      promisedOn: day,
      document: paper.exactOptional(),
      basis,
      dueOn: day.exactOptional(),
      /** F-33: the county's notice of a transfer sets the last day. */
      transfer: notice.exactOptional(),
      /** F-32: money that the upper level took outside the budget, by the entry with which it left the books. */
      entry: lineOf(120, 1).exactOptional(),
      /** The line of a settlement that will say how much it is. */
      settles: z
        .strictObject({
          year: z.int().min(2000).max(2200),
          scheme: lineOf(40, 1),
          version: z.int().min(1).max(1000),
          line: lineOf(40, 1),
        })
        .exactOptional(),
    }),
    facts: ({ body: { entry } }) => ({ entries: entriesHeld(entry === undefined ? [] : [entry]) }),
    learn: ({ body: { basis: said }, runtime }) => budgetFor(said, runtime),
    learnsFromTable: true,
    id: ({ body: { settles }, unique }) => (settles === undefined ? unique : settledLineId(settles)),
    run: ({ body: { settles: _settles, basis: said, entry, ...body }, facts, learnt }): EntitlementCommand => ({
      ...{ type: "enter", origin: entry === undefined ? "promise" : "sweep", basis: basisOf(said), ...body },
      ...present({ entry, sweptOn: facts.entries[0]?.effectiveOn, budget: learnt?.status }),
    }),
    others: {
      members: ({ id, body: { entry, basis: said }, learnt }) => ({
        budget: learnt?.status === "open" ? [member(budgetYear, learnt.id)] : [],
        backing: entry === undefined ? [] : swept(entry, id, said).members,
      }),
      commands: ({ id, body: { entry, basis: said }, facts, learnt }) => ({
        budget: learnt?.status === "open" && said.kind === "announced" ? [announce(said.amountFen)] : [],
        backing: entry === undefined ? [] : swept(entry, id, said).commands(facts.entries),
      }),
    },
    returns: entitlements.returns,
    view: entitlements.view,
  }),
  entitlements.read({ zh: "一项应得", en: "One entitlement" }, financeReaders),
  entitlements.step("fix", {
    summary: { zh: "按文件核定金额", en: "A document fixes its amount" },
    allow: ["finance-approver"],
    body: z.strictObject({
      amountFen,
      document: paper,
      dueOn: day.exactOptional(),
      transfer: notice.exactOptional(),
    }),
    run: ({ body: { amountFen: amount, ...body } }) => ({ type: "fix", amount, ...body }),
  }),
  entitlements.step("drop", {
    summary: { zh: "按文件取消（没有到账的）", en: "A document ends it; no money came for it" },
    allow: ["finance-approver"],
    body: z.strictObject({ document: paper }),
    learn: async ({ id, runtime }) => {
      const state = (await runtime.store.load(entitlement, id))?.state;
      return state === undefined ? undefined : { state, budget: await budgetFor(state.basis, runtime) };
    },
    learnsFromTable: true,
    run: ({ body }) => ({ type: "drop", ...body }),
    others: {
      members: ({ id, learnt }) => ({
        budget: learnt?.budget?.status === "open" ? [member(budgetYear, learnt.budget.id)] : [],
        backing:
          learnt?.state.entry === undefined ? [] : [givenBack(learnt.state.entry, "swept", [id]).members.backing],
      }),
      commands: ({ id, learnt }) => ({
        budget:
          learnt?.budget?.status === "open" && learnt.state.basis.kind === "announced"
            ? [announce(negate(learnt.state.basis.amount))]
            : [],
        backing:
          learnt?.state.entry === undefined ? [] : [givenBack(learnt.state.entry, "swept", [id]).commands().backing],
      }),
    },
  }),
  entitlements.history({ zh: "应得事项的经过", en: "History of an entitlement" }, financeReaders),
];
