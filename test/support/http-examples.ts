import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { isNode, type Node, nodeAt } from "../../infra/docs/contract/node.ts";
import { type Exemplified, exemplifiedIn } from "../../infra/docs/http-examples.ts";
import { bySaying, type Exchanges } from "./exchanges.ts";

/** Says of a value whether it is as a named schema of the document describes. */
export function exampleCheck(document: Node): (schema: string, value: unknown) => boolean {
  const ajv = formats.default(new Ajv2020({ strict: false, inlineRefs: false, code: { optimize: false } }));
  ajv.addSchema({ $id: "document", components: nodeAt(document, "components") });
  const linked = (name: string) => ajv.getSchema(`document#/components/schemas/${name}`);
  return (schema, value) => linked(schema)?.(value) === true;
}

/**
 * An example for each named schema of a body or an answer: the one that is kept, while it is still as described; else, of what
 * tests sent and were answered, the one that says most and is not too long.
 */
export function httpExamples(document: Node, heard: Exchanges, kept: Node): Node {
  const check = exampleCheck(document);
  const examples: Record<string, unknown> = {};
  for (const [schema, uses] of Map.groupBy(exemplifiedIn(document), (one) => one.schema)) {
    const before = Object.hasOwn(kept, schema) ? kept[schema] : undefined;
    const found = before !== undefined && check(schema, before) ? before : best(uses, heard, check);
    if (found !== undefined) examples[schema] = found;
  }
  return examples;
}

function best(uses: readonly Exemplified[], heard: Exchanges, check: ReturnType<typeof exampleCheck>): unknown {
  const told = uses.flatMap(({ operation, part, schema }) =>
    (heard[operation]?.[part] ?? []).map((one) => madeUp(one)).filter((one) => check(schema, one)),
  );
  const [first] = told.map((one) => JSON.stringify(one)).toSorted(bySaying);
  return first === undefined ? undefined : JSON.parse(first);
}

/** A row or two tell what a list holds. */
const rows = 1;
/** Keys and digests that no reader needs to tell apart. */
const key = /^[0-9A-Za-z_-]{22,64}$/;

/** The same with a made-up person in the place of each number of a person, and with short lists. */
export function madeUp(value: unknown, field = ""): unknown {
  if (Array.isArray(value)) return value.slice(0, rows + 1).map((one) => madeUp(one, field));
  if (isNode(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, madeUp(one, name)]));
  if (typeof value !== "string") return value;
  if (field === "next" && key.test(value)) return value.slice(0, 22);
  return value
    .replaceAll(/\b[1-9]\d{5}(?:19|20)\d{9}[\dX]\b/g, madeUpNumber)
    .replaceAll(/\b1[3-9]\d{9}\b/g, madeUpPhone);
}

const madeUpNumber = "110101190001010014";
const madeUpPhone = "13800001234";
