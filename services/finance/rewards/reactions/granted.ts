import { rewardGranted, rewardWithdrawn } from "../../../../shared/contracts/grid-environment.ts";
import { fen } from "../../../../shared/money/index.ts";
import { type Carried, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { member } from "../../../../shared/store/index.ts";
import { budgetLine } from "../../budget/domain/decider.ts";
import { reward } from "../domain/decider.ts";
import { requestOf } from "../domain/reward.ts";

/** What the grid service tells of rewards: a sum and the digest of a code, and no more. */
export const rewardReactions: readonly Subscription[] = [
  on("grid-events.reward.granted", rewardGranted, ({ codeDigest, sumFen, on: grantedOn }, event) => [
    instruct({
      ...{ of: reward, id: subjectId(event), expects: "either" },
      command: { type: "enter-reward", codeDigest, sum: fen(sumFen), on: grantedOn },
    }),
  ]),
  /** Withdrawn before it was paid: nothing is paid any more, and its line is free again. After that it stays paid. */
  on("grid-events.reward.withdrawn", rewardWithdrawn, ({ on: withdrawnOn }, event) => [
    {
      async carryOut(runtime, cause): Promise<Carried> {
        const id = subjectId(event);
        const known = (await runtime.store.load(reward, id))?.state;
        if (known?.status === "paid" || known?.status === "booked" || known?.status === "withdrawn")
          return { done: true };
        const { line } = known ?? {};
        const holds = line !== undefined && (await runtime.store.load(budgetLine, line))?.state.status === "open";
        return instruct({
          ...{ of: reward, id, command: { type: "withdraw", on: withdrawnOn } },
          others: {
            members: { lines: holds ? [member(budgetLine, line)] : [] },
            commands: () => ({ lines: holds ? [{ type: "release" as const, request: requestOf(id) }] : [] }),
          },
        }).carryOut(runtime, cause);
      },
    },
  ]),
];
