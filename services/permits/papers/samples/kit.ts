import { officialCalendar } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import type { TownLists } from "../../../../shared/town/lists.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";

/** A town and what it lists. */
export interface SampledTown {
  readonly profile: TownProfile;
  readonly lists: TownLists;
}

export const calendar = officialCalendar();

/** Somebody of the town in one of its offices. */
export const who = (sub: string, office: string, ...roles: Actor["roles"]): Actor => ({
  sub,
  name: sub,
  office,
  roles,
});
export const sampleClerk = who("clerk-1", "service-centre", "clerk");
