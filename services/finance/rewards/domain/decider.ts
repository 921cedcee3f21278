import { type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { bookkeeperRefusal } from "../../ledger/domain/posting.ts";
import { notNow, notYou, type RewardRefusal, refuse } from "./refusals.ts";
import { type Reward, type RewardCommand, type RewardEvent, rewardMoves } from "./reward.ts";

type Ask<T extends RewardCommand["type"]> = OfType<RewardCommand, T>;
const article = "会计法 25(1)";

/**
 * The cashier pays who shows the code, once. The head who approved it does not pay it (F-49). The code is compared by its digest.
 */
function handOut(
  state: Reward,
  { codeDigest, id, isHeld }: Ask<"hand-out">,
  { actor, today }: Context,
): Decision<RewardEvent> {
  if (state.approvedBy === actor.sub) return notYou("finance.reward-same-person", { article });
  if (state.codeDigest !== codeDigest) return refuse("finance.reward-code-wrong", {}, "/code");
  if (!isHeld) return notNow("finance.reward-without-line", { article: "预算法13" });
  return [{ type: "finance.reward.paid", data: { reward: id, on: today.toString() } }];
}

/** A reward for a report: granted by the grid service, approved on a line, paid against its code, booked (F-2, F-49). */
export const reward = deciderOf<{
  readonly state: Reward;
  readonly command: RewardCommand;
  readonly event: RewardEvent;
  readonly moves: typeof rewardMoves;
  readonly begins: "enter-reward";
  readonly begun: "finance.reward.granted";
  readonly refusal: RewardRefusal;
}>({
  aggregate: "reward-payment",
  shape: 1,
  logins: ["by"],
  moves: rewardMoves,
  impossible: "finance.reward-not-in-this-state",
  byItself: ["withdraw"],
  begin: {
    "enter-reward": ({ codeDigest, sum, on }) => [
      { type: "finance.reward.granted", data: { codeDigest, sumFen: sum, on } },
    ],
  },
  steps: {
    withdraw: (_state, { on }) => [{ type: "finance.reward.withdrawn", data: { on } }],
    approve: (_state, { line }, { actor }) => [{ type: "finance.reward.approved", data: { line, by: actor.sub } }],
    "take-approval-back": () => [{ type: "finance.reward.approval-taken-back", data: {} }],
    "hand-out": handOut,
    book: ({ paidOn = "" }, _command, { actor }) =>
      bookkeeperRefusal(actor) ?? [{ type: "finance.reward.booked", data: { on: paidOn } }],
  },
  always: {
    /** The same reward again is a repetition. */
    "enter-reward": (state, { codeDigest, sum }) =>
      state.codeDigest === codeDigest && state.sum === sum ? [] : notNow("finance.reward-granted-otherwise"),
  },
  begun: {
    "finance.reward.granted": ({ data: { codeDigest, sumFen, on } }) => ({
      ...{ status: "granted", codeDigest, sum: sumFen, grantedOn: on },
    }),
  },
  effects: {
    "finance.reward.withdrawn": (state) => ({ ...state, status: "withdrawn" }),
    "finance.reward.approved": (state, { data: { line, by } }) => ({
      ...state,
      status: "approved",
      line,
      approvedBy: by,
    }),
    "finance.reward.approval-taken-back": ({ line: _line, approvedBy: _by, ...state }) => ({
      ...state,
      status: "granted",
    }),
    "finance.reward.paid": (state, { data: { on } }) => ({ ...state, status: "paid", paidOn: on }),
    "finance.reward.booked": (state) => ({ ...state, status: "booked" }),
  },
  listed: ({ status, grantedOn }, id) => ({ byStatus: { partition: `reward:${status}`, sort: `${grantedOn}|${id}` } }),
});
