import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { normProblems } from "../../../shared/town/norm-checks.ts";
import { aTown, csvOf } from "./a-town.ts";

const before = {
  code: "PN-001",
  act_until: "2026-08-14",
  legal_basis: "《旧法》第九条",
  kinds: "罚款",
  fine_citizen_min_fen: "10000",
  fine_citizen_max_fen: "50000",
  fine_org_min_fen: "",
  fine_org_max_fen: "",
  multiple_of: "",
  fine_needs: "serious",
  note: "",
  verified: "doubtful",
};
const conditions = {
  code: "PN-001",
  fine_needs: "order unmet",
  first_range_max_fen: "100000",
  persons_min_fen: "",
  persons_max_fen: "",
  also_basis: "",
  also_max_fen: "",
  remark: "above that only if serious",
  source: "某法 1",
};

let town: ReturnType<typeof aTown>;
afterEach(() => town.close());

/** Imports with these rows beside the three lists. */
function importing(earlier: readonly object[], more: readonly object[]) {
  town = aTown();
  const files = { "penalties-before": earlier, "penalties-conditions": more };
  for (const [name, rows] of Object.entries(files)) town.write(name, csvOf(rows.map((row) => ({ ...row }))));
  const all = ["licences", "services", "penalties", ...Object.keys(files)];
  return town.run("--town", "guangtong", ...all.flatMap((name) => [`--${name}`, town.file(name)]));
}

describe("what the ranges of penalties cannot say", () => {
  it("is written beside the lists, and loaded with them", () => {
    expect(importing([before], [conditions])).toMatchObject({
      exit: 0,
      out: ["licences: 2", "services: 2", "penalties: 2", "penaltiesBefore: 1", "penaltiesConditions: 1"],
    });
    expect(loadTownFrom("guangtong", town.directory).lists).toMatchObject({
      penaltiesBefore: [
        {
          code: "PN-001",
          actUntil: "2026-08-14",
          fineNeeds: "serious",
          citizenFine: { minFen: 10_000 },
          verified: "doubtful",
        },
      ],
      penaltiesConditions: [
        {
          code: "PN-001",
          fineNeeds: "order-unmet",
          firstRange: { maxFen: 100_000, moreFromFen: 100_000, moreIf: ["serious"] },
        },
      ],
    });
  });
  it.each([
    ["土地管理法 78 83", "", { suit: { days: 15, kinds: ["限期拆除"], basis: "土地管理法83" } }],
    ["土地管理法 83", "", { suit: { days: 15 } }],
    ["渔业法 43", "review first (FY-23)", { reviewFirst: { basis: "渔业法 43" } }],
  ])(
    "QZ-44b, FY-23: the source says the days of a suit, the remark whether review comes first: %s",
    (source, remark, said) => {
      importing([before], [{ ...conditions, remark, source }]);
      expect(loadTownFrom("guangtong", town.directory).lists.penaltiesConditions).toMatchObject([said]);
    },
  );
  it.each(["土地管理法 76", "土地管理法 830", "土地管理法实施条例 83", "城乡规划法 64 83"])(
    "%s leaves six months",
    (source) => {
      importing([before], [{ ...conditions, remark: "", source }]);
      expect(loadTownFrom("guangtong", town.directory).lists.penaltiesConditions?.[0]).not.toHaveProperty("suit");
    },
  );
  it("needs no file: then it stays as it was", () => {
    importing([before], [conditions]);
    expect(town.import().exit).toBe(0);
    expect(loadTownFrom("guangtong", town.directory).lists.penaltiesBefore).toHaveLength(1);
  });
  it("may be absent", () => {
    town = aTown();
    expect(town.import().exit).toBe(0);
    expect(existsSync(join(town.lists, "penalties-before.json"))).toBe(false);
    expect(loadTownFrom("guangtong", town.directory).lists.penaltiesBefore).toBeUndefined();
  });
  it.each([
    [[{ ...before, code: "PN-009" }], [conditions], "penalties-before.csv:2:1", "PN-009 is not on the penalty list"],
    [[before, before], [conditions], "penalties-before.csv:3:1", "PN-001 (2026-08-14) appears twice"],
    [[before], [conditions, conditions], "penalties-conditions.csv:3:1", "PN-001 appears twice"],
    [[{ ...before, act_until: "14.8.2026" }], [conditions], "penalties-before.csv:2:2", "expected a day"],
    [[{ ...before, kinds: "警告" }], [conditions], "penalties-before.csv:2:4", "no 罚款"],
    [[{ ...before, fine_citizen_min_fen: "50001" }], [conditions], "penalties-before.csv:2:6", "less than minFen"],
    [[before], [{ ...conditions, fine_needs: "sometimes" }], "penalties-conditions.csv:2:2", "expected one of"],
    [[before], [{ ...conditions, source: "" }], "penalties-conditions.csv:2:9", "expected text"],
    [[before], [{ ...conditions, persons_min_fen: "1" }], "penalties-conditions.csv:2:5", "empty"],
  ])("a bad row is named by line and column, and nothing is written: %#", (earlier, more, place, text) => {
    const { exit, errors } = importing(earlier, more);
    expect(exit).toBe(1);
    expect(errors[0]).toContain(place);
    expect(errors[0]).toContain(text);
    expect(existsSync(town.lists)).toBe(false);
  });
  it("of a penalty without a fine is refused", () => {
    town = aTown();
    town.import();
    const { lists } = loadTownFrom("guangtong", town.directory);
    const [first, ...rest] = lists.penalties;
    if (first === undefined) throw new TypeError("no penalties");
    const unfined = { ...lists, penalties: [{ ...first, kinds: ["警告" as const] }, ...rest] };
    const row = { code: first.code, source: "某法 1", fineNeeds: "order-unmet" as const };
    expect(normProblems({ ...unfined, penaltiesConditions: [row] })[0]?.message).toContain("but no fine");
    expect(normProblems({ ...lists, penaltiesConditions: [row] })).toEqual([]);
  });
});
