import { describe, expect, test } from "vitest";
import type { BuildingCommand, BuildingKnown } from "../../../services/enforcement/buildings/domain/messages.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import {
  aDecision,
  announcing,
  applying,
  beginning,
  claiming,
  correcting,
  decided,
  delivered,
  demanded,
  demanding,
  demolished,
  enforced,
  enforcingBy,
  finishing,
  found,
  known,
  listing,
  type OneBuilding,
  officerA,
  officerB,
  on,
  ready,
  rechecking,
  returning,
  sha,
  stopping,
  stranger,
  taking,
  theHead,
  theParty,
  unmet,
} from "./builders.ts";

/** A step that is lawful on this day by this person, in a building that is so far. */
interface Step {
  readonly make: () => OneBuilding;
  readonly command: BuildingCommand;
  readonly when: string;
  readonly actor: Actor;
}
const codeOf = ({ make, command, when, actor }: Step) => refusalOf(make().tell(command, when, actor)).code;

const said = { type: "state-opinion", partyKey: "KEY1", text: "已申请补办" } as const;
const agreeing: BuildingCommand = {
  ...known(),
  ...{ type: "agree", signed: sha, stages: [{ what: "拆除一层", by: "2026-09-20" }] },
};
const pausing: BuildingCommand = {
  ...known(),
  ...{ type: "pause", ground: "unable", harmless: true, reasons: "患病" },
};
const document = "（2026）云2331行审1号";
const served = "2026-03-02";
const ofLand = known("land", { proceeding: aDecision("land", { servedOn: served }) });
const landDecided = () =>
  found("land").lawfully({ ...ofLand, type: "take-decision", by: "2026-03-17" }, served, officerA);
const landDemanded = () =>
  landDecided().lawfully({ ...ofLand, type: "demand", text: "请自行拆除" }, "2026-03-18", officerA);
function land() {
  const one = landDemanded();
  const delivery = delivered("demand", "2026-03-18", one.state.demand);
  return one.lawfully({ ...ofLand, type: "note-service", deliveryId: "D1", delivery }, "2026-03-18", officerA);
}
const asking: BuildingCommand = applying({ proceeding: ofLand.proceeding });
const asked = () => land().lawfully(asking, "2026-04-02", theHead);
const answered: BuildingCommand = { ...ofLand, type: "court-answered", accepted: true, on: "2026-04-05", document };
const ruled: BuildingCommand = { ...ofLand, type: "court-ruled", enforce: true, on: "2026-04-10", document };
const carried: BuildingCommand = { ...ofLand, type: "note-court-execution", on: "2026-05-10", document };
const accepted = () => asked().lawfully(answered, "2026-04-05", officerA);

const steps: Readonly<Record<string, Step>> = {
  "order-stop": { make: found, command: stopping, when: on.recorded, actor: officerA },
  "order-correction": {
    make: () => found("planning", { stage: "finished" }),
    ...{ command: correcting(), when: on.recorded, actor: theHead },
  },
  recheck: { make: unmetAgain, command: rechecking(), when: on.rechecked, actor: officerA },
  "take-decision": { make: unmet, command: taking(), when: on.orderServed, actor: officerA },
  demand: { make: decided, command: demanding(), when: on.demanded, actor: officerA },
  "hear-opinion": {
    make: () => demanded().lawfully(said, on.demanded, theParty),
    command: { ...known(), type: "hear-opinion", adopted: false, reasons: "没有许可" },
    ...{ when: on.demanded, actor: officerA },
  },
  "decide-enforcement": { make: demanded, command: enforcingBy(), when: on.enforced, actor: theHead },
  "publish-notice": { make: enforced, command: announcing(), when: on.enforced, actor: officerA },
  "list-things": { make: ready, command: listing(), when: "2026-09-04", actor: officerA },
  "find-urgent": {
    make: ready,
    ...{ command: { ...known(), type: "find-urgent", reasons: "危房" }, when: "2026-10-01", actor: theHead },
  },
  "begin-demolition": { make: ready, command: beginning(), when: on.demolished, actor: officerB },
  interrupt: {
    make: () => ready().lawfully(beginning(), on.demolished, officerB),
    ...{ command: { ...known(), type: "interrupt", reasons: "下雨" }, when: on.demolished, actor: officerA },
  },
  "finish-demolition": {
    make: () => ready().lawfully(beginning(), on.demolished, officerB),
    ...{ command: finishing(), when: "2026-09-05T08:00:00.000Z", actor: officerB },
  },
  "hand-back": { make: demolished, command: returning(["T1"]), when: "2026-09-06", actor: officerA },
  "claim-costs": { make: demolished, command: claiming(), when: "2026-09-06", actor: theHead },
  agree: { make: ready, command: agreeing, when: "2026-09-04", actor: theHead },
  "end-agreement": {
    make: () => ready().lawfully(agreeing, "2026-09-04", theHead),
    command: { ...known(), type: "end-agreement", kept: true, reasons: "已拆" },
    ...{ when: "2026-09-05", actor: officerA },
  },
  pause: { make: ready, command: pausing, when: "2026-09-04", actor: theHead },
  resume: {
    make: () => ready().lawfully(pausing, "2026-09-04", theHead),
    ...{ command: { ...known(), type: "resume", reasons: "恢复" }, when: "2026-09-05", actor: theHead },
  },
  end: {
    make: ready,
    command: { ...known(), type: "end", ground: "object-gone", reasons: "倒塌" },
    ...{ when: "2026-09-04", actor: theHead },
  },
  "note-self-demolition": {
    make: ready,
    command: { ...known(), type: "note-self-demolition", with: officerB.sub, files: [sha] },
    ...{ when: "2026-09-04", actor: officerA },
  },
  "apply-to-court": { make: land, command: asking, when: "2026-04-02", actor: theHead },
  "court-answered": { make: asked, command: answered, when: "2026-04-05", actor: officerA },
  "court-ruled": { make: accepted, command: ruled, when: "2026-04-10", actor: officerA },
  "note-court-execution": {
    make: () => accepted().lawfully(ruled, "2026-04-10", officerA),
    ...{ command: carried, when: "2026-05-10", actor: officerA },
  },
};
/** Ordered to be put right, before anybody has looked again. */
function unmetAgain() {
  const one = found("planning", { stage: "finished" }).lawfully(correcting(), on.recorded, theHead);
  const delivery = delivered("rectification-order", on.recorded, one.state.order);
  return one.lawfully({ ...known(), type: "note-service", deliveryId: "D1", delivery }, on.recorded, officerA);
}
function stepOf(name: string): Step {
  const step = steps[name];
  if (step === undefined) throw new Error(`no step ${name}`);
  return step;
}
/** The same step, while something it rests on is not there. */
const without = (name: string, more: Partial<BuildingKnown>): Step => {
  const step = stepOf(name);
  return { ...step, command: { ...step.command, ...more } };
};

describe("QZ-17, CF-57: each step is one of its own people's", () => {
  test.each(Object.keys(steps))("%s", (name) => {
    const step = stepOf(name);
    expect(step.make().tell(step.command, step.when, step.actor)).not.toHaveProperty("code");
    const officers = step.actor !== theHead;
    for (const actor of officers ? [stranger, theHead, theParty] : [officerA, stranger, theParty])
      expect([actor.sub, codeOf({ ...step, actor })]).toEqual([actor.sub, expect.stringMatching(/^enforcement\./)]);
  });
});

describe("each step rests on what must stand that day", () => {
  test.each(["demand", "decide-enforcement", "publish-notice", "begin-demolition", "apply-to-court"])(
    "QZ-35: %s needs the decision in effect",
    (name) => {
      const fallen = { ...aDecision(name === "apply-to-court" ? "land" : "planning"), status: "overturned" as const };
      expect(codeOf(without(name, { proceeding: undefined }))).toMatch(/^enforcement\./);
      const overturned = { how: "revoked" as const, by: "court" as const, on: "2026-03-01", anew: false };
      const proceeding = { ...fallen, overturned: { ...overturned, document: { number: "1号", date: "2026-03-01" } } };
      expect(codeOf(without(name, { proceeding }))).toMatch(/^enforcement\./);
    },
  );

  test.each(["order-stop", "order-correction", "decide-enforcement", "begin-demolition"])(
    "CF-38: %s needs the power in force",
    (name) => {
      expect(codeOf(without(name, { power: undefined }))).toBe("enforcement.power-not-in-force");
    },
  );

  test("QZ-42: while an agreement stands, nothing of the enforcement goes on, and no second one is made", () => {
    const standing = (make: () => OneBuilding, when: string) => () =>
      make().lawfully({ ...agreeing, ...known(make().state.way) }, when, theHead);
    for (const [name, when] of [
      ["demand", on.demanded],
      ["decide-enforcement", on.demanded],
      ["publish-notice", on.enforced],
      ["begin-demolition", "2026-09-04"],
      ["apply-to-court", "2026-03-18"],
      ["agree", "2026-09-04"],
    ] as const) {
      const step = stepOf(name);
      expect([name, codeOf({ ...step, make: standing(step.make, when) })]).toEqual([
        name,
        "enforcement.agreement-stands",
      ]);
    }
  });

  test("QZ-35: on the last of the ten working days it is not decided to enforce; on the day after it is", () => {
    expect(codeOf({ ...stepOf("decide-enforcement"), when: on.demandOver })).toBe("enforcement.demand-term-open");
  });

  test("QZ-44b, QZ-54: the court is not asked before the demand was served, nor within its ten working days", () => {
    const step = stepOf("apply-to-court");
    expect(codeOf({ ...step, make: landDemanded })).toBe("enforcement.paper-not-served");
    expect(codeOf({ ...step, when: "2026-04-01" })).toMatch(/^enforcement\.(court-term|demand-term-open)$/);
  });
});
