import { describe, expect, test } from "vitest";
import { contractDocuments, presentDocument } from "../../infra/docs/contract/documents.ts";
import { redoclyErrors, spectralErrors } from "../../infra/lint/documents/findings.ts";
import { services } from "../../infra/services.ts";
import { loadProfileFrom } from "../../infra/towns/load.ts";

const [routes, events] = contractDocuments.map((kind) => presentDocument(kind, services, loadProfileFrom("guangtong")));

describe("A6: the documents hold to the rules of those who make clients of them", () => {
  test("OpenAPI by redocly's recommended rules", async () => {
    expect(await redoclyErrors(routes ?? {})).toEqual([]);
  });

  test("OpenAPI by spectral's rules", async () => {
    expect(await spectralErrors(routes ?? {}, "oas")).toEqual([]);
  });

  test("AsyncAPI by spectral's rules", async () => {
    expect(await spectralErrors(events ?? {}, "asyncapi")).toEqual([]);
  });

  test("and a fault is found by both", async () => {
    const broken = { ...routes, info: {}, tags: [{ title: "none" }] };
    expect((await redoclyErrors(broken)).join()).toContain("info");
    expect((await spectralErrors(broken, "oas")).join()).toContain("oas3-schema");
  });
});
