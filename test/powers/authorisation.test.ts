import { powers } from "../../services/powers/service.ts";
import { authorisationOf } from "../support/authorisation.ts";

authorisationOf(powers);
