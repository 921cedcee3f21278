import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { power } from "../../../services/powers/powers/domain/decider.ts";
import type { PowerCommand } from "../../../services/powers/powers/domain/power.ts";
import { powersEvents } from "../../../shared/contracts/powers.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { heldOn, inForceOn } from "../../../shared/powers-in-force/index.ts";
import { day, on, refusalOf } from "../../support/deciding.ts";
import { aHandover, aHeldPower, aListing, Held, theCounty, withoutAuthority, withoutLetter } from "./builders.ts";

const from = "2026-07-01";
const handover = aHandover({ inForceFrom: from });
const suspend = (date = from): PowerCommand => ({ type: "suspend", from: date, reason: "年度评估" });
const resume = (date = from): PowerCommand => ({ type: "resume", from: date });
const recall = (date = from): PowerCommand => ({ type: "recall", from: date, document: "收回1号" });
const inForce = (held: Held, date: string) => inForceOn(held.state, day(date)).inForce;

describe("P1: listing", () => {
  test("a power is listed with all that says what it is, and nothing handed over", () => {
    const { state } = new Held().lawfully(aListing(), "2026-03-01");
    expect(state).toEqual({ ...aListing().power, listedOn: "2026-03-01", changes: [], awaits: [] });
    expect(inForceOn(state, day(from))).toEqual({ inForce: false, failed: [{ condition: "not-handed-over" }] });
    expect(power.listed?.(state, "PN-001")).toEqual({ byCode: { partition: "powers", sort: "PN-001" } });
  });

  test("once", () => {
    expect(refusalOf(aHeldPower().tell(aListing(), "2026-03-01"))).toMatchObject({
      code: "powers.already-listed",
      ground: "state",
      details: { code: "PN-001" },
    });
  });

  test.each([handover, suspend(), resume(), recall(), { type: "come-into-force" } as const])(
    "$type finds nothing before it is listed",
    (command) => expect(power.decide(undefined, command, on("2026-03-01"))).toEqual([]),
  );

  test("an event of a power that never was is a fault", () => {
    const [, event] = aHeldPower(handover).events;
    if (event === undefined) throw new Error("nothing handed over");
    expect(() => power.evolve(undefined, event)).toThrow(/before its beginning/);
  });
});

/** What each command may do on 1 July in each situation; `ok`, or the code it is refused with. */
const situations = {
  listed: aHeldPower(),
  pending: aHeldPower(aHandover({ inForceFrom: "2026-08-01" })),
  "in force": aHeldPower(aHandover({ inForceFrom: "2026-06-01" })),
  suspended: aHeldPower(aHandover({ inForceFrom: "2026-06-01" }), suspend("2026-06-15")),
  resumed: aHeldPower(aHandover({ inForceFrom: "2026-06-01" }), suspend("2026-06-15"), resume("2026-06-20")),
  recalled: aHeldPower(aHandover({ inForceFrom: "2026-06-01" }), recall("2026-06-15")),
  "suspended, then recalled": aHeldPower(
    aHandover({ inForceFrom: "2026-06-01" }),
    suspend("2026-06-10"),
    recall("2026-06-15"),
  ),
};
const ways = {
  "hand over the same way": handover,
  "hand over another way": aHandover({ mode: "entrusted", inForceFrom: from }),
  suspend: suspend(),
  resume: resume(),
  recall: recall(),
};
const no = {
  notInForce: "powers.not-in-force",
  notSuspended: "powers.not-suspended",
  already: "powers.already-in-force",
};
const cells: Record<keyof typeof situations, Record<keyof typeof ways, string>> = {
  listed: row("ok", "ok", no.notInForce, no.notSuspended, no.notInForce),
  pending: row("ok", "ok", no.notInForce, no.notSuspended, no.notInForce),
  "in force": row(no.already, "ok", "ok", no.notSuspended, "ok"),
  suspended: row(no.already, "ok", no.notInForce, "ok", "ok"),
  resumed: row(no.already, "ok", "ok", no.notSuspended, "ok"),
  recalled: row("ok", "ok", no.notInForce, no.notSuspended, no.notInForce),
  "suspended, then recalled": row("ok", "ok", no.notInForce, no.notSuspended, no.notInForce),
};
function row(same: string, other: string, suspended: string, resumed: string, recalled: string) {
  return {
    "hand over the same way": same,
    "hand over another way": other,
    suspend: suspended,
    resume: resumed,
    recall: recalled,
  };
}

describe("what may be done in each situation", () => {
  test.each(
    Object.entries(situations).flatMap(([situation, held]) =>
      Object.entries(ways).map(([way, command]) => ({ situation, way, held, command })),
    ),
  )("$situation × $way", ({ situation, way, held, command }) => {
    const decision = power.decide(held.state, command, on("2026-03-01", theCounty));
    const expected = Object.entries(cells).find(([name]) => name === situation)?.[1];
    const answer = isRejection(decision) ? decision.code : "ok";
    expect(answer).toBe(Object.entries(expected ?? {}).find(([name]) => name === way)?.[1]);
    if (isRejection(decision)) expect(decision.ground).toBe("state");
    else expect(decision).toHaveLength(1);
  });

  test.each([
    [aHandover({ inForceFrom: "2026-05-31" }), "/inForceFrom", aHeldPower()],
    [suspend("2026-05-31"), "/from", situations["in force"]],
    [resume("2026-05-31"), "/from", situations.suspended],
    [recall("2026-05-31"), "/from", situations["in force"]],
  ] as const)("nothing reaches back: $type from yesterday is refused", (command, pointer, held) => {
    expect(refusalOf(power.decide(held.state, command, on("2026-06-01", theCounty)))).toMatchObject({
      code: "powers.date-past",
      pointer,
    });
  });

  test("from today on is early enough", () => {
    aHeldPower().lawfully(aHandover({ inForceFrom: "2026-06-01" }), "2026-06-01");
    aHeldPower(aHandover({ inForceFrom: "2026-06-01" })).lawfully(suspend("2026-06-01"), "2026-06-01");
  });
});

describe("CF-24b, P6: from and to, to the day", () => {
  test.each([
    ["handover", aHeldPower(handover), [false, true]],
    ["suspension", aHeldPower(aHandover({ inForceFrom: "2026-04-01" }), suspend()), [true, false]],
    [
      "resumption",
      aHeldPower(aHandover({ inForceFrom: "2026-04-01" }), suspend("2026-05-01"), resume()),
      [false, true],
    ],
    ["recall", aHeldPower(aHandover({ inForceFrom: "2026-04-01" }), recall()), [true, false]],
  ] as const)("a %s counts from the first hour of its day, not before", (_what, held, [before, after]) => {
    expect([inForce(held, "2026-06-30"), inForce(held, from)]).toEqual([before, after]);
  });

  test("d9: a power in force from 2026-07-01 is none on 2026-06-30, and says from when", () => {
    expect(inForceOn(aHeldPower(handover).state, day("2026-06-30"))).toEqual({
      inForce: false,
      failed: [{ condition: "not-yet-in-force", from }],
    });
  });

  test("P3: first entrusted, then delegated: each in its own name", () => {
    const held = aHeldPower(aHandover({ mode: "entrusted", inForceFrom: "2026-04-01" }), handover);
    expect(inForceOn(held.state, day("2026-06-30"))).toMatchObject({ mode: "entrusted", since: "2026-04-01" });
    expect(inForceOn(held.state, day(from))).toMatchObject({ mode: "delegated", since: from });
  });

  test("a suspended power is still held, so that it can be taken back", () => {
    expect(heldOn(situations.suspended.state, day(from))).toMatchObject({ mode: "delegated" });
    expect(heldOn(situations.recalled.state, day(from))).toBeUndefined();
  });

  test("what is taken back can be handed over anew", () => {
    const held = aHeldPower(aHandover({ inForceFrom: "2026-04-01" }), recall("2026-05-01"), handover);
    expect(inForce(held, "2026-06-30")).toBe(false);
    expect(inForce(held, from)).toBe(true);
  });
});

describe("coming into force, by the clockwork", () => {
  test("on the day, in Shanghai, once", () => {
    const held = aHeldPower(handover);
    expect(power.nextDeadline?.(held.state)).toBe("2026-06-30T16:00:00.000Z");
    expect(held.letPass("2026-06-30")).toEqual([]);
    expect(held.letPass("2026-07-02")).toEqual([from]);
    expect(held.events.at(-1)).toMatchObject({
      type: "powers.power.came-into-force",
      data: { code: "PN-001", on: from },
    });
    expect(power.nextDeadline?.(held.state)).toBeUndefined();
  });

  test("asked too early, or for nothing, it does nothing", () => {
    expect(aHeldPower(handover).tell({ type: "come-into-force" }, "2026-06-30")).toEqual([]);
    expect(aHeldPower().tell({ type: "come-into-force" }, "2026-06-30")).toEqual([]);
  });

  test("two handovers to come are announced each on its day", () => {
    const held = aHeldPower(handover, aHandover({ mode: "entrusted", inForceFrom: "2026-05-01" }));
    expect(held.letPass("2026-12-31")).toEqual(["2026-05-01", from]);
  });

  test.each([recall(), suspend()])("what a $type stops on that very day does not come into force", (stop) => {
    const held = aHeldPower(handover, stop);
    expect(held.letPass("2026-12-31")).toEqual([]);
    expect(power.nextDeadline?.(held.state)).toBeUndefined();
  });

  test("a later recall changes nothing about the beginning", () => {
    expect(aHeldPower(handover, recall("2026-08-01")).letPass("2026-12-31")).toEqual([from]);
  });

  test("after weeks switched off it is still said for its day", () => {
    const held = aHeldPower(handover).lawfully({ type: "come-into-force" }, "2026-09-01");
    expect(held.events.at(-1)?.data).toMatchObject({ on: from });
  });
});

describe("what is published", () => {
  test("every event keeps its contract", () => {
    const statutory = withoutLetter(
      withoutAuthority(aHandover({ mode: "statutory", inForceFrom: "2026-09-01", awaitsReadiness: true })),
    );
    const held = aHeldPower(handover);
    held.letPass(from);
    held.lawfully(suspend("2026-07-02"), from).lawfully(resume("2026-07-03"), from);
    held
      .lawfully(recall("2026-07-04"), from)
      .lawfully(statutory, from)
      .lawfully({ type: "ready", from: "2026-07-06" }, from);
    held.lawfully({ type: "adjust", from: "2026-07-07", townRole: "reviews", document: "县编办〔2026〕2号" }, from);
    const basis = [{ law: "大气污染防治法", repealedFrom: "2026-08-15" }];
    held
      .lawfully({ type: "adjust", from: "2026-07-07", basis, document: "县编办〔2026〕2号" }, from)
      .letPass("2026-08-15");
    held.lawfully({ type: "note-readiness", unmet: [{ kind: "officers", atLeast: 2, found: 1 }] }, "2026-08-20");
    const { conditions: _conditions, ...asThen } = statutory;
    held.lawfully(recall("2026-09-01"), "2026-08-21").lawfully({ ...asThen, form: "F-OLD" }, "2026-08-22");
    held.letPass("2026-09-02");
    // What is lacking stays in the house; that it stops the power does not.
    const told = held.events.filter(({ type }) => type !== "powers.power.readiness-noted");
    expect(new Set(told.map(({ type }) => type))).toEqual(
      new Set(Object.keys(powersEvents).filter((type) => type.startsWith("powers.power."))),
    );
    const contracts = new Map<string, z.ZodType>(Object.entries(powersEvents));
    for (const { type, data } of told) expect(contracts.get(type)?.safeParse(data).error).toBeUndefined();
  });
});
