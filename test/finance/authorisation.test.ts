import { finance } from "../../services/finance/service.ts";
import { authorisationOf } from "../support/authorisation.ts";

authorisationOf(finance);
