import { aggregate, part } from "../../../shared/service/index.ts";
import { authorisations } from "../authorisations/index.ts";
import { certificateRoutes } from "./api/certificates.ts";
import { certificate } from "./domain/certificate.ts";
import { certificateSettlement } from "./domain/settlement.ts";
import { certificateProblems } from "./problems.ts";
import { settlementReactions } from "./reactions/settlement.ts";
import { certificatesTitles } from "./titles.ts";

export { certificateRegister } from "./api/certificates.ts";

/** One seal, one certificate desk (L11, XK-44, XK-50, XK-69, XK-70). */
export const certificates = part({
  aggregates: [aggregate(certificate), aggregate(certificateSettlement)],
  subscriptions: [...settlementReactions],
  routes: [...certificateRoutes],
  asks: [authorisations],
  problems: certificateProblems,
  titles: certificatesTitles,
});
