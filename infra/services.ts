import { enforcement } from "../services/enforcement/service.ts";
import { finance } from "../services/finance/service.ts";
import { gridEvents } from "../services/grid-events/service.ts";
import { permits } from "../services/permits/service.ts";
import { powers } from "../services/powers/service.ts";
import type { Service } from "../shared/service/index.ts";

/** The services of a town, in the order in which a new one is opened. */
export const services: readonly Service[] = [powers, permits, enforcement, gridEvents, finance];
