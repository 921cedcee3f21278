import { describe, expect, test } from "vitest";
import {
  askRecusal,
  conflictOf,
  decideRecusal,
  isRecused,
  knownPerson,
  type Recusal,
  separations,
  unknownPeople,
} from "../../../shared/people/index.ts";
import { staffProblems } from "../../../shared/town/staff.ts";

const town = { staff: [{ sub: "reviewer-1", name: "审查岗", office: "agriculture" }] };
const officers = [{ certificate: "云E-001", sub: "officer-1" }];

describe("a person in a case is somebody the town knows", () => {
  test("from the profile's staff, or from the register of officers", () => {
    expect(knownPerson("reviewer-1", town)).toMatchObject({ name: "审查岗", office: "agriculture" });
    expect(knownPerson("officer-1", town)).toBeUndefined();
    expect(knownPerson("officer-1", town, officers)).toMatchObject({ certificateNo: "云E-001" });
  });
  test("by the exact name of the token, never by a name that is shown", () => {
    expect(unknownPeople(["reviewer-1", "Reviewer-1", "审查岗", "审查岗"], town)).toEqual(["Reviewer-1", "审查岗"]);
  });
});

describe("conflicts are between persons", () => {
  test.each(separations)("$rule: $between.0 and $between.1 are two people, in either order", ({ between, rule }) => {
    const [one, other] = between;
    expect(conflictOf("a", one, [{ part: other, sub: "a" }])).toMatchObject({ rule, took: other });
    expect(conflictOf("a", other, [{ part: one, sub: "a" }])).toMatchObject({ rule, took: one });
    expect(conflictOf("b", one, [{ part: other, sub: "a" }])).toBeUndefined();
  });
  test("L1: the person who took it in does not decide, although another accepted", () => {
    const taken = [
      { part: "took-in", sub: "clerk-2" },
      { part: "accepted", sub: "clerk-1" },
    ] as const;
    expect(conflictOf("clerk-2", "decided", taken)?.rule).toBe("L1");
    expect(conflictOf("clerk-3", "decided", taken)).toBeUndefined();
  });
});

const asked: Recusal = { sub: "chair-1", askedBy: "resident-1", askedOn: "2026-03-02", ground: "relative" };
const decided = { by: "head-1", on: "2026-03-03", recused: true };

describe("CF-43, XK-48: recusal", () => {
  test("the case goes on until the head has decided", () => {
    expect(isRecused([asked], "chair-1")).toBe(false);
    const then = decideRecusal([asked], "chair-1", decided, true);
    expect(typeof then !== "string" && isRecused(then, "chair-1")).toBe(true);
  });
  test("nobody decides about himself, nobody but the head decides, and only what was asked", () => {
    expect(decideRecusal([asked], "chair-1", { ...decided, by: "chair-1" }, true)).toBe("own-recusal");
    expect(decideRecusal([asked], "chair-1", decided, false)).toBe("not-the-head");
    expect(decideRecusal([], "chair-1", decided, true)).toBe("not-asked");
  });
  test("it is asked once while it is open, and can be asked again after the decision", () => {
    expect(askRecusal([asked], asked)).toBe("asked-already");
    const then = decideRecusal([asked], "chair-1", { ...decided, recused: false }, true);
    if (typeof then === "string") throw new Error(then);
    expect(isRecused(then, "chair-1")).toBe(false);
    expect(askRecusal(then, asked)).toBe("denied-already");
    expect(askRecusal(then, { ...asked, ground: "own-interest" })).toHaveLength(2);
  });
  test("a person who was recused is not asked to withdraw again", () => {
    const then = decideRecusal([asked], "chair-1", decided, true);
    if (typeof then === "string") throw new Error(then);
    expect(askRecusal(then, { ...asked, ground: "own-interest" })).toBe("asked-already");
  });
});

describe("the list of staff", () => {
  const known = { ...town, offices: [{ id: "agriculture" }], heads: [], duties: { posts: [] } };
  test("a person stands once, in an office that exists", () => {
    expect(staffProblems(known)).toEqual([]);
    const [member] = town.staff;
    const twice = { ...known, staff: [...town.staff, ...(member === undefined ? [] : [member])] };
    expect(staffProblems(twice).map(({ path }) => path)).toEqual([["staff", 1, "sub"]]);
    expect(staffProblems({ ...known, offices: [] }).map(({ path }) => path)).toEqual([["staff", 0, "office"]]);
  });
  test("heads and holders of posts stand in it", () => {
    const heads = [{ sub: "zhen-zhang", office: "agriculture" }];
    const posts = [{ a: "reviewer-1", b: "deputy-1" }];
    expect(staffProblems({ ...known, heads, duties: { posts } }).map(({ path }) => path)).toEqual([
      ["heads", 0, "sub"],
      ["duties", "posts", 0, "b"],
    ]);
  });
});
