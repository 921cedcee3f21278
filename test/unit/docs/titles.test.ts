import { describe, expect, test } from "vitest";
import { contractDocuments, presentDocument } from "../../../infra/docs/contract/documents.ts";
import { untitledIn } from "../../../infra/docs/untitled.ts";
import { services } from "../../../infra/services.ts";
import { commonProblems } from "../../../shared/http/index.ts";
import { asNode, everyNode, type Node } from "../../support/documents.ts";
import { profile } from "../../support/tally-town.ts";

describe.each(contractDocuments)("titles in the $name document", (kind) => {
  const document = presentDocument(kind, services, profile);

  test("every field and every value has one in Chinese and in English", () => {
    expect(untitledIn(document)).toEqual([]);
  });

  test("of values stand place by place beside them", () => {
    const lists = [...everyNode(document)].flatMap(([pointer, node]) =>
      "x-enum-descriptions" in node ? [{ pointer, node }] : [],
    );
    expect(lists.length).toBeGreaterThan(20);
    for (const { pointer, node } of lists) {
      const values = "const" in node ? [node.const] : node.enum;
      const sameLength = expect.objectContaining({ length: Array.isArray(values) ? values.length : 0 });
      expect(node["x-enum-descriptions"], pointer).toEqual(sameLength);
      expect(node["x-enum-descriptions-zh"], pointer).toEqual(sameLength);
    }
  });

  test("codes of items are not called a list, as pages are", () => {
    const called = [...everyNode(document)].filter(
      ([pointer, node]) =>
        pointer.endsWith("/properties/items") &&
        JSON.stringify(node).includes('"x-title-zh":"列表"') &&
        holdsTexts(node),
    );
    expect(called.map(([pointer]) => pointer)).toEqual([]);
  });

  test("are Chinese and English indeed", () => {
    const titles = [...everyNode(document)].flatMap(([pointer, node]) =>
      typeof node["x-title-zh"] === "string" ? [{ pointer, zh: node["x-title-zh"], en: String(node.title) }] : [],
    );
    expect(titles.length).toBeGreaterThan(500);
    expect(titles.filter(({ zh }) => !/\p{Script=Han}|^SHA/u.test(zh))).toEqual([]);
    expect(titles.filter(({ en }) => !/^[\x20-\x7e]+$/.test(en))).toEqual([]);
  });
});

describe("titles", () => {
  test("a field, a value or a tag without one is named by its place", () => {
    const title = { title: "Open", "x-title-zh": "开放" };
    const schema = {
      properties: {
        known: { ...title, enum: ["a", "b"], "x-enum-descriptions": ["A", "B"], "x-enum-descriptions-zh": ["甲", ""] },
        bare: { type: "string" },
        list: { ...title, items: { $ref: "#/components/schemas/Part" } },
      },
    };
    const tags = [
      { name: "finance: books", description: "财政：账套 / Finance: Books" },
      { name: "finance: funds", description: "财政：funds / Finance: funds" },
    ];
    const components = { schemas: { Whole: schema, Part: { properties: { half: { title: "Half" } } } } };
    expect(untitledIn({ tags, components })).toEqual([
      ...["Part.half", "Whole.bare", "Whole.known = b", "tag finance: funds"],
    ]);
  });

  test("a service does not say again what holds everywhere", () => {
    for (const { name, problems } of services)
      for (const [key, title] of Object.entries(problems))
        if (Object.hasOwn(commonProblems, key)) expect(commonProblems[key], `${name} ${key}`).not.toEqual(title);
  });
});

/** A list of plain texts, alone or as one of several forms. */
function holdsTexts({ items, anyOf }: Node): boolean {
  if (Array.isArray(anyOf)) return anyOf.some((one: unknown) => holdsTexts(asNode(one)));
  return items !== undefined && asNode(items).type === "string";
}
