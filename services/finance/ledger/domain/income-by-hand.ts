import type { Rejection } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { accountOf, type Chart } from "./accounts.ts";
import { isCarriedOver, type Line, type PostingDraft } from "./posting.ts";
import { badInput, refuse } from "./refusals.ts";
import { sourceFor } from "./revenue-source.ts";

type Rules = Pick<TownProfile["finance"], "revenueSources" | "receiptAccounts">;
type Income = Line & Required<Pick<Line, "item" | "level" | "origin">>;

const fines: readonly string[] = ["fine", "fine-surcharge", "confiscated-goods"];
const isOf = (code: string, wide: string): boolean => code.startsWith(wide);

/**
 * What forbids income that a person posts by hand; undefined when it may be posted. It rests on the same rows of the profile as income
 * that is booked with its line of the bank (预算法55): else a wrong class would be as good as a right one. Debt is no income (F-4), and the
 * four budgets stay apart (预算法5). Class 10305 is a fine, and 110 a transfer, under any name (CF-74).
 */
export function incomeByHandRefusal(
  { lines, effectiveOn, nature, postedFor, reverses, closes }: PostingDraft,
  chart: Chart,
  rules: Rules,
): Rejection | undefined {
  const isByHand = postedFor === undefined && reverses === undefined && closes === undefined && nature !== "closing";
  if (!isByHand || isCarriedOver(lines, chart)) return undefined;
  for (const [at, line] of lines.entries()) {
    const account = accountOf(chart, line.account);
    if (account?.kind !== "income" || account.budget === undefined || !isClassified(line)) continue;
    const refused = lineRefusal(line, effectiveOn, rules, `/lines/${at}`);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

const isClassified = (line: Line): line is Income =>
  line.item !== undefined && line.level !== undefined && line.origin !== undefined;

function lineRefusal(
  { account, item, level, origin }: Income,
  on: string,
  { revenueSources, receiptAccounts }: Rules,
  pointer: string,
): Rejection | undefined {
  if (isOf(item, "105") || origin === "debt")
    return refuse("finance.debt-is-no-income", { article: "预算法35" }, pointer);
  const row = sourceFor(revenueSources, { item, level, on });
  const { items, income } = receiptAccounts;
  const ofClaims = Object.values(items).some((one) => isOf(item, one));
  if (row === undefined && !ofClaims)
    return refuse("finance.entry-without-basis", { item, article: "预算法55" }, `${pointer}/item`);
  const right = row?.account ?? income;
  if (account !== right)
    return badInput(
      "finance.income-of-other-account",
      { item, account: right, article: "预算法5" },
      `${pointer}/account`,
    );
  return mayBe(item, origin, row?.origin ?? (isOf(item, items.fee) ? "permit-fee" : "ordinary"))
    ? undefined
    : badInput("finance.income-of-other-origin", { item, origin, article: "行政处罚法74" }, `${pointer}/origin`);
}

/** Nobody calls a fine, a fee of a permit or a transfer ordinary. The other way round it counts in no scheme, and harms nothing. */
function mayBe(item: string, origin: Income["origin"], told: Income["origin"]): boolean {
  if (isOf(item, "10305")) return fines.includes(origin);
  if (isOf(item, "110")) return origin === "transfer";
  return origin !== "ordinary" || told === "ordinary";
}
