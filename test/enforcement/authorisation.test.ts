import { enforcement } from "../../services/enforcement/service.ts";
import { authorisationOf } from "../support/authorisation.ts";

authorisationOf(enforcement);
