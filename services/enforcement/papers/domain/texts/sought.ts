import { plainDate } from "../../../../../shared/papers/words.ts";
import type { RemedyEffect } from "../../../cases/domain/proceeding/proceeding.ts";

/** A review or a suit as a paper tells of it. */
interface Sought {
  readonly kind: "review" | "suit";
  readonly from: string;
  readonly to?: string | undefined;
  readonly effect?: RemedyEffect | undefined;
}

const ended: Readonly<Record<RemedyEffect, string>> = {
  upheld: "决定予以维持",
  rejected: "予以驳回",
  withdrawn: "由其撤回",
  changed: "决定予以变更",
  revoked: "决定予以撤销",
  void: "决定被确认无效",
  unlawful: "决定被确认违法",
};

/**
 * QZ-53, SS-45: what the party sought against the decision, as the court is told: nothing, or each review and suit with its end.
 * @param neither what stands there where the party sought nothing
 */
export function soughtBy(remedies: readonly Sought[], neither: string): string {
  const told = remedies.map(({ kind, from, to, effect }) => {
    const how = to === undefined || effect === undefined ? "" : `（${plainDate(to)}${ended[effect]}）`;
    return `于${plainDate(from)}${kind === "review" ? "申请行政复议" : "提起行政诉讼"}${how}`;
  });
  if (told.length === 0) return neither;
  return `${told.join("，")}${remedies.at(-1)?.kind === "review" ? "，在法定期限内未提起行政诉讼" : ""}`;
}
