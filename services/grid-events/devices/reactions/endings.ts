import * as z from "zod";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { everythingIn } from "../../../../shared/store/index.ts";
import { alarmsOf, deviceArea } from "../domain/device-area.ts";

/** The alarms of a matter end with it, or go on with the matter that took it in. */
const follow = (event: string, into?: string): Instruction => ({
  async carryOut(runtime, cause) {
    const alarms = await everythingIn(runtime.store, deviceArea, { index: "byCode", partition: alarmsOf(event) });
    for (const { id } of alarms) {
      const command = { type: "follow" as const, event, ...(into === undefined ? {} : { into }) };
      const carried = await instruct({ of: deviceArea, id, command }).carryOut(runtime, cause);
      if (!carried.done) return carried;
    }
    return { done: true };
  },
});

/** What ends a matter ends its alarm: a machine that is still in alarm then begins another one. */
export const deviceReactions: readonly Subscription[] = [
  ...(["closed", "rejected"] as const).map((verb) =>
    on(`grid-events.event.${verb}`, z.object({}), (_data, event) => [follow(subjectId(event))]),
  ),
  on("grid-events.event.merged", z.object({ into: z.string() }), ({ into }, event) => [follow(subjectId(event), into)]),
];
