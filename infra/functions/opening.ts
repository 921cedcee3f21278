import type { Service } from "../../shared/service/manifest.ts";
import { openingFor } from "../../shared/service/opening.ts";
import type { TownLists } from "../../shared/town/lists.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { cloudRuntime } from "./runtime.ts";

/** What a new town begins with; run by hand. */
export const opening = (service: Service, town: TownProfile, lists: TownLists) =>
  openingFor(service, cloudRuntime(service.name, town), lists);
