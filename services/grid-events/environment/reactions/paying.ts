import * as z from "zod";
import { instruct, on, orNothing, type Subscription } from "../../../../shared/service/index.ts";
import { reward } from "../domain/reward/reward.ts";

/** Finance has paid against the code. It says which reward, and never to whom. */
export const rewardReactions: readonly Subscription[] = [
  on("finance.reward.paid", z.object({ reward: z.string(), on: z.iso.date() }), ({ reward: id, on: day }) => [
    orNothing(instruct({ of: reward, id, command: { type: "note-paid", on: day } })),
  ]),
];
