import { describe, expect, test } from "vitest";
import {
  ageRule,
  barred,
  hearingTriggered,
  higherFine,
  isFirstTime,
  lawFor,
  onSpotCollection,
  partyAs,
  shallNotPenalise,
  simpleAllowed,
} from "../../../services/enforcement/penalty-list/domain/index.ts";
import { town } from "../common/builders.ts";
import { aNorm, anEarlierNorm, aPenalty, citizen, organisation, withConditions } from "./builders.ts";

const range = (minFen: number, maxFen: number) => ({
  citizenFine: { minFen, maxFen },
  organisationFine: { minFen, maxFen },
});
const onDay = (day: string, decidedOn = "2026-11-01") => ({ from: day, until: day, decidedOn });

describe("CF-37: the law of the day of the act, or a lighter new one", () => {
  const heavier = aPenalty({ norm: aNorm(range(0, 300_000)), before: [anEarlierNorm(range(0, 200_000))] });
  test.each([
    ["2026-08-14", "before"],
    ["2026-08-15", "now"],
  ])("an act of %s is judged by the norm of %s where the new one is heavier", (day, version) => {
    expect(lawFor(heavier, onDay(day), citizen)).toMatchObject({ version });
  });
  test("a lighter new norm rules an old act, once it is in force", () => {
    const lighter = aPenalty({ norm: aNorm(range(0, 100_000)), before: [anEarlierNorm(range(0, 200_000))] });
    expect(lawFor(lighter, onDay("2026-08-10"), citizen)).toMatchObject({
      version: "now",
      because: "new-law-is-lighter",
    });
    expect(lawFor(lighter, onDay("2026-08-10", "2026-08-15"), citizen)).toMatchObject({ version: "now" });
    expect(lawFor(lighter, onDay("2026-08-10", "2026-08-14"), citizen)).toMatchObject({ version: "before" });
  });
  test("all alike: the law of the day of the act", () => {
    const alike = aPenalty({ before: [anEarlierNorm()] });
    expect(lawFor(alike, onDay("2026-08-10"), citizen)).toMatchObject({ version: "before" });
  });
  test("an equal maximum: the lower minimum is lighter", () => {
    const penalty = aPenalty({ norm: aNorm(range(0, 200_000)), before: [anEarlierNorm(range(50_000, 200_000))] });
    expect(lawFor(penalty, onDay("2026-08-10"), citizen)).toMatchObject({ version: "now" });
  });
  test("kinds come before amounts: a new closure is heavier, whatever the fine", () => {
    const penalty = aPenalty({
      norm: aNorm({ kinds: ["罚款", "责令停产停业"], ...range(0, 1) }),
      before: [anEarlierNorm({ kinds: ["罚款"], ...range(0, 200_000) })],
    });
    expect(lawFor(penalty, onDay("2026-08-10"), citizen)).toMatchObject({ version: "before" });
  });
  test("CF-37a: but not where it needs an order that was not unmet", () => {
    const penalty = aPenalty({
      norm: withConditions({ closureNeeds: ["order-unmet"] }, { kinds: ["罚款", "责令停产停业"], ...range(0, 1) }),
      before: [anEarlierNorm({ kinds: ["罚款"], ...range(0, 200_000) })],
    });
    expect(lawFor(penalty, onDay("2026-08-10"), citizen)).toMatchObject({ version: "now" });
    expect(lawFor(penalty, onDay("2026-08-10"), { ...citizen, orderUnmet: true })).toMatchObject({ version: "before" });
  });
  test("a warning beside a fine makes a norm no heavier", () => {
    const penalty = aPenalty({
      norm: aNorm({ kinds: ["警告", "罚款"], ...range(0, 100_000) }),
      before: [anEarlierNorm({ kinds: ["罚款"], ...range(0, 200_000) })],
    });
    expect(lawFor(penalty, onDay("2026-08-10"), citizen)).toMatchObject({ version: "now" });
  });
  test("CF-37a: one range before, a lower first range now: the new law while the order is met (PN-014)", () => {
    const penalty = aPenalty({
      norm: withConditions(
        { firstRange: { maxFen: 500_000, moreFromFen: 500_000, moreIf: ["order-unmet"] } },
        range(50_000, 2_000_000),
      ),
      before: [anEarlierNorm(range(50_000, 2_000_000))],
    });
    expect(lawFor(penalty, onDay("2026-08-10"), citizen)).toMatchObject({ version: "now" });
    expect(lawFor(penalty, onDay("2026-08-10"), { ...citizen, orderUnmet: true })).toMatchObject({ version: "before" });
  });
  test("CF-37a: what each law allows for this kind of party counts", () => {
    const penalty = aPenalty({
      norm: aNorm({ citizenFine: { minFen: 0, maxFen: 9 }, organisationFine: { minFen: 0, maxFen: 900 } }),
      before: [anEarlierNorm(range(0, 100))],
    });
    expect(lawFor(penalty, onDay("2026-08-10"), citizen)).toMatchObject({ version: "now" });
    expect(lawFor(penalty, onDay("2026-08-10"), organisation)).toMatchObject({ version: "before" });
  });
  test("an old norm that allows no fine here is the lighter one (PN-009: serious only)", () => {
    const penalty = aPenalty({
      norm: withConditions({ fineNeeds: "order-unmet" }, { kinds: ["罚款"] }),
      before: [anEarlierNorm({ kinds: ["罚款"], conditions: { fineNeeds: "serious" } })],
    });
    expect(lawFor(penalty, onDay("2026-08-10"), { ...organisation, orderUnmet: true })).toMatchObject({
      version: "before",
    });
  });
  test("CF-37a: an act that runs over the change and ends under the new law follows the new one", () => {
    const over = { from: "2026-08-01", until: "2026-08-15", decidedOn: "2026-11-01" };
    expect(lawFor(heavier, over, citizen)).toMatchObject({ version: "now", because: "ends-under-the-new-law" });
    expect(lawFor(heavier, { ...over, until: "2026-08-14" }, citizen)).toMatchObject({ version: "before" });
  });
  test("an act that goes on follows the law of the deciding day", () => {
    const goesOn = { from: "2026-08-01", decidedOn: "2026-11-01" };
    expect(lawFor(heavier, goesOn, citizen)).toMatchObject({ version: "now" });
    expect(lawFor(heavier, { ...goesOn, decidedOn: "2026-08-14" }, citizen)).toMatchObject({ version: "before" });
  });
  test("what the law of the deciding day allows is not punished; nor what was allowed on the day of the act", () => {
    expect(lawFor(heavier, onDay("2026-08-10"), { ...citizen, lawfulNow: true })).toEqual({
      version: "none",
      because: "lawful-now",
    });
    expect(lawFor(heavier, onDay("2026-08-10"), { ...citizen, lawfulThen: true })).toEqual({
      version: "none",
      because: "lawful-then",
    });
    const over = { from: "2026-08-01", until: "2026-08-20", decidedOn: "2026-11-01" };
    expect(lawFor(heavier, over, { ...citizen, lawfulThen: true })).toMatchObject({ version: "now" });
  });
  test("of several earlier norms the one of the day counts, in whatever order they are kept", () => {
    const twice = aPenalty({
      norm: aNorm(range(0, 300_000)),
      before: [
        anEarlierNorm({ legalBasis: "2026", actUntil: "2026-08-14", ...range(0, 200_000) }),
        anEarlierNorm({ legalBasis: "2020", actUntil: "2020-08-31", ...range(0, 100_000) }),
      ],
    });
    expect(lawFor(twice, onDay("2020-08-31"), citizen)).toMatchObject({ norm: { legalBasis: "2020" } });
    expect(lawFor(twice, onDay("2020-09-01"), citizen)).toMatchObject({ norm: { legalBasis: "2026" } });
  });
});

describe("CF-36: limitation", () => {
  const two = { limitationYears: 2, harm: false } as const;
  test.each([
    ["2026-03-10", false],
    ["2026-03-11", true],
  ])("ended 2024-03-10, found %s: %s", (found, expected) => {
    expect(barred({ until: "2024-03-10" }, found, two)).toBe(expected);
  });
  test.each([
    [5, true, "2029-03-10", false],
    [5, true, "2029-03-11", true],
    [5, false, "2026-03-11", true],
    [2, true, "2026-03-11", true],
  ] as const)("%i years, harm %s, found %s: %s", (limitationYears, harm, found, expected) => {
    expect(barred({ until: "2024-03-10" }, found, { limitationYears, harm })).toBe(expected);
  });
  test("T-2: from 29 February it ends on 28 February", () => {
    expect(barred({ until: "2024-02-29" }, "2026-02-28", two)).toBe(false);
    expect(barred({ until: "2024-02-29" }, "2026-03-01", two)).toBe(true);
  });
  test("CF-36a: an act that goes on is not barred", () => {
    expect(barred({}, "2026-11-01", two)).toBe(false);
  });
});

describe("CF-30: age on the day of the act", () => {
  test.each([
    ["2026-03-10", "none"],
    ["2026-03-11", "lighten"],
    ["2030-03-10", "lighten"],
    ["2030-03-11", "full"],
  ])("born 2012-03-10, on %s: %s", (on, expected) => {
    expect(ageRule("2012-03-10", on)).toBe(expected);
  });
});

describe("CF-33: no penalty", () => {
  const slight = { slight: true, harm: "none", corrected: true, firstTime: false, faultless: false } as const;
  test.each([
    [slight, "shall-not"],
    [{ ...slight, corrected: false }, undefined],
    [{ ...slight, harm: "slight" }, undefined],
    [{ ...slight, slight: false }, undefined],
    [{ ...slight, slight: false, firstTime: true }, "may-not"],
    [{ ...slight, harm: "slight", firstTime: true }, "may-not"],
    [{ ...slight, harm: "grave", firstTime: true }, undefined],
    [{ ...slight, harm: "slight", firstTime: true, corrected: false }, undefined],
    [{ ...slight, harm: "grave", faultless: true }, "no-fault"],
  ] as const)("%o: %s", (given, expected) => {
    expect(shallNotPenalise(given)).toBe(expected);
  });
  test.each([
    ["2026-05-01", false],
    ["2026-05-02", true],
  ])("CF-33a: after one of 2024-05-01, with a window of two years, on %s: %s", (on, expected) => {
    expect(isFirstTime(["2020-01-01", "2024-05-01"], on, 2)).toBe(expected);
  });
  test("CF-33a: nothing before is the first time", () => expect(isFirstTime([], "2026-05-01", 2)).toBe(true));
});

describe("CF-51: one fen more", () => {
  test.each([
    ["citizen", 20_000, true],
    ["citizen", 20_001, false],
    ["organisation", 300_000, true],
    ["organisation", 300_001, false],
  ] as const)("%s %i: %s", (party, amountFen, expected) => {
    expect(simpleAllowed({ party, kinds: ["罚款"], amountFen })).toBe(expected);
  });
  test("a public criticism is not in the article, a warning is", () => {
    expect(simpleAllowed({ party: "citizen", kinds: ["通报批评"], amountFen: 0 })).toBe(false);
    expect(simpleAllowed({ party: "citizen", kinds: ["警告"], amountFen: 0 })).toBe(true);
  });
  test("money without a fine, a fine without money and nothing at all are refused", () => {
    expect(simpleAllowed({ party: "citizen", kinds: ["警告"], amountFen: 1 })).toBe(false);
    expect(simpleAllowed({ party: "citizen", kinds: ["罚款"], amountFen: 0 })).toBe(false);
    expect(simpleAllowed({ party: "citizen", kinds: [], amountFen: 0 })).toBe(false);
  });
});

describe("CF-68, CF-69: money on the spot", () => {
  const plain = { amountFen: 10_000, simple: true, hardToEnforceLater: false, remote: false, partyProposes: false };
  test.each([
    [{}, true],
    [{ amountFen: 10_001 }, false],
    [{ amountFen: 10_001, hardToEnforceLater: true }, true],
    [{ simple: false }, false],
    [{ simple: false, hardToEnforceLater: true }, false],
    [{ simple: false, remote: true }, false],
    [{ simple: false, partyProposes: true }, false],
    [{ simple: false, remote: true, partyProposes: true }, true],
  ])("%o: %s", (given, expected) => {
    expect(onSpotCollection({ ...plain, ...given })).toBe(expected);
  });
});

describe("CF-63: from the threshold on", () => {
  test.each([
    ["citizen", 499_999, false],
    ["citizen", 500_000, true],
    ["organisation", 9_999_999, false],
    ["organisation", 10_000_000, true],
  ] as const)("a fine of %s of %i fen: %s", (party, fineFen, expected) => {
    expect(hearingTriggered({ party, kinds: ["罚款"], fineFen }, town)).toBe(expected);
  });
  test("fine and confiscation are two sums", () => {
    const kinds = ["罚款", "没收违法所得"] as const;
    const both = { party: "citizen", kinds, fineFen: 499_999 } as const;
    expect(hearingTriggered({ ...both, confiscateFen: 499_999 }, town)).toBe(false);
    expect(hearingTriggered({ ...both, confiscateFen: 500_000 }, town)).toBe(true);
  });
  test("where no threshold for confiscations is set, each one counts", () => {
    const hearing = { ...town.enforcement.hearing, confiscationToo: false };
    const rules = { ...town, enforcement: { ...town.enforcement, hearing } };
    expect(hearingTriggered({ party: "citizen", kinds: ["没收非法财物"], confiscateFen: 1 }, rules)).toBe(true);
  });
  test("CF-9a: an order to demolish is heard first; whether it is a penalty is disputed, and this is the careful way", () => {
    expect(hearingTriggered({ party: "citizen", kinds: ["限期拆除"] }, town)).toBe(true);
  });
  test("an individual business counts as the profile says", () => {
    expect(partyAs("sole-trader", town)).toBe("citizen");
    expect(partyAs("organisation", town)).toBe("organisation");
  });
});

describe("CF-29: the norm with the higher fine rules", () => {
  const candidate = (law: string, minFen: number, maxFen: number) => ({ law, range: { minFen, maxFen } });
  test("the higher maximum, then the higher minimum, then the first", () => {
    expect(higherFine([candidate("A", 5, 10), candidate("B", 0, 11)])?.law).toBe("B");
    expect(higherFine([candidate("A", 0, 10), candidate("B", 5, 10)])?.law).toBe("B");
    expect(higherFine([candidate("A", 5, 10), candidate("B", 5, 10)])?.law).toBe("A");
    expect(higherFine([])).toBeUndefined();
  });
});
