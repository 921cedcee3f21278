import * as z from "zod";
import type { Route } from "../../../../shared/http/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { authorisation } from "../../authorisations/domain/authorisation.ts";
import { authority } from "../../common/api/schemas.ts";
import { caseRegister } from "./register.ts";

/** L9: who pays is looked up in the authorisation; the bill stays the applicant's. */
export const payingRoute: Route = caseRegister.step("pay-by-agent", {
  summary: {
    zh: "登记代缴：代办员凭委托为申请人缴费",
    en: "Record that an agent pays the fee for the applicant, under his authorisation",
  },
  allow: ["clerk", "agent"],
  body: z.strictObject({ authorisation: authority }),
  facts: ({ body }) => ({ given: factReference(authorisation, body.authorisation) }),
  run: ({ body, facts: { given } }) => ({ type: "pay-by-agent", ...body, given }),
});
