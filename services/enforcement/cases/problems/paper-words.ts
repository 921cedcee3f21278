import { casePapers } from "../domain/case/papers.ts";
import { casesKindTitles } from "../titles/kinds.ts";

const codes = ["enforcement.papers-missing", "enforcement.case-file-incomplete"];

/** Words of the refusals that name missing papers of a case: each paper as its title says. */
export const paperWords = Object.fromEntries(
  codes.flatMap((code) => casePapers.map((kind) => [`word.${code}.${kind}`, casesKindTitles[`kind.${kind}`]])),
);
