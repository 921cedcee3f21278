import type { TownProfile } from "../../../../shared/town/profile.ts";
import type { FinedAs } from "./circumstances.ts";
import type { PenaltyKind } from "./penalty.ts";

/** CF-63 (行政处罚法63(1) items 3, 4): kinds that give a right to a hearing at any sum. */
const kindsOfTheLaw: ReadonlySet<PenaltyKind> = new Set([
  "降低资质等级",
  "吊销许可证件",
  "责令停产停业",
  "责令关闭",
  "限制从业",
]);

/** What is to be decided against one party. */
export interface Proposed {
  readonly party: FinedAs;
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen?: number | undefined;
  /** Confiscated gains, or the value of confiscated goods. */
  readonly confiscateFen?: number | undefined;
}

type Rules = Pick<TownProfile, "hearingThresholds"> & {
  readonly enforcement: { readonly hearing: Pick<TownProfile["enforcement"]["hearing"], "confiscationToo" | "others"> };
};

/**
 * CF-63: whether the party may ask for a hearing. A fine or a confiscation from the threshold of the profile on counts as large.
 * Where the profile states no threshold for confiscations, each one counts. Other kinds are those that the profile names.
 */
export function hearingTriggered(
  { party, kinds, fineFen = 0, confiscateFen = 0 }: Proposed,
  { hearingThresholds, enforcement: { hearing } }: Rules,
): boolean {
  const threshold = party === "citizen" ? hearingThresholds.citizenFen : hearingThresholds.organisationFen;
  const confiscation = kinds.includes("没收违法所得") || kinds.includes("没收非法财物");
  return (
    kinds.some((kind) => kindsOfTheLaw.has(kind) || hearing.others.includes(kind)) ||
    (kinds.includes("罚款") && fineFen >= threshold) ||
    (confiscation && (!hearing.confiscationToo || confiscateFen >= threshold))
  );
}
