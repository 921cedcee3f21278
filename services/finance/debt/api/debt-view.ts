import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { resource, type Viewing } from "../../../../shared/http/index.ts";
import { maskName } from "../../../../shared/identity-codes/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { ageBandOf, ageBands } from "../domain/ageing.ts";
import { type Debt, debtKinds, debtMoves, owedOn, repaidOf } from "../domain/debt.ts";
import { debt } from "../domain/decider.ts";

const day = z.iso.date();
const planParts = z.array(z.object({ by: day, amountFen: z.int() }));
const debtView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["unpaid", "cleared"]),
  debtor: z.string(),
  kind: z.enum(debtKinds),
  creditorKind: z.enum(["person", "organisation"]),
  /** A person's name is masked. */
  creditor: z.string(),
  purpose: z.string(),
  document: z.string(),
  incurredOn: day,
  dueOn: day,
  ageBand: z.enum(ageBands),
  isOld: z.boolean(),
  principalFen: z.int(),
  repaidFen: z.int(),
  owedFen: z.int(),
  rewardedFen: z.int(),
  repayments: z.array(z.object({ entry: z.string().optional(), document: z.string(), amountFen: z.int(), on: day })),
  plan: planParts.optional(),
});
export const debtRow = debtView.omit({ repayments: true, plan: true });

export const viewDebt = ({ id, version, state }: Loaded<Debt>, { runtime }: Pick<Viewing, "runtime">) => ({
  ...{ id, version, status: state.status, debtor: state.debtor, kind: state.kind, creditorKind: state.creditorKind },
  creditor: state.creditorKind === "person" ? maskName(state.creditor) : state.creditor,
  ...{ purpose: state.purpose, document: state.document, incurredOn: state.incurredOn, dueOn: state.dueOn },
  ageBand: ageBandOf(state.dueOn, todayIn(runtime.clock()).toString()),
  ...{ isOld: state.isOld, principalFen: state.principal, repaidFen: repaidOf(state), owedFen: owedOn(state) },
  rewardedFen: state.rewarded,
  repayments: state.repayments.map(({ amount, entry, ...one }) => ({
    ...{ ...one, amountFen: amount },
    ...present({ entry }),
  })),
  ...(state.plan === undefined ? {} : { plan: state.plan.parts.map(({ by, amount }) => ({ by, amountFen: amount })) }),
});

export const debts = resource({
  of: debt,
  at: "/finance/debts",
  staff: financeReaders,
  moves: debtMoves,
  statusOf: ({ status }) => status,
  returns: debtView,
  view: viewDebt,
});

/** A debtor of the town: itself, or one of its villages by code. */
export const isDebtor = ({ town }: Pick<Runtime, "town">, debtor: string): boolean =>
  debtor === "town" || town.villages.some(({ code }) => code === debtor);
