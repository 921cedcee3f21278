import type { CaseParty, EvidenceEntry, ListedAct } from "../../../services/enforcement/cases/domain/case/case.ts";
import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import type {
  Approve,
  CaseCommand,
  Propose,
  ProposedAct,
} from "../../../services/enforcement/cases/domain/case/messages.ts";
import { startOfDay, todayIn } from "../../../shared/calendar/index.ts";
import type { Actor, Context } from "../../../shared/decider/index.ts";
import type { PowerChange, PowerCopy } from "../../../shared/powers-in-force/index.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { on } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { anOfficer, certified, town } from "../common/builders.ts";

const office = town.enforcementOffice;
export const officer1: Actor = { sub: "officer-1", name: "执法一号", roles: ["officer"], office };
export const officer2: Actor = { sub: "officer-2", name: "执法二号", roles: ["officer"], office };
export const officer3: Actor = { sub: "officer-3", name: "执法三号", roles: ["officer"], office };
/** E1: he leads the squad of the three; over HTTP `aSquadOf` says so, never his token. */
export const theSquadLeader: Actor = {
  ...{ sub: "squad-leader-1", name: "中队长", roles: ["squad-leader"], office },
  leads: ["officer-1", "officer-2", "officer-3"],
};
/** Leads people who have nothing to do with it. */
export const anotherLeader: Actor = {
  ...theSquadLeader,
  sub: "squad-leader-2",
  leads: ["officer-7", "squad-leader-2"],
};
/** The organ's head for enforcement, empowered in writing. */
export const theHead: Actor = { sub: "head-enforcement-team", name: "执法队负责人", roles: ["approver"], office };
/** 正职负责人 */
export const theChief: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };
export const theClerk: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
export const aVendor: Actor = { sub: "resident-9", name: "某摊贩", roles: ["resident"], party: "KEY-P1" };
export const aStranger: Actor = { sub: "resident-8", name: "路人", roles: ["resident"], party: "KEY-X" };

const domains = ["trade", "tourism"];
export const certificates = ["officer-1", "officer-2", "officer-3"].map((sub) =>
  anOfficer(sub, [certified({ domains })]),
);
export const expired = (sub: string, until: string) => anOfficer(sub, [certified({ domains, until })]);

/** Tells what is known at a day's first hour, or at an instant. */
export const at =
  (profile: TownProfile = town) =>
  (when: string, actor?: Actor): Context => {
    const day = when.includes("T") ? todayIn(when).toString() : when;
    let serial = 0;
    return {
      ...on(day, actor),
      now: when.includes("T") ? when : startOfDay(day),
      town: profile,
      numbers: { take: () => ++serial },
    };
  };

export const filedOn = "2026-09-01";
export const inTown = { lng: 101.83, lat: 25.1 };

export const listed = (code = "PN-150", more: Partial<ListedAct> = {}): ListedAct => ({
  code,
  name: { zh: "无照经营", en: "Trading without a licence" },
  domain: "trade",
  sourceDepartment: "县市场监督管理局",
  limitationYears: 2,
  ...more,
});
export const anAct = (more: Partial<ProposedAct> = {}): ProposedAct => ({
  code: "PN-150",
  by: ["P1"],
  from: "2026-08-20",
  until: "2026-08-20",
  discoveredOn: "2026-08-21",
  harm: false,
  place: inTown,
  address: "某街1号",
  facts: "无照经营",
  ...more,
});
export const aParty = (more: Partial<CaseParty> = {}): CaseParty => ({
  id: "P1",
  kind: "citizen",
  role: "principal",
  key: "KEY-P1",
  name: "欧阳娜娜",
  idNumber: "11010519491231002X",
  phone: "13812345678",
  address: "某村2号",
  bornOn: "1949-12-31",
  ...more,
});
export const aFirm = (more: Partial<CaseParty> = {}): CaseParty => {
  const { bornOn: _bornOn, ...party } = aParty({ id: "P2", key: "KEY-P2", name: "某商行", kind: "organisation" });
  return { ...party, idNumber: "91530000MA6K0000XX", ...more };
};

const handedOver = (from: string): PowerChange => ({
  kind: "handed-over",
  from,
  mode: "delegated",
  inWhoseName: { name: town.organName, uscc: town.uscc },
});
export const aPower = (code = "PN-150", changes: readonly PowerChange[] = [], from = "2025-01-01"): PowerCopy => ({
  code,
  townRole: "decides",
  domain: "trade",
  changes: [handedOver(from), ...changes],
  followedTo: 1 + changes.length,
});

export const proposing = (more: Partial<Propose> = {}): Propose => ({
  type: "propose",
  acts: [anAct()],
  listed: [listed()],
  parties: [aParty()],
  investigators: ["officer-1", "officer-2"],
  officers: certificates,
  source: { kind: "lead", id: "LEAD1", receivedOn: "2026-08-28" },
  ...more,
});
export const approving = (more: Partial<Approve> = {}): Approve => ({
  type: "approve",
  powers: [aPower()],
  officers: certificates,
  ...more,
});

export type Told = readonly [command: CaseCommand, actor: Actor, date?: string];

export const proposed = (more: Partial<Propose> = {}, profile: TownProfile = town) =>
  new Living(penaltyCase, at(profile)).lawfully(proposing(more), filedOn, officer1);

/** A case on file, and what was done in it since. */
export function filed(more: Partial<Propose> = {}, ...then: readonly Told[]) {
  const one = proposed(more).lawfully(approving(), filedOn, theHead);
  return andThen(one, ...then);
}
export function andThen(one: ReturnType<typeof proposed>, ...then: readonly Told[]) {
  for (const [command, actor, date = filedOn] of then) one.lawfully(command, date, actor);
  return one;
}

export const someEvidence = (more: Partial<EvidenceEntry> = {}): EvidenceEntry => ({
  id: "E1",
  kind: "documentary",
  acts: ["A1"],
  sha256: ["a".repeat(64)],
  collectedOn: filedOn,
  by: ["officer-1", "officer-2"],
  established: true,
  ...more,
});
/** The party's proceeding reaches a state, as the proceeding itself tells. */
export const proceeding = (
  status: Extract<CaseCommand, { type: "note-proceeding" }>["status"],
  more: Partial<Extract<CaseCommand, { type: "note-proceeding" }>> = {},
): CaseCommand => ({ type: "note-proceeding", party: "P1", status, ...more });

/** The state, which must be on file. */
export const onFile = (one: ReturnType<typeof proposed>) => {
  const { state } = one;
  if (state.status === "proposed" || state.status === "dismissed") throw new Error("not filed");
  return state;
};
