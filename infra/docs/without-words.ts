import { isNode, type Node, nodeAt } from "./contract/node.ts";

/** Where the whole document with its words and examples is served. */
export const wordsPath = "/openapi/town.json";

/**
 * The document of the whole town for programs that generate clients: each path, schema, limit, role and code, but no title, no
 * meaning of a value and no example. The words of six services in two languages would be most of it.
 */
export function openapiWithoutWords(whole: Node): Node {
  const paths = Object.entries(nodeAt(whole, "paths")).map(([path, methods]) => {
    const operations = Object.entries(isNode(methods) ? methods : {});
    return [path, Object.fromEntries(operations.map(([method, one]) => [method, bareOperation(one)]))] as const;
  });
  const { schemas, parameters, ...components } = nodeAt(whole, "components");
  return {
    ...whole,
    paths: Object.fromEntries(paths),
    components: { schemas: eachBare(schemas), parameters: eachBare(parameters), ...components },
  };
}

/** Who may is told by `x-roles` as well. */
function bareOperation(operation: unknown): unknown {
  if (!isNode(operation)) return operation;
  const { description: _description, ...rest } = operation;
  return bare(rest);
}

const words: ReadonlySet<string> = new Set([
  "title",
  "x-title-zh",
  "x-enum-descriptions",
  "x-enum-descriptions-zh",
  "examples",
]);
/** Their keys are names that somebody chose, such as a field called `title`. */
const byName: ReadonlySet<string> = new Set(["properties", "content", "headers", "responses", "mapping"]);
/** Values of the town, not parts of a schema. */
const values: ReadonlySet<string> = new Set(["enum", "const", "default", "required"]);

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (!isNode(value)) return value;
  const kept = Object.entries(value).filter(([key]) => !words.has(key));
  return Object.fromEntries(
    kept.map(([key, one]) => [key, values.has(key) ? one : byName.has(key) ? eachBare(one) : bare(one)]),
  );
}

const eachBare = (named: unknown): unknown =>
  isNode(named) ? Object.fromEntries(Object.entries(named).map(([name, one]) => [name, bare(one)])) : named;
