import { describe, expect, test } from "vitest";
import { moves } from "../../services/permits/cases/domain/application/moves.ts";
import { permits } from "../../services/permits/service.ts";
import { isRejection } from "../../shared/decider/index.ts";
import { textOf } from "../../shared/http/problem.ts";
import { commonProblems } from "../../shared/http/texts.ts";
import { codesTold, codesUsedBy, unfilled } from "../support/problem-texts.ts";
import { aCommand, statuses } from "./cases/builders.ts";
import { applicationRefusals } from "./cases/refusals.ts";
import { banRefusals } from "./cases/refusals-ban.ts";
import { examinationRefusals } from "./cases/refusals-examination.ts";
import { householdRefusals } from "./cases/refusals-household.ts";
import { certificateRefusals } from "./certificates/refusals.ts";
import { consultationRefusals } from "./desk/refusals.ts";
import { peopleRefusals } from "./duties/refusals.ts";
import { reductionRefusals } from "./figures/refusals.ts";
import { materialRefusals } from "./files/refusals.ts";
import { guideRefusals } from "./guides/refusals.ts";
import { hallRefusals } from "./hall/refusals.ts";
import { documentRefusals } from "./papers/refusals.ts";
import { inspectionRefusals } from "./supervision/refusals.ts";
import { voiceRefusals } from "./voices/refusals.ts";

const sample = aCommand("2026-03-02");
const { problems } = permits;
const texts = { ...commonProblems, ...problems };

/** Every refusal of the service, provoked: one file per resource. */
const refusals = {
  ...applicationRefusals,
  ...banRefusals,
  ...documentRefusals,
  ...examinationRefusals,
  ...householdRefusals,
  ...peopleRefusals,
  ...guideRefusals,
  ...hallRefusals,
  ...certificateRefusals,
  ...inspectionRefusals,
  ...materialRefusals,
  ...consultationRefusals,
  ...reductionRefusals,
  ...voiceRefusals,
};

describe("what the service says when it refuses", () => {
  test("every code in its sources has a text in both languages, and every text its code", () => {
    const common = Object.keys(commonProblems);
    const used = codesUsedBy("permits").filter((code) => !common.includes(code));
    expect(codesTold(problems)).toEqual(used);
    for (const { zh, en } of Object.values(problems)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7E]+$/);
    }
  });

  test("every one of them is provoked here", () => {
    expect(Object.keys(refusals).sort()).toEqual(codesTold(problems));
  });

  test.each(Object.entries(refusals))("%s: every place in its text is filled, in words", (code, provoke) => {
    const answer = provoke();
    if (!isRejection(answer)) throw new Error("not refused");
    expect(answer.code).toBe(code);
    expect(unfilled(answer, texts)).toEqual([]);
    const { zh, en } = textOf(code, answer.details, texts);
    expect(`${zh}${en}`).not.toMatch(/[{}–[\]]|undefined/);
  });

  test("a word that two resources use differently is said as its own refusal means it", () => {
    const said = (code: string, details: Readonly<Record<string, string>>) => textOf(code, details, texts).zh;
    expect(said("permits.booking-not-in-this-state", { status: "cancelled", command: "check-in" })).toContain("已取消");
    expect(said("permits.certificate-not-in-this-state", { status: "cancelled", command: "issue" })).toContain(
      "已注销",
    );
    expect(said("permits.not-in-this-state", { status: "recorded", command: "pay" })).toContain("已备案，不能缴费");
    expect(said("permits.not-in-this-state", { status: "answered", command: "pay" })).toContain("上级已决定");
    expect(said("permits.complaint-not-in-this-state", { status: "answered", command: "assign" })).toContain("已答复");
    expect(said("permits.not-authorised", { item: "PS-010", act: "pay", failed: "expired" })).toContain(
      "代为缴费：已过期",
    );
    expect(said("permits.measure-not-taken", { measure: "revocation" })).toContain("拟撤销的告知");
  });

  test("a role is called what the town calls it, a field's values are told as they are sent", () => {
    expect(textOf("auth.role", { allow: ["clerk", "approver"] }, texts).zh).toContain("窗口人员、审批负责人");
    expect(textOf("value.not-allowed", { values: ["received", "recorded"] }, texts).zh).toBe(
      "只能是：received、recorded",
    );
  });

  test("every state, command and condition has its word, so that nobody reads a code", () => {
    const words = [...statuses, ...Object.values(moves).flatMap((row) => Object.keys(row)), ...Object.keys(sample)];
    const conditions = ["not-listed", "not-handed-over", "not-yet-in-force", "suspended", "recalled"];
    for (const word of [...words, ...conditions, "drawn-up", "valid", "issue", "reviews", "forwards"])
      expect(problems).toHaveProperty([`word.${word}`, "zh"], expect.stringMatching(/\p{Script=Han}/u));
  });
});
