import { dutyAdmitted } from "../../../../shared/contracts/powers-duties.ts";
import { present } from "../../../../shared/decider/index.ts";
import { fen, formatYuan } from "../../../../shared/money/index.ts";
import { instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { entitlement } from "../domain/decider.ts";

const needs = dutyAdmitted.pick({
  department: true,
  title: true,
  period: true,
  moneyFen: true,
  approval: true,
  on: true,
});
const later = (a: string, b: string): string => (a > b ? a : b);

/** F9, P7 (费随事转): a duty that was admitted with money makes its department owe it from the day on which the duty begins. */
export const dutyReactions: readonly Subscription[] = [
  on("powers.duty.admitted", needs, ({ department, title, period, moneyFen, approval, on: admittedOn }, event) => {
    if (moneyFen <= 0) return [];
    const document = approval && { number: approval.document, on: approval.date };
    return [
      instruct({
        of: entitlement,
        id: `duty:${subjectId(event)}`,
        expects: "either",
        command: {
          ...{ type: "assess", origin: "duty", title, payer: department, promisedOn: admittedOn },
          ...present({ document: document ?? { number: "职责准入", on: admittedOn } }),
          basis: {
            kind: "amount",
            amount: fen(moneyFen),
            formula: `${formatYuan(fen(moneyFen))}（${period.from}至${period.to}）`,
          },
          dueOn: later(admittedOn, period.from),
        },
      }),
    ];
  }),
];
