import { toDate } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, isRejection, present, type Rejection } from "../../../../shared/decider/index.ts";
import { countersignFault, twoOfficers } from "../../common/domain/two-officers.ts";
import type { Lead } from "./lead.ts";
import type { CommandOf, LeadEvent, Verify } from "./messages.ts";
import { domainFault } from "./receiving.ts";
import { badInput, notYou, refuse } from "./refusals.ts";
import { filingTerm } from "./term.ts";
import { isEnforcer } from "./who.ts";

type Decided = Decision<LeadEvent>;
const article42 = { article: "行政处罚法42、54", rule: "CF-42" };

/**
 * CF-42, CF-54: two officers check a lead at the place before anything is filed. Who records it is one of them; it counts when
 * another signs. What they find may say another domain, and so another term (CF-54a).
 */
export function verify(state: Lead, command: Verify, context: Context): Decided {
  const { checkedOn, finding, suspectedCrime, officers, item, place, address, notes, files } = command;
  const { actor, town } = context;
  if (!isEnforcer(actor, town)) return notYou("enforcement.lead-not-enforcement", article42);
  const domain = command.domain ?? state.domain;
  const fault = dayFault(state, command, context) ?? domainFault(command.domain, context) ?? bareBreach(state, command);
  if (fault !== undefined) return fault;
  const domains = domain === undefined ? [] : [domain];
  const named = twoOfficers([actor.sub, ...command.with], { officers, domains, on: toDate(checkedOn), town }, "/with");
  if (isRejection(named)) return named;
  if (named.some(({ sub }) => sub === state.owner || state.concerned.includes(sub)))
    return notYou("enforcement.lead-own-matter", { article: "行政处罚法43", rule: "CF-43" });
  const fileBy = filingTerm({ ...state, ...present({ domain }) }, context);
  return [
    {
      type: "enforcement.lead.checked",
      data: { on: checkedOn, finding, suspectedCrime, fileBy, ...present({ domain, item }) },
      personal: { officers: named, notes, files, ...present({ place, address }) },
    },
  ];
}

function dayFault({ receivedOn }: Lead, { checkedOn }: Verify, { today }: Context): Rejection | undefined {
  const on = today.toString();
  return checkedOn < receivedOn || checkedOn > on
    ? badInput("enforcement.lead-check-day", { from: receivedOn, until: on, ...article42 }, "/checkedOn")
    : undefined;
}

/** CF-22, CF-54a: a breach has a place, and a domain by which its term is counted. */
function bareBreach(state: Lead, { finding, place, domain }: Verify): Rejection | undefined {
  if (finding !== "breach") return undefined;
  if ((place ?? state.place) === undefined)
    return badInput("enforcement.lead-place-missing", { article: "行政处罚法22", rule: "CF-22" }, "/place");
  return (domain ?? state.domain) === undefined
    ? badInput("enforcement.lead-domain-missing", { article: "行政处罚法54(2)", rule: "CF-54a" }, "/domain")
    : undefined;
}

/** CF-42: another of the two signs with his own login. */
export function countersign(state: Lead, _command: CommandOf<"countersign">, { actor, today }: Context): Decided {
  const { check } = state;
  if (check === undefined) return refuse("enforcement.lead-not-checked", article42);
  const fault = countersignFault({ officers: check.officers, recordedBy: check.by }, actor);
  if (fault !== undefined) return fault;
  const data = { on: today.toString(), finding: check.finding };
  return [{ type: "enforcement.lead.verified", data, personal: {} }];
}
