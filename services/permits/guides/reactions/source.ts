import { powerAdjusted, powerHandedOver } from "../../../../shared/contracts/powers.ts";
import { present } from "../../../../shared/decider/index.ts";
import { type Instruction, instruct, on, type Subscription } from "../../../../shared/service/index.ts";
import { guide, type Source } from "../domain/guide.ts";

/** P3: a power that has a guide tells it how it is held. Powers of penalty have none. */
const told = (code: string, source: Source): Instruction[] =>
  /^P[LS]-/.test(code)
    ? [
        {
          async carryOut(runtime, cause) {
            const command = { type: "follow-power" as const, source };
            const carried = await instruct({ of: guide, id: code, command }).carryOut(runtime, cause);
            return carried.done || carried.code !== "not-found" ? carried : { done: true };
          },
        },
      ]
    : [];

/** What a guide says of its power's source and law follows the power. */
export const sourceReactions: readonly Subscription[] = [
  on(
    "powers.power.handed-over",
    powerHandedOver.pick({ code: true, mode: true, inWhoseName: true, inForceFrom: true }),
    ({ code, mode, inWhoseName, inForceFrom: from }) =>
      told(code, { from, mode, ...(mode === "entrusted" ? { entrusting: inWhoseName.name.zh } : {}) }),
  ),
  on(
    "powers.power.adjusted",
    powerAdjusted.pick({ code: true, from: true, mode: true, inWhoseName: true, legalBasis: true }),
    ({ code, from, mode, inWhoseName, legalBasis }) => {
      if (mode === undefined && inWhoseName === undefined && legalBasis === undefined) return [];
      return told(code, { from, ...present({ mode, legalBasis, entrusting: inWhoseName?.name.zh }) });
    },
  ),
];
