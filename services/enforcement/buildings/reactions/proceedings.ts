import * as z from "zod";
import {
  type Carried,
  type Instruction,
  instruct,
  on,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { proceeding } from "../../cases/domain/proceeding/decider.ts";
import { building } from "../domain/decider.ts";

/** After which events of a proceeding its buildings are looked at again. */
const moving = ["remedy-filed", "changed", "overturned"] as const;

/** One party has few buildings in one case. */
const most = 50;

/** QZ-44c: each building of the party follows the decision as it stands. */
const follow = (of: string, id: string): Instruction => ({
  async carryOut(runtime, cause): Promise<Carried> {
    const { items } = await runtime.store.list(building, {
      ...{ index: "byCase", partition: `building:${of}`, limit: most },
    });
    for (const one of items.filter(({ state }) => state.proceeding === id)) {
      const done = await instruct({
        of: building,
        id: one.id,
        facts: { proceeding: factReference(proceeding, id) },
        command: (facts) => ({ type: "follow" as const, proceeding: facts.proceeding }),
      }).carryOut(runtime, cause);
      if (!done.done) return done;
    }
    return { done: true };
  },
});

export const buildingReactions: readonly Subscription[] = moving.map((what) =>
  on(`enforcement.proceeding.${what}`, z.object({ case: z.string() }), ({ case: of }, event) => [
    follow(of, subjectId(event)),
  ]),
);
