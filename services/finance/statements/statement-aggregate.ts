import { type OfType, present } from "../../../shared/decider/index.ts";
import { aggregate, type Instruction, instruct } from "../../../shared/service/index.ts";
import { type Loaded, member } from "../../../shared/store/index.ts";
import { bankAccount } from "../bank-lines/domain/bank-account.ts";
import { type BankLineCommand, bankLine } from "../bank-lines/domain/bank-line.ts";
import { lineIdOf } from "../bank-lines/index.ts";
import { partIdOf, statementPart } from "./domain/part.ts";
import { freshOf, linesAtOnce, linesInPart, type Statement, statement } from "./domain/statement.ts";

/**
 * The next lines of an accepted file, with the file's own progress in one commit. Cut short at any point, it records the same lines again or
 * none; a line that is there already changes nothing. The last step sets the account free for its next file.
 */
const recordingStep = ({ id, state }: Loaded<Statement>): Instruction => ({
  async carryOut(runtime, cause) {
    const part = Math.floor(state.done / linesInPart);
    const found = await runtime.store.load(statementPart, partIdOf(id, part));
    if (found === undefined) return { done: false, code: "not-found" };
    const first = state.done % linesInPart;
    const lines = found.state.lines.slice(first, first + linesAtOnce).map(
      ({ serial, on, amount, proposed }, at): OfType<BankLineCommand, "show"> => ({
        ...{ type: "show", account: state.account, serial, on, amount },
        ...{ statement: id, part, row: first + at, ...present({ proposed }) },
      }),
    );
    const upTo = state.done + lines.length;
    const isLast = upTo >= freshOf(state);
    return instruct({
      ...{ of: statement, id, command: { type: "record", upTo } },
      others: {
        members: {
          lines: lines.map(({ account, serial }) => member(bankLine, lineIdOf(account, serial), { expects: "either" })),
          account: isLast ? [member(bankAccount, state.account)] : [],
        },
        commands: () => ({ lines, account: isLast ? [{ type: "finish" as const, statement: id }] : [] }),
      },
    }).carryOut(runtime, cause);
  },
});

/** A file of the bank, with the recording of its lines. */
export const statementAggregate = aggregate(statement, recordingStep);
