import { describe, expect, test } from "vitest";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { theTownItself } from "../../../shared/decider/index.ts";
import { andThen, filed, filedOn, officer1, officer2, onFile, proceeding, theChief, theHead } from "./case-builders.ts";

const report = "e".repeat(64);
const proposal = (...team: string[]): CaseCommand => ({ type: "propose-transfer", team, report, reasons: "涉嫌犯罪" });
const approval = (approved = true): CaseCommand => ({ type: "decide-transfer", approved, reasons: "同意" });
const transfer: CaseCommand = {
  type: "transfer-police",
  organ: "禄丰市公安局",
  letter: "移1号",
  goodsList: "无",
  testReports: [],
};
const answer = (isFiled: boolean, on: string): CaseCommand => ({
  type: "police-answer",
  filed: isFiled,
  on,
  document: "答1号",
});
const back = (on: string): CaseCommand => ({ type: "return-from-police", on, document: "退1号" });
const at10 = "2026-09-28T02:00:00.000Z";
const proposed = () => andThen(filed(), [proposal("officer-1", "legal-reviewer-1"), officer1, "2026-09-28"]);
const approved = () => andThen(proposed(), [approval(), theChief, at10]);
const transferred = () => andThen(approved(), [transfer, officer1, "2026-09-29T02:00:00.000Z"]);
const last = (one: ReturnType<typeof filed>) => one.events.at(-1);

describe("CF-27a: a suspected crime goes to the police", () => {
  test("a special team of two other than the chief reports it", () => {
    for (const team of [["officer-1"], ["officer-1", "officer-1"], []])
      expect(filed().tell(proposal(...team), filedOn, officer1)).toMatchObject({ code: "enforcement.team-too-small" });
    expect(filed().tell(proposal("officer-1", theChief.sub), filedOn, officer1)).toMatchObject({
      code: "enforcement.chief-in-team",
    });
    expect(filed().tell(proposal("officer-1", "nobody"), filedOn, officer1)).toMatchObject({
      code: "enforcement.unknown-person",
    });
  });

  test("the chief decides himself in three calendar days; the head whom he empowered does not", () => {
    expect(onFile(proposed()).police).toMatchObject({ decideBy: { due: "2026-10-01", unit: "day" } });
    expect(proposed().tell(approval(), at10, theHead)).toMatchObject({ code: "enforcement.chief-decides-transfer" });
    expect(proposed().tell(approval(), at10, theTownItself)).toMatchObject({ code: "enforcement.person-decides" });
    expect(proposed().letPass("2026-10-31")).toEqual(["2026-10-02"]);
  });

  test("nothing is handed over before he has approved it", () => {
    expect(filed().tell(transfer, filedOn, officer1)).toMatchObject({ code: "enforcement.transfer-not-approved" });
    expect(proposed().tell(transfer, "2026-09-28", officer1)).toMatchObject({
      code: "enforcement.transfer-not-approved",
    });
  });

  test("it is handed over in twenty-four hours: on the hour in time, a minute later late", () => {
    const one = approved();
    expect(onFile(one).police?.handOverBy).toBe("2026-09-29T02:00:00.000Z");
    expect(one.tell({ type: "pass-time" }, "2026-09-29T02:00:00.000Z")).toEqual([]);
    expect(one.tell({ type: "pass-time" }, "2026-09-29T02:00:00.001Z")).toMatchObject([{ data: { what: "transfer" } }]);
    expect(one.tell({ type: "pass-time" }, "2026-09-29T05:00:00.000Z")).toEqual([]);
    expect(one.tell(transfer, "2026-09-29T05:00:00.000Z", officer1)).not.toHaveProperty("code");
  });

  test("no proceeding is decided instead, from the report on; a notice may go on", () => {
    expect(proposed().tell(proceeding("decided", { outcome: "punish" }), "2026-09-28", theHead)).toMatchObject({
      code: "enforcement.crime-first",
      details: { rule: "CF-27" },
    });
    expect(proposed().tell(proceeding("noticed"), "2026-09-28", officer1)).not.toHaveProperty("code");
  });

  test("a refusal of the chief stays on file, and the case is decided here", () => {
    const one = andThen(proposed(), [approval(false), theChief, at10]);
    expect(one.tell(transfer, "2026-09-28", officer1)).toMatchObject({ code: "enforcement.transfer-not-approved" });
    expect(one.tell(approval(), at10, theChief)).toMatchObject({ code: "enforcement.nothing-to-transfer" });
    expect(one.letPass("2026-10-31")).toEqual([]);
    expect(one.tell(proceeding("decided", { outcome: "punish" }), "2026-09-28", theHead)).not.toHaveProperty("code");
  });

  test("the police answer in three days; late is told", () => {
    expect(transferred().state.status).toBe("transferred");
    expect(transferred().letPass("2026-10-31")).toEqual(["2026-10-03"]);
  });

  test("an answer lies neither before the handover nor in the future, and is given once", () => {
    expect(transferred().tell(answer(true, "2026-09-28"), "2026-09-30", officer1)).toMatchObject({
      code: "enforcement.answer-before-transfer",
    });
    expect(transferred().tell(answer(true, "2026-10-01"), "2026-09-30", officer1)).toMatchObject({
      code: "enforcement.answer-before-transfer",
    });
    const one = andThen(transferred(), [answer(false, "2026-09-30"), officer1, "2026-09-30"]);
    expect(one.tell(answer(false, "2026-09-30"), "2026-09-30", officer1)).toMatchObject({
      code: "enforcement.answered-already",
    });
    // After the review that was asked for, the police may still file.
    expect(one.tell(answer(true, "2026-10-08"), "2026-10-08", officer1)).not.toHaveProperty("code");
  });

  test("filed: goods and papers follow in three days, and the case closes with them", () => {
    const one = andThen(transferred(), [answer(true, "2026-09-30"), officer1, "2026-09-30"]);
    expect(one.letPass("2026-10-31")).toEqual(["2026-10-04"]);
    expect(last(one)?.data).toMatchObject({ what: "goods-to-police" });
    expect(one.tell({ type: "close", report, lying: [] }, "2026-10-05", theHead)).toMatchObject({
      code: "enforcement.papers-missing",
      details: { papers: ["goods-disposal"] },
    });
    andThen(one, [{ type: "hand-goods-to-police", on: "2026-10-05", receipt: "收1号" }, officer1, "2026-10-05"]);
    expect(one.tell({ type: "close", report, lying: [] }, "2026-10-06", theHead)).not.toHaveProperty("code");
  });

  test("it does not close before the police have answered", () => {
    expect(transferred().tell({ type: "close", report, lying: [] }, "2026-09-30", theHead)).toMatchObject({
      code: "enforcement.papers-missing",
      details: { papers: ["police-answer"] },
    });
  });

  test("not filed: the case comes back and is decided, without the suspicion", () => {
    expect(transferred().tell(back("2026-09-30"), "2026-09-30", officer2)).toMatchObject({
      code: "enforcement.nothing-to-transfer",
    });
    const one = andThen(transferred(), [answer(false, "2026-09-30"), officer1, "2026-09-30"]);
    expect(onFile(one).police?.reviewBy).toMatchObject({ due: "2026-10-03" });
    andThen(one, [back("2026-10-09"), officer2, "2026-10-09"]);
    expect(one.state.status).toBe("investigating");
    expect(one.state).not.toHaveProperty("ending");
    // No term of the transfer runs any more.
    expect(one.letPass("2026-11-30")).toEqual([]);
    expect(one.tell(proceeding("decided", { outcome: "punish" }), "2026-10-09", theHead)).not.toHaveProperty("code");
  });

  test("a second transfer begins anew, with its own terms", () => {
    const one = andThen(
      transferred(),
      [answer(false, "2026-09-30"), officer1, "2026-09-30"],
      [back("2026-10-01"), officer1, "2026-10-01"],
      [proposal("officer-1", "officer-2"), officer1, "2026-10-09"],
    );
    expect(onFile(one).police).toMatchObject({ decideBy: { due: "2026-10-12" } });
    expect(one.tell(transfer, "2026-10-09", officer1)).toMatchObject({ code: "enforcement.transfer-not-approved" });
    expect(one.letPass("2026-10-31")).toEqual(["2026-10-13"]);
  });
});
