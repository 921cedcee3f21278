import * as z from "zod";
import { type ListedPenalty, listedPenalty } from "./listed-penalties.ts";
import { type ListedLicence, type ListedService, listedLicence, listedService } from "./listed-permits.ts";

export { type ListedPenalty, listedPenalty, penaltyKinds } from "./listed-penalties.ts";
export { type ListedLicence, type ListedService, listedLicence, listedService, stepKinds } from "./listed-permits.ts";

/** The three lists of a town, as the import writes them and every service reads them. */
export const townLists = z.strictObject({
  licences: z.array(listedLicence),
  services: z.array(listedService),
  penalties: z.array(listedPenalty),
});

export interface TownLists {
  readonly licences: readonly ListedLicence[];
  readonly services: readonly ListedService[];
  readonly penalties: readonly ListedPenalty[];
}
export type ListName = keyof TownLists;
export const listNames = ["licences", "services", "penalties"] as const satisfies readonly ListName[];
