import { proceeding } from "../../../../services/enforcement/cases/domain/proceeding/decider.ts";
import type {
  KnownAct,
  KnownCase,
  KnownParty,
} from "../../../../services/enforcement/cases/domain/proceeding/known-case.ts";
import type {
  CommandOf,
  Decide,
  Grounds,
  ProceedingCommand,
  ProceedingEvent,
  ProposedCharge,
} from "../../../../services/enforcement/cases/domain/proceeding/messages.ts";
import type { Fine, Proceeding } from "../../../../services/enforcement/cases/domain/proceeding/proceeding.ts";
import type { PowerCopy } from "../../../../services/enforcement/common/domain/known-power.ts";
import type { Penalty, PenaltyNorm } from "../../../../services/enforcement/penalty-list/domain/index.ts";
import type { Actor, Decision } from "../../../../shared/decider/index.ts";
import { town } from "../../../support/deciding.ts";
import { Living } from "../../../support/living.ts";
import { anOfficer, certified } from "../../common/builders.ts";

export { town };

const office = "enforcement-team";
export const officerA: Actor = { sub: "officer-1", name: "甲", roles: ["officer"], office };
export const officerB: Actor = { sub: "officer-2", name: "乙", roles: ["officer"], office };
export const stranger: Actor = { ...officerA, sub: "officer-9" };
export const theHead: Actor = { sub: "head-enforcement-team", name: "队长", roles: ["leader"], office };
export const theReviewer: Actor = { sub: "legal-reviewer-1", name: "法制", roles: ["legal-reviewer"] };
export const theChair: Actor = { sub: "head-safety-rule-of-law", name: "主持", roles: ["leader"] };
export const theParty: Actor = { sub: "resident-1", name: "当事人", roles: ["resident"], party: "KEY1" };
export const another: Actor = { ...theParty, sub: "resident-2", party: "KEY2" };

export const members = ["zhen-zhang", "head-enforcement-team", "head-safety-rule-of-law"];
export const sha = "a".repeat(64);

/** A Monday on which all is charged; the notice is served the same day. Five working days end on 2026-03-30. */
export const chargedOn = "2026-03-23";
export const lastDay = "2026-03-30";
export const afterwards = "2026-03-31";

export const anAct = (more: Partial<KnownAct> = {}): KnownAct => ({
  id: "A1",
  code: "PN-070",
  domain: "trade",
  by: ["P1"],
  from: "2026-03-02",
  until: "2026-03-02",
  place: { lng: 101.83, lat: 25.1 },
  ...more,
});
export const aParty = (more: Partial<KnownParty> = {}): KnownParty => ({
  id: "P1",
  kind: "citizen",
  role: "principal",
  name: more.kind === "organisation" ? "广通某餐饮有限公司" : "欧阳娜娜",
  address: "广通镇某村1号",
  key: "KEY1",
  bornOn: "1990-05-05",
  ...more,
});
export const anEvidence = (id: string, more: Partial<KnownCase["evidence"][number]> = {}) => ({
  id,
  kind: "documentary",
  acts: ["A1"],
  sha256: [sha],
  collectedOn: "2026-03-10",
  established: true,
  ...more,
});

export const aCase = (more: Partial<KnownCase> = {}): KnownCase => ({
  status: "investigating",
  filedOn: "2026-03-03",
  acts: [anAct()],
  parties: [aParty()],
  officers: [officerA, officerB].map(({ sub, name }) => ({
    sub,
    name,
    certificate: `云E5323${sub.replace(/\D/g, "")}`,
  })),
  handlers: [officerA.sub, officerB.sub],
  recusals: [],
  evidence: [anEvidence("E1")],
  files: [sha],
  measures: [],
  report: { on: "2026-03-20" },
  ...more,
});

export const aPower = (more: Partial<PowerCopy> = {}): PowerCopy => ({
  code: "PN-070",
  townRole: "decides",
  domain: "trade",
  changes: [
    {
      kind: "handed-over",
      from: "2026-01-01",
      mode: "delegated",
      inWhoseName: { name: town.organName, uscc: town.uscc },
    },
  ],
  followedTo: 1,
  ...more,
});

/** A fine of 100 to 20,000 yuan of a person, of 1,000 to 200,000 of a body, in two tiers. */
export const aNorm = (more: Partial<PenaltyNorm> = {}): PenaltyNorm => ({
  legalBasis: "某条例10",
  kinds: ["警告", "罚款", "没收违法所得", "没收非法财物", "责令停产停业"],
  citizenFine: { minFen: 10_000, maxFen: 2_000_000 },
  organisationFine: { minFen: 100_000, maxFen: 20_000_000 },
  tiers: [
    { name: "一般", fromPercent: 0, toPercent: 50 },
    { name: "从重", fromPercent: 50, toPercent: 100 },
  ],
  ...more,
});
export const aPenalty = (more: Partial<Penalty> = {}): Penalty => ({
  code: "PN-070",
  act: { zh: "示例违法行为", en: "Sample" },
  domain: "trade",
  sourceDepartment: "市场监管局",
  limitationYears: 2,
  rectificationDays: 15,
  simpleProcedurePossible: false,
  norm: aNorm(),
  verified: "yes",
  ...more,
});

export const someGrounds = (more: Partial<Grounds> = {}): Grounds => ({
  case: aCase(),
  officers: [anOfficer(officerA.sub, [certified()]), anOfficer(officerB.sub, [certified()])],
  powers: { "PN-070": aPower() },
  penalties: { "PN-070": aPenalty() },
  records: {},
  orders: {},
  ...more,
});
/** The same with another case. */
export const withCase = (more: Partial<KnownCase>, grounds: Partial<Grounds> = {}): Grounds =>
  someGrounds({ ...grounds, case: aCase(more) });

export const aFine = (more: Partial<Fine> = {}): Fine => ({ amountFen: 100_000, tier: "一般", grounds: [], ...more });

export const aCharge = (more: Partial<ProposedCharge> = {}): ProposedCharge => ({
  act: "A1",
  code: "PN-070",
  competing: [],
  facts: [{ text: "2026年3月2日在某处经营", evidence: ["E1"] }],
  circumstances: {
    slight: false,
    harm: "slight",
    corrected: false,
    faultless: false,
    serious: false,
    orderUnmet: false,
    grounds: [],
  },
  kinds: ["罚款"],
  fine: aFine(),
  order: { text: "立即停止" },
  ...more,
});
/** A charge with this fine. */
export const fined = (amountFen: number, more: Partial<Fine> = {}) => aCharge({ fine: aFine({ amountFen, ...more }) });
export const circumstances = (more: Partial<ProposedCharge["circumstances"]>) => ({
  ...aCharge().circumstances,
  ...more,
});

export const begins = (grounds = someGrounds()): CommandOf<"begin"> => ({
  ...grounds,
  type: "begin",
  caseId: "CASE1",
  party: "P1",
});
export const charges = (
  items: readonly ProposedCharge[] = [aCharge()],
  more: Partial<CommandOf<"charge">> = {},
): CommandOf<"charge"> => ({ ...someGrounds(), type: "charge", charges: items, ...more });
export const serves = (
  paper: "notice" | "decision",
  on: string,
  grounds = someGrounds(),
): CommandOf<"note-service"> => ({
  ...grounds,
  type: "note-service",
  paper,
  number: paper === "notice" ? "广通罚告〔2026〕1号" : "广通罚〔2026〕1号",
  served: { on, how: "direct" },
  proof: sha,
});
export const decides = (more: Partial<Decide> = {}): Decide => ({
  ...someGrounds(),
  type: "decide",
  outcome: "punish",
  reasons: "事实清楚",
  performance: { how: "十五日内缴纳", bank: "农商行", surcharge: true },
  ...more,
});

type Told = readonly [command: ProceedingCommand, date: string, actor: Actor];

/** A proceeding told all of this. */
export function told(...all: readonly Told[]): Living<Proceeding, ProceedingCommand, ProceedingEvent> {
  const one = new Living(proceeding);
  for (const [command, date, actor] of all) one.lawfully(command, date, actor);
  return one;
}

/** Begun, charged by one officer and signed by the other. */
export const charged = (items?: readonly ProposedCharge[], grounds = someGrounds()) =>
  told(
    [begins(grounds), chargedOn, officerA],
    [charges(items, grounds), chargedOn, officerA],
    [{ ...grounds, type: "countersign" }, chargedOn, officerB],
  );
/** And told to the party, by a notice that was served on the same day. */
export function noticed(items?: readonly ProposedCharge[], grounds = someGrounds()) {
  return charged(items, grounds)
    .lawfully({ ...grounds, type: "notify" }, chargedOn, officerA)
    .lawfully({ ...grounds, type: "issue-notice" }, chargedOn, officerB)
    .lawfully(serves("notice", chargedOn, grounds), chargedOn, officerA);
}
/** And decided, on the first day after the time for a defence. */
export const decided = (items?: readonly ProposedCharge[], grounds = someGrounds()) =>
  noticed(items, grounds).lawfully(decides(grounds), afterwards, theHead);
/** And in effect. */
export const inEffect = (items?: readonly ProposedCharge[], grounds = someGrounds()) =>
  decided(items, grounds).lawfully(serves("decision", afterwards, grounds), afterwards, officerA);

export const refusedFor = (decision: Decision<ProceedingEvent>) =>
  "rejected" in decision ? { code: decision.code, rule: decision.details.rule, pointer: decision.pointer } : decision;
/** The gates that keep a decision back. */
export const missingAt = (decision: Decision<ProceedingEvent>): readonly unknown[] => {
  if (!("rejected" in decision) || !Array.isArray(decision.details.missing)) return [];
  return decision.details.missing;
};
