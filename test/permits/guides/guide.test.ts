import { describe, expect, test } from "vitest";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { knownPower, type LearnPower, type PowerCopy } from "../../../services/permits/common/domain/known-power.ts";
import { type Guide, type GuideContent, guide } from "../../../services/permits/guides/domain/guide.ts";
import { guideOf } from "../../../services/permits/guides/guide-of.ts";
import { openingOf } from "../../../services/permits/guides/opening.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { handedOver } from "../../support/known-power.ts";
import { aGuide } from "../cases/builders.ts";

const recorded = { sequence: 1, time: "2026-03-02T00:00:00.000Z", actor: "clockwork" };

function published(content: GuideContent, state?: Guide): Guide {
  const decision = guide.decide(state, { type: "publish", content }, on("2026-03-02"));
  if (isRejection(decision)) throw new Error(decision.code);
  const [event] = decision;
  if (event === undefined) throw new Error("nothing was published");
  return guide.evolve(state, { ...event, ...recorded });
}
const refused = (content: Partial<GuideContent>, state?: Guide) =>
  refusalOf(guide.decide(state, { type: "publish", content: aGuide(content).content }, on("2026-03-02")));

describe("S-7: a guide, in versions", () => {
  test("the first is version 1, a changed one the next, each with its day", () => {
    const first = published(aGuide().content);
    expect(first).toMatchObject({ version: 1, publishedOn: "2026-03-02" });
    expect(published(aGuide({ visits: 0 }).content, first)).toMatchObject({ version: 2, content: { visits: 0 } });
  });

  test("an unchanged one is no new version", () => {
    const { content } = aGuide();
    const reordered = Object.fromEntries(Object.entries(content).reverse());
    const again = { ...content, ...reordered };
    expect(guide.decide(published(content), { type: "publish", content: again }, on("2026-03-02"))).toEqual([]);
  });

  test.each([
    ["its own law's limit", { statutoryWorkingDays: 7, promisedWorkingDays: 7 }, { promisedWorkingDays: 8 }, 7],
    ["the general twenty days (XK-42-1)", { promisedWorkingDays: 20 }, { promisedWorkingDays: 21 }, 20],
    ["a longer special limit", { statutoryWorkingDays: 45, promisedWorkingDays: 45 }, { promisedWorkingDays: 46 }, 45],
  ])("the promise is no longer than %s", (_what, upTo, beyond, legal) => {
    expect(published(aGuide(upTo).content).version).toBe(1);
    expect(refused({ ...upTo, ...beyond })).toMatchObject({
      code: "permits.promise-longer-than-law",
      pointer: "/promisedWorkingDays",
      details: { legal, rule: "S-7" },
    });
  });

  test("a public service for which no law gives a limit may promise as it likes", () => {
    expect(published(aGuide({ category: "public-service", promisedWorkingDays: 30 }).content).version).toBe(1);
  });

  test("it stands in the list of all and in that of its domain", () => {
    expect(guide.listed?.(aGuide(), "PL-018")).toEqual({
      byCode: { partition: "guides", sort: "PL-018" },
      byDomain: { partition: "agriculture", sort: "PL-018" },
    });
  });

  test("every item of the town's lists has one, with its office and the town's own promise where it made one", () => {
    const { profile, lists } = loadTownFrom("guangtong");
    const asked = "2026-03-02T01:00:00.000Z";
    const keys = [...openingOf(profile, lists, asked)].map(({ key }) => key);
    expect(keys).toHaveLength(lists.licences.length + lists.services.length);
    expect(new Set(keys).size).toBe(keys.length);
    const [homestead] = lists.licences;
    if (homestead === undefined) throw new Error("the list is empty");
    const shortened = { ...profile, promisedLimits: { "PL-001": 8 } };
    expect(guideOf(shortened, homestead)).toMatchObject({ promisedWorkingDays: 8, office: "planning-construction" });
    expect(guideOf(profile, homestead)).toMatchObject({ promisedWorkingDays: 10 });
  });
});

describe("P5: the permits service's own copy of a power", () => {
  const learn = (sequence: number, news: LearnPower["news"]): LearnPower => ({
    type: "learn",
    code: "PL-018",
    sequence,
    news,
  });
  const copyAfter = (...commands: LearnPower[]) =>
    commands.reduce<PowerCopy | undefined>((state, command) => {
      const decision = knownPower.decide(state, command, on("2026-03-02"));
      if (isRejection(decision)) throw new Error(decision.code);
      return decision.reduce((copy, event) => knownPower.evolve(copy, { ...event, ...recorded }), state);
    }, undefined);
  const listed = learn(1, { townRole: "forwards" });
  const handed = learn(2, { change: handedOver });

  test("follows the original's events", () => {
    expect(copyAfter(listed, handed)).toEqual({
      code: "PL-018",
      townRole: "forwards",
      changes: [handedOver],
      followedTo: 2,
    });
  });

  test("an event that comes twice, or late, changes nothing", () => {
    expect(copyAfter(listed, handed, handed, listed)).toEqual(copyAfter(listed, handed));
  });

  test("gaps are jumped: not every event of the original concerns it", () => {
    const recalled = { kind: "recalled", from: "2026-05-01", document: "收回1号" } as const;
    expect(copyAfter(listed, handed, learn(4, { change: recalled }))).toMatchObject({
      changes: [handedOver, recalled],
      followedTo: 4,
    });
  });
});
