import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRejection, refusals } from "../../../shared/decider/index.ts";
import { fromRejection } from "../../../shared/http/index.ts";

const { badInput, checkMove, notNow, notYou, refuse } = refusals<string>();

const moves = {
  received: { accept: "accepted", withdraw: "withdrawn" },
  accepted: { decide: ["granted", "refused"] },
  withdrawn: {},
} as const;

describe("a table of moves", () => {
  it("allows what it lists for the state, and refuses the rest naming what is possible now", () => {
    expect(checkMove(moves, "permits.not-now", "received", "accept")).toBeUndefined();
    expect(checkMove(moves, "permits.not-now", "accepted", "decide")).toBeUndefined();
    expect(checkMove(moves, "permits.not-now", "received", "decide")).toEqual({
      rejected: true,
      code: "permits.not-now",
      ground: "state",
      details: { status: "received", command: "decide", possible: ["accept", "withdraw"] },
    });
    expect(checkMove(moves, "permits.not-now", "withdrawn", "accept")).toMatchObject({ details: { possible: [] } });
  });

  it("refuses every state and command it does not know, the names every object has included", () => {
    const known = new Set(["received.accept", "received.withdraw", "accepted.decide"]);
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom("received", "accepted", "accept", "decide", "constructor", "toString", "__proto__"),
    );
    fc.assert(
      fc.property(word, word, (status, command) => {
        expect(checkMove(moves, "x.y", status, command) === undefined).toBe(known.has(`${status}.${command}`));
      }),
    );
  });
});

describe("a refusal", () => {
  it.each([
    [notNow, "state", 409],
    [refuse, "rule", 422],
    [notYou, "actor", 403],
    [badInput, "input", 422],
  ])("has a ground, and the ground has a status", (make, ground, status) => {
    const rejection = make("permits.reason", { article: "行政许可法32" }, "/missing");
    expect(rejection).toEqual({
      rejected: true,
      code: "permits.reason",
      ground,
      details: { article: "行政许可法32" },
      pointer: "/missing",
    });
    expect(fromRejection(rejection, {})).toMatchObject({
      status,
      code: "permits.reason",
      errors: [{ pointer: "/missing" }],
    });
  });

  it("is told from events, and has no pointer unless given one", () => {
    expect(isRejection(refuse("a.b"))).toBe(true);
    expect(isRejection([])).toBe(false);
    expect(refuse("a.b")).toEqual({ rejected: true, code: "a.b", ground: "rule", details: {} });
    expect(fromRejection(refuse("a.b"), {})).not.toHaveProperty("errors");
  });
});
