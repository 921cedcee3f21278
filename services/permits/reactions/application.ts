import { applicationGranted, certificateIssued } from "../../../shared/contracts/permits.ts";
import {
  powerHandedOver,
  powerListed,
  powerRecalled,
  powerResumed,
  powerSuspended,
} from "../../../shared/contracts/powers.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { instruct, on, type Subscription, subjectId } from "../../../shared/service/index.ts";
import { factOf, sha256 } from "../../../shared/store/index.ts";
import { application } from "../domain/application/decider.ts";
import { type CertificateCommand, certificate } from "../domain/certificate/certificate.ts";
import { knownPower, type LearnPower } from "../domain/known-power.ts";

const learn = (code: string, { sequence }: CloudEvent, news: LearnPower["news"]) => [
  instruct({ of: knownPower, id: code, expects: "either", command: { type: "learn" as const, code, sequence, news } }),
];

/** The copy of the powers (P5): permits ask nobody else whether a power is in force. */
const powerNews: readonly Subscription[] = [
  on("powers.power.listed", powerListed.pick({ code: true, townRole: true }), ({ code, townRole }, event) =>
    learn(code, event, { townRole }),
  ),
  on("powers.power.handed-over", powerHandedOver, ({ code, mode, inWhoseName, inForceFrom, letter }, event) =>
    learn(code, event, {
      change: {
        kind: "handed-over",
        from: inForceFrom,
        mode,
        inWhoseName,
        ...(letter === undefined ? {} : { letter }),
      },
    }),
  ),
  on("powers.power.suspended", powerSuspended, ({ code, from, reason }, event) =>
    learn(code, event, { change: { kind: "suspended", from, reason } }),
  ),
  on("powers.power.resumed", powerResumed, ({ code, from }, event) =>
    learn(code, event, { change: { kind: "resumed", from } }),
  ),
  on("powers.power.recalled", powerRecalled, ({ code, from, document }, event) =>
    learn(code, event, { change: { kind: "recalled", from, document } }),
  ),
];

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

export const applicationReactions: readonly Subscription[] = [...powerNews, drawUp, closeCase];
