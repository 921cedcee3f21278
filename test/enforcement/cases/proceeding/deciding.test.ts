import { describe, expect, test } from "vitest";
import type { PenalEntry } from "../../../../services/enforcement/cases/domain/penal-record/penal-record.ts";
import { isFirstOfKind, penalRecord } from "../../../../services/enforcement/cases/domain/penal-record/penal-record.ts";
import { proceeding } from "../../../../services/enforcement/cases/domain/proceeding/decider.ts";
import type { Decide, ProceedingCommand } from "../../../../services/enforcement/cases/domain/proceeding/messages.ts";
import { on } from "../../../support/deciding.ts";
import { Living } from "../../../support/living.ts";
import {
  aCase,
  aCharge,
  afterwards,
  anEvidence,
  aParty,
  begins,
  charged,
  chargedOn,
  charges,
  circumstances,
  decided,
  decides,
  missingAt,
  noticed,
  officerA,
  officerB,
  refusedFor,
  serves,
  sha,
  someGrounds,
  theHead,
  theParty,
  theReviewer,
  town,
  withCase,
} from "./builders.ts";

/** Charged, signed, told and served. */
const lawfulRoad = [
  [begins(), officerA],
  [charges(), officerA],
  [{ ...someGrounds(), type: "countersign" }, officerB],
  [{ ...someGrounds(), type: "notify" }, officerA],
  [{ ...someGrounds(), type: "issue-notice" }, officerB],
  [serves("notice", chargedOn), officerA],
] as const satisfies readonly (readonly [ProceedingCommand, typeof theHead])[];

const judged = (more: Partial<Decide> = {}, actor = theHead, one = noticed()) =>
  one.tell(decides(more), afterwards, actor);

describe("CF-57: the head decides", () => {
  test("neither an officer nor the legal reviewer nor the party does", () => {
    for (const actor of [officerA, theReviewer])
      expect(refusedFor(judged({}, actor))).toMatchObject({ code: "enforcement.not-the-head", rule: "CF-57" });
    expect(refusedFor(judged({}, theParty))).toMatchObject({ code: "enforcement.recused" });
  });
  test("a head who handled the case, now or before, does not", () => {
    const code = { code: "enforcement.handler-cannot-decide", rule: "CF-57" };
    expect(refusedFor(judged(withCase({ handlers: [theHead.sub] })))).toMatchObject(code);
    const now = withCase({ officers: [{ sub: theHead.sub, name: "队长", certificate: "云E9" }] });
    expect(refusedFor(judged(now))).toMatchObject(code);
  });
  test("CF-43: a recused head does not", () => {
    const recusal = {
      ...{ sub: theHead.sub, askedBy: "x", askedOn: chargedOn, ground: "relative" as const },
      decided: { by: "zhen-zhang", on: chargedOn, recused: true },
    };
    expect(refusedFor(judged(withCase({ recusals: [recusal] })))).toMatchObject({ code: "enforcement.recused" });
  });
  test("CF-43: a head who is the party himself does not", () => {
    expect(refusedFor(judged({}, { ...theHead, party: "KEY1" }))).toMatchObject({ code: "enforcement.recused" });
  });
  test("L1: a head who reviewed the charges himself does not", () => {
    const reviewer = { ...theReviewer, sub: theHead.sub };
    const known = {
      ...town,
      enforcement: {
        ...town.enforcement,
        legalReviewers: [{ sub: theHead.sub, qualification: "A1", from: "2022-03-01" }],
      },
    };
    const one = noticed();
    const review = { ...someGrounds(), type: "legal-review", conclusion: "agreed", opinion: "同意" } as const;
    const context = (date: string, actor: typeof theHead) => ({ ...on(date, actor), town: known });
    const told = new Living(proceeding, context);
    for (const [command, actor] of lawfulRoad) told.lawfully(command, chargedOn, actor);
    told.lawfully(review, chargedOn, reviewer);
    expect(one.tell(decides(), afterwards, theHead)).toHaveLength(1);
    expect(refusedFor(told.tell(decides(), afterwards, theHead))).toMatchObject({
      code: "enforcement.handler-cannot-decide",
      rule: "L1",
    });
  });
  test("P-5: the machine does not decide", () => {
    expect(refusedFor(judged({}, { sub: "clockwork", name: "", roles: [] }))).toMatchObject({
      code: "enforcement.person-decides",
      rule: "P-5",
    });
  });
  test("a decision needs a reason", () => {
    expect(refusedFor(judged({ reasons: " " }))).toMatchObject({ code: "enforcement.items-missing" });
    expect(
      refusedFor(charged().tell(decides({ outcome: "not-proved", reasons: " " }), afterwards, theHead)),
    ).toMatchObject({
      code: "enforcement.reasons-missing",
    });
  });
  test("what is not proved needs no notice, and ends without a penalty", () => {
    const one = charged().lawfully(decides({ outcome: "not-proved" }), afterwards, theHead);
    expect(one.state).toMatchObject({ status: "decided", decision: { outcome: "not-proved" } });
  });
});

describe("CF-59: six items", () => {
  const without = (performance: Decide["performance"]) =>
    judged(performance === undefined ? withoutPerformance() : { performance });
  const withoutPerformance = () => {
    const { performance: _performance, ...rest } = decides();
    return rest;
  };
  test.each([
    ["the way of performing", { how: " ", bank: "农商行", surcharge: true }, ["performance"]],
    ["the bank", { how: "十五日内", surcharge: true }, ["bank"]],
    ["whether a surcharge is added (CF-72a)", { how: "十五日内", bank: "农商行" }, ["surcharge"]],
  ] as const)("without %s it is refused", (_item, performance, missing) => {
    expect(without(performance)).toMatchObject({
      code: "enforcement.items-missing",
      details: { missing, rule: "CF-59" },
    });
  });
  test("without the address of the party it is refused", () => {
    const grounds = withCase({ parties: [aParty({ address: "" })] });
    expect(noticed([aCharge()], grounds).tell(decides(grounds), afterwards, theHead)).toMatchObject({
      code: "enforcement.items-missing",
      details: { missing: ["party"] },
    });
  });
  test("a warning alone needs neither bank nor surcharge", () => {
    const { fine: _fine, ...bare } = aCharge({ kinds: ["警告"] });
    expect(noticed([bare]).tell(decides({ performance: { how: "立即改正" } }), afterwards, theHead)).toHaveLength(1);
  });
  test("the number comes from the series of penalties, a no-penalty decision has its own", () => {
    expect(decided().state).toMatchObject({ decision: { number: { series: "penalty" } } });
    const free = charged([minor]).lawfully(noPenalty({ ground: "minor" }), afterwards, theHead);
    expect(free.state).toMatchObject({ decision: { number: { series: "enforcement-no-penalty" } } });
  });
});

const minor = aCharge({ circumstances: circumstances({ slight: true, corrected: true, harm: "none" }) });
const lettingOff = { checkedOn: afterwards, educatedOn: afterwards, promise: sha };
const noPenalty = (more: Partial<Decide>) => decides({ outcome: "no-penalty", lettingOff, ...more });

describe("CF-33, CF-33a: no penalty", () => {
  const freed = (charge = minor, more: Partial<Decide> = {}) =>
    charged([charge]).tell(noPenalty({ ground: "minor", ...more }), afterwards, theHead);
  test("slight, corrected, harmless: all three", () => {
    expect(freed()).toHaveLength(1);
    for (const lacking of [{ slight: false }, { corrected: false }, { harm: "slight" as const }]) {
      const charge = aCharge({ circumstances: { ...minor.circumstances, ...lacking } });
      expect(refusedFor(freed(charge))).toMatchObject({ code: "enforcement.ground-not-met", rule: "CF-33" });
    }
  });
  test("CF-33a: not without the check and the education, nor with one to come", () => {
    const { lettingOff: _leniency, ...bare } = noPenalty({ ground: "minor" });
    expect(refusedFor(charged([minor]).tell(bare, afterwards, theHead))).toMatchObject({
      code: "enforcement.proof-missing",
      rule: "CF-33a",
    });
    const later = { ...lettingOff, checkedOn: "2026-04-01" };
    expect(refusedFor(freed(minor, { lettingOff: later }))).toMatchObject({
      code: "enforcement.minutes-in-the-future",
    });
  });
  test("CF-33: every act has the ground, or none is let off", () => {
    const evidence = [anEvidence("E1", { acts: ["A1", "A2"] })];
    const grounds = withCase({ acts: [...aCase().acts, { ...first(aCase().acts), id: "A2" }], evidence });
    const one = charged([minor, aCharge({ act: "A2" })], grounds);
    expect(refusedFor(one.tell(noPenalty({ ...grounds, ground: "minor" }), afterwards, theHead))).toMatchObject({
      code: "enforcement.ground-not-met",
    });
  });
  const corrected = aCharge({ circumstances: circumstances({ corrected: true }) });
  const entry = (decidedOn: string, more: Partial<PenalEntry> = {}): PenalEntry => ({
    ...{ of: "CASE0:P1", code: "PN-070", actOn: decidedOn, decidedOn, outcome: "let-off" },
    ...more,
  });
  const firstTime = (entries: readonly PenalEntry[], charge = corrected, more: Partial<Decide> = {}) =>
    freed(charge, { ground: "first-time", records: { "PN-070": { entries } }, ...more });
  test("CF-33a: the first time with slight harm, corrected and promised", () => {
    expect(firstTime([])).toHaveLength(1);
    expect(refusedFor(firstTime([], aCharge()))).toMatchObject({ code: "enforcement.ground-not-met" });
    const grave = aCharge({ circumstances: circumstances({ corrected: true, harm: "grave" }) });
    expect(refusedFor(firstTime([], grave))).toMatchObject({ code: "enforcement.ground-not-met" });
    const { promise: _promise, ...unpromised } = lettingOff;
    expect(refusedFor(firstTime([], corrected, { lettingOff: unpromised }))).toMatchObject({
      code: "enforcement.proof-missing",
    });
  });
  test("CF-33a: let off or punished once inside the window, it is not the first", () => {
    for (const outcome of ["let-off", "punished"] as const)
      expect(refusedFor(firstTime([entry("2025-01-01", { outcome })]))).toMatchObject({
        code: "enforcement.ground-not-met",
      });
  });
  test("CF-33a: the window of two years ends with its day", () => {
    expect(refusedFor(firstTime([entry("2024-03-02")]))).toMatchObject({ code: "enforcement.ground-not-met" });
    expect(firstTime([entry("2024-03-01")])).toHaveLength(1);
  });
  test("CF-33a: a decision made after the act counts too, his own does not", () => {
    expect(refusedFor(firstTime([entry("2026-03-20")]))).toMatchObject({ code: "enforcement.ground-not-met" });
    expect(firstTime([entry("2026-03-20", { of: "CASE1:P1" })])).toHaveLength(1);
  });
  test("CF-33: without fault, as it was proved", () => {
    const faultless = aCharge({ circumstances: circumstances({ faultless: true }) });
    expect(freed(faultless, { ground: "no-fault" })).toHaveLength(1);
    expect(refusedFor(freed(aCharge(), { ground: "no-fault" }))).toMatchObject({ code: "enforcement.ground-not-met" });
    expect(missingAt(noticed([faultless]).tell(decides(), afterwards, theHead))).toEqual(["leniency"]);
  });
  test("CF-30, CF-30a: a child is not punished; the guardian is told", () => {
    const of = (bornOn: string) => withCase({ parties: [aParty({ bornOn })] });
    const child = (bornOn: string, guardian?: string) => {
      const grounds = of(bornOn);
      const { fine: _fine, ...bare } = aCharge({ kinds: [] });
      const one = charged([bare], grounds);
      const said = guardian === undefined ? {} : { guardian };
      return one.tell(noPenalty({ ...grounds, ground: "under-age", ...said }), afterwards, theHead);
    };
    expect(refusedFor(child("2012-03-02"))).toMatchObject({ code: "enforcement.guardian-not-told", rule: "CF-30a" });
    expect(child("2012-03-02", "责令监护人管教")).toHaveLength(1);
    // 14 on the day before the act: reached on the day of the act.
    expect(refusedFor(child("2012-03-01", "责令监护人管教"))).toMatchObject({ code: "enforcement.ground-not-met" });
  });
  test("CF-33b: a complex case is let off by the leaders together", () => {
    const complex = withCase({ report: { on: "2026-03-20", complex: true } });
    expect(
      missingAt(charged([minor], complex).tell(noPenalty({ ...complex, ground: "minor" }), afterwards, theHead)),
    ).toEqual(["discussion"]);
  });
  test("CF-33b: it is served, and then in effect", () => {
    const one = charged([minor])
      .lawfully(noPenalty({ ground: "minor" }), afterwards, theHead)
      .lawfully({ ...serves("decision", afterwards), number: "广通不罚〔2026〕1号" }, afterwards, officerA)
      .lawfully({ ...someGrounds(), type: "end", ground: "performed" }, afterwards, officerA);
    expect(one.state.status).toBe("ended");
  });
});

const first = <T>(ones: readonly T[]): T => {
  const [one] = ones;
  if (one === undefined) throw new Error("none");
  return one;
};

describe("CF-33a: the register of earlier penalties", () => {
  const entry = {
    of: "CASE0:P1",
    code: "PN-070",
    actOn: "2026-01-05",
    decidedOn: "2026-02-01",
    outcome: "punished",
  } as const;
  test("the same decision is kept once", () => {
    const one = new Living(penalRecord).lawfully({ type: "record", ...entry }, "2026-02-01");
    expect(one.tell({ type: "record", ...entry }, "2026-02-01")).toEqual([]);
    expect(one.state.entries).toHaveLength(1);
  });
  test("a decision that fell is struck, and the next act is the first again", () => {
    const one = new Living(penalRecord).lawfully({ type: "record", ...entry }, "2026-02-01");
    expect(isFirstOfKind(one.state, { of: "CASE1:P1", since: "2024-03-02" })).toBe(false);
    one.lawfully({ type: "strike", of: entry.of }, "2026-03-01");
    expect(isFirstOfKind(one.state, { of: "CASE1:P1", since: "2024-03-02" })).toBe(true);
    expect(one.tell({ type: "strike", of: entry.of }, "2026-03-01")).toEqual([]);
  });
});
