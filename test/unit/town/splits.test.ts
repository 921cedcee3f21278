import { describe, expect, test } from "vitest";
import { profileListProblems } from "../../../shared/town/cross-checks.ts";
import { loadTown } from "../../../shared/town/profile.ts";
import { aProfile } from "./a-profile.ts";

const town = aProfile();
const [first] = town.splits;
const withSplit = (more: object) => () => loadTown({ ...town, splits: [{ ...first, ...more }] });

describe("P8: a split by territory is refused in the profile", () => {
  test.each([
    ["without an item or a domain", { items: [], domains: [] }, /splits\[0\]: names an item or a domain/],
    ["that ends before it begins", { from: "2026-03-02", until: "2026-03-01" }, /splits\[0\]\.until/],
    ["of a domain nobody knows", { domains: ["space"] }, /splits\[0\]\.domains\[0\]: no domain space/],
    ["that does not say whose the line is", { line: undefined }, /splits\[0\]\.line/],
    [
      "with a ring that is not closed",
      {
        area: {
          kind: "polygon",
          coordinates: [
            [
              [101, 25],
              [102, 25],
              [102, 26],
              [101, 26],
            ],
          ],
        },
      },
      /splits\[0\]\.area\.coordinates\[0\]: a ring ends where it begins/,
    ],
    [
      "with latitude and longitude exchanged",
      {
        area: {
          kind: "polygon",
          coordinates: [
            [
              [25, 101],
              [25, 102],
              [26, 102],
              [25, 101],
            ],
          ],
        },
      },
      /splits\[0\]\.area\.coordinates/,
    ],
  ])("%s", (_name, more, message) => expect(withSplit(more)).toThrow(message));

  test("with the id of another", () => {
    expect(() => loadTown({ ...town, splits: [first, first] })).toThrow(/splits\[1\]\.id: planned-area appears twice/);
  });

  test("in an area the territory has not", () => {
    const features = town.territory.features.filter(({ properties }) => properties.role === "town");
    expect(() => loadTown({ ...town, territory: { ...town.territory, features } })).toThrow(/splits\[0\]\.area\.role/);
  });

  test("for an item on no list", () => {
    const profile = loadTown({ ...town, splits: [{ ...first, items: ["PL-999"] }] });
    const problems = profileListProblems(profile, { licences: [], services: [], penalties: [] });
    expect(problems).toContainEqual({
      path: ["splits", 0, "items", 0],
      message: expect.stringMatching(/PL-999 is on no list/),
    });
  });

  test("and lasts one day if its first is its last", () => {
    expect(withSplit({ from: "2026-03-01", until: "2026-03-01" })).not.toThrow();
  });
});
