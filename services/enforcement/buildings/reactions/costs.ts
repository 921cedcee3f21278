import { paymentReceived, paymentReversed } from "../../../../shared/contracts/finance.ts";
import { type Instruction, instruct, on, type Subscription } from "../../../../shared/service/index.ts";
import type { CostCommand } from "../domain/costs-paid.ts";
import { building } from "../domain/decider.ts";
import { substitution } from "../domain/substitution/decider.ts";

/** Finance calls the claim of a cost `cost:building:…` or `cost:substitution:…`. */
const costId = /^cost:(building|substitution):(.+)$/;

/** Money of any other claim is not a cost: nothing follows here. */
function told({ service, id: claim }: { readonly service: string; readonly id: string }, command: CostCommand) {
  const [, of, id] = (service === "enforcement" ? costId.exec(claim) : undefined) ?? [];
  if (id === undefined) return [];
  const instruction: Instruction =
    of === "building" ? instruct({ of: building, id, command }) : instruct({ of: substitution, id, command });
  return [instruction];
}

/** QZ-51: what was paid for a demolition, or for another one's work; and what was another one's money (F-47). */
export const costReactions: readonly Subscription[] = [
  // A payment that was told before lines were named is known by its receipt.
  on(
    "finance.payment.received",
    paymentReceived.pick({ for: true, amountFen: true, receivedOn: true, receipt: true, serial: true }),
    ({ for: claim, receipt, serial = receipt, amountFen, receivedOn }) =>
      told(claim, { type: "note-cost-payment", serial, amountFen, on: receivedOn }),
  ),
  on(
    "finance.payment.reversed",
    paymentReversed.pick({ for: true, serial: true, on: true }),
    ({ for: claim, serial, on: day }) => told(claim, { type: "take-cost-payment-back", serial, on: day }),
  ),
];
