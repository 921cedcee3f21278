import * as z from "zod";
import { costsClaimed, substitutionCosts } from "../../../../shared/contracts/enforcement-buildings.ts";
import {
  onSpotCollected,
  onSpotDecided,
  onSpotDeposited,
  onSpotHandedIn,
  onSpotLimitRecounted,
  onSpotPaid,
  onSpotPaymentTakenBack,
  onSpotRefundDue,
} from "../../../../shared/contracts/enforcement-cases.ts";
import {
  fineBegunAnew,
  fineChanged,
  fineDeferralAsked,
  fineDeferralDecided,
  fineDue,
  fineLimitRecounted,
  finePaidIn,
  finePaymentTakenBack,
  fineRefundDue,
  fineRemedyTold,
  fineSurchargeWaived,
} from "../../../../shared/contracts/enforcement-fines.ts";
import type { toldPayer } from "../../../../shared/contracts/payer.ts";
import { feeDue } from "../../../../shared/contracts/permits-application.ts";
import { type OfType, present } from "../../../../shared/decider/index.ts";
import { add, fen } from "../../../../shared/money/index.ts";
import { unmaskedPayer } from "../../../../shared/parties/index.ts";
import {
  actorKey,
  type Instruction,
  instruct,
  on,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { receivable } from "../domain/decider.ts";
import type { PenaltyChange } from "../domain/penalty.ts";
import { costClaimOf, type ReceivableCommand, receivableIdOf } from "../domain/receivable.ts";

type Told = Parameters<typeof subjectId>[0];
type ToldPayer = z.infer<typeof toldPayer>;

/** A claim that is raised with its payer: the mask is taken off here, and nowhere else. */
const raised = (
  service: string,
  claim: string,
  command: OfType<ReceivableCommand, "raise" | "raise-on-spot">,
  payer: ToldPayer | undefined,
): readonly Instruction[] => [
  {
    carryOut: (runtime, cause) => {
      const keyOf = (name: string) => actorKey(runtime, name);
      const known = payer && { kind: payer.kind, key: unmaskedPayer(keyOf, payer.masked) };
      return instructed(service, claim, { ...command, ...present({ payer: known }) }).carryOut(runtime, cause);
    },
  },
];
const instructed = (service: string, claim: string, command: ReceivableCommand) =>
  instruct({
    of: receivable,
    id: receivableIdOf(service, claim),
    expects: command.type === "raise" || command.type === "raise-on-spot" ? "either" : "existing",
    command,
  });
const told = (service: string, claim: string, command: ReceivableCommand): readonly Instruction[] => [
  instructed(service, claim, command),
];
/** A fine is of one case and one party; its id is that of the proceeding. */
const ofFine = (event: Told, command: ReceivableCommand) => told("enforcement", subjectId(event), command);
const retold = (event: Told, change: PenaltyChange) => ofFine(event, { type: "retell", change });
const lastDay = ({ due, start }: { readonly due: string | null; readonly start: string }) => due ?? start;

/** The service took a payment off its record, because finance did: of both the sums are the same again. */
const takenBack = (type: string, told: typeof onSpotPaymentTakenBack | typeof finePaymentTakenBack): Subscription =>
  on(
    type,
    z.object({ receipt: told.shape.receipt, refundDueFen: told.shape.refundDueFen }),
    ({ receipt, refundDueFen }, event) => retold(event, { what: "payment-taken-back", receipt, refundDueFen }),
  );

/**
 * CF-68 to CF-71: a penalty on the spot is a claim; where its money is, enforcement tells. Nobody takes money of one without a sum, so that
 * what is told of no claim came before its cause: it waits.
 */
const onSpot: readonly Subscription[] = [
  on(
    "enforcement.on-spot.decided",
    onSpotDecided.pick({ on: true, amountFen: true, payer: true }),
    ({ amountFen, on: day, payer }, event) => {
      const claim = subjectId(event);
      const command = { type: "raise-on-spot" as const, claim, due: fen(amountFen), on: day };
      return amountFen === 0 ? [] : raised("enforcement", claim, command, payer);
    },
  ),
  on("enforcement.on-spot.collected", onSpotCollected, ({ on: day, receipt, handInBy }, event) =>
    retold(event, { what: "collected", on: day, receipt, handInBy: lastDay(handInBy) }),
  ),
  on("enforcement.on-spot.handed-in", onSpotHandedIn, ({ on: day, depositBy }, event) =>
    retold(event, { what: "handed-in", on: day, depositBy: lastDay(depositBy) }),
  ),
  on("enforcement.on-spot.deposited", onSpotDeposited, ({ on: day }, event) =>
    retold(event, { what: "deposited", on: day }),
  ),
  takenBack("enforcement.on-spot.payment-taken-back", onSpotPaymentTakenBack),
  on("enforcement.on-spot.paid", onSpotPaid, ({ on: day }, event) => retold(event, { what: "paid-whole", on: day })),
  on("enforcement.on-spot.refund-due", onSpotRefundDue.pick({ amountFen: true }), ({ amountFen }, event) =>
    ofFine(event, { type: "owe-back", amount: fen(amountFen) }),
  ),
  on("enforcement.on-spot.limit-recounted", onSpotLimitRecounted, ({ what, limit }, event) =>
    what === "report" ? [] : retold(event, { what: "hand-on-moved", step: what, by: lastDay(limit) }),
  ),
];

const ofCosts = { on: true, amountFen: true, payer: true } as const;
/** The claim has the name of its kind before the id: a building has the id of a proceeding. */
function owedCosts(
  event: Told,
  { on: dueOn, amountFen, payer }: Pick<z.infer<typeof substitutionCosts>, "on" | "amountFen" | "payer">,
): readonly Instruction[] {
  const claim = costClaimOf(event.subject);
  const raise = { type: "raise" as const, service: "enforcement", claim, kind: "cost" as const };
  return raised("enforcement", claim, { ...raise, due: fen(amountFen), dueOn }, payer);
}

/** CF-66, CF-72, CF-73: all that the sum of a fine depends on, so that both services count the same on any day. */
const terms: readonly Subscription[] = [
  on("enforcement.fine.deferral-asked", fineDeferralAsked.pick({ plan: true }), ({ plan }, event) =>
    retold(event, { what: "deferral-asked", plan }),
  ),
  on(
    "enforcement.fine.deferral-decided",
    fineDeferralDecided.pick({ approved: true, plan: true }),
    ({ approved, plan }, event) => retold(event, { what: "deferral-decided", approved, ...present({ plan }) }),
  ),
  ...(["remedy-sought", "remedy-ended"] as const).map((what) =>
    on(`enforcement.fine.${what}`, fineRemedyTold, ({ kind, on: day }, event) =>
      retold(event, { what, kind, on: day }),
    ),
  ),
  on("enforcement.fine.surcharge-waived", fineSurchargeWaived, ({ on: day }, event) =>
    retold(event, { what: "waived", on: day }),
  ),
  on("enforcement.fine.limit-recounted", fineLimitRecounted, ({ due: { due, start, provisional }, plan }, event) =>
    retold(event, { what: "due-moved", due: { due, start, provisional }, ...present({ plan }) }),
  ),
  takenBack("enforcement.fine.payment-taken-back", finePaymentTakenBack),
  on(
    "enforcement.fine.begun-anew",
    fineBegunAnew.omit({ case: true, proceeding: true, decision: true }),
    ({ fineFen, gainsFen, due, provisional, surcharge, servedOn }, event) => {
      const owed = { fineFen, gainsFen, due: { due, start: due, provisional }, surcharge, servedOn };
      return retold(event, { what: "begun-anew", ...owed });
    },
  ),
  on(
    "enforcement.fine.paid-in",
    finePaidIn.pick({ receipt: true, on: true, amountFen: true }),
    ({ receipt, on: day, amountFen }, event) => retold(event, { what: "paid-in", receipt, on: day, amountFen }),
  ),
];

/** QZ-51: what a demolition or another one's work cost is owed from the day on which it is claimed. The law names no later day. */
const costs: readonly Subscription[] = [
  on("enforcement.building.costs-claimed", costsClaimed.pick(ofCosts), (told, event) => owedCosts(event, told)),
  on("enforcement.substitution.costs-claimed", substitutionCosts.pick(ofCosts), (told, event) =>
    owedCosts(event, told),
  ),
];

/** Claims arise from what other services publish (E12, XK-58); an event before its cause waits. */
export const claimReactions: readonly Subscription[] = [
  on("permits.fee.due", feeDue.pick({ amountFen: true, dueOn: true, payer: true }), ({ payer, ...due }, event) => {
    const claim = subjectId(event);
    const raise = { type: "raise" as const, service: "permits", claim, kind: "fee" as const };
    return raised("permits", claim, { ...raise, due: fen(due.amountFen), dueOn: due.dueOn }, payer);
  }),
  on(
    "enforcement.fine.due",
    fineDue.omit({ case: true, proceeding: true, decision: true, items: true }),
    ({ fineFen, gainsFen, due, provisional = false, surcharge, servedOn, payer }, event) => {
      const claim = subjectId(event);
      const raise = { type: "raise" as const, service: "enforcement", claim, kind: "penalty" as const, dueOn: due };
      const told = { fineFen, gainsFen, due: { due, start: due, provisional }, surcharge, ...present({ servedOn }) };
      return raised("enforcement", claim, { ...raise, due: add(fen(fineFen), fen(gainsFen)), told }, payer);
    },
  ),
  ...costs,
  ...terms,
  ...onSpot,
  on("enforcement.fine.changed", fineChanged, ({ fineFen, gainsFen }, event) =>
    ofFine(event, { type: "change", due: add(fen(fineFen), fen(gainsFen)), fineFen, gainsFen }),
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
