import { isNode, listAt, type Node, nodeAt, resolved } from "./contract/node.ts";
import { titledValuesIn, valuesIn } from "./value-titles.ts";

/** Each field, value and tag of a document that has no title in both languages, by its place. */
export function untitledIn(document: Node): readonly string[] {
  const found = new Set<string>();
  const look = (schema: unknown, place: string, above: readonly unknown[] = []): void => {
    if (!isNode(schema) || above.includes(schema)) return;
    const around = [...above, schema];
    if (typeof schema.$ref === "string") look(resolved(document, schema), schema.$ref.split("/").at(-1) ?? "", around);
    const titled = new Set(titledValuesIn(schema).map(([value]) => value));
    for (const value of valuesIn(schema))
      if (typeof value === "string" && !titled.has(value)) found.add(`${place} = ${value}`);
    for (const [name, field] of Object.entries(nodeAt(schema, "properties"))) {
      if (!isTitled(field)) found.add(`${place}.${name}`);
      look(field, `${place}.${name}`, around);
    }
    for (const part of ["allOf", "anyOf", "oneOf", "prefixItems"].flatMap((key) => listAt(schema, key)))
      look(part, place, around);
    for (const key of ["items", "additionalProperties", "propertyNames"]) look(schema[key], place, around);
  };
  for (const [name, schema] of Object.entries(nodeAt(nodeAt(document, "components"), "schemas"))) look(schema, name);
  for (const [type, message] of Object.entries(nodeAt(nodeAt(document, "components"), "messages")))
    if (isNode(message)) look(message.payload, type);
  for (const [path, methods] of Object.entries(nodeAt(document, "paths")))
    for (const [method, operation] of Object.entries(isNode(methods) ? methods : {}))
      if (isNode(operation)) lookAtOperation(operation, `${method.toUpperCase()} ${path}`, look);
  for (const tag of listAt(document, "tags")) if (isNode(tag) && !isDescribed(tag)) found.add(`tag ${tag.name}`);
  return [...found].toSorted();
}

/** The words of a tag say more than the name of its resource: in Chinese, then in English. */
const isDescribed = ({ name, description }: Node): boolean =>
  /\p{Script=Han}.* \/ .*[A-Z]/u.test(String(description)) &&
  !String(description).endsWith(`: ${String(name).split(": ").at(-1)}`);

type Look = (schema: unknown, place: string) => void;

function lookAtOperation(operation: Node, place: string, look: Look): void {
  for (const parameter of listAt(operation, "parameters"))
    if (isNode(parameter) && (parameter.in === "query" || parameter.in === "path"))
      look({ properties: { [String(parameter.name)]: parameter.schema } }, place);
  const answers = Object.values(nodeAt(operation, "responses")).filter(isNode);
  for (const { content } of [nodeAt(operation, "requestBody"), ...answers])
    for (const media of Object.values(isNode(content) ? content : {})) if (isNode(media)) look(media.schema, place);
}

const isTitled = (field: unknown): boolean =>
  isNode(field) && typeof field.title === "string" && typeof field["x-title-zh"] === "string";
