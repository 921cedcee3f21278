import { describe, expect, test } from "vitest";
import { isWorthAHint, sharedBy, type Trace } from "../../../services/enforcement/leads/domain/similar.ts";
import { inTown } from "./builders.ts";

const trace = (more: Partial<Trace> = {}): Trace => ({
  places: [inTown],
  items: ["PN-150"],
  parties: ["KEY2"],
  from: "2026-03-01",
  until: "2026-03-03",
  ...more,
});
/** So many metres to the north. */
const north = (metres: number) => ({ ...inTown, lat: inTown.lat + metres / 111_320 });

describe("E8: what two leads share is a hint", () => {
  test("the same place within a hundred metres", () => {
    expect(sharedBy(trace(), trace({ places: [north(99)] }))).toContain("place");
    expect(sharedBy(trace(), trace({ places: [north(101)] }))).not.toContain("place");
  });
  test("the same time within fifteen days, before or after", () => {
    const from = (day: string, until = day) => sharedBy(trace(), trace({ from: day, until }));
    expect(from("2026-03-18")).toContain("time");
    expect(from("2026-03-19")).not.toContain("time");
    expect(from("2026-02-14")).toContain("time");
    expect(from("2026-02-13")).not.toContain("time");
    expect(from("2026-01-01", "2026-12-31")).toContain("time");
  });
  test("the same party by key or name, and the same act", () => {
    expect(sharedBy(trace({ parties: ["某商行"] }), trace({ parties: ["KEY7", "某商行"], items: [] }))).toEqual([
      "place",
      "party",
      "time",
    ]);
  });
  test("one thing alone is none, nor an act at the same time elsewhere by another", () => {
    expect(isWorthAHint(["party"])).toBe(false);
    expect(isWorthAHint(["act", "time"])).toBe(false);
    expect(isWorthAHint(["party", "act"])).toBe(true);
    expect(isWorthAHint(["place", "time"])).toBe(true);
  });
});
