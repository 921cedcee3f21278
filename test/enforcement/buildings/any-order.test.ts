import fc from "fast-check";
import { expect, test } from "vitest";
import type { Building } from "../../../services/enforcement/buildings/domain/building.ts";
import type { BuildingCommand } from "../../../services/enforcement/buildings/domain/messages.ts";
import { type Actor, isRejection } from "../../../shared/decider/index.ts";
import { tries } from "../../support/tries.ts";
import {
  aDecision,
  announcing,
  beginning,
  claiming,
  correcting,
  delivered,
  demanding,
  enforcingBy,
  finishing,
  known,
  listing,
  type OneBuilding,
  officerA,
  officerB,
  on,
  ready,
  rechecking,
  recorded,
  returning,
  serving,
  sha,
  stopping,
  stranger,
  taking,
  theHead,
  theParty,
} from "./builders.ts";

const actors: readonly Actor[] = [officerA, officerB, stranger, theHead, theParty];
const filed = { id: "R1", kind: "suit" as const, filedOn: "2026-02-01" };
const disputed = aDecision("planning", { remedies: [filed] });

/** The papers of the building as they stand, each served on this day. */
const served = ({ stopOrder, order, demand, enforcement }: Building, day: string): readonly BuildingCommand[] =>
  [
    delivered("stop-order", day, stopOrder),
    delivered("rectification-order", day, order),
    delivered("demand", day, demand),
    delivered("enforcement-decision", day, enforcement),
  ].map((paper) => serving(paper));

const commands = (state: Building, day: string): readonly BuildingCommand[] => [
  ...served(state, day),
  { ...known(), type: "countersign" },
  stopping,
  correcting(),
  rechecking(),
  taking(),
  demanding(),
  { type: "state-opinion", partyKey: "KEY1", text: "请求宽限" },
  { ...known(), type: "hear-opinion", adopted: false, reasons: "不采纳" },
  enforcingBy(),
  announcing(),
  announcing("2026-12-01"),
  listing(),
  listing({ things: [] }),
  { ...known(), type: "find-urgent", reasons: "危房" },
  beginning(),
  beginning({ proceeding: disputed }),
  { ...known(), type: "interrupt", reasons: "下雨" },
  finishing(),
  returning(["T1"]),
  claiming(),
  { ...known(), type: "agree", signed: sha, stages: [{ what: "拆", by: "2026-09-20" }] },
  { ...known(), type: "end-agreement", kept: false, reasons: "未履行" },
  { ...known(), type: "pause", ground: "unable", harmless: true, reasons: "患病" },
  { ...known(), type: "resume", reasons: "恢复" },
  { ...known(), type: "note-remedy", kind: "review", filedOn: day, document: "1号", partyKey: "KEY1" },
  { ...known(), type: "end-remedy", remedy: "R1", effect: "revoked", document: "1号" },
  { ...known(), type: "end-remedy", remedy: "R1", effect: "upheld", document: "1号" },
  { type: "follow", proceeding: disputed },
  { type: "pass-time" },
];

const shanghai = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
/** Six calendar months later, counted without the calendar's own code; no month here is too short. */
const halfAYearLater = (day: string) => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + 6, date)).toISOString().slice(0, 10);
};
const offIn2026 = /^2026-(01-0[1-3]|02-(1[5-9]|2[0-3])|04-0[4-6]|05-0[1-5]|06-(19|2[01])|09-2[5-7]|10-0[1-7])$/;

/** What holds whenever work goes on: each period over, nothing open, no night, no holiday unless urgent. */
function holdsAtWork(before: Building, { from, urgent }: Building["work"][number]): void {
  const local = shanghai(from);
  const [day, clock] = [local.slice(0, 10), local.slice(11, 16)];
  for (const servedOn of [before.decision?.servedOn, before.enforcement?.servedOn])
    expect(day > halfAYearLater(servedOn ?? "2999-01-01")).toBe(true);
  expect(day > (before.notice?.by ?? "2999-01-01")).toBe(true);
  expect(before.remedies.every(({ endedOn }) => endedOn !== undefined)).toBe(true);
  expect(before.agreement).toBeUndefined();
  expect(before.things).toBeDefined();
  if (urgent) expect(before.urgency?.on).toBe(day);
  else {
    expect(clock >= "06:00" && clock < "22:00").toBe(true);
    expect(day).not.toMatch(offIn2026);
  }
}

/** Tells one command after another, each some hours later; answers how often the work began. */
function live(
  one: OneBuilding,
  start: string,
  steps: readonly (readonly [pick: number, actor: Actor, hours: number])[],
): number {
  let now = Date.parse(start);
  let begun = 0;
  for (const [pick, actor, hours] of steps) {
    now += hours * 3_600_000;
    const when = new Date(now).toISOString();
    const before = one.state;
    const all = commands(before, shanghai(when).slice(0, 10));
    const decision = one.tell(all[pick % all.length] ?? { type: "pass-time" }, when, actor);
    if (isRejection(decision)) {
      expect(one.state).toBe(before);
      continue;
    }
    const session = one.state.work.at(-1);
    if (decision.some(({ type }) => type === "enforcement.building.demolition-begun") && session !== undefined) {
      begun += 1;
      holdsAtWork(before, session);
    }
    if (decision.some(({ type }) => type === "enforcement.building.demolished") && session !== undefined)
      expect(when < session.until).toBe(true);
    const kept = new Set(one.state.things?.things.map(({ id }) => id));
    for (const { id } of before.things?.things ?? []) expect(kept.has(id)).toBe(true);
  }
  return begun;
}

const pick = fc.nat(400);
const who = fc.constantFrom(...actors);

test("QZ-43, QZ-44: no order of commands and time demolishes before the periods are over, at night or on a holiday", () => {
  const steps = fc.array(fc.tuple(pick, who, fc.nat(400)), { minLength: 20, maxLength: 80 });
  fc.assert(
    fc.property(steps, fc.boolean(), (all, late) => {
      const one = late ? ready() : recorded();
      live(one, late ? "2026-09-03T22:00:00.000Z" : `${on.recorded}T01:00:00.000Z`, all);
    }),
    { numRuns: tries(250) },
  );
});

test("of these many begin the work: the property above is not empty", () => {
  let begun = 0;
  const near = fc.array(fc.tuple(pick, who, fc.nat(7)), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(near, (all) => {
      begun += live(ready(), "2026-09-03T22:00:00.000Z", all);
    }),
    { numRuns: 150, seed: 7 },
  );
  expect(begun).toBeGreaterThan(0);
});
