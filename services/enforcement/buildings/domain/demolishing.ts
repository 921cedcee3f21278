import { endOfDay, instantAt } from "../../../../shared/calendar/index.ts";
import type { Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { maskedPayer } from "../../../../shared/parties/index.ts";
import { headFault } from "../../cases/domain/proceeding/people.ts";
import { aboutBuilding, ended } from "./about.ts";
import { bannedAt, enforcementBan, mayBeHoliday } from "./ban.ts";
import { allReturned, type Building } from "./building.ts";
import { costsOf } from "./costs.ts";
import { isCostPaidBy } from "./costs-paid.ts";
import type { BuildingCommandOf, BuildingEvent, BuildingKnown, HandBack, ListThings } from "./messages.ts";
import { afterPeriods, periodsAreOver } from "./periods.ts";
import { badInput, notNow, refuse } from "./refusals.ts";
import { agreementFault, decisionFault, orderToDemolish } from "./standing.ts";
import { buildingPowerFault, officerOnly, twoOfThem, witnessesAreOthers } from "./who.ts";

type Told = Decision<BuildingEvent>;
const article44 = { article: "行政强制法44", rule: "QZ-44" };
const article44c = { article: "行政强制法18、35至37、44", rule: "QZ-44c" };
const article43 = { article: "行政强制法43", rule: "QZ-43" };
const recorded = { article: "国办发〔2018〕118号", rule: "CF-47a" };

/** QZ-44c: before the work, two officers list what is inside; the party signs, or a witness stands for him. */
export function listThings(state: Building, command: ListThings, context: Context): Told {
  const { with: other, things, signature, witnesses, files } = command;
  const refused =
    twoOfThem(command, other, context) ?? witnessFault(signature.how === "signed", { state, command, context });
  if (refused !== undefined) return refused;
  // What was listed before stays on the list: no thing is lost by a second one.
  const before = state.things?.things.length ?? 0;
  return [
    {
      type: "enforcement.building.things-listed",
      data: { on: context.today.toString(), count: things.length, signature: signature.how, files },
      personal: {
        things: things.map(({ description, quantity }, at) => ({
          ref: `T${before + at + 1}`,
          text: description,
          quantity,
        })),
        ...{ login: other, witnesses },
        ...present({ signedBy: signature.by }),
      },
    },
  ];
}

interface Seen {
  readonly state: Building;
  readonly command: BuildingKnown & { readonly witnesses: readonly string[] };
  readonly context: Context;
}

/** QZ-18: where the party is not there or does not sign, a witness who does not handle the case is. */
function witnessFault(partySigns: boolean, { state, command, context }: Seen): Rejection | undefined {
  const { witnesses } = command;
  const enough = partySigns || witnesses.length > 0;
  return enough && witnessesAreOthers(witnesses, state, command, context)
    ? undefined
    : refuse("enforcement.demolition-without-witness", article44c, "/witnesses");
}

/** QZ-43: the head finds it urgent, for this day alone, with reasons. */
export function findUrgent(
  _state: Building,
  { reasons, ...command }: BuildingCommandOf<"find-urgent">,
  context: Context,
): Told {
  const on = context.today.toString();
  return (
    headFault(command.case, context) ?? [
      { type: "enforcement.building.found-urgent", data: { on }, personal: { reasons } },
    ]
  );
}

const isUrgent = ({ urgency }: Building, today: string) => urgency?.on === today;

/**
 * QZ-44, QZ-44a, QZ-43: the work begins now, when each thing before it is done: the notice's last day is over, the periods of review
 * and suit passed unused, none is open, what is inside was listed. Not at night, not on a holiday. The officer who listed the
 * things and another one take part, each with his own login.
 */
export function beginDemolition(
  state: Building,
  command: BuildingCommandOf<"begin-demolition">,
  context: Context,
): Told {
  const { calendar, town, now, today, actor } = context;
  const { means, partyPresent, witnesses } = command;
  if (state.way === "land") return refuse("enforcement.court-demolishes", { article: "土地管理法83", rule: "QZ-44b" });
  const { things, notice } = state;
  const on = today.toString();
  const refused =
    officerOnly(command, context) ??
    buildingPowerFault(state, command, context) ??
    decisionFault(state, command) ??
    agreementFault(state);
  if (refused !== undefined) return refused;
  if (notice === undefined || on <= notice.by) {
    const least = notice?.by ?? today.add({ days: town.enforcement.demolition.noticeDays }).toString();
    return refuse("enforcement.notice-term", { least, ...article44 });
  }
  const order = orderToDemolish(command.proceeding, state.act);
  if (!periodsAreOver(state, context, order))
    return refuse("enforcement.remedy-period-open", { from: afterPeriods(state, context, order), ...article44 });
  if (things === undefined) return refuse("enforcement.things-not-listed", article44c);
  const urgent = isUrgent(state, on);
  const ban = enforcementBan({ at: now, urgent, means, home: state.home }, { calendar, night: town.enforcement.night });
  if (ban !== undefined) return ban;
  // CF-42: one officer listed the things with his login, another one begins the work with his.
  const alone = twoOfThem(command, things.by, context) ?? witnessFault(partyPresent, { state, command, context });
  if (alone !== undefined) return alone;
  return [
    {
      type: "enforcement.building.demolition-begun",
      data: { ...aboutBuilding(state), at: now, until: workUntil(context, urgent), urgent, means: [...means] },
      personal: { witnesses, handlers: [actor.sub, things.by] },
    },
  ];
}

const isRecorded = ({ town }: Context) => town.enforcement.recording.scenes.includes("demolition");

/** The work stops for now; it begins again under the same rules. */
export function interrupt(_state: Building, command: BuildingCommandOf<"interrupt">, context: Context): Told {
  const { reasons, recording } = command;
  return (
    officerOnly(command, context) ?? [
      {
        type: "enforcement.building.demolition-interrupted",
        data: { at: context.now, because: "officers", ...present({ recording }) },
        personal: { reasons },
      },
    ]
  );
}

/** QZ-44c, CF-47a: the building is gone; those present sign the record, and the recording is kept. */
export function finishDemolition(
  state: Building,
  command: BuildingCommandOf<"finish-demolition">,
  context: Context,
): Told {
  const { record, recording, signedBy } = command;
  const refused = officerOnly(command, context);
  if (refused !== undefined) return refused;
  const { now } = context;
  if (now >= (state.work.at(-1)?.until ?? now)) return notNow("enforcement.work-time-over", article43);
  if (isRecorded(context) && recording === undefined)
    return refuse("enforcement.demolition-unrecorded", recorded, "/recording");
  return [
    {
      type: "enforcement.building.demolished",
      data: { ...aboutBuilding(state), at: now },
      personal: { record, signers: signedBy, ...present({ recording }) },
    },
  ];
}

/** QZ-44c: what was inside goes back to its owner, who signs, or to a keeper. */
export function handBack(state: Building, command: BuildingCommandOf<"hand-back">, context: Context): Told {
  const refused = officerOnly(command, context);
  if (refused !== undefined) return refused;
  const { how, things, signedBy, proof }: HandBack = command;
  const listed = state.things?.things ?? [];
  const known = new Set(listed.map(({ id }) => id));
  const strange = things.findIndex((id) => !known.has(id));
  if (strange >= 0) return badInput("enforcement.no-such-thing", { thing: things[strange] }, `/things/${strange}`);
  const open = things.filter((id) => listed.some((one) => one.id === id && one.returned === undefined));
  if (open.length === 0) return [];
  return [
    {
      type: "enforcement.building.things-returned",
      data: { on: context.today.toString(), how, proof, things: open },
      personal: { signedBy },
    },
  ];
}

/** QZ-51: what the demolition cost, no more than papers prove, is claimed once from the party, through finance. */
export function claimCosts(state: Building, command: BuildingCommandOf<"claim-costs">, context: Context): Told {
  const refused = headFault(command.case, context);
  if (refused !== undefined) return refused;
  if (state.claim !== undefined) return notNow("enforcement.costs-claimed-already", { article: "行政强制法51(2)" });
  const { items, salvageFen, explanation } = command;
  const kept = items.map(({ description, amountFen, proof }) => ({ text: description, amountFen, proof }));
  const sum = costsOf({ items, salvageFen, explanation, estimateFen: state.enforcement?.estimateFen ?? 0 });
  if (typeof sum !== "number") return sum;
  return [
    {
      type: "enforcement.building.costs-claimed",
      data: {
        ...{ ...aboutBuilding(state), on: context.today.toString(), amountFen: sum },
        ...(command.proceeding === undefined ? {} : maskedPayer(context, command.proceeding.party)),
      },
      personal: { items: kept, ...present({ explanation }) },
    },
  ];
}

/** QZ-51: finance received money for the cost. The same line again changes nothing; without a claim there is no cost. */
export function noteCostPayment(
  state: Building,
  { type: _type, ...payment }: BuildingCommandOf<"note-cost-payment">,
): Told {
  if (state.claim === undefined) return notNow("enforcement.no-cost-claimed", { article: "行政强制法51(2)" });
  if (isCostPaidBy(state, payment.serial)) return [];
  return [{ type: "enforcement.building.cost-paid", data: payment, personal: {} }];
}

/** F-47: it was booked to this cost by mistake. */
export function takeCostPaymentBack(
  state: Building,
  { type: _type, ...gone }: BuildingCommandOf<"take-cost-payment-back">,
): Told {
  if (!isCostPaidBy(state, gone.serial)) return [];
  return [{ type: "enforcement.building.cost-payment-taken-back", data: gone, personal: {} }];
}

/** It is over when each thing went back. */
export function closeBuilding(state: Building, command: BuildingCommandOf<"close">, context: Context): Told {
  const refused = officerOnly(command, context);
  if (refused !== undefined) return refused;
  if (!allReturned(state)) return notNow("enforcement.things-not-returned", article44c);
  return [ended(state, context.today.toString(), "demolished")];
}

/** QZ-43: at nightfall, or when a holiday begins, the work stops by itself. */
export function stopByTime(state: Building, { calendar, town, now }: Context): Told {
  const session = state.work.at(-1);
  if (session === undefined || now < session.until) return [];
  const { until: at, urgent } = session;
  const because = urgent ? "day-over" : (bannedAt(at, { calendar, night: town.enforcement.night }) ?? "night");
  return [{ type: "enforcement.building.demolition-interrupted", data: { at, because }, personal: {} }];
}

/** QZ-43: the next night or holiday; of urgent work, the end of the day for which it was found urgent. */
function workUntil({ calendar, town, now, today }: Context, urgent: boolean): string {
  if (urgent) return endOfDay(today);
  const { from } = town.enforcement.night;
  const tonight = instantAt(today, from);
  const night = tonight > now ? tonight : instantAt(today.add({ days: 1 }), from);
  const tomorrow = today.add({ days: 1 }).toString();
  const midnight = endOfDay(today);
  return mayBeHoliday(calendar, tomorrow) && midnight < night ? midnight : night;
}
