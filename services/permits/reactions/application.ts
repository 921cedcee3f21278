import { certificateIssued } from "../../../shared/contracts/permits-certificates.ts";
import { followOfficers, followPowers } from "../../../shared/powers-in-force/follow.ts";
import { instruct, on, type Subscription } from "../../../shared/service/index.ts";
import { application } from "../domain/application/decider.ts";
import { knownOfficer, knownPower } from "../domain/known-power.ts";

export { certificateIdOf } from "./certificate-id.ts";

/** With the certificate in the applicant's hand the case is closed. */
const closeCase = on(
  "permits.certificate.issued",
  certificateIssued.pick({ application: true }),
  ({ application: id }) => [instruct({ of: application, id, command: { type: "close" as const } })],
);

export const applicationReactions: readonly Subscription[] = [
  ...followPowers(knownPower),
  ...followOfficers(knownOfficer),
  closeCase,
];
