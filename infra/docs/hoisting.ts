import { isNode, listAt, type Node, nodeAt } from "./contract/node.ts";
import { pascal, singular } from "./names.ts";
import { hasValueTitles } from "./value-titles.ts";

type Writable = Record<string, unknown>;
const isWritable = (value: unknown): value is Writable => isNode(value);

/** Parts that many schemas hold, by the fields they are known by. */
const known: readonly (readonly [name: string, fields: readonly string[]])[] = [
  ["Text", ["en", "zh"]],
  ["Limit", ["light", "remaining", "due", "derivation"]],
  ["CountedLimit", ["rule", "article", "unit", "length", "roll"]],
  ["OfficialNumber", ["series", "year", "serial"]],
  ["Action", ["verb", "method", "href", "title"]],
  ["OpenStep", ["verb", "title", "roles"]],
  ["Link", ["rel", "href", "title"]],
  ["Party", ["kind", "name", "idNumber", "phone"]],
];

/**
 * Gives each object that occurs more than once, and each one that has a name of its own, a place among the components.
 * It is referred to from there on, so that a generated client has one type for it.
 */
export class Hoisting {
  readonly #schemas: Writable;
  readonly #counts = new Map<string, number>();
  readonly #names = new Map<string, string>();

  constructor(schemas: Writable) {
    this.#schemas = schemas;
  }

  /** Names an operation's body after what it asks for: `NotifyCorrections`. Bodies that are alike have one name. */
  body({ operationId, requestBody }: Node): void {
    for (const media of Object.values(isNode(requestBody) ? nodeAt(requestBody, "content") : {})) {
      if (!isWritable(media) || !isWritable(media.schema) || !isNamedBody(media.schema)) continue;
      const key = keyOf(media.schema);
      const name = this.#names.get(key) ?? (hasFields(media.schema) ? pascal(String(operationId)) : "NoFields");
      if (!this.#names.has(key)) this.#schemas[name] = media.schema;
      this.#names.set(key, name);
      media.schema = { $ref: `#/components/schemas/${name}` };
    }
  }

  /** Counts what occurs in a schema; to be called for all of them first. */
  count(value: unknown): void {
    for (const [, child] of childrenOf(value, "")) {
      if (isWritable(child) && (isObject(child) || isCodeList(child))) this.#add(child);
      this.count(child);
    }
  }

  /** Replaces what deserves a name in a schema by a reference. */
  replace(value: unknown, around: string, self = ""): void {
    if (!isWritable(value)) return;
    for (const [hint, child, put] of childrenOf(value, self)) {
      if (!isWritable(child)) continue;
      const isNamed = isObject(child) || isCodeList(child) || (isBranch(hint) && "properties" in child);
      const name = isNamed ? this.#nameFor(child, hint, around) : undefined;
      if (name === undefined) this.replace(child, around, hint);
      else put(refer(child, name));
    }
    discriminate(value, this.#schemas);
  }

  #add(child: Writable): void {
    const key = keyOf(child);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** Its name among the components, where it gets one. The first occurrence moves there. */
  #nameFor(child: Writable, hint: string, around: string): string | undefined {
    const key = keyOf(child);
    const before = this.#names.get(key);
    if (before !== undefined) return before;
    const own = hint === "items" && around.endsWith("List") ? around.replace(/List$/, "Row") : ownName(child);
    if (own === undefined && !isBranch(hint) && (this.#counts.get(key) ?? 0) < 2) return undefined;
    const plain =
      own ??
      (isBranch(hint)
        ? `${around}${pascal(hint.slice(1))}`
        : `${isCodeList(child) ? around : ""}${pascal(singular(hint))}`);
    const name = this.#free(plain, `${around}${plain}`);
    this.#names.set(key, name);
    const { title: _title, "x-title-zh": _zh, ...schema } = child;
    this.#schemas[name] = schema;
    this.replace(schema, name);
    return name;
  }

  /** The first of these names that is not taken; else the last one with a number. */
  #free(plain: string, longer: string): string {
    if (!(plain in this.#schemas)) return plain;
    let [name, serial] = [longer, 1];
    while (name in this.#schemas) {
      serial += 1;
      name = `${longer}${serial}`;
    }
    return name;
  }
}

const isBranch = (hint: string) => hint.startsWith("(");
const isNamedBody = (schema: Node) => "properties" in schema || "anyOf" in schema || "oneOf" in schema;
const hasFields = (schema: Node) => !("properties" in schema) || Object.keys(nodeAt(schema, "properties")).length > 0;
const isObject = (schema: Node) => Object.keys(nodeAt(schema, "properties")).length > 1;
/** Several codes with what they mean: where they stand more than once, they get a name. */
const isCodeList = (schema: Node) => listAt(schema, "enum").length > 2 && hasValueTitles(schema);
const refer = ({ title, "x-title-zh": zh }: Node, name: string): Node => ({
  $ref: `#/components/schemas/${name}`,
  ...(title === undefined ? {} : { title }),
  ...(zh === undefined ? {} : { "x-title-zh": zh }),
});

/** Two schemas are one if they say the same but for their own title. */
const keyOf = ({ title: _title, "x-title-zh": _zh, ...schema }: Node) => JSON.stringify(schema);

function ownName(schema: Node): string | undefined {
  const fields = Object.keys(nodeAt(schema, "properties"));
  return known.find(([, has]) => has.every((field) => fields.includes(field)) && has.length >= fields.length / 2)?.[0];
}

type Child = readonly [hint: string, child: unknown, put: (by: Node) => void];

/** The schemas within a schema; branches of a choice by the value that tells them apart, after a bracket. */
function childrenOf(value: unknown, self: string): readonly Child[] {
  if (!isWritable(value)) return [];
  const properties = nodeAt(value, "properties");
  const fields = Object.entries(properties).map(
    ([name, child]): Child => [name, child, (by) => set(properties, name, by)],
  );
  const parts = ["anyOf", "oneOf", "allOf"].flatMap((key) => {
    const list = value[key];
    const mark = key === "allOf" ? undefined : markOf(listAt(value, key));
    return Array.isArray(list)
      ? list.map(
          (child, at): Child => [
            mark === undefined ? self : `(${valuesAt(child, mark)[0] ?? ""}`,
            child,
            (by) => set(list, at, by),
          ],
        )
      : [];
  });
  const below = ["items", "additionalProperties"].map((key): Child => [self, value[key], (by) => set(value, key, by)]);
  // Of a parameter.
  if (typeof value.name === "string" && "in" in value)
    return [[value.name, value.schema, (by) => set(value, "schema", by)]];
  return [...fields, ...parts, ...below];
}

function set(target: unknown, key: string | number, by: Node): void {
  if (typeof target === "object" && target !== null) Reflect.set(target, key, by);
}

/** What a field of a branch is always, or may be. */
function valuesAt(branch: unknown, mark: string): readonly string[] {
  const field = isNode(branch) ? nodeAt(nodeAt(branch, "properties"), mark) : {};
  return ("const" in field ? [field.const] : listAt(field, "enum")).map(String);
}

/** The field with other fixed values in each of several objects. */
function markOf(branches: readonly unknown[]): string | undefined {
  const [first, ...others] = branches.filter(isNode);
  if (first === undefined || others.length === 0 || others.length + 1 < branches.length) return undefined;
  return Object.keys(nodeAt(first, "properties")).find((name) => {
    const values = branches.map((branch) => valuesAt(branch, name));
    return values.every(({ length }) => length > 0) && new Set(values.flat()).size === values.flat().length;
  });
}

/** Says which field tells the branches of a choice apart, once they have names. */
function discriminate(value: Writable, schemas: Node): void {
  for (const key of ["anyOf", "oneOf"]) {
    const names = listAt(value, key).map((branch) =>
      isNode(branch)
        ? String(branch.$ref ?? "")
            .split("/")
            .at(-1)
        : "",
    );
    const branches = names.map((name) => schemas[name ?? ""]);
    const mark = markOf(branches);
    if (mark === undefined || names.includes("")) continue;
    const mapping = branches.flatMap((branch, at) =>
      valuesAt(branch, mark).map((one) => [one, `#/components/schemas/${names[at]}`]),
    );
    value.discriminator = { propertyName: mark, mapping: Object.fromEntries(mapping) };
  }
}
