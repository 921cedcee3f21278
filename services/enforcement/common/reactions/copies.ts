import { followOfficers, followPowers } from "../../../../shared/powers-in-force/follow.ts";
import type { Subscription } from "../../../../shared/service/index.ts";
import { knownOfficer, knownPower } from "../domain/known-power.ts";

/** P5: the service follows the powers and the certificates by their published events. */
export const copyReactions: readonly Subscription[] = [...followPowers(knownPower), ...followOfficers(knownOfficer)];
