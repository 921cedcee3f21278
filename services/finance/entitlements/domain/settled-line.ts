/** A line of a settlement that pays the town. */
export interface SettledLine {
  readonly year: number;
  readonly scheme: string;
  readonly version: number;
  readonly line: string;
}

/** The id of the entitlement to what a line of a settlement pays: a promise of it and the settlement are one thing. */
export const settledLineId = ({ year, scheme, version, line }: SettledLine): string =>
  `settlement:${year}:${scheme}:${version}:${line}`;
