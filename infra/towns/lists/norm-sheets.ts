import * as z from "zod";
import { fineRange } from "../../../shared/town/listed-penalties.ts";
import {
  type ListedConditions,
  type ListedEarlierNorm,
  listedConditions,
  listedEarlierNorm,
  type NormNeed,
  normNeeds,
} from "../../../shared/town/penalty-norms.ts";
import { line } from "../../../shared/town/text.ts";
import { saidIn } from "./needs-said.ts";

/** More than the first range needs an order not followed, unless the remark says otherwise. */
const usual = ["order-unmet"] as const;
/** QZ-44b: a source that names article 83 of the land law (土地管理法 78 83). */
const landLawSuit = /土地管理法(?: \d+)* 83(?!\d)/;
const some = <K extends string>(key: K, needs: readonly NormNeed[]) =>
  needs.length === 0 ? {} : { [key]: [...needs] };

/** A row of `penalties-conditions.csv`: its remark says when more, persons and closure are allowed, and its source which days a suit has. */
export const conditionsRow = z
  .strictObject({
    code: listedConditions.shape.code,
    fineNeeds: z.enum(normNeeds).optional(),
    firstRangeMaxFen: z.int().min(0).optional(),
    persons: fineRange.optional(),
    also: z.strictObject({ basis: line, maxFen: z.int().min(0) }).optional(),
    remark: line.optional(),
    source: line,
  })
  .transform(({ firstRangeMaxFen, persons, remark, fineNeeds, ...row }): ListedConditions => {
    const said = saidIn(remark ?? "");
    const closure = said.closureWithFine && fineNeeds !== undefined ? [fineNeeds] : said.closure;
    const moreIf = said.more.length === 0 ? usual : said.more;
    return {
      ...row,
      ...(fineNeeds === undefined ? {} : { fineNeeds }),
      ...(firstRangeMaxFen === undefined
        ? {}
        : {
            firstRange: {
              maxFen: firstRangeMaxFen,
              moreFromFen: said.moreFromFen ?? firstRangeMaxFen,
              moreIf: [...moreIf],
            },
          }),
      ...(persons === undefined ? {} : { persons: { ...persons, needs: [...said.persons] } }),
      ...some("closureNeeds", closure),
      ...(said.citizensNarrow ? { citizensNarrow: true as const } : {}),
      ...(landLawSuit.test(row.source)
        ? { suit: { days: 15 as const, kinds: ["限期拆除" as const], basis: "土地管理法83" } }
        : {}),
      ...(said.reviewFirst ? { reviewFirst: { basis: row.source } } : {}),
      ...(remark === undefined ? {} : { remark }),
    };
  })
  .pipe(listedConditions);

/** A row of `penalties-before.csv`: its note may say a first range and when a closure is allowed. */
export const earlierNormRow: z.ZodType<ListedEarlierNorm> = z.preprocess((row) => {
  const noted = z.looseObject({ note: z.string() }).safeParse(row);
  if (!noted.success) return row;
  const { more, moreFromFen, firstMaxFen, closure } = saidIn(noted.data.note);
  const moreIf = more.length === 0 ? usual : more;
  return {
    ...noted.data,
    ...(firstMaxFen === undefined
      ? {}
      : { firstRange: { maxFen: firstMaxFen, moreFromFen: moreFromFen ?? firstMaxFen, moreIf } }),
    ...some("closureNeeds", closure),
  };
}, listedEarlierNorm);
