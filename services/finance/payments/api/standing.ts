import type { Fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, member } from "../../../../shared/store/index.ts";
import { budgetLine } from "../../budget/domain/decider.ts";
import { payment } from "../domain/decider.ts";
import { type LineCommand, lineCommandFor } from "../domain/on-the-line.ts";
import { payee } from "../domain/payee/payee.ts";
import type { PaymentCommand } from "../domain/payment.ts";

/** The payee, held until the payment is committed. */
export const payeeHeld = ({ body }: { readonly body: { readonly payee: string } }) => ({
  standing: heldFact(factReference(payee, body.payee)),
});
/** The payment with its line, as they are before a step. */
export async function standingOf({ id, runtime: { store } }: { readonly id: string; readonly runtime: Runtime }) {
  const found = await store.load(payment, id);
  const line = found === undefined ? undefined : await store.load(budgetLine, found.state.line);
  return found === undefined || line === undefined ? undefined : { payment: found.state, line: line.state };
}
export type Standing = Awaited<ReturnType<typeof standingOf>>;

/** What the line is told with a step of its payment, in the same commit. */
export const onTheLine = (id: string, standing: Standing, command: PaymentCommand) => {
  const told = standing && lineCommandFor(id, standing.payment, command, standing.line);
  return {
    members: standing === undefined || told === undefined ? [] : [member(budgetLine, standing.payment.line)],
    commands: told === undefined ? [] : [told],
  };
};

/** Holds the money of a request on its line. */
export const holding = (request: string, amount: Fen): LineCommand => ({ type: "reserve", request, amount });
