import type { TownLists } from "../../shared/town/lists.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { penaltyListOpening } from "./penalty-list/index.ts";

/** What a new town begins with: its penalty list. */
export function* openingOf(town: TownProfile, lists: TownLists, asked: string) {
  yield* penaltyListOpening(town, lists, asked);
}
