import type { Context, Decision, OfType } from "../../../../shared/decider/index.ts";
import { add, type Fen, mostFen } from "../../../../shared/money/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { returnsFines } from "../../ledger/domain/fines-returned.ts";
import { type BudgetLine, type BudgetLineCommand, type BudgetLineEvent, takenOf } from "./budget-line.ts";
import { fromRefusal } from "./carrying.ts";
import { badInput, refuse } from "./refusals.ts";

type Ask<T extends BudgetLineCommand["type"]> = OfType<BudgetLineCommand, T>;

/** A sum above zero that a town can have. */
export const isAmount = (amount: Fen): boolean => Number.isSafeInteger(amount) && amount > 0 && amount <= mostFen;

const documentRefusal = (document: string) =>
  document.trim() === "" ? badInput("finance.document-missing", {}, "/document") : undefined;

/** CF-74, XK-59: no line gives fines or fees of permits back to who collects them. What it costs to keep and sell goods is another matter. */
const returnRefusal = ({ purpose }: Pick<BudgetLine, "purpose">) =>
  returnsFines(purpose)
    ? refuse("finance.line-returns-fines", { article: "行政处罚法74、行政许可法59" }, "/purpose")
    : undefined;

/**
 * F-18: a line is of a class of expenditure by function (类、款、项: 3, 5 or 7 digits), of those that the yearly table of the profile knows. A
 * carry-over keeps the class of its line.
 */
function itemRefusal({ item, ground }: Pick<BudgetLine, "item" | "ground">, { finance }: Pick<TownProfile, "finance">) {
  if (ground === "carry-over") return undefined;
  const known = finance.classes.map(({ code }) => code).filter((code) => code.startsWith("2"));
  const isKnown = known.length === 0 || known.some((code) => item.startsWith(code));
  return /^2\d{2}(\d{2}){0,2}$/.test(item) && isKnown ? undefined : badInput("finance.item-unknown", { item }, "/item");
}

/** F-12 (预算法71): an earmarked line names the entry of its transfer, of its own year; no other line does. */
const earmarkedRefusal = ({ ground, entry, cameOn, year }: Ask<"approve">) => {
  if ((ground === "earmarked") !== (entry !== undefined))
    return badInput("finance.earmarked-without-entry", { article: "预算法71" }, "/entry");
  return cameOn !== undefined && Number(cameOn.slice(0, 4)) !== year
    ? refuse("finance.earmarked-of-another-year", { on: cameOn, year }, "/entry")
    : undefined;
};

/** F-1 (预算法21): the line as the congress approved it, with the document. */
export function approve(command: Ask<"approve">, { town }: Pick<Context, "town">): Decision<BudgetLineEvent> {
  const { type: _type, amount, cameOn: _cameOn, ...line } = command;
  const refused =
    documentRefusal(line.document) ??
    itemRefusal(line, town) ??
    returnRefusal(line) ??
    fromRefusal(line) ??
    earmarkedRefusal(command);
  if (refused !== undefined) return refused;
  // A carry-over of nothing takes what a payment of the year before brings back.
  if (!isAmount(amount) && !(amount === 0 && line.from !== undefined))
    return badInput("finance.line-amount", {}, "/amountFen");
  return [{ type: "finance.budget-line.approved", data: { ...line, amountFen: amount } }];
}

/**
 * F-1, F-38: only the congress adjusts; a shift is the finance office's, on record. Neither takes a line below what is spent or
 * held, nor below what its use plan set free. F-6, F-7: a carry-over stays with its purpose, and what may be spent before approval with
 * its kind: neither is shifted. A carry-over takes only what comes back.
 */
export function change(line: BudgetLine, command: Ask<"change">): Decision<BudgetLineEvent> {
  const { kind, by, document, decidedBy } = command;
  const refused = documentRefusal(document);
  if (refused !== undefined) return refused;
  if (kind === "adjustment" && decidedBy !== "congress")
    return refuse("finance.adjustment-without-congress", { article: "预算法67、69" });
  const ofGround = command.comesBack === true ? "carry-over" : "congress";
  if (line.ground !== ofGround) return refuse("finance.line-of-other-ground", { ground: line.ground });
  if (command.within === true) return badInput("finance.shift-within-one-line", {}, "/to");
  const after = add(line.approved, by);
  if (!Number.isSafeInteger(by) || by === 0 || after > mostFen) return badInput("finance.line-amount", {}, "/byFen");
  if (after < takenOf(line)) return refuse("finance.below-what-is-spent", { taken: takenOf(line) }, "/byFen");
  if (after < line.planned)
    return refuse("finance.plan-above-budget", { budget: after, planned: line.planned }, "/byFen");
  const type = kind === "adjustment" ? "finance.budget-line.adjusted" : "finance.budget-line.shifted";
  return [{ type, data: { byFen: by, document } }];
}

/** F-40 (预算法实施条例57): the use plan sets free more and more of the line, never more than the line has. */
export function plan(line: BudgetLine, { upTo, document }: Ask<"plan">): Decision<BudgetLineEvent> {
  const refused = documentRefusal(document);
  if (refused !== undefined) return refused;
  if (!isAmount(upTo)) return badInput("finance.line-amount", {}, "/upToFen");
  if (upTo > line.approved)
    return refuse("finance.plan-above-budget", { budget: line.approved, planned: upTo }, "/upToFen");
  if (upTo < takenOf(line)) return refuse("finance.plan-shrinks", { taken: takenOf(line) }, "/upToFen");
  return upTo === line.planned ? [] : [{ type: "finance.budget-line.planned", data: { upToFen: upTo, document } }];
}
