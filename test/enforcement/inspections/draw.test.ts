import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inspectionDraw } from "../../../services/enforcement/inspections/domain/draw/decider.ts";
import { type DrawCommand, drawnOfficers } from "../../../services/enforcement/inspections/domain/draw/draw.ts";
import { type DrawPool, drawnFrom, poolText } from "../../../services/enforcement/inspections/domain/draw/drawing.ts";
import type { Enterprise } from "../../../services/enforcement/inspections/domain/enterprise/enterprise.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { anOfficer, certified } from "../common/builders.ts";
import {
  anEnterprise,
  anItem,
  booking,
  officer1,
  start,
  stateWith,
  theGridWorker,
  theHead,
  theMayor,
  theSupervisor,
} from "./builders.ts";

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const seed = "5".repeat(64);
const subs = ["officer-1", "officer-2", "officer-3", "officer-4"];
const certificates = subs.map((sub) => anOfficer(sub, [certified()]));
const venue = (number: number, state: Enterprise | undefined = anEnterprise().state) => ({
  ...{ label: String(number).repeat(12), enterprise: `E${number}`, premises: "M1", state },
});
type Commit = Extract<DrawCommand, { type: "commit" }>;
const committing = (more: Partial<Commit> = {}): Commit => ({
  ...{ type: "commit", title: "三月网吧抽查", items: ["JC-001"], itemStates: [anItem()] },
  ...{ from: "2026-03-09", until: "2026-03-20", count: 2, venues: [1, 2, 3, 4].map((one) => venue(one)) },
  ...{ officers: subs, certificates, seed, hash },
  ...more,
});
const aDraw = (more: Partial<Commit> = {}) => new Living(inspectionDraw).lawfully(committing(more), start, officer1);
const drawing = { type: "draw" as const, word: "龙川江", hash };
const drawn = (more: Partial<Commit> = {}) => aDraw(more).lawfully(drawing, start, theSupervisor);
const refused = (more: Partial<Commit>, actor: Actor = officer1) =>
  refusalOf(new Living(inspectionDraw).tell(committing(more), start, actor)).code;
const codeOf = (one: ReturnType<typeof aDraw>, command: DrawCommand, actor: Actor) =>
  refusalOf(one.tell(command, start, actor)).code;

describe("双随机: first the digest of the seed, then the seed", () => {
  test("the digest and the pool are out before; the seed is in no published data until it is drawn", () => {
    const one = aDraw();
    expect(one.state).toMatchObject({
      status: "committed",
      seedDigest: hash(seed),
      poolDigest: hash(poolText(one.state.pool)),
    });
    expect(JSON.stringify(one.events.map(({ data }) => data))).not.toContain(seed);
    one.lawfully(drawing, start, theSupervisor);
    expect(one.events.at(-1)?.data).toMatchObject({ on: start, seed, word: "龙川江" });
    expect(JSON.stringify(one.events.map(({ data }) => data))).not.toMatch(/officer-|E1|KEY9/);
  });
  test("another person draws, once: not who fixed it, nor an officer of the pool", () => {
    expect(codeOf(aDraw(), drawing, officer1)).toBe("enforcement.draw-own");
    expect(codeOf(aDraw(), drawing, { ...officer1, sub: "officer-3" })).toBe("enforcement.draw-own");
    const outside: Actor = { ...officer1, sub: "squad-leader-1", roles: ["squad-leader"] };
    const his = new Living(inspectionDraw).lawfully(committing(), start, outside);
    expect(codeOf(his, drawing, outside)).toBe("enforcement.draw-own");
    expect(aDraw().lawfully(drawing, start, theMayor).state.status).toBe("drawn");
    expect(codeOf(drawn(), { ...drawing, word: "另一词" }, theMayor)).toBe("enforcement.draw-not-in-this-state");
  });
  test("anybody computes the same from what is public, written here anew", () => {
    const { pool, word = "", drawn: result } = drawn().state;
    const places = pool.venues.map((label) => [hash(`${seed}|${word}|venue|${label}`), label] as const).sort();
    const first = places.slice(0, pool.count).map(([, label]) => label);
    expect(result.map(({ label }) => label)).toEqual(first);
    for (const { label, officers } of result) {
      const order = pool.officers.map((one) => [hash(`${seed}|${word}|officer|${label}|${one}`), one] as const).sort();
      expect(officers).toEqual(order.map(([, one]) => one));
    }
  });
  test("the order in which the pool was written decides nothing, and every venue has its chance", () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[0-9A-F]{12}$/), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(names, fc.stringMatching(/^[a-f0-9]{8}$/), (venues, word) => {
        const pool: DrawPool = { venues, officers: ["A", "B", "C"], conflicts: [], count: 2 };
        const turned: DrawPool = { ...pool, venues: venues.toReversed(), officers: ["C", "B", "A"] };
        expect(drawnFrom(turned, seed, word, hash)).toEqual(drawnFrom(pool, seed, word, hash));
        expect(new Set(drawnFrom(pool, seed, word, hash).map(({ label }) => label)).size).toBe(2);
      }),
      { numRuns: 100 },
    );
    const pool: DrawPool = { venues: ["A", "B", "C"], officers: ["x", "y"], conflicts: [], count: 1 };
    const seen = new Set(Array.from({ length: 60 }, (_, at) => drawnFrom(pool, seed, `w${at}`, hash)[0]?.label));
    expect([...seen].toSorted()).toEqual(["A", "B", "C"]);
  });
  test("another word gives another draw: who fixed the pool could not know it", () => {
    const orders = ["一", "二", "三", "四", "五"].map((word) =>
      JSON.stringify(aDraw().lawfully({ ...drawing, word }, start, theSupervisor).state.drawn),
    );
    expect(new Set(orders).size).toBeGreaterThan(1);
  });
});

describe("who takes part is fixed before", () => {
  test("the office fixes it, by published items, in a period of one year", () => {
    expect(refused({}, theGridWorker)).toBe("enforcement.inspection-not-enforcement");
    expect(refused({ itemStates: [undefined] })).toBe("enforcement.inspection-item-unpublished");
    expect(refused({ from: "2026-03-01" })).toBe("enforcement.inspection-period");
    expect(refused({ from: "2026-12-30", until: "2027-01-02" })).toBe("enforcement.inspection-period");
  });
  test("officers who are too near are out before, of that venue alone; who is not certified is out of all", () => {
    const conflicts = [{ sub: "officer-2", certificate: "云E53232", ground: "relative" as const }];
    const one = drawn({ venues: [venue(1, stateWith({ conflicts })), venue(2), venue(3)], count: 2 });
    for (const { label, officers } of one.state.drawn)
      expect(officers.includes("云E53232")).toBe(label !== "1".repeat(12));
    const late = certificates.map((each) =>
      each.sub === "officer-4" ? anOfficer("officer-4", [certified({ until: start })]) : each,
    );
    expect(aDraw({ certificates: late }).state.pool.officers).toEqual(["云E53231", "云E53232", "云E53233"]);
    expect(refused({ certificates: certificates.slice(0, 1) })).toBe("enforcement.draw-no-officers");
  });
  test("a venue whose cap is reached, that is closed, or that lacks two officers, is left out and shown", () => {
    const full = anEnterprise().lawfully(booking("V1"), start, officer1).lawfully(booking("V2"), start, officer1).state;
    const near = subs
      .slice(0, 3)
      .map((sub) => ({ sub, certificate: `云E5323${sub.at(-1)}`, ground: "other" as const }));
    const venues = [
      venue(1, full),
      venue(2, stateWith({ status: "closed" })),
      venue(3, stateWith({ conflicts: near })),
      venue(4),
      venue(5),
    ];
    expect(aDraw({ venues, count: 1 }).state.excluded.map(({ ground }) => ground)).toEqual([
      "cap",
      "not-listed",
      "no-officers",
    ]);
  });
  test("more venues than are drawn, each enterprise once", () => {
    expect(refused({ count: 4 })).toBe("enforcement.draw-pool");
    expect(aDraw({ count: 3 }).state.pool.count).toBe(3);
    const twice = { ...venue(1), label: "9".repeat(12) };
    expect(refused({ venues: [venue(1), twice, venue(2), venue(3)] })).toBe("enforcement.draw-pool");
  });
});

describe("what was drawn is inspected", () => {
  test("each venue of the draw once, and no other", () => {
    const one = drawn();
    const [first] = one.state.drawn;
    const label = first?.label ?? "";
    const proposing = { type: "propose" as const, label, inspection: "V1" };
    expect(codeOf(one, { ...proposing, label: "0".repeat(12) }, officer1)).toBe("enforcement.draw-label-unknown");
    expect(codeOf(one, proposing, theGridWorker)).toBe("enforcement.inspection-not-enforcement");
    one.lawfully(proposing, start, officer1);
    expect(codeOf(one, proposing, officer1)).toBe("enforcement.draw-proposed-already");
  });
  test("an officer gives way only to the next of the order, and only when something keeps him away", () => {
    const one = drawn();
    const label = one.state.drawn[0]?.label ?? "";
    const order = one.state.drawn[0]?.officers ?? [];
    const [out = ""] = order;
    const sub = one.state.officers.find(({ certificate }) => certificate === out)?.sub ?? "";
    const replacing = (conflicts: Enterprise["conflicts"]): DrawCommand => ({
      ...{ type: "replace", label, certificate: out, ground: "conflict", certificates },
      enterprise: stateWith({ conflicts }),
    });
    expect(codeOf(one, replacing([]), officer1)).toBe("enforcement.draw-not-replaced");
    const lost = { ...replacing([]), ground: "not-certified" as const };
    expect(codeOf(one, lost, officer1)).toBe("enforcement.draw-not-replaced");
    one.lawfully(replacing([{ sub, certificate: out, ground: "interest" }]), start, theHead);
    const names = order
      .slice(1, 3)
      .map((each) => one.state.officers.find(({ certificate }) => certificate === each)?.sub);
    expect(drawnOfficers(one.state, label)).toEqual(names);
    expect(codeOf(one, replacing([{ sub, certificate: out, ground: "interest" }]), officer1)).toBe(
      "enforcement.draw-not-replaced",
    );
  });
  test("where nobody is left in the order, nobody is replaced", () => {
    const one = drawn({ officers: ["officer-1", "officer-2"] });
    const label = one.state.drawn[0]?.label ?? "";
    const conflicts = [{ sub: "officer-1", certificate: "云E53231", ground: "interest" as const }];
    const command: DrawCommand = {
      type: "replace",
      label,
      certificate: "云E53231",
      ground: "conflict",
      certificates,
      enterprise: stateWith({ conflicts }),
    };
    expect(codeOf(one, command, officer1)).toBe("enforcement.draw-not-replaced");
  });
});
