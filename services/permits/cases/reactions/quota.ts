import * as z from "zod";
import { paymentReversed } from "../../../../shared/contracts/finance.ts";
import { concern } from "../../../../shared/contracts/permits-application.ts";
import { present } from "../../../../shared/decider/index.ts";
import {
  type Instruction,
  instruct,
  on,
  orNothing,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import { itemOf } from "../../common/item-of.ts";
import { application } from "../domain/application/decider.ts";
import { type QuotaCommand, quota } from "../domain/quota/quota.ts";

/** An item of which nobody ever waited for a place has nothing to tell. */
const told = (item: string, command: QuotaCommand): Instruction =>
  orNothing(instruct({ of: quota, id: item, expects: "either", command }));

/** Renewals and changes do not join the queue for places. */
const join = on(
  "permits.application.accepted",
  z.object({
    acceptedOn: z.iso.date(),
    quantity: z.int().optional(),
    concerns: concern.optional(),
    order: z.int().optional(),
  }),
  ({ acceptedOn, quantity, concerns, order }, event) =>
    quantity === undefined || concerns !== undefined
      ? []
      : [
          told(itemOf(subjectId(event)), {
            ...{ type: "join", application: subjectId(event), acceptedOn },
            ...present({ order }),
          }),
        ],
);

const limited = z.object({ quantity: z.int().optional() });

const take = on("permits.application.granted", limited, ({ quantity }, event) =>
  quantity === undefined ? [] : [told(itemOf(subjectId(event)), { type: "take", application: subjectId(event) })],
);

const leave = (type: string) =>
  on(type, limited, ({ quantity }, event) =>
    quantity === undefined ? [] : [told(itemOf(subjectId(event)), { type: "leave", application: subjectId(event) })],
  );

/** The place of a certificate that has ended is free for the next person. */
const free = (type: string) =>
  on(type, z.object({}), (_data, event) => [
    {
      async carryOut(runtime, cause) {
        const ended = await runtime.store.load(certificate, subjectId(event));
        if (ended === undefined) return { done: false, code: "not-found" };
        const { item, application: id } = ended.state;
        return told(item.code, { type: "free", application: id }).carryOut(runtime, cause);
      },
    },
  ]);

/** XK-59: what finance has received for a case is put down to it. */
const pay = on(
  "finance.payment.received",
  z.object({
    for: z.object({ service: z.string(), id: z.string() }),
    amountFen: z.int(),
    treasuryFen: z.int(),
    receipt: z.string(),
    dueFen: z.int().exactOptional(),
    paysWhole: z.boolean().exactOptional(),
  }),
  ({ for: { service, id }, receipt, paysWhole, ...sums }) => {
    // A part pays nothing yet. Once the parts, or more than them, make the fee whole, the fee is paid; finance gives back the surplus.
    if (service !== "permits" || paysWhole === false) return [];
    const { amountFen, treasuryFen, dueFen } = sums;
    const whole = paysWhole === true && dueFen !== undefined && treasuryFen === amountFen;
    const paid = whole ? { amountFen: dueFen, treasuryFen: dueFen } : { amountFen, treasuryFen };
    return [instruct({ of: application, id, command: { type: "pay" as const, ...paid, receipt } })];
  },
);

/** F-47: what was put down to a case by mistake pays it no more; a fee that other payments keep whole stays paid. */
const payBack = on(
  "finance.payment.reversed",
  paymentReversed.pick({ for: true, staysWhole: true }),
  ({ for: { service, id }, staysWhole }) =>
    service !== "permits" || staysWhole === true
      ? []
      : [instruct({ of: application, id, command: { type: "take-payment-back" as const } })],
);

/** Places of items that are limited (XK-57), and payments (XK-59). */
export const quotaReactions: readonly Subscription[] = [
  join,
  take,
  leave("permits.application.refused"),
  leave("permits.application.withdrawn"),
  leave("permits.application.forwarded"),
  free("permits.certificate.expired"),
  free("permits.certificate.revoked"),
  free("permits.certificate.cancelled"),
  pay,
  payBack,
];
