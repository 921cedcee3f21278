import { Temporal } from "temporal-polyfill";
import {
  hasCertainlyPassed,
  type Limit,
  limitFrom,
  type WorkingDayCalendar,
} from "../../../../shared/calendar/index.ts";
import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { datedLater } from "../../common/domain/dated.ts";
import type { Cancel, CertificateCommand, CertificateEvent, Revoke } from "./messages.ts";
import { notYou, refuse } from "./refusals.ts";
import { about } from "./said.ts";
import {
  type Certificate,
  type Drawn,
  type DrawnUp,
  type Expired,
  mustRevoke,
  type Proposal,
  type RevocationGround,
  type Revoked,
  type Suspended,
  type Valid,
} from "./states.ts";

type Ask<T extends CertificateCommand["type"]> = Extract<CertificateCommand, { type: T }>;
type Standing = Valid | Suspended;
/** XK-69 revokes the licence: it can be taken back before its paper is handed over. */
type Revocable = DrawnUp | Standing;
type Decided = Decision<CertificateEvent>;

const article69 = { article: "行政许可法69", rule: "XK-69" };
const article70 = { article: "行政许可法70", rule: "XK-70" };
const must = (ground: RevocationGround) => mustRevoke.some((one) => one === ground);

/** XK-69: the office that decided, or who stands above it: the town's leaders, the county. */
export function notInCharge({ office }: Pick<Drawn, "office">, { actor }: Context): Rejection | undefined {
  if (actor.roles.includes("leader") || actor.roles.includes("county")) return undefined;
  return office === undefined || actor.office === office ? undefined : notYou("permits.not-your-office", { office });
}

/** 暂扣: on the strength of a document, for a time or until it is given back. */
export function suspend(state: Valid, { document, until }: Ask<"suspend">, context: Context): Decided {
  const later = datedLater(document, context);
  if (later !== undefined) return later;
  const from = context.today.toString();
  const span = { from, document, ...(until === undefined ? {} : { until }) };
  return [{ type: "permits.certificate.suspended", data: { ...about(state), ...span } }];
}

export const resume = (state: Suspended, { today }: Context): Decided => [
  { type: "permits.certificate.resumed", data: { ...about(state), resumedOn: today.toString() } },
];

/** The holder is told what is intended and why, before anything is taken from him. */
export function proposeRevocation(
  state: Revocable,
  { ground, notice, facts }: Ask<"propose-revocation">,
  { today }: Context,
): Decided {
  if (state.proposal !== undefined)
    return refuse("permits.revocation-already-proposed", { on: state.proposal.on, ...article69 });
  const data = { ground, notice, on: today.toString() };
  return [{ type: "permits.certificate.revocation-proposed", data, personal: { facts } }];
}

/** XK-69: the organ may let it be where it may revoke; where it must, only grave harm to the public stops it. */
export function dropRevocation(
  state: Revocable,
  { reasons, publicHarm = false }: Ask<"drop-revocation">,
  { today }: Context,
): Decided {
  const { proposal } = state;
  if (proposal === undefined) return refuse("permits.no-revocation-proposed", article69);
  if (must(proposal.ground) && !publicHarm)
    return refuse("permits.must-revoke", { ground: proposal.ground, ...article69 });
  const data = { on: today.toString(), publicHarm };
  return [{ type: "permits.certificate.revocation-dropped", data, personal: { reasons } }];
}

/** How long the holder may state his case once he was told. The law names no number: the profile does, with its source. */
export const statementPeriod = (
  { on }: Pick<Proposal, "on">,
  { statementWorkingDays }: TownProfile["limits"]["revocation"],
  calendar: WorkingDayCalendar,
): Limit =>
  limitFrom(calendar, { rule: "XK-69", article: "行政许可法7", unit: "working-day", length: statementWorkingDays }, on);

/** XK-69: after the holder was heard, and the time for his statement is over; not if the public would be gravely harmed; what he lost is made good unless he lied or bribed. */
export function revoke(state: Revocable, command: Revoke, context: Context): Decided {
  const { today, calendar, town } = context;
  const { proposal } = state;
  if (proposal === undefined) return refuse("permits.no-revocation-proposed", article69);
  const { heard, publicHarm, lossFen } = command;
  if (heard === undefined || !within(proposal.on, heard.on, today))
    return refuse("permits.not-heard", { since: proposal.on, article: "行政许可法7", rule: "XK-69" }, "/heard");
  const period = statementPeriod(proposal, town.limits.revocation, calendar);
  if (!hasCertainlyPassed(calendar, period, today))
    return refuse("permits.statement-period-runs", { due: period.due, article: "行政许可法7", rule: "XK-69" });
  if (publicHarm.grave) return refuse("permits.revocation-harms-public", article69, "/publicHarm");
  const protectedByLaw = !must(proposal.ground);
  if (!protectedByLaw && lossFen !== undefined && lossFen > 0)
    return refuse("permits.not-compensated", { ground: proposal.ground, ...article69 }, "/lossFen");
  const revokedOn = today.toString();
  const { ground } = proposal;
  return [
    {
      type: "permits.certificate.revoked",
      data: {
        ...about(state),
        ground,
        revokedOn,
        compensation: protectedByLaw ? "due" : "none",
        ...(lossFen === undefined ? {} : { lossFen }),
      },
      personal: { heard, assessment: publicHarm.assessment },
    },
    cancellationDue(state, "revoked", revokedOn),
  ];
}

const within = (from: string, on: string, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(on, today) <= 0;

/** XK-70: what has ended is struck from the register; somebody is to do it. */
export const cancellationDue = (state: Drawn, ground: "expired" | "revoked", since: string): CertificateEvent => ({
  type: "permits.certificate.cancellation-due",
  data: { ...about(state), ground, since, ...article70 },
});

/** XK-70: only on a ground the article names, and only where that ground is there. */
export function cancel(state: Revocable | Expired | Revoked, { ground, document }: Cancel, context: Context): Decided {
  const { today } = context;
  if (!isThere(ground, state))
    return refuse("permits.cancellation-without-ground", { ground, status: state.status, ...article70 }, "/ground");
  const needsDocument = ground !== "expired" && ground !== "revoked";
  if (needsDocument && document === undefined)
    return refuse("permits.cancellation-without-document", { ground, ...article70 }, "/document");
  const later = datedLater(document, context);
  if (later !== undefined) return later;
  return [
    {
      type: "permits.certificate.cancelled",
      data: { ...about(state), ground, cancelledOn: today.toString(), ...(document === undefined ? {} : { document }) },
    },
  ];
}

function isThere(ground: Cancel["ground"], { status, holder }: Certificate): boolean {
  if (ground === "expired" || ground === "revoked") return status === ground;
  if (status === "revoked") return false;
  if (ground === "holder-died") return holder.kind === "citizen";
  return ground !== "holder-ended" || holder.kind === "organisation";
}

/** A renewed or changed certificate is in force: the one it replaces is struck from the register. */
export const replace = (state: Standing | Expired, { by, kind }: Ask<"replace">, { today }: Context): Decided => [
  {
    type: "permits.certificate.cancelled",
    data: {
      ...about(state),
      ground: kind === "renewal" ? "renewed" : "changed",
      cancelledOn: today.toString(),
      replacedBy: by,
    },
  },
];
