import * as z from "zod";

const node = z.record(z.string(), z.unknown());
export type Node = z.infer<typeof node>;
export const asNode = (value: unknown): Node => node.parse(value);

/** A document as a client receives it. */
export const asSent = (document: unknown): Node => asNode(JSON.parse(JSON.stringify(document)));

/** Every object in a document, with its JSON pointer. */
export function* everyNode(value: unknown, pointer = "#"): Generator<readonly [pointer: string, node: Node]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [pointer, asNode(value)];
  for (const [name, child] of Object.entries(value))
    yield* everyNode(child, `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}

/** The references of a document that lead nowhere. */
export function lostReferences(document: Node): string[] {
  const targets = new Set([...everyNode(document)].map(([pointer]) => pointer));
  return [...everyNode(document)].flatMap(([pointer, { $ref }]) =>
    typeof $ref === "string" && !targets.has($ref) ? [`${pointer} → ${$ref}`] : [],
  );
}

const types = new Set(["object", "array", "string", "number", "integer", "boolean", "null"]);

/** What is wrong with the JSON Schemas in a document: unknown types, required fields nobody describes, bad patterns. */
export function schemaFaults(document: Node): string[] {
  return [...everyNode(document)].flatMap(([pointer, { type, properties, required, pattern }]) => {
    if (/\/(properties|examples|default|details)$/.test(pointer)) return [];
    const faults: string[] = [];
    if (typeof properties === "object" && properties !== null && Array.isArray(required))
      faults.push(
        ...required.filter((name) => !Object.hasOwn(properties, name)).map((name) => `${pointer} requires ${name}`),
      );
    const isSchema = /\/(schema|items|properties\/[^/]+|(anyOf|oneOf|allOf)\/\d+)$/.test(pointer);
    if (isSchema && type !== undefined) {
      const named = Array.isArray(type) ? type : [type];
      faults.push(...named.filter((one) => !types.has(one)).map((one) => `${pointer} is of type ${one}`));
    }
    if (isSchema && typeof pattern === "string") new RegExp(pattern, "u");
    return faults;
  });
}
