import { type Context, type Decision, present, type Rejection } from "../../../../../shared/decider/index.ts";
import type { GuideContent } from "../../../guides/domain/guide.ts";
import { claimsOf, type Household, spouseNotStated, unlikeAHousehold } from "../household/household.ts";
import { notNow, notYou, refuse } from "../refusals.ts";
import { isStranger } from "./agent.ts";
import type { Application, ApplicationEvent, CommandOf, Decide, Filed } from "./application.ts";

const article62 = { article: "土地管理法62(1)", rule: "XK-T1" };

/** What is stated of a household: asked only where the item is one per household, and true to its form. */
export function notTheHousehold(
  { code, onePerHousehold }: Pick<GuideContent, "code" | "onePerHousehold">,
  { household }: { readonly household?: Household },
): Rejection | undefined {
  if (household === undefined) return undefined;
  if (onePerHousehold === undefined)
    return refuse("permits.household-not-asked", { item: code, rule: "P-1" }, "/household");
  return unlikeAHousehold(household);
}

/** 一户一宅: the household is known before such a case is accepted, and before it is granted. */
export function householdMissing({ guide, household }: Pick<Filed, "guide" | "household">): Rejection | undefined {
  if (guide.onePerHousehold === undefined) return undefined;
  if (household === undefined)
    return refuse("permits.household-missing", { item: guide.code, ...article62 }, "/household");
  // Asked for with the acceptance and again with the grant: cases of the first days do not say.
  const at = spouseNotStated(household);
  return at === undefined ? undefined : refuse("permits.spouse-not-stated", article62, `/household/members/${at}`);
}

/** States the household, or puts it right, until the case is decided. */
export function stateHousehold(
  state: Application,
  { household }: CommandOf<"state-household">,
  { actor, today }: Context,
): Decision<ApplicationEvent> {
  const examines = actor.roles.includes("reviewer") && actor.office === state.office;
  if (!examines && isStranger(state, actor)) return notYou("permits.not-yours");
  const wrong = notTheHousehold(state.guide, { household });
  if (wrong !== undefined) return wrong;
  return [{ type: "permits.application.household-stated", data: { on: today.toString() }, personal: { household } }];
}

/** A grant makes the claims of the household as it stands: a household stated anew in between is claimed anew. */
export function notClaimed(
  { guide, household }: Pick<Filed, "guide" | "household">,
  { claims = [] }: Pick<Decide, "claims">,
): Rejection | undefined {
  if (guide.onePerHousehold === undefined) return undefined;
  const missing = householdMissing({ guide, ...present({ household }) });
  if (household === undefined || missing !== undefined) return missing;
  const same = claimsOf(household).join() === claims.toSorted().join();
  return same ? undefined : notNow("permits.household-changed", article62);
}
