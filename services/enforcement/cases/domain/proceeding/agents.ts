import { periodEnd } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, present, type Rejection } from "../../../../../shared/decider/index.ts";
import type { KnownCase, KnownParty } from "./known-case.ts";
import type { CommandOf, ProceedingEvent } from "./messages.ts";
import { speaker } from "./people.ts";
import type { Proceeding } from "./proceeding.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";
import { agentNow, isActing, isTheParty, mayGiveUp } from "./representation.ts";
import { about, partyNow } from "./said.ts";

type Decided = Decision<ProceedingEvent>;

const article = { article: "行政处罚法64", rule: "CF-64" };
const article30 = { article: "未成年人保护法110", rule: "CF-30a" };

/** CF-30a, CF-31: the party is under eighteen today, or without capacity: his guardian speaks for him. */
const needsGuardian = ({ kind, bornOn, incapable = [] }: KnownParty, on: string): boolean =>
  kind !== "organisation" &&
  ((bornOn !== undefined && on <= periodEnd(bornOn, 18, "year").toString()) ||
    incapable.some(({ from, until }) => from <= on && (until === undefined || on <= until)));

/** Who appoints: the party; for one who needs a guardian the guardian alone; or staff with the signed paper. */
function appointing(state: Proceeding, command: CommandOf<"appoint-agent">, context: Context): Rejection | undefined {
  const { kind, proof, case: of } = command;
  const on = context.today.toString();
  const minor = needsGuardian(partyNow(state, of), on);
  const acting = agentNow(state, context.actor, on);
  const staff = speaker(state, { case: of, paper: proof }, context);
  if (typeof staff !== "string") return staff;
  if (kind === "guardian") {
    if (!minor) return refuse("enforcement.no-guardian-needed", article30, "/kind");
    // Who the guardian is, is proved by papers of others: the party and his agents do not say it.
    return staff === "officer" ? undefined : notYou("enforcement.guardian-by-papers", article30);
  }
  if (staff === "officer" || acting?.kind === "guardian") return undefined;
  if (acting !== undefined) return notYou("enforcement.not-the-party", article);
  return minor ? notYou("enforcement.guardian-acts", article30) : undefined;
}

const most = 2;

/** CF-64(5): the party is represented by one or two people, by a signed paper that says how far. Never by another party of the case. */
export function appointAgent(state: Proceeding, command: CommandOf<"appoint-agent">, context: Context): Decided {
  const { name, key, kind, extent, until, proof, case: of } = command;
  const on = context.today.toString();
  const from = command.from ?? on;
  const refused = appointing(state, command, context);
  if (refused !== undefined) return refused;
  if (from < on || (until !== undefined && until < from))
    return badInput("enforcement.agent-days", { on, ...article }, from < on ? "/from" : "/until");
  if (key === state.party.key || of?.parties.some((one) => one.key === key) === true)
    return refuse("enforcement.agent-in-conflict", article, "/idNumber");
  const standing = (state.agents ?? []).filter(
    ({ endedOn, until: last }) => endedOn === undefined && !(last !== undefined && last < on),
  );
  if (standing.some((one) => one.key === key)) return notNow("enforcement.agent-known", article);
  if (kind !== "guardian" && standing.filter((one) => one.kind !== "guardian").length >= most)
    return refuse("enforcement.agents-full", { most, ...article });
  return [
    {
      type: "enforcement.proceeding.agent-appointed",
      data: {
        ...about(state),
        ...{ on, agent: `R${(state.agents ?? []).length + 1}`, kind, extent, from },
        ...present({ until }),
      },
      personal: { name, key, proof },
    },
  ];
}

/** The party ends it, or his guardian; the agent gives it up; or staff record the paper. A guardian stays while he is needed. */
export function endAgent(
  state: Proceeding,
  { agent: id, paper, case: of }: CommandOf<"end-agent">,
  context: Context,
): Decided {
  const on = context.today.toString();
  const agent = (state.agents ?? []).find((one) => one.id === id && one.endedOn === undefined);
  const own = agent !== undefined && agent.key === context.actor.party;
  if (!own) {
    const by = speaker(state, { case: of, ...present({ paper }) }, context);
    if (typeof by !== "string") return by;
    const acting = agentNow(state, context.actor, on);
    if (acting !== undefined && acting.kind !== "guardian") return notYou("enforcement.not-the-party", article);
    if (agent?.kind === "guardian" && by !== "officer") return notYou("enforcement.guardian-by-papers", article30);
  }
  if (agent === undefined) return badInput("enforcement.no-such-agent", { agent: id, ...article }, "/agent");
  return [
    {
      type: "enforcement.proceeding.agent-ended",
      data: { ...about(state), on, agent: id },
      personal: present({ paper }),
    },
  ];
}

/** Who may give a right up for the party: he himself if he needs no guardian, his guardian, or an agent with special authority. */
export function waiverFault(
  state: Proceeding,
  of: KnownCase | undefined,
  { actor, today }: Context,
): Rejection | undefined {
  const on = today.toString();
  const acting = agentNow(state, actor, on);
  if (acting !== undefined) return mayGiveUp(acting) ? undefined : notYou("enforcement.authority-missing", article);
  if (!needsGuardian(partyNow(state, of), on)) return undefined;
  // What staff record is a paper of the guardian: one is known.
  const guarded = (state.agents ?? []).some((one) => one.kind === "guardian" && isActing(one, on));
  return isTheParty(state, actor) || !guarded ? notYou("enforcement.guardian-acts", article30) : undefined;
}
