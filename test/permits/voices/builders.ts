import type {
  AnswerComplaint,
  AssignComplaint,
  Complain,
  ComplaintCommand,
} from "../../../services/permits/voices/domain/complaint/complaint.ts";
import { complaint } from "../../../services/permits/voices/domain/complaint/decider.ts";
import { rating } from "../../../services/permits/voices/domain/rating/decider.ts";
import type { Matter } from "../../../services/permits/voices/domain/rating/matter.ts";
import type { Give, RatingCommand } from "../../../services/permits/voices/domain/rating/rating.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import { aResident, theApprover, theClerk, theReviewer } from "../cases/builders.ts";
import { theKiosk } from "../hall/builders.ts";

export const theSupervisor: Actor = {
  sub: "supervisor-1",
  name: "周督查",
  roles: ["supervisor"],
  office: "party-government",
};
export const anotherSupervisor: Actor = { ...theSupervisor, sub: "supervisor-2", name: "吴督查" };
/** Nobody who had a hand in the case. */
export const theCaller: Actor = { sub: "caller-1", name: "郑回访", roles: ["reviewer"], office: "agriculture-centre" };
/** The Wednesday before the holidays of October 2026, as in the vectors. */
export const givenOn = "2026-09-30";

export const aCase = (more: Partial<Matter> = {}): Matter => ({
  kind: "case",
  ref: "PL-018.X",
  item: "PL-018",
  office: "agriculture-centre",
  owner: aResident.sub,
  handlers: [theClerk.sub, theReviewer.sub, theApprover.sub],
  party: { name: "欧阳娜娜", phone: "13812345678" },
  ended: givenOn,
  ...more,
});
export const giving = (more: Partial<Give> = {}): Give => ({
  type: "give",
  matter: aCase(),
  grade: 2,
  comment: "等得太久",
  ...more,
});

type Told<T> = readonly [command: T, actor?: Actor];
export const rated = (more: Partial<Give> = {}, ...then: readonly Told<RatingCommand>[]) => {
  const one = new Living(rating).lawfully(giving(more), givenOn, aResident);
  for (const [command, actor = theCaller] of then) one.lawfully(command, givenOn, actor);
  return one;
};
/** From the counter: nobody to call back. */
export const ratedAtCounter = (more: Partial<Give> = {}) =>
  new Living(rating).lawfully(giving(more), givenOn, theKiosk);

export const toCaller: RatingCommand = { type: "assign", to: theCaller.sub };
export const assigned = [toCaller, theSupervisor] as const;
export const reached: RatingCommand = { type: "call-back", reached: true, note: "已致歉" };
export const finding = (what: "easy" | "hard" | "groundless"): RatingCommand => ({
  type: "classify",
  finding: what,
  note: "核实",
});

export const complaining = (more: Partial<Complain> = {}): Complain => ({
  type: "complain",
  against: { kind: "person", name: theClerk.name },
  text: "态度恶劣",
  anonymous: false,
  known: true,
  contact: { name: "欧阳娜娜", phone: "13812345678" },
  ...more,
});
export const theTarget = { sub: theClerk.sub, office: "service-centre" };
export const toCaller2: AssignComplaint = {
  type: "assign",
  to: { sub: theCaller.sub, office: "agriculture-centre" },
  person: theTarget,
};
export const answering: AnswerComplaint = {
  type: "answer",
  outcome: "founded",
  text: "情况属实",
  measures: [{ kind: "apology", note: "当面道歉" }],
};
export const complained = (more: Partial<Complain> = {}, ...then: readonly Told<ComplaintCommand>[]) => {
  const one = new Living(complaint).lawfully(complaining(more), givenOn, aResident);
  for (const [command, actor = theCaller] of then) one.lawfully(command, givenOn, actor);
  return one;
};
