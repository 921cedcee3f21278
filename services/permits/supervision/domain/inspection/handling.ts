import { endOfDay, isOverdue, type Limit, recalculate } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { notInCharge } from "../../../certificates/domain/ending.ts";
import type { Certificate } from "../../../certificates/domain/states.ts";
import { notYou, refuse } from "../refusals.ts";
import type { Archived, Inspection, MeasureKind, ToAct, ToBeHeld, Unsigned } from "./inspection.ts";
import type { Act, InspectionEvent } from "./messages.ts";
import { about, isInspector } from "./subject.ts";

type Decided = Decision<InspectionEvent>;
const article61 = { article: "行政许可法61(2)", rule: "XK-61" };

/** XK-61: what follows is part of the record. What is done to the certificate is done there first; enforcement is told here. */
export function act(state: ToAct, { measures, reasons, certificate }: Act, context: Context): Decided {
  const { subject, number, record } = state;
  const refused = notInCharge(subject, context);
  if (refused !== undefined) return refused;
  const missing = measures.filter((kind) => !isTaken(kind, certificate, record.heldOn));
  if (missing.length > 0)
    return refuse(
      "permits.measure-not-taken",
      { measure: missing[0], since: record.heldOn, ...article61 },
      "/measures",
    );
  const on = context.today.toString();
  const failed = record.findings.filter(({ result }) => result === "fails").map(({ point }) => point);
  const known = { ...about(subject), record: number };
  const acted: InspectionEvent = {
    type: "permits.inspection.acted",
    data: { ...known, actedOn: on, measures: [...measures] },
    personal: { reasons },
  };
  if (!measures.includes("enforcement")) return [acted];
  const { licenceId } = subject;
  const data = { ...known, licenceId, heldOn: record.heldOn, failed, handedOverOn: on };
  return [acted, { type: "permits.inspection.handed-over", data }];
}

function isTaken(kind: MeasureKind, certificate: Certificate | undefined, since: string): boolean {
  if (kind === "enforcement") return true;
  if (certificate === undefined || certificate.status === "drawn-up") return false;
  if (kind === "suspension") return certificate.status === "suspended" && certificate.suspension.from >= since;
  const revoked = certificate.status === "revoked" && certificate.revokedOn >= since;
  return revoked || (certificate.proposal !== undefined && certificate.proposal.on >= since);
}

/** The record stands as it was signed; what is to be said of it later is put beside it. */
export function annotate(state: ToAct | Archived, text: string, context: Context): Decided {
  const { actor, today } = context;
  const approver = actor.roles.includes("approver") && notInCharge(state.subject, context) === undefined;
  if (!approver && !isInspector(state.inspectors, actor)) return notYou("permits.not-an-inspector", article61);
  return [{ type: "permits.inspection.annotated", data: { on: today.toString() }, personal: { text } }];
}

type Waiting = ToBeHeld | Unsigned | ToAct;

/** Late is put on record once: an inspection or re-inspection not held, a record not signed, a violation nobody acted upon. */
export function passTime(state: Waiting, { calendar, today }: Context): Decided {
  const due = waitsUntil(state);
  if (due === undefined || due >= today.toString()) return [];
  const kept = limitOf(state);
  const limit = kept === undefined ? undefined : recalculate(calendar, kept);
  if (limit !== undefined && !isOverdue(limit, today))
    return [{ type: "permits.inspection.limit-recounted", data: { limit }, personal: {} }];
  const data = { ...about(state.subject), what: waitsFor(state), due: limit?.due ?? due };
  return [{ type: "permits.inspection.overdue", data }];
}

function waitsFor({ status, occasion }: Waiting): "inspection" | "re-inspection" | "signing" | "handling" {
  if (status === "to-act") return "handling";
  if (status === "unsigned") return "signing";
  return occasion === "re-inspection" ? "re-inspection" : "inspection";
}

function limitOf(state: Waiting): Limit | undefined {
  if (state.status === "planned") return state.limit;
  return state.status === "unsigned" ? state.signing : state.handling;
}

function waitsUntil(state: Waiting): string | undefined {
  if (state.status === "planned") return state.late === true ? undefined : state.by;
  const late = state.status === "unsigned" ? state.signingLate : state.handlingLate;
  return late === true ? undefined : (limitOf(state)?.due ?? undefined);
}

export function nextDeadline(state: Inspection): string | undefined {
  if (state.status === "called-off" || state.status === "archived") return undefined;
  const due = waitsUntil(state);
  return due === undefined ? undefined : endOfDay(due);
}
