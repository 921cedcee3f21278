import { toDate } from "../../../../shared/calendar/index.ts";
import type { Rejection } from "../../../../shared/decider/index.ts";
import { landRefusals, measureRefusals, scopeRefusals } from "./class-guards.ts";
import { badInput, refuse } from "./refusals.ts";
import { type Scheme, type SchemeLine, usedBy } from "./scheme.ts";

/** What money may be counted by. Cases and fines are not among them (CF-74): no head of an offender, no ticket. */
export const schemeUnits = ["staff", "villages", "rural-residents", "residents"] as const;

/** What a line may hang on (以奖代补). A target of fines or fees is no condition (预算法 55). */
export const schemeConditions = ["debt-paid", "project-accepted", "households-paid"] as const;

const isIn = (list: readonly string[], one: string): boolean => list.includes(one);
const when = (isBroken: boolean, rejection: () => Rejection): readonly Rejection[] => (isBroken ? [rejection()] : []);

/** Everything that forbids a scheme, with its article; none when it may be taken into use. */
export const schemeRefusals = (scheme: Scheme): readonly Rejection[] => [
  ...termRefusals(scheme),
  ...when(scheme.payee !== "town", () =>
    refuse("finance.scheme-returns-fees", { article: "行政许可法 59、预算法 55、56" }),
  ),
  ...orderRefusals(scheme),
  ...scheme.lines.flatMap((line) => [...measureRefusals(line), ...lineRefusals(line, scheme)]),
  ...landRefusals(scheme),
  ...scopeRefusals(scheme),
];

/** Schemes count by whole months of 12: a part of a month has no share. */
function termRefusals({ from, to }: Scheme): readonly Rejection[] {
  const [first, last] = [toDate(from), toDate(to)];
  return [
    ...when(from > to, () => badInput("finance.scheme-runs-backwards", { from, to }, "/to")),
    ...when(first.day !== 1, () => badInput("finance.scheme-part-month", { on: from }, "/from")),
    ...when(last.day !== last.daysInMonth, () => badInput("finance.scheme-part-month", { on: to }, "/to")),
  ];
}

/** A line uses earlier lines only, and what is paid is a line, once. */
function orderRefusals({ lines, pays, owes, inAll }: Scheme): readonly Rejection[] {
  const known = new Map<string, SchemeLine>();
  const found: Rejection[] = [];
  for (const [at, line] of lines.entries()) {
    const unknown = usedBy(line).find((id) => !known.has(id));
    if (unknown !== undefined)
      found.push(badInput("finance.scheme-line-unknown", { line: line.id, uses: unknown }, `/lines/${at}`));
    if (known.has(line.id)) found.push(badInput("finance.scheme-line-twice", { line: line.id }, `/lines/${at}/id`));
    known.set(line.id, line);
  }
  const moved = [...pays, ...owes];
  for (const [at, id] of moved.entries()) {
    const line = known.get(id);
    if (line === undefined) found.push(badInput("finance.scheme-line-unknown", { line: "pays", uses: id }, "/pays"));
    if (line?.kind === "setAside") found.push(refuse("finance.scheme-pays-set-aside", { line: id }));
    if (moved.indexOf(id) !== at) found.push(badInput("finance.scheme-pays-twice", { line: id }, "/pays"));
  }
  if (inAll !== undefined && !known.has(inAll))
    found.push(badInput("finance.scheme-line-unknown", { line: "inAll", uses: inAll }, "/inAll"));
  return found;
}

function lineRefusals(line: SchemeLine, { from }: Scheme): readonly Rejection[] {
  const at = { line: line.id };
  switch (line.kind) {
    case "given": {
      const isReversed = line.between !== undefined && line.between.lower > line.between.upper;
      return when(isReversed || (line.between !== undefined && line.amount !== undefined), () =>
        badInput("finance.scheme-range-reversed", at),
      );
    }
    case "growth":
      return when(line.firstYear > toDate(from).year, () => badInput("finance.scheme-growth-begins-late", at));
    case "tiers":
      return bandRefusals(line);
    case "perUnit": {
      const isRising = line.rates.every((one, i) => i === 0 || one.from > (line.rates[i - 1]?.from ?? ""));
      const isMissing = !isRising || (line.rates[0]?.from ?? "9999") > from;
      return [
        ...when(isMissing, () => badInput("finance.scheme-rate-missing", at)),
        ...when(!isIn(schemeUnits, line.unit), () =>
          refuse("finance.scheme-unit-unknown", { ...at, unit: line.unit, article: "行政处罚法 74" }),
        ),
      ];
    }
    case "if":
      return when(!isIn(schemeConditions, line.condition), () =>
        refuse("finance.scheme-condition-unknown", { ...at, condition: line.condition, article: "预算法 55" }),
      );
    default:
      return [];
  }
}

/** F-23: bands rise, and the last one is open. */
function bandRefusals({ id, bands }: Extract<SchemeLine, { kind: "tiers" }>): readonly Rejection[] {
  const tops = bands.map(({ upTo }) => upTo);
  const isOpenAtEnd = tops.at(-1) === null && !tops.slice(0, -1).includes(null);
  const limits = tops.filter((top) => top !== null);
  const isRising = limits.every((top, at) => top > (at === 0 ? 0 : (limits[at - 1] ?? 0)));
  return [
    ...when(!isRising, () => badInput("finance.scheme-tiers-overlap", { line: id })),
    ...when(!isOpenAtEnd, () => badInput("finance.scheme-tiers-gap", { line: id })),
  ];
}
