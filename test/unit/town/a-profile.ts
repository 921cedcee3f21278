import { readFileSync } from "node:fs";
import { loadTown, type TownProfile } from "../../../shared/town/profile.ts";

const guangtong = new URL("../../../infra/towns/guangtong/profile.json", import.meta.url);

/** The profile of Guangtong as it stands in the file. */
export const aProfile = (): TownProfile => loadTown(JSON.parse(readFileSync(guangtong, "utf8")));

/** Why the profile is refused once `change` has been made to it; undefined if it is accepted. */
export function refusalAfter(change: (profile: TownProfile) => void): string | undefined {
  const profile = aProfile();
  change(profile);
  try {
    loadTown(profile);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
