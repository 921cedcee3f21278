import { limitFrom } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import { buildLicenceId } from "../../../../shared/identity-codes/index.ts";
import { isRecused, openRecusal } from "../../../../shared/people/index.ts";
import { notAuthorised } from "../../authorisations/domain/covers.ts";
import { deliveryLimit } from "./delivery.ts";
import type { CertificateEvent, Collector, DrawUp, Issue } from "./messages.ts";
import { notYou, refuse } from "./refusals.ts";
import { windowOf } from "./renewal.ts";
import { about } from "./said.ts";
import type { DrawnUp } from "./states.ts";

/** XK-44: drawn up by the decision, to be issued within ten working days of it. */
export function drawUp(command: DrawUp, { calendar }: Context): Decision<CertificateEvent> {
  const { holder, owner, ...open } = command.certificate;
  const delivery = limitFrom(calendar, deliveryLimit, open.decidedOn);
  return [
    {
      type: "permits.certificate.drawn-up",
      data: { ...open, licenceId: licenceIdOf(command), delivery },
      personal: { holder, ...(owner === undefined ? {} : { owner }) },
    },
  ];
}

/**
 * L11: by the certificate desk, not by who decided (L1), by the holder himself or by a person recused, and not before the fee is in the treasury (XK-59);
 * nor while its revocation is proposed (XK-69); to the holder, or to his agent under an authorisation to collect that stands (L9).
 */
export function issue(
  state: DrawnUp,
  { unpaidFen = 0, party, recusals = [], handedOver = "in-person", collectedBy }: Issue,
  context: Context,
): Decision<CertificateEvent> {
  const { actor, today } = context;
  const open = state.proposal;
  if (open !== undefined)
    return refuse("permits.revocation-open", { on: open.on, article: "行政许可法69", rule: "XK-69" });
  if (actor.sub === state.decidedBy) return refuse("permits.decider-cannot-issue", { rule: "L1" });
  if (party !== undefined && actor.party === party) return notYou("permits.own-case", { rule: "CF-43" });
  if (isRecused(recusals, actor.sub) || openRecusal(recusals, actor.sub) !== undefined)
    return notYou("permits.issuer-recused", { article: "行政处罚法43", rule: "CF-43a" });
  if (unpaidFen > 0) return refuse("permits.fee-not-paid", { unpaidFen, article: "行政许可法59", rule: "XK-59" });
  const notTheirs = mayNotCollect(state, collectedBy, context);
  if (notTheirs !== undefined) return notTheirs;
  const { application, validUntil, replaces } = state;
  return [
    {
      type: "permits.certificate.issued",
      data: {
        ...about(state),
        application,
        issuedOn: today.toString(),
        handedOver,
        ...present({ collectedBy: onRecord(collectedBy) }),
        ...(validUntil === undefined ? {} : { validUntil }),
        ...(replaces === undefined ? {} : { replaces }),
        ...windowOf(validUntil, context),
      },
    },
  ];
}

function mayNotCollect({ item }: DrawnUp, by: Collector | undefined, { today }: Context): Rejection | undefined {
  if (by?.kind !== "agent") return undefined;
  const { given, party, proxyAllowed } = by;
  const asked = { party, item: { code: item.code, proxyAllowed }, act: "collect" as const, on: today.toString() };
  return notAuthorised(given, asked, "/collectedBy/authorisation");
}

const onRecord = (by: Collector | undefined) =>
  by?.kind === "agent" ? { kind: by.kind, authorisation: by.authorisation } : undefined;

/** The kind is numbered by the item's number in its list, public services from 500; the serial by year and certificate number. */
function licenceIdOf({ certificate: { item, issuer, number }, inCharge }: DrawUp): string {
  const kind = Number(item.code.slice(-3)) + (item.code.startsWith("PS-") ? 500 : 0);
  const built = buildLicenceId({
    type: `${inCharge}${String(kind).padStart(3, "0")}`,
    issuer: issuer.uscc,
    serial: `${number.year}${String(number.serial).padStart(6, "0")}`,
    version: "001",
  });
  if (!built.ok) throw new TypeError(`the profile's codes give no licence id: ${built.reason}`);
  return built.value;
}
