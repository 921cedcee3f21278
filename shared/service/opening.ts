import type { TownLists } from "../town/lists.ts";
import type { Service } from "./manifest.ts";
import type { Runtime } from "./runtime.ts";

/**
 * The Lambda handler that gives a new town what it begins with. Running it again carries out nothing twice; what the
 * lists have gained since is added.
 */
export function openingFor(service: Service, runtime: Runtime, lists: TownLists) {
  return async (): Promise<{ carriedOut: number; refused: readonly string[] }> => {
    const refused: string[] = [];
    let carriedOut = 0;
    for (const instruction of service.opening?.(runtime.town, lists, runtime.clock()) ?? []) {
      const carried = await instruction.carryOut(runtime, { id: `opening|${instruction.key}` });
      if (carried.done) carriedOut += 1;
      else refused.push(`${instruction.key}: ${carried.code}`);
    }
    return { carriedOut, refused };
  };
}
