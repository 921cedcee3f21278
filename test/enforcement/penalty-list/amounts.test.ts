import { describe, expect, test } from "vitest";
import {
  fineFault,
  gainsToConfiscate,
  kindsFault,
  kindsIn,
  rangeOf,
  tierRange,
} from "../../../services/enforcement/penalty-list/domain/index.ts";
import { aNorm, citizen, organisation, withConditions } from "./builders.ts";

const fine = (amountFen: number, tier = "minor") => ({ amountFen, tier, grounds: [] });
const departure = { reasons: "情节特殊", approvedBy: "zhen-zhang" };

describe("CF-34a: a fine above the maximum is always refused", () => {
  test.each([
    [200_000, undefined],
    [200_001, "enforcement.fine-above-maximum"],
  ])("%i fen", (amountFen, code) => {
    const all = { ...fine(amountFen, "serious"), grounds: ["merit"] as const, departure };
    expect(fineFault(aNorm(), citizen, all)?.code).toBe(code);
  });
});

describe("CF-34a: a fine below the minimum needs a ground of CF-30 or CF-32", () => {
  test.each([
    [50_000, [], undefined],
    [49_999, [], "enforcement.fine-below-minimum"],
    [49_999, ["confessed"], undefined],
    [49_999, ["minor-age"], undefined],
    [1, ["removed-harm"], undefined],
    [0, ["removed-harm"], "enforcement.fine-of-nothing"],
    [-1, ["removed-harm"], "enforcement.fine-of-nothing"],
    [0.5, ["removed-harm"], "enforcement.fine-of-nothing"],
  ] as const)("%i fen with %s: %s", (amountFen, grounds, code) => {
    expect(fineFault(aNorm(), citizen, { ...fine(amountFen), grounds })?.code).toBe(code);
  });
  test("reasons and approval alone are no ground", () => {
    expect(fineFault(aNorm(), citizen, { ...fine(49_999), departure })).toMatchObject({
      code: "enforcement.fine-below-minimum",
      details: { rule: "CF-34a" },
    });
  });
});

describe("CF-34a: inside the range and outside the tier it needs reasons and approval", () => {
  // minor: 500 to 950 yuan.
  test.each([
    [95_000, undefined],
    [95_001, "enforcement.fine-outside-tier"],
  ])("%i fen in the tier minor", (amountFen, code) => {
    expect(fineFault(aNorm(), citizen, fine(amountFen))?.code).toBe(code);
  });
  test("with both it is allowed", () => {
    expect(fineFault(aNorm(), citizen, { ...fine(95_001), departure })).toBeUndefined();
  });
  test.each([
    { reasons: "", approvedBy: "zhen-zhang" },
    { reasons: "  ", approvedBy: "zhen-zhang" },
    { reasons: "情节特殊", approvedBy: "" },
  ])("with one of them it is not: %o", (half) => {
    expect(fineFault(aNorm(), citizen, { ...fine(95_001), departure: half })?.code).toBe(
      "enforcement.fine-outside-tier",
    );
  });
  test("a lightening ground does not replace them above the minimum", () => {
    expect(fineFault(aNorm(), citizen, { ...fine(60_000, "serious"), grounds: ["merit"] })?.code).toBe(
      "enforcement.fine-outside-tier",
    );
  });
  test("a tier that the norm does not have is refused, whatever the departure", () => {
    expect(fineFault(aNorm(), citizen, { ...fine(60_000, "mild"), departure })?.code).toBe("enforcement.unknown-tier");
  });
  test("CF-34: the tiers cover the range", () => {
    expect(["minor", "ordinary", "serious"].map((name) => tierRange(aNorm(), citizen, name))).toEqual([
      { minFen: 50_000, maxFen: 95_000 },
      { minFen: 95_000, maxFen: 155_000 },
      { minFen: 155_000, maxFen: 200_000 },
    ]);
  });
});

describe("the range of a case", () => {
  test("follows the kind of party", () => {
    expect(rangeOf(aNorm(), citizen)?.maxFen).toBe(200_000);
    expect(rangeOf(aNorm(), organisation)?.maxFen).toBe(1_000_000);
    expect(rangeOf(aNorm({ citizenFine: undefined }), citizen)).toBeUndefined();
  });
  test("a citizen whom the citizen range does not mean has that of an organisation", () => {
    expect(rangeOf(aNorm(), { ...citizen, asOrganisation: true })?.maxFen).toBe(1_000_000);
  });
  test("without 罚款 among the kinds there is none", () => {
    expect(fineFault(aNorm({ kinds: ["限期拆除"] }), citizen, fine(1))).toMatchObject({
      code: "enforcement.kind-not-allowed",
    });
  });
  test("no amount in the law, no fine (PN-001)", () => {
    const norm = aNorm({ citizenFine: undefined, organisationFine: undefined });
    expect(fineFault(norm, citizen, fine(5_000))?.code).toBe("enforcement.fine-without-amount");
  });
  test("a multiple counts on its base, rounded so that no bound is passed", () => {
    const norm = aNorm({ multiple: { base: "construction cost", min: 0.05, max: 0.1 }, citizenFine: undefined });
    expect(rangeOf(norm, { ...citizen, base: 1_000_001 })).toEqual({ minFen: 50_001, maxFen: 100_000 });
    expect(fineFault(norm, citizen, fine(50_001))).toMatchObject({
      code: "enforcement.base-missing",
      details: { base: "construction cost" },
    });
  });
  test.each([
    [999_999, { minFen: 50_000, maxFen: 200_000 }],
    [1_000_000, { minFen: 5_000_000, maxFen: 10_000_000 }],
  ])("the law switches to the multiple at the value it states: %i", (base, expected) => {
    const norm = aNorm({ multiple: { base: "goods value", fromFen: 1_000_000, min: 5, max: 10 } });
    expect(rangeOf(norm, { ...citizen, base })).toEqual(expected);
    expect(rangeOf(norm, citizen)).toBeUndefined();
  });
  test("a rate per unit is counted in units", () => {
    const norm = aNorm({
      multiple: { base: "affected workers", per: "worker", min: 50_000, max: 200_000 },
      organisationFine: undefined,
    });
    expect(rangeOf(norm, { ...organisation, base: 3 })).toEqual({ minFen: 150_000, maxFen: 600_000 });
  });
  test("the largest sums stay whole", () => {
    const norm = aNorm({ multiple: { base: "contract price", min: 0.01, max: 0.02 }, organisationFine: undefined });
    expect(rangeOf(norm, { ...organisation, base: 99_999_999_999 })).toEqual({
      minFen: 1_000_000_000,
      maxFen: 1_999_999_999,
    });
  });
});

describe("what has to be there before a fine", () => {
  test.each([
    ["order-unmet", {}, "enforcement.fine-too-early"],
    ["order-unmet", { warningUnmet: true }, "enforcement.fine-too-early"],
    ["order-unmet", { serious: true }, "enforcement.fine-too-early"],
    ["order-unmet", { orderUnmet: true }, undefined],
    ["warning-unmet", {}, "enforcement.fine-too-early"],
    ["warning-unmet", { warningUnmet: true }, undefined],
    ["warning-unmet", { orderUnmet: true }, undefined],
    ["serious", { orderUnmet: true }, "enforcement.fine-too-early"],
    ["serious", { serious: true }, undefined],
  ] as const)("%s with %o: %s", (fineNeeds, given, code) => {
    expect(fineFault(withConditions({ fineNeeds }), { ...citizen, ...given }, fine(60_000))?.code).toBe(code);
  });
  test("a warning needs nothing", () => {
    expect(kindsFault(withConditions({ fineNeeds: "order-unmet" }), citizen, ["警告"])).toBeUndefined();
  });
});

describe("a first range, and more only if", () => {
  const norm = withConditions({
    firstRange: { maxFen: 100_000, moreFromFen: 100_000, moreIf: ["order-unmet"] },
  });
  test.each([
    [{}, { minFen: 50_000, maxFen: 100_000 }],
    [{ serious: true }, { minFen: 50_000, maxFen: 100_000 }],
    [{ orderUnmet: true }, { minFen: 100_000, maxFen: 200_000 }],
  ])("%o", (given, expected) => {
    expect(rangeOf(norm, { ...citizen, ...given })).toEqual(expected);
  });
  test("one fen above the first range is above the maximum while the order is met", () => {
    expect(fineFault(norm, citizen, { ...fine(100_001, "ordinary"), departure })?.code).toBe(
      "enforcement.fine-above-maximum",
    );
    expect(fineFault(norm, citizen, { ...fine(100_000, "ordinary"), departure })).toBeUndefined();
  });
});

describe("CF-29b: responsible persons", () => {
  const responsible = { ...citizen, role: "responsible" } as const;
  const persons = { minFen: 10_000, maxFen: 30_000 };
  test("no wording, no second fine", () => {
    expect(fineFault(aNorm(), responsible, fine(10_000))?.code).toBe("enforcement.persons-not-fined");
  });
  test("have their own range, and only a fine", () => {
    const norm = withConditions({ persons: { ...persons, needs: [] } });
    expect(rangeOf(norm, responsible)).toEqual(persons);
    expect(kindsIn(norm, responsible)).toEqual(["罚款"]);
    expect(fineFault(norm, responsible, fine(30_001, "serious"))?.code).toBe("enforcement.fine-above-maximum");
    expect(fineFault(norm, responsible, fine(30_000, "serious"))).toBeUndefined();
  });
  test("are fined only after the order where the norm says so", () => {
    const norm = withConditions({ persons: { ...persons, needs: ["order-unmet"] } });
    expect(fineFault(norm, responsible, fine(10_000))?.code).toBe("enforcement.fine-too-early");
    expect(fineFault(norm, { ...responsible, orderUnmet: true }, fine(10_000))).toBeUndefined();
  });
  test("and not before the unit may be", () => {
    const norm = withConditions({ fineNeeds: "order-unmet", persons: { ...persons, needs: [] } });
    expect(fineFault(norm, responsible, fine(10_000))?.code).toBe("enforcement.fine-too-early");
  });
});

describe("CF-38: kinds", () => {
  test("a kind that the norm does not name is refused", () => {
    expect(kindsFault(aNorm(), citizen, ["罚款", "责令关闭"])).toMatchObject({
      code: "enforcement.kind-not-allowed",
      details: { kinds: ["责令关闭"] },
    });
  });
  test("a closure that needs an unmet order is refused before", () => {
    const norm = withConditions({ closureNeeds: ["order-unmet"] }, { kinds: ["罚款", "责令停产停业"] });
    expect(kindsFault(norm, organisation, ["责令停产停业"])?.code).toBe("enforcement.kind-not-allowed");
    expect(kindsFault(norm, { ...organisation, orderUnmet: true }, ["责令停产停业"])).toBeUndefined();
  });
});

test("CF-28: gains without costs, less what goes back to victims", () => {
  expect(gainsToConfiscate(1_200_000, 200_000)).toBe(1_000_000);
  expect(gainsToConfiscate(100, 100)).toBe(0);
  expect(gainsToConfiscate(100, 101)).toBe(0);
});
