import type { Rejection } from "../../../../../shared/decider/index.ts";
import { badInput, refuse } from "../refusals.ts";
import { type Scheme, usedBy } from "../scheme.ts";
import { isSameLine, type KeptSheet, type LineRef, lineRefKey, resultOn } from "./kept-sheet.ts";
import type { Dispute, Ruling, Settlement } from "./words.ts";

const isOutside = ({ amount }: Ruling, { ours, theirs }: Dispute): boolean =>
  amount < Math.min(ours, theirs) || amount > Math.max(ours, theirs);

const twiceAmong = (refs: readonly LineRef[]): number =>
  refs.findIndex((one, at) => refs.findIndex((other) => isSameLine(one, other)) !== at);

/**
 * F-25: the lines that are disputed, both figures beside each other. Refuses a line that the sheet does not have or that is open, the same
 * figure, a line twice, and a dispute that does not say what the county then pays.
 */
export function disputesOf(
  sheet: KeptSheet,
  said: readonly Omit<Dispute, "ours">[],
  schemes: readonly Scheme[],
): readonly Dispute[] | Rejection {
  const again = twiceAmong(said);
  if (again >= 0) return badInput("finance.disputed-twice", {}, `/disputes/${again}`);
  const found: Dispute[] = [];
  for (const [at, one] of said.entries()) {
    const ours = resultOn(sheet, one);
    if (ours === undefined) return badInput("finance.disputed-line-unknown", { line: one.line }, `/disputes/${at}`);
    if (ours === one.theirs)
      return badInput("finance.dispute-without-difference", { line: one.line }, `/disputes/${at}`);
    const silent = paidBy(one, schemes).find((paid) => !said.some((other) => isSameLine(paid, other)));
    if (silent !== undefined) return refuse("finance.dispute-says-no-payment", { line: one.line, paid: silent.line });
    found.push({ ...one, ours });
  }
  return found;
}

/** The lines of the same scheme that move money and are computed from this one. */
function paidBy({ scheme: id, version, line }: LineRef, schemes: readonly Scheme[]): readonly LineRef[] {
  const scheme = schemes.find((one) => one.id === id && one.version === version);
  if (scheme === undefined) return [];
  const from = new Set([line]);
  for (const one of scheme.lines) if (usedBy(one).some((used) => from.has(used))) from.add(one.id);
  return [...scheme.pays, ...scheme.owes]
    .filter((one) => from.has(one))
    .map((one) => ({ scheme: id, version, line: one }));
}

/**
 * A document settles all disputed lines at once: refuses one that is left out, or was not disputed, or stands twice. A ruling lies between
 * both figures: what both parties grant fell due at once, and nobody asked for more. Where both are wrong, the year is computed anew.
 */
export function rulingsRefusal(disputes: Settlement["disputes"], rulings: readonly Ruling[]): Rejection | undefined {
  const again = twiceAmong(rulings);
  if (again >= 0) return badInput("finance.disputed-twice", {}, `/rulings/${again}`);
  const other = rulings.findIndex((one) => !disputes.some((dispute) => isSameLine(one, dispute)));
  if (other >= 0)
    return badInput("finance.ruling-on-undisputed", { line: rulings[other]?.line ?? "" }, `/rulings/${other}`);
  const left = disputes.filter((dispute) => !rulings.some((one) => isSameLine(one, dispute)));
  if (left.length > 0) return refuse("finance.ruling-incomplete", { lines: left.map(lineRefKey) });
  const outside = rulings.findIndex((one) =>
    disputes.some((dispute) => isSameLine(one, dispute) && isOutside(one, dispute)),
  );
  const of = disputes.find((dispute) => rulings.some((one, at) => at === outside && isSameLine(one, dispute)));
  if (of === undefined) return undefined;
  const { line, ours, theirs } = of;
  const article = "预算法实施条例83";
  return refuse("finance.ruling-outside-both", { line, ours, theirs, article }, `/rulings/${outside}/amountFen`);
}
