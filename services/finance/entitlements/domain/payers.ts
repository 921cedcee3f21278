import type { TownProfile } from "../../../../shared/town/profile.ts";

/** The county as a payer; its departments have their ids in the profile. */
export const theCounty = "county";

type Payers = Pick<TownProfile, "county" | "departments">;

/** Whether somebody can owe the town money from above: the county, or a department of the profile. */
export const isPayer = ({ departments }: Payers, payer: string): boolean =>
  payer === theCounty || departments.some(({ id }) => id === payer);

/** A payer as people call it. */
export const payerNameIn = ({ county, departments }: Payers, payer: string): string =>
  payer === theCounty ? `${county.name.zh}人民政府` : (departments.find(({ id }) => id === payer)?.name.zh ?? payer);
