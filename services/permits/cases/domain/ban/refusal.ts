import type { Context, Rejection } from "../../../../../shared/decider/index.ts";
import { refuse } from "../refusals.ts";
import { type Ban, standingBan } from "./ban.ts";

/** XK-78, XK-79: the person who is barred from an item is not received for it until the day after the bar's last. */
export function refusedAsBarred(state: Ban | undefined, { today }: Context): Rejection | undefined {
  const standing = standingBan(state, today);
  if (standing === undefined) return undefined;
  const { ground, bar } = standing;
  return refuse("permits.barred", { ground, until: bar.due, article: bar.article, rule: bar.rule });
}
