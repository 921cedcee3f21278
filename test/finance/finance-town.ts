import { finance } from "../../services/finance/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import type { StoredEvent } from "../../shared/store/index.ts";
import { claimsFor } from "../permits/permits-hall.ts";
import { talkTo } from "../support/http.ts";
import { offersHeld } from "../support/offers.ts";
import { overheard } from "../support/reacting.ts";
import { aRuntime } from "../support/tally-town.ts";

const at = (sub: string, name: string, ...roles: Actor["roles"]): Actor => ({
  sub,
  name,
  roles,
  office: "finance-institute",
});
export const theAccountant = at("accountant-1", "会计1号", "accountant");
export const theApprover = at("finance-approver-1", "财政所所长", "finance-approver");
export const theCashier = at("cashier-1", "出纳1号", "cashier");

/** The service on a table in memory, on Monday 2 March 2026 at ten o'clock. */
export function aFinanceTown() {
  const heard: StoredEvent[] = [];
  const runtime = aRuntime({ table: overheard("town-finance", heard) });
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
  return { runtime, heard, get, post, openBook };
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
