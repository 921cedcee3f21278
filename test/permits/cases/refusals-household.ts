import { householdClaim } from "../../../services/permits/cases/domain/household/claim.ts";
import type { Household } from "../../../services/permits/cases/domain/household/household.ts";
import { on } from "../../support/deciding.ts";
import type { Provoked } from "../provoked.ts";
import { aCommand, aHousehold, anApplication, aReviewed, Case, oneHousehold } from "./builders.ts";

const today = "2026-03-02";
const sample = aCommand(today);
const state = sample["state-household"];
const asked = () => anApplication({ guide: oneHousehold });
const members = (...all: Household["members"][number][]) => ({ ...aHousehold, members: all });
const [head, spouse] = aHousehold.members;
const claimedBy = (application: string) =>
  ({ status: "held", of: "homestead", application, claimedOn: today }) as const;
const claim = { type: "claim", claim: "C1", of: "homestead", application: "PL-018.2" } as const;
const land = () => aReviewed({ guide: { givesLand: true } });
const conversion = { number: "1号", organ: "楚雄州人民政府", date: today, document: "农用地转用批复" };
const onFarmland = { ...sample.decide, occupiesFarmland: true };

/** Every refusal about households, audiences and farmland. */
export const householdRefusals: Provoked = {
  "permits.not-in-audience": () => {
    const { guide } = sample.receive;
    if (guide === undefined) throw new Error("the sample has a guide");
    const ofBodies = { ...guide, content: { ...guide.content, audience: ["organisation"] as const } };
    return new Case().tell({ ...sample.receive, guide: ofBodies }, today);
  },
  "permits.household-missing": () => asked().tell(sample.accept, today),
  "permits.household-not-asked": () => anApplication().tell(state, today),
  "permits.household-without-head": () =>
    asked().tell({ ...state, household: members({ ...head, relation: "other" }, spouse) }, today),
  "permits.household-member-twice": () => asked().tell({ ...state, household: members(head, spouse, spouse) }, today),
  "permits.spouse-not-stated": () =>
    asked()
      .lawfully({ ...state, household: members(head) }, today)
      .tell(sample.accept, today),
  "permits.spouses-contradict": () =>
    asked().tell({ ...state, household: members({ ...head, single: true }, spouse) }, today),
  "permits.applicant-not-in-household": () =>
    asked().tell({ ...state, household: { ...aHousehold, applicant: "somebody" } }, today),
  "permits.household-has-one": () => householdClaim.decide(claimedBy("PL-018.1"), claim, on(today)),
  "permits.household-changed": () =>
    asked()
      .lawfully(state, today)
      .does("accept", today)
      .does("review", today)
      .does("review", today)
      .tell(sample.decide, today),
  "permits.claim-not-in-this-state": () =>
    householdClaim.decide(
      { ...claimedBy("PL-018.1"), status: "free", freeSince: today, ground: "given-back" },
      { type: "let-go", ground: "given-back", document: { number: "1号", date: today } },
      on(today),
    ),
  "permits.farmland-not-considered": () => land().tell(sample.decide, today),
  "permits.conversion-missing": () => land().tell(onFarmland, today),
  "permits.conversion-not-yet": () =>
    land().tell({ ...onFarmland, conversion: { ...conversion, date: "2026-03-03" } }, today),
  "permits.converted-by-the-town": () =>
    land().tell({ ...onFarmland, conversion: { ...conversion, organ: "广通镇人民政府" } }, today),
};
