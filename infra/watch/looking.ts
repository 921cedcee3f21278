import type { Observability } from "../../shared/observability/index.ts";
import { tellTrouble } from "../../shared/observability/trouble.ts";
import { type Probe, type Status, TownHealth, worst } from "../embedded/ops/health.ts";

/**
 * One look at all parts. It says nothing of a part that is well. Each part in trouble is a line, by which the town's alarm
 * goes off.
 */
export async function look(
  probes: Readonly<Record<string, Probe>>,
  observability: Pick<Observability, "warn">,
): Promise<{ readonly status: Status }> {
  const parts = Object.entries(await new TownHealth(probes).parts());
  for (const [part, { status, trouble, figures }] of parts)
    if (status !== "ok") tellTrouble(observability, part, { status, why: trouble?.en, ...figures });
  return { status: worst(parts.map(([, { status }]) => status)) };
}
