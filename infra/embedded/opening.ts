import { createRequire } from "node:module";
import { openingFor, type Runtime, type Service } from "../../shared/service/index.ts";
import { digest } from "../../shared/store/index.ts";
import type { TownLists } from "../../shared/town/lists.ts";
import { readIfThere, writeWholeNow } from "./files.ts";

const { version }: { version: string } = createRequire(import.meta.url)("../../package.json");

export { version };

/**
 * Gives the town what it begins with. Carried out once; looked at again only when profile, lists or version change, as
 * even finding that all is there takes a read for each of hundreds of items.
 * @returns whether there was anything to carry out, of which other services may still have to hear
 */
export async function openTown(
  file: string,
  services: readonly Service[],
  runtimes: ReadonlyMap<string, Runtime>,
  lists: TownLists,
): Promise<boolean> {
  const opened = services.map(async (service) => {
    const runtime = runtimes.get(service.name);
    if (runtime === undefined || service.opening === undefined) return false;
    const now = digest([version, runtime.town, lists]);
    const done = (): Record<string, string> => JSON.parse(readIfThere(file) ?? "{}");
    if (done()[service.name] === now) return false;
    const { refused } = await openingFor(service, runtime, lists)();
    for (const refusal of refused) runtime.observability.warn("opening refused", { refusal });
    if (refused.length === 0) writeWholeNow(file, JSON.stringify({ ...done(), [service.name]: now }));
    return true;
  });
  return (await Promise.all(opened)).includes(true);
}
