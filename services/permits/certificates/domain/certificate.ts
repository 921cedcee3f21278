import type { Context, Decider, Decision } from "../../../../shared/decider/index.ts";
import { cancel, dropRevocation, notInCharge, proposeRevocation, replace, resume, revoke, suspend } from "./ending.ts";
import { evolve } from "./evolve.ts";
import { drawUp, issue } from "./issuing.ts";
import type { CertificateCommand, CertificateEvent } from "./messages.ts";
import { moves } from "./moves.ts";
import { fileRenewal, followRenewal, nextDeadline, passTime } from "./passing-time.ts";
import { checkMove } from "./refusals.ts";
import type { Certificate } from "./states.ts";

export type { CertificateCommand, CertificateEvent, DrawUp } from "./messages.ts";
export type { Certificate, ConcernKind, Drawn } from "./states.ts";

/** A certificate (L11): drawn up with the decision's number, issued by the certificate desk, and all that becomes of it. */
export const certificate: Decider<Certificate, CertificateCommand, CertificateEvent> = {
  aggregate: "certificate",
  shape: 1,
  decide(state, command, context): Decision<CertificateEvent> {
    if (state === undefined) return command.type === "draw-up" ? drawUp(command, context) : [];
    // Drawn up twice it is the same certificate.
    if (command.type === "draw-up") return [];
    return (
      checkMove(moves, "permits.certificate-not-in-this-state", state.status, command.type) ??
      carryOut(state, command, context)
    );
  },
  evolve,
  listed,
  nextDeadline,
  onDeadline: () => ({ type: "pass-time" }),
};

function listed(state: Certificate, id: string) {
  const { status, decidedOn, number, owner, office } = state;
  const ends = state.validUntil ?? "9999-12-31";
  const toBeCancelled = status === "expired" || status === "revoked";
  return {
    byStatus: { partition: `certificate:${status}`, sort: `${decidedOn}#${id}` },
    byCode: { partition: `certificate-number:${numberKey(number.text.zh)}`, sort: id },
    ...(owner === undefined ? {} : { byOwner: { partition: `certificate:${owner}`, sort: `${decidedOn}#${id}` } }),
    ...(office === undefined ? {} : { byOffice: { partition: `certificate:${office}`, sort: `${ends}#${id}` } }),
    ...(toBeCancelled ? { byDomain: { partition: "certificate:to-cancel", sort: `${ends}#${id}` } } : {}),
  };
}

/** A number as people type it: 广通许〔2026〕7号, whatever the brackets and spaces. */
export const numberKey = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "")
    .toUpperCase();

/** The move is possible; whether it is lawful is for the rule to say. */
function carryOut(state: Certificate, command: CertificateCommand, context: Context): Decision<CertificateEvent> {
  if (command.type === "pass-time") return passTime(state, context);
  if (command.type === "file-renewal") return fileRenewal(state, command, context);
  if (command.type === "follow-renewal") return followRenewal(state, command, context);
  if (state.status === "drawn-up") return command.type === "issue" ? issue(state, command, context) : [];
  if (state.status === "cancelled") return [];
  if (command.type === "replace") return state.status === "revoked" ? [] : replace(state, command, context);
  const stranger = notInCharge(state, context);
  // The certificate desk keeps the register, whichever office decided.
  if (command.type === "cancel")
    return (context.actor.roles.includes("issuer") ? undefined : stranger) ?? cancel(state, command, context);
  if (state.status === "expired" || state.status === "revoked") return [];
  if (stranger !== undefined) return stranger;
  switch (command.type) {
    case "suspend":
      return state.status === "valid" ? suspend(state, command, context) : [];
    case "resume":
      return state.status === "suspended" ? resume(state, context) : [];
    case "propose-revocation":
      return proposeRevocation(state, command, context);
    case "drop-revocation":
      return dropRevocation(state, command, context);
    case "revoke":
      return revoke(state, command, context);
    default:
      return [];
  }
}
