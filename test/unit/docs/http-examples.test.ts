import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { printed } from "../../../infra/docs/contract/print.ts";
import { exemplifiedIn, httpExamplesFile, keptHttpExamples } from "../../../infra/docs/http-examples.ts";
import { openapi } from "../../../infra/docs/index.ts";
import { services } from "../../../infra/services.ts";
import { asNode, asSent } from "../../support/documents.ts";
import { exampleCheck, httpExamples, madeUp } from "../../support/http-examples.ts";
import { profile } from "../../support/tally-town.ts";

const document = asSent(openapi(services, profile));
const kept = keptHttpExamples();
const schemas = asNode(asNode(document.components).schemas);

describe("A6: examples of bodies and answers", () => {
  const shown = exemplifiedIn(document);

  test("all but a few JSON bodies and answers have one, from what tests really sent", () => {
    const without = shown.filter(({ schema }) => !Object.hasOwn(kept, schema));
    const names = [...new Set(without.map(({ operation, part }) => `${operation} ${part}`))].join("\n");
    expect(without.length / shown.length, `npm run samples keeps what tests send:\n${names}`).toBeLessThan(0.025);
  });

  test("each is as its schema says, and stands with it in the document", () => {
    const check = exampleCheck(document);
    expect(Object.entries(kept).filter(([name, example]) => !check(name, example))).toEqual([]);
    for (const [name, example] of Object.entries(kept)) expect(asNode(schemas[name]).examples).toEqual([example]);
    const [body] = shown.filter(({ part }) => part === "body");
    expect(check(body?.schema ?? "", { "no such field": 1 })).toBe(false);
  });

  test("none is kept for a schema that is gone, and the file is as it is written", () => {
    expect(printed(httpExamples(document, {}, kept))).toBe(readFileSync(httpExamplesFile, "utf8"));
  });

  test("hold no number of a person but the made-up one (D1)", () => {
    const text = readFileSync(httpExamplesFile, "utf8");
    const numbers = [...text.matchAll(/\b\d{17}[\dX]\b/g)].map(([number]) => number);
    expect(new Set(numbers)).toEqual(new Set(["110101190001010014"]));
    expect(new Set([...text.matchAll(/\b1[3-9]\d{9}\b/g)].map(([phone]) => phone))).toEqual(new Set(["13800001234"]));
    expect(madeUp({ a: ["533122199001010018 张", "13912345678"] })).toEqual({
      a: ["110101190001010014 张", "13800001234"],
    });
  });
});
