import { describe, expect, test } from "vitest";
import {
  ageRule,
  barred,
  hearingTriggered,
  higherFine,
  isFirstTime,
  lawFor,
  onSpotCollection,
  type PenaltyKind,
  shallNotPenalise,
  simpleAllowed,
} from "../../../services/enforcement/penalty-list/domain/index.ts";
import { aNorm, anEarlierNorm, aPenalty, citizen } from "./builders.ts";

/** Values worked out by hand from the rules, beside those of the file of vectors: each limit, one below it, one above it. */
describe("CF-51: the simple procedure", () => {
  const fined: PenaltyKind[] = ["罚款"];
  test.each([
    ["citizen", fined, 1, true],
    ["citizen", fined, 19_999, true],
    ["citizen", fined, 20_001, false],
    ["citizen", fined, 0, false],
    ["organisation", fined, 300_001, false],
    ["organisation", fined, 20_001, true],
    ["citizen", ["警告"], 0, true],
    ["organisation", ["警告"], 0, true],
    ["organisation", ["警告", "罚款"], 300_001, false],
    ["citizen", ["通报批评"], 0, false],
    ["citizen", ["罚款", "没收非法财物"], 10_000, false],
    ["citizen", ["罚款", "没收违法所得"], 10_000, false],
    ["organisation", ["暂扣许可证件"], 0, false],
    ["citizen", [], 0, false],
  ] as const)("%s %s %i fen: %s", (party, kinds, amountFen, expected) => {
    expect(simpleAllowed({ party, kinds, amountFen })).toBe(expected);
  });
});

describe("CF-68, CF-69: collected on the spot", () => {
  const none = { hardToEnforceLater: false, remote: false, partyProposes: false, simple: true };
  test.each([
    [9_999, {}, true],
    [10_001, {}, false],
    [10_000, { simple: false }, false],
    [20_000, { hardToEnforceLater: true, simple: false }, false],
    [300_000, { hardToEnforceLater: true }, true],
    [20_000, { remote: true }, false],
    [20_000, { partyProposes: true }, false],
    [20_000, { remote: true, partyProposes: true }, true],
    [10_000, { remote: true, simple: false }, false],
    [2_000_000, { remote: true, partyProposes: true, simple: false }, true],
  ])("%i fen, %o: %s", (amountFen, more, expected) => {
    expect(onSpotCollection({ ...none, ...more, amountFen })).toBe(expected);
  });
});

describe("CF-63: the right to a hearing", () => {
  const none: PenaltyKind[] = [];
  const rules = {
    hearingThresholds: { citizenFen: 500_000, organisationFen: 10_000_000, source: "vector" },
    enforcement: { hearing: { confiscationToo: true, others: none } },
  };
  const asked = (party: "citizen" | "organisation", kinds: readonly PenaltyKind[], fineFen = 0, confiscateFen = 0) =>
    hearingTriggered({ party, kinds, fineFen, confiscateFen }, rules);
  test("a fine from the threshold of its kind of party on", () => {
    expect(asked("citizen", ["罚款"], 500_000)).toBe(true);
    expect(asked("citizen", ["罚款"], 499_999)).toBe(false);
    expect(asked("organisation", ["罚款"], 500_000)).toBe(false);
    expect(asked("organisation", ["罚款"], 10_000_000)).toBe(true);
    expect(asked("organisation", ["警告", "罚款"], 10_000_001)).toBe(true);
  });
  test("a confiscation, of gains and of goods alike; each sum by itself", () => {
    expect(asked("citizen", ["没收非法财物"], 0, 500_000)).toBe(true);
    expect(asked("citizen", ["没收非法财物"], 0, 499_999)).toBe(false);
    expect(asked("citizen", ["罚款", "没收违法所得"], 300_000, 300_000)).toBe(false);
    expect(asked("organisation", ["没收违法所得"], 0, 9_999_999)).toBe(false);
  });
  test("the kinds of the law at any sum, and no lighter kind", () => {
    for (const kind of ["降低资质等级", "吊销许可证件", "责令停产停业", "责令关闭", "限制从业"] as const)
      for (const party of ["citizen", "organisation"] as const)
        expect([kind, asked(party, [kind])]).toEqual([kind, true]);
    for (const kind of ["警告", "通报批评", "暂扣许可证件", "限制开展生产经营活动", "限期拆除"] as const)
      expect([kind, asked("citizen", [kind])]).toEqual([kind, false]);
  });
});

describe("CF-29: the rule with the higher fine", () => {
  const of = (...ranges: readonly (readonly [string, number, number])[]) =>
    higherFine(ranges.map(([law, minFen, maxFen]) => ({ law, range: { minFen, maxFen } })))?.law;
  test("in any order, of three, by the minimum where the maximum is the same; else the first", () => {
    expect(of(["A", 0, 500_000], ["B", 0, 200_000])).toBe("A");
    expect(of(["A", 0, 200_000], ["B", 0, 500_000], ["C", 0, 500_001])).toBe("C");
    expect(of(["A", 10_000, 500_000], ["B", 20_000, 500_000])).toBe("B");
    expect(of(["A", 300_000, 400_000], ["B", 0, 400_001])).toBe("B");
    expect(of(["A", 0, 500_000], ["B", 0, 500_000])).toBe("A");
    expect(of()).toBeUndefined();
  });
});

describe("CF-37: a second change of the law", () => {
  const fined = (legalBasis: string, maxFen: number) => ({
    ...{ legalBasis, kinds: ["罚款"] as const },
    ...{ citizenFine: { minFen: 10_000, maxFen }, organisationFine: { minFen: 10_000, maxFen } },
  });
  const law = (first: number, second: number, third: number) =>
    aPenalty({
      norm: aNorm(fined("三", third)),
      before: [
        anEarlierNorm({ ...fined("二", second), actUntil: "2026-08-14" }),
        anEarlierNorm({ ...fined("一", first), actUntil: "2025-06-30" }),
      ],
    });
  const chosen = (sums: readonly [number, number, number], from: string, decidedOn: string, until = from) => {
    const found = lawFor(law(...sums), { from, until, decidedOn }, citizen);
    return found.version === "none" ? found.because : `${found.norm.legalBasis} ${found.because}`;
  };
  test("the last day of each law, and the first of the next", () => {
    const heavier = [100_000, 200_000, 300_000] as const;
    expect(chosen(heavier, "2025-06-30", "2026-09-01")).toBe("一 in-force-at-the-act");
    expect(chosen(heavier, "2025-07-01", "2026-09-01")).toBe("二 in-force-at-the-act");
    expect(chosen(heavier, "2026-08-14", "2026-09-01")).toBe("二 in-force-at-the-act");
    expect(chosen(heavier, "2026-08-15", "2026-09-01")).toBe("三 in-force-at-the-act");
  });
  test("the law of the deciding day counts if it is lighter; one between does not, though it was the lightest", () => {
    expect(chosen([200_000, 100_000, 300_000], "2025-06-30", "2026-09-01")).toBe("一 in-force-at-the-act");
    expect(chosen([300_000, 100_000, 200_000], "2025-06-30", "2026-09-01")).toBe("三 new-law-is-lighter");
    // Decided while the second law is in force.
    expect(chosen([200_000, 100_000, 300_000], "2025-06-30", "2026-08-14")).toBe("二 new-law-is-lighter");
    // As heavy is not lighter.
    expect(chosen([200_000, 100_000, 200_000], "2025-06-30", "2026-09-01")).toBe("一 in-force-at-the-act");
  });
  test("CF-37a: an act over a change follows the law under which it ended", () => {
    const sums = [100_000, 200_000, 300_000] as const;
    expect(chosen(sums, "2025-01-01", "2026-09-01", "2026-08-15")).toBe("三 ends-under-the-new-law");
    expect(chosen(sums, "2025-01-01", "2026-09-01", "2026-08-14")).toBe("二 in-force-at-the-act");
    expect(chosen(sums, "2026-08-14", "2026-09-01", "2026-08-15")).toBe("三 ends-under-the-new-law");
  });
});

describe("CF-30, CF-33, CF-36: gates about a person and a day", () => {
  test("an age is reached on the day after the birthday, of a leap day too", () => {
    expect(ageRule("2012-06-01", "2026-06-01")).toBe("none");
    expect(ageRule("2012-06-01", "2026-06-02")).toBe("lighten");
    expect(ageRule("2008-06-01", "2026-06-01")).toBe("lighten");
    expect(ageRule("2008-06-01", "2026-06-02")).toBe("full");
    expect(ageRule("2012-02-29", "2026-02-28")).toBe("none");
    expect(ageRule("2012-02-29", "2026-03-01")).toBe("lighten");
  });
  test("found two years after the end of the act at the latest, five where it did harm to life or health", () => {
    const two = { limitationYears: 2, harm: true } as const;
    expect(barred({ until: "2024-03-10" }, "2026-03-10", two)).toBe(false);
    expect(barred({ until: "2024-03-10" }, "2026-03-11", two)).toBe(true);
    expect(barred({ until: "2024-02-29" }, "2026-02-28", two)).toBe(false);
    expect(barred({ until: "2024-02-29" }, "2026-03-01", two)).toBe(true);
    expect(barred({ until: "2021-03-10" }, "2026-03-10", { limitationYears: 5, harm: true })).toBe(false);
    expect(barred({ until: "2021-03-10" }, "2026-03-11", { limitationYears: 5, harm: true })).toBe(true);
    expect(barred({ until: "2021-03-10" }, "2026-03-10", { limitationYears: 5, harm: false })).toBe(true);
    expect(barred({}, "2099-01-01", two)).toBe(false);
  });
  test("shall not, may not, neither", () => {
    const given = { slight: true, corrected: true, firstTime: true, harm: "none", faultless: false } as const;
    expect(shallNotPenalise(given)).toBe("shall-not");
    expect(shallNotPenalise({ ...given, firstTime: false })).toBe("shall-not");
    expect(shallNotPenalise({ ...given, harm: "slight" })).toBe("may-not");
    expect(shallNotPenalise({ ...given, harm: "slight", slight: false })).toBe("may-not");
    expect(shallNotPenalise({ ...given, harm: "slight", firstTime: false })).toBeUndefined();
    expect(shallNotPenalise({ ...given, corrected: false })).toBeUndefined();
    expect(shallNotPenalise({ ...given, harm: "grave" })).toBeUndefined();
    expect(shallNotPenalise({ ...given, corrected: false, harm: "grave", faultless: true })).toBe("no-fault");
  });
  test("CF-33a: the second time inside the window, the last day of the window too", () => {
    expect(isFirstTime(["2024-06-01"], "2026-06-01", 2)).toBe(false);
    expect(isFirstTime(["2024-06-01"], "2026-06-02", 2)).toBe(true);
  });
});
