import * as z from "zod";
import { goodsSettled } from "../../../../shared/contracts/enforcement-goods.ts";
import {
  decisionOverturned,
  proceedingDecided,
  proceedingStopped,
} from "../../../../shared/contracts/enforcement-proceedings.ts";
import {
  type Carried,
  type Instruction,
  instruct,
  on,
  type Runtime,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { member } from "../../../../shared/store/index.ts";
import { penaltyCase, proceeding } from "../../cases/index.ts";
import { goods } from "../../property/domain/decider.ts";
import { again } from "../again.ts";
import { measure } from "../domain/decider.ts";
import type { Measure } from "../domain/measure.ts";
import type { MeasureCommandOf } from "../domain/messages.ts";
import { endsBy, fallen, fallsWhole, staysAfter } from "../domain/releasing.ts";
import { endedFor, releasedFor } from "../told.ts";

type Because = MeasureCommandOf<"fall">["because"];
const held: ReadonlySet<string> = new Set(["recorded", "in-force"]);

/** Lets one measure fall: goods and case hear of it in the same commit. */
const fallOf = (id: string, because: Because): Instruction =>
  again(async (runtime, cause) => {
    const state = (await runtime.store.load(measure, id))?.state;
    if (state === undefined) return { done: true };
    const decided = (await runtime.store.load(proceeding, `${state.case}:${state.party}`))?.state;
    const keeps = because === "decided" ? staysAfter(state, decided).map((one) => one.id) : [];
    const isHeld = held.has(state.status);
    const items = isHeld ? fallen(state, keeps) : [];
    const whole = isHeld && fallsWhole(state, keeps);
    return instruct({
      of: measure,
      id,
      command: { type: "fall" as const, because, keeps, seen: state.status },
      others: {
        members: {
          goods: items.map((one) => member(goods, one)),
          cases: whole ? [member(penaltyCase, state.case)] : [],
        },
        commands: () => ({
          goods: items.map(() => releasedFor(because)),
          cases: whole ? [endedFor(id, "released", runtime)] : [],
        }),
      },
    }).carryOut(runtime, cause);
  });

async function measuresOf(runtime: Runtime, id: string): Promise<readonly { id: string; state: Measure }[]> {
  const { items } = await runtime.store.list(measure, { index: "byCase", partition: `measure:${id}`, limit: 200 });
  return items;
}

type Which = (state: Measure) => boolean;
const every: Which = () => true;
const of =
  (party: string): Which =>
  ({ party: own }) =>
    own === party;

/** QZ-28: measures of a case fall with its ending, or with that of one party. In favour of the party, so no person is needed (P-5). */
const falling = (id: string, because: Because, which: Which = every): Instruction => ({
  async carryOut(runtime, cause): Promise<Carried> {
    const all = await measuresOf(runtime, id);
    for (const one of all) {
      if (!which(one.state)) continue;
      const carried = await fallOf(one.id, because).carryOut(runtime, cause);
      if (!carried.done) return carried;
    }
    return { done: true };
  },
});

/** An item left the town's hands: its measure is over when it was the last. */
const settled = (id: string, item: string): Instruction =>
  again(async (runtime, cause) => {
    const state = (await runtime.store.load(measure, id))?.state;
    if (state === undefined) return { done: true };
    const ends = endsBy(state, item);
    return instruct({
      of: measure,
      id,
      command: { type: "note-settled" as const, item, ends },
      others: {
        members: { cases: ends ? [member(penaltyCase, state.case)] : [] },
        commands: () => ({ cases: ends ? [endedFor(id, "lapsed", runtime)] : [] }),
      },
    }).carryOut(runtime, cause);
  });

/** What a measure hears of its case, its party's proceeding and its goods. */
export const measureReactions: readonly Subscription[] = [
  on("enforcement.case.withdrawn", z.object({}), (_data, event) => [falling(subjectId(event), "case-over")]),
  on("enforcement.case.stopped", z.object({ ground: z.string() }), ({ ground }, event) => [
    falling(subjectId(event), ground === "no-breach" ? "no-breach" : "case-over"),
  ]),
  on("enforcement.proceeding.decided", proceedingDecided, ({ case: id, party }) => [falling(id, "decided", of(party))]),
  // What waited for the service of a decision that fell waits no more.
  on("enforcement.proceeding.overturned", decisionOverturned, ({ case: id, party }) => [
    falling(id, "case-over", (state) => state.party === party && state.kept !== undefined),
  ]),
  on("enforcement.proceeding.stopped", proceedingStopped, ({ case: id, party, ground }) => [
    falling(id, ground === "no-breach" ? "no-breach" : "case-over", of(party)),
  ]),
  on("enforcement.goods.settled", goodsSettled, ({ measure: under }, event) =>
    under === undefined ? [] : [settled(under, subjectId(event))],
  ),
];
