import { campaignPublished } from "../../../../shared/contracts/enforcement-campaigns.ts";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { sha256 } from "../../../../shared/store/index.ts";
import { enterprise } from "../../inspections/domain/enterprise/decider.ts";
import { campaign } from "../domain/campaign/decider.ts";
import { venueDuty } from "../domain/duty/decider.ts";

/** What a venue owes by a plan: asked again it is the same. */
export const dutyIdOf = (id: string, of: string, kind: string): string =>
  sha256(`duty|${id}|${of}|${kind}`).slice(0, 20).toUpperCase();

/** E11: each venue of the plan is asked for what the plan says. A venue that has closed since owes nothing. */
const askAll = (id: string): Instruction => ({
  async carryOut(runtime, cause) {
    const state = (await runtime.store.load(campaign, id))?.state;
    if (state === undefined) return { done: false, code: "not-found" };
    for (const of of state.venues)
      for (const { kind, by, text } of state.duties) {
        const venue = (await runtime.store.load(enterprise, of))?.state;
        if (venue?.status !== "listed") continue;
        const command = { type: "ask-by-plan" as const, kind, enterprise: of, campaign: id, by, text, state: venue };
        const asked = await instruct({
          of: venueDuty,
          id: dutyIdOf(id, of, kind),
          expects: "either",
          command,
        }).carryOut(runtime, { ...cause, id: `${cause.id}|${of}|${kind}` });
        if (!asked.done) return asked;
      }
    return { done: true };
  },
});

export const planReactions: readonly Subscription[] = [
  on("enforcement.campaign.published", campaignPublished, (_data, event) => [askAll(subjectId(event))]),
];
