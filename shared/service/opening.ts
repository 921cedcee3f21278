import type { TownLists } from "../town/lists.ts";
import type { Service } from "./manifest.ts";
import type { Runtime } from "./runtime.ts";

/** So many aggregates are given what they begin with at once; what one aggregate is told stays in order. */
const atOnce = 8;

/**
 * The Lambda handler that gives a new town what it begins with. Running it again carries out nothing twice; what the
 * lists have gained since is added.
 */
export function openingFor(service: Service, runtime: Runtime, lists: TownLists) {
  return async (): Promise<{ carriedOut: number; refused: readonly string[] }> => {
    const refused: string[] = [];
    let carriedOut = 0;
    const instructions = service.opening?.(runtime.town, lists, runtime.clock()) ?? [];
    const chains = Map.groupBy(instructions, ({ subject }) => subject).values();
    const carryOutChains = async () => {
      for (const chain of chains) {
        for (const instruction of chain) {
          const carried = await instruction.carryOut(runtime, { id: `opening|${instruction.key}` });
          if (carried.done) carriedOut += 1;
          else refused.push(`${instruction.key}: ${carried.code}`);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, carryOutChains));
    return { carriedOut, refused };
  };
}
