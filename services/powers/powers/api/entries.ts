import * as z from "zod";
import { dutyList, lawCited, powerCategory, townRole } from "../../../../shared/contracts/powers.ts";
import { itemCode } from "../../../../shared/identity-codes/index.ts";
import { line } from "../../../../shared/town/text.ts";
import { citedIn } from "../domain/legal-basis.ts";

/** Titles and articles hold none of the signs by which a text of several laws is read. */
const title = line.max(200).regex(/^[^《》；;]*$/u);

/** Laws as one text. An article that holds a title would be two laws read as one. */
const laws = line.refine((text) => citedIn(text).every(({ article = "" }) => !/[《》]/u.test(article)), {
  error: "text.laws-run-together",
});

/** An entry of the power list as it is sent: with its laws as text, one by one too where their dates matter. */
export const entryBody = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}-\d{3,6}$/),
  itemCode,
  name: z.strictObject({ zh: line.max(200), en: line.max(200) }),
  category: powerCategory,
  domain: line.max(40),
  legalBasis: laws,
  basis: z
    .array(lawCited.extend({ law: title, article: title.optional() }).strict())
    .min(1)
    .max(20)
    .optional(),
  sourceDepartment: line.max(300),
  townRole,
  dutyList: dutyList.optional(),
});

export const entryChange = entryBody
  .omit({ code: true, category: true })
  .partial()
  .extend({ from: z.iso.date(), document: line.max(300).optional() })
  .refine((body) => Object.keys(body).length > 1, { message: "value.missing" });
