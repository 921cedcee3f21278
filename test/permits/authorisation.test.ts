import { permits } from "../../services/permits/service.ts";
import { authorisationOf } from "../support/authorisation.ts";

authorisationOf(permits, [
  "/permits/guides/{id}/revise",
  "/permits/guides/{id}/give-form",
  "/permits/guides/{id}/drop-form",
]);
