import { aggregate, part } from "../../../shared/service/index.ts";
import { cases } from "../cases/index.ts";
import { confirmationRoutes } from "./api/confirmations.ts";
import { deliveryRoutes } from "./api/deliveries.ts";
import { addressConfirmation } from "./domain/confirmation.ts";
import { paperProblems } from "./problems.ts";
import { deliveryAggregate } from "./publication.ts";
import { paperTitles } from "./titles.ts";

/** Papers on their way to parties, and where parties take them (CF-61, CF-61a). */
export const serviceOfPapers = part({
  aggregates: [deliveryAggregate, aggregate(addressConfirmation)],
  routes: [...deliveryRoutes, ...confirmationRoutes],
  asks: [cases],
  problems: paperProblems,
  titles: paperTitles,
});
