import { remedyNotice } from "../../../../shared/case-rules/remedies.ts";
import { present } from "../../../../shared/decider/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { officialDepartment } from "../../../../shared/town/series.ts";
import type { ListedPenalty } from "../domain/listed-penalty.ts";
import type { PenaltyNorm } from "../domain/penalty.ts";
import { illustrative } from "./schemas.ts";

/** An entry of the list with all that the law of amounts reads. */
export function viewPenalty(
  { version, state: { content, number, listedOn } }: Loaded<ListedPenalty>,
  { enforcement, organName, county }: Pick<TownProfile, "enforcement" | "organName" | "county">,
) {
  const { norm, before = [], ...entry } = content;
  return {
    ...entry,
    sourceDepartment: officialDepartment(entry.sourceDepartment, { county }),
    version,
    notice: illustrative,
    listVersion: number,
    listedOn,
    norm: viewNorm(norm),
    before: before.map(({ actUntil, note, verified, ...one }) => ({
      ...viewNorm(one),
      actUntil,
      verified,
      ...(note === undefined ? {} : { note }),
    })),
    leniency: leniencyOf(content.code, enforcement),
    organ: organName,
    remedies: remediesOf(content, enforcement),
  };
}

/** FY-23, SS-46, QZ-44b: where, how long and in which order a penalty of the list can be attacked. */
function remediesOf(
  { norm: { kinds, conditions }, simpleProcedurePossible }: ListedPenalty["content"],
  { review }: TownProfile["enforcement"],
) {
  const { suitMonths, reviewFirst, ...notice } = remedyNotice("ordinary-penalty", review.organ);
  const suit = conditions?.suit;
  const always = suit !== undefined && kinds.every((kind) => suit.kinds.includes(kind));
  const onTheSpot = remedyNotice("on-the-spot-penalty", review.organ).reviewFirst;
  return {
    ...notice,
    ...(always ? {} : { suitMonths }),
    ...(suit === undefined ? {} : { shorterSuit: { ...suit, kinds: [...suit.kinds] } }),
    reviewFirst: reviewFirst || conditions?.reviewFirst !== undefined,
    ...present({
      reviewFirstBy: conditions?.reviewFirst?.basis,
      reviewFirstOnTheSpot: simpleProcedurePossible ? onTheSpot : undefined,
    }),
  };
}

export function viewNorm({ kinds, tiers, conditions, ...norm }: PenaltyNorm) {
  if (conditions === undefined) return { ...norm, kinds: [...kinds], tiers: [...tiers] };
  const { firstRange, persons, closureNeeds, suit, ...others } = conditions;
  return {
    ...norm,
    kinds: [...kinds],
    tiers: [...tiers],
    conditions: {
      ...others,
      ...(firstRange === undefined ? {} : { firstRange: { ...firstRange, moreIf: [...firstRange.moreIf] } }),
      ...(persons === undefined ? {} : { persons: { ...persons, needs: [...persons.needs] } }),
      ...(closureNeeds === undefined ? {} : { closureNeeds: [...closureNeeds] }),
      ...(suit === undefined ? {} : { suit: { ...suit, kinds: [...suit.kinds] } }),
    },
  };
}

export const rowOfPenalty = ({ version, state: { content, number } }: Loaded<ListedPenalty>) => {
  const { code, act, domain, verified, simpleProcedurePossible, norm } = content;
  return {
    ...{ code, version, listVersion: number, act, domain, verified, simpleProcedurePossible },
    ...{ kinds: [...norm.kinds], legalBasis: norm.legalBasis },
  };
};

/** CF-33a: the lists of leniency that the profile publishes. */
export const leniencyLists = ["noPenalty", "firstTime", "mitigation", "noCoercion"] as const;

/** CF-33a: the published lists in which the penalty stands. */
const leniencyOf = (code: string, { lenience }: TownProfile["enforcement"]) =>
  leniencyLists.flatMap((list) =>
    lenience[list].filter((entry) => entry.code === code).map(({ conditions }) => ({ list, conditions })),
  );
