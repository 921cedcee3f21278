import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { printed } from "../../../infra/docs/contract/print.ts";
import { examplesFile } from "../../../infra/docs/event-examples.ts";
import { asyncapi } from "../../../infra/docs/index.ts";
import { services } from "../../../infra/services.ts";
import { asNode, asSent } from "../../support/documents.ts";
import { eventExamples, loginsSampled } from "../../support/event-examples.ts";
import { profile } from "../../support/tally-town.ts";

const document = asSent(asyncapi(services, profile));
const { messages, schemas } = asNode(document.components);
const ajv = formats.default(new Ajv2020({ strict: false, inlineRefs: false, code: { optimize: false } }));
ajv.addSchema({ $id: "document", components: { schemas } });

/** A schema of the document with its references led to the document. */
const linked = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll(`"$ref":"#/`, `"$ref":"document#/`));

const examplesIn = (type: string) => {
  const { examples = [] } = asNode(asNode(messages)[type]);
  return Array.isArray(examples) ? examples.map((one) => asNode(asNode(one).payload)) : [];
};

describe("examples of events", () => {
  const published = services.flatMap(({ name, publishes }) => Object.keys(publishes).map((type) => ({ name, type })));

  test("are those of the samples kept today", () => {
    const same = readFileSync(examplesFile, "utf8") === printed(eventExamples());
    expect(same, "Samples of events have changed: run npm run examples").toBe(true);
  });

  test.each(published)("$type has one, as its schema says", ({ name, type }) => {
    const validate = ajv.compile(asNode(linked(asNode(asNode(messages)[type]).payload)));
    const examples = examplesIn(type);
    expect(examples).toHaveLength(1);
    for (const example of examples) {
      expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
      expect(example).toMatchObject({ type, source: `/towns/${profile.code}/${name}` });
      expect(validate({ ...example, data: undefined })).toBe(false);
    }
  });

  test("hold no login of the town's people, nor of anybody who acted in a sample (D7)", () => {
    const named = [...profile.staff, ...profile.heads].map(({ sub }) => sub);
    // A login of one letter, as some tests have, is a digest or a kind elsewhere.
    const logins = new Set([...named, ...loginsSampled()].filter((login) => login.length > 2));
    expect(logins.size).toBeGreaterThan(20);
    const values = [...readFileSync(examplesFile, "utf8").matchAll(/"([^"]*)"/g)].map(([, value = ""]) => value);
    expect(values.filter((value) => logins.has(value))).toEqual([]);
  });
});
