import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { services } from "../../../infra/services.ts";
import { examplesOf } from "../../../shared/http/examples.ts";
import { sampleOfPattern } from "../../../shared/http/sample-of-pattern.ts";

describe("A3: a step is asked for with a body that its schema takes", () => {
  const steps = services.flatMap(({ routes }) =>
    routes.flatMap(({ step, body, path }) => (step === undefined || body === undefined ? [] : [{ path, body }])),
  );

  test.each(steps)("$path has one", ({ body }) => {
    expect(examplesOf(body, "2026-09-01")).not.toEqual([]);
  });

  test("there are many of them", () => expect(steps.length).toBeGreaterThan(150));
});

describe("the sample of a pattern", () => {
  test.each([
    "^P\\d{1,3}$",
    "^PN-\\d{3}$",
    "^[0-9a-f]{64}$",
    "^([01]\\d|2[0-3]):[0-5]\\d$",
    "^[A-Z]\\d{3,4}$",
    "^(?:a|b)+c?(?=d)d$",
    "^[^a]\\.\\(x\\)$",
    "^\\s*(?:[0-9０-９][\\s-]*){5,18}$",
  ])("%s fits it", (pattern) => {
    expect(sampleOfPattern(pattern)).toMatch(new RegExp(pattern, "u"));
  });

  test("of anything ends", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (pattern) => {
        expect(sampleOfPattern(pattern).length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
