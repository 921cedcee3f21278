import { describe, expect, test } from "vitest";
import { isNode, listAt, type Node, nodeAt, resolved } from "../../../infra/docs/contract/node.ts";
import { openapi } from "../../../infra/docs/index.ts";
import { services } from "../../../infra/services.ts";
import { asSent } from "../../support/documents.ts";
import { profile } from "../../support/tally-town.ts";

/** What may be sent without an end, or as any string at all, by its place. */
function unboundedIn(root: Node, value: unknown, place: string, above: readonly unknown[] = []): readonly string[] {
  if (!isNode(value)) return [];
  const schema = resolved(root, value);
  if (above.includes(schema)) return [];
  const types = [schema.type].flat();
  const says = (...keys: readonly string[]) => keys.some((key) => key in schema);
  const found: string[] = [];
  if (types.includes("string") && !says("pattern", "enum", "const", "format")) found.push(`${place}: any string`);
  if ((types.includes("integer") || types.includes("number")) && !says("maximum", "const", "enum"))
    found.push(`${place}: any number`);
  if (types.includes("array") && !says("maxItems")) found.push(`${place}: a list without an end`);
  const below: readonly (readonly [name: string, part: unknown])[] = [
    ...Object.entries(nodeAt(schema, "properties")).map(([name, part]) => [`.${name}`, part] as const),
    ...["items", "additionalProperties", "propertyNames"].map((key) => ["[]", schema[key]] as const),
    ...["anyOf", "oneOf", "allOf"].flatMap((key) => listAt(schema, key).map((part) => ["", part] as const)),
  ];
  return [...found, ...below.flatMap(([name, part]) => unboundedIn(root, part, `${place}${name}`, [...above, schema]))];
}

describe("what a request may hold is told to its end (A8, X2)", () => {
  const document = asSent(openapi(services, profile));
  const operations = Object.entries(nodeAt(document, "paths")).flatMap(([path, methods]) =>
    Object.entries(isNode(methods) ? methods : {}).flatMap(([method, operation]) =>
      isNode(operation) ? [{ name: `${method.toUpperCase()} ${path}`, operation }] : [],
    ),
  );

  test("each string has its pattern or its values, each number its largest, each list its length", () => {
    const bodies = operations.map(({ name, operation }) => {
      const { schema } = nodeAt(nodeAt(nodeAt(operation, "requestBody"), "content"), "application/json");
      return { name, schema };
    });
    expect(bodies.filter(({ schema }) => schema !== undefined).length).toBeGreaterThan(200);
    expect(bodies.flatMap(({ name, schema }) => unboundedIn(document, schema, name))).toEqual([]);
  });

  test("and so has each parameter of a query; a cursor is read by the town alone", () => {
    const parameters = operations.flatMap(({ name, operation }) =>
      listAt(operation, "parameters").flatMap((one) => {
        const parameter = isNode(one) ? resolved(document, one) : {};
        return parameter.in === "query" && parameter.name !== "cursor" ? [{ name, parameter }] : [];
      }),
    );
    expect(parameters.length).toBeGreaterThan(100);
    expect(
      parameters.flatMap(({ name, parameter }) =>
        unboundedIn(document, parameter.schema, `${name} ?${String(parameter.name)}`),
      ),
    ).toEqual([]);
  });

  test("a string without a pattern is found, also behind a reference and in a choice", () => {
    const root = { components: { Any: { type: "object", properties: { any: { type: "string" } } } } };
    const choice = { anyOf: [{ $ref: "#/components/Any" }, { type: "array", items: { type: "integer", maximum: 1 } }] };
    expect(unboundedIn(root, choice, "x")).toEqual(["x.any: any string", "x: a list without an end"]);
  });
});
