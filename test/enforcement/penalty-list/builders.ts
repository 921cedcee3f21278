import type {
  EarlierNorm,
  NormConditions,
  Penalty,
  PenaltyNorm,
} from "../../../services/enforcement/penalty-list/domain/index.ts";

export const tiers = [
  { name: "minor", fromPercent: 0, toPercent: 30 },
  { name: "ordinary", fromPercent: 30, toPercent: 70 },
  { name: "serious", fromPercent: 70, toPercent: 100 },
];

/** A fine of 500 to 2,000 yuan for citizens, 1,000 to 10,000 for organisations. */
export const aNorm = (given: Partial<PenaltyNorm> = {}): PenaltyNorm => ({
  legalBasis: "《某法》第一条",
  kinds: ["警告", "罚款"],
  citizenFine: { minFen: 50_000, maxFen: 200_000 },
  organisationFine: { minFen: 100_000, maxFen: 1_000_000 },
  tiers,
  ...given,
});

export const withConditions = (conditions: NormConditions, given: Partial<PenaltyNorm> = {}): PenaltyNorm =>
  aNorm({ ...given, conditions });

export const anEarlierNorm = (given: Partial<EarlierNorm> = {}): EarlierNorm => ({
  ...aNorm(),
  legalBasis: "《旧法》第九条",
  actUntil: "2026-08-14",
  verified: "yes",
  ...given,
});

export const aPenalty = (given: Partial<Penalty> = {}): Penalty => ({
  code: "PN-901",
  act: { zh: "某行为", en: "Some act" },
  domain: "trade",
  sourceDepartment: "县市场监督管理局",
  limitationYears: 2,
  rectificationDays: 7,
  simpleProcedurePossible: true,
  norm: aNorm(),
  verified: "yes",
  ...given,
});

export const citizen = { party: "citizen" } as const;
export const organisation = { party: "organisation" } as const;
