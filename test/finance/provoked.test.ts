import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { finance } from "../../services/finance/service.ts";
import { codesTold } from "../support/problem-texts.ts";

/** The tests of this service, and those of several services. */
const tests = [import.meta.dirname, join(import.meta.dirname, "../across")].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && name !== "provoked.test.ts")
    .map((name) => readFileSync(join(folder, name), "utf8")),
);

describe("what the service refuses", () => {
  const told = codesTold(finance.problems).filter((code) => code.startsWith("finance."));

  test("each code has a text in both languages", () => {
    for (const code of told) {
      const { zh = "", en = "" } = finance.problems[code] ?? {};
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7E]+$/);
    }
  });

  test("each code is provoked by some test", () => {
    expect(told.filter((code) => !tests.some((source) => source.includes(`${code.replace("finance.", "")}"`)))).toEqual(
      [],
    );
  });
});
