import { describe, expect, test } from "vitest";
import { ban, banId, banMoves, standingBan } from "../../../services/permits/cases/domain/ban/ban.ts";
import { refusedAsBarred } from "../../../services/permits/cases/domain/ban/refusal.ts";
import { walkStates } from "../../support/cells.ts";
import { day, on, refusalOf } from "../../support/deciding.ts";
import { partyId } from "../../support/keyed.ts";
import { aBan, aFalsehood, aJudgment, theHolder, told } from "../certificates/builders.ts";

describe("whoever lied to obtain a permit may not apply for it again for a time", () => {
  test.each([
    ["XK-78 false materials: one year", "false-materials", "2027-03-02", "2027-03-03"],
    ["XK-79 a permit got by fraud: three years", "fraud", "2029-03-02", "2029-03-03"],
  ] as const)("%s, its last day included", (_rule, ground, last, after) => {
    const state = aBan({ ground });
    expect(standingBan(state, day(last))).toMatchObject({ ground, bar: { due: last } });
    expect(refusedAsBarred(state, on(last))).toMatchObject({ code: "permits.barred", details: { until: last } });
    expect(standingBan(state, day(after))).toBeUndefined();
    expect(refusedAsBarred(state, on(after))).toBeUndefined();
  });

  test("XK-78: only an item that bears on safety bars; the warning stands all the same", () => {
    const state = aBan({ safety: false });
    expect(state.findings).toMatchObject([{ ground: "false-materials", source: "PL-018.X" }]);
    expect(standingBan(state, day("2026-03-02"))).toBeUndefined();
  });

  test("a leap day's year ends on 28 February", () => {
    expect(standingBan(aBan({ from: "2028-02-29" }), day("2029-02-28"))).toBeDefined();
    expect(standingBan(aBan({ from: "2028-02-29" }), day("2029-03-01"))).toBeUndefined();
  });

  test("of two bars the one that lasts longer is told, whichever came last", () => {
    const state = told(ban, aBan({ ground: "fraud" }), aFalsehood({ source: "B", from: "2026-05-01" }), "2026-05-01");
    expect(standingBan(state, day("2026-05-01"))).toMatchObject({ ground: "fraud", bar: { due: "2029-03-02" } });
  });

  test("the same refusal told twice is one finding", () => {
    expect(ban.decide(aBan(), aFalsehood(), on("2026-03-05"))).toEqual([]);
  });

  test("it ends early only by a judgment or a decision on review", () => {
    const lifted = aBan({ lifted: "2026-03-04" });
    expect(lifted).toMatchObject({ status: "lifted", liftedOn: "2026-03-04", document: aJudgment });
    expect(standingBan(lifted, day("2026-03-05"))).toBeUndefined();
    expect(refusalOf(ban.decide(lifted, { type: "lift", document: aJudgment }, on("2026-03-05")))).toMatchObject({
      code: "permits.ban-not-in-this-state",
      ground: "state",
    });
  });

  test("a new lie after the first was undone bars again, and only from its own day", () => {
    const again = told(
      ban,
      aBan({ lifted: "2026-03-04" }),
      aFalsehood({ source: "B", from: "2026-04-01" }),
      "2026-04-01",
    );
    expect(again.findings).toHaveLength(2);
    expect(standingBan(again, day("2026-04-01"))).toMatchObject({ source: "B", bar: { due: "2027-04-01" } });
  });

  test("its id tells the item, and the person only to who knows the number; his name stands in no event's data", () => {
    expect(banId(partyId(theHolder.idNumber), "PL-018")).not.toContain(theHolder.idNumber);
    expect(banId(partyId(theHolder.idNumber.toLowerCase()), "PL-018")).toBe(
      banId(partyId(theHolder.idNumber), "PL-018"),
    );
    const decision = ban.decide(undefined, aFalsehood(), on("2026-03-02"));
    expect(JSON.stringify(decision)).toContain(theHolder.name);
    const data = JSON.stringify("rejected" in decision ? [] : decision.map((event) => event.data));
    expect(data).not.toContain(theHolder.name);
    expect(data).not.toContain(theHolder.idNumber);
  });
});

walkStates("a ban's moves", {
  decider: ban,
  moves: banMoves,
  impossible: "permits.ban-not-in-this-state",
  states: { recorded: () => aBan(), lifted: () => aBan({ lifted: "2026-03-04" }) },
  told: { record: aFalsehood({ source: "B" }), lift: { type: "lift", document: aJudgment } },
  context: () => on("2026-03-05"),
});
