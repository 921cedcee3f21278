import { numberKey, type OfficialNumber } from "../../../../shared/papers/official-number.ts";

/** Where a thing of this kind stands by its number, however somebody types it. */
export const numberPartition = (kind: string, number: string): string => `${kind}-number:${numberKey(number)}`;

/** Its place by its number; what is older than the numbers has none. */
export const listedByNumber = (kind: string, number: OfficialNumber | undefined, id: string) =>
  number === undefined ? {} : { byNumber: { partition: numberPartition(kind, number.text.zh), sort: id } };

/** Whether it bears the number that is asked for; every thing where none is asked for. */
export const bearsNumber = (number: OfficialNumber | undefined, asked: string | undefined): boolean =>
  asked === undefined || (number !== undefined && numberKey(number.text.zh) === numberKey(asked));
