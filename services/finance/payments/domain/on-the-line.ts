import type { Fen } from "../../../../shared/money/index.ts";
import type { BudgetLineCommand, Ground } from "../../budget/domain/budget-line.ts";
import type { Payment, PaymentCommand } from "./payment.ts";

/** What a budget line is told of a payment. */
export type LineCommand = Extract<
  BudgetLineCommand,
  { readonly type: "reserve" | "release" | "pay" | "take-back" | "change" }
>;

/**
 * What a step of a payment tells its budget line in the same commit; undefined: nothing. Money is held from the request to payment or
 * refusal. What comes back is free again, and a corrected payment holds it anew. A line that lapsed holds nothing to give back.
 */
export function lineCommandFor(
  id: string,
  { amount, status }: Pick<Payment, "status" | "amount">,
  command: PaymentCommand,
  line: { readonly status: "open" | "lapsed" },
): LineCommand | undefined {
  const release: LineCommand | undefined = line.status === "open" ? { type: "release", request: id } : undefined;
  switch (command.type) {
    case "request":
    case "correct":
    case "go-on":
      return { type: "reserve", request: id, amount };
    case "refuse":
    case "withdraw":
      return release;
    case "confirm":
      return { type: "pay", request: id, on: command.on };
    case "return":
      return status === "paid" ? { type: "take-back", request: id, amount, on: command.on } : release;
    default:
      return undefined;
  }
}

/**
 * F-6 (预算法42): what takes money that the bank sends back. In its year the line; in a later one the carry-over of the line. What was
 * carried over once is surplus in the year after: no line takes it.
 * @param on the day of the return, ISO
 */
export function comesBackTo(
  { year, ground }: { readonly year: number; readonly ground: Ground },
  on: string,
): "line" | "carry-over" | "surplus" {
  if (Number(on.slice(0, 4)) <= year) return "line";
  return ground === "carry-over" || Number(on.slice(0, 4)) > year + 1 ? "surplus" : "carry-over";
}

/** A payment that returns in a later year restores what was carried over from its own, not a line of this year. */
export const carryOverCommandFor = (amount: Fen, serial: string): LineCommand => ({
  type: "change",
  kind: "shift",
  by: amount,
  document: serial,
  decidedBy: "finance-office",
  comesBack: true,
});
