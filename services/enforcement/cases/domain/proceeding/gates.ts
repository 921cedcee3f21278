import type { Context } from "../../../../../shared/decider/index.ts";
import { type AtGate, type Gate, type GateRow, gateIds } from "./gate.ts";
import { gatesOfCase } from "./gates-of-case.ts";
import { gatesOfCharges } from "./gates-of-charges.ts";
import { gatesOfHearing } from "./gates-of-hearing.ts";
import type { Grounds } from "./messages.ts";
import type { Noticed, Open, Outcome } from "./proceeding.ts";

const rows = [...gatesOfCase, ...gatesOfCharges, ...gatesOfHearing].toSorted(
  (one, other) => gateIds.indexOf(one.id) - gateIds.indexOf(other.id),
);

/**
 * All steps that the law asks for before a decision on a party, done and missing, each with its article. A decision is
 * refused by the same list. No case: nothing is done.
 */
export function gatesOf(
  state: Open | Noticed,
  grounds: Grounds,
  context: Pick<Context, "today" | "calendar" | "town">,
  outcome: Outcome = "punish",
): readonly Gate[] {
  const { case: of } = grounds;
  return rows.map((row) => (of === undefined ? closed(row) : gate(row, { state, of, grounds, outcome, context })));
}

const said = ({ id, title, article, rule }: GateRow) => ({ id, title, article, rule });

function gate(row: GateRow, at: AtGate): Gate {
  const judged = row.before?.includes(at.outcome) === false ? "needless" : row.judge(at);
  if (judged === "needless") return { ...said(row), done: true, needless: true };
  return judged === undefined ? { ...said(row), done: true } : { ...said(row), done: false, missing: judged };
}

const closed = (row: GateRow): Gate => ({ ...said(row), done: false, missing: row.title });
