import { isRejection, type Rejection } from "../../../../shared/decider/index.ts";
import { divideRounded, fen } from "../../../../shared/money/index.ts";
import { capOf, fromLines, minusOf, overOf, rateOf, sumOf, tiersOf, topUpOf } from "./combining.ts";
import type { ComputedLine, LineGround, Worked } from "./computed.ts";
import { whole, yuanText } from "./exact.ts";
import { isFactOn } from "./facts.ts";
import { perUnitOf } from "./heads.ts";
import { refuse } from "./refusals.ts";
import { type LineOf, type SchemeLine, usedBy } from "./scheme.ts";
import { averageOf, givenBy, grown, isTooLarge, measured, monthsOf, tooLarge } from "./sources.ts";

/** Works a line out and rounds it once, at its end, as the scheme says. Refuses what a year cannot be settled with. */
export function computeLine(line: SchemeLine, ground: LineGround): ComputedLine | Rejection {
  const worked = workOut(line, ground);
  if (isRejection(worked)) return worked;
  const { inputs } = worked;
  const named = { id: line.id, kind: line.kind, ...(line.title === undefined ? {} : { title: line.title }), inputs };
  if ("missing" in worked) return { ...named, missing: worked.missing };
  const { dividend, divisor } = worked.exact;
  const by = ground.scheme.rounding;
  const result = divideRounded(dividend, divisor, by);
  if (isTooLarge(result)) return tooLarge(line.id);
  return {
    ...named,
    formula: worked.formula,
    ...(dividend % divisor === 0n ? {} : { rounded: { exact: yuanText(worked.exact), by } }),
    ...(worked.bands === undefined ? {} : { bands: worked.bands }),
    ...(worked.without === undefined ? {} : { without: worked.without }),
    result: fen(result),
    missing: [],
  };
}

function workOut(line: SchemeLine, ground: LineGround): Worked | Rejection {
  const combine = (by: Parameters<typeof fromLines>[2]) => fromLines(usedBy(line), ground, by);
  switch (line.kind) {
    case "measure":
      return measured(line, ground);
    case "given":
      return givenBy(line, ground);
    case "average":
      return averageOf(line, ground);
    case "growth":
      return grown(line, ground);
    case "perUnit":
      return perUnitOf(line, ground);
    case "above":
      return combine((of, [over = 0n]) => overOf(of, over));
    case "below":
      return combine((of, [under = 0n]) => overOf(under, of));
    case "tiers":
      return combine((of) => tiersOf(of, line, ground));
    case "rate":
      return combine((of) => rateOf(of, line.bps));
    case "sum":
      return combine(sumOf);
    case "minus":
      return combine(minusOf);
    case "topUp":
      return combine((of) => topUpOf(of, line.to, monthsOf(line, ground)));
    case "cap":
      return combine((of, [at = 0n]) => capOf(of, at));
    case "setAside":
      return combine((of) => sumOf(of, []));
    case "if":
      return conditional(line, ground);
    default:
      return neverReached(line);
  }
}

const neverReached = (line: never): Rejection => refuse("finance.scheme-line-unknown", { line: String(line) });

/** A line that counts only on a recorded condition. Until one is recorded, met or not, it is open. */
function conditional(line: LineOf<"if">, ground: LineGround): Worked {
  const { facts, scheme, year } = ground;
  const found = facts.conditions.find((one) => isFactOn(one, scheme, line.id, year));
  const worked = fromLines([line.of], ground, (of) => sumOf(of, []));
  const { inputs } = worked;
  if (found === undefined) {
    const open = { what: "condition", line: line.id, of: String(year) } as const;
    return { missing: "missing" in worked ? [...worked.missing, open] : [open], inputs };
  }
  const condition = { from: "condition", met: found.met, document: found.document } as const;
  if (!found.met) return { formula: "0.00", exact: whole(0n), inputs: [...inputs, condition] };
  return { ...worked, inputs: [...inputs, condition] };
}
