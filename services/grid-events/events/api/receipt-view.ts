import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { eventStatuses, type GridEvent } from "../domain/event.ts";

const instant = z.iso.datetime();
const told = z.object({
  at: instant,
  status: z.enum(eventStatuses),
  text: z.object({ zh: z.string(), en: z.string() }),
});

/** What the reporter was told, in order: in the words of that day. */
export const toldView = z.array(told);
export const viewTold = ({ told: all }: Pick<GridEvent, "told">): z.input<typeof toldView> =>
  all.map(({ at, status, text }) => ({ at, status, text: { ...text } }));

/** A matter as its receipt shows it: state and answers, and nothing that was said or who works on it. */
export const receiptView = z.object({
  version: z.int(),
  status: z.enum(eventStatuses),
  number: z.string(),
  round: z.int(),
  category: z.string(),
  reportedAt: instant,
  closedAt: instant.optional(),
  due: instant.optional(),
  told: toldView,
  rejected: z.object({ ground: z.string(), reasons: z.string() }).optional(),
  outcome: z.string().optional(),
  satisfied: z.boolean().optional(),
});

export function viewReceipt({ version, state }: Loaded<GridEvent>): z.input<typeof receiptView> {
  const { status, number, round, category, reportedAt, closedAt, term, rejected, solved, rating } = state;
  const isOver = status === "closed" || status === "rated";
  return {
    ...{ version, status, round, category, reportedAt },
    ...{ number: number.text.zh, told: viewTold(state) },
    ...present({ closedAt, due: term?.due ?? undefined, rejected, satisfied: rating?.satisfied }),
    // What a unit hands in is told once it is verified.
    ...(isOver && solved !== undefined ? { outcome: solved.outcome } : {}),
  };
}
