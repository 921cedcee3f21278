import { expect, test } from "vitest";
import { ledgerProblems } from "../../../services/finance/ledger/problems.ts";

test("every refusal of the ledger has a text of its own in both languages", () => {
  const texts = Object.entries(ledgerProblems).flatMap(([code, text]) => (code.startsWith("word.") ? [] : text));
  expect(new Set(texts.map(({ zh }) => zh)).size).toBe(texts.length);
  expect(new Set(texts.map(({ en }) => en)).size).toBe(texts.length);
});
