import { type Context, type Decision, deciderOf } from "../../../../shared/decider/index.ts";
import { numberKey } from "../../../../shared/papers/official-number.ts";
import { byMachine } from "../../common/domain/by-machine.ts";
import { cancel, dropRevocation, notInCharge, proposeRevocation, replace, resume, revoke, suspend } from "./ending.ts";
import { certificateEvents } from "./evolve.ts";
import { drawUp, issue } from "./issuing.ts";
import type { CertificateEvent } from "./messages.ts";
import { moves } from "./moves.ts";
import { fileRenewal, followRenewal, nextDeadline, passTime } from "./passing-time.ts";
import { type Empowered, powerless } from "./power.ts";
import type { Certificate } from "./states.ts";
import type { CertificateWords } from "./words.ts";

export type { CertificateCommand, CertificateEvent, DrawUp } from "./messages.ts";
export type { Certificate, ConcernKind, Drawn } from "./states.ts";

type Rule<S, C> = (state: S, command: C, context: Context) => Decision<CertificateEvent>;

/** The office that decided, and the town's leaders, act on what it gave; the machine takes nothing away (P-5). */
const inCharge =
  <S extends Certificate, C>(rule: Rule<S, C>): Rule<S, C> =>
  (state, command, context) =>
    byMachine(context.actor) ?? notInCharge(state, context) ?? rule(state, command, context);

/** And only while the town has the power, or the word of who took it back. */
const empowered =
  <S extends Certificate, C extends Empowered>(rule: Rule<S, C>): Rule<S, C> =>
  (state, command, context) =>
    powerless(state, command, context) ?? rule(state, command, context);

/** A certificate (L11): drawn up with the decision's number, issued by the certificate desk, and all that becomes of it. */
export const certificate = deciderOf<CertificateWords>({
  aggregate: "certificate",
  shape: 2,
  ended: ({ status }) => status === "expired" || status === "revoked" || status === "cancelled",
  moves,
  impossible: "permits.certificate-not-in-this-state",
  begin: { "draw-up": drawUp },
  // Drawn up twice it is the same certificate.
  always: { "draw-up": () => [] },
  steps: {
    issue,
    suspend: inCharge(empowered(suspend)),
    resume: inCharge(empowered((state, _command, context) => resume(state, context))),
    "propose-revocation": inCharge(empowered(proposeRevocation)),
    "drop-revocation": inCharge(empowered(dropRevocation)),
    revoke: inCharge(empowered(revoke)),
    // The certificate desk keeps the register, whichever office decided.
    cancel: (state, command, context) =>
      byMachine(context.actor) ??
      (context.actor.roles.includes("issuer") ? undefined : notInCharge(state, context)) ??
      powerless(state, command, context) ??
      cancel(state, command, context),
    // A certificate that ended otherwise stays as it ended.
    replace: (state, command, context) =>
      state.status === "revoked" || state.status === "cancelled" ? [] : replace(state, command, context),
    "file-renewal": fileRenewal,
    "follow-renewal": followRenewal,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...certificateEvents,
  listed,
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
});

/** Where the certificate of a case is found. */
export const certificatesOf = (application: string) =>
  ({ index: "byCase", partition: `certificates:${application}` }) as const;

function listed(state: Certificate, id: string) {
  const { status, decidedOn, number, owner, office } = state;
  const ends = state.validUntil ?? "9999-12-31";
  const toBeCancelled = status === "expired" || status === "revoked";
  return {
    byStatus: { partition: `certificate:${status}`, sort: `${decidedOn}#${id}` },
    byCase: { partition: certificatesOf(state.application).partition, sort: id },
    byCode: { partition: `certificate-number:${numberKey(number.text.zh)}`, sort: id },
    ...(owner === undefined ? {} : { byOwner: { partition: `certificate:${owner}`, sort: `${decidedOn}#${id}` } }),
    ...(office === undefined ? {} : { byOffice: { partition: `certificate:${office}`, sort: `${ends}#${id}` } }),
    ...(toBeCancelled ? { byDomain: { partition: "certificate:to-cancel", sort: `${ends}#${id}` } } : {}),
  };
}
