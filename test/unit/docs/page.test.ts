import { describe, expect, it } from "vitest";
import * as z from "zod";
import { answersOf, fieldsOf } from "../../../infra/docs/fields.ts";
import { docsPage } from "../../../infra/docs/index.ts";
import { services } from "../../../infra/services.ts";
import { tallyService } from "../../support/tally.ts";
import { profile } from "../../support/tally-town.ts";

describe.each([
  ["the tallies of the tests", [tallyService]],
  ["the town", services],
])("the page for people of %s", (_name, all) => {
  const page = docsPage(all, profile);

  it("shows every route, event, reason for refusing and queue", () => {
    for (const { routes, publishes, problems, title } of all) {
      expect(page).toContain(title.zh);
      for (const { method, path } of routes)
        expect(page).toContain(`<span class="method ${method}">${method}</span><code>${path}</code>`);
      const said = Object.keys(problems).filter((code) => !code.startsWith("field."));
      for (const name of [...Object.keys(publishes), ...said]) expect(page).toContain(`<code>${name}</code>`);
    }
  });

  it("needs nothing from elsewhere: no script, picture, font or style of others", () => {
    expect(page).not.toMatch(/<(script|img|link|iframe)\b|@import|url\(|https?:\/\//i);
    const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, target = ""]) => target);
    expect(links.filter((target) => !target.startsWith("#")).toSorted()).toEqual(
      ["/asyncapi.json", "/openapi.json", ...all.map(({ name }) => `/openapi/${name}.json`)].toSorted(),
    );
  });

  it("leads nowhere that is not there, and gives no name twice", () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });

  it("closes what it opens, and is Chinese first", () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
    for (const tag of ["details", "summary", "table", "section", "div", "span", "code", "dl", "ul"])
      expect(page.match(new RegExp(`<${tag}[ >]`, "g"))?.length, tag).toBe(
        page.match(new RegExp(`</${tag}>`, "g"))?.length,
      );
  });
});

describe("the page for people", () => {
  it("takes no text for markup", () => {
    const page = docsPage([{ ...tallyService, title: { zh: "<b>&\"'", en: "</title><script>" } }], profile);
    expect(page).toContain("&lt;b&gt;&amp;&quot;&#39;");
    expect(page).not.toContain("<script");
  });
});

describe("the fields of a schema", () => {
  const person = z.object({ kind: z.literal("person"), name: z.string().max(9), born: z.iso.date().optional() });
  const firm = z.object({ kind: z.literal("firm"), name: z.string().max(9), uscc: z.string() });

  it("are told by their path, with kind, limits and whether they must be there", () => {
    const schema = z.object({
      who: z.discriminatedUnion("kind", [person, firm]),
      parts: z.array(z.object({ code: z.enum(["a", "b"]) })).max(3),
      tags: z.array(z.string()).optional(),
      size: z.int().min(1).default(2),
      note: z.string().nullable().meta({ description: "free" }),
    });
    expect(
      fieldsOf(schema, { io: "input" }).map(({ path, kind, required, note }) => [path, kind, required, note]),
    ).toEqual([
      ["who", "object", true, ""],
      ["who.kind", "person | firm", true, ""],
      ["who.name", "string", true, "maxLength 9"],
      ["who.born", "string date", false, ""],
      ["who.uscc", "string", true, ""],
      ["parts", "object[]", true, "maxItems 3"],
      ["parts[].code", "a | b", true, ""],
      ["tags", "string[]", false, ""],
      ["size", "integer", false, "minimum 1; default 2"],
      ["note", "string | null", true, "free"],
    ]);
  });

  it("end at a view that is told elsewhere", () => {
    const list = z.object({ items: z.array(person), next: z.string().optional() });
    expect(fieldsOf(list, { io: "output", answers: answersOf({ Person: person }, [list]) })).toMatchObject([
      { path: "items", kind: "Person[]", view: "Person" },
      { path: "next" },
    ]);
  });
});
