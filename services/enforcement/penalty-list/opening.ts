import { instruct } from "../../../shared/service/index.ts";
import type { TownLists } from "../../../shared/town/lists.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { listedPenalty } from "./domain/listed-penalty.ts";
import { penaltyOf } from "./penalty-of.ts";

/** Every penalty of the lists; a changed row becomes the next version, and the versions before it stay. */
export function* penaltyListOpening(_town: TownProfile, lists: TownLists, asked: string) {
  for (const row of lists.penalties) {
    const instruction = instruct({
      of: listedPenalty,
      id: row.code,
      expects: "either",
      command: { type: "list" as const, content: penaltyOf(row, lists) },
    });
    yield { ...instruction, key: `penalty|${row.code}|${asked}` };
  }
}
