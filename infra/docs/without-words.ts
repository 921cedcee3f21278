import { isNode, type Node, nodeAt } from "./contract/node.ts";
import { conventionsInEnglish } from "./conventions.ts";
import { withDefault, withSharedHeaders, withSharedRefusals } from "./lean/answers.ts";
import { eachOperation, referredIn } from "./lean/operations.ts";
import { inOrderOfUse, withoutTwins, withSharedStrings } from "./lean/schemas.ts";

/** Where the whole document with its words and examples is served. */
export const wordsPath = "/openapi/town.json";

/**
 * The document of the whole town for programs that generate clients: each path, schema, limit, role and code, but no summary,
 * no title, no description, no meaning of a value and no example. The words of six services in two languages would be most of it.
 */
export function openapiWithoutWords(whole: Node): Node {
  const paths = Object.entries(nodeAt(whole, "paths")).map(([path, methods]) => {
    const operations = Object.entries(isNode(methods) ? methods : {});
    return [path, Object.fromEntries(operations.map(([method, one]) => [method, bareOperation(one)]))] as const;
  });
  const { schemas, parameters, ...components } = nodeAt(whole, "components");
  // Without their words the tags are a list of what each operation says itself
  const { tags: _tags, ...others } = whole;
  const withoutWords = {
    ...others,
    ...("info" in whole ? { info: { ...nodeAt(whole, "info"), description: conventionsInEnglish } } : {}),
    paths: Object.fromEntries(paths),
    components: { ...components, parameters: eachBare(parameters), schemas: eachBare(schemas) },
  };
  const shared = withSharedStrings(withSharedHeaders(withSharedRefusals(withDefault(withoutWords))));
  return inOrderOfUse(withoutTwins(withOpenAnswers(shared)));
}

/** A field that is added to an answer later breaks no client: only a body that is sent says that it takes no other field. */
function withOpenAnswers(document: Node): Node {
  const components = nodeAt(document, "components");
  const schemas = nodeAt(components, "schemas");
  const sent = new Set<string>();
  const visit = (name: string): void => {
    if (sent.has(name)) return;
    sent.add(name);
    for (const one of referredIn(schemas[name])) visit(one);
  };
  eachOperation(document, (one) => {
    for (const name of referredIn([one.requestBody, one.parameters])) visit(name);
    return one;
  });
  const opened = Object.entries(schemas).map(([name, one]) => [name, sent.has(name) ? one : open(one)]);
  return {
    ...document,
    paths: eachOperation(document, (one) => ({ ...one, responses: open(one.responses) })),
    components: { ...components, schemas: Object.fromEntries(opened), responses: open(components.responses) },
  };
}

function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open);
  if (!isNode(value)) return value;
  const kept = Object.entries(value).filter(([key, one]) => key !== "additionalProperties" || one !== false);
  return Object.fromEntries(kept.map(([key, one]) => [key, open(one)]));
}

/** Who may is told by `x-roles` as well; what it does, by its `operationId`. */
function bareOperation(operation: unknown): unknown {
  if (!isNode(operation)) return operation;
  const { description: _description, summary: _summary, parameters, ...rest } = operation;
  // What is alike in each operation comes first: so it follows the path at once.
  return bare(parameters === undefined ? rest : { parameters, ...rest });
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

/** A response must be described; nothing else must. */
const isResponse = (value: Node): boolean => "content" in value || "headers" in value;

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (!isNode(value)) return value;
  const isWord = (key: string) => words.has(key) || (key === "description" && !isResponse(value));
  const kept = Object.entries(value).filter(([key]) => !isWord(key));
  return Object.fromEntries(
    kept.map(([key, one]) => [key, values.has(key) ? one : byName.has(key) ? eachBare(one) : bare(one)]),
  );
}

const eachBare = (named: unknown): unknown =>
  isNode(named) ? Object.fromEntries(Object.entries(named).map(([name, one]) => [name, bare(one)])) : named;
