import type { OfficialNumber } from "../../../../../../shared/papers/official-number.ts";
import type { CaseAct, CaseParty, CaseSource } from "../case.ts";

/** An event of a case. */
export type CaseEventOf<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.case.${T}`;
  readonly data: D;
  readonly personal: P;
};

/** What an act says of places and people stays with the town; the rest of it may be published. */
export type ActData = Omit<CaseAct, "place" | "address" | "facts">;
export interface ActPersonal {
  readonly place: CaseAct["place"];
  readonly address: string;
  readonly facts: string;
}
export type PartyData = Pick<CaseParty, "id" | "kind" | "role" | "of" | "succeeds">;
export type PartyPersonal = Omit<CaseParty, keyof PartyData>;

/** Acts and parties by their ids, each as its public and its personal part. */
export interface ActsSaid {
  readonly acts: readonly ActData[];
}
export interface ActsPersonal {
  readonly said: Readonly<Record<string, ActPersonal>>;
}
export interface PartiesSaid {
  readonly parties: readonly PartyData[];
}
export interface PartiesPersonal {
  readonly people: Readonly<Record<string, PartyPersonal>>;
}

/** What a published event says of a case: its number, its items and its source; nothing that names a person. */
export interface AboutCase {
  readonly number: OfficialNumber;
  readonly items: readonly string[];
  readonly source: CaseSource;
}
