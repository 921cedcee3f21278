import { applicationGranted, certificateIssued } from "../../../shared/contracts/permits.ts";
import { followOfficers, followPowers } from "../../../shared/powers-in-force/follow.ts";
import { instruct, on, type Subscription, subjectId } from "../../../shared/service/index.ts";
import { factOf, sha256 } from "../../../shared/store/index.ts";
import { application } from "../domain/application/decider.ts";
import { type CertificateCommand, certificate } from "../domain/certificate/certificate.ts";
import { knownOfficer, knownPower } from "../domain/known-power.ts";

/** The id of the certificate follows from the event that grants it: a redelivery draws up nothing new. */
export const certificateIdOf = (grantingEvent: string) =>
  sha256(`certificate|${grantingEvent}`).slice(0, 20).toUpperCase();

/** A granted application has its certificate drawn up. */
const drawUp = on(
  "permits.application.granted",
  applicationGranted.pick({ number: true, inWhoseName: true, decidedOn: true, validUntil: true, item: true }),
  ({ number, inWhoseName, decidedOn, validUntil, item: { code, name } }, event) => [
    instruct({
      of: certificate,
      id: certificateIdOf(event.id),
      expects: "either",
      facts: [{ aggregate: application.aggregate, id: subjectId(event) }],
      command: (facts): CertificateCommand => {
        const granted = factOf(application, facts, 0);
        if (granted === undefined) throw new Error("the granted application is not there");
        const { kind, name: holder, idNumber } = granted.applicant;
        return {
          type: "draw-up",
          inCharge: inWhoseName.uscc,
          certificate: {
            application: subjectId(event),
            item: { code, name },
            title: granted.guide.result,
            number,
            holder: { kind, name: holder, idNumber },
            issuer: inWhoseName,
            decidedOn,
            decidedBy: event.actor,
            ...(validUntil === undefined ? {} : { validUntil }),
          },
        };
      },
    }),
  ],
);

/** With the certificate in the applicant's hand the case is closed. */
const closeCase = on(
  "permits.certificate.issued",
  certificateIssued.pick({ application: true }),
  ({ application: id }) => [instruct({ of: application, id, command: { type: "close" as const } })],
);

export const applicationReactions: readonly Subscription[] = [
  ...followPowers(knownPower),
  ...followOfficers(knownOfficer),
  drawUp,
  closeCase,
];
