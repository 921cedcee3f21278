import { officerCopiesOf, powerCopiesOf } from "../../../../shared/powers-in-force/index.ts";

export type { OfficerCopy, PowerCopy } from "../../../../shared/powers-in-force/index.ts";

/** The enforcement service's own copy of the powers, and of officers' certificates (P5). */
export const knownPower = powerCopiesOf("enforcement");
export const knownOfficer = officerCopiesOf("enforcement");
