import type { Title } from "./titled.ts";

/**
 * What the fields of a part are called and what their values mean, each stated once. A field by its name (`itemCode`), or by the
 * field it stands in and its name (`hearing.place`) where the name alone has another meaning. A value by itself (`granted`), or by
 * its field (`kind.citizen`).
 */
export interface Titles {
  readonly fields?: Readonly<Record<string, Title>>;
  readonly values?: Readonly<Record<string, Title>>;
}

/** Texts by key: titles of fields as `field.<name>`, of values as `word.<value>`. */
export type TitleTexts = Readonly<Record<string, Title>>;

/** Titles as texts, so that they go with the texts of refusals. */
export const titleTexts = ({ fields = {}, values = {} }: Titles): TitleTexts =>
  Object.fromEntries([
    ...Object.entries(fields).map(([name, title]) => [`field.${name}`, title]),
    ...Object.entries(values).map(([value, title]) => [`word.${value}`, title]),
  ]);

const found = (texts: TitleTexts, keys: readonly string[]): Title | undefined => {
  const key = keys.find((one) => Object.hasOwn(texts, one));
  return key === undefined ? undefined : texts[key];
};

/** The title of a field; `place` are the names of the fields around it and its own, from the outside in. */
export function titleOfField(texts: TitleTexts, place: readonly string[]): Title | undefined {
  const [name = "", parent = ""] = place.toReversed();
  return found(texts, [`field.${parent}.${name}`, `field.${name}`]);
}

/** What a value of a field means: said for the field in its parent, for the field, or for all fields. */
export function titleOfValue(texts: TitleTexts, place: readonly string[], value: string): Title | undefined {
  const [name = "", parent = ""] = place.toReversed();
  return found(texts, [`word.${parent}.${name}.${value}`, `word.${name}.${value}`, `word.${value}`]);
}

/** A table of names as titles of the values of a field. */
export const valuesOf = (field: string, names: Readonly<Record<string, Title>>): Readonly<Record<string, Title>> =>
  Object.fromEntries(Object.entries(names).map(([value, title]) => [`${field}.${value}`, title]));
