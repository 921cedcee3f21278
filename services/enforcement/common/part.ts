import type { Route } from "../../../shared/http/index.ts";
import { aggregate, part } from "../../../shared/service/index.ts";
import { knownOfficer, knownPower } from "./domain/known-power.ts";
import { commonProblems } from "./problems.ts";
import { copyReactions } from "./reactions/copies.ts";
import { enforcementTitles } from "./titles.ts";

/** What the whole service stands on: the copies of powers and officers, and refusals that any part may use. */
export const commonPart = (routes: readonly Route[]) =>
  part({
    aggregates: [aggregate(knownPower), aggregate(knownOfficer)],
    routes,
    subscriptions: copyReactions,
    problems: commonProblems,
    titles: enforcementTitles,
    isShared: true,
  });
