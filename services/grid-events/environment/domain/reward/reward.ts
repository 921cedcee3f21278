import {
  type Context,
  type Decision,
  type DomainEvent,
  deciderOf,
  type MovesOf,
} from "../../../../../shared/decider/index.ts";
import type { GridEvent } from "../../../events/domain/event.ts";
import { isReporter } from "../../../events/domain/who.ts";
import { badInput, type EnvironmentRefusal, notNow, notYou, refuse } from "../refusals.ts";
import { byMachine } from "../who.ts";

export const rewardStatuses = ["suggested", "granted", "turned-down", "taken-back", "paid"] as const;

/**
 * A reward for who reported a matter (举报奖励, G11). It names nobody: the reporter stays with his matter, and finance pays whoever
 * shows the code.
 */
export interface Reward {
  readonly status: (typeof rewardStatuses)[number];
  readonly event: string;
  readonly category: string;
  readonly sumFen: number;
  readonly proposer: string;
  readonly proposedAt: string;
  readonly grantedOn?: string;
  readonly paidOn?: string;
}
type Reasoned = { readonly reasons: string };
export type RewardCommand =
  | ({
      readonly type: "propose";
      readonly event: string;
      readonly sumFen: number;
      readonly matter: GridEvent | undefined;
    } & Reasoned)
  | { readonly type: "grant"; readonly codeDigest: string; readonly matter: GridEvent | undefined }
  | ({ readonly type: "turn-down" } & Reasoned)
  | ({ readonly type: "withdraw" } & Reasoned)
  | { readonly type: "note-paid"; readonly on: string };

interface Told<T extends string, D extends object, P extends object = object> extends DomainEvent {
  readonly type: `grid-events.reward.${T}`;
  readonly data: D & Readonly<Record<string, unknown>>;
  readonly personal: P & Readonly<Record<string, unknown>>;
}
export type RewardEvent =
  | Told<"suggested", Pick<Reward, "event" | "category" | "sumFen">, Reasoned>
  | Told<"granted", { readonly codeDigest: string; readonly sumFen: number; readonly on: string }>
  | Told<"turned-down", { readonly on: string }, Reasoned>
  | Told<"withdrawn", { readonly on: string }, Reasoned>
  | Told<"paid", { readonly on: string }>;

/** States of a reward and what moves them. Once it is paid nothing takes it back here. */
export const rewardMoves = {
  suggested: { grant: "granted", "turn-down": "turned-down", "note-paid": "suggested" },
  granted: { withdraw: "taken-back", "note-paid": "paid" },
  "turned-down": { "note-paid": "turned-down" },
  "taken-back": { "note-paid": "paid" },
  paid: { "note-paid": "paid" },
} as const satisfies MovesOf<Reward, RewardCommand>;

interface RewardWords {
  readonly state: Reward;
  readonly command: RewardCommand;
  readonly event: RewardEvent;
  readonly moves: typeof rewardMoves;
  readonly begins: "propose";
  readonly begun: "grid-events.reward.suggested";
  readonly refusal: EnvironmentRefusal;
}

const on = ({ today }: Context): string => today.toString();
const settled: ReadonlySet<GridEvent["status"]> = new Set(["closed", "rated"]);
/** Who reports for the house is paid by his salary. */
const outsiders: ReadonlySet<GridEvent["reporter"]["kind"]> = new Set(["resident", "unnamed"]);

/** G11: for a matter that is settled, of a category that the profile rewards, from outside of the house; up to its sum. */
function matterFault(matter: GridEvent | undefined, sumFen: number, { actor, town }: Context) {
  if (matter === undefined || !settled.has(matter.status))
    return notNow("grid-events.reward-not-closed", { rule: "G11" });
  const { category, reporter } = matter;
  const rule = town.gridEvents.environment.rewards.categories.find((one) => one.category === category);
  if (rule === undefined) return refuse("grid-events.reward-category", { category, rule: "G11" });
  if (sumFen > rule.mostFen) return badInput("grid-events.reward-too-high", { mostFen: rule.mostFen }, "/sumFen");
  if (!outsiders.has(reporter.kind)) return refuse("grid-events.reward-no-outsider", { rule: "G11" });
  return isReporter(matter, actor) ? notYou("grid-events.reward-own-report", { rule: "CF-43" }) : undefined;
}

type Decided = Decision<RewardEvent>;
function propose(command: Extract<RewardCommand, { type: "propose" }>, context: Context): Decided {
  const { event, sumFen, reasons, matter } = command;
  const fault = byMachine(context.actor) ?? matterFault(matter, sumFen, context);
  if (fault !== undefined || matter === undefined) return fault ?? [];
  const data = { event, category: matter.category, sumFen };
  return [{ type: "grid-events.reward.suggested", data, personal: { reasons } }];
}

/** Two people: who proposed it does not grant it. What is published says a digest of the code and the sum. */
function grant(state: Reward, command: Extract<RewardCommand, { type: "grant" }>, context: Context): Decided {
  const { codeDigest, matter } = command;
  if (context.actor.sub === state.proposer) return notYou("grid-events.reward-two-people", { rule: "G11" });
  const fault = byMachine(context.actor) ?? matterFault(matter, state.sumFen, context);
  const data = { codeDigest, sumFen: state.sumFen, on: on(context) };
  return fault ?? [{ type: "grid-events.reward.granted", data, personal: {} }];
}

const ends =
  (type: "grid-events.reward.turned-down" | "grid-events.reward.withdrawn") =>
  (_state: Reward, { reasons }: Reasoned, context: Context): Decided => [
    { type, data: { on: on(context) }, personal: { reasons } },
  ];

/** Finance says that it was paid: told twice, it is noted once. What was never granted cannot have been paid. */
function notePaid({ status, grantedOn }: Reward, { on: day }: Extract<RewardCommand, { type: "note-paid" }>): Decided {
  if (status === "paid" || grantedOn === undefined) return [];
  return [{ type: "grid-events.reward.paid", data: { on: day }, personal: {} }];
}

const over: ReadonlySet<string> = new Set(["turned-down", "taken-back", "paid"]);

export const reward = deciderOf<RewardWords>({
  aggregate: "reward",
  shape: 1,
  ended: ({ status }) => over.has(status),
  retainedAs: "voice",
  moves: rewardMoves,
  impossible: "grid-events.reward-not-in-this-state",
  byItself: ["note-paid"],
  begin: { propose },
  steps: {
    grant,
    "turn-down": ends("grid-events.reward.turned-down"),
    withdraw: ends("grid-events.reward.withdrawn"),
    "note-paid": notePaid,
  },
  begun: {
    "grid-events.reward.suggested": ({ data, actor, time }) => ({
      ...{ status: "suggested", proposer: actor, proposedAt: time },
      ...{ event: data.event, category: data.category, sumFen: data.sumFen },
    }),
  },
  effects: {
    "grid-events.reward.granted": (state, { data }) => ({ ...state, status: "granted", grantedOn: data.on }),
    "grid-events.reward.turned-down": (state) => ({ ...state, status: "turned-down" }),
    "grid-events.reward.withdrawn": (state) => ({ ...state, status: "taken-back" }),
    "grid-events.reward.paid": (state, { data }) => ({ ...state, status: "paid", paidOn: data.on }),
  },
  listed: ({ status, proposedAt }, id) => ({
    byStatus: { partition: `reward:${status}`, sort: `${proposedAt}#${id}` },
  }),
});
