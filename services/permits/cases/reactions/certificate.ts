import * as z from "zod";
import { applicationClosed, applicationGranted } from "../../../../shared/contracts/permits.ts";
import { concern as concerns, upperDecided } from "../../../../shared/contracts/permits-application.ts";
import { certificateIssued } from "../../../../shared/contracts/permits-certificates.ts";
import type { CloudEvent } from "../../../../shared/messaging/index.ts";
import {
  type Instruction,
  instruct,
  on,
  type Runtime,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { type CertificateCommand, certificate } from "../../certificates/domain/certificate.ts";
import { validityOf } from "../../certificates/domain/renewal.ts";
import type { RenewalNews } from "../../certificates/domain/states.ts";
import { certificateIdOf } from "../../common/certificate-id.ts";
import { applicantOf } from "../domain/application/agent.ts";
import { application } from "../domain/application/decider.ts";
import type { Concern } from "../domain/application/parts.ts";

/** An instruction whose id is made with the town's secret, which only the runtime holds. */
const withKey = (instruction: (runtime: Runtime) => Instruction): Instruction => ({
  carryOut: (runtime, cause) => instruction(runtime).carryOut(runtime, cause),
});

/** A granted application has its certificate drawn up; a renewal or change, one that takes the place of the old. */
const drawUp = on(
  "permits.application.granted",
  applicationGranted
    .pick({ number: true, inWhoseName: true, decidedOn: true, validUntil: true, item: true, office: true })
    .extend({ concerns: concerns.exactOptional() }),
  (data, event) => {
    const { number, inWhoseName, decidedOn, item, office, validUntil, concerns: old } = data;
    return [
      withKey(({ keyed }) =>
        instruct({
          of: certificate,
          id: certificateIdOf(keyed, event.id),
          expects: "either",
          facts: {
            granted: factReference(application, subjectId(event)),
            old: old === undefined ? undefined : factReference(certificate, old.certificate),
          },
          command: ({ granted, old: before }): CertificateCommand => {
            if (granted === undefined) throw new Error("the granted application is not there");
            const { applicant, guide } = granted;
            // The event names who decided by his key; the case knows his login.
            if (!("decidedBy" in granted)) throw new Error("the granted application is not decided");
            const { decidedBy } = granted;
            const owner = applicantOf(granted);
            const { phone: _phone, ...holder } = applicant;
            const { validityMonths: months, safety } = guide;
            const grant = {
              application: subjectId(event),
              decidedOn,
              ...(validUntil === undefined ? {} : { validUntil }),
              ...(months === undefined ? {} : { months }),
            };
            return {
              type: "draw-up",
              inCharge: inWhoseName.uscc,
              certificate: {
                application: subjectId(event),
                item: { code: item.code, name: item.name },
                title: guide.result,
                number,
                holder,
                ...(owner === undefined ? {} : { owner }),
                issuer: inWhoseName,
                office,
                decidedOn,
                decidedBy,
                ...validityOf(grant, before, old?.kind),
                ...(months === undefined ? {} : { validityMonths: months }),
                ...(safety === undefined ? {} : { safety }),
                ...(old === undefined ? {} : { replaces: old }),
              },
            };
          },
        }),
      ),
    ];
  },
);

/** XK-50: the certificate knows of its renewal from the day it is applied for, and how it fares. */
const fileRenewal = on(
  "permits.application.received",
  z.object({ receivedOn: z.iso.date(), postedOn: z.iso.date().optional(), concerns: concerns.optional() }),
  ({ receivedOn, postedOn, concerns: old }, event) =>
    old?.kind !== "renewal"
      ? []
      : [
          instruct({
            of: certificate,
            id: old.certificate,
            command: { type: "file-renewal", application: subjectId(event), filedOn: postedOn ?? receivedOn },
          }),
        ],
);

const news = {
  "corrections-notified": "incomplete",
  accepted: "complete",
  forwarded: "forwarded",
  granted: "granted",
  refused: "ended",
  declined: "ended",
  withdrawn: "ended",
} as const satisfies Readonly<Record<string, RenewalNews>>;

const follow = (old: Concern | undefined, event: CloudEvent, fares: RenewalNews): Instruction[] => {
  if (old?.kind !== "renewal") return [];
  const command = { type: "follow-renewal" as const, application: subjectId(event), news: fares };
  return [instruct({ of: certificate, id: old.certificate, command })];
};

const followRenewal = [
  ...Object.entries(news).map(([what, fares]) =>
    on(`permits.application.${what}`, z.object({ concerns: concerns.optional() }), ({ concerns: old }, event) =>
      follow(old, event, fares),
    ),
  ),
  on("permits.application.upper-decided", upperDecided.pick({ concerns: true, outcome: true }), (data, event) =>
    follow(data.concerns, event, data.outcome === "granted" ? "granted" : "ended"),
  ),
];

/** A renewed or changed certificate is in the holder's hand: the old one is struck from the register (XK-70). */
const replaceOld = on(
  "permits.certificate.issued",
  certificateIssued.pick({ replaces: true }),
  ({ replaces }, event) =>
    replaces === undefined
      ? []
      : [
          instruct({
            of: certificate,
            id: replaces.certificate,
            command: { type: "replace", by: subjectId(event), kind: replaces.kind },
          }),
        ],
);

/** XK-70, XK-T2: what the organ above issued is in the holder's hand; it takes the old one's place by its own number. */
const replaceByUpper = on(
  "permits.application.closed",
  applicationClosed.pick({ outcome: true }).extend({ concerns: concerns.optional() }),
  ({ outcome, concerns: old }, event): Instruction[] =>
    old === undefined || outcome !== "granted"
      ? []
      : [
          {
            async carryOut(runtime, cause) {
              const closed = (await runtime.store.load(application, subjectId(event)))?.state;
              if (closed?.status !== "closed" || closed.upper === undefined) return { done: true };
              const command = { type: "replace" as const, by: closed.upper.number, kind: old.kind };
              return instruct({ of: certificate, id: old.certificate, command }).carryOut(runtime, cause);
            },
          },
        ],
);

export const certificateReactions: readonly Subscription[] = [
  drawUp,
  fileRenewal,
  ...followRenewal,
  replaceOld,
  replaceByUpper,
];
