import { expect, test } from "vitest";
import { hasEnded, withEnded } from "../../../services/powers/running-cases/domain/ended.ts";

const ends = (...cases: readonly (readonly [string, string])[]) =>
  cases.reduce<Readonly<Record<string, string>>>((ended, [id, on]) => withEnded(ended, id, on), {});

test("CF-24b: an ended case is known by its whole id", () => {
  const ended = ends(["PL-018-12", "2026-05-01"], ["PL-018-3", "2026-05-01"], ["PL-018-4", "2026-05-02"]);
  for (const id of ["PL-018-12", "PL-018-3", "PL-018-4"]) expect(hasEnded(ended, id), id).toBe(true);
  for (const id of ["PL-018-1", "PL-018", "L-018-3", "18-12 PL-018-3", ""]) expect(hasEnded(ended, id), id).toBe(false);
});

test("CF-24b: it is known on the thirtieth day after, and no longer on the next", () => {
  const first = ["A", "2026-05-01"] as const;
  expect(hasEnded(ends(first, ["B", "2026-05-31"]), "A")).toBe(true);
  expect(hasEnded(ends(first, ["B", "2026-06-01"]), "A")).toBe(false);
});
