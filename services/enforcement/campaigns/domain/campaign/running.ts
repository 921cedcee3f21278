import { endOfDay } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision } from "../../../../../shared/decider/index.ts";
import { enforcerOnly } from "../../../inspections/domain/who.ts";
import { badInput, in6, notNow, refuse } from "../refusals.ts";
import { type Campaign, type CampaignCommand, type CampaignEvent, untilOf } from "./campaign.ts";
import { approverOnly } from "./planning.ts";

type Decided = Decision<CampaignEvent>;
type CommandOf<T extends CampaignCommand["type"]> = Extract<CampaignCommand, { type: T }>;

/** Venues that a campaign may have at the most. */
export const mostVenues = 60;

/** A venue comes to the plan later, for reasons on record. */
export function addVenue(
  state: Campaign,
  { enterprise, state: of, reasons }: CommandOf<"add-venue">,
  context: Context,
): Decided {
  const refused = enforcerOnly(context);
  if (refused !== undefined) return refused;
  if (of?.status !== "listed" || state.venues.includes(enterprise) || state.venues.length >= mostVenues)
    return badInput("enforcement.campaign-venue", { enterprise, ...in6 }, "/enterprise");
  return [{ type: "enforcement.campaign.venue-added", data: { enterprise }, personal: { reasons } }];
}

/**
 * E8, IN-6: an inspection of the campaign: at a venue of its plan, by items of its plan, within a stage for inspections. Outside of the
 * yearly cap, so each venue bears no more of them than the profile says. It still needs its own approval (IN-3).
 */
export function inspect(state: Campaign, command: CommandOf<"inspect">, context: Context): Decided {
  const { id, enterprise, items, from, until, manner, departments, inspection } = command;
  const refused = enforcerOnly(context);
  if (refused !== undefined) return refused;
  if (!state.venues.includes(enterprise))
    return badInput("enforcement.campaign-venue", { enterprise, ...in6 }, "/enterprise");
  const strange = items.findIndex((code) => !state.items.includes(code));
  if (strange >= 0)
    return badInput("enforcement.campaign-venue", { enterprise: items[strange], ...in6 }, `/items/${strange}`);
  const within = state.stages.some((one) => one.kind === "inspection" && one.from <= from && until <= one.until);
  if (!within) return refuse("enforcement.campaign-stage", { from, until, ...in6 }, "/from");
  if ((manner === "joint") !== departments.length > 0)
    return badInput("enforcement.campaign-joint-alone", in6, "/departments");
  const { perVenue } = context.town.enforcement.campaigns;
  const before = (command.state?.visits ?? []).filter(
    ({ occasion, ref, status, until: last }) =>
      occasion === "campaign" &&
      ref === id &&
      (status === "held" || (status === "planned" && last >= context.today.toString())),
  );
  if (before.length >= perVenue)
    return refuse("enforcement.campaign-venue-enough", { most: perVenue, ...in6 }, "/enterprise");
  return [{ type: "enforcement.campaign.inspection-proposed", data: { inspection, enterprise }, personal: {} }];
}

/** IN-6: closed with its report, when none of its inspections is open. */
export function close(_state: Campaign, { report, open }: CommandOf<"close">, context: Context): Decided {
  const refused = enforcerOnly(context);
  if (refused !== undefined) return refused;
  if (open.length > 0) return notNow("enforcement.campaign-inspections-open", { inspections: open, ...in6 });
  return [{ type: "enforcement.campaign.closed", data: { on: context.today.toString() }, personal: { report } }];
}

/** The head who approves plans gives it up, for reasons; nothing of it is open. */
export function abandon(_state: Campaign, { reasons, open }: CommandOf<"abandon">, context: Context): Decided {
  const refused = approverOnly(context);
  if (refused !== undefined) return refused;
  if (open.length > 0) return notNow("enforcement.campaign-inspections-open", { inspections: open, ...in6 });
  return [{ type: "enforcement.campaign.abandoned", data: { on: context.today.toString() }, personal: { reasons } }];
}

export const nextCampaignDeadline = (state: Campaign): string | undefined =>
  state.status === "running" && !state.late ? endOfDay(untilOf(state)) : undefined;

/** IN-6: a campaign has an end. When its last day is over and nobody closed it, it is told once. */
export function passTime(state: Campaign, { today }: Context): Decided {
  const due = untilOf(state);
  return state.status === "running" && !state.late && due < today.toString()
    ? [{ type: "enforcement.campaign.overdue", data: { due }, personal: {} }]
    : [];
}
