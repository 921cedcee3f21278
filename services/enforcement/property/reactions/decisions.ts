import { decisionOverturned } from "../../../../shared/contracts/enforcement-proceedings.ts";
import { type Carried, instruct, on, type Subscription } from "../../../../shared/service/index.ts";
import { goods } from "../domain/decider.ts";
import { goodsOfCase } from "../goods-of-case.ts";

/** QZ-39, CF-74a: a decision fell: what it confiscated goes back, or what it brought. In favour of the party, so no person is needed (P-5). */
export const goodsReactions: readonly Subscription[] = [
  on("enforcement.proceeding.overturned", decisionOverturned, ({ case: of, proceeding }) => [
    {
      async carryOut(runtime, cause): Promise<Carried> {
        for (const { id, state } of await goodsOfCase(of, runtime)) {
          if (state.proceeding !== proceeding) continue;
          const command = { type: "restore" as const, proceeding };
          const carried = await instruct({ of: goods, id, command }).carryOut(runtime, cause);
          if (!carried.done) return carried;
        }
        return { done: true };
      },
    },
  ]),
];
