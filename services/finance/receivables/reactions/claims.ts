import * as z from "zod";
import { fineChanged, fineDue, fineRefundDue } from "../../../../shared/contracts/enforcement-fines.ts";
import { feeDue } from "../../../../shared/contracts/permits-application.ts";
import { add, fen } from "../../../../shared/money/index.ts";

import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { receivable } from "../domain/decider.ts";
import { type ReceivableCommand, receivableIdOf } from "../domain/receivable.ts";

const told = (service: string, claim: string, command: ReceivableCommand): readonly Instruction[] => [
  instruct({
    of: receivable,
    id: receivableIdOf(service, claim),
    expects: command.type === "raise" ? "either" : "existing",
    command,
  }),
];
/** A fine is of one case and one party; its id is that of the proceeding. */
const ofFine = (event: Parameters<typeof subjectId>[0], command: ReceivableCommand) =>
  told("enforcement", subjectId(event), command);

/** Claims arise from what other services publish (E12, XK-58); an event before its cause waits. */
export const claimReactions: readonly Subscription[] = [
  on("permits.fee.due", feeDue.pick({ amountFen: true, dueOn: true }), ({ amountFen, dueOn }, event) => {
    const claim = subjectId(event);
    return told("permits", claim, {
      type: "raise",
      service: "permits",
      claim,
      kind: "fee",
      due: fen(amountFen),
      dueOn,
    });
  }),
  on(
    "enforcement.fine.due",
    fineDue.pick({ fineFen: true, gainsFen: true, due: true }),
    ({ fineFen, gainsFen, due }, event) =>
      ofFine(event, {
        ...{ type: "raise", service: "enforcement", claim: subjectId(event), kind: "penalty", dueOn: due },
        due: add(fen(fineFen), fen(gainsFen)),
      }),
  ),
  on("enforcement.fine.changed", fineChanged, ({ fineFen, gainsFen }, event) =>
    ofFine(event, { type: "change", due: add(fen(fineFen), fen(gainsFen)) }),
  ),
  on("enforcement.fine.annulled", z.object({ document: z.string() }), ({ document }, event) =>
    ofFine(event, { type: "write-off", reason: document }),
  ),
  on("enforcement.fine.ended", z.object({ ground: z.string() }), ({ ground }, event) =>
    ofFine(event, { type: "write-off", reason: ground }),
  ),
  on("enforcement.fine.refund-due", fineRefundDue.pick({ amountFen: true }), ({ amountFen }, event) =>
    ofFine(event, { type: "owe-back", amount: fen(amountFen) }),
  ),
];
