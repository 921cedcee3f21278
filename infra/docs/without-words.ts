import { asJson, isNode, type Node, nodeAt } from "./contract/node.ts";
import { conventionsInEnglish } from "./conventions.ts";

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
  return inOrderOfUse(withOpenAnswers(shared));
}

/** What every operation may answer: the request is too large, asked too often, or the town cannot answer now. */
const anywhere = new Set(["413", "429", "503"]);

/** What any operation may answer is its `default`, which is said once. */
function withDefault(document: Node): Node {
  const components = nodeAt(document, "components");
  if (!("Problem" in nodeAt(components, "schemas"))) return document;
  const own = (name: string) => !anywhere.has(name.replace(/^Problem/, ""));
  const kept = (named: Node) => Object.fromEntries(Object.entries(named).filter(([name]) => own(name)));
  const problem = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  return {
    ...document,
    paths: eachOperation(document, (one) => ({
      ...one,
      responses: { ...kept(nodeAt(one, "responses")), default: { $ref: "#/components/responses/Problem" } },
    })),
    components: {
      ...components,
      schemas: kept(nodeAt(components, "schemas")),
      responses: { ...kept(nodeAt(components, "responses")), Problem: { description: "OK", content: problem } },
    },
  };
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

/**
 * The refusals of a resource are one response for 403, 409 and 422: without their words they are the same.  */
function withSharedRefusals(document: Node): Node {
  const components = nodeAt(document, "components");
  // A short name for what stands at each operation: E400.
  const named = (name: string) =>
    name.startsWith("Problem") ? name.replace(/^Problem(?=\d)/, "E") : name.replace(/(?:403|409|422)$/, "Refusal");
  const responses = Object.entries(nodeAt(components, "responses")).map(([name, one]) => [
    named(name),
    isNode(one) ? { ...one, description: "OK" } : one,
  ]);
  const referred = ([status, one]: [string, unknown]): [string, unknown] => {
    const name = isNode(one) ? /^#\/components\/responses\/(.+)$/.exec(String(one.$ref))?.[1] : undefined;
    return [status, name === undefined ? one : { $ref: `#/components/responses/${named(name)}` }];
  };
  return {
    ...document,
    paths: eachOperation(document, (one) => ({
      ...one,
      responses: Object.fromEntries(Object.entries(nodeAt(one, "responses")).map(referred)),
    })),
    components: { ...components, responses: Object.fromEntries(responses) },
  };
}

const eachOperation = (document: Node, made: (operation: Node) => Node) =>
  Object.fromEntries(
    Object.entries(nodeAt(document, "paths")).map(([path, methods]) => {
      const operations = Object.entries(isNode(methods) ? methods : {});
      return [path, Object.fromEntries(operations.map(([method, one]) => [method, isNode(one) ? made(one) : one]))];
    }),
  );

/** The headers of answers are said once. A response must be described: in one word. */
function withSharedHeaders(document: Node): Node {
  const headers: Record<string, unknown> = {};
  const named = (own: unknown) =>
    Object.fromEntries(
      Object.entries(isNode(own) ? own : {}).map(([name, header]) => {
        headers[name] = header;
        return [name, { $ref: `#/components/headers/${name}` }];
      }),
    );
  const answer = ([status, one]: [string, unknown]) => {
    if (!isNode(one) || "$ref" in one) return [status, one];
    return [status, { ...one, description: "OK", ...("headers" in one ? { headers: named(one.headers) } : {}) }];
  };
  const paths = eachOperation(document, (one) => ({
    ...one,
    responses: Object.fromEntries(Object.entries(nodeAt(one, "responses")).map(answer)),
  }));
  const components = nodeAt(document, "components");
  return { ...document, paths, components: { ...components, headers } };
}

const reference = /"#\/components\/schemas\/([\w.-]+)"/g;
const referredIn = (value: unknown) =>
  [...(JSON.stringify(value) ?? "").matchAll(reference)].map(([, name = ""]) => name);

/** Schemas in the order in which the paths first lead to them: what is alike stands together, and gzip looks back 32 KB. */
function inOrderOfUse(document: Node): Node {
  const components = nodeAt(document, "components");
  const schemas = nodeAt(components, "schemas");
  const order = new Set<string>();
  const visit = (name: string): void => {
    if (order.has(name)) return;
    order.add(name);
    for (const one of referredIn(schemas[name])) visit(one);
  };
  for (const name of [...referredIn(nodeAt(document, "paths")), ...Object.keys(schemas)]) visit(name);
  const ordered = Object.fromEntries([...order].map((name) => [name, schemas[name]]));
  return { ...document, components: { ...components, schemas: ordered } };
}

/** Strings of a long pattern that several schemas have get a name, by their longest length: `Pattern200`. */
function withSharedStrings(document: Node): Node {
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

/** Who may is told by `x-roles` as well; what it does, by its `operationId`. */
function bareOperation(operation: unknown): unknown {
  if (!isNode(operation)) return operation;
  const { description: _description, summary: _summary, ...rest } = operation;
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
