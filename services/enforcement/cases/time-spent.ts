import { type Instruction, instruct } from "../../../shared/service/index.ts";
import { penaltyCase } from "./domain/case/decider.ts";
import type { ExcludeTime } from "./domain/case/messages.ts";

/**
 * CF-60a: a case that is still investigated is told which days a hearing or a public notice took; they count where no rule of the
 * sector takes them out. ISO dates, both included.
 */
export const timeSpent = (of: string, spent: Omit<ExcludeTime, "type">): Instruction => ({
  async carryOut(runtime, cause) {
    const found = await runtime.store.load(penaltyCase, of);
    if (found?.state.status !== "investigating") return { done: true };
    return instruct({ of: penaltyCase, id: of, command: { type: "exclude-time", ...spent } }).carryOut(runtime, cause);
  },
});
