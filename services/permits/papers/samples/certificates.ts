import { Temporal } from "temporal-polyfill";
import { startOfDay } from "../../../../shared/calendar/index.ts";
import { isRejection } from "../../../../shared/decider/index.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import { type Certificate, type CertificateCommand, certificate } from "../../certificates/domain/certificate.ts";
import { calendar, type SampledTown, sampleClerk } from "./kit.ts";

/** The certificate as it is drawn up from a granted application. */
export function faceOf(town: SampledTown, state: Application, application: string) {
  if (state.status !== "granted") throw new Error("not granted");
  const { item, guide, number, applicant, inWhoseName, decidedOn, decidedBy, validUntil } = state;
  const { kind, name, idNumber } = applicant;
  const drawn = {
    ...{ application, item: { code: item.code, name: item.name }, title: guide.result, number },
    ...{ holder: { kind, name, idNumber }, issuer: inWhoseName, decidedOn, decidedBy },
    ...(validUntil === undefined ? {} : { validUntil }),
  };
  return told(town, undefined, { type: "draw-up", certificate: drawn, inCharge: inWhoseName.uscc }, decidedOn);
}

/** The power of a certificate, in force since the town was opened. */
const inForce = (state: Certificate | undefined) => {
  const change = { kind: "handed-over" as const, from: "2026-01-01", mode: "entrusted" as const };
  const organ = state?.issuer ?? { name: { zh: "", en: "" }, uscc: "" };
  const code = state?.item.code ?? "";
  return { code, townRole: "decides" as const, changes: [{ ...change, inWhoseName: organ }], followedTo: 1 };
};

/** A certificate after a lawful command. */
export function told(
  { profile }: SampledTown,
  state: Certificate | undefined,
  command: CertificateCommand,
  on: string,
): Certificate {
  const context = {
    ...{ now: startOfDay(on), today: Temporal.PlainDate.from(on), calendar, town: profile },
    ...{ actor: sampleClerk, numbers: { take: () => 1 } },
  };
  const empowered = { power: inForce(state) };
  const decision = certificate.decide(state, { ...empowered, ...command }, context);
  if (isRejection(decision)) throw new Error(`${command.type}: ${decision.code}`);
  const next = decision.reduce<Certificate | undefined>(
    (before, event) => certificate.evolve(before, { ...event, sequence: 1, time: context.now, actor: "town" }),
    state,
  );
  if (next === undefined) throw new Error("no certificate");
  return next;
}
