import * as z from "zod";
import {
  type ReceiptKind,
  receiptKinds,
} from "../../services/finance/receivables/domain/fiscal-receipt/fiscal-receipt.ts";
import { finance } from "../../services/finance/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import type { StoredEvent } from "../../shared/store/index.ts";
import type { FinanceRules } from "../../shared/town/finance.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { offersHeld } from "../support/offers.ts";
import { overheard } from "../support/reacting.ts";
import { aRuntime, type TestRuntime } from "../support/tally-town.ts";

const at = (sub: string, name: string, ...roles: Actor["roles"]): Actor => ({
  sub,
  name,
  roles,
  office: "finance-institute",
});
export const theAccountant = at("accountant-1", "会计1号", "accountant");
export const theApprover = at("finance-approver-1", "财政所所长", "finance-approver");
export const theCashier = at("cashier-1", "出纳1号", "cashier");

const entryPage = z.object({ items: z.array(z.looseObject({ id: z.string() })) });
const refusal = z.looseObject({
  code: z.string().optional(),
  details: z.looseObject({ record: z.string().optional() }).optional(),
});

/** A town whose county numbers receipts of these kinds itself; of the others it issues numbers. `rules`: others than Guangtong's. */
function townWith(kinds: readonly ReceiptKind[], rules: Partial<FinanceRules>, runtime: TestRuntime): TestRuntime {
  const { byTheCounty: _own, ...fiscalReceipts } = runtime.town.finance.fiscalReceipts;
  const numbered = kinds.length === 0 ? {} : { byTheCounty: { kinds: [...kinds], document: "县财票〔2026〕1号" } };
  const finance = { ...runtime.town.finance, fiscalReceipts: { ...fiscalReceipts, ...numbered }, ...rules };
  return { ...runtime, town: { ...runtime.town, finance } };
}

/** The service on a table in memory, on Monday 2 March 2026 at ten o'clock. */
export function aFinanceTown({
  numbersByTheCounty = receiptKinds,
  rules = {},
}: {
  numbersByTheCounty?: readonly ReceiptKind[];
  rules?: Partial<FinanceRules>;
} = {}) {
  const heard: StoredEvent[] = [];
  const runtime = townWith(numbersByTheCounty, rules, aRuntime({ table: overheard("town-finance", heard) }));
  runtime.setClock("2026-03-02T02:00:00.000Z");
  const { ask } = offersHeld(finance, talkTo(finance, runtime));
  const get = (path: string, query: Record<string, string> = {}, actor: Actor = theAccountant) =>
    ask({ path: `/finance${path}`, query, claims: claimsFor(actor) });
  const post = (path: string, body: object, actor: Actor = theAccountant, headers: Record<string, string> = {}) =>
    ask({ method: "POST", path: `/finance${path}`, body: JSON.stringify(body), claims: claimsFor(actor), headers });
  const openBook = async (book = "town-government", first = "2026-02") => {
    await post("/books", { book, first, document: "建账批复1号" }, theApprover);
    return post(`/books/${book}/finish-opening`, {}, theApprover);
  };
  /** What each entry of a period answers to a hand reversal: the code, and the kind of record it names. */
  const reversedByHand = async (book = "town-government", period = "2026-03") => {
    const { items } = entryPage.parse((await get("/entries", { book, period, limit: "100" })).body);
    const answers = await Promise.all(
      items.map(async ({ id }) => refusal.parse((await post(`/entries/${id}/reverse`, { reasons: "手工冲销" })).body)),
    );
    return answers.map(({ code, details }) => [code, details?.record]);
  };
  return { runtime, heard, get, post, openBook, reversedByHand };
}

/** A salary paid, in both sets. */
export const salary = (amountFen: number) => [
  { account: "5001", side: "debit", amountFen },
  { account: "1002", side: "credit", amountFen },
  { account: "7101", side: "debit", amountFen },
  { account: "8001", side: "credit", amountFen },
];
export const anEntry = (more: object = {}) => ({
  ...{ book: "town-government", nature: "budget-cash", effectiveOn: "2026-02-20", text: "发放工资" },
  lines: salary(100_00),
  ...more,
});
