import {
  type Authorisation,
  type AuthorisationCommand,
  type AuthorisationEvent,
  authorisation,
  type Give,
} from "../../../services/permits/authorisations/domain/authorisation.ts";
import type { Asked } from "../../../services/permits/authorisations/domain/covers.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { partyId } from "../../support/keyed.ts";
import { aGuide, anAgent, aResident, theApplicant, theClerk } from "../cases/builders.ts";
import { Living } from "../duties/builders.ts";

const { name, idNumber, phone } = theApplicant;
export const theVillager = { name, idNumber, phone };

/** Given at the counter on 2 March 2026 for the pesticide licence and everything about it, until the end of April. */
export const aGiving = (more: Partial<Give> = {}): Give => ({
  type: "give",
  villager: theVillager,
  party: partyId(idNumber),
  agent: { sub: anAgent.sub, name: "李代办" },
  scope: { items: ["PL-018"], acts: ["file", "pay", "collect"] },
  proof: { kind: "counter" },
  until: "2026-04-30",
  guides: [aGuide()],
  ...more,
});

export const aPaper = aGiving({ proof: { kind: "paper", document: "material-1" } });
export const byLogin = aGiving({ proof: { kind: "login" } });

/** The villager's own login, whose token proves his number. */
export const theProven: Actor = { ...aResident, party: partyId(idNumber) };

export function anAuthorisation(given: Give = aGiving(), by: Actor = theClerk) {
  return new Living<Authorisation, AuthorisationCommand, AuthorisationEvent>(authorisation).lawfully(
    given,
    "2026-03-02",
    by,
  );
}

/** The agent asks to file the licence for his villager on 3 March. */
export const anAct = (more: Partial<Asked> = {}): Asked => ({
  agent: anAgent.sub,
  party: partyId(idNumber),
  item: { code: "PL-018", proxyAllowed: true },
  act: "file",
  on: "2026-03-03",
  ...more,
});

/** The same over HTTP. */
export const aGivingBody = {
  villager: theVillager,
  resident: aResident.sub,
  agent: { sub: anAgent.sub, name: "李代办" },
  items: ["PL-018"],
  acts: ["file", "pay", "collect"],
  proof: { kind: "counter" },
  until: "2026-04-30",
};
