import { gridEvents } from "../../services/grid-events/service.ts";
import { authorisationOf } from "../support/authorisation.ts";

authorisationOf(gridEvents);
