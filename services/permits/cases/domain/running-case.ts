import { runningCasesOf } from "../../../../shared/powers-in-force/index.ts";

export { powerOfCase } from "../../../../shared/powers-in-force/index.ts";

/** The permits service's own copies; the id of each is the application's. */
export const runningCase = runningCasesOf("permits");
