import { isRejection, type Rejection } from "../../../../shared/decider/index.ts";
import { type Fen, fen, subtract, sum } from "../../../../shared/money/index.ts";
import { computeLine } from "./compute-line.ts";
import type { ComputedLine, Missing, Term } from "./computed.ts";
import { entriesRefusal, type FiscalEntry, factsRefusal, isFactOn, type SchemeFacts } from "./facts.ts";
import { badInput, notNow } from "./refusals.ts";
import type { Scheme } from "./scheme.ts";
import { schemeRefusals } from "./scheme-guards.ts";
import { schemeSetRefusal } from "./scheme-set.ts";

/** A line that moves money between the parties, with what was advanced on it. */
export interface Due {
  readonly line: string;
  /** Absent while the line is open. */
  readonly amount?: Fen;
  readonly advanced: Fen;
  /** Negative when more was advanced than is due. */
  readonly outstanding?: Fen;
}

/** One scheme on the sheet of a year. */
export interface SchemeSheet {
  readonly scheme: string;
  readonly version: number;
  readonly document: string;
  readonly payer: string;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly ComputedLine[];
  readonly pays: readonly Due[];
  readonly owes: readonly Due[];
  /** What the town has in all under this scheme. */
  readonly inAll?: Fen;
}

/** Schemes of one year stand on one sheet, each with its payer. Totals are sums of the lines shown that are not open. */
export interface YearSheet {
  readonly year: number;
  readonly schemes: readonly SchemeSheet[];
  readonly due: Fen;
  readonly owed: Fen;
  readonly advanced: Fen;
  readonly inAll: Fen;
  readonly missing: readonly Missing[];
}

export interface YearToSettle {
  readonly year: number;
  readonly schemes: readonly Scheme[];
  /** Booked entries, in any order. Those of other years are left out. */
  readonly entries: readonly FiscalEntry[];
  readonly facts: SchemeFacts;
}

/**
 * Settles a year by the schemes in force in it (F-19 to F-24, F-35). Refuses a scheme that breaks a guard, a missing base year, facts or
 * entries that stand twice. The same input gives the same fen, in any order of entries.
 */
export function settleYear({ year, schemes, entries, facts }: YearToSettle): YearSheet | Rejection {
  const inForce = schemes
    .filter((scheme) => termIn(scheme, year).months.length > 0)
    .toSorted((a, b) => compareText(`${a.from} ${a.id}`, `${b.from} ${b.id}`));
  if (inForce.length === 0) return notNow("finance.no-scheme-in-force", { year });
  const refused =
    inForce.flatMap(schemeRefusals)[0] ??
    schemeSetRefusal(inForce) ??
    factsRefusal(facts) ??
    entriesRefusal(entries) ??
    strayAdvance(inForce, facts, year);
  if (refused !== undefined) return refused;
  const sheets: SchemeSheet[] = [];
  for (const scheme of inForce) {
    const sheet = settleScheme(scheme, { year, schemes, entries, facts });
    if (isRejection(sheet)) return sheet;
    sheets.push(sheet);
  }
  return { year, schemes: sheets, ...totalsOf(sheets) };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The part of a year in which a scheme is in force, in whole months. */
export function termIn({ from, to }: Pick<Scheme, "from" | "to">, year: number): Term {
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}-01`);
  return {
    from: from > `${year}-01-01` ? from : `${year}-01-01`,
    to: to < `${year}-12-31` ? to : `${year}-12-31`,
    months: months.filter((day) => from <= day && day <= to),
  };
}

function settleScheme(scheme: Scheme, { year, entries, facts }: YearToSettle): SchemeSheet | Rejection {
  const term = termIn(scheme, year);
  const own = entries.filter(({ effectiveOn }) => term.from <= effectiveOn && effectiveOn <= term.to);
  const earlier = new Map<string, ComputedLine>();
  for (const line of scheme.lines) {
    const computed = computeLine(line, { scheme, year, term, entries: own, facts, earlier });
    if (isRejection(computed)) return computed;
    earlier.set(line.id, computed);
  }
  const dueOn = (line: string): Due => dueOf(line, earlier.get(line)?.result, advancedOn(scheme, line, facts, year));
  const { id, version, document, payer, inAll } = scheme;
  const all = inAll === undefined ? undefined : earlier.get(inAll)?.result;
  return {
    ...{ scheme: id, version, document, payer, from: term.from, to: term.to },
    lines: [...earlier.values()],
    pays: scheme.pays.map(dueOn),
    owes: scheme.owes.map(dueOn),
    ...(all === undefined ? {} : { inAll: all }),
  };
}

const dueOf = (line: string, amount: Fen | undefined, advanced: Fen): Due =>
  amount === undefined ? { line, advanced } : { line, amount, advanced, outstanding: subtract(amount, advanced) };

const advancedOn = (scheme: Scheme, line: string, { advances }: SchemeFacts, year: number): Fen =>
  sum(advances.filter((one) => isFactOn(one, scheme, line, year)).map(({ amount }) => amount));

/** 先预付后结算: an advance is on a line that moves money between the parties. */
export const isOnMovingLine = (advance: SchemeFacts["advances"][number], schemes: readonly Scheme[]): boolean =>
  schemes.some(
    (scheme) =>
      isFactOn(advance, scheme, advance.line, advance.year) && [...scheme.pays, ...scheme.owes].includes(advance.line),
  );

function strayAdvance(schemes: readonly Scheme[], { advances }: SchemeFacts, year: number): Rejection | undefined {
  const stray = advances.find((one) => one.year === year && !isOnMovingLine(one, schemes));
  return stray && badInput("finance.advance-on-nothing", { scheme: stray.scheme, line: stray.line });
}

function totalsOf(sheets: readonly SchemeSheet[]): Omit<YearSheet, "year" | "schemes"> {
  const pays = sheets.flatMap((sheet) => sheet.pays);
  const total = (list: readonly Due[]) => sum(list.map(({ amount = fen(0) }) => amount));
  return {
    due: total(pays),
    owed: total(sheets.flatMap((sheet) => sheet.owes)),
    advanced: sum(pays.map(({ advanced }) => advanced)),
    inAll: sum(sheets.map(({ inAll = fen(0) }) => inAll)),
    missing: sheets.flatMap(({ lines }) => lines.flatMap((line) => line.missing.filter((one) => one.line === line.id))),
  };
}
