import { expect, test } from "vitest";
import { ByDocument, type Exchange } from "../../support/by-document.ts";

const called = { title: "Name", "x-title-zh": "名称" };
const name = { type: "object", properties: { name: { ...called, type: "string", maxLength: 3 } }, required: ["name"] };
const closed = { ...name, additionalProperties: false };
const json = (schema: object) => ({ content: { "application/json": { schema } } });
const document = new ByDocument({
  paths: {
    "/things": {
      get: {
        parameters: [{ in: "query", name: "limit", schema: { type: "integer", maximum: 9 } }],
        responses: { 200: json({ $ref: "#/components/schemas/Name" }) },
      },
      post: {
        requestBody: { required: true, ...json(closed) },
        responses: { 201: json(closed), 400: { $ref: "#/components/responses/Bad" } },
      },
    },
    "/things/{id}": { get: { responses: { 200: json(closed) } } },
    "/things/counts": { get: { responses: { 200: { content: { "text/csv": { schema: { type: "string" } } } } } } },
  },
  components: { schemas: { Name: closed }, responses: { Bad: json({ type: "object" }) } },
});
const exchange = (given: Partial<Exchange>): Exchange => ({
  ...{ method: "GET", path: "/things", status: 200, type: "application/json; charset=utf-8", text: '{"name":"三"}' },
  ...given,
});
const post = (given: Partial<Exchange>) => document.faultsOf(exchange({ method: "POST", status: 201, ...given }));

test("an exchange as the document says has no fault", () => {
  expect(document.faultsOf(exchange({ path: "/things?limit=9" }))).toEqual([]);
  expect(post({ sent: '{"name":"三"}' })).toEqual([]);
  expect(post({ sent: '{"name":"一二三四"}', status: 400, text: "{}" })).toEqual([]);
  expect(document.faultsOf(exchange({ path: "/things/counts", type: "text/csv", text: "a,b" }))).toEqual([]);
});

const blaming = (...errors: readonly object[]) => post({ sent: "{}", status: 400, text: JSON.stringify({ errors }) });

test("a refusal may blame what the request has, and call it in either language", () => {
  const missing = { pointer: "/name", code: "value.missing" };
  expect(blaming({ ...missing, field: "名称" }, { ...missing, field: "Name" })).toEqual([]);
  expect(
    blaming({ pointer: "/other", code: "value.unknown-field" }, { pointer: "", code: "value.bad-format" }),
  ).toEqual([]);
});

test.each<[string, string[]]>([
  ["a field of which it says nothing", document.faultsOf(exchange({ text: '{"name":"三","secret":1}' }))],
  ["an answer without what it promises", document.faultsOf(exchange({ path: "/things/1", text: "{}" }))],
  ["a status of which it says nothing", document.faultsOf(exchange({ status: 404, text: "{}" }))],
  ["another media type", document.faultsOf(exchange({ type: "text/html" }))],
  ["an unknown query that was taken", document.faultsOf(exchange({ path: "/things?sort=name" }))],
  ["a query beyond its limit that was taken", document.faultsOf(exchange({ path: "/things?limit=10" }))],
  ["a body that it forbids and that was taken", post({ sent: '{"name":"一二三四"}' })],
  ["a missing body that was taken", post({})],
  ["a good body that was refused as malformed", post({ sent: '{"name":"三"}', status: 400, text: "{}" })],
  ["a blamed field that the body does not have", blaming({ pointer: "/other", code: "value.missing" })],
  ["a blamed parameter that the query does not have", blaming({ pointer: "?limit", code: "value.missing" })],
  ["a field by another name", blaming({ pointer: "/name", code: "value.missing", field: "编码" })],
  ["a field without its name", blaming({ pointer: "/name", code: "value.missing" })],
  ["an operation it does not know", document.faultsOf(exchange({ path: "/other" }))],
])("%s is a fault", (_what, faults) => {
  expect(faults).toHaveLength(1);
});
