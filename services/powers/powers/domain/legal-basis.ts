import type { LawCited } from "../../../../shared/contracts/powers.ts";

/** A law the profile knows the dates of. */
interface DatedLaw {
  readonly title: string;
  readonly inForceFrom: string;
  readonly repealedFrom?: string | undefined;
}

/**
 * The laws a plain text cites, in its order: `《城市道路管理条例》第二十七条、第四十二条；《…》…`. A part without a title in
 * 《》 is a law of that name. Laws are separated by `；`, `;`, a line, or a `、`, `,`, `，`, blank, 和, 及, 以及 or 与 before the next title. Their dates are
 * not known from the text.
 */
export function citedIn(text: string): LawCited[] {
  return text
    .split(/[；;\n]|(?:[、，,\s]+(?:以及|和|及|与)?|以及|和|及|与)(?=《)/u)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [, law, article] = /^《([^》]+)》(.*)$/su.exec(part) ?? [];
      if (law === undefined) return { law: part };
      return article === undefined || article === "" ? { law } : { law, article };
    });
}

/** The same laws, each with the dates the profile gives it, where it has none of its own. */
export function dated(basis: readonly LawCited[], laws: readonly DatedLaw[]): LawCited[] {
  return basis.map((cited) => {
    const known = laws.find(({ title }) => title === cited.law);
    if (known === undefined || cited.inForceFrom !== undefined || cited.repealedFrom !== undefined) return cited;
    const { inForceFrom, repealedFrom } = known;
    return { ...cited, inForceFrom, ...(repealedFrom === undefined ? {} : { repealedFrom }) };
  });
}

/** Whether laws given one by one are those the text cites, dates aside. */
export const citesTheSame = (text: string, basis: readonly LawCited[]) =>
  JSON.stringify(citedIn(text)) ===
  JSON.stringify(basis.map(({ law, article }) => (article === undefined ? { law } : { law, article })));

/** Laws one by one as a text that cites them. */
export const inWords = (basis: readonly LawCited[]) =>
  basis.map(({ law, article = "" }) => `《${law}》${article}`).join("；");
