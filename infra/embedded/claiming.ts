import { claimShapes, StoreTooNew } from "../../shared/store/index.ts";
import type { Running } from "./runtimes.ts";
import { StartProblem } from "./start-problem.ts";

/** Takes a service's table for this version of the program. @throws StartProblem when a newer version has written there */
export async function claimTable({ service, runtime }: Pick<Running, "service" | "runtime">): Promise<void> {
  try {
    await claimShapes(
      runtime.store.table,
      service.aggregates.map(({ decider }) => decider),
    );
  } catch (error) {
    if (error instanceof StoreTooNew) throw new StartProblem("dataTooNew", error.message, error);
    throw error;
  }
}
