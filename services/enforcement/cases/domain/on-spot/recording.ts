import { limitFrom } from "../../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  isRejection,
  present,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { maskedPayer } from "../../../../../shared/parties/index.ts";
import { inForceOn } from "../../../../../shared/powers-in-force/index.ts";
import { officially } from "../../../../../shared/town/series.ts";
import { byMachine } from "../../../common/domain/case-rules.ts";
import { powerFault } from "../../../common/domain/power.ts";
import { countersignFault, twoOfficers } from "../../../common/domain/two-officers.ts";
import {
  type Circumstances,
  fineFault,
  kindsFault,
  lawFor,
  partyAs,
  simpleAllowed,
} from "../../../penalty-list/domain/index.ts";
import type { CaseAct } from "../case/case.ts";
import { unlikely, withoutPenalty } from "../case/filing-checks.ts";
import { isOrderUnmet } from "../order-record/order-record.ts";
import { wasPunishedFor, wasWarned } from "../penal-record/penal-record.ts";
import { badInput, notYou, refuse } from "../refusals.ts";
import type { OnSpotCommand, OnSpotEvent, OnSpotPenalty, RecordSpot } from "./on-spot.ts";

type Decided = Decision<OnSpotEvent>;
type Ask<T extends OnSpotCommand["type"]> = Extract<OnSpotCommand, { type: T }>;
const article51 = { article: "行政处罚法51", rule: "CF-51" };
const article52 = { article: "行政处罚法52", rule: "CF-52" };

/**
 * CF-51, CF-52, CF-52a: an officer records what was found, told, heard and decided on the spot, and names the other officer. The
 * penalty takes effect when the other one signs.
 */
export function recordSpot(command: RecordSpot, context: Context): Decided {
  const { penalty, power, code, place, address, facts, party, with: other, officers } = command;
  const { actor, today, town } = context;
  const machine = byMachine(actor);
  if (machine !== undefined) return machine;
  if (penalty === undefined || penalty.code !== code)
    return badInput("enforcement.unknown-penalty", { item: code }, "/code");
  if (actor.party !== undefined && actor.party === party.key) return notYou("enforcement.own-case", { rule: "L1" });
  const on = today.toString();
  const act = spotAct(command, penalty, on);
  const fault =
    unlikely([act], [party], context) ??
    powerFault(code, power, { on: today, place }, town) ??
    withoutPenalty(act, party, context) ??
    untold(command) ??
    notGiven(command);
  if (fault !== undefined) return fault;
  const named = twoOfficers([actor.sub, other], { officers, domains: [penalty.domain], on: today, town }, "/with");
  if (isRejection(named)) return named;
  const judged = lawful(command, context);
  if (isRejection(judged)) return judged;
  const { kinds, amountFen, tier, grounds, correction, told, form, otherAct } = command;
  const { kind: partyKind, ...person } = party;
  return [
    {
      type: "enforcement.on-spot.recorded",
      data: {
        on,
        item: code,
        name: penalty.act,
        domain: penalty.domain,
        partyKind,
        ...{ kinds, amountFen, tier, grounds, correction, ...judged },
      },
      personal: { officers: named, told, form, place, address, facts, person, ...present({ otherAct }) },
    },
  ];
}

const spotAct = (command: RecordSpot, penalty: NonNullable<RecordSpot["penalty"]>, on: string): CaseAct => ({
  id: "A1",
  code: penalty.code,
  name: penalty.act,
  domain: penalty.domain,
  sourceDepartment: penalty.sourceDepartment,
  limitationYears: penalty.limitationYears,
  by: [command.party.id],
  from: on,
  until: on,
  discoveredOn: on,
  harm: false,
  place: command.place,
  address: command.address,
  facts: command.facts,
});

/** CF-52a: before the decision facts, basis and rights are told, and the defence is heard; each stands on the form. */
function untold({ told }: RecordSpot): Rejection | undefined {
  const { cardsShown, factsAndBasis, rights, defence } = told;
  const missing = [
    ...(cardsShown ? [] : ["cardsShown"]),
    ...(factsAndBasis ? [] : ["factsAndBasis"]),
    ...(rights ? [] : ["rights"]),
    ...(defence.note.trim() === "" ? ["defence"] : []),
  ];
  return missing.length === 0
    ? undefined
    : refuse("enforcement.rights-not-told", { missing, article: "行政处罚法44、45、52", rule: "CF-52a" }, "/told");
}

/** CF-52: the form is handed over on the spot; a refusal to sign is noted with a witness or a recording. */
const notGiven = ({ form }: RecordSpot): Rejection | undefined =>
  form.how === "refused" && form.witness === undefined && form.recording === undefined
    ? refuse("enforcement.form-not-handed-over", article52, "/form")
    : undefined;

/** CF-28, CF-40: an unmet order, or a warning in vain, is proved by the registers of this party and kind of act. */
function needsUnproved({ code, orderUnmet, warningUnmet, record, orders }: RecordSpot, on: string) {
  const unmet = isOrderUnmet([orders], { from: on, until: on });
  if (orderUnmet === true && !unmet)
    return refuse(
      "enforcement.order-not-proved",
      { act: code, article: "行政处罚法28、40", rule: "CF-28" },
      "/orderUnmet",
    );
  return warningUnmet === true && !unmet && !wasWarned(record, { until: on })
    ? refuse("enforcement.warning-not-proved", { act: code, article: "行政处罚法40", rule: "CF-40" }, "/warningUnmet")
    : undefined;
}

/** CF-34a, CF-37, CF-51: by the law that counts, inside its range and its tier, and small enough for the simple procedure. */
function lawful(command: RecordSpot, { today, town }: Context): Rejection | Pick<OnSpotPenalty, "legalBasis" | "law"> {
  const { penalty, party, kinds, amountFen, tier, grounds, serious, orderUnmet, warningUnmet, correction } = command;
  if (penalty === undefined) return badInput("enforcement.unknown-penalty", {}, "/code");
  const as = partyAs(party.kind, town);
  if (!penalty.simpleProcedurePossible || !simpleAllowed({ party: as, kinds, amountFen }))
    return refuse("enforcement.simple-not-allowed", { amountFen, kinds, ...article51 }, "/amountFen");
  const on = today.toString();
  if (correction.how === "by" && correction.on < on)
    return badInput("enforcement.too-early-said", { on, rule: "CF-28" }, "/correction/on");
  const unproved = needsUnproved(command, on);
  if (unproved !== undefined) return unproved;
  const how: Circumstances = { party: as, role: party.role, serious, orderUnmet, warningUnmet };
  const law = lawFor(penalty, { from: on, until: on, decidedOn: on }, how);
  if (law.version === "none")
    return refuse("enforcement.no-law-applies", { because: law.because, rule: "CF-37" }, "/code");
  const fault =
    kindsFault(law.norm, how, kinds) ??
    (kinds.includes("罚款") ? fineFault(law.norm, how, { amountFen, tier, grounds }) : undefined);
  return fault ?? { legalBasis: law.norm.legalBasis, law: law.version };
}

/** CF-29: one act is fined once. A second fine of one day needs the officers' word why the act is another one. */
function finedBefore({ act, kinds, otherAct }: OnSpotPenalty, { earlier }: Ask<"countersign">): Rejection | undefined {
  const again = kinds.includes("罚款") && otherAct === undefined && wasPunishedFor(earlier, { of: "", actOn: act.on });
  return again ? refuse("enforcement.punished-today", { article: "行政处罚法29", rule: "CF-29" }) : undefined;
}

/**
 * CF-42, CF-51: the other officer signs with his own login, on the same day: a decision of another day is not on the spot. The power and
 * both certificates are asked again. FY-23: review comes first, and the form says so.
 */
export function countersignSpot(state: OnSpotPenalty, command: Ask<"countersign">, context: Context): Decided {
  const { power, officers } = command;
  const { calendar, today, town } = context;
  const { act, amountFen } = state;
  const refused = countersignFault(state, context.actor);
  if (refused !== undefined) return refused;
  const on = today.toString();
  if (on !== state.recordedOn) return refuse("enforcement.not-on-the-spot", { on: state.recordedOn, ...article51 });
  const fault = powerFault(act.code, power, { on: today, place: act.place }, town) ?? finedBefore(state, command);
  if (fault !== undefined) return fault;
  const subs = state.officers.map(({ sub }) => sub);
  const named = twoOfficers(subs, { officers, domains: [act.domain], on: today, town }, "");
  if (isRejection(named)) return named;
  const answer = inForceOn(power, today);
  if (!answer.inForce) return refuse("enforcement.power-not-in-force", { item: act.code, on, conditions: [] });
  const { review, onSpotReport } = town.enforcement;
  const report = { ...article52, unit: "working-day" as const, length: onSpotReport.workingDays };
  return [
    {
      type: "enforcement.on-spot.decided",
      data: {
        on,
        item: act.code,
        amountFen,
        number: nextNumber(context, town.numbering.enforcement["on-spot"]),
        inWhoseName: officially(answer.inWhoseName, town),
        remedies: { review: review.organ, days: review.days, reviewFirst: true },
        reportBy: limitFrom(calendar, report, on),
        ...maskedPayer(context, state.party),
      },
      personal: {},
    },
  ];
}
