import { certificateIssued, deemedRenewed } from "../../../../shared/contracts/permits-certificates.ts";
import { followOfficers, followPowers } from "../../../../shared/powers-in-force/follow.ts";
import { type Instruction, instruct, on, type Subscription } from "../../../../shared/service/index.ts";
import { knownOfficer, knownPower } from "../../common/domain/known-power.ts";
import { application } from "../domain/application/decider.ts";

/** With the certificate in the applicant's hand the case is closed. */
const closeCase = on(
  "permits.certificate.issued",
  certificateIssued.pick({ application: true }),
  ({ application: id }) => [instruct({ of: application, id, command: { type: "close" as const } })],
);

/** XK-50-2: what the law has renewed nobody decides any more; an application over by then stays as it is. */
const deemRenewed = on(
  "permits.certificate.deemed-renewed",
  deemedRenewed.pick({ application: true, on: true, validUntil: true }),
  ({ application: id, on: renewedOn, validUntil }): Instruction[] => [
    {
      async carryOut(runtime, cause) {
        const command = { type: "deem-renewed" as const, renewedOn, validUntil };
        const carried = await instruct({ of: application, id, command }).carryOut(runtime, cause);
        return carried.done || carried.code !== "permits.not-in-this-state" ? carried : { done: true };
      },
    },
  ],
);

export const applicationReactions: readonly Subscription[] = [
  ...followPowers(knownPower),
  ...followOfficers(knownOfficer),
  closeCase,
  deemRenewed,
];
