import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { promisesOfRoutes } from "../../../infra/docs/contract/readers.ts";
import { openapi, openapiOfService, openapiWithoutWords } from "../../../infra/docs/index.ts";
import { services } from "../../../infra/services.ts";
import { asNode, asSent, everyNode, lostReferences, type Node, schemaFaults } from "../../support/documents.ts";
import { profile } from "../../support/tally-town.ts";

const whole = asSent(openapi(services, profile));
const partsOf = (document: Node) =>
  Object.entries(asNode(document.components)).flatMap(([kind, all]) =>
    Object.entries(asNode(all)).map(([name, part]) => ({ pointer: `#/components/${kind}/${name}`, part })),
  );
const inWhole = new Map(partsOf(whole).map(({ pointer, part }) => [pointer, part]));

describe.each(services)("the document of the service $name alone", (service) => {
  const document = asSent(openapiOfService(whole, service));

  test("holds each of its routes and no other", () => {
    const told = Object.entries(asNode(document.paths)).flatMap(([path, methods]) =>
      Object.keys(asNode(methods)).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(told.toSorted()).toEqual(service.routes.map(({ method, path }) => `${method} ${path}`).toSorted());
    for (const [path, methods] of Object.entries(asNode(document.paths)))
      expect(methods).toEqual(asNode(whole.paths)[path]);
  });

  test("is sound by itself: no reference leads nowhere", () => {
    expect(lostReferences(document)).toEqual([]);
    expect(schemaFaults(document)).toEqual([]);
    expect(document).toMatchObject({ openapi: "3.1.1", security: [{ bearer: [] }] });
    expect(asNode(document.info).title).toContain(service.title.zh);
  });

  test("holds only the components that it leads to, each as in the whole document", () => {
    const nodes = [...everyNode(document)].map(([, node]) => node);
    const used = new Set(nodes.flatMap(({ $ref }) => (typeof $ref === "string" ? [$ref] : [])));
    for (const { pointer, part } of partsOf(document)) {
      expect(part).toEqual(inWhole.get(pointer));
      if (pointer !== "#/components/securitySchemes/bearer") expect(used).toContain(pointer);
    }
  });

  test("is small enough to be loaded by a page, with its words in two languages and its examples", () => {
    expect(gzipSync(JSON.stringify(document)).length).toBeLessThan(200_000);
  });
});

test("a board of one service refuses by its own codes, not by those of another service's board", () => {
  const codesBy = (service: string) =>
    new Set(JSON.stringify(openapiOfService(whole, { name: service, title: { zh: "", en: "" } })).match(ownCode));
  const ownCode = /"(?:powers|permits|enforcement|grid-events|finance)\.[a-z0-9-]+"/g;
  for (const { name } of services)
    expect([...codesBy(name)].filter((code) => !code.startsWith(`"${name}.`) && isOfProblem(code))).toEqual([]);
  expect(codesBy("enforcement")).toContain('"enforcement.board-not-yours"');
});

const isOfProblem = (code: string) => services.some(({ problems }) => JSON.parse(code) in problems);

test("the document of one service has no tag of another", () => {
  for (const service of services) {
    const { tags } = openapiOfService(whole, service);
    const names = Array.isArray(tags) ? tags.map((tag) => String(asNode(tag).name)) : [];
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !name.startsWith(`${service.name}: `))).toEqual([]);
  }
});

describe("the document for generators", () => {
  const lean = openapiWithoutWords(whole);

  test("promises the same routes, fields and values as the one with words", () => {
    const [one, other] = [promisesOfRoutes(lean), promisesOfRoutes(whole)];
    expect([...one.kept].toSorted()).toEqual([...other.kept].toSorted());
    expect([...one.demands].toSorted()).toEqual([...other.demands].toSorted());
    expect(lostReferences(asSent(lean))).toEqual([]);
    expect(schemaFaults(asSent(lean))).toEqual([]);
  });

  test("keeps a field that is called as a word is, and drops the word", () => {
    const schema = {
      title: "Paper",
      type: "object",
      properties: { title: { type: "string", title: "Title", "x-title-zh": "标题" }, examples: { const: "title" } },
      required: ["title"],
      default: { title: "a" },
    };
    const { components } = openapiWithoutWords({ paths: {}, components: { schemas: { Paper: schema } } });
    expect(asNode(components).schemas).toEqual({
      Paper: {
        type: "object",
        properties: { title: { type: "string" }, examples: { const: "title" } },
        required: ["title"],
        default: { title: "a" },
      },
    });
  });

  test("names a long pattern once, and an operation by its id; only a response is described", () => {
    const line = { type: "string", maxLength: 9, pattern: `^${"[a-z]?".repeat(10)}$` };
    const body = { type: "object", properties: { one: line, other: line, third: { ...line, minLength: 2 } } };
    const header = { ETag: { description: "版本", schema: { type: "string" } } };
    const responses = { 200: { description: "所查", headers: header }, 400: { $ref: "#/components/responses/P" } };
    const record = { summary: "登记 / Record it", description: "可办理", operationId: "record", responses };
    const made = openapiWithoutWords({ paths: { "/a": { post: record } }, components: { schemas: { Body: body } } });
    expect(JSON.stringify(made)).not.toMatch(/登记|可办理|版本/);
    expect(made).toMatchObject({
      paths: { "/a": { post: { operationId: "record", responses: { 200: { description: "OK" } } } } },
      components: {
        headers: { ETag: { schema: { type: "string" } } },
        schemas: {
          Body: {
            properties: {
              one: { $ref: "#/components/schemas/Pattern9" },
              other: { $ref: "#/components/schemas/Pattern9" },
              third: { minLength: 2 },
            },
          },
          Pattern9: line,
        },
      },
    });
  });

  test("of the whole town is at most 120 KB by gzip", () => {
    expect(gzipSync(JSON.stringify(lean), { level: 9 }).length).toBeLessThanOrEqual(120 * 1024);
  });

  test("says once what any operation may answer, with each of its codes, and of each operation what is its own", () => {
    const { responses } = asNode(asNode(asNode(lean.paths)["/permits/applications/{id}/accept"]).post);
    expect(Object.keys(asNode(responses))).toEqual(["200", "403", "404", "409", "422", "default"]);
    const codes = ["400", "401", "412", "413", "415", "429", "503"].flatMap((status) => codesOf(`Problem${status}`));
    const problem = asNode(asNode(asNode(lean.components).responses).Problem);
    expect(asNode(problem.content)["application/problem+json"]).toEqual({
      schema: {
        allOf: [
          { $ref: "#/components/schemas/Problem" },
          {
            type: "object",
            properties: { code: { type: "string", enum: [...codes, "answer.off-schema", "request.failed"] } },
          },
        ],
      },
    });
  });

  test("keeps an answer of any operation that has codes of its own in one of them", () => {
    const { responses } = asNode(asNode(asNode(lean.paths)["/grid-events/device-messages"]).post);
    expect(asNode(responses)).toMatchObject({ 429: { $ref: "#/components/responses/Device429" } });
  });

  test("says once what says the same without its words, by its shortest name", () => {
    const step = (title: string) => ({ type: "object", properties: { on: { type: "string", title } } });
    const refer = (name: string) => ({
      content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
    });
    const made = openapiWithoutWords({
      paths: { "/a": { post: { requestBody: refer("StepOfA") } }, "/b": { post: { requestBody: refer("Step") } } },
      components: { schemas: { StepOfA: step("A"), Step: step("B") } },
    });
    expect(asNode(made.components).schemas).toEqual({
      Step: { type: "object", properties: { on: { type: "string" } } },
    });
    expect(made.paths).toEqual({
      "/a": { post: { requestBody: refer("Step"), responses: {} } },
      "/b": { post: { requestBody: refer("Step"), responses: {} } },
    });
  });

  test("closes a body that is sent, and leaves an answer open for a field to come", () => {
    const schemas = asNode(asNode(lean.components).schemas);
    expect(schemas.FileApplication).toMatchObject({ additionalProperties: false });
    expect(schemas.Application).not.toHaveProperty("additionalProperties");
  });
});

/** The codes of a refusal in the document with words. */
function codesOf(name: string): readonly unknown[] {
  const [, own] = asList(asNode(asNode(asNode(whole.components).schemas)[name]).allOf);
  return asList(asNode(asNode(asNode(own).properties).code).enum);
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
