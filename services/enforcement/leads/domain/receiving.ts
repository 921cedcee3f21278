import type { Actor, Context, Decision, Rejection } from "../../../../shared/decider/index.ts";
import { present, theTownItself } from "../../../../shared/decider/index.ts";
import { domainCodes } from "../../../../shared/town/domains.ts";
import type { Lead, LeadSource } from "./lead.ts";
import type { LeadEvent, Receive } from "./messages.ts";
import { badInput, notYou } from "./refusals.ts";
import { filingTerm } from "./term.ts";
import { isEnforcer } from "./who.ts";

/** Sources that a person at the counter takes in: who comes or calls, and what the post brings. */
const atTheCounter: ReadonlySet<LeadSource["kind"]> = new Set(["complaint", "transfer", "police"]);
/** Who hands a matter over may have known of it before the town. */
const handedOver: ReadonlySet<LeadSource["kind"]> = new Set(["transfer", "police", "permits", "inspection"]);

/**
 * A lead comes in (E6, E8). CF-36a: the act counts as discovered on the first day on record, of the town or of who hands it over.
 * Anybody informs, also without a name. CF-54a: the term to file runs from here.
 */
export function receive(command: Receive, context: Context): Decision<LeadEvent> {
  const { source, matter, text, address, place, happenedOn, domain, item, accused, anonymous, concerned } = command;
  const { actor, today } = context;
  const fault = sourceFault(command, context) ?? dayFault(command, context) ?? domainFault(domain, context);
  if (fault !== undefined) return fault;
  const receivedOn = today.toString();
  const discoveredOn = command.knownOn ?? receivedOn;
  const channel = channelOf(actor, context);
  const fileBy = matter === "breach" ? filingTerm({ receivedOn, ...present({ domain }) }, context) : undefined;
  const informant = anonymous ? undefined : command.informant;
  const owner = channel === "online" ? actor.sub : undefined;
  return [
    {
      type: "enforcement.lead.recorded",
      data: { source, matter, channel, anonymous, receivedOn, discoveredOn, ...present({ domain, item, fileBy }) },
      personal: { text, address, concerned, ...present({ place, happenedOn, accused, informant, owner }) },
    },
  ];
}

function channelOf(actor: Actor, { town }: Context): Lead["channel"] {
  if (actor.sub === theTownItself.sub) return "service";
  if (isEnforcer(actor, town)) return "officer";
  return actor.roles.includes("clerk") ? "in-person" : "online";
}

/** A resident complains, the counter takes in what comes to it, an officer of enforcement records any source. */
function sourceFault({ source: { kind } }: Receive, context: Context): Rejection | undefined {
  const channel = channelOf(context.actor, context);
  const may =
    channel === "officer" ||
    (channel === "online" && kind === "complaint") ||
    (channel === "in-person" && atTheCounter.has(kind)) ||
    (channel === "service" && kind !== "complaint");
  return may ? undefined : notYou("enforcement.lead-source-not-yours", { source: kind });
}

function dayFault({ happenedOn, knownOn, source }: Receive, { today, actor }: Context): Rejection | undefined {
  const on = today.toString();
  const later = (day: string | undefined) => day !== undefined && day > on;
  if (later(happenedOn)) return badInput("enforcement.lead-day-to-come", { on }, "/happenedOn");
  // A matter of the grid says by itself since when the town knew; nobody else says so for it.
  const byTheGrid = source.kind === "grid" && actor.sub === theTownItself.sub;
  const wrongly = knownOn !== undefined && !handedOver.has(source.kind) && !byTheGrid;
  // CF-36a: nobody knows of an act before it is done.
  const before = knownOn !== undefined && happenedOn !== undefined && knownOn < happenedOn;
  return wrongly || before || later(knownOn)
    ? badInput("enforcement.lead-day-to-come", { on, rule: "CF-36a" }, "/knownOn")
    : undefined;
}

/** The domain is one of penalties in the profile. */
export function domainFault(domain: string | undefined, { town }: Context): Rejection | undefined {
  const known = domainCodes(town, "penalties");
  return domain === undefined || known.includes(domain)
    ? undefined
    : badInput("enforcement.unknown-domain", { domain, known }, "/domain");
}
