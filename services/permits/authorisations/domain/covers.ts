import type { Rejection } from "../../../../shared/decider/index.ts";
import type { Act, Authorisation } from "./authorisation.ts";
import { refuse } from "./refusals.ts";

/** What an agent wants to do for a party on a day. */
export interface Asked {
  /** The agent who acts; absent where a clerk enters what the agent brings. */
  readonly agent?: string;
  readonly party: string;
  readonly item: { readonly code: string; readonly proxyAllowed: boolean };
  readonly act: Act;
  readonly on: string;
}

const conditions: Readonly<Record<string, (state: Authorisation, asked: Asked) => boolean>> = {
  "not-confirmed": ({ status }) => status !== "pending",
  ended: ({ status, ended }) => status !== "ended" || ended?.why === "expired",
  expired: ({ until }, { on }) => on <= until,
  "not-yet-given": ({ givenOn }, { on }) => givenOn <= on,
  "other-agent": ({ agent }, asked) => asked.agent === undefined || asked.agent === agent.sub,
  "other-villager": ({ party }, asked) => party === asked.party,
  "act-not-covered": ({ scope }, { act }) => scope.acts.includes(act),
  "item-not-covered": ({ scope }, { item }) => scope.items === "all" || scope.items.includes(item.code),
};

/**
 * L9: whether an authorisation lets an agent do an act for a villager with an item on a day.
 * @returns undefined when it does, else a refusal that names every condition that fails
 */
export function notAuthorised(
  state: Authorisation | undefined,
  asked: Asked,
  pointer = "/authorisation",
): Rejection | undefined {
  const { item, act } = asked;
  const failed = [
    ...(item.proxyAllowed ? [] : ["not-for-agents"]),
    ...(state === undefined
      ? ["no-authorisation"]
      : Object.entries(conditions).flatMap(([name, holds]) => (holds(state, asked) ? [] : [name]))),
  ];
  if (failed.length === 0) return undefined;
  return refuse("permits.not-authorised", { act, item: item.code, failed, rule: "L9" }, pointer);
}
