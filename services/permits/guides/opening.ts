import { instruct } from "../../../shared/service/index.ts";
import type { TownLists } from "../../../shared/town/lists.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { guide } from "./domain/guide.ts";
import { guideOf } from "./guide-of.ts";

/** A guide for every licence and public service of the lists; a changed row is published as the next version. */
export function* openingOf(town: TownProfile, { licences, services }: TownLists, asked: string) {
  for (const item of [...licences, ...services]) {
    const content = guideOf(town, item);
    const instruction = instruct({
      of: guide,
      id: item.code,
      expects: "either",
      command: { type: "publish" as const, content },
    });
    yield { ...instruction, key: `guide|${item.code}|${asked}` };
  }
}
