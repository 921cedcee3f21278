import { toDate } from "../../../../../shared/calendar/index.ts";
import type { Context, Decision, Rejection } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { isHeadFor } from "../../../../../shared/people/index.ts";
import { domainCodes } from "../../../../../shared/town/domains.ts";
import { byMachine, datedLater } from "../../../common/domain/case-rules.ts";
import { in2 } from "../../../inspections/domain/refusals.ts";
import { enforcerOnly } from "../../../inspections/domain/who.ts";
import { badInput, in6, notYou, refuse } from "../refusals.ts";
import {
  type Campaign,
  type CampaignCommand,
  type CampaignEvent,
  type CampaignPlan,
  fromOf,
  untilOf,
} from "./campaign.ts";

type Decided = Decision<CampaignEvent>;
type CommandOf<T extends CampaignCommand["type"]> = Extract<CampaignCommand, { type: T }>;

/** IN-6: the office proposes a plan with an end: by published items, at venues of the register, in stages. */
export function propose({ plan, itemStates, enterprises }: CommandOf<"propose">, context: Context): Decided {
  const fault =
    enforcerOnly(context) ??
    originFault(plan, context) ??
    domainsFault(plan, context) ??
    stagesFault(plan, context) ??
    dutiesFault(plan);
  if (fault !== undefined) return fault;
  const unpublished = plan.items.findIndex((_code, at) => itemStates[at]?.status !== "listed");
  if (unpublished >= 0)
    return refuse(
      "enforcement.inspection-item-unpublished",
      { item: plan.items[unpublished], ...in2 },
      `/items/${unpublished}`,
    );
  const strange = plan.venues.findIndex(
    (one, at) => enterprises[at]?.status !== "listed" || plan.venues.indexOf(one) !== at,
  );
  if (strange >= 0)
    return badInput("enforcement.campaign-venue", { enterprise: plan.venues[strange], ...in6 }, `/venues/${strange}`);
  const { name, aims, observers, origin, domains, items, stages, venues, duties } = plan;
  return [
    {
      type: "enforcement.campaign.proposed",
      data: { origin, domains, items, stages, venues, duties, on: context.today.toString() },
      personal: { name, aims, observers },
    },
  ];
}

/** IN-6: what is ordered from above has the order on file. */
function originFault({ origin }: CampaignPlan, context: Context): Rejection | undefined {
  if (origin.kind === "own") return undefined;
  return origin.document === undefined
    ? refuse("enforcement.campaign-order-missing", in6, "/origin/document")
    : datedLater(origin.document, context, "/origin/document/date");
}

function domainsFault({ domains }: CampaignPlan, { town }: Context): Rejection | undefined {
  const known = domainCodes(town, "penalties");
  const strange = domains.find((one) => !known.includes(one));
  return strange === undefined
    ? undefined
    : badInput("enforcement.unknown-domain", { domain: strange, known }, "/domains");
}

/** IN-6: stages one after another from today on, one of them for inspections, with an end not too far away. */
function stagesFault({ stages }: CampaignPlan, { today, town }: Context): Rejection | undefined {
  const { mostDays } = town.enforcement.campaigns;
  const first = today.toString();
  const wrong = stages.findIndex(
    ({ from, until }, at) => until < from || from < first || from <= (stages[at - 1]?.until ?? ""),
  );
  const last = toDate(fromOf({ stages }))
    .add({ days: mostDays - 1 })
    .toString();
  const none = !stages.some(({ kind }) => kind === "inspection");
  return wrong >= 0 || none || untilOf({ stages }) > last
    ? badInput("enforcement.campaign-stages", { from: first, until: last, ...in6 }, `/stages/${Math.max(wrong, 0)}`)
    : undefined;
}

/** E11: what venues hand in is due while the campaign runs, each kind once. */
function dutiesFault({ duties, stages }: CampaignPlan): Rejection | undefined {
  const kinds = duties.map(({ kind }) => kind);
  const wrong = duties.findIndex(
    ({ kind, by }, at) => by < fromOf({ stages }) || by > untilOf({ stages }) || kinds.indexOf(kind) !== at,
  );
  return wrong < 0
    ? undefined
    : badInput(
        "enforcement.campaign-duty-day",
        { from: fromOf({ stages }), until: untilOf({ stages }), ...in6 },
        `/duties/${wrong}/by`,
      );
}

/** IN-6: only the head whom the profile names, as a person. */
export function approverOnly({ actor, town, today }: Context): Rejection | undefined {
  const { approver } = town.enforcement.campaigns;
  const may = isHeadFor(town.enforcementOffice, actor.sub, approver, { heads: town.heads, today });
  return byMachine(actor) ?? (may ? undefined : notYou("enforcement.campaign-approver", in6));
}

/** IN-6: approved by the head whom the profile names, never by who proposed it; a number without gaps. */
export function approve(state: Campaign, _command: CommandOf<"approve">, context: Context): Decided {
  const refused = approverOnly(context);
  if (refused !== undefined) return refused;
  if (state.proposedBy === context.actor.sub) return notYou("enforcement.campaign-own-plan", in6);
  const on = context.today.toString();
  if (fromOf(state) < on) return refuse("enforcement.campaign-stages", { from: on, until: untilOf(state), ...in6 });
  const number = nextNumber(context, context.town.numbering.enforcement["campaign-plan"]);
  return [{ type: "enforcement.campaign.approved", data: { on, number }, personal: {} }];
}

/** IN-6: filed with the bureau of justice after its approval. */
export function fileWithJustice(
  state: Campaign,
  { on, document }: CommandOf<"file-with-justice">,
  context: Context,
): Decided {
  const refused = enforcerOnly(context);
  if (refused !== undefined) return refused;
  if (on < (state.approvedOn ?? on) || on > context.today.toString())
    return badInput(
      "enforcement.campaign-stages",
      { from: state.approvedOn ?? "", until: context.today.toString(), ...in6 },
      "/on",
    );
  return [{ type: "enforcement.campaign.filed", data: { on, document }, personal: {} }];
}

/** IN-6: published once it is filed; from then on it runs. */
export function publish(state: Campaign, { where }: CommandOf<"publish">, context: Context): Decided {
  const refused = enforcerOnly(context);
  if (refused !== undefined) return refused;
  if (state.filed === undefined) return refuse("enforcement.campaign-not-filed", in6);
  const data = {
    on: context.today.toString(),
    from: fromOf(state),
    until: untilOf(state),
    domains: [...state.domains],
  };
  return [{ type: "enforcement.campaign.published", data, personal: { where } }];
}
