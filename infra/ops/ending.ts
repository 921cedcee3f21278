import { exitCodes, notDone, reasonOf, StartProblem, systemCode } from "../embedded/start-problem.ts";
import { loadProfileFrom } from "../towns/load.ts";
import { OpsProblem } from "./town-client.ts";

/** Carries a command out. What an operator can mend is said in a line, without a stack trace. */
export async function saying(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const ofSystem = systemCode(error) !== undefined;
    if (!(error instanceof OpsProblem || error instanceof StartProblem || ofSystem)) throw error;
    console.error(error instanceof Error && ofSystem ? notDone("the system", error) : reasonOf(error));
    process.exitCode =
      error instanceof StartProblem ? error.exitCode : ofSystem ? exitCodes.dataUnusable : exitCodes.usage;
  }
}

/** The town of `TOWN`. @throws OpsProblem for an unknown town, or a profile that is not sound */
export function townMeant() {
  try {
    return loadProfileFrom(process.env.TOWN ?? "guangtong");
  } catch (error) {
    throw new OpsProblem(error instanceof Error ? error.message : String(error));
  }
}
