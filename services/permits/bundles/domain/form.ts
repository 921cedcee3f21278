import type { BundleDefinition } from "../../../../shared/town/bundles.ts";
import type { GuideContent } from "../../guides/domain/guide.ts";

/** One thing to bring for a bundle: under which name, and what it is for each item that asks for it. */
export interface FormMaterial {
  readonly name: string;
  readonly required: boolean;
  /** The town obtains it itself for every item that asks for it (S-4). */
  readonly shared: boolean;
  readonly items: { readonly item: string; readonly material: string }[];
}

/** The one form of a bundle (L12): what several items ask for stands in it once, what one asks for stands beside it. */
export function formOf(
  { merged }: Pick<BundleDefinition, "merged">,
  guides: readonly Pick<GuideContent, "code" | "materials">[],
): FormMaterial[] {
  const nameOf = (material: string) => merged.find(({ replaces }) => replaces.includes(material))?.name ?? material;
  const asked = guides.flatMap(({ code, materials }) => materials.map((one) => ({ ...one, item: code })));
  return [...Map.groupBy(asked, ({ name }) => nameOf(name))].map(([name, all]) => ({
    name,
    required: all.some(({ required, shared }) => required && !shared),
    shared: all.every(({ shared }) => shared),
    items: all.map(({ item, name: material }) => ({ item, material })),
  }));
}

/** What is given once, as each item knows it. */
export const givenFor = (form: readonly FormMaterial[], given: readonly string[], item: string): string[] =>
  form
    .filter(({ name }) => given.includes(name))
    .flatMap(({ items }) => items.filter((one) => one.item === item).map(({ material }) => material));
