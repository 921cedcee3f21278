import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { services } from "../../../infra/services.ts";
import { roles } from "../../../shared/town/roles.ts";
import { talkTo } from "../../support/http.ts";
import { tallyService } from "../../support/tally.ts";
import { type Asked, aRuntime, claimsOf } from "../../support/tally-town.ts";
import { tries } from "../../support/tries.ts";

/** Any text a client can send; only inside JSON it may hold half a character. */
const wild = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom("\u0000", "__proto__", "constructor", "%", "../"),
);
const half = fc.constantFrom("\ud800", "米\udc00");
const text = fc.oneof(wild, fc.constantFrom("rice", "1.X", "true", "0", "9".repeat(30)));
const json = fc.oneof(
  fc.jsonValue().map((value) => JSON.stringify(value)),
  fc
    .dictionary(
      fc.constantFrom("book", "holder", "closesAt", "limit", "amounts", "note", "__proto__"),
      fc.oneof(fc.jsonValue(), fc.array(fc.integer()), text),
    )
    .map((value) => JSON.stringify(value)),
  fc.record({ book: fc.oneof(text, half), holder: text }).map((value) => JSON.stringify(value)),
  fc
    .record({ amounts: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), note: fc.oneof(text, half) })
    .map((value) => JSON.stringify(value)),
);

const template = fc.oneof(
  fc.constantFrom(...tallyService.routes.map(({ method, path }) => ({ method, path }))),
  fc.record({
    method: fc.constantFrom("GET", "POST", "PUT", "HEAD", "OPTIONS", "nonsense"),
    path: text.map((part) => `/${part}`),
  }),
);
const headers = fc.dictionary(
  fc.constantFrom("If-Match", "idempotency-key", "accept-language", "content-type", "traceparent", "x-anything"),
  fc.oneof(text, fc.constantFrom('"1"', "*", "en", "application/json", "text/plain")),
);

/** Fields a route's schema knows, with values it may or may not take. */
const bodyFor = (schema: z.ZodType | undefined) => {
  const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : ["x"];
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    text,
    half,
    fc.constantFrom("2026-10-12", "2026-99-99", -1, 1e300),
  );
  return fc.dictionary(fc.constantFrom(...fields, "x"), value).map((body) => JSON.stringify(body));
};

const asked: fc.Arbitrary<Asked> = fc
  .record({
    template,
    id: fc.oneof(text, fc.constant("KNOWN")),
    headers,
    query: fc.dictionary(fc.constantFrom("book", "limit", "cursor", "above", "even", "x"), text),
    body: fc.option(fc.oneof({ weight: 3, arbitrary: json }, text), { nil: undefined }),
    base64: fc.boolean(),
    claims: fc.oneof(
      fc.constant(claimsOf(...roles)),
      fc.constant(claimsOf("clerk")),
      fc.constant(undefined),
      fc.dictionary(fc.constantFrom("sub", "town", "roles", "grids"), fc.oneof(text, fc.array(text))),
    ),
  })
  .map(({ template: { method, path }, id, ...rest }) => ({ ...rest, method, path: path.replace("{id}", () => id) }));

describe("whatever is sent", () => {
  it("is answered below 500, a refusal always with a problem document", async () => {
    const runtime = aRuntime();
    const talk = talkTo(tallyService, runtime);
    const { body: known } = await talk({
      method: "POST",
      path: "/tally/tallies",
      body: '{"book":"rice"}',
      claims: claimsOf("clerk"),
    });
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(asked, async (request) => {
        const answer = await talk({ ...request, path: request.path.replace("KNOWN", String(known.id)) });
        seen.add(answer.status);
        expect(answer.status).toBeLessThan(500);
        if (answer.status < 400 || request.method === "HEAD") return;
        expect(answer.headers["content-type"]).toBe("application/problem+json");
        expect(answer.body).toMatchObject({
          status: answer.status,
          code: expect.any(String),
          type: expect.any(String),
          title: expect.any(String),
          detail: expect.any(String),
          instance: expect.any(String),
        });
        expect(answer.body.code).toMatch(/^[a-z-]+\.[a-z-]+$/);
      }),
      { numRuns: tries(3000) },
    );
    expect([...seen]).toEqual(expect.arrayContaining([200, 400, 401, 404]));
    expect(runtime.observability.said.filter(({ level }) => level === "error")).toEqual([]);
  });

  it.each(services)("to $name is answered below 500", async (service) => {
    const runtime = aRuntime();
    const talk = talkTo(service, runtime);
    const route = fc.constantFrom(...service.routes).chain((one) =>
      fc.record({
        method: fc.constant(one.method),
        path: text.map((id) => one.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(id.toWellFormed()) || "x")),
        body: bodyFor(one.body),
        query: fc.dictionary(
          fc.constantFrom(...(one.query instanceof z.ZodObject ? Object.keys(one.query.shape) : []), "x"),
          fc.oneof(text, fc.constantFrom("2026-10-12", "2026-99-99", "1")),
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(route, async (request) => {
        const answer = await talk({ ...request, claims: claimsOf(...roles) });
        expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
      }),
      { numRuns: tries(1500) },
    );
    expect(runtime.observability.said.filter(({ level }) => level === "error")).toEqual([]);
  });
});
