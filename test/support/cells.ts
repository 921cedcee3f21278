import { describe, expect, test } from "vitest";
import {
  type Context,
  type Decider,
  type Decision,
  type DomainEvent,
  isRejection,
  type Moves,
} from "../../shared/decider/index.ts";

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
  /** Commands that are asked in every state: in an empty cell they find nothing to do. */
  readonly heard?: readonly string[];
  /** An aggregate in the state, ready for the command: whatever the command needs has happened. */
  readonly ready: (status: string, command: string) => Told;
  /** Filled cells that rightly change nothing, `state × command`, each with its reason. */
  readonly silent?: Readonly<Record<string, string>>;
}

/** Walks every cell of a table: an empty one refuses, a filled one makes an event and leads where it says. */
export function walkCells(
  of: string,
  { moves, commands, impossible, byItself = [], heard = [], ready, silent = {} }: Cells,
) {
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
      if (target === undefined && heard.includes(command)) {
        expect(decision).toEqual([]);
        expect(one.status).toBe(status);
        return;
      }
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

/** The table of an aggregate whose test names a state for each row and the command for each column. */
export interface StateCells<S, C, E extends DomainEvent> extends Omit<Cells, "commands" | "ready"> {
  readonly decider: Decider<S, C, E>;
  /** An aggregate in each state, ready for the command. */
  readonly states: Readonly<Record<string, (command: string) => S | undefined>>;
  readonly told: Readonly<Record<string, C>>;
  /** By `state × command`: the command of one cell, where it is not the same in each state. */
  readonly toldIn?: Readonly<Record<string, C>>;
  /** Who tells it and when. */
  readonly context: (command: string, status: string) => Context;
}

/** Walks every cell as {@link walkCells}: it tells the command to the state and folds what comes of it. */
export function walkStates<S extends { readonly status: string }, C, E extends DomainEvent>(
  of: string,
  { decider, states, told, toldIn = {}, context, ...cells }: StateCells<S, C, E>,
) {
  walkCells(of, {
    ...cells,
    commands: Object.keys(told),
    ready(status, verb) {
      let state = states[status]?.(verb);
      const command = toldIn[`${status} × ${verb}`] ?? told[verb];
      if (state === undefined || command === undefined) throw new Error(`${status} × ${verb} is no cell`);
      const known = context(verb, status);
      return {
        get status() {
          return state?.status ?? "";
        },
        tell() {
          const decision = decider.decide(state, command, known);
          if (isRejection(decision)) return decision;
          for (const [at, event] of decision.entries())
            state = decider.evolve(state, { ...event, sequence: at + 1, time: known.now, actor: known.actor.sub });
          return decision;
        },
      };
    },
  });
}
