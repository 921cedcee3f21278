import type { Context, Rejection } from "../../../../../shared/decider/index.ts";
import { isTheTownItself } from "../../../../../shared/town/own-name.ts";
import { badInput, refuse } from "../refusals.ts";
import type { Accepted, Decide } from "./application.ts";

const article44 = { article: "土地管理法62(4)、44", rule: "XK-T1" };

/**
 * XK-T1 (土地管理法62(4), 44): land for building is granted when it is known whether it is farmland. Farmland needs its
 * conversion approved beforehand, by an organ above the town. The finding of an examiner stands.
 */
export function unconverted(
  { guide, farmland }: Pick<Accepted, "guide" | "farmland">,
  { occupiesFarmland, conversion }: Pick<Decide, "occupiesFarmland" | "conversion">,
  { today, town }: Context,
): Rejection | undefined {
  if (guide.givesLand !== true) return undefined;
  const occupied = farmland?.occupied === true || occupiesFarmland === true;
  if (!occupied) {
    const looked = farmland !== undefined || occupiesFarmland === false;
    return looked ? undefined : refuse("permits.farmland-not-considered", article44, "/occupiesFarmland");
  }
  if (conversion === undefined) return refuse("permits.conversion-missing", article44, "/conversion");
  const { date, organ } = conversion;
  if (date > today.toString())
    return badInput("permits.conversion-not-yet", { date, ...article44 }, "/conversion/date");
  return isTheTownItself(organ, town)
    ? refuse("permits.converted-by-the-town", { organ, ...article44 }, "/conversion/organ")
    : undefined;
}
