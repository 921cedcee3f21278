import { limitFrom } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import { isTheParty } from "../../cases/domain/proceeding/people.ts";
import { isOfTheHouse } from "../../cases/domain/proceeding/visibility.ts";
import { byMachine } from "../../common/domain/case-rules.ts";
import { creditClass, creditOf } from "./credit.ts";
import { decisionOf, fateOf, isYoung, type WithDecision, withDecision } from "./decided.ts";
import type { Decided, PublicationEvent } from "./messages.ts";
import type { Effect } from "./publication.ts";
import { article48, article48a, refuse } from "./refusals.ts";
import { socialEffect } from "./social-effect.ts";

/**
 * CF-48: what keeps a decision from being shown in public: it is not served, punishes nobody, fell, is minor (CF-48a), or is
 * about a person who was under age.
 */
export function hindrance({ decided, of }: Decided, { town, today }: Context): Rejection | undefined {
  const found = withDecision(decided);
  if (found === undefined || of === undefined || found.decision.outcome !== "punish")
    return refuse("enforcement.no-such-decision", article48);
  if (found.decision.served === undefined) return refuse("enforcement.decision-not-served", article48);
  if (creditClass(decisionOf(found), town) === "minor") return refuse("enforcement.minor-not-shown", article48a);
  return isYoung(of, found, today.toString())
    ? refuse("enforcement.young-party", { article: "未成年人保护法103", rule: "CF-48" })
    : undefined;
}

type Naming = Decided & { readonly number: string };

/** CF-48, P-5: the lists propose; nothing is shown before a person has decided it. */
export function followDecision(known: Naming, context: Context): Decision<PublicationEvent> {
  const { decided, of, number } = known;
  const found = withDecision(decided);
  if (found === undefined || of === undefined) return [];
  if (fateOf(decided, number, Number.POSITIVE_INFINITY) !== undefined) return [];
  const because = socialEffect(found, of, context.town);
  if (because.length === 0 || hindrance(known, context) !== undefined) return [];
  return [proposed(found, because, undefined, context)];
}

/** CF-48: an officer thinks that a decision has social effect that no list names. */
export function proposeByPerson(
  { decided, of, number, reasons }: Naming & { readonly reasons: string },
  context: Context,
): Decision<PublicationEvent> {
  const machine = byMachine(context.actor);
  if (machine !== undefined) return machine;
  const found = withDecision(decided);
  const known = found !== undefined && isOfTheHouse(found, context.actor, context) && !isTheParty(found, context.actor);
  // Who may not read the proceeding learns nothing of it.
  if (!known || of === undefined || found.decision.number.text.zh !== number)
    return refuse("enforcement.no-such-decision", article48, "/decision");
  const refused = hindrance({ decided, of }, context);
  if (refused !== undefined) return refused;
  const fate = fateOf(decided, number, Number.POSITIVE_INFINITY);
  if (fate !== undefined) return refuse("enforcement.publication-fell", { fell: fate.fell, ...article48 });
  const because = socialEffect(found, of, context.town);
  return [proposed(found, because.length > 0 ? because : ["proposed"], reasons, context)];
}

function proposed(
  found: WithDecision,
  because: readonly Effect[],
  reasons: string | undefined,
  { calendar, town, today }: Context,
): PublicationEvent {
  const { decision, handlers, case: of, party } = found;
  const { codes, kinds } = decisionOf(found);
  const { workingDays: length } = town.enforcement.publication.publishWithin;
  const publishBy = limitFrom(calendar, { ...article48, unit: "working-day", length }, decision.on);
  return {
    type: "enforcement.publication.proposed",
    data: {
      ...{ case: of, proceeding: `${of}:${party.id}`, number: decision.number, decidedOn: decision.on },
      ...{ organ: decision.organ, codes, kinds, because },
      credit: creditOf(creditClass({ codes, kinds }, town), decision.on),
      ...{ proposedOn: today.toString(), publishBy },
    },
    personal: { handlers, ...present({ reasons }) },
  };
}
