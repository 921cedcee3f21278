import type { Titles } from "../../../shared/text/index.ts";
import { casesFields } from "./titles/fields.ts";
import { casesKindTitles } from "./titles/kinds.ts";
import { penaltyKindTitles } from "./titles/penalty-kinds.ts";
import { casesWordTitles } from "./titles/words.ts";

/** What the fields of this part are called, and what their values mean. */
export const casesTitles = {
  fields: casesFields,
  values: { ...penaltyKindTitles, ...casesWordTitles, ...casesKindTitles },
} satisfies Titles;
