import { type Decision, type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";
import { type HouseholdsRefusal, notNow } from "./refusals.ts";

/** Which contact a household has. Its id is a keyed digest of village, name and address: nobody is named here. */
export interface HouseholdPlace {
  readonly contact: string;
}
export interface TakeHousehold {
  readonly type: "take";
  readonly contact: string;
  /** The contact that was found there; it counts as long as it stands. */
  readonly found: { readonly contact: string; readonly stands: boolean } | undefined;
}
type HouseholdTaken = DomainEvent & {
  readonly type: "grid-events.household-place.taken";
  readonly data: { readonly contact: string };
};
interface HouseholdPlaceWords {
  readonly state: HouseholdPlace;
  readonly command: TakeHousehold;
  readonly event: HouseholdTaken;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: HouseholdsRefusal;
}

/** G9: one cadre for a household. Who came first at the same instant has it. */
function take({ contact: present }: HouseholdPlace, { contact, found }: TakeHousehold): Decision<HouseholdTaken> {
  if (present === contact) return [];
  const isFree = present === "" || (present === found?.contact && !found.stands);
  if (!isFree) return notNow("grid-events.household-linked", { contact: present, rule: "G9" });
  return [{ type: "grid-events.household-place.taken", data: { contact } }];
}

/** A household of a village, by whom it is looked after. */
export const householdPlace = deciderOf<HouseholdPlaceWords>({
  aggregate: "household-place",
  shape: 1,
  begin: {},
  empty: { contact: "" },
  always: { take },
  begun: {},
  effects: { "grid-events.household-place.taken": (_state, { data: { contact } }) => ({ contact }) },
});

const plain = (text: string): string => text.normalize("NFKC").replaceAll(/\s+/g, "");
/** What tells a household from others: its village, name and address, without blanks. */
export const householdKey = (
  village: string,
  { name, address }: { readonly name: string; readonly address: string },
): string => JSON.stringify([village, plain(name), plain(address)]);
