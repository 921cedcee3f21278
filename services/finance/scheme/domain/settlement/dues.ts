import { toDate } from "../../../../../shared/calendar/index.ts";
import { type Fen, fen, subtract } from "../../../../../shared/money/index.ts";
import { isSameLine, type KeptScheme, type LineRef, undisputedOf } from "./kept-sheet.ts";
import type { Settlement } from "./words.ts";

/** What moves between the parties by one line of a settlement. */
export interface SettlementDue extends LineRef {
  readonly payer: string;
  readonly to: "town" | "county";
  /** What is settled or computed. Absent while the line is open: it is not zero. */
  readonly amount?: Fen;
  /** What both parties grant so far: it falls due although the rest is disputed. */
  readonly undisputed?: Fen;
  readonly advanced: Fen;
  /** What had come for its promise before the answer. */
  readonly received: Fen;
  readonly outstanding?: Fen;
  /** Last day for what is granted; absent before the county answered. */
  readonly dueOn?: string;
}

/** F-25, 预算法 52: what each line moves, advances set off. The undisputed part is due from the answer, the rest from the document. */
export function duesOf(
  settlement: Settlement,
  dueDaysOf: (one: LineRef) => number | undefined,
): readonly SettlementDue[] {
  return settlement.sheet.schemes.flatMap((scheme) => [
    ...scheme.pays.map((due) => dueOn(settlement, scheme, due, "town", dueDaysOf)),
    ...scheme.owes.map((due) => dueOn(settlement, scheme, due, "county", dueDaysOf)),
  ]);
}

function dueOn(
  { status, disputes, rulings, answered, settled, received: came = [] }: Settlement,
  { scheme, version, payer }: KeptScheme,
  { line, amount: ours, advanced }: KeptScheme["pays"][number],
  to: SettlementDue["to"],
  dueDaysOf: (one: LineRef) => number | undefined,
): SettlementDue {
  const ref = { scheme, version, line };
  const received = came.find((one) => isSameLine(one, ref))?.amount ?? fen(0);
  const ruled = rulings.find((one) => isSameLine(one, ref));
  const disputed = disputes.find((one) => isSameLine(one, ref));
  const amount = ruled?.amount ?? ours;
  const granted = disputed !== undefined && ruled === undefined ? undisputedOf(disputed.ours, disputed.theirs) : amount;
  const isAnswered = status === "agreed" || status === "disputed" || status === "resolved" || status === "paid";
  const from = ruled === undefined ? answered : settled;
  const days = dueDaysOf(ref);
  const last = from === undefined || days === undefined ? undefined : toDate(from.on).add({ days }).toString();
  return {
    ...{ ...ref, payer, to, advanced, received },
    ...(amount === undefined ? {} : { amount, outstanding: subtract(subtract(amount, advanced), received) }),
    ...(isAnswered && granted !== undefined ? { undisputed: granted } : {}),
    ...(last === undefined ? {} : { dueOn: last }),
  };
}
