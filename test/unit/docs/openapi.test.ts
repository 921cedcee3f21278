import { describe, expect, it } from "vitest";
import * as z from "zod";
import { openapi } from "../../../infra/docs/index.ts";
import { services } from "../../../infra/services.ts";
import type { Service } from "../../../shared/service/index.ts";
import { asNode, asSent, everyNode, lostReferences, type Node, schemaFaults } from "../../support/documents.ts";
import { talkTo } from "../../support/http.ts";
import { tallyService } from "../../support/tally.ts";
import { aRuntime, claimsOf, profile } from "../../support/tally-town.ts";

const operation = z.looseObject({
  operationId: z.string().regex(/^[a-z][A-Za-z0-9]+$/),
  summary: z.string().regex(/\S \/ \S/),
  tags: z.array(z.string()).length(1),
  security: z.array(z.never()).optional(),
  "x-roles": z.union([z.literal("public"), z.array(z.string()).min(1)]),
  parameters: z.array(
    z.union([z.object({ $ref: z.string() }), z.looseObject({ name: z.string(), in: z.string(), schema: z.unknown() })]),
  ),
  requestBody: z
    .looseObject({ content: z.record(z.string().regex(/^\w+\/[\w+-]+$/), z.object({ schema: z.unknown() })) })
    .optional(),
  responses: z.record(
    z.string().regex(/^\d{3}$/),
    z.union([z.strictObject({ $ref: z.string() }), z.looseObject({ description: z.string() })]),
  ),
});
const shape = z.looseObject({
  openapi: z.literal("3.1.1"),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  security: z.tuple([z.object({ bearer: z.tuple([]) })]),
  paths: z.record(
    z.string().startsWith("/"),
    z.record(z.enum(["get", "post"]), operation).or(z.partialRecord(z.enum(["get", "post"]), operation)),
  ),
  components: z.looseObject({ schemas: z.record(z.string().regex(/^[\w.-]+$/), z.unknown()) }),
});

const documentOf = (all: readonly Service[]) => asSent(openapi(all, profile));
const operationOf = (document: Node, method: string, path: string) =>
  operation.parse(asNode(asNode(asNode(document.paths)[path])[method.toLowerCase()]));
const names = (document: Node, parameters: readonly object[], where: string) =>
  parameters
    .map((one) => asNode("$ref" in one ? shared(document, String(one.$ref)) : one))
    .flatMap((one) => (one.in === where ? [String(one.name)] : []));
const shared = (document: Node, pointer: string) =>
  asNode(asNode(document.components).parameters)[pointer.split("/").at(-1) ?? ""];
const references = (parameters: readonly object[]) =>
  parameters.flatMap((one) => ("$ref" in one ? [String(one.$ref).replace("#/components/parameters/", "")] : []));

describe.each([
  ["the tallies of the tests", [tallyService]],
  ["the town", services],
])("the OpenAPI document of %s", (_name, all) => {
  const document = documentOf(all);
  const routes = all.flatMap((service) => service.routes.map((route) => ({ service, route })));

  it("lists every code a refusal may bear, and nothing that is only a word", () => {
    const { schemas } = z
      .object({
        components: z.object({
          schemas: z.record(z.string(), z.looseObject({ enum: z.array(z.unknown()).optional() })),
        }),
      })
      .parse(asSent(documentOf(services))).components;
    const listed = Object.entries(schemas).flatMap(([name, { enum: codes = [] }]) =>
      name.endsWith("Code") ? codes : [],
    );
    for (const { name, problems } of services) {
      const codes = Object.keys(problems).filter((code) => code.startsWith(`${name}.`));
      expect(codes).not.toEqual([]);
      expect(codes.filter((code) => !listed.includes(code))).toEqual([]);
    }
    expect(listed.filter((code) => /^(word|field)\./.test(String(code)))).toEqual([]);
  });

  it("has the form of OpenAPI 3.1, with sound schemas and no reference that leads nowhere", () => {
    expect(shape.safeParse(document).error?.issues).toBeUndefined();
    expect(lostReferences(document)).toEqual([]);
    expect(schemaFaults(document)).toEqual([]);
  });

  it("holds every route of every manifest once, and no other", () => {
    const told = Object.entries(asNode(document.paths)).flatMap(([path, item]) =>
      Object.keys(asNode(item)).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const own = ["GET /town", "GET /me"];
    expect(told.toSorted()).toEqual([...own, ...routes.map(({ route }) => `${route.method} ${route.path}`)].toSorted());
    const ids = [...everyNode(document)].flatMap(([, { operationId }]) => operationId ?? []);
    expect(new Set(ids).size).toBe(routes.length + own.length);
  });

  it("tells of each route who may, what it takes and what it answers", () => {
    for (const { service, route } of routes) {
      const told = operationOf(document, route.method, route.path);
      const what = `${route.method} ${route.path}`;
      expect(told.tags, what).toEqual([expect.stringMatching(new RegExp(`^${service.name}: [a-z][a-z0-9.-]*$`))]);
      expect(told.summary, what).toBe(`${route.summary.zh} / ${route.summary.en}`);
      expect(told["x-roles"], what).toEqual(route.allow);
      expect(told.security, what).toEqual(route.allow === "public" ? [] : undefined);
      expect(names(document, told.parameters, "path"), what).toEqual(
        [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      const query = route.query instanceof z.ZodObject ? Object.keys(route.query.shape) : [];
      expect(names(document, told.parameters, "query").toSorted(), what).toEqual(query.toSorted());
      expect(references(told.parameters).includes("IdempotencyKey"), what).toBe(
        route.isCommand || route.later === true,
      );
      expect(references(told.parameters).includes("IfMatch"), what).toBe(route.isCommand && route.status === 200);
      expect(told.requestBody === undefined, what).toBe(route.body === undefined);
      const success = asNode(told.responses[route.status]);
      const type = route.produces?.split(";")[0] ?? "application/json";
      expect(success.content, what).toHaveProperty([type, "schema"]);
      expect(success.content, what).toHaveProperty([route.produces?.split(";")[0] ?? "application/json", "schema"]);
      const headers = Object.keys(asNode(success.headers ?? {}));
      expect(headers.includes("Location"), what).toBe(route.status === 201);
      if (route.isCommand) expect(headers, what).toContain("ETag");
    }
  });
});

describe("the OpenAPI document", () => {
  const document = documentOf([tallyService]);

  it("gives every refusal the schema of problems, with the codes that it may bear", () => {
    const components = asNode(document.components);
    for (const [name, response] of Object.entries(asNode(components.responses))) {
      const content = asNode(asNode(asNode(response).content)["application/problem+json"]);
      const schema = asNode(asNode(components.schemas)[String(asNode(content.schema).$ref).split("/").at(-1) ?? ""]);
      expect(schema, name).toMatchObject({
        allOf: [{ $ref: "#/components/schemas/Problem" }, { properties: { code: expect.anything() } }],
      });
    }
    expect(asNode(components.schemas)).toHaveProperty("TallyCode.enum", expect.arrayContaining(["tally.closed"]));
  });

  it("announces each status that a route really answers, and its problems fit their schema", async () => {
    const talk = talkTo(tallyService, aRuntime());
    const claims = claimsOf("clerk");
    const [collection, add] = ["/tally/tallies", "/tally/tallies/{id}/add"] as const;
    const { body } = await talk({
      method: "POST",
      path: collection,
      body: '{"book":"a"}',
      claims,
      headers: { "idempotency-key": "k" },
    });
    const to = (path: string) => path.replace("{id}", String(body.id));
    const post = (path: string, text: string, headers = {}) =>
      talk({ method: "POST", path: to(path), body: text, claims, headers });
    const amounts = '{"amounts":[1]}';
    const answers = [
      ["POST", collection, await post(collection, "{}")],
      ["POST", collection, await post(collection, '{"book":"a"}')],
      ["POST", collection, await post(collection, '{"book":"a","limit":-1}')],
      ["POST", collection, await post(collection, '{"book":"b"}', { "idempotency-key": "k" })],
      ["POST", collection, await post(collection, "x", { "content-type": "text/plain" })],
      ["POST", collection, await post(collection, " ".repeat(300_000))],
      ["POST", collection, await talk({ method: "POST", path: collection, body: "{}" })],
      ["POST", collection, await talk({ method: "POST", path: collection, body: "{}", claims: claimsOf("ops") })],
      ["POST", add, await post(add, amounts)],
      ["POST", add, await post(add, amounts, { "if-match": '"1"' })],
      ["POST", add, await post(add, amounts, { "if-match": "1" })],
      ["POST", add, await post("/tally/tallies/x/add", amounts)],
      ["POST", "/tally/tallies/{id}/close", await post("/tally/tallies/{id}/close", "{}")],
      ["POST", add, await post(add, amounts)],
      ["GET", "/tally/tallies/{id}", await talk({ path: to("/tally/tallies/{id}"), claims })],
      ["GET", collection, await talk({ path: collection, query: { book: "a", cursor: "x" }, claims })],
      ["GET", "/tally/about", await talk({ path: "/tally/about" })],
    ] as const;
    const problem = z.fromJSONSchema(asNode(asNode(asNode(document.components).schemas).Problem));
    for (const [method, path, answer] of answers) {
      expect(Object.keys(operationOf(document, method, path).responses), `${method} ${path}`).toContain(
        String(answer.status),
      );
      if (answer.status >= 400) expect(problem.safeParse(answer.body).error?.issues).toBeUndefined();
    }
    expect(new Set(answers.map(([, , { status }]) => status))).toEqual(
      new Set([200, 201, 400, 401, 403, 404, 409, 412, 413, 415, 422]),
    );
  });

  it("says what a body takes: its fields, their limits, which must be there, and that there are no others", () => {
    const { requestBody } = operationOf(document, "POST", "/tally/tallies/{id}/add");
    expect(requestBody?.content["application/json"]?.schema).toEqual({ $ref: "#/components/schemas/AddTally" });
    expect(asNode(asNode(document.components).schemas).AddTally).toEqual({
      type: "object",
      properties: {
        amounts: {
          type: "array",
          minItems: 1,
          maxItems: 5,
          items: { type: "integer", minimum: 0, maximum: 1_000_000 },
        },
        note: { type: "string", maxLength: 100, title: "Note", "x-title-zh": "备注" },
      },
      required: ["amounts"],
      additionalProperties: false,
    });
  });

  it("tells what several routes answer once, by its name", () => {
    const { responses } = operationOf(document, "GET", "/tally/tallies/{id}");
    expect(asNode(responses["200"]).content).toEqual({
      "application/json": { schema: { $ref: "#/components/schemas/Tally" } },
    });
    expect(asNode(asNode(document.components).schemas)).toHaveProperty("Tally.properties.total");
  });

  it("calls operations and schemas as one would, each by a name of its own", () => {
    const town = documentOf(services);
    const ids = [...everyNode(town)].flatMap(([, { operationId }]) =>
      typeof operationId === "string" ? [operationId] : [],
    );
    expect(ids).toEqual(
      expect.arrayContaining(["fileApplication", "notifyCorrections", "acceptApplication", "listGuides"]),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const schemas = Object.keys(asNode(asNode(town.components).schemas));
    expect(schemas).toEqual(expect.arrayContaining(["Application", "Text", "Limit", "NotifyCorrections", "Action"]));
    expect(schemas.filter((name) => !/^[A-Z][A-Za-z0-9]*$/.test(name) || /Output$/.test(name))).toEqual([]);
  });

  it("is the same however often it is made", () => {
    expect(JSON.stringify(openapi(services, profile))).toBe(JSON.stringify(openapi([...services], profile)));
  });
});
