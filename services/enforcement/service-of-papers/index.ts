import { part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { confirmationRoutes } from "./api/confirmations.ts";
import { deliveryRoutes } from "./api/deliveries.ts";
import { paperKindWords, paperProblems } from "./problems.ts";
import { deliveryAggregate } from "./publication.ts";
import { deliveryReactions } from "./reactions/notices.ts";
import { confirmationAggregate } from "./retention.ts";
import { paperTitles } from "./titles.ts";

export { deliveries as deliveryRegister } from "./api/deliveries.ts";

/** Papers on their way to parties, and where parties take them (CF-61, CF-61a). */
export const serviceOfPapers = part({
  aggregates: [deliveryAggregate, confirmationAggregate],
  routes: [...deliveryRoutes, ...confirmationRoutes],
  subscriptions: deliveryReactions,
  asks: [cases],
  problems: { ...paperProblems, ...paperKindWords },
  titles: paperTitles,
});
