import type { Actor } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";

/** E1: whether this leader of the office leads one of these people. What another squad does is not his. */
export const leadsOneOf = (
  { roles, office, leads = [] }: Actor,
  subs: readonly string[],
  { enforcementOffice }: Pick<TownProfile, "enforcementOffice">,
): boolean => roles.includes("squad-leader") && office === enforcementOffice && subs.some((sub) => leads.includes(sub));
