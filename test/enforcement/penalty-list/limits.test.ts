import { describe, expect, test } from "vitest";
import {
  ageRule,
  type Gravity,
  onSpotCollection,
  type PenaltyKind,
  shallNotPenalise,
  simpleAllowed,
} from "../../../services/enforcement/penalty-list/domain/index.ts";
import { remedyNotice } from "../../../shared/case-rules/remedies.ts";

/** Both sides of each limit, beside the vectors. */
describe("CF-51: what may be punished on the spot", () => {
  const rows: readonly (readonly [
    party: "citizen" | "organisation",
    kinds: PenaltyKind[],
    fen: number,
    may: boolean,
  ])[] = [
    ["citizen", ["罚款"], 1, true],
    ["citizen", ["罚款"], 20_001, false],
    ["citizen", ["罚款"], 300_000, false],
    ["organisation", ["罚款"], 300_001, false],
    ["citizen", ["警告"], 0, true],
    ["organisation", ["警告"], 0, true],
    ["organisation", ["通报批评"], 0, false],
    ["citizen", ["警告", "通报批评"], 0, false],
    ["organisation", ["罚款", "没收违法所得"], 100, false],
    ["citizen", ["没收非法财物"], 0, false],
    ["organisation", ["暂扣许可证件"], 0, false],
    ["citizen", ["罚款", "责令停产停业"], 100, false],
  ];
  test.each(rows)("%s %j %d: %s", (party, kinds, amountFen, may) => {
    expect(simpleAllowed({ party, kinds, amountFen })).toBe(may);
  });
});

describe("CF-68, CF-69: what may be collected on the spot", () => {
  const asked = (amountFen: number, ...said: readonly ("hard" | "remote" | "proposed" | "simple")[]) =>
    onSpotCollection({
      amountFen,
      ...{ hardToEnforceLater: said.includes("hard"), remote: said.includes("remote") },
      ...{ partyProposes: said.includes("proposed"), simple: said.includes("simple") },
    });
  test("a hundred yuan in the simple procedure, not a fen more, and not in the ordinary one", () => {
    expect(asked(10_000, "simple")).toBe(true);
    expect(asked(10_001, "simple")).toBe(false);
    expect(asked(10_000)).toBe(false);
  });
  test("later enforcement is hard: in the simple procedure alone", () => {
    expect(asked(300_000, "hard", "simple")).toBe(true);
    expect(asked(20_000, "hard")).toBe(false);
  });
  test("a remote place: only where the party himself proposes it, then in either procedure", () => {
    expect(asked(500_000, "remote")).toBe(false);
    expect(asked(500_000, "proposed")).toBe(false);
    expect(asked(500_000, "remote", "hard")).toBe(false);
    expect(asked(20_000, "remote", "proposed", "simple")).toBe(true);
    expect(asked(500_000, "remote", "proposed")).toBe(true);
  });
});

describe("CF-30: age on the day of the act", () => {
  test.each([
    ["2012-06-01", "2026-06-01", "none"],
    ["2012-06-01", "2026-06-02", "lighten"],
    ["2008-06-01", "2026-06-01", "lighten"],
    ["2008-06-01", "2026-06-02", "full"],
    ["2012-02-29", "2026-02-28", "none"],
    ["2012-02-29", "2026-03-01", "lighten"],
  ])("born %s, acted %s: %s", (bornOn, on, rule) => expect(ageRule(bornOn, on)).toBe(rule));
});

describe("CF-33: when there is no penalty", () => {
  const given = (more: Partial<Gravity>): Gravity => ({
    ...{ slight: false, corrected: false, firstTime: false, harm: "slight", faultless: false },
    ...more,
  });
  test.each<readonly [Partial<Gravity>, string | undefined]>([
    [{ slight: true, corrected: true, harm: "none" }, "shall-not"],
    [{ slight: true, corrected: false, harm: "none", firstTime: true }, undefined],
    [{ corrected: true, firstTime: true }, "may-not"],
    [{ corrected: true, firstTime: false }, undefined],
    [{ corrected: false, firstTime: true }, undefined],
    [{ corrected: true, firstTime: true, harm: "grave" }, undefined],
    [{ faultless: true, harm: "grave" }, "no-fault"],
  ])("%j: %s", (more, outcome) => expect(shallNotPenalise(given(more))).toBe(outcome));
});

test("FY-23: review comes first on the spot, for natural resources, for a failure to act and for information", () => {
  const first = (act: Parameters<typeof remedyNotice>[0]) => remedyNotice(act, { zh: "县", en: "county" }).reviewFirst;
  for (const act of ["on-the-spot-penalty", "natural-resource-right", "failure-to-act", "information-refusal"] as const)
    expect(first(act)).toBe(true);
  for (const act of ["ordinary-penalty", "permit-refusal"] as const) expect(first(act)).toBe(false);
});
