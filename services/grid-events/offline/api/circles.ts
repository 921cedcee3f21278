import type { OfflineEntry } from "../domain/entry.ts";

/** Longer than any chain that one person writes between two batches. */
const mostEntries = 200;
const isOpen = ({ status }: OfflineEntry): boolean => status === "received" || status === "waiting";

/** What an entry waits for: the one that it builds on, or what stands in for it, and the one that it corrects. */
function waitedFor({ status, basedOn, corrects, correctedBy }: OfflineEntry): readonly string[] {
  if (status === "corrected") return correctedBy === undefined ? [] : [correctedBy];
  const on = basedOn !== undefined && "entry" in basedOn ? [basedOn.entry] : [];
  return corrects === undefined ? on : [...on, corrects];
}

/**
 * The open entries of a circle in which an entry waits for itself; empty: there is none. It is looked for by what was sent, so that it is
 * found whichever of them comes last, also where all come at once.
 */
export async function circleOf(
  entry: string,
  load: (entry: string) => Promise<OfflineEntry | undefined>,
): Promise<readonly string[]> {
  const seen = new Set<string>();
  const follow = async (at: string): Promise<readonly string[]> => {
    if (seen.has(at) || seen.size >= mostEntries) return [];
    seen.add(at);
    const found = await load(at);
    if (found === undefined || !(isOpen(found) || found.status === "corrected")) return [];
    const own = isOpen(found) ? [at] : [];
    for (const next of waitedFor(found)) {
      if (next === entry) return own;
      const rest = await follow(next);
      if (rest.length > 0) return [...own, ...rest];
    }
    return [];
  };
  return (await follow(entry)).toSorted();
}
