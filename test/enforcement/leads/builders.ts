import { lead } from "../../../services/enforcement/leads/domain/decider.ts";
import type { LeadCommand, Receive, Verify } from "../../../services/enforcement/leads/domain/messages.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import { anOfficer, certified } from "../common/builders.ts";

const office = "enforcement-team";
export const officer1: Actor = { sub: "officer-1", name: "执法一号", roles: ["officer"], office };
export const officer2: Actor = { ...officer1, sub: "officer-2", name: "执法二号" };
export const officer3: Actor = { ...officer1, sub: "officer-3", name: "执法三号" };
export const theSquadLeader: Actor = {
  ...{ sub: "squad-leader-1", name: "中队长", roles: ["squad-leader"], office },
  leads: ["officer-1", "officer-2", "officer-3"],
};
export const theHead: Actor = { sub: "head-enforcement-team", name: "队长", roles: ["approver"], office };
export const theMayor: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };
export const theSupervisor: Actor = { sub: "supervisor-1", name: "督查", roles: ["supervisor"] };
export const theClerk: Actor = { sub: "clerk-1", name: "窗口", roles: ["clerk"], office: "service-centre" };
export const aResident: Actor = { sub: "resident-1", name: "村民", roles: ["resident"], party: "KEY1" };
export const theAccused: Actor = { sub: "resident-2", name: "被反映人", roles: ["resident"], party: "KEY2" };

export const inTown = { lng: 101.83, lat: 25.1 };
export const outside = { lng: 120, lat: 30 };

/** A Tuesday. Seven working days end on 2026-03-12, fifteen on 2026-03-24. */
export const receivedOn = "2026-03-03";

export const aTip = (more: Partial<Receive> = {}): Receive => ({
  type: "receive",
  source: { kind: "complaint" },
  matter: "breach",
  text: "夜间无照经营",
  address: "某街1号",
  place: inTown,
  anonymous: false,
  informant: { name: "欧阳娜娜", phone: "13812345678" },
  concerned: [],
  ...more,
});
const domains = ["trade", "pollution", "building"];
export const aCheck = (more: Partial<Verify> = {}): Verify => ({
  type: "verify",
  with: ["officer-2"],
  officers: ["officer-1", "officer-2", "officer-3"].map((sub) => anOfficer(sub, [certified({ domains })])),
  checkedOn: "2026-03-04",
  finding: "breach",
  suspectedCrime: false,
  domain: "trade",
  notes: "现场所见",
  files: [],
  ...more,
});
export const aLead = (more: Partial<Receive> = {}, by: Actor = aResident) =>
  new Living(lead).lawfully(aTip(more), receivedOn, by);
export const aVerified = (more: Partial<Verify> = {}, tip: Partial<Receive> = {}) =>
  aLead(tip).lawfully(aCheck(more), "2026-03-04", officer1).lawfully({ type: "countersign" }, "2026-03-04", officer2);

export const dismissing = (ground: Extract<LeadCommand, { type: "dismiss" }>["ground"]): LeadCommand => ({
  type: "dismiss",
  ground,
  reasons: "理由",
});
export const transferring = (more: Partial<Extract<LeadCommand, { type: "transfer" }>> = {}): LeadCommand => ({
  type: "transfer",
  to: "organ",
  organ: "县市场监督管理局",
  ground: "no-power",
  reasons: "理由",
  ...more,
});
export const proposing: LeadCommand = { type: "propose", case: "C1" };
