import { evidence } from "../../../services/enforcement/cases/domain/evidence/decider.ts";
import type { Collect } from "../../../services/enforcement/cases/domain/evidence/evidence.ts";
import { onSpotPenalty } from "../../../services/enforcement/cases/domain/on-spot/decider.ts";
import type { OnSpotCommand, RecordSpot } from "../../../services/enforcement/cases/domain/on-spot/on-spot.ts";
import type { PenalRecord } from "../../../services/enforcement/cases/domain/penal-record/penal-record.ts";
import type { Penalty } from "../../../services/enforcement/penalty-list/domain/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import { aParty, aPower, at, certificates, filed, filedOn, inTown, officer1, officer2 } from "./case-builders.ts";

export const sha256 = "a".repeat(64);
export const aCase = () => filed().state;
export const collecting = (more: Partial<Collect> = {}): Collect => ({
  type: "collect",
  case: "CASE1",
  of: aCase(),
  kind: "documentary",
  acts: ["A1"],
  files: [{ sha256, title: "营业台账" }],
  collectedOn: filedOn,
  address: "某街1号",
  provider: "欧阳娜娜",
  proves: "无照经营",
  with: "officer-2",
  officers: certificates,
  original: { what: "original" },
  ...more,
});
export const collectedPiece = (more: Partial<Collect> = {}) =>
  new Living(evidence, at()).lawfully(collecting(more), filedOn, officer1);

/** A Tuesday; the first of the long holiday follows on Thursday. */
export const on = "2026-09-29";
export const theCashier: Actor = { sub: "clerk-3", name: "窗口3号", roles: ["cashier"], office: "service-centre" };
export const penalty = (more: Partial<Penalty> = {}): Penalty => ({
  code: "PN-150",
  act: { zh: "占道经营", en: "Trading on the road" },
  domain: "trade",
  sourceDepartment: "县市场监督管理局",
  limitationYears: 2,
  rectificationDays: 0,
  simpleProcedurePossible: true,
  norm: {
    legalBasis: "条例1",
    kinds: ["警告", "罚款"],
    citizenFine: { minFen: 1_000, maxFen: 100_000 },
    organisationFine: { minFen: 1_000, maxFen: 1_000_000 },
    tiers: [{ name: "一般", fromPercent: 0, toPercent: 100 }],
  },
  verified: "yes",
  ...more,
});
export const recording = (more: Partial<RecordSpot> = {}): RecordSpot => ({
  type: "record",
  code: "PN-150",
  penalty: penalty(),
  power: aPower(),
  place: inTown,
  address: "某街1号",
  facts: "占道摆摊",
  party: aParty(),
  with: "officer-2",
  officers: certificates,
  told: { cardsShown: true, factsAndBasis: true, rights: true, defence: { stated: false, note: "未陈述" } },
  kinds: ["罚款"],
  amountFen: 10_000,
  tier: "一般",
  grounds: [],
  correction: { how: "at-once" },
  form: { how: "signed" },
  ...more,
});
export const signing = (power = aPower(), officers = certificates, earlier?: PenalRecord): OnSpotCommand => ({
  type: "countersign",
  power,
  officers,
  earlier,
});
export const recordedSpot = (more: Partial<RecordSpot> = {}) =>
  new Living(onSpotPenalty, at()).lawfully(recording(more), on, officer1);
export const decidedSpot = (more: Partial<RecordSpot> = {}) => recordedSpot(more).lawfully(signing(), on, officer2);
export const collectingSpot = (more: Partial<Extract<OnSpotCommand, { type: "collect" }>> = {}): OnSpotCommand => ({
  type: "collect",
  receipt: "财票001",
  hardToEnforceLater: false,
  remote: false,
  partyProposes: false,
  reasons: "当场收缴",
  ...more,
});
