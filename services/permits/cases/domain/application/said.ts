import { type Context, present } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { seriesOf } from "../../../../../shared/town/series.ts";
import type { Filed, Receipt } from "./application.ts";
import type { KeptReceipt } from "./parts.ts";

type Sayable = Pick<Filed, "item" | "office" | "channel" | "concerns" | "residence" | "guide">;

/** What every published event of a case says of it. */
export const about = ({ item, office, channel, concerns, residence, guide }: Sayable) => ({
  item,
  office,
  channel,
  ...present({ concerns, quantity: guide.quantity }),
  ...(residence === undefined ? {} : { crossTown: true as const }),
});

/** XK-32-6: numbered in the series of its paper, dated, and sealed with the special seal of the organ in whose name the town acts (XK-24). */
export function receiptFor(
  paper: "acceptance-notice" | "non-acceptance" | "filing-receipt",
  { organ }: Pick<Filed, "organ">,
  context: Context,
): Receipt {
  const { town, today } = context;
  const number = nextNumber(context, seriesOf(town.numbering.documents[paper], organ, town));
  return { number, on: today.toString(), seal: sealOf(organ, town) };
}

/** XK-24: the special seal (专用印章) of the organ in whose name the town acts. */
export function sealOf(organ: Filed["organ"], town: Context["town"]): Receipt["seal"] {
  const { zh, en } = organ?.name ?? town.organName;
  return { zh: `${zh}行政审批专用章`, en: `Special seal for permits, ${en}` };
}

/** The seal follows from the organ: a state does not hold it. */
export const keptReceipt = ({ number, on }: Receipt): KeptReceipt => ({ number, on });
