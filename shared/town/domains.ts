import type { TownProfile } from "./profile.ts";

type List = TownProfile["domains"][number]["list"];
type Known = Pick<TownProfile, "domains">;

/** A4: the codes of the town's domains, those of one list or of both, in the order of the profile. */
export const domainCodes = ({ domains }: Known, list?: List): string[] =>
  domains.filter((one) => list === undefined || one.list === list).map(({ id }) => id);

/** The code of a domain that an office's table calls by its Chinese name; any other text is answered as it is. */
export const domainCodeOf = (said: string, { domains }: Known, list?: List): string =>
  domains.find((one) => (list === undefined || one.list === list) && one.name.zh === said)?.id ?? said;
