import { runningCaseSettled } from "../../../../shared/contracts/powers-running-cases.ts";
import { instruct, on, type Subscription } from "../../../../shared/service/index.ts";
import { runningCase, runningCaseId } from "../domain/running-case.ts";

/** CF-24b: what was decided of cases that were open when a power was recalled; one for each power of a case. */
export const runningCaseReactions: readonly Subscription[] = [
  on("powers.running-case.settled", runningCaseSettled, ({ code, case: id, recalledFrom, outcome, document }) => [
    instruct({
      of: runningCase,
      id: runningCaseId(id, code),
      expects: "either",
      command: { type: "learn" as const, recalledFrom, outcome, document },
    }),
  ]),
];
