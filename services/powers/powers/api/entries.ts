import * as z from "zod";
import { dutyList, lawCited, powerCategory, townRole } from "../../../../shared/contracts/powers.ts";
import { itemCode } from "../../../../shared/identity-codes/index.ts";
import { signsLike, signsOf } from "../../../../shared/text/index.ts";
import { citedIn } from "../domain/legal-basis.ts";

/** Titles and articles hold none of the signs by which a text of several laws is read. */
const title = signsLike(200, /^[^《》；;]*$/u);

/** Laws as one text. An article that holds a title would be two laws read as one. */
const laws = signsOf(500).refine((text) => citedIn(text).every(({ article = "" }) => !/[《》]/u.test(article)), {
  error: "text.laws-run-together",
});

/** An entry of the power list as it is sent: with its laws as text, one by one too where their dates matter. */
export const entryBody = z.strictObject({
  code: z.string().regex(/^[A-Z]{2}-\d{3,6}$/),
  itemCode,
  name: z.strictObject({ zh: signsOf(200), en: signsOf(200) }),
  category: powerCategory,
  domain: signsOf(40),
  legalBasis: laws,
  basis: z
    .array(lawCited.extend({ law: title, article: title.optional() }).strict())
    .min(1)
    .max(20)
    .optional(),
  sourceDepartment: signsOf(300),
  townRole,
  dutyList: dutyList.optional(),
});

export const entryChange = entryBody
  .omit({ code: true, category: true })
  .partial()
  .extend({ from: z.iso.date(), document: signsOf(300).optional() })
  .refine((body) => Object.keys(body).length > 1, { message: "value.missing" });
