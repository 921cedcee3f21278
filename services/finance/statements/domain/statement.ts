import { Temporal } from "temporal-polyfill";
import { type Context, type Decision, deciderOf, type MovesOf, type OfType } from "../../../../shared/decider/index.ts";
import { add, type Fen } from "../../../../shared/money/index.ts";
import type { Fault } from "./reading.ts";
import { badInput, notNow, refuse, type StatementRefusal } from "./refusals.ts";

/** A file has so many lines at the most. */
export const mostFileLines = 5_000;
/** So many lines are recorded in one step: with their file they are one transaction of at most 100 items. */
export const linesAtOnce = 45;
/** So many lines lie together in one part of a file: a whole number of steps. */
export const linesInPart = linesAtOnce * 5;

/** What a file says of itself. */
interface Head {
  readonly account: string;
  readonly from: string;
  readonly to: string;
  readonly opening: Fen;
  readonly closing: Fen;
}
/** A file of the bank (对账单). Accepted: its new lines are kept with it, and each will be recorded, once. */
export interface Statement extends Head {
  readonly status: "recording" | "recorded";
  /** How many lines the file has, how many of them were known, and how many new ones are recorded. */
  readonly count: number;
  readonly known: number;
  readonly done: number;
  readonly acceptedAt: string;
}
export const freshOf = ({ count, known }: Pick<Statement, "count" | "known">): number => count - known;

export type StatementCommand =
  | ({
      readonly type: "accept";
      readonly faults: readonly Fault[];
      readonly count: number;
      readonly known: number;
      /** What all lines of the file come to. */
      readonly total: Fen;
      /** The account as the profile has it; undefined: there is none. */
      readonly isKnown: boolean;
      /** Whether it reaches further than the files before it, or covers a month that none covered. */
      readonly reachesOn: boolean;
      /** The encoding in which the file is not written. */
      readonly unreadable?: string;
    } & Head)
  | { readonly type: "record"; readonly upTo: number };
export type StatementEvent =
  | {
      readonly type: "finance.statement.accepted";
      readonly data: Omit<Head, "opening" | "closing"> & {
        readonly openingFen: Fen;
        readonly closingFen: Fen;
        readonly count: number;
        readonly known: number;
        readonly at: string;
      };
    }
  | { readonly type: "finance.statement.lines-recorded"; readonly data: { readonly upTo: number } };

/** States of a file and what moves them. */
export const statementMoves = {
  recording: { record: ["recording", "recorded"] },
  recorded: {},
} as const satisfies MovesOf<Statement, StatementCommand>;

/** F-43: a file is refused whole, with every bad line named, or accepted whole: its opening balance and its lines make its closing one. */
function accept(command: OfType<StatementCommand, "accept">, { now, today }: Context): Decision<StatementEvent> {
  const { type: _type, faults, total, opening, closing, isKnown, unreadable, reachesOn, ...rest } = command;
  if (!isKnown) return badInput("finance.bank-account-unknown", { account: rest.account }, "/bankAccount");
  if (unreadable !== undefined) return badInput("finance.statement-unreadable", { encoding: unreadable }, "/content");
  if (rest.from > rest.to || rest.to > today.toString())
    return badInput("finance.statement-days", { from: rest.from, to: rest.to }, "/to");
  if (rest.count > mostFileLines) return badInput("finance.statement-too-long", { most: mostFileLines }, "/content");
  if (faults.length > 0)
    return badInput("finance.statement-lines-bad", { count: faults.length, lines: faults }, "/content");
  if (add(opening, total) !== closing)
    return refuse("finance.statement-does-not-add-up", { openingFen: opening, linesFen: total, closingFen: closing });
  // F-43: a month in which nothing more moved has an end all the same.
  if (rest.count === rest.known && !reachesOn) return notNow("finance.statement-brings-nothing");
  const data = { ...rest, openingFen: opening, closingFen: closing, at: now };
  return [{ type: "finance.statement.accepted", data }];
}

/** A file of the bank and how far its lines are recorded. What a crash leaves is gone on with. */
export const statement = deciderOf<{
  readonly state: Statement;
  readonly command: StatementCommand;
  readonly event: StatementEvent;
  readonly moves: typeof statementMoves;
  readonly begins: "accept";
  readonly begun: "finance.statement.accepted";
  readonly refusal: StatementRefusal;
}>({
  aggregate: "statement",
  shape: 1,
  moves: statementMoves,
  impossible: "finance.statement-brings-nothing",
  byItself: ["record"],
  begin: { accept },
  steps: {
    record: ({ done }, { upTo }) => (upTo > done ? [{ type: "finance.statement.lines-recorded", data: { upTo } }] : []),
  },
  begun: {
    "finance.statement.accepted": ({ data: { openingFen, closingFen, at, ...data } }) => ({
      ...{
        status: freshOf(data) === 0 ? "recorded" : "recording",
        ...data,
        opening: openingFen,
        closing: closingFen,
        done: 0,
        acceptedAt: at,
      },
    }),
  },
  effects: {
    "finance.statement.lines-recorded": (state, { data: { upTo } }) => ({
      ...{ ...state, done: upTo, status: upTo >= freshOf(state) ? "recorded" : "recording" },
    }),
  },
  // Each step has an instant of its own: so many at one instant would be taken for a step that makes no progress.
  nextDeadline: ({ status, acceptedAt, done }) =>
    status === "recorded"
      ? undefined
      : Temporal.Instant.from(acceptedAt)
          .add({ milliseconds: Math.floor(done / (linesAtOnce * 40)) })
          .toString({ smallestUnit: "millisecond" }),
  listed: ({ account, to }, id) => ({ byStatus: { partition: statementsOf(account), sort: `${to}|${id}` } }),
});

/** The partition of `byStatus` with the files of an account. */
export const statementsOf = (account: string): string => `statement:${account}`;
