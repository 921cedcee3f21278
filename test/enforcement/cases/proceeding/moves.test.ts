import { expect, test } from "vitest";
import { proceedingMoves } from "../../../../services/enforcement/cases/domain/proceeding/moves.ts";

/** The commands that lead from a state to another. */
const leads = (to: string) =>
  Object.entries(proceedingMoves).flatMap(([from, row]) =>
    Object.entries(row).flatMap(([command, next]) =>
      [next].flat().includes(to) && from !== to ? [`${from} –${command}→`] : [],
    ),
  );

test("only the gates lead to a decision, and only service gives it effect", () => {
  expect(leads("decided")).toEqual(["open –decide→", "noticed –decide→"]);
  expect(leads("in-effect")).toEqual(["decided –note-service→"]);
  expect(leads("noticed")).toEqual(["open –issue-notice→"]);
});
test("what was decided is never stopped", () => {
  expect(leads("stopped")).toEqual(["open –stop→", "noticed –stop→"]);
});
