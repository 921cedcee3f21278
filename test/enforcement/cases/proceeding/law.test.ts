import { describe, expect, test } from "vitest";
import type { Grounds, ProposedCharge } from "../../../../services/enforcement/cases/domain/proceeding/messages.ts";
import { remedyNotice } from "../../../../shared/case-rules/remedies.ts";
import vectors from "../../../vectors/vectors.json" with { type: "json" };
import {
  aCase,
  aCharge,
  aFine,
  aNorm,
  anAct,
  aParty,
  aPenalty,
  begins,
  chargedOn,
  charges,
  circumstances,
  fined,
  noticed,
  officerA,
  refusedFor,
  someGrounds,
  theHead,
  told,
  town,
  withCase,
} from "./builders.ts";

const charging = (charge: ProposedCharge, grounds: Grounds = someGrounds()) =>
  refusedFor(told([begins(grounds), chargedOn, officerA]).tell(charges([charge], grounds), chargedOn, officerA));

describe("CF-34a: a fine inside the law", () => {
  test("never above the maximum, whoever approves", () => {
    const departure = { reasons: "情节恶劣", approvedBy: theHead.sub };
    expect(charging(fined(2_000_001, { tier: "从重", departure }))).toMatchObject({
      code: "enforcement.fine-above-maximum",
      rule: "CF-34a",
      pointer: "/charges/0/fine/amountFen",
    });
    expect(charging(fined(2_000_000, { tier: "从重" }))).toHaveLength(1);
  });
  test("below the minimum only with a ground that is there", () => {
    expect(charging(fined(9_999))).toMatchObject({ code: "enforcement.fine-below-minimum" });
    expect(charging(fined(9_999, { grounds: ["merit"] }))).toMatchObject({
      code: "enforcement.ground-not-met",
      rule: "CF-32",
    });
    const merit = { ...fined(9_999, { grounds: ["merit"] }), circumstances: circumstances({ grounds: ["merit"] }) };
    expect(charging(merit)).toHaveLength(1);
  });
  test("outside of its tier with reasons, and the approval of a head, not of an officer", () => {
    const departed = (approvedBy: string) => fined(1_500_000, { departure: { reasons: "多次违法", approvedBy } });
    expect(charging(fined(1_500_000))).toMatchObject({ code: "enforcement.fine-outside-tier" });
    expect(charging(departed(officerA.sub))).toMatchObject({
      code: "enforcement.departure-not-approved",
      rule: "CF-34a",
    });
    expect(charging(departed(theHead.sub))).toHaveLength(1);
  });
  test("CF-38: no kind that the norm does not name", () => {
    const { fine: _fine, ...bare } = aCharge({ kinds: ["吊销许可证件"] });
    expect(charging(bare)).toMatchObject({ code: "enforcement.kind-not-allowed", rule: "CF-38" });
  });
});

describe("CF-30, CF-32: grounds that are there", () => {
  const confessed = (more = {}) => ({
    ...fined(100_000, more),
    circumstances: circumstances({ grounds: ["confessed"] }),
  });
  test("are applied, or the paper says why not", () => {
    expect(charging(confessed())).toMatchObject({ code: "enforcement.ground-to-be-applied", rule: "CF-32" });
    expect(charging(confessed({ notLighter: " " }))).toMatchObject({ code: "enforcement.ground-to-be-applied" });
    expect(charging(confessed({ notLighter: "只承认已查明的事实" }))).toHaveLength(1);
    expect(charging(confessed({ grounds: ["confessed"] }))).toHaveLength(1);
  });
  test("CF-30: from 14 to under 18 there is no reason against it; at 18 it is no ground", () => {
    const of = (bornOn: string) => withCase({ parties: [aParty({ bornOn })] });
    expect(charging(fined(100_000, { notLighter: "不从轻" }), of("2008-03-02"))).toMatchObject({
      code: "enforcement.ground-to-be-applied",
      rule: "CF-30",
    });
    expect(charging(fined(100_000, { grounds: ["minor-age"] }), of("2008-03-02"))).toHaveLength(1);
    // 18 on the day before the act.
    expect(charging(fined(100_000, { grounds: ["minor-age"] }), of("2008-03-01"))).toMatchObject({
      code: "enforcement.ground-not-met",
    });
    expect(charging(fined(100_000), of("2008-03-01"))).toHaveLength(1);
  });
});

describe("CF-29: several norms on one act", () => {
  const [{ candidateFinesFen } = { candidateFinesFen: [] }] = vectors.doubleFine;
  const codes = ["PN-070", "PN-071"];
  const penalties = Object.fromEntries(
    candidateFinesFen.map(({ max }, at) => [
      codes[at] ?? "",
      aPenalty({ code: codes[at] ?? "", norm: aNorm({ citizenFine: { minFen: 10_000, maxFen: max } }) }),
    ]),
  );
  const under = (code: string, competing: readonly string[]) =>
    charging(aCharge({ code, competing, fine: aFine({ amountFen: 100_000 }) }), someGrounds({ penalties }));
  test("doubleFine: the one with the higher fine is applied, the lower one is refused", () => {
    expect(under("PN-070", ["PN-071"])).toMatchObject({ code: "enforcement.higher-fine-counts", rule: "CF-29" });
    expect(under("PN-071", ["PN-071"])).toHaveLength(1);
  });
  test("left out of the competing ones, it is not found; the act's own norm still counts", () => {
    expect(under("PN-071", [])).toMatchObject({ code: "enforcement.unknown-penalty" });
  });
});

describe("CF-29b: responsible persons", () => {
  const person = { id: "P2", role: "responsible" as const, of: "P1", key: "KEY2" };
  const grounds = (norm = aNorm()) =>
    someGrounds({
      case: aCase({ parties: [aParty({ kind: "organisation" }), aParty(person)] }),
      penalties: { "PN-070": aPenalty({ norm }) },
    });
  const against = (charge: ProposedCharge, known: Grounds) => {
    const one = told([{ ...begins(known), party: "P2" }, chargedOn, officerA]);
    return refusedFor(one.tell(charges([charge], known), chargedOn, officerA));
  };
  test("no wording, no second fine", () => {
    expect(against(fined(100_000), grounds())).toMatchObject({ code: "enforcement.kind-not-allowed" });
  });
  test("his own range, not that of the unit", () => {
    const norm = aNorm({ conditions: { persons: { minFen: 1_000, maxFen: 1_000_000, needs: [] } } });
    expect(against(fined(1_000_000, { tier: "从重" }), grounds(norm))).toHaveLength(1);
    expect(against(fined(1_000_001, { tier: "从重" }), grounds(norm))).toMatchObject({
      code: "enforcement.fine-above-maximum",
    });
  });
});

describe("CF-37: the law that counts", () => {
  const before = { ...aNorm({ legalBasis: "旧条例5", citizenFine: { minFen: 10_000, maxFen: 200_000 } }) };
  const penalty = aPenalty({ before: [{ ...before, actUntil: "2026-03-02", verified: "yes" }] });
  const known = (more = {}) => someGrounds({ penalties: { "PN-070": penalty }, case: aCase({ acts: [anAct(more)] }) });
  test("of the day of the act, where the new one is heavier; of the new law from its first day", () => {
    expect(charging(fined(200_001, { tier: "从重" }), known())).toMatchObject({
      code: "enforcement.fine-above-maximum",
    });
    expect(charging(fined(200_001), known({ from: "2026-03-03", until: "2026-03-03" }))).toHaveLength(1);
  });
  test("the paper cites the law that counts", () => {
    const { state } = noticed([fined(100_000)], known());
    expect(state.charges?.items[0]?.law).toEqual({ version: "before", legalBasis: "旧条例5" });
  });
  test("what the law of one of the two days allows is not charged", () => {
    for (const allowed of [{ lawfulNow: true }, { lawfulThen: true }])
      expect(charging(aCharge({ circumstances: circumstances(allowed) }))).toMatchObject({
        code: "enforcement.law-not-applicable",
        rule: "CF-37",
      });
  });
});

describe("remedyNotice: what the paper tells of remedies", () => {
  test("FY-24, FY-20, SS-46: county government, 60 days, six months, no review first", () => {
    const [fine] = vectors.remedyNotice;
    expect(remedyNotice("ordinary-penalty", town.enforcement.review.organ)).toMatchObject({
      reviewDays: fine?.reviewDays,
      suitMonths: fine?.suitMonths,
      reviewFirst: fine?.reviewFirst,
      reviewOrgan: { zh: "禄丰市人民政府" },
    });
  });
  test("FY-23: review first for penalties on the spot, natural resources, failure to act and refused information", () => {
    const first = (act: Parameters<typeof remedyNotice>[0]) =>
      remedyNotice(act, town.enforcement.review.organ).reviewFirst;
    const [, information, permit] = vectors.remedyNotice;
    expect(first("information-refusal")).toBe(information?.reviewFirst);
    expect(first("permit-refusal")).toBe(permit?.reviewFirst);
    expect(first("on-the-spot-penalty")).toBe(true);
    expect(first("natural-resource-right")).toBe(true);
    expect(first("failure-to-act")).toBe(true);
  });
});
