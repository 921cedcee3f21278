import type { Context, Decision, OfType, Rejection } from "../../../../../shared/decider/index.ts";
import { domainCodes } from "../../../../../shared/town/domains.ts";
import { peopleNamed } from "../../../common/domain/case-rules.ts";
import type { OfficerCopy } from "../../../common/domain/known-power.ts";
import { officerFaultsOf } from "../../../common/domain/two-officers.ts";
import { badInput, notNow, refuse } from "../refusals.ts";
import { mayNotLead } from "../who-leads.ts";
import type { ActiveSquad, FormSquad, Squad, SquadCommand, SquadEvent } from "./squad.ts";

type CommandOf<T extends SquadCommand["type"]> = OfType<SquadCommand, T>;
const rule = { article: "行政处罚法42", rule: "CF-42" };

/** A squad has a leader with a certificate in force, and domains that the town punishes in. */
export function form(
  { name, leader, domains, officers = [], others }: FormSquad,
  context: Context,
): Decision<SquadEvent> {
  const refused =
    mayNotLead(context) ??
    unknownDomain(domains, context) ??
    notCertified(leader, officers, context, "/leader") ??
    memberElsewhere(leader, others, "/leader");
  if (refused !== undefined) return refused;
  const on = context.today.toString();
  return [{ type: "enforcement.squad.formed", data: { name, leader, domains: [...new Set(domains)], on } }];
}

/** An officer joins with a certificate in force today; an auxiliary is one of the staff, and holds none. */
export function addMember(
  state: ActiveSquad,
  { sub, kind, officers = [], others }: CommandOf<"add-member">,
  context: Context,
): Decision<SquadEvent> {
  const refused = mayNotLead(context, state.leader) ?? memberElsewhere(sub, others, "/sub");
  if (refused !== undefined) return refused;
  const { today } = context;
  if (state.members.some((one) => one.sub === sub)) return notNow("enforcement.member-already", { person: sub });
  if (kind === "officer") {
    const lacking = notCertified(sub, officers, context, "/sub");
    if (lacking !== undefined) return lacking;
  } else {
    const people = peopleNamed([sub], { officers }, context, "");
    if ("code" in people) return { ...people, pointer: "/sub" };
    if (officerFaultsOf(sub, { officers, domains: [], on: today }).length === 0)
      return badInput("enforcement.certified-is-no-auxiliary", { person: sub, ...rule }, "/kind");
  }
  return [{ type: "enforcement.squad.joined", data: { sub, kind, since: today.toString() } }];
}

export function removeMember(
  state: ActiveSquad,
  { sub }: CommandOf<"remove-member">,
  context: Context,
): Decision<SquadEvent> {
  const refused = mayNotLead(context, state.leader);
  if (refused !== undefined) return refused;
  if (!state.members.some((one) => one.sub === sub))
    return badInput("enforcement.no-such-member", { person: sub }, "/sub");
  if (sub === state.leader) return refuse("enforcement.leader-stays", { person: sub }, "/sub");
  return [{ type: "enforcement.squad.left", data: { sub, on: context.today.toString() } }];
}

/** The new leader joins if he is no member yet. A squad leader does not choose his own successor. */
export function changeLeader(
  state: ActiveSquad,
  { leader, officers = [], others }: CommandOf<"change-leader">,
  context: Context,
): Decision<SquadEvent> {
  const refused =
    mayNotLead(context) ??
    notCertified(leader, officers, context, "/leader") ??
    memberElsewhere(leader, others, "/leader");
  if (refused !== undefined) return refused;
  if (leader === state.leader) return [];
  const on = context.today.toString();
  const isOfficer = state.members.some((one) => one.sub === leader && one.kind === "officer");
  return [
    ...(isOfficer
      ? []
      : [{ type: "enforcement.squad.joined" as const, data: { sub: leader, kind: "officer" as const, since: on } }]),
    { type: "enforcement.squad.leader-changed", data: { leader, on } },
  ];
}

export function changeDomains(
  _state: ActiveSquad,
  { domains }: CommandOf<"change-domains">,
  context: Context,
): Decision<SquadEvent> {
  const refused = mayNotLead(context) ?? unknownDomain(domains, context);
  if (refused !== undefined) return refused;
  const on = context.today.toString();
  return [{ type: "enforcement.squad.domains-changed", data: { domains: [...new Set(domains)], on } }];
}

export function disband(
  _state: ActiveSquad,
  { reasons }: CommandOf<"disband">,
  context: Context,
): Decision<SquadEvent> {
  const refused = mayNotLead(context);
  if (refused !== undefined) return refused;
  return [{ type: "enforcement.squad.disbanded", data: { on: context.today.toString(), reasons } }];
}

/** CF-42: the person holds no certificate in force today. */
function notCertified(
  sub: string,
  officers: readonly OfficerCopy[],
  { today }: Context,
  pointer: string,
): Rejection | undefined {
  const faults = officerFaultsOf(sub, { officers, domains: [], on: today });
  const conditions = faults.map(({ condition }) => condition);
  return faults.length === 0
    ? undefined
    : refuse("enforcement.not-certified", { person: sub, on: today.toString(), conditions, ...rule }, pointer);
}

function unknownDomain(asked: readonly string[], { town }: Context): Rejection | undefined {
  const known = domainCodes(town, "penalties");
  const at = asked.findIndex((domain) => !known.includes(domain));
  return at < 0 ? undefined : badInput("enforcement.unknown-domain", { domain: asked[at], known }, `/domains/${at}`);
}

/** A person is in one squad at the most. */
function memberElsewhere(sub: string, others: readonly Squad[], pointer: string): Rejection | undefined {
  const other = others.find(({ status, members }) => status === "active" && members.some((one) => one.sub === sub));
  return other === undefined
    ? undefined
    : badInput("enforcement.member-elsewhere", { person: sub, squad: other.name.zh }, pointer);
}
