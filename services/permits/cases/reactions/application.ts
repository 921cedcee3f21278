import * as z from "zod";
import { certificateIssued, deemedRenewed } from "../../../../shared/contracts/permits-certificates.ts";
import { followOfficers, followPowers } from "../../../../shared/powers-in-force/follow.ts";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import { knownOfficer, knownPower } from "../../common/domain/known-power.ts";
import { application } from "../domain/application/decider.ts";

/** With the certificate in the applicant's hand the case is closed. */
const closeCase = on(
  "permits.certificate.issued",
  certificateIssued.pick({ application: true }),
  ({ application: id }) => [instruct({ of: application, id, command: { type: "close" as const } })],
);

/** A certificate that ended before its issue is handed over to nobody: its case has nothing left to do. */
const closeUnissued = ["permits.certificate.revoked", "permits.certificate.cancelled"].map((type) =>
  on(type, z.object({}), (_data, event): Instruction[] => [
    {
      async carryOut(runtime, cause) {
        const ended = (await runtime.store.load(certificate, subjectId(event)))?.state;
        if (ended === undefined) return { done: false, code: "not-found" };
        if (ended.status === "drawn-up" || ended.issuedOn !== undefined) return { done: true };
        const command = { type: "close" as const };
        const carried = await instruct({ of: application, id: ended.application, command }).carryOut(runtime, cause);
        return carried.done || carried.code !== "permits.not-in-this-state" ? carried : { done: true };
      },
    },
  ]),
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
  ...closeUnissued,
  deemRenewed,
];
