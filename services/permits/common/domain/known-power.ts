import { officerCopiesOf, powerCopiesOf } from "../../../../shared/powers-in-force/index.ts";

export type { LearnPower, OfficerCopy, PowerCopy } from "../../../../shared/powers-in-force/index.ts";

/** The permits service's own copy of the powers, and of officers' certificates (P5). */
export const knownPower = powerCopiesOf("permits");
export const knownOfficer = officerCopiesOf("permits");
