import { describe, expect, test } from "vitest";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import {
  fineFault,
  finesOfAct,
  higherFine,
  kindsIn,
  lawFor,
  type Penalty,
  rangeOf,
  tierRange,
  underHigherNorm,
} from "../../../services/enforcement/penalty-list/domain/index.ts";
import { penaltyOf } from "../../../services/enforcement/penalty-list/penalty-of.ts";
import { citizen, organisation } from "./builders.ts";

const { lists } = loadTownFrom("guangtong");
const penalties = new Map(lists.penalties.map((row) => [row.code, penaltyOf(row, lists)]));
const penalty = (code: string): Penalty => {
  const found = penalties.get(code);
  if (found === undefined) throw new TypeError(code);
  return found;
};
const act = (day: string, decidedOn = "2026-11-01") => ({ from: day, until: day, decidedOn });
const serious = { tier: "serious", grounds: [] };

describe("the list of Guangtong", () => {
  test("has 113 penalties, 22 with a norm of before", () => {
    expect(penalties.size).toBe(113);
    expect([...penalties.values()].filter(({ before }) => before !== undefined)).toHaveLength(22);
  });
  test("every fine has a range or a multiple, or is refused for want of an amount (PN-001 to PN-004)", () => {
    const without = [...penalties.values()].filter(
      ({ norm }) =>
        norm.kinds.includes("罚款") &&
        norm.citizenFine === undefined &&
        norm.organisationFine === undefined &&
        norm.multiple === undefined,
    );
    expect(without.map(({ code }) => code)).toEqual(["PN-001", "PN-002", "PN-003", "PN-004"]);
    expect(fineFault(penalty("PN-001").norm, citizen, { amountFen: 5_000, tier: "minor", grounds: [] })).toMatchObject({
      code: "enforcement.fine-without-amount",
    });
  });
  test("QZ-44b: removal by the land law has fifteen days for a suit, by the planning law it has not", () => {
    const removals = [...penalties.values()].filter(({ norm }) => norm.kinds.includes("限期拆除"));
    const short = removals.filter(({ norm }) => norm.conditions?.suit?.kinds.includes("限期拆除"));
    expect(short.map(({ code }) => code)).toEqual(["PN-019", "PN-021", "PN-022"]);
    // A decision reads the name of the law: list and decision say the same.
    expect(short).toEqual(removals.filter(({ norm }) => norm.legalBasis.includes("土地管理法")));
  });
  test("CF-37, CF-37a: open-air barbecue before the code: the new first range while the order is met (PN-014)", () => {
    const chosen = lawFor(penalty("PN-014"), act("2026-08-10"), citizen);
    expect(chosen).toMatchObject({ version: "now", because: "new-law-is-lighter" });
    expect(chosen.version === "now" && rangeOf(chosen.norm, citizen)).toEqual({ minFen: 50_000, maxFen: 500_000 });
    expect(lawFor(penalty("PN-014"), act("2026-08-10"), { ...citizen, orderUnmet: true })).toMatchObject({
      version: "before",
      norm: { legalBasis: expect.stringContaining("大气污染防治法") },
    });
  });
  test("CF-37: dumping into water is five times dearer now, so an old act stays old (PN-084)", () => {
    expect(lawFor(penalty("PN-084"), act("2026-08-14"), organisation)).toMatchObject({ version: "before" });
    expect(lawFor(penalty("PN-084"), act("2026-08-15"), organisation)).toMatchObject({ version: "now" });
  });
  test("PN-009: an old act is fined only if it was serious", () => {
    const unmet = { ...organisation, orderUnmet: true };
    expect(lawFor(penalty("PN-009"), act("2026-08-10"), unmet)).toMatchObject({ version: "before" });
    expect(lawFor(penalty("PN-009"), act("2026-08-20"), unmet)).toMatchObject({ version: "now" });
  });
  test("CF-29b: staff training: the persons are fined only when the order is unmet, locked exits at once", () => {
    const responsible = { ...citizen, role: "responsible" } as const;
    expect(fineFault(penalty("PN-094").norm, responsible, { amountFen: 2_000_000, ...serious })?.code).toBe(
      "enforcement.fine-too-early",
    );
    expect(rangeOf(penalty("PN-094").norm, { ...responsible, orderUnmet: true })).toEqual({
      minFen: 2_000_000,
      maxFen: 5_000_000,
    });
    expect(rangeOf(penalty("PN-098").norm, responsible)).toEqual({ minFen: 0, maxFen: 1_000_000 });
    expect(fineFault(penalty("PN-097").norm, responsible, { amountFen: 5_000_000, ...serious })?.code).toBe(
      "enforcement.fine-too-early",
    );
    expect(fineFault(penalty("PN-106").norm, responsible, { amountFen: 1_000_000, ...serious })?.code).toBe(
      "enforcement.fine-too-early",
    );
    expect(fineFault(penalty("PN-005").norm, responsible, { amountFen: 1, ...serious })?.code).toBe(
      "enforcement.persons-not-fined",
    );
  });
  test("PN-050: an order that is not followed does not open the serious range", () => {
    expect(rangeOf(penalty("PN-050").norm, { ...citizen, orderUnmet: true })?.maxFen).toBe(20_000_000);
    expect(rangeOf(penalty("PN-050").norm, { ...citizen, serious: true })).toEqual({
      minFen: 20_000_000,
      maxFen: 200_000_000,
    });
  });
  test("PN-013: no closure before the order is unmet", () => {
    expect(kindsIn(penalty("PN-013").norm, organisation)).toEqual(["罚款"]);
    expect(kindsIn(penalty("PN-013").norm, { ...organisation, orderUnmet: true })).toEqual(["罚款", "责令停产停业"]);
  });
  test("CF-29: a net café that admits minors: the second norm has the higher fine (PN-070)", () => {
    const candidates = finesOfAct(penalty("PN-070").norm, organisation);
    expect(candidates.map(({ range }) => range.maxFen)).toEqual([1_500_000, 5_000_000]);
    expect(higherFine(candidates)?.law).toContain("未成年人保护法");
  });
  test("CF-29: it is applied: its maximum, its citation first; the lower tiers keep their sums", () => {
    const { norm } = penalty("PN-070");
    const applied = underHigherNorm(norm, organisation);
    expect(rangeOf(applied, organisation)).toEqual({ minFen: 0, maxFen: 5_000_000 });
    expect(applied.legalBasis).toMatch(/^《未成年人保护法》第一百二十三条；《互联网/);
    for (const tier of ["minor", "ordinary"])
      expect(tierRange(applied, organisation, tier)).toEqual(tierRange(norm, organisation, tier));
    expect(tierRange(applied, organisation, "serious")).toEqual({ minFen: 1_050_000, maxFen: 5_000_000 });
    const person = { ...organisation, role: "responsible" as const };
    expect(underHigherNorm(norm, person)).toBe(norm);
    expect(underHigherNorm(penalty("PN-076").norm, organisation)).toBe(penalty("PN-076").norm);
  });
});
