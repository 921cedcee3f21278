import { toDate } from "../../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  isRejection,
  present,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { isHeadFor } from "../../../../../shared/people/index.ts";
import type { Place } from "../../../../../shared/territory/index.ts";
import { datedLater } from "../../../common/domain/case-rules.ts";
import { powerFault } from "../../../common/domain/power.ts";
import { twoOfficers } from "../../../common/domain/two-officers.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import { article43, badInput, in2, in3, in4, in5, notYou, refuse } from "../refusals.ts";
import { enforcerOnly, isTooNear } from "../who.ts";
import type { Propose, VisitEvent, VisitKnown } from "./messages.ts";
import type { VisitItem } from "./visit.ts";

type Decided = Decision<VisitEvent>;

/**
 * IN-1 to IN-4: an officer of the office proposes to inspect an enterprise: by published items, under powers in force at the place,
 * with two certified officers who are not too near to it, in a period of one year, for an occasion that is on record.
 */
export function propose(command: Propose, context: Context): Decided {
  const { enterprise, enterpriseState: state, premises, occasion, manner, departments, from, until } = command;
  const refused = enforcerOnly(context);
  if (refused !== undefined) return refused;
  if (state === undefined || state.status !== "listed")
    return badInput("enforcement.enterprise-not-listed", { id: enterprise }, "/enterprise");
  const at = state.premises.find(({ id }) => id === premises);
  if (at === undefined) return badInput("enforcement.enterprise-place-unknown", { place: premises }, "/premises");
  const fault =
    nearFault(state, [context.actor.sub, ...command.officers], context) ??
    periodFault(command, context) ??
    occasionFault(command, state, context) ??
    urgencyFault(command, context);
  if (fault !== undefined) return fault;
  const items = publishedItems(command.items, command);
  if (isRejection(items)) return items;
  const officers =
    powersFault(items, at.place, command, context) ??
    twoOfficers(
      command.officers,
      { officers: command.certificates, domains: domainsOf(items), on: toDate(from), town: context.town },
      "/officers",
    );
  if (isRejection(officers)) return officers;
  const { outside } = context.town.enforcement.inspections.cap;
  const { name, key } = state;
  const { separately, urgent, companions } = command;
  return [
    {
      type: "enforcement.site-inspection.proposed",
      data: {
        ...{ enterprise, items, occasion, counted: !outside.includes(occasion.kind), manner, departments, from, until },
        proposedOn: context.today.toString(),
      },
      personal: {
        ...{ name, key, address: at.address, place: at.place, officers, companions },
        ...present({ separately, urgent }),
      },
    },
  ];
}

export const domainsOf = (items: readonly VisitItem[]): readonly string[] => [
  ...new Set(items.map(({ domain }) => domain)),
];

/** IN-2: only what is published now. IN-5: only what has to be seen at the place. */
export function publishedItems(
  codes: readonly string[],
  { itemStates }: Pick<VisitKnown, "itemStates">,
): readonly VisitItem[] | Rejection {
  const items: VisitItem[] = [];
  for (const [at, code] of codes.entries()) {
    const state = itemStates[at];
    const content = state?.status === "listed" ? state.published : undefined;
    if (content === undefined)
      return refuse("enforcement.inspection-item-unpublished", { item: code, ...in2 }, `/items/${at}`);
    if (content.method !== "on-site")
      return refuse("enforcement.inspection-not-on-site", { item: code, ...in5 }, `/items/${at}`);
    const { number, name, domain, powers, points } = content;
    items.push({ code, number, name, domain, powers, points: points.map(({ id }) => id) });
  }
  return items;
}

/** IN-1, CF-38: each power behind the items is in force today, at the place. */
export function powersFault(
  items: readonly VisitItem[],
  place: Place,
  { powers }: Pick<VisitKnown, "powers">,
  { today, town }: Context,
): Rejection | undefined {
  for (const code of new Set(items.flatMap((one) => one.powers))) {
    const power = powers.find((one) => one.code === code);
    const fault = powerFault(code, power, { on: today, place }, town);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** CF-43: nobody who is the enterprise, or too near to it, proposes or takes part. */
export function nearFault(
  { key, conflicts }: Pick<Enterprise, "key" | "conflicts">,
  people: readonly string[],
  { actor }: Context,
): Rejection | undefined {
  if (isTooNear({ key, conflicts }, actor))
    return notYou("enforcement.inspection-conflict", { person: actor.sub, ...article43 });
  const near = people.find((sub) => isTooNear({ conflicts }, { sub }));
  return near === undefined
    ? undefined
    : refuse("enforcement.inspection-conflict", { person: near, ...article43 }, "/officers");
}

/** IN-4: a period from today on, no longer than the profile says, within one year, so that one year's cap counts it. */
function periodFault({ from, until }: Propose, { today, town }: Context): Rejection | undefined {
  const first = today.toString();
  const days = town.enforcement.inspections.periodDays;
  const last = toDate(from)
    .add({ days: days - 1 })
    .toString();
  const fits = from >= first && until >= from && until <= last && from.slice(0, 4) === until.slice(0, 4);
  return fits ? undefined : badInput("enforcement.inspection-period", { from: first, until: last, ...in4 }, "/until");
}

const openLeads: ReadonlySet<string> = new Set(["received", "checked", "verified"]);
const withDocument: ReadonlySet<string> = new Set(["transfer", "data", "request"]);
const withReference: ReadonlySet<string> = new Set(["random", "campaign", "re-inspection"]);

/** IN-4: what passes outside of the cap rests on something on record, and it is about this enterprise. */
function occasionFault({ occasion, lead }: Propose, { key }: Enterprise, context: Context): Rejection | undefined {
  const { kind, ref, document } = occasion;
  if (kind === "lead") {
    const about = lead?.accused?.key;
    const fits =
      lead !== undefined &&
      lead.matter === "breach" &&
      openLeads.has(lead.status) &&
      (about === undefined || about === key);
    return fits
      ? undefined
      : badInput("enforcement.inspection-lead-unfit", { lead: ref ?? "", ...in4 }, "/occasion/ref");
  }
  const missing = (withDocument.has(kind) && document === undefined) || (withReference.has(kind) && ref === undefined);
  return missing
    ? badInput("enforcement.inspection-occasion", { kind, ...in4 }, "/occasion")
    : datedLater(document, context, "/occasion/document/date");
}

const urgentOccasions: ReadonlySet<string> = new Set(["lead", "transfer", "data"]);

/** IN-3: only what was reported to the organ's head cannot wait, and never a routine check. */
function urgencyFault({ urgent, occasion }: Propose, { town, today }: Context): Rejection | undefined {
  if (urgent === undefined) return undefined;
  const told = isHeadFor(town.enforcementOffice, urgent.toldHead, "organ", { heads: town.heads, today });
  return told && urgentOccasions.has(occasion.kind)
    ? undefined
    : refuse("enforcement.inspection-urgent", { kind: occasion.kind, ...in3 }, "/urgent");
}
