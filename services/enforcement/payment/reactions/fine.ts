import * as z from "zod";
import { paymentReceived, paymentReversed } from "../../../../shared/contracts/finance.ts";
import {
  type Carried,
  instruct,
  on,
  orNothing,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { factReference, member } from "../../../../shared/store/index.ts";
import { onSpotPenalty } from "../../cases/domain/on-spot/decider.ts";
import { noteFor, penaltyCase, proceeding } from "../../cases/index.ts";
import { goods } from "../../property/domain/decider.ts";
import { fine } from "../domain/decider.ts";
import { unsold } from "../domain/goods.ts";
import { followed } from "../domain/owed-by.ts";

/** After which events of a proceeding its fine is looked at again. */
const moving = ["decision-served", "remedy-filed", "remedy-ended", "changed", "overturned"] as const;

/** CF-67, CF-73: the fine follows the decision as it stands. A decision without money makes none. */
const following = moving.map((what) =>
  on(`enforcement.proceeding.${what}`, z.object({}), (_data, event) => {
    const id = subjectId(event);
    return [
      orNothing(
        instruct({
          of: fine,
          id,
          expects: "either",
          facts: { proceeding: factReference(proceeding, id) },
          command: ({ proceeding: decided }) => followed(id, decided),
        }),
      ),
    ];
  }),
);

/**
 * CF-67: money that finance received for a fine, or for a penalty on the spot that is paid at the bank: then the whole sum at once.
 * Money for anything else is set aside, where a person finds it; it pays no debt that it was not for.
 */
const paid = on("finance.payment.received", paymentReceived, ({ for: claim, amountFen, receivedOn, receipt }) =>
  // QZ-51: a cost is no fine; its building or substitution hears of it.
  claim.service !== "enforcement" || claim.id.startsWith("cost:")
    ? []
    : [
        {
          async carryOut(runtime, cause): Promise<Carried> {
            const spot = (await runtime.store.load(onSpotPenalty, claim.id))?.state;
            const instruction =
              spot === undefined
                ? instruct({
                    of: fine,
                    id: claim.id,
                    command: { type: "note-payment", amountFen, on: receivedOn, receipt, by: "bank" },
                  })
                : instruct({
                    of: onSpotPenalty,
                    id: claim.id,
                    command: { type: "note-banked", on: receivedOn, receipt, amountFen },
                  });
            return instruction.carryOut(runtime, cause);
          },
        },
      ],
);

/** F-47: finance took a payment back. Of a cost the building or the substitution hears. */
const takenBack = on(
  "finance.payment.reversed",
  paymentReversed.pick({ for: true, receipt: true }),
  ({ for: claim, receipt }) =>
    claim.service !== "enforcement" || claim.id.startsWith("cost:")
      ? []
      : [
          {
            async carryOut(runtime, cause): Promise<Carried> {
              const spot = (await runtime.store.load(onSpotPenalty, claim.id))?.state;
              const instruction =
                spot === undefined
                  ? instruct({ of: fine, id: claim.id, command: { type: "take-payment-back", receipt } })
                  : instruct({ of: onSpotPenalty, id: claim.id, command: { type: "take-banked-back", receipt } });
              return instruction.carryOut(runtime, cause);
            },
          },
        ],
);

/** All is paid: the decision is performed as far as it asks for money. A decision that is over already is left alone. */
const settled = on(
  "enforcement.fine.settled",
  z.object({ case: z.string(), proceeding: z.string(), on: z.iso.date() }),
  ({ case: of, proceeding: id, on: day }, event) => [
    {
      async carryOut(runtime, cause): Promise<Carried> {
        const decided = (await runtime.store.load(proceeding, id))?.state;
        if (decided?.status !== "in-effect") return { done: true };
        return instruct({
          of: proceeding,
          id,
          facts: { of: factReference(penaltyCase, of) },
          command: (facts) => ({
            type: "perform" as const,
            ...{ performed: { what: "fine" as const, on: day }, proof: subjectId(event) },
            ...{ case: facts.of, officers: [] },
          }),
          others: {
            members: { case: member(penaltyCase, of) },
            commands: () => ({ case: noteFor({ id, runtime }, { status: "in-effect", paper: "performance-proof" }) }),
          },
        }).carryOut(runtime, cause);
      },
    },
  ],
);

/** F-47: the fine is owed again, and its proceeding says so. A decision that is over already is left alone. */
const reopened = on(
  "enforcement.fine.reopened",
  z.object({ proceeding: z.string(), on: z.iso.date() }),
  ({ proceeding: id, on: day }) => [
    {
      async carryOut(runtime, cause): Promise<Carried> {
        const decided = (await runtime.store.load(proceeding, id))?.state;
        if (decided?.status !== "in-effect") return { done: true };
        return instruct({ of: proceeding, id, command: { type: "owe-again", on: day } }).carryOut(runtime, cause);
      },
    },
  ],
);

/** QZ-46: paid before it was sold, or owed no more: what was to be auctioned goes back. In favour of the party (P-5). */
const freed = ["settled", "annulled"].map((what) =>
  on(`enforcement.fine.${what}`, z.object({}), (_data, event) => [
    {
      async carryOut(runtime, cause): Promise<Carried> {
        const state = (await runtime.store.load(fine, subjectId(event)))?.state;
        for (const id of state === undefined ? [] : unsold(state)) {
          const command = { type: "release" as const, ground: "fine-settled" as const };
          const carried = await instruct({ of: goods, id, command }).carryOut(runtime, {
            ...cause,
            id: `${cause.id}|${id}`,
          });
          if (!carried.done) return carried;
        }
        return { done: true };
      },
    },
  ]),
);

export const fineReactions: readonly Subscription[] = [...following, paid, takenBack, settled, reopened, ...freed];
