import { asJson, isNode, listAt, type Node, nodeAt } from "../contract/node.ts";
import { referredIn, withComponents } from "./operations.ts";

const schemasOf = (document: Node) => nodeAt(nodeAt(document, "components"), "schemas");

/** Schemas that say the same without their words are one, by the shortest of their names. */
export function withoutTwins(document: Node): Node {
  const schemas = schemasOf(document);
  const names = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(schemas)) {
    const text = JSON.stringify(schema);
    names.set(text, [...(names.get(text) ?? []), name]);
  }
  const renamed = new Map<string, string>();
  for (const alike of names.values()) {
    const [first = "", ...others] = alike.toSorted((one, other) => one.length - other.length);
    for (const name of others) renamed.set(`#/components/schemas/${name}`, `#/components/schemas/${first}`);
  }
  if (renamed.size === 0) return document;
  const left = Object.entries(schemas).filter(([name]) => !renamed.has(`#/components/schemas/${name}`));
  const kept = withComponents(document, "schemas", Object.fromEntries(left));
  // What refers to twins may now be alike itself.
  return withoutTwins(asJson(mapped(kept, renamed)));
}

/** References and mappings by their new names. */
function mapped(node: Node, renamed: ReadonlyMap<string, string>): Node {
  const value = (one: unknown): unknown => {
    if (typeof one === "string") return renamed.get(one) ?? one;
    if (Array.isArray(one)) return one.map(value);
    return isNode(one) ? mapped(one, renamed) : one;
  };
  return Object.fromEntries(Object.entries(node).map(([key, one]) => [key, value(one)]));
}

/**
 * Schemas in the order in which the paths first lead to them: what is alike stands together, and gzip looks back 32 KB. Patterns
 * come first and codes last, because these are most like each other.
 */
export function inOrderOfUse(document: Node): Node {
  const schemas = schemasOf(document);
  const order = new Set<string>();
  const visit = (name: string): void => {
    if (order.has(name)) return;
    order.add(name);
    for (const one of referredIn(schemas[name])) visit(one);
  };
  for (const name of [...referredIn(nodeAt(document, "paths")), ...Object.keys(schemas)]) visit(name);
  const place = (name: string) => (isLongString(schemas[name]) ? 0 : isCodes(name, schemas[name]) ? 2 : 1);
  const pattern = (name: string) => {
    const schema = schemas[name];
    return place(name) === 0 && isNode(schema) ? String(schema.pattern) : "";
  };
  const ordered = [...order].toSorted(
    (one, other) =>
      place(one) - place(other) || (pattern(one) < pattern(other) ? -1 : pattern(one) > pattern(other) ? 1 : 0),
  );
  return withComponents(document, "schemas", Object.fromEntries(ordered.map((name) => [name, schemas[name]])));
}

const isCodes = (name: string, schema: unknown) =>
  name.endsWith("Code") && isNode(schema) && listAt(schema, "enum").length > 0;

/** Strings of a long pattern that several schemas have get a name, by their longest length: `Pattern200`. */
export function withSharedStrings(document: Node): Node {
  const found = new Map<string, number>();
  const count = (value: unknown): void => {
    if (isLongString(value)) found.set(JSON.stringify(value), (found.get(JSON.stringify(value)) ?? 0) + 1);
    else if (Array.isArray(value) || isNode(value)) for (const one of Object.values(value)) count(one);
  };
  count(document);
  const names = new Map<string, string>();
  const shared: Record<string, unknown> = {};
  for (const [text] of [...found].filter(([, times]) => times > 1)) {
    const schema: unknown = JSON.parse(text);
    const plain = `Pattern${isNode(schema) ? (schema.maxLength ?? "") : ""}`;
    const taken = [...names.values()].filter((name) => name.replace(/x\d+$/, "") === plain).length;
    names.set(text, taken === 0 ? plain : `${plain}x${taken + 1}`);
    shared[names.get(text) ?? ""] = schema;
  }
  const referred = (value: unknown): unknown => {
    const name = isLongString(value) ? names.get(JSON.stringify(value)) : undefined;
    if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
    if (Array.isArray(value)) return value.map(referred);
    return isNode(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, referred(one)])) : value;
  };
  const made = asJson({ document: referred(document) });
  const root = nodeAt(made, "document");
  const components = nodeAt(root, "components");
  return { ...root, components: { ...components, schemas: { ...nodeAt(components, "schemas"), ...shared } } };
}

const longPattern = 18;
const isLongString = (value: unknown): value is Node =>
  isNode(value) && value.type === "string" && typeof value.pattern === "string" && value.pattern.length > longPattern;
