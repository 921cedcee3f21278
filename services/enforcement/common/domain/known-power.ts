import { officerCopiesOf, powerCopiesOf } from "../../../../shared/powers-in-force/index.ts";

export type { OfficerCopy, PowerCopy } from "../../../../shared/powers-in-force/index.ts";

/** The enforcement service's own copy of the powers, and of officers' certificates (P5). */
export const knownPower = powerCopiesOf("enforcement");

const copies = officerCopiesOf("enforcement");
/** A certificate is found by its person, and among all (E1: who may act on a day, whose certificate ends soon). */
export const knownOfficer: typeof copies = {
  ...copies,
  listed: (state, id) => ({ ...copies.listed?.(state, id), byStatus: { partition: allOfficers, sort: id } }),
};
/** The partition of `byStatus` in which all certificates stand. */
export const allOfficers = "officers";
