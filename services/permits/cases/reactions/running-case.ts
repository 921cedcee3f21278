import { runningCaseSettled } from "../../../../shared/contracts/powers-running-cases.ts";
import { instruct, on, type Subscription } from "../../../../shared/service/index.ts";
import { runningCase } from "../domain/running-case.ts";

/** What the powers service publishes of cases that were open when a power was recalled. */
export const runningCaseReactions: readonly Subscription[] = [
  on("powers.running-case.settled", runningCaseSettled, ({ case: id, recalledFrom, outcome, document }) => [
    instruct({
      of: runningCase,
      id,
      expects: "either",
      command: { type: "learn" as const, recalledFrom, outcome, document },
    }),
  ]),
];
