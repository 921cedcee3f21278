import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf, textOf, titled } from "../../../../shared/text/index.ts";
import type { CaseCommand } from "../../cases/domain/case/messages.ts";
import { leadFields } from "../../leads/index.ts";
import { referredTo, supervisionPapers } from "../domain/letter/letter.ts";
import type { LetterCommand, LetterCommandOf } from "../domain/letter/words.ts";

const date = z.iso.date();
const words = textOf(4_000, 2);
const department = titled(lineOf(60), { zh: "部门", en: "Department" });
const answerBy = titled(date, { zh: "答复期限", en: "Last day for the answer" });
const caseId = lineOf(60);

const common = { department, subject: words, case: caseId.exactOptional() };
const police = z.strictObject({ goodsList: lineOf(200, 2), testReports: z.array(lineOf(200, 2)).max(20) });
/** What a letter says, by its kind. */
export const writing = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("assistance-request"),
    ...common,
    basis: titled(words, { zh: "法律依据和理由", en: "Basis and reasons" }),
    answerBy: answerBy.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("assistance-asked"),
    ...common,
    theirNumber: lineOf(100, 2),
    on: date,
    answerBy: answerBy.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal("referral-received"),
    ...{ department, subject: words, theirNumber: lineOf(100, 2), on: date, answerBy: answerBy.exactOptional() },
    from: titled(z.enum(referredTo), { zh: "来自", en: "From" }),
    lead: z.union([z.strictObject({ id: lineOf(60) }), z.strictObject(leadFields)]),
  }),
  z.strictObject({ kind: z.literal("referral-organ"), ...common, case: caseId, reasons: words }),
  z.strictObject({ kind: z.literal("referral-police"), ...common, case: caseId, police }),
  z.strictObject({
    kind: z.literal("supervision"),
    ...common,
    theirNumber: lineOf(100, 2),
    supervisionPaper: z.enum(supervisionPapers),
    on: date,
    answerBy: answerBy.exactOptional(),
  }),
]);
/** A letter names its organ as a department; the lead that it opens is a part of it. */
export const inWriting = {
  ...Object.fromEntries(Object.keys(leadFields).map((name) => [`/${name}`, `/lead/${name}`] as const)),
  "/organ": "/department",
} as const;
type Writing = z.output<typeof writing>;

/** CF-22, CF-27a: the case that goes with the letter; the letter's id is the reference in its file. */
export function moving(id: string, body: Writing, town: Runtime["town"]): readonly CaseCommand[] {
  if (body.kind !== "referral-organ" && body.kind !== "referral-police") return [];
  const organ = town.departments.find((one) => one.id === body.department)?.name.zh ?? body.department;
  return body.kind === "referral-organ"
    ? [{ type: "transfer-organ", organ, letter: id, reasons: body.reasons }]
    : [{ type: "transfer-police", organ, letter: id, ...body.police }];
}

/** The case that it is about. */
export const caseIn = (body: Writing) => (body.kind === "referral-received" ? undefined : body.case);
/** The case that goes with it. */
export const referredCase = (body: Writing) =>
  body.kind === "referral-organ" || body.kind === "referral-police" ? [body.case] : [];

/** E6: the lead that a referral opens. It bears the id of the letter, so that each leads to the other. */
export const opened = (body: Writing): readonly z.output<z.ZodObject<typeof leadFields>>[] =>
  body.kind === "referral-received" && !("id" in body.lead) ? [body.lead] : [];

/** What is asked of the letter. */
export function commandOf(
  body: Writing,
  { id, of, known }: { readonly id: string; readonly known: boolean } & Pick<LetterCommandOf<"refer">, "of">,
): LetterCommand {
  const { department: organ, subject } = body;
  const about = { organ, subject, of, ...present({ case: caseIn(body) }) };
  switch (body.kind) {
    case "referral-received":
      return {
        ...{ type: "take-in-referral", organ, subject, theirNumber: body.theirNumber, on: body.on },
        ...{ lead: "id" in body.lead ? body.lead.id : id, unknown: "id" in body.lead && !known },
        ...present({ answerBy: body.answerBy }),
      };
    case "assistance-request":
      return { type: "ask-assistance", ...about, basis: body.basis, ...present({ answerBy: body.answerBy }) };
    case "assistance-asked":
      return {
        ...{ type: "take-in-request", ...about, theirNumber: body.theirNumber, on: body.on },
        ...present({ answerBy: body.answerBy }),
      };
    case "referral-organ":
      return { type: "refer", to: "organ", ...about };
    case "referral-police":
      return { type: "refer", to: "police", ...about };
    case "supervision":
      return {
        ...{ type: "take-in-supervision", ...about, theirNumber: body.theirNumber, on: body.on },
        ...{ paper: body.supervisionPaper, ...present({ answerBy: body.answerBy }) },
      };
  }
}
