import * as z from "zod";
import { type Instruction, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { evidenceFileKey } from "../domain/evidence-file.ts";

/** Takes the content away; what was found stays on record. */
const erase = (id: string): Instruction => ({
  async carryOut({ files }) {
    await files.remove(evidenceFileKey(id));
    return { done: true };
  },
});

/** What did not come in time is kept nowhere. What would do harm stays, as evidence, and is given to nobody. */
export const evidenceFileReactions: readonly Subscription[] = [
  on("enforcement.evidence-file.dropped", z.object({}), (_data, event) => [erase(subjectId(event))]),
];
