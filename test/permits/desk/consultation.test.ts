import { describe, expect, test } from "vitest";
import {
  type Consultation,
  type ConsultationCommand,
  consultation,
} from "../../../services/permits/desk/domain/consultation.ts";
import { moves } from "../../../services/permits/desk/domain/moves.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { walkStates } from "../../support/cells.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { aGuide, aResident, theApprover, theClerk, theForm, thePlan, theReviewer } from "../cases/builders.ts";
import { told } from "../certificates/builders.ts";
import { aConsultation, anAnswer, aQuestion, byTheCounter, theContact, turnedInto } from "./builders.ts";

const tell = (state: Consultation, command: ConsultationCommand, actor = theApprover, date = "2026-03-02") =>
  consultation.decide(state, command, on(date, actor));

describe("L15: a question is kept and answered by the office it concerns", () => {
  test("one about an item goes to the office that decides it, any other to the consulting desk", () => {
    expect(aConsultation()).toMatchObject({
      status: "asked",
      item: "PL-018",
      office: "agriculture-centre",
      owner: aResident.sub,
    });
    const { item: _item, contact: _contact, ...general } = aQuestion({ guide: undefined });
    const anonymous = told(consultation, undefined, general, "2026-03-02", theClerk);
    expect(anonymous).toMatchObject({ office: "service-centre" });
    expect(anonymous).not.toHaveProperty("owner");
    expect(anonymous).not.toHaveProperty("contact");
    expect(refusalOf(consultation.decide(undefined, aQuestion({ guide: undefined }), on("2026-03-02")))).toMatchObject({
      code: "permits.unknown-item",
      pointer: "/item",
    });
  });

  test("by nobody else; referred, by the office that knows", () => {
    const elsewhere = { ...theReviewer, office: "social-affairs" };
    expect(refusalOf(tell(aConsultation(), anAnswer, elsewhere))).toMatchObject({ ground: "actor" });
    const referred = aConsultation({ type: "refer", office: "social-affairs" });
    expect(referred).toMatchObject({ office: "social-affairs", forwards: [{ from: "agriculture-centre" }] });
    expect(isRejection(tell(referred, anAnswer, elsewhere))).toBe(false);
  });

  test("within the profile's two working days: the last is in time, the day after it is overdue, once", () => {
    const state = aConsultation();
    expect(state.limit.due).toBe("2026-03-04");
    expect(consultation.nextDeadline?.(state)).toBe(startOfDay("2026-03-05"));
    expect(tell(state, { type: "pass-time" }, theApprover, "2026-03-04")).toEqual([]);
    expect(tell(state, { type: "pass-time" }, theApprover, "2026-03-05")).toMatchObject([
      { type: "permits.consultation.overdue", data: { due: "2026-03-04" } },
    ]);
    const late = told(consultation, state, { type: "pass-time" }, "2026-03-05");
    expect(consultation.nextDeadline?.(late)).toBeUndefined();
    expect(tell(late, anAnswer, theApprover, "2026-03-05")).toMatchObject([{ data: { onTime: false } }]);
    expect(tell(state, anAnswer, theApprover, "2026-03-04")).toMatchObject([{ data: { onTime: true } }]);
  });

  test("a further question opens it again and starts the limit anew; only who asked asks further", () => {
    const again = told(
      consultation,
      aConsultation(anAnswer),
      { type: "follow-up", question: "要多久？" },
      "2026-03-09",
      aResident,
    );
    expect(again).toMatchObject({
      status: "asked",
      limit: { due: "2026-03-11" },
      exchanges: [{ answer: {} }, { question: "要多久？" }],
    });
    expect(
      refusalOf(tell(aConsultation(anAnswer), { type: "follow-up", question: "？？" }, { ...aResident, sub: "other" }))
        .code,
    ).toBe("permits.not-your-question");
  });
});

describe("L15: a question becomes an application", () => {
  test("made ready with the item and what is to be brought; only for who asked, or at the counter", () => {
    const prefill: ConsultationCommand = { type: "prefill", guide: aGuide(), reason: "代填申请表" };
    const ready = byTheCounter(aConsultation(), prefill);
    expect(ready.prefilled).toMatchObject({ guideVersion: 3 });
    expect(ready.prefilled?.bring.map(({ name }) => name)).toEqual(expect.arrayContaining([theForm, thePlan]));
    expect(refusalOf(tell(aConsultation(), prefill, { ...aResident, sub: "other" })).ground).toBe("actor");
  });

  test("P-1, P-15: the counter says why it needs the person in full, on record; who asked himself need not", () => {
    const prefill: ConsultationCommand = { type: "prefill", guide: aGuide() };
    expect(refusalOf(tell(aConsultation(), prefill, theClerk))).toMatchObject({
      ...{ code: "permits.reading-without-reason", pointer: "/reason" },
    });
    expect(tell(aConsultation(), { ...prefill, reason: "代填申请表" }, theClerk)).toMatchObject([
      { type: "permits.consultation.prefilled", personal: { reason: "代填申请表" } },
    ]);
    expect(tell(aConsultation(), prefill, aResident)).toMatchObject([{ type: "permits.consultation.prefilled" }]);
  });

  test("linked to the one that came of it, of the same item and the same person", () => {
    expect(told(consultation, aConsultation(), turnedInto(), "2026-03-03", aResident)).toMatchObject({
      status: "turned",
      application: "PL-018.X",
    });
    const foreign = turnedInto({ filed: { item: { code: "PL-018" }, owner: "other" } });
    expect(refusalOf(tell(aConsultation(), foreign, aResident)).code).toBe("permits.no-such-application");
    expect(isRejection(tell(aConsultation(), foreign, theClerk))).toBe(false);
  });
});

describe("P-1: what is published names nobody", () => {
  const publish = (question: string, answer = "须办证") =>
    tell(aConsultation(anAnswer), { type: "publish", question, answer });
  test.each([
    ["the name of who asked", `${theContact.name}要开店`],
    ["an identity number", "身份证11010519491231002X的人"],
    ["a grouped one", "110105 19491231 002X"],
    ["a phone number", "回电13812345678"],
    ["a phone number in groups", "回电138-1234-5678"],
  ])("%s is refused, in the question and in the answer", (_what, text) => {
    expect(refusalOf(publish(text))).toMatchObject({ code: "permits.answer-names-somebody", pointer: "/question" });
    expect(refusalOf(publish("怎么办？", text))).toMatchObject({ pointer: "/answer" });
  });

  test("the hall's own numbers and the law's articles are no personal data", () => {
    expect(isRejection(publish("窗口电话？", "0878-0000001，依据第24条，2026年3月2日起"))).toBe(false);
    const state = aConsultation(anAnswer, { type: "publish", question: "开店？", answer: "办证" });
    expect(consultation.listed?.(state, "C")).toMatchObject({ byDomain: { partition: "answers", sort: "PL-018#C" } });
    expect(consultation.listed?.(aConsultation(anAnswer), "C")).not.toHaveProperty("byDomain");
  });

  test("neither who asked nor a word of his leaves in an event's data", () => {
    const decision = consultation.decide(undefined, aQuestion(), on("2026-03-02", aResident));
    const data = JSON.stringify(isRejection(decision) ? [] : decision.map((event) => event.data));
    for (const secret of [theContact.name, theContact.phone, theContact.idNumber, "农药店"])
      expect(data).not.toContain(secret);
  });
});

walkStates("a question's moves", {
  decider: consultation,
  moves,
  impossible: "permits.consultation-not-in-this-state",
  states: {
    asked: () => aConsultation(),
    replied: () => aConsultation(anAnswer),
    turned: () => byTheCounter(aConsultation(), turnedInto()),
  },
  told: {
    answer: anAnswer,
    "follow-up": { type: "follow-up", question: "还有呢？" },
    refer: { type: "refer", office: "social-affairs" },
    publish: { type: "publish", question: "问", answer: "答" },
    prefill: { type: "prefill", guide: aGuide(), reason: "代填申请表" },
    turn: turnedInto(),
    "pass-time": { type: "pass-time" },
    ask: aQuestion(),
  },
  context: (verb) =>
    on(verb === "pass-time" ? "2026-12-31" : "2026-03-02", { ...theApprover, roles: ["approver", "clerk"] }),
});
