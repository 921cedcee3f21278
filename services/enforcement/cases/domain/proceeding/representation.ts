import type { Actor } from "../../../../../shared/decider/index.ts";
import type { Proceeding } from "./proceeding.ts";

export const agentKinds = ["lawyer", "relative", "employee", "other", "guardian"] as const;
export const extents = ["general", "special"] as const;

/** Who acts for the party (委托代理人), or his guardian (监护人): since when, until when, and how far. */
export interface Agent {
  readonly id: string;
  /** What the agent is known by: the claim `party` of his own token. */
  readonly key: string;
  readonly name: string;
  readonly kind: (typeof agentKinds)[number];
  /** `special`: he may give up rights for the party (特别授权). */
  readonly extent: (typeof extents)[number];
  readonly from: string;
  readonly until?: string;
  readonly endedOn?: string;
}
type Represented = Pick<Proceeding, "party" | "agents">;

/** An appointment counts from its first day to its last, and no longer than until somebody ended it. */
export const isActing = ({ from, until, endedOn }: Agent, on: string): boolean =>
  endedOn === undefined && from <= on && (until === undefined || on <= until);

/** The agent or guardian who acts for the party by this login today. By his key: a name alone is nobody. */
export const agentNow = ({ agents = [] }: Represented, actor: Pick<Actor, "party">, on: string): Agent | undefined =>
  actor.party === undefined ? undefined : agents.find((one) => one.key === actor.party && isActing(one, on));

/** CF-64: a guardian, and an agent with special authority, may give up rights of the party. */
export const mayGiveUp = ({ kind, extent }: Pick<Agent, "kind" | "extent">): boolean =>
  kind === "guardian" || extent === "special";

/** Whether the login is that of the party, or of his agent today. */
export const actsForParty = (state: Represented, actor: Pick<Actor, "party">, on: string): boolean =>
  isTheParty(state, actor) || agentNow(state, actor, on) !== undefined;

/** The keys of all who act for the party today, his own first. */
export const keysForParty = ({ party, agents = [] }: Represented, on: string): readonly string[] => [
  party.key,
  ...agents.filter((one) => isActing(one, on)).map(({ key }) => key),
];

/** Who speaks for one party of a case today, by what logins, and which of them may give up his rights. */
export interface Speakers {
  readonly party: string;
  readonly keys: readonly string[];
  readonly waive: readonly string[];
  /** The agents who act today, as the appointment names them. */
  readonly agents: readonly Pick<Agent, "id" | "name">[];
}
export function speakersOf(state: Represented, on: string): Speakers {
  const acting = (state.agents ?? []).filter((one) => isActing(one, on));
  return {
    party: state.party.id,
    keys: keysForParty(state, on),
    waive: [state.party.key, ...acting.filter(mayGiveUp).map(({ key }) => key)],
    agents: acting.map(({ id, name }) => ({ id, name })),
  };
}

/** CF-43: a former agent of the party takes no step for the town. */
export const wasHisAgent = ({ agents = [] }: Represented, { party }: Pick<Actor, "party">): boolean =>
  party !== undefined && agents.some(({ key }) => key === party);

/** Whether the login is that of the party. */
export const isTheParty = ({ party }: Pick<Proceeding, "party">, actor: Pick<Actor, "party">): boolean =>
  actor.party !== undefined && actor.party === party.key;
