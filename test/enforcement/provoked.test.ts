import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { enforcement } from "../../services/enforcement/service.ts";
import { caseRuleTexts } from "../../shared/case-rules/index.ts";
import { commonProblems } from "../../shared/http/texts.ts";
import { codesTold, codesUsedBy } from "../support/problem-texts.ts";
import vectors from "../vectors/vectors.json" with { type: "json" };

const root = join(import.meta.dirname, "..");
const testsIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith("provoked.test.ts"))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
const tests = testsIn("enforcement");

/** Codes that stand behind another rule, so that no command reaches them: kept, should that rule change. */
const guards: Readonly<Record<string, string>> = {
  "enforcement.no-law-applies": "on the spot nobody can say that the act is lawful now or was lawful then",
  "enforcement.nothing-owed": "a fine of which nothing is owed is paid, and no longer due",
};

describe("what the service refuses", () => {
  // A reason of a schema is no code of a refusal.
  const told = codesTold(enforcement.problems).filter(
    (code) => code.startsWith("enforcement.") && !Object.hasOwn(commonProblems, code),
  );

  test("each code with a text is one that its sources refuse with", () => {
    const used = new Set([
      ...codesUsedBy("enforcement"),
      ...Object.keys(caseRuleTexts).map((name) => `enforcement.${name}`),
    ]);
    expect(told.filter((code) => !used.has(code) && !isChosen(code))).toEqual([]);
  });

  test("each code is provoked by some test", () => {
    const unprovoked = told.filter((code) => {
      const bare = code.slice(code.indexOf(".") + 1);
      return !tests.some((source) => source.includes(`"${code}"`) || source.includes(`"${bare}"`));
    });
    expect(unprovoked).toEqual(Object.keys(guards).toSorted());
  });

  test("each group of the rule book's examples that enforcement decides is read by a test", () => {
    const groups = [
      ...["simpleProcedure", "onSpotCollection", "lateSurcharge", "instalment", "hearingTrigger", "decisionGates"],
      ...["doubleFine", "courtApplication", "remedyNotice", "lawVersion"],
    ];
    expect(groups.filter((group) => !Object.hasOwn(vectors, group))).toEqual([]);
    expect(groups.filter((group) => !tests.some((source) => source.includes(`vectors.${group}`)))).toEqual([]);
  });
});

/** Codes that stand as a value in the sources, chosen among several. */
const sources = readdirSync(join(root, "../services/enforcement"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && name.includes("domain") && !name.endsWith("refusals.ts"))
  .map((name) => readFileSync(join(root, "../services/enforcement", name), "utf8"));
function isChosen(code: string): boolean {
  return sources.some((source) => source.includes(`"${code}"`));
}
