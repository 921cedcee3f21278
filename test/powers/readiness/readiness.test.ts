import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readiness } from "../../../services/powers/readiness/domain/decider.ts";
import type { Counted, ReadinessCommand, Watched } from "../../../services/powers/readiness/domain/readiness.ts";
import { readinessRecord, recordMoves } from "../../../services/powers/readiness/domain/record.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { walkStates } from "../../support/cells.ts";
import { day, on, refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { theLeader } from "../duties/builders.ts";
import { aHandover } from "../powers/builders.ts";
import { aPowersTown } from "../powers-town.ts";

const domain = "urban";
const begins = "2026-04-01";
const watching = (...conditions: Watched["conditions"]): ReadinessCommand => ({
  type: "watch",
  code: "PN-001",
  power: { domain, conditions, from: begins },
});
const certifying = (sub: string, until = "2027-12-31", domains = [domain], certificate = sub): ReadinessCommand => ({
  type: "follow-officer",
  certificate,
  sequence: 1,
  sub,
  change: { kind: "certified", from: "2026-01-01", until, domains },
});
const counting = (record: string, counted: Partial<Counted> = {}): ReadinessCommand => ({
  type: "count",
  record,
  counted: { kind: "training", domain, from: "2026-03-01", person: record, ...counted },
});
const said = (roster: { readonly types: readonly string[] }) =>
  roster.types.filter((type) => /met|below|restored/.test(type)).map((type) => type.split(".").at(-1));
const aRoster = (...told: ReadinessCommand[]) => {
  const roster = new Living(readiness);
  for (const command of told) roster.lawfully(command, "2026-03-02");
  return roster;
};

describe("P4: in force only when met", () => {
  test.each<[string, Watched["conditions"], ReadinessCommand[], ReadinessCommand]>([
    ["two officers", [{ kind: "officers", atLeast: 2 }], [certifying("a")], certifying("b")],
    ["one trained", [{ kind: "trained", atLeast: 1 }], [], counting("r1")],
    [
      "one seconded down",
      [{ kind: "seconded", atLeast: 1 }],
      [counting("up", { kind: "secondment", direction: "up" })],
      counting("down", { kind: "secondment", direction: "down" }),
    ],
    ["a seal", [{ kind: "seal" }], [counting("v", { kind: "venue" })], counting("s", { kind: "seal" })],
    ["a venue", [{ kind: "venue" }], [counting("s", { kind: "seal" })], counting("v", { kind: "venue" })],
  ])("%s", (_what, conditions, before, last) => {
    const roster = aRoster(watching(...conditions), ...before);
    roster.letPass("2026-06-01");
    expect(said(roster)).toEqual([]);
    roster.lawfully(last, "2026-06-01");
    expect(said(roster)).toEqual(["met"]);
    expect(roster.events.at(-1)?.data).toMatchObject({ code: "PN-001", on: "2026-06-01" });
  });

  test("one person with two certificates is one officer; another domain's officer is none", () => {
    const roster = aRoster(watching({ kind: "officers", atLeast: 2 }), certifying("a"));
    roster.lawfully(certifying("a", "2027-12-31", [domain], "a2"), "2026-04-02");
    roster.lawfully(certifying("w", "2027-12-31", ["waters"]), "2026-04-02");
    expect(said(roster)).toEqual([]);
  });

  test("what is met before the first day counts from the first day", () => {
    const roster = aRoster(watching({ kind: "officers", atLeast: 1 }), certifying("a"));
    expect(said(roster)).toEqual([]);
    roster.letPass("2026-03-31");
    expect(said(roster)).toEqual([]);
    roster.letPass(begins);
    expect(roster.events.at(-1)?.data).toMatchObject({ on: begins });
  });
});

describe("P4: falling below is a warning, on the very day", () => {
  const ready = (...told: ReadinessCommand[]) => {
    const roster = aRoster(...told);
    roster.letPass(begins);
    expect(said(roster)).toEqual(["met"]);
    return roster;
  };

  test("a certificate that expires: not on its last day, on the next", () => {
    const roster = ready(watching({ kind: "officers", atLeast: 1 }), certifying("a", "2026-05-31"));
    roster.letPass("2026-05-31");
    expect(said(roster)).toEqual(["met"]);
    roster.letPass("2026-06-01");
    expect(roster.events.at(-1)).toMatchObject({
      type: "powers.readiness.fallen-below",
      data: { on: "2026-06-01", unmet: [{ kind: "officers", atLeast: 1, found: 0 }] },
    });
  });

  test("a secondment that ends: not on its last day, on the next; another makes it good", () => {
    const seconded = counting("d", { kind: "secondment", direction: "down", until: "2026-05-31" });
    const roster = ready(watching({ kind: "seconded", atLeast: 1 }), seconded);
    roster.letPass("2026-06-01");
    expect(said(roster)).toEqual(["met", "fallen-below"]);
    roster.lawfully(counting("e", { kind: "secondment", direction: "down" }), "2026-06-05");
    expect(said(roster)).toEqual(["met", "fallen-below", "restored"]);
  });

  test("a suspended officer does not count while suspended", () => {
    const roster = ready(watching({ kind: "officers", atLeast: 1 }), certifying("a"));
    const follow = { type: "follow-officer" as const, certificate: "a", sub: undefined };
    roster.lawfully({ ...follow, sequence: 2, change: { kind: "suspended", from: "2026-05-01" } }, "2026-04-20");
    roster.letPass("2026-05-01");
    expect(said(roster)).toEqual(["met", "fallen-below"]);
    roster.lawfully({ ...follow, sequence: 3, change: { kind: "resumed", from: "2026-05-03" } }, "2026-05-02");
    roster.letPass("2026-05-03");
    expect(said(roster)).toEqual(["met", "fallen-below", "restored"]);
  });

  test("nobody need be ready for a power that is taken back", () => {
    const roster = ready(watching({ kind: "officers", atLeast: 1 }), certifying("a", "2026-05-31"));
    roster.lawfully({ type: "release", code: "PN-001", from: "2026-05-01" }, "2026-04-20");
    roster.letPass("2026-12-31");
    expect(said(roster)).toEqual(["met"]);
  });

  test("P4, for any history: what it says of a power is what counting by hand on that day gives", () => {
    const date = fc.integer({ min: 1, max: 60 }).map((days) => day("2026-03-01").add({ days }).toString());
    const entry = fc.record({ person: fc.constantFrom("a", "b", "c"), from: date, until: date, told: date });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), fc.integer({ min: 1, max: 2 }), (entries, atLeast) => {
        const roster = aRoster(watching({ kind: "trained", atLeast }));
        const ordered = entries
          .map((one, at) => ({ ...one, id: String(at) }))
          .sort((one, other) => (one.told < other.told ? -1 : 1));
        for (const { id, told, person, from, until } of ordered) {
          roster.letPass(told);
          roster.lawfully(counting(id, { person, from, until }), told);
        }
        for (let on = day("2026-05-01"); on.toString() < "2026-07-01"; on = on.add({ days: 1 })) {
          roster.letPass(on.toString());
          const people = new Set(
            ordered.filter((one) => one.from <= on.toString() && on.toString() <= one.until).map((one) => one.person),
          );
          const { standing } = roster.state.powers["PN-001"] ?? {};
          expect(standing === "ready").toBe(people.size >= atLeast);
        }
      }),
      { numRuns: 60, seed: 20261124 },
    );
  });

  test("told twice, it says nothing twice", () => {
    const told = [watching({ kind: "officers", atLeast: 1 }), certifying("a"), counting("r")];
    const roster = aRoster(...told);
    roster.letPass(begins);
    const before = roster.events.length;
    for (const command of [...told, { type: "discount", record: "unknown" } as const])
      expect(roster.tell(command, begins)).toEqual([]);
    expect(aRoster({ type: "release", code: "PN-404", from: begins }).types).toEqual(["powers.readiness.judged"]);
    expect(roster.events).toHaveLength(before);
  });
});

describe("P4: trainings, secondments up and down, seals and venues are on record with their days", () => {
  const made = {
    kind: "secondment",
    domain,
    what: "县综合行政执法局",
    from: "2026-03-02",
    until: "2026-05-31",
  } as const;
  const person = { sub: "s-1", name: "张三丰" };
  const aRecord = () =>
    new Living(readinessRecord).lawfully({ type: "make", record: { ...made, direction: "up" }, person }, "2026-03-02");

  test("it ends by itself after its last day, and may be ended before", () => {
    const record = aRecord();
    record.letPass("2026-05-31");
    expect(record.state.status).toBe("standing");
    record.letPass("2026-06-01");
    expect(record.events.at(-1)?.data).toMatchObject({ on: "2026-06-01", by: "term", direction: "up" });
    expect(aRecord().lawfully({ type: "end" }, "2026-04-01").state).toMatchObject({
      status: "ended",
      endedOn: "2026-04-01",
    });
    expect(refusalOf(record.tell({ type: "end" }, "2026-06-02")).code).toBe("powers.record-ended-already");
  });

  walkStates("a record's moves", {
    decider: readinessRecord,
    moves: recordMoves,
    impossible: "powers.record-ended-already",
    states: {
      standing: () => aRecord().state,
      ended: () => aRecord().lawfully({ type: "end" }, "2026-04-01").state,
    },
    told: { end: { type: "end" }, expire: { type: "expire" } },
    context: () => on("2026-06-01"),
  });

  test("whom it is about stays in the town", () => {
    expect(JSON.stringify(aRecord().events.map(({ data }) => data))).not.toMatch(/张三丰|s-1/);
  });

  test("only in a domain of the profile", () => {
    const elsewhere = { type: "make" as const, record: { ...made, domain: "航天" }, person };
    expect(refusalOf(new Living(readinessRecord).tell(elsewhere, "2026-03-02"))).toMatchObject({
      code: "powers.unknown-domain",
      pointer: "/domain",
    });
  });

  test("asked too early to expire, it does nothing", () => {
    expect(aRecord().tell({ type: "expire" }, "2026-05-31")).toEqual([]);
    expect(isRejection(aRecord().tell({ type: "expire" }, "2026-06-01"))).toBe(false);
  });
});

describe("P4 in the service", () => {
  test("a power handed over with conditions waits, begins, is warned about, and goes on", async () => {
    const { list, tell, get, post, settle, runtime, refusals, published } = aPowersTown();
    await list();
    const conditions = [{ kind: "trained", atLeast: 1 }] as const;
    await tell({ ...aHandover({ inForceFrom: "2026-03-02" }), awaitsReadiness: true, conditions });
    await settle();
    expect((await get("/powers/check", { code: "PN-001" })).body).toMatchObject({
      inForce: false,
      failed: [{ condition: "not-ready" }],
    });
    expect((await get("/powers/readiness", {}, theLeader)).body).toMatchObject({
      powers: [{ code: "PN-001", standing: "awaiting", unmet: [{ kind: "trained", atLeast: 1, found: 0 }] }],
    });
    const record = {
      kind: "training",
      domain,
      what: "执法培训",
      from: "2026-03-02",
      until: "2026-03-31",
      person: { sub: "s-1", name: "张三丰" },
    };
    const made = await post("/powers/readiness-records", record, theLeader);
    expect(made).toMatchObject({ status: 201, body: { person: { name: expect.not.stringContaining("三丰") } } });
    await settle();
    expect((await get("/powers/check", { code: "PN-001" })).body).toMatchObject({ inForce: true, since: "2026-03-02" });
    runtime.setClock("2026-04-01T02:00:00.000Z");
    await settle();
    expect((await get("/powers/items/PN-001")).body).toMatchObject({
      status: { inForce: true },
      readiness: { unmet: [{ kind: "trained", atLeast: 1, found: 0 }] },
    });
    await post("/powers/readiness-records", { ...record, from: "2026-04-01", until: "2026-12-31" }, theLeader);
    await settle();
    expect((await get("/powers/items/PN-001")).body).toMatchObject({ readiness: { unmet: [] } });
    // Without an end people write the last day that there is.
    expect(await post("/powers/readiness-records", { ...record, until: "9999-12-31" }, theLeader)).toMatchObject({
      status: 201,
    });
    expect(refusals).toEqual([]);
    expect(published.map(({ type }) => type)).toEqual(
      expect.arrayContaining(["powers.readiness.met", "powers.readiness.fallen-below", "powers.readiness.restored"]),
    );
    expect(JSON.stringify(published)).not.toMatch(/张三丰|s-1/);
  });
});
