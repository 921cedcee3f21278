import { describe, expect, test } from "vitest";
import {
  ageRule,
  hearingTriggered,
  higherFine,
  lawFor,
  onSpotCollection,
  type PenaltyKind,
  shallNotPenalise,
  simpleAllowed,
} from "../../../services/enforcement/penalty-list/domain/index.ts";
import { penaltyKinds } from "../../../shared/town/listed-penalties.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };
import { aNorm, anEarlierNorm, aPenalty, citizen } from "./builders.ts";

const isKind = (name: string): name is PenaltyKind => penaltyKinds.some((kind) => kind === name);
const kindsOf = (names: readonly string[]) => names.filter(isKind);
const partyOf = (party: string) => (party === "citizen" ? "citizen" : "organisation");

describe("CF-51: simple procedure, by the vectors", () => {
  test.each(vectors.simpleProcedure)("$party $kinds $amountFen: $expected", ({ party, kinds, amountFen, expected }) => {
    expect(kindsOf(kinds)).toHaveLength(kinds.length);
    expect(simpleAllowed({ party: partyOf(party), kinds: kindsOf(kinds), amountFen })).toBe(expected);
  });
});

describe("CF-68, CF-69: collection on the spot, by the vectors", () => {
  test.each(vectors.onSpotCollection)("$amountFen: $expected", ({ rule: _rule, expected, ...asked }) => {
    expect(onSpotCollection(asked)).toBe(expected);
  });
});

describe("CF-63: the right to a hearing, by the vectors", () => {
  test.each(vectors.hearingTrigger)("$kind $party $amountFen: $expected", ({ kind, party, amountFen, ...vector }) => {
    const { citizen: citizenFen, legal: organisationFen } = vector.thresholdsFen;
    const kinds = kindsOf([kind]);
    expect(kinds).toHaveLength(1);
    const proposed = { party: partyOf(party), kinds, fineFen: amountFen, confiscateFen: amountFen } as const;
    const asked = (others: readonly PenaltyKind[]) =>
      hearingTriggered(proposed, {
        hearingThresholds: { citizenFen, organisationFen, source: "vector" },
        enforcement: { hearing: { confiscationToo: true, others: [...others] } },
      });
    if (vector.expected === "CONFIG") expect([asked([]), asked(kinds)]).toEqual([false, true]);
    else expect(asked([])).toBe(vector.expected);
  });
});

describe("CF-29: one act, one fine, by the vectors", () => {
  test.each(vectors.doubleFine)("$expected", ({ candidateFinesFen, expected }) => {
    const chosen = higherFine(candidateFinesFen.map(({ law, max }) => ({ law, range: { maxFen: max } })));
    expect(expected).toContain(`apply ${chosen?.law} `);
  });
});

describe("CF-37: the law of the day of the act, by the vectors", () => {
  const straw = aPenalty({
    code: "PN-077",
    norm: aNorm({ legalBasis: "生态环境法典1131", kinds: ["罚款"] }),
    before: [anEarlierNorm({ legalBasis: "大气污染防治法119(1)", kinds: ["罚款"] })],
  });
  const cases = vectors.lawVersion.flatMap((vector) => ("actDate" in vector && vector.actDate ? [vector] : []));
  test("there are two of them", () => expect(cases).toHaveLength(2));
  test.each(cases)("$actDate, decided $decidedOn: $apply", ({ actDate = "", decidedOn = "", apply, ...vector }) => {
    const lawfulNow = "outsideBannedArea" in vector && vector.outsideBannedArea === true;
    const act = { from: actDate, until: actDate, decidedOn };
    const chosen = lawFor(straw, act, { ...citizen, lawfulNow });
    if (lawfulNow) {
      expect(apply).toContain("no penalty");
      expect(chosen).toEqual({ version: "none", because: "lawful-now" });
    } else expect(apply).toContain(chosen.version === "before" ? chosen.norm.legalBasis : "none");
  });
});

describe("CF-30, CF-33: gates that are about a person, by the vectors", () => {
  test.each(vectors.decisionGates)("$id: $expected", ({ expected, ...gate }) => {
    if (expected.includes("CF-30")) {
      const { age = 0 } = gate;
      expect(ageRule(`${2026 - age}-01-01`, "2026-06-01")).toBe(age < 14 ? "none" : "lighten");
    }
    if (expected.includes("CF-33")) {
      const { firstTime = false, minor = false, corrected = false } = gate;
      const given = { slight: minor, corrected, firstTime, harm: "none", faultless: false } as const;
      expect(shallNotPenalise(given)).toBe(expected.includes("SHALL_NOT") ? "shall-not" : "may-not");
    }
  });
});
