import { type Facts, factOf } from "../../../shared/store/index.ts";
import { knownPower } from "../domain/known-power.ts";
import { powerOfCase, runningCase } from "../domain/running-case.ts";

/** The power a case comes under, from a step's facts: the power first, and last what was decided of the case (CF-24b). */
export const casePower = (facts: Facts) =>
  powerOfCase(factOf(knownPower, facts, 0), factOf(runningCase, facts, facts.length - 1));
