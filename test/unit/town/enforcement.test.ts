import { describe, expect, test } from "vitest";
import { profileListProblems } from "../../../shared/town/cross-checks.ts";
import { townLists } from "../../../shared/town/lists.ts";
import { aProfile, refusalAfter } from "./a-profile.ts";

const town = aProfile();
const { enforcement } = town;

describe("what the law of enforcement leaves open stands in the profile", () => {
  test("CF-60a: only trade and food have more than 90 days, by a rule of their sector", () => {
    expect(Object.keys(enforcement.clock)).toEqual(["trade", "food"]);
    for (const { rule } of Object.values(enforcement.clock)) expect(rule).toContain("第六十四条");
  });
  test("no number stands on two papers: each series has its own name and its own text", () => {
    expect(
      refusalAfter(({ numbering }) => {
        numbering.enforcement.stop.text = numbering.documents.refusal.text;
      }),
    ).toContain("广通不许〔{year}〕{serial}号 appears twice");
    expect(
      refusalAfter(({ numbering }) => {
        numbering.enforcement["delivery-record"].series = "delivery-record";
      }),
    ).toContain("delivery-record appears twice");
  });
  test("a rule for a domain that has no penalties is refused", () => {
    expect(
      refusalAfter((profile) => {
        profile.enforcement.filing.byDomain.land = { workingDays: 7, rule: "规则" };
      }),
    ).toContain("enforcement.filing.byDomain.land: no penalty domain land");
    expect(
      refusalAfter((profile) => {
        profile.enforcement.clock.铁路 = { excludes: [], rule: "规则" };
      }),
    ).toContain("enforcement.clock.铁路: no penalty domain 铁路");
  });
  test("A4: codes of domains are those of the town's list, for matters that become leads too", () => {
    for (const [domain, says] of [
      ["land", "lead.domain: no penalty domain land"],
      ["规划建设", "lead.domain"],
    ] as const)
      expect(
        refusalAfter(({ gridEvents }) => {
          Object.assign(gridEvents.categories.find(({ lead }) => lead?.domain === "building")?.lead ?? {}, { domain });
        }),
      ).toContain(says);
  });
  test("CF-60a: no collective extension without one by the head", () => {
    expect(
      refusalAfter((profile) => {
        profile.enforcement.clock.trade = { collectiveDays: 30, excludes: [], rule: "规则" };
      }),
    ).toContain("enforcement.clock.trade.extensionDays");
  });
  test("CF-58: a legal reviewer is one of the staff, once", () => {
    const reviewer = { sub: "nobody", qualification: "A1", from: "2026-01-01" };
    expect(refusalAfter((profile) => void profile.enforcement.legalReviewers.push(reviewer))).toContain(
      "enforcement.legalReviewers[1].sub: nobody is not in staff",
    );
    const same = { ...reviewer, sub: "legal-reviewer-1" };
    expect(refusalAfter((profile) => void profile.enforcement.legalReviewers.push(same))).toContain("appears twice");
  });
  test("E5: a counsel's contract does not end before it begins", () => {
    const counsel = { id: "counsel-2", name: "李律师", firm: "某所", from: "2026-06-01", until: "2026-05-31" };
    expect(refusalAfter((profile) => void profile.enforcement.counsels.push(counsel))).toContain(
      "enforcement.counsels[1].until",
    );
    const oneDay = { ...counsel, until: "2026-06-01" };
    expect(refusalAfter((profile) => void profile.enforcement.counsels.push(oneDay))).toBeUndefined();
  });
  test("CF-33a: the lists of leniency name penalties of the list, each once", () => {
    const lists = townLists.parse({ licences: [], services: [], penalties: [] });
    const profile = aProfile();
    profile.enforcement.lenience.firstTime.push({ code: "PN-001", conditions: { zh: "甲", en: "a" } });
    profile.enforcement.publication.credit.seriousCodes.push("PN-002");
    const said = profileListProblems(profile, lists).map(({ path }) => path.join("."));
    expect(said).toContain("enforcement.lenience.noPenalty.0.code");
    expect(said).toContain("enforcement.lenience.noCoercion.0.code");
    expect(said).toContain("enforcement.publication.effect.codes.0");
    expect(said).toContain("enforcement.publication.credit.seriousCodes.0");
    expect(said).toContain(`enforcement.lenience.firstTime.${profile.enforcement.lenience.firstTime.length - 1}.code`);
  });
});
