import { knownPower } from "../../services/permits/common/domain/known-power.ts";
import { permits } from "../../services/permits/service.ts";
import { instruct, openingFor, type Runtime } from "../../shared/service/index.ts";
import type { TownLists } from "../../shared/town/lists.ts";
import { inForceFrom, powerOf } from "../../shared/town/powers.ts";

/** Gives the permits service its guides, and what it would hear of the town's powers from another service. */
export async function openPermits(runtime: Runtime, lists: TownLists): Promise<void> {
  await openingFor(permits, runtime, lists)();
  const { organName: name, uscc, powers } = runtime.town;
  for (const item of [...lists.licences, ...lists.services]) {
    const { mode, townRole } = powerOf(powers, item.code);
    const organ = { name, uscc };
    const change = { kind: "handed-over" as const, from: inForceFrom(powers, item), mode, inWhoseName: organ };
    for (const [sequence, news] of [{ townRole }, { change }].entries())
      await instruct({
        of: knownPower,
        id: item.code,
        expects: "either",
        command: { type: "learn" as const, code: item.code, sequence: sequence + 1, news },
      }).carryOut(runtime, { id: `${item.code}${sequence}` });
  }
}
