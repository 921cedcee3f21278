import {
  type Consultation,
  type ConsultationCommand,
  consultation,
} from "../../../services/permits/desk/domain/consultation.ts";
import { aGuide, aResident, theApprover, theClerk } from "../cases/builders.ts";
import { told } from "../certificates/builders.ts";

export const theContact = { name: "欧阳娜娜", phone: "13812345678", idNumber: "11010519491231002X" } as const;

export const aQuestion = (more: object = {}): Extract<ConsultationCommand, { type: "ask" }> => ({
  type: "ask",
  item: "PL-018",
  guide: aGuide(),
  channel: "online",
  question: "开农药店要办什么？",
  contact: theContact,
  ...more,
});

/** A resident's question of 2 March 2026, after these commands of the office on the same day. */
export function aConsultation(...commands: readonly ConsultationCommand[]): Consultation {
  const asked = told(consultation, undefined, aQuestion(), "2026-03-02", aResident);
  return commands.reduce((state, command) => told(consultation, state, command, "2026-03-02", theApprover), asked);
}
export const anAnswer = { type: "answer", text: "须办农药经营许可证" } as const;
export const turnedInto = (more: object = {}): ConsultationCommand => ({
  type: "turn",
  application: "PL-018.X",
  filed: { item: { code: "PL-018", name: aGuide().content.name, guideVersion: 3 }, owner: aResident.sub },
  ...more,
});
export const byTheCounter = (state: Consultation, command: ConsultationCommand) =>
  told(consultation, state, command, "2026-03-02", theClerk);
