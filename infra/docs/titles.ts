import { commonProblems } from "../../shared/http/index.ts";
import type { Service } from "../../shared/service/index.ts";
import { type Title, type TitleTexts, titleOfField, titleOfValue } from "../../shared/text/index.ts";
import { isNode, listAt, type Node, nodeAt } from "./contract/node.ts";
import { lowerFirst } from "./names.ts";
import { onceOf } from "./once-of.ts";
import { hasValueTitles, valuesIn, valueTitles } from "./value-titles.ts";

type Writable = Record<string, unknown>;

const isWritable = (value: unknown): value is Writable => isNode(value);

/**
 * Writes into a finished document what fields are called and what values mean, by the words of the service whose route or event
 * shows them: `title` in English, `x-title-zh` in Chinese, `x-enum-descriptions` and `x-enum-descriptions-zh` for values. What a schema
 * states itself stays.
 */
export class Titling {
  readonly #root: Node;
  readonly #seen = new Set<string>();

  constructor(root: Node) {
    this.#root = root;
  }

  /** Titles a schema and all it refers to. */
  schema(value: unknown, texts: TitleTexts, place: readonly string[] = []): void {
    if (!isWritable(value)) return;
    this.#referred(value, texts);
    this.#values(value, texts, place);
    for (const [name, field] of Object.entries(nodeAt(value, "properties"))) {
      const child = [...place, name];
      if (isWritable(field)) give(field, titleOfField(texts, child));
      this.schema(field, texts, child);
    }
    for (const part of ["allOf", "anyOf", "oneOf", "prefixItems"].flatMap((key) => listAt(value, key)))
      this.schema(part, texts, place);
    for (const below of [value.items, value.additionalProperties]) this.schema(below, texts, place);
    if (isNode(value.propertyNames)) this.schema(value.propertyNames, texts, place);
  }

  /** Titles a parameter of a query or a path. */
  parameter(value: unknown, texts: TitleTexts): void {
    if (!isWritable(value) || typeof value.name !== "string") return;
    const title = titleOfField(texts, [value.name]);
    if (isWritable(value.schema)) give(value.schema, title);
    if (title !== undefined) value.description ??= `${title.zh} / ${title.en}`;
    this.schema(value.schema, texts, [value.name]);
  }

  #referred({ $ref }: Node, texts: TitleTexts): void {
    if (typeof $ref !== "string" || this.#seen.has($ref)) return;
    this.#seen.add($ref);
    const name = $ref.split("/").at(-1) ?? "";
    this.schema(nodeAt(nodeAt(nodeAt(this.#root, "components"), "schemas"), name), texts, [lowerFirst(name)]);
  }

  #values(schema: Writable, texts: TitleTexts, place: readonly string[]): void {
    if (hasValueTitles(schema)) return;
    Object.assign(
      schema,
      valueTitles(valuesIn(schema), (value) => titleOfValue(texts, place, value)),
    );
  }
}

function give(schema: Writable, title: Title | undefined): void {
  if (title === undefined || "title" in schema) return;
  schema.title = title.en;
  schema["x-title-zh"] = title.zh;
}

/** The words of a service, over those that hold everywhere. */
export const wordsOf = onceOf(
  ({ problems }: Pick<Service, "problems">): TitleTexts => ({ ...commonProblems, ...problems }),
);
