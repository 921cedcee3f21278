import { isNode, listAt, type Node, nodeAt } from "../contract/node.ts";
import { eachOperation } from "./operations.ts";

/**
 * What follows from the rest of an operation is its `default`, which is said once, with all its codes: the request is not as
 * described, its token, its version or its type is not right, it is too large or asked too often, or the town cannot answer now.
 */
const anywhere = ["400", "401", "412", "413", "415", "429", "503"];

/** Codes of what no operation describes: a fault of the town's own. */
const faults = ["answer.off-schema", "request.failed"];

export function withDefault(document: Node): Node {
  const components = nodeAt(document, "components");
  const schemas = nodeAt(components, "schemas");
  if (!("Problem" in schemas)) return document;
  const names = anywhere.map((status) => `Problem${status}`);
  const code = { type: "string", enum: [...new Set([...names.flatMap((name) => codesOf(schemas[name])), ...faults])] };
  const problem = { allOf: [{ $ref: "#/components/schemas/Problem" }, { type: "object", properties: { code } }] };
  const kept = (named: Node) => Object.fromEntries(Object.entries(named).filter(([name]) => !names.includes(name)));
  const isOwn = ([status, one]: [string, unknown]) =>
    !(anywhere.includes(status) && nameOf(one) === `Problem${status}`);
  return {
    ...document,
    paths: eachOperation(document, (one) => ({
      ...one,
      responses: {
        ...Object.fromEntries(Object.entries(nodeAt(one, "responses")).filter(isOwn)),
        default: { $ref: "#/components/responses/Problem" },
      },
    })),
    components: {
      ...components,
      schemas: kept(schemas),
      responses: {
        ...kept(nodeAt(components, "responses")),
        Problem: { description: "OK", content: { "application/problem+json": { schema: problem } } },
      },
    },
  };
}

const codesOf = (schema: unknown): readonly unknown[] =>
  listAt(isNode(schema) ? schema : {}, "allOf").flatMap((part) =>
    isNode(part) ? listAt(nodeAt(nodeAt(part, "properties"), "code"), "enum") : [],
  );

const nameOf = (one: unknown): string | undefined =>
  isNode(one) ? /^#\/components\/responses\/(.+)$/.exec(String(one.$ref))?.[1] : undefined;

/**
 * The refusals of a resource are one response for 403, 409 and 422: without their words they are the same. It holds its schema,
 * which nothing else refers to.
 */
export function withSharedRefusals(document: Node): Node {
  const components = nodeAt(document, "components");
  const schemas = nodeAt(components, "schemas");
  // A short name for what stands at each operation: E404.
  const named = (name: string) =>
    name.startsWith("Problem") ? name.replace(/^Problem(?=\d)/, "E") : name.replace(/(?:403|409|422)$/, "Refusal");
  const held = new Set<string>();
  const holding = (schema: unknown): unknown => {
    const name = isNode(schema) ? String(schema.$ref).replace("#/components/schemas/", "") : "";
    if (!(name in schemas) || name === "Problem") return schema;
    held.add(name);
    return schemas[name];
  };
  const response = (one: Node): Node => {
    const content = Object.entries(nodeAt(one, "content")).map(([media, said]) => [
      media,
      isNode(said) ? { ...said, schema: holding(said.schema) } : said,
    ]);
    return { ...one, description: "OK", content: Object.fromEntries(content) };
  };
  const responses = Object.entries(nodeAt(components, "responses")).map(([name, one]) => [
    named(name),
    isNode(one) ? response(one) : one,
  ]);
  const referred = ([status, one]: [string, unknown]): [string, unknown] => {
    const name = nameOf(one);
    return [status, name === undefined ? one : { $ref: `#/components/responses/${named(name)}` }];
  };
  return {
    ...document,
    paths: eachOperation(document, (one) => ({
      ...one,
      responses: Object.fromEntries(Object.entries(nodeAt(one, "responses")).map(referred)),
    })),
    components: {
      ...components,
      schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => !held.has(name))),
      responses: Object.fromEntries(responses),
    },
  };
}

/** The headers of answers, and the answer that nothing has changed, are said once. A response must be described: in one word. */
export function withSharedHeaders(document: Node): Node {
  const headers: Record<string, unknown> = {};
  const shared: Record<string, unknown> = {};
  const named = (own: unknown) =>
    Object.fromEntries(
      Object.entries(isNode(own) ? own : {}).map(([name, header]) => {
        headers[name] = header;
        return [name, { $ref: `#/components/headers/${name}` }];
      }),
    );
  const answer = ([status, one]: [string, unknown]) => {
    if (!isNode(one) || "$ref" in one) return [status, one];
    const said = { ...one, description: "OK", ...("headers" in one ? { headers: named(one.headers) } : {}) };
    if (status !== "304") return [status, said];
    shared.NotModified = said;
    return [status, { $ref: "#/components/responses/NotModified" }];
  };
  const paths = eachOperation(document, (one) => ({
    ...one,
    responses: Object.fromEntries(Object.entries(nodeAt(one, "responses")).map(answer)),
  }));
  const components = nodeAt(document, "components");
  const responses = { ...nodeAt(components, "responses"), ...shared };
  return { ...document, paths, components: { ...components, headers, responses } };
}
