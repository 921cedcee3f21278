import * as z from "zod";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { figuresOf } from "../domain/figures.ts";
import { type CountCase, reduction, reductionId } from "../domain/reduction.ts";
import { recordsOf } from "../records.ts";

/** A closed case is counted for its item and month (L13). */
const count = (id: string, closedOn: string): Instruction => ({
  async carryOut(runtime, cause) {
    const records = await recordsOf(runtime, id);
    const figures = records === undefined ? undefined : figuresOf(records, runtime.calendar);
    if (records === undefined || figures === undefined) return { done: false, code: "not-found" };
    const { item, guide, channel } = records.state;
    const month = closedOn.slice(0, 7);
    const command: CountCase = {
      type: "count",
      item: item.code,
      name: item.name,
      category: guide.category,
      month,
      application: id,
      channel,
      figures,
    };
    const counting = instruct({ of: reduction, id: reductionId(item.code, month), expects: "either", command });
    return counting.carryOut(runtime, cause);
  },
});

export const reductionReactions: readonly Subscription[] = [
  on("permits.application.closed", z.object({ closedOn: z.iso.date() }), ({ closedOn }, event) => [
    count(subjectId(event), closedOn),
  ]),
];
