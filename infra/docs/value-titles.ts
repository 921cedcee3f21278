import type { Title } from "../../shared/text/index.ts";
import { listAt, type Node } from "./contract/node.ts";

/** The values a schema lists: those of its `enum`, or its one `const`. */
export const valuesIn = (schema: Node): readonly unknown[] =>
  "const" in schema ? [schema.const] : listAt(schema, "enum");

/**
 * What the listed values mean, as lists that go with `enum` place by place: `x-enum-descriptions` in English, which
 * generators read, and `x-enum-descriptions-zh`. A value without a title has an empty text. Answers nothing where none has one.
 */
export function valueTitles(values: readonly unknown[], titleOf: (value: string) => Title | undefined): Node {
  const titles = values.map((value) => titleOf(String(value)));
  if (titles.every((title) => title === undefined)) return {};
  return {
    "x-enum-descriptions": titles.map((title) => title?.en ?? ""),
    "x-enum-descriptions-zh": titles.map((title) => title?.zh ?? ""),
  };
}

/** Whether a schema says what its values mean. */
export const hasValueTitles = (schema: Node): boolean => "x-enum-descriptions" in schema;

/** Each listed value that has a title in both languages, with it. */
export function titledValuesIn(schema: Node): readonly (readonly [value: string, title: Title])[] {
  const [english, chinese] = [listAt(schema, "x-enum-descriptions"), listAt(schema, "x-enum-descriptions-zh")];
  return valuesIn(schema).flatMap((value, at) => {
    const [en, zh] = [english[at], chinese[at]];
    return typeof en === "string" && en !== "" && typeof zh === "string" && zh !== ""
      ? [[String(value), { zh, en }] as const]
      : [];
  });
}
