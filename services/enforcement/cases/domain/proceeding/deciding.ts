import { limitFrom } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { inForceOn, type Organ } from "../../../../../shared/powers-in-force/index.ts";
import { seriesOf } from "../../../../../shared/town/series.ts";
import type { Gate } from "./gate.ts";
import { gatesOf } from "./gates.ts";
import type { Decide, ProceedingEvent } from "./messages.ts";
import { noPenaltyFault } from "./no-penalty.ts";
import { headFault } from "./people.ts";
import type { Noticed, Open } from "./proceeding.ts";
import { badInput, notYou, refuse } from "./refusals.ts";
import { about, keptParty, partyNow } from "./said.ts";
import { totalFine } from "./weighing.ts";

/** CF-61: handed over when it is announced, or served within seven working days. */
const toServe = { rule: "CF-61", article: "行政处罚法61", unit: "working-day", length: 7 } as const;

/**
 * CF-57: the head of the organ, who did not investigate, punishes, does not punish, or finds that it is not proved. No
 * decision while a gate is open (CF-38 to CF-58); the refusal is the list of gates.
 */
export function decide(state: Open | Noticed, command: Decide, context: Context): Decision<ProceedingEvent> {
  const { outcome, ground, reasons, performance, lettingOff, guardian } = command;
  const refused = headFault(command.case, context) ?? reviewedHimself(state, context);
  if (refused !== undefined) return refused;
  const gates = gatesOf(state, command, context, outcome);
  const fault =
    stepsMissing(gates) ??
    recordFault(state, command) ??
    (outcome === "punish" ? itemsFault(state, command) : undefined) ??
    (outcome === "no-penalty" ? noPenaltyFault(state, command, context) : undefined);
  if (fault !== undefined) return fault;
  if (reasons.trim() === "")
    return badInput("enforcement.reasons-missing", { article: "行政处罚法44、57", rule: "CF-57" }, "/reasons");
  const on = context.today.toString();
  const organ = organOf(state, command, context);
  const { numbering } = context.town;
  const series = outcome === "punish" ? numbering.penalty : numbering.enforcement["no-penalty"];
  const charges = state.charges?.items ?? [];
  return [
    {
      type: "enforcement.proceeding.decided",
      data: {
        ...about(state),
        ...{ on, outcome, organ },
        ...present({ ground: outcome === "no-penalty" ? ground : undefined }),
        number: nextNumber(context, seriesOf(series, organ, context.town)),
        revision: state.charges?.revision ?? 0,
        codes: [...new Set(charges.map(({ code }) => code))],
        suit: charges.some(isLandOrder) ? "fifteen-days" : "six-months",
        toServe: limitFrom(context.calendar, toServe, on),
      },
      personal: { reasons, party: keptParty(state, command.case), ...present({ performance, lettingOff, guardian }) },
    },
  ];
}

/** L1: two people look at it. */
const reviewedHimself = ({ legalReview }: Open | Noticed, { actor }: Context): Rejection | undefined =>
  legalReview?.by === actor.sub
    ? notYou("enforcement.handler-cannot-decide", { article: "行政处罚法57、58", rule: "L1" })
    : undefined;

/** The refusal of a decision: what is missing first, and the whole list. */
export function stepsMissing(gates: readonly Gate[]): Rejection | undefined {
  const missing = gates.filter(({ done }) => !done);
  const [first] = missing;
  if (first === undefined) return undefined;
  const { article, rule } = first;
  return refuse("enforcement.steps-missing", { missing: missing.map(({ id }) => id), gates, article, rule });
}

/** CF-65: after a hearing it is decided on the record, and the paper names it. */
function recordFault({ notice }: Open | Noticed, { hearingRecord }: Decide): Rejection | undefined {
  const record = notice?.hearing?.outcome?.record;
  if (notice?.hearing?.outcome?.how !== "held" || record === hearingRecord) return undefined;
  return refuse("enforcement.not-by-the-record", { article: "行政处罚法65", rule: "CF-65" }, "/hearingRecord");
}

/** CF-59, CF-72a: the six items of the paper. Facts, basis, organ, day and remedies are on file; these must be said. */
function itemsFault(state: Open | Noticed, { performance, reasons, case: of }: Decide): Rejection | undefined {
  const { charges } = state;
  const party = partyNow(state, of);
  const fined = totalFine(charges?.items ?? []) > 0;
  const items = {
    party: party.name.trim() !== "" && party.address.trim() !== "",
    facts: (charges?.items.length ?? 0) > 0,
    reasons: reasons.trim() !== "",
    performance: performance !== undefined && performance.how.trim() !== "",
    bank: !fined || (performance?.bank ?? "").trim() !== "",
    surcharge: !fined || performance?.surcharge !== undefined,
  };
  const missing = Object.entries(items).flatMap(([item, said]) => (said ? [] : [item]));
  if (missing.length === 0) return undefined;
  return refuse("enforcement.items-missing", { missing, article: "行政处罚法59", rule: "CF-59" }, "/performance");
}

/** The organ in whose name the power is used today (CF-20, CF-24). */
function organOf({ charges, party }: Open | Noticed, { powers, case: of }: Decide, { today, town }: Context): Organ {
  const codes =
    charges?.items.map(({ code }) => code) ??
    of?.acts.filter(({ by }) => by.includes(party.id)).map(({ code }) => code);
  const power = powers[codes?.[0] ?? ""];
  const answer = power === undefined ? undefined : inForceOn(power, today);
  return answer?.inForce === true ? answer.inWhoseName : { name: town.organName, uscc: town.uscc };
}

/** QZ-44b: suit within fifteen days against an order to demolish on land occupied unlawfully. */
const isLandOrder = ({
  kinds,
  law,
}: {
  readonly kinds: readonly string[];
  readonly law: { readonly legalBasis: string };
}) => kinds.includes("限期拆除") && law.legalBasis.includes("土地管理法");
