import { type ConsultationCommand, consultation } from "../../../services/permits/desk/domain/consultation.ts";
import { on } from "../../support/deciding.ts";
import { aGuide, anAgent, aResident, theApprover } from "../cases/builders.ts";
import { told } from "../certificates/builders.ts";
import type { Provoked } from "../provoked.ts";
import { aConsultation, anAnswer, aQuestion, turnedInto } from "./builders.ts";

const today = "2026-03-02";
const tell = (command: ConsultationCommand, actor = theApprover, state = aConsultation(anAnswer)) =>
  consultation.decide(state, command, on(today, actor));

/** Every refusal at the consulting desk. */
export const consultationRefusals: Provoked = {
  "permits.consultation-not-in-this-state": () => tell({ type: "refer", office: "social-affairs" }),
  "permits.not-your-question": () => tell({ type: "follow-up", question: "还要什么？" }, anAgent),
  "permits.unknown-office": () => tell({ type: "refer", office: "nowhere" }, theApprover, aConsultation()),
  "permits.answer-names-somebody": () => tell({ type: "publish", question: "欧阳娜娜问什么？", answer: "答" }),
  "permits.question-without-item": () => {
    const { item: _item, ...general } = aQuestion({ guide: undefined });
    const state = told(consultation, undefined, general, today, aResident);
    return tell({ type: "prefill", guide: aGuide() }, aResident, state);
  },
  "permits.reading-without-reason": () =>
    tell({ type: "prefill", guide: aGuide() }, { ...theApprover, roles: ["clerk"] }),
  "permits.no-such-application": () => tell(turnedInto({ filed: undefined }), aResident),
  "permits.application-for-another-item": () =>
    tell(
      turnedInto({ filed: { item: { ...aGuide().content, code: "PL-015", guideVersion: 1 }, owner: aResident.sub } }),
      aResident,
    ),
};
