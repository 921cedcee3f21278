import { rmSync } from "node:fs";
import * as z from "zod";
import { digest, type Refolding } from "../../shared/store/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { readIfThere, writeWholeNow } from "../embedded/files.ts";

const kept = z.object({ of: z.string(), position: z.record(z.string(), z.string()) });
type Position = z.infer<typeof kept>["position"];

/**
 * Where a run of `npm run refold` was stopped. It is of these shapes and this profile: a run of another program, or with another
 * profile, begins anew, because what the first one passed is older again.
 * @param file absolute path; it is there only while a run is under way
 */
export function resumingAt(file: string, kinds: readonly Pick<Refolding, "aggregate" | "shape">[], town: TownProfile) {
  const of = digest([kinds.map(({ aggregate, shape }) => [aggregate, shape]), JSON.stringify(town)]);
  const text = readIfThere(file);
  const found = text === undefined ? undefined : kept.safeParse(JSON.parse(text)).data;
  return {
    from: found?.of === of ? found.position : undefined,
    reached(position: Position | undefined): void {
      if (position === undefined) rmSync(file, { force: true });
      else writeWholeNow(file, JSON.stringify({ of, position }));
    },
  };
}
