import { describe, expect, test } from "vitest";
import { type Decision, type DomainEvent, isRejection, type Moves } from "../../shared/decider/index.ts";

/** One aggregate that lives: told a command, it answers what the decider decides and goes on with it. */
interface Told {
  readonly status: string;
  tell(): Decision<DomainEvent>;
}

/** The table of an aggregate, and how its test brings a case to a cell. */
export interface Cells {
  readonly moves: Moves;
  /** Every command there is; those that no row names are refused in every state. */
  readonly commands: readonly string[];
  /** The code that refuses an empty cell. */
  readonly impossible: string;
  readonly byItself?: readonly string[];
  /** An aggregate in the state, ready for the command: whatever the command needs has happened. */
  readonly ready: (status: string, command: string) => Told;
  /** Filled cells that rightly change nothing, `state × command`, each with its reason. */
  readonly silent?: Readonly<Record<string, string>>;
}

/** Walks every cell of a table: an empty one refuses, a filled one makes an event and leads where it says. */
export function walkCells(of: string, { moves, commands, impossible, byItself = [], ready, silent = {} }: Cells) {
  const cells = Object.keys(moves).flatMap((status) => commands.map((command) => ({ status, command })));
  describe(`the table of ${of}, cell by cell`, () => {
    test("names no command that does not exist", () => {
      expect(commands).toEqual(expect.arrayContaining(Object.values(moves).flatMap((row) => Object.keys(row))));
      expect(cells.map(({ status, command }) => `${status} × ${command}`)).toEqual(
        expect.arrayContaining(Object.keys(silent)),
      );
    });
    test.each(cells)("$status × $command", ({ status, command }) => {
      const row = moves[status] ?? {};
      const one = ready(status, command);
      expect(one.status).toBe(status);
      const decision = one.tell();
      const target = row[command];
      if (target === undefined) {
        const possible = Object.keys(row).filter((name) => !byItself.includes(name));
        expect(decision).toMatchObject({
          code: impossible,
          ground: "state",
          details: { status, command, possible },
        });
        expect(one.status).toBe(status);
        return;
      }
      if (isRejection(decision)) throw new Error(`${status} × ${command} is refused: ${decision.code}`);
      if (silent[`${status} × ${command}`] === undefined) expect(decision.length).toBeGreaterThan(0);
      else expect(decision).toEqual([]);
      expect([target].flat()).toContain(one.status);
    });
  });
}
