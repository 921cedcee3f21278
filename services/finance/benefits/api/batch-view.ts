import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { resource } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lines } from "../../budget/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { type BenefitBatch, batchHands, batchMoves, paymentRateOf } from "../domain/batch.ts";
import { benefitBatch } from "../domain/decider.ts";
import { lineFaults } from "../domain/payment.ts";

export const batchStatuses = ["checking", "checked", "approved", "sent", "paid", "dropping", "dropped"] as const;
const batchView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(batchStatuses),
  programme: z.string(),
  period: z.string(),
  line: z.string(),
  document: z.string(),
  lineCount: z.int(),
  checkedCount: z.int(),
  dueFen: z.int(),
  dueCount: z.int(),
  /** Lines that are not paid, by their place, with the reason. */
  refusedLines: z.array(z.object({ at: z.int(), fault: z.enum(lineFaults) })),
  hands: z.array(z.enum(batchHands)),
  paidOn: z.iso.date().optional(),
  serial: z.string().optional(),
  returnedFen: z.int(),
  returnedCount: z.int(),
  /** What arrived of what was due, in basis points. */
  paymentRateBps: z.int(),
});
export const batchRow = batchView.omit({ refusedLines: true, hands: true });

export const viewBatch = ({ id, version, state }: Loaded<BenefitBatch>) => ({
  ...{ id, version, status: state.status, programme: state.programme, period: state.period, line: state.line },
  ...{ document: state.document, lineCount: state.count },
  checkedCount: state.status === "checking" ? state.done : state.count,
  ...{ dueFen: state.due, dueCount: state.dueCount },
  refusedLines: state.refused.map(({ at, fault }) => ({ at: at + 1, fault })),
  hands: batchHands.filter((hand) => state.by[hand] !== undefined),
  ...present({ paidOn: state.paidOn, serial: state.serial }),
  ...{ returnedFen: state.returned, returnedCount: state.returnedCount, paymentRateBps: paymentRateOf(state) },
});

export const batches = resource({
  of: benefitBatch,
  at: "/finance/benefit-batches",
  staff: financeReaders,
  moves: batchMoves,
  statusOf: ({ status }) => status,
  returns: batchView,
  view: viewBatch,
  links: ({ state }) => [lines.link("budget-line", { zh: "预算指标", en: "Budget line" }, state.line)],
});
