import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gridEvents } from "../../services/grid-events/service.ts";
import { commonProblems } from "../../shared/http/texts.ts";
import { codesTold, codesUsedBy } from "../support/problem-texts.ts";

/** The tests of this service, and those of several services. */
const tests = [import.meta.dirname, join(import.meta.dirname, "../across")].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && name !== "provoked.test.ts")
    .map((name) => readFileSync(join(folder, name), "utf8")),
);

describe("what the service refuses", () => {
  const told = codesTold(gridEvents.problems).filter((code) => code.startsWith("grid-events."));

  test("every code in its sources has a text in both languages, and every text its code", () => {
    const common = Object.keys(commonProblems);
    expect(told).toEqual(codesUsedBy("grid-events").filter((code) => !common.includes(code)));
    for (const code of told) {
      const { zh = "", en = "" } = gridEvents.problems[code] ?? {};
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\x20-\x7E]+$/);
    }
  });

  test("each code is provoked by some test", () => {
    expect(told.filter((code) => !tests.some((source) => source.includes(`"${code}"`)))).toEqual([]);
  });
});
