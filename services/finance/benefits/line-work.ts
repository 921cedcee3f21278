import { fen } from "../../../shared/money/index.ts";
import { type Instruction, instruct, type Runtime } from "../../../shared/service/index.ts";
import { factReferences, heldFact, type Loaded, member } from "../../../shared/store/index.ts";
import { type BatchCommand, type BatchLine, type BenefitBatch, linesAtOnce } from "./domain/batch.ts";
import { type Beneficiary, beneficiary } from "./domain/beneficiary.ts";
import { benefitBatch, benefitLines } from "./domain/decider.ts";
import { benefitGrant, type Grant, grantId } from "./domain/grant.ts";
import { type BenefitPayment, benefitPayment, benefitPaymentId, faultOf } from "./domain/payment.ts";

const zero = fen(0);
type Cause = Parameters<Instruction["carryOut"]>[1];
type Known = readonly (BenefitPayment | undefined)[];
type Grants = readonly (Grant | undefined)[];
type People = readonly (Beneficiary | undefined)[];

/** The next lines of a batch. */
async function linesFrom(id: string, from: number, { store }: Pick<Runtime, "store">): Promise<readonly BatchLine[]> {
  const kept = await store.load(benefitLines, id);
  return kept?.state.lines.slice(from, from + linesAtOnce) ?? [];
}

/** Looks at the next lines: each that may be paid claims the month of its person, in the same commit. */
function looking(id: string, { programme, period, done }: BenefitBatch, lines: readonly BatchLine[]) {
  const faultsOf = (grants: Grants, people: People, before: Known) =>
    lines.map(({ amount }, at) => {
      const grant = people[at]?.status === "open" ? grants[at] : undefined;
      return faultOf({ batch: id, amount, period }, grant, before[at]);
    });
  const paymentIds = lines.map((one) => benefitPaymentId(programme, period, one.beneficiary));
  const grantIds = lines.map((one) => grantId(programme, one.beneficiary));
  return instruct({
    of: benefitBatch,
    id,
    facts: {
      grants: factReferences(benefitGrant, grantIds).map(heldFact),
      people: factReferences(
        beneficiary,
        lines.map((one) => one.beneficiary),
      ).map(heldFact),
      before: factReferences(benefitPayment, paymentIds),
    },
    command: ({ grants, people, before }): BatchCommand => ({
      ...{ type: "look", from: done, faults: faultsOf(grants, people, before) },
      amounts: lines.map(({ amount }) => amount),
    }),
    others: {
      members: { payments: paymentIds.map((one) => member(benefitPayment, one, { expects: "either" })) },
      commands: ({ grants, people }, { payments }) => ({
        payments: faultsOf(grants, people, payments).map((fault, at) => ({
          ...{ type: "claim" as const, batch: id, amount: lines[at]?.amount ?? zero },
          ...(fault === undefined ? {} : { fault }),
        })),
      }),
    },
  });
}

/** Frees the next lines of a batch that was dropped: another batch may pay them. */
function freeing(id: string, { programme, period, done, refused }: BenefitBatch, lines: readonly BatchLine[]) {
  const own = lines.filter((_, at) => !refused.some((one) => one.at === done + at));
  return instruct({
    of: benefitBatch,
    id,
    command: { type: "free", from: done, count: lines.length },
    others: {
      members: {
        payments: own.map((one) => member(benefitPayment, benefitPaymentId(programme, period, one.beneficiary))),
      },
      commands: () => ({ payments: own.map(() => ({ type: "release" as const, batch: id, why: "free" as const })) }),
    },
  });
}

/** F13: what the clockwork does next with a batch. Stopped at any point it goes on where it was: every line once. */
export const nextWork = ({ id, state }: Loaded<BenefitBatch>): Instruction => ({
  async carryOut(runtime: Runtime, cause: Cause) {
    const lines = await linesFrom(id, state.done, runtime);
    const work = state.status === "dropping" ? freeing : looking;
    return work(id, state, lines).carryOut(runtime, cause);
  },
});
