import { permits } from "../../services/permits/service.ts";
import { authorisationOf } from "../support/authorisation.ts";

authorisationOf(permits);
