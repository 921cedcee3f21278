import * as z from "zod";
import {
  type Instruction,
  instruct,
  on,
  orNothing,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { factReference, heldFact } from "../../../../shared/store/index.ts";
import { penaltyCase, placeOf, proceeding } from "../../cases/index.ts";
import { publication } from "../domain/decider.ts";
import { publicationIdOf } from "../domain/publication-id.ts";

/** After which events of a proceeding its publications are looked at again. */
const moving = ["decision-served", "changed", "overturned", "remedy-ended"] as const;

/** CF-48: each decision that the proceeding ever had: the last one is proposed, those before it fall. */
const follow = (id: string): Instruction => ({
  async carryOut(runtime, cause) {
    const told = await runtime.store.recorded(proceeding, id);
    const numbers = told.flatMap(({ type, data }) =>
      type === "enforcement.proceeding.decided" ? [data.number.text.zh] : [],
    );
    for (const number of numbers) {
      const following = instruct({
        of: publication,
        id: publicationIdOf(runtime.keyed, id, number),
        expects: "either",
        facts: {
          decided: heldFact(factReference(proceeding, id)),
          of: factReference(penaltyCase, placeOf(id).caseId),
        },
        command: (facts) => ({ type: "follow" as const, number, ...facts }),
      });
      // A decision without social effect has no publication.
      const carried = await orNothing(following).carryOut(runtime, cause);
      if (!carried.done) return carried;
    }
    return { done: true };
  },
});

export const publicationReactions: readonly Subscription[] = moving.map((what) =>
  on(`enforcement.proceeding.${what}`, z.object({}), (_data, event) => [follow(subjectId(event))]),
);
