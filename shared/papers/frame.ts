import type { Letter, Organ } from "../powers-in-force/index.ts";
import type { TownProfile } from "../town/profile.ts";
import { officialNameOf } from "../town/series.ts";

/** By what right the town acts in this case, on the day of the document: recorded with the number, so that it stays. */
export interface Standing {
  /** The organ in whose name it is done: of an entrusted power the one that entrusts (XK-24), else the town. */
  readonly organ: Organ;
  readonly mode: "statutory" | "delegated" | "entrusted";
  readonly letter?: Letter;
}

/** What a document needs besides its case. */
export interface Frame extends Standing {
  readonly id: string;
  readonly number: string;
  /** The day of the document, ISO. */
  readonly on: string;
  readonly town: TownProfile;
  /** To the how manieth of those whose interests it touches it is addressed, from 0. Absent: to the applicant. */
  readonly party?: number;
  /** The number of the document it takes the place of. */
  readonly replaces?: string;
}

/** An organ as a document names it, and as its certificate does. */
export const officialName = (organ: Organ, town: TownProfile): string => officialNameOf(organ, town);

/** The organ to which review is applied for: of a town and of a county's department alike the county's government (FY-24). */
export const reviewOrgan = ({ county }: TownProfile) => `${county.name.zh}人民政府`;

export const officeName = ({ offices }: TownProfile, id: string) =>
  offices.find((office) => office.id === id)?.name.zh ?? id;
