import { aggregate, part } from "../../../shared/service/index.ts";
import { permitRoute } from "./api/permits.ts";
import { knownPermit } from "./domain/known-permit.ts";
import { permitLink } from "./domain/permit-link.ts";
import { permitsHereProblems } from "./problems.ts";
import { permitReactions } from "./reactions/permits.ts";
import { permitsHereTitles } from "./titles.ts";

export { permitsView } from "./api/permits.ts";
export { asksForPermits, permitsNear } from "./near.ts";

/** "Is there a permit?" A copy of what the permits service publishes of permits to use a public place. */
export const permitsHere = part({
  aggregates: [aggregate(knownPermit), aggregate(permitLink)],
  routes: [permitRoute],
  subscriptions: [...permitReactions],
  problems: permitsHereProblems,
  titles: permitsHereTitles,
});
