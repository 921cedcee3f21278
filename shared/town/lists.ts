import * as z from "zod";
import { type ListedPenalty, listedPenalty } from "./listed-penalties.ts";
import { type ListedLicence, type ListedService, listedLicence, listedService } from "./listed-permits.ts";
import { type ListedConditions, type ListedEarlierNorm, listedConditions, listedEarlierNorm } from "./penalty-norms.ts";

export { type ListedPenalty, listedPenalty, penaltyKinds } from "./listed-penalties.ts";
export { type ListedLicence, type ListedService, listedLicence, listedService, stepKinds } from "./listed-permits.ts";
export { type ListedConditions, type ListedEarlierNorm, listedConditions, listedEarlierNorm } from "./penalty-norms.ts";

/** The lists of a town, as the import writes them and every service reads them. */
export const townLists = z.strictObject({
  licences: z.array(listedLicence),
  services: z.array(listedService),
  penalties: z.array(listedPenalty),
  penaltiesBefore: z.array(listedEarlierNorm).exactOptional(),
  penaltiesConditions: z.array(listedConditions).exactOptional(),
});

export interface TownLists {
  readonly licences: readonly ListedLicence[];
  readonly services: readonly ListedService[];
  readonly penalties: readonly ListedPenalty[];
  /** CF-37: norms for acts before a change of law. */
  readonly penaltiesBefore?: readonly ListedEarlierNorm[];
  /** What the ranges of `penalties` cannot say. */
  readonly penaltiesConditions?: readonly ListedConditions[];
}

/** The lists whose codes are the town's powers. */
export const listNames = ["licences", "services", "penalties"] as const satisfies readonly (keyof TownLists)[];
export type ListName = (typeof listNames)[number];

/** The lists that say more of penalties; a town may have none of them. */
export const sideListNames = ["penaltiesBefore", "penaltiesConditions"] as const satisfies readonly (keyof TownLists)[];
export type SideListName = (typeof sideListNames)[number];

/** The file of a list in the town's folder. */
export const listFile = (list: ListName | SideListName): string =>
  `${list.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.json`;
