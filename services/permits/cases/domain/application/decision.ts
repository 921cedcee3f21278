import { isOverdue, recalculate } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, present } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { officialDepartment, seriesOf } from "../../../../../shared/town/series.ts";
import { notYou, refuse } from "../refusals.ts";
import { stillPromised } from "./acceptance.ts";
import type {
  Accepted,
  Answered,
  Application,
  ApplicationEvent,
  CommandOf,
  Decide,
  DecideAtOnce,
  Granted,
  InForceToday,
  Refused,
  ReviewStep,
} from "./application.ts";
import { outsideAudience } from "./audience.ts";
import { unconverted } from "./farmland.ts";
import { notByRecord } from "./hearing.ts";
import { notClaimed } from "./household.ts";
import { uninspected } from "./inspection.ts";
import { giveOpinion, unresolved } from "./joint-review.ts";
import { workingDaysUsed } from "./limits.ts";
import { missingOf } from "./materials.ts";
import { missedBy } from "./overdue.ts";
import { keptApart, recusalPending } from "./people.ts";
import { powerFor, powerNotInForce, withoutPower } from "./power.ts";
import { about } from "./said.ts";
import { recordSurvey } from "./survey.ts";
import { unheard } from "./third-parties.ts";

type Decided = Decision<ApplicationEvent>;

/**
 * The next step of the guide is carried out by the office that decides; joint steps by all the offices asked, a survey by
 * inspectors who each sign it.
 */
export function review(state: Accepted, command: ReviewStep, context: Context): Decided {
  const { actor, today } = context;
  const { opinion, affectsThirdParties, occupiesFarmland } = command;
  const [step] = state.pending;
  if (step === undefined) return refuse("permits.no-step-pending");
  const powerless = withoutPower(state, command.power, context);
  if (powerless !== undefined) return powerless;
  if (step.kind === "joint-review") return giveOpinion(state, command, context);
  if (actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  if (step.kind === "survey") return recordSurvey(state, command, step, context);
  const apart = keptApart(state, actor.sub, "examined");
  if (apart !== undefined) return apart;
  const done = { step, by: actor.sub, on: today.toString(), opinion };
  return [
    {
      type: "permits.application.reviewed",
      data: { ...done, ...present({ affectsThirdParties, occupiesFarmland }) },
    },
  ];
}

/** All steps done, all promised materials there. */
export function stepsLeft(state: Accepted) {
  if (state.pending.length > 0)
    return refuse("permits.steps-pending", { steps: state.pending.map(({ name }) => name) });
  const missing = stillPromised(state);
  return missing.length === 0 ? undefined : refuse("permits.promise-not-kept", { missing, rule: "XK-32-5" });
}

/**
 * The decision (XK-38, XK-42): by the office that decides, only under a power in force, and by a person who neither took it
 * in, nor accepted, examined or heard it (L1, XK-48).
 */
export function decide(state: Accepted, command: Decide | DecideAtOnce, context: Context): Decided {
  const { actor } = context;
  if (actor.office !== state.office) return notYou("permits.not-your-office", { office: state.office });
  const apart = keptApart(state, actor.sub, "decided");
  if (apart !== undefined) return apart;
  const undone = undecidable(state, command, context);
  if (undone !== undefined) return undone;
  const power = powerFor(state, command.power, context);
  if (!power.inForce) return powerNotInForce(state.item.code, context, power.failed);
  const { townRole: role } = power;
  if (role !== "decides")
    return refuse("permits.town-does-not-decide", {
      role,
      to: officialDepartment(state.guide.sourceDepartment, context.town),
      rule: "XK-T2",
    });
  const late = missedBy(state, context);
  const decided =
    command.outcome === "granted" ? grant(state, command, power, context) : refusal(state, command, context);
  return isRejection(decided) ? decided : [...late, ...decided];
}

/** Everything the law wants done before there is a decision. A broken promise is no reason to wait for ever: it may be refused. */
function undecidable(state: Accepted, command: Decide | DecideAtOnce, context: Context) {
  const brokenPromise =
    command.outcome === "refused" && state.tolerance !== undefined && context.today.toString() > state.tolerance.until;
  const left = stepsLeft(state);
  if (left !== undefined && !(brokenPromise && state.pending.length === 0)) return left;
  const record = "hearingRecord" in command ? command : {};
  return recusalPending(state) ?? uninspected(state) ?? unheard(state, command, context) ?? notByRecord(state, record);
}

function taken(state: Accepted, { today, calendar }: Context) {
  const promised = recalculate(calendar, state.limits.promised);
  return {
    ...about(state),
    decidedOn: today.toString(),
    acceptedOn: state.acceptedOn,
    workingDays: workingDaysUsed(promised, today, calendar),
    onTime: !isOverdue(promised, today),
  };
}

/** Where a public place is used, everybody may know it: who looks after the place asks whether there is a permit. */
const publicPlaceOf = ({ item, place }: Accepted, { town }: Context): Accepted["place"] =>
  town.gridEvents.permits.items.some((one) => one.item === item.code) ? place : undefined;

const article38 = { article: "行政许可法34、38(1)", rule: "XK-34" };

/**
 * XK-34, XK-38: only what meets the conditions is granted, so a case that the law deemed accepted lacks nothing by then.
 * The certificate's number is the next of the year's series and is spent only with this decision (L11).
 */
function grant(state: Accepted, command: Decide | DecideAtOnce, power: InForceToday, context: Context): Decided {
  if (command.falseMaterials === true)
    return refuse("permits.false-materials", { article: "行政许可法78", rule: "XK-78" }, "/outcome");
  const missing = missingOf(state);
  if (missing.length > 0) return refuse("permits.granted-without-materials", { missing, ...article38 }, "/outcome");
  const against =
    outsideAudience(state.guide, state.applicant) ??
    unresolved(state) ??
    unconverted(state, command, context) ??
    notClaimed(state, command) ??
    notFirst(state, command);
  if (against !== undefined) return against;
  const { mode, inWhoseName, letter } = power;
  const { validityMonths } = state.guide;
  const validUntil =
    validityMonths === undefined ? undefined : context.today.add({ months: validityMonths }).toString();
  const number = nextNumber(context, seriesOf(context.town.numbering.certificate, inWhoseName, context.town));
  const place = command.secrecy === undefined ? publicPlaceOf(state, context) : undefined;
  const more = present({ letter, validUntil, place, secrecy: command.secrecy, conversion: command.conversion });
  const data = { ...taken(state, context), number, inWhoseName, mode, ...more };
  return [{ type: "permits.application.granted", data }];
}

/** XK-57: where not everybody can have it, who was accepted first comes first, until no place is left. */
function notFirst({ guide: { quantity }, concerns, order }: Accepted, { queue }: Pick<Decide, "queue">) {
  // Who renews or changes what he has does not take another's place.
  if (quantity === undefined || concerns !== undefined) return undefined;
  const article57 = { article: "行政许可法57", rule: "XK-57" };
  const { before, taken: places, knownTo } = queue ?? { before: [], taken: 0 };
  if (before.length > 0) return refuse("permits.not-first-in-line", { before, ...article57 });
  // Numbers have no gaps: an acceptance with a lower number may be on its way and not in the line yet.
  if (order !== undefined && knownTo !== undefined && knownTo < order - 1)
    return refuse("permits.line-not-complete", { knownTo, order, ...article57 });
  return places < quantity ? undefined : refuse("permits.no-place-left", { quantity, ...article57 });
}

/** XK-38: reasons are given; XK-78: false materials are refused with a warning. */
function refusal(state: Accepted, { reasons, falseMaterials }: Decide | DecideAtOnce, context: Context): Decided {
  if (reasons === undefined)
    return refuse("permits.reasons-missing", { article: "行政许可法38(2)", rule: "XK-38" }, "/reasons");
  const data = { ...taken(state, context), falseMaterials: falseMaterials === true };
  return [{ type: "permits.application.refused", data, personal: { reasons } }];
}

/** The case ends when the applicant has the decision in hand: the certificate issued, or what was decided delivered. */
export function close(state: Granted | Refused | Answered, { today }: Context): Decided {
  const outcome = state.status === "answered" ? state.upper.outcome : state.status;
  return [{ type: "permits.application.closed", data: { ...about(state), closedOn: today.toString(), outcome } }];
}

/** XK-50-2: no decision until the certificate ended is one for the applicant; what comes later is none. */
export function deemRenewed(state: Application, { renewedOn, validUntil }: CommandOf<"deem-renewed">): Decided {
  const source = { article: "行政许可法50(2)", rule: "XK-50-2" } as const;
  return [{ type: "permits.application.renewed", data: { ...about(state), renewedOn, validUntil, ...source } }];
}
