import { describe, expect, test } from "vitest";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { openingOf } from "../../../services/powers/opening.ts";
import type { Authority, HandOver } from "../../../services/powers/powers/domain/power.ts";
import { powers } from "../../../services/powers/service.ts";
import type { PowerCategory } from "../../../shared/contracts/powers.ts";
import { isRejection, theTownItself } from "../../../shared/decider/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };
import {
  aHandover,
  aListing,
  byTheProvince,
  Held,
  inTheDepartmentsName,
  inTheTownsName,
  withoutAuthority,
  withoutLetter,
} from "../powers/builders.ts";

const today = "2026-03-02";
const listed = (category: PowerCategory) => new Held().lawfully(aListing({ category }), "2026-03-01");
const handing = (category: PowerCategory, handover: Partial<HandOver>) =>
  listed(category).tell(aHandover(handover), today);
const authority = (given: Partial<Authority>) => ({ ...byTheProvince, ...given });
const byTheStateCouncil = authority({ stateCouncilApproval: "国函〔2025〕1号" });
const county = authority({ kind: "county" });
const unpublished = authority({ published: false });

describe("the delegation vectors, as far as a handover alone can break them", () => {
  const vector = (id: string) => vectors.delegation.find((one) => one.id === id);

  test("d1: a county department's penalty power, by the province, published", () => {
    expect(vector("d1")).toMatchObject({ decidedBy: "province", published: true, expected: "VALID" });
    expect(isRejection(handing("penalty", {}))).toBe(false);
  });

  test("d2: by the county alone it is none (CF-24)", () => {
    expect(refusalOf(handing("penalty", { authority: county }))).toMatchObject({
      code: "powers.province-must-decide",
      ground: "rule",
      pointer: "/authority/kind",
      details: { article: "行政处罚法24" },
    });
  });

  test("d3: nor by the province unpublished (CF-24)", () => {
    expect(vector("d3")).toMatchObject({ published: false, expected: expect.stringMatching("CF-24") });
    expect(refusalOf(handing("penalty", { authority: unpublished }))).toMatchObject({
      code: "powers.decision-not-published",
      pointer: "/authority/published",
    });
  });

  test("d5: a coercive measure is not entrusted, by whomever (QZ-17)", () => {
    expect(vector("d5")).toMatchObject({ mode: "委托", expected: expect.stringMatching("QZ-17") });
    expect(refusalOf(handing("coercion", { mode: "entrusted" }))).toMatchObject({
      code: "powers.coercion-not-entrusted",
      pointer: "/mode",
      details: { article: "行政强制法17" },
    });
  });

  test("d9: before the first day there is no power, whatever is filed (the day itself: in-force.test)", () => {
    expect(vector("d9")).toMatchObject({ effectiveFrom: "2026-07-01", expected: "TOWN_HAS_NO_POWER" });
  });
});

describe("XK-25: another organ's permit power moves only with the State Council", () => {
  test("the province alone is not enough, and the county is not even half", () => {
    expect(refusalOf(handing("licence", {}))).toMatchObject({
      code: "powers.state-council-must-approve",
      pointer: "/authority/stateCouncilApproval",
      details: { article: "行政许可法25" },
    });
    expect(refusalOf(handing("licence", { authority: county })).code).toBe("powers.province-must-decide");
    expect(isRejection(handing("licence", { authority: byTheStateCouncil }))).toBe(false);
  });
});

describe("XK-24, CF-20: entrusting is announced", () => {
  test.each(["licence", "penalty"] as const)("a %s power may be entrusted by the county, announced", (category) => {
    expect(isRejection(handing(category, { mode: "entrusted", authority: county }))).toBe(false);
    const silent = authority({ kind: "county", published: false });
    expect(refusalOf(handing(category, { mode: "entrusted", authority: silent }))).toMatchObject({
      code: "powers.decision-not-published",
      details: { article: category === "penalty" ? "行政处罚法20" : "行政许可法24" },
    });
  });
});

describe("what the law leaves to the county", () => {
  test.each(["public-service", "inspection", "other"] as const)(
    "%s needs no province, but to be published",
    (category) => {
      expect(isRejection(handing(category, { authority: county }))).toBe(false);
      expect(refusalOf(handing(category, { authority: unpublished })).code).toBe("powers.decision-not-published");
    },
  );

  test("coercion follows the penalty power it serves: the province decides", () => {
    expect(refusalOf(handing("coercion", { authority: county })).code).toBe("powers.province-must-decide");
    expect(isRejection(handing("coercion", {}))).toBe(false);
  });
});

describe("P3: the mode says in whose name the power is used", () => {
  test.each([
    ["entrusted", inTheTownsName],
    ["delegated", inTheDepartmentsName],
    ["statutory", inTheDepartmentsName],
  ] as const)("%s in the wrong name is refused (XK-23, XK-24)", (mode, inWhoseName) => {
    expect(refusalOf(handing("penalty", { mode, inWhoseName }))).toMatchObject({
      code: "powers.in-the-wrong-name",
      pointer: "/inWhoseName/uscc",
      details: { mode },
    });
  });

  test.each(["entrusted", "delegated", "statutory"] as const)("%s in the right one is taken", (mode) => {
    expect(isRejection(handing("penalty", { mode }))).toBe(false);
  });
});

describe("P2: the papers", () => {
  test.each(["delegated", "entrusted"] as const)("a %s power needs the decision and the letter", (mode) => {
    const handover = aHandover({ mode });
    expect(refusalOf(listed("penalty").tell(withoutAuthority(handover), today))).toMatchObject({
      code: "powers.no-authority",
      pointer: "/authority",
    });
    expect(refusalOf(listed("penalty").tell(withoutLetter(handover), today))).toMatchObject({
      code: "powers.letter-missing",
      pointer: "/letter",
    });
  });

  test("a statutory one needs neither: the law itself is the authority", () => {
    const bare = withoutLetter(withoutAuthority(aHandover({ mode: "statutory" })));
    expect(isRejection(listed("licence").tell(bare, today))).toBe(false);
  });

  test.each([
    ["decision", { authority: authority({ date: "2026-03-03" }) }],
    ["letter", { letter: { number: "赋权1号", date: "2026-03-03" } }],
  ])("it does not begin before its %s, but on the same day it may", (_paper, papers) => {
    expect(refusalOf(handing("penalty", papers))).toMatchObject({
      code: "powers.before-its-authority",
      pointer: "/inForceFrom",
      details: { date: "2026-03-03" },
    });
    expect(isRejection(handing("penalty", { ...papers, inForceFrom: "2026-03-03" }))).toBe(false);
  });
});

describe("the opening of a town", () => {
  test("hands over every listed power as the profile says, lawfully, though its first day is past", () => {
    const { profile, lists } = loadTownFrom("guangtong");
    const keys = [...openingOf(profile, lists)].map(({ key }) => key);
    expect(keys).toHaveLength(2 * (lists.licences.length + lists.services.length + lists.penalties.length));
    expect(powers.opening).toBe(openingOf);
  });

  test("done again it hands nothing over a second time", () => {
    const one = listed("penalty").lawfully(aHandover({ inForceFrom: "2026-01-01" }), today, theTownItself);
    expect(one.tell(aHandover({ inForceFrom: "2026-01-01" }), today, theTownItself)).toEqual([]);
  });
});
