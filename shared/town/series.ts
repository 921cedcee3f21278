import type { NumberSeries } from "./procedure.ts";
import type { TownProfile } from "./profile.ts";

interface Organ {
  readonly name: { readonly zh: string; readonly en: string };
  readonly uscc: string;
}
type Town = Pick<TownProfile, "uscc" | "county" | "numbering">;

/**
 * An organ as certificate and papers name it. The lists call the county's departments 县…局; in a name 县 is the county itself
 * (禄丰市…局).
 */
export const officialNameOf = ({ name }: Organ, town: Pick<TownProfile, "county">): string =>
  officialDepartment(name.zh, town);

/** The one name of a department that a list calls 县…局. */
export const officialDepartment = (zh: string, { county }: Pick<TownProfile, "county">): string =>
  zh.replace(/^县(?=.)/, county.name.zh);

/** A department as the lists of the town call it, however it was named; a name that the town does not know stays. */
export const listedDepartment = (zh: string, town: Pick<TownProfile, "county" | "departments">): string =>
  town.departments.find(({ name }) => officialDepartment(name.zh, town) === officialDepartment(zh, town))?.name.zh ??
  zh;

/** The organ with the one name that certificate and papers bear. */
export const officially = <O extends Organ>(organ: O, town: Pick<TownProfile, "county">): O => ({
  ...organ,
  name: { ...organ.name, zh: officialNameOf(organ, town) },
});

/**
 * P3: the series in which an organ's decisions are numbered. What the town does in the name of another organ has a series of
 * that organ, under the mark that the profile states; the town's own is the series itself.
 */
export function seriesOf({ series, text }: NumberSeries, organ: Organ | undefined, town: Town): NumberSeries {
  if (organ === undefined || organ.uscc === town.uscc) return { series, text };
  const { own, entrusted } = town.numbering.marks;
  const marked = (template: string, mark: string, other: string, name: string) =>
    other.replace("{organ}", name) + (template.startsWith(mark) ? template.slice(mark.length) : template);
  return {
    // The nine characters of its organisation code (GB 32100).
    series: `${series}-${organ.uscc.slice(8, 17)}`,
    text: {
      zh: marked(text.zh, own.zh, entrusted.zh, officialNameOf(organ, town)),
      en: marked(text.en, own.en, entrusted.en, organ.name.en),
    },
  };
}
