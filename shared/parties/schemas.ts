import * as z from "zod";
import { strictUscc } from "../identity-codes/index.ts";
import { personOrBodyName, titled } from "../text/index.ts";
import { type DocumentKind, documentKinds, parseDocument } from "./documents.ts";
import { parsePhone } from "./phone.ts";

/** A phone as people type it: 11 to 13 digits with what may stand between them, and an extension. */
const phoneShape =
  /^[\s(（]*(?:[+＋]|00|００)?[)）\s]*(?:[0-9０-９][\s.()（）‐–—-]*){11,18}(?:(?:转|[xX]|[eE][xX][tT]\.?)\s*(?:[0-9０-９]\s*){1,6})?$/u;

/** A mobile, or a landline with area code and extension; as `parsePhone` writes it. */
export const phone = z
  .string()
  .regex(phoneShape, { error: "phone.not-a-number", abort: true })
  .overwrite((value) => {
    const read = parsePhone(value);
    return read.ok ? read.value : value;
  })
  .check(({ value, issues }) => {
    const read = parsePhone(value);
    if (!read.ok) issues.push({ code: "custom", message: read.reason, input: value });
  })
  .meta({
    description: "Mobile of 11 digits, or landline: area code, number, and an extension if there is one",
    examples: ["13812345678", "0878-1234567", "0878-1234567-12"],
  });

/** Which paper identifies a person; an identity card unless said otherwise. */
export const documentKind = titled(z.enum(documentKinds), { zh: "证件种类", en: "Kind of document" });

/** The number of any paper: 5 to 18 letters and digits, as people type them. */
const number = z
  .string()
  .regex(/^[\s‐–-]*(?:[0-9A-Za-z０-９Ａ-Ｚａ-ｚ][\s‐–-]*){5,18}$/u, { error: "document.number", abort: true })
  .meta({
    description: "证件号码，按其种类核验 / Number of the document, checked by its kind",
    examples: ["110101190001010014"],
  });

interface Numbered {
  readonly document: DocumentKind;
  readonly idNumber: string;
}

/** Tidies and checks the number by its paper; an identity card is not mentioned, so that what is stored stays as it was. */
function checked<T extends Numbered>({ document, ...given }: T, context: z.RefinementCtx) {
  const read = parseDocument(document, given.idNumber);
  if (!read.ok) context.addIssue({ code: "custom", message: read.reason, path: ["idNumber"], input: given.idNumber });
  const idNumber = read.ok ? read.value : given.idNumber;
  return document === "resident-id" ? { ...given, idNumber } : { ...given, document, idNumber };
}

const person = { name: personOrBodyName, document: documentKind.default("resident-id"), idNumber: number, phone };

/** The number of an identity card, tidied and checked. */
export const citizenNumber = number.transform((given, context) => {
  const read = parseDocument("resident-id", given);
  if (!read.ok) context.addIssue({ code: "custom", message: read.reason, input: given });
  return read.ok ? read.value : given;
});

/** A person by any of his papers, without a kind. */
export const villagerParty = z.strictObject(person).transform(checked);

/** A person as a party. */
export const personParty = z.strictObject({ kind: z.literal("citizen"), ...person }).transform(checked);

/** A person or a body: the kind says which number is meant. */
export const party = z.discriminatedUnion("kind", [
  personParty,
  z.strictObject({ kind: z.literal("organisation"), name: personOrBodyName, idNumber: strictUscc, phone }),
]);

/** By what somebody is looked up: a credit code or a number of an identity card; the number of another paper with its kind. */
export const partyNumber = z
  .strictObject({ document: documentKind.optional(), idNumber: number })
  .transform((given, context): { readonly idNumber: string; readonly document?: DocumentKind } => {
    const code = strictUscc.safeParse(given.idNumber);
    if (given.document === undefined && code.success) return { idNumber: code.data };
    return checked({ ...given, document: given.document ?? "resident-id" }, context);
  });
