import { duty } from "../../../services/powers/duties/domain/decider.ts";
import type { Decision, DomainEvent } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import { theCounty } from "../powers/builders.ts";
import {
  aDuty,
  anApproval,
  anotherBureau,
  approvedAndPaid,
  onTheList,
  proposing,
  theBureau,
  theLeader,
} from "./builders.ts";

const today = "2026-03-02";
const propose = (...proposal: Parameters<typeof proposing>) =>
  new Living(duty).tell(proposing(...proposal), today, theBureau);
const elsewhere = { ...onTheList, sourceDepartment: "县水利局" };

/** Every refusal of duty admission, provoked. */
export const dutyRefusals: Readonly<Record<string, () => Decision<DomainEvent>>> = {
  "powers.no-department": () => new Living(duty).tell(proposing(), today, theCounty),
  "powers.not-your-department": () => aDuty().tell({ type: "withdraw" }, today, anotherBureau),
  "powers.period-inverted": () => propose({ period: { from: "2026-05-01", to: "2026-04-30" } }),
  "powers.task-not-listed": () => propose({ item: "PS-999" }),
  "powers.item-of-another-department": () => propose({ item: "PS-010" }, elsewhere),
  "powers.duty-not-in-this-state": () =>
    aDuty().lawfully({ type: "withdraw" }, today, theBureau).tell({ type: "admit" }, today, theLeader),
  "powers.duty-not-approved": () => aDuty({ moneyFen: 1 }).tell({ type: "admit" }, today, theLeader),
  "powers.duty-without-money": () => aDuty({ approval: anApproval }).tell({ type: "admit" }, today, theLeader),
  "powers.approval-not-given-yet": () =>
    aDuty().tell(
      { type: "supply", ...approvedAndPaid, approval: { ...anApproval, date: "2026-03-03" } },
      today,
      theBureau,
    ),
};
