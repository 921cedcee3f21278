import { isRejection, type Rejection } from "../../../../shared/decider/index.ts";
import { type Fen, subtract } from "../../../../shared/money/index.ts";
import type { Scheme } from "./scheme.ts";
import { isOnMovingLine, settleYear, type YearSheet, type YearToSettle } from "./settle-year.ts";

/** A line that differs between two sheets of one year. `before` or `after` is absent where the line is absent or open. */
export interface LineChange {
  readonly scheme: string;
  readonly line: string;
  readonly before?: Fen;
  readonly after?: Fen;
  readonly difference?: Fen;
}

/** What of a sheet is compared. */
export interface ComparedSheet {
  readonly schemes: readonly {
    readonly scheme: string;
    readonly from: string;
    readonly lines: readonly { readonly id: string; readonly result?: Fen }[];
  }[];
}

const resultsOf = ({ schemes }: ComparedSheet): ReadonlyMap<string, { scheme: string; line: string; result?: Fen }> =>
  new Map(
    schemes.flatMap(({ scheme, from, lines }) =>
      lines.map(({ id: line, result }) => [
        `${scheme} ${from} ${line}`,
        { scheme, line, ...(result === undefined ? {} : { result }) },
      ]),
    ),
  );

/** A late entry makes a new version of the sheet. This lists the lines that changed, in their order, also when no total did. */
export function compareSheets(before: ComparedSheet, after: ComparedSheet): readonly LineChange[] {
  const [old, next] = [resultsOf(before), resultsOf(after)];
  return [...new Map([...old, ...next])].flatMap(([key, { scheme, line }]): readonly LineChange[] => {
    const [from, to] = [old.get(key)?.result, next.get(key)?.result];
    const isSame = from === to && old.has(key) === next.has(key);
    if (isSame) return [];
    const bounds = { ...(from === undefined ? {} : { before: from }), ...(to === undefined ? {} : { after: to }) };
    const difference = from === undefined || to === undefined ? {} : { difference: subtract(to, from) };
    return [{ scheme, line, ...bounds, ...difference }];
  });
}

/**
 * The same year under other schemes, and what that changes by line. It is the settlement itself, only under another scheme.
 * An advance on a line that the other schemes do not have is left out.
 */
export function whatIfUnder(
  settled: YearToSettle,
  schemes: readonly Scheme[],
): { readonly sheet: YearSheet; readonly changes: readonly LineChange[] } | Rejection {
  const before = settleYear(settled);
  if (isRejection(before)) return before;
  const advances = settled.facts.advances.filter((one) => isOnMovingLine(one, schemes));
  const sheet = settleYear({ ...settled, schemes, facts: { ...settled.facts, advances } });
  return isRejection(sheet) ? sheet : { sheet, changes: compareSheets(before, sheet) };
}
