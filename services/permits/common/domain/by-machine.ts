import { byMachineIn } from "../../../../shared/case-rules/index.ts";

/** P-5: see `shared/case-rules`. */
export const byMachine = byMachineIn("permits");
