import { type Context, type Decision, deciderOf } from "../../../../shared/decider/index.ts";
import type { Power } from "../../powers/domain/power.ts";
import { badInput, type EvaluationRefusal, notNow } from "./refusals.ts";
import type { Counted } from "./volumes.ts";

/** 撤销, 变更, 确认违法, 责令履行. */
export const overturnings = ["annulled", "altered", "unlawful", "ordered-to-act"] as const;

/** A decision under the power that did not stand: in administrative review 复议 or in court 诉讼. */
export interface Overturned {
  readonly case: string;
  readonly by: "review" | "court";
  readonly document: string;
  /** The day of the document; it counts in that year. */
  readonly date: string;
  readonly outcome: (typeof overturnings)[number];
}
/** All of them under one power; the id is the power's code. */
export interface OverturnedRecord {
  readonly code: string;
  readonly decisions: readonly Overturned[];
}
export interface Overturn {
  readonly type: "overturn";
  readonly decision: Overturned;
  readonly power: Power | undefined;
  /** The case as counted, if it came in by events; older cases did not. */
  readonly known: Counted | undefined;
}
export type OverturnedEvent = {
  readonly type: "powers.overturned.recorded";
  readonly data: { readonly code: string } & Overturned;
};

interface OverturnedWords {
  readonly state: OverturnedRecord;
  readonly command: Overturn;
  readonly event: OverturnedEvent;
  readonly moves: Record<never, never>;
  readonly begins: "overturn";
  readonly begun: "powers.overturned.recorded";
  readonly refusal: EvaluationRefusal;
}

/** P6: on record once per case and document. */
export const overturned = deciderOf<OverturnedWords>({
  aggregate: "overturned",
  shape: 1,
  begin: { overturn: (command, context) => overturn(undefined, command, context) },
  always: { overturn },
  begun: {
    "powers.overturned.recorded": ({ data: { code, ...decision } }, before) => ({
      code,
      decisions: [...(before?.decisions ?? []), decision],
    }),
  },
  effects: {},
});

function overturn(
  state: OverturnedRecord | undefined,
  { decision, power, known }: Overturn,
  { today }: Context,
): Decision<OverturnedEvent> {
  if (power === undefined) return [];
  const { case: id, document, date } = decision;
  if (date > today.toString())
    return badInput("powers.overturned-in-future", { date, today: today.toString() }, "/date");
  if (state?.decisions.some((one) => one.case === id && one.document === document) === true)
    return notNow("powers.overturned-already", { case: id, document });
  if (known !== undefined && known.code !== power.code)
    return badInput("powers.case-of-another-power", { case: id, of: known.code }, "/case");
  if (known !== undefined && known.outcome === undefined) return notNow("powers.case-undecided", { case: id });
  return [{ type: "powers.overturned.recorded", data: { code: power.code, ...decision } }];
}
