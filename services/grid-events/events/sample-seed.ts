import { createHash } from "node:crypto";
import { type Instruction, instruct, type Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { gridEvent } from "./domain/decider.ts";
import type { GridEvent } from "./domain/event.ts";
import { nextDrawFor } from "./domain/sampling.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The seed of a day: it follows from the town's secret and the day, so that nobody chooses it. */
export const seedOf = (on: string, { keyed }: Pick<Runtime, "keyed">): string => keyed("sample-seed", on, 32);
/** What is published of a seed while its day lasts: it binds the town to it. */
export const commitmentTo = (seed: string): string => sha256(seed);

/** Whether the seed draws a matter: anybody can reckon it again. */
export const isDrawn = (seed: string, id: string, percent: number): boolean =>
  (Number.parseInt(sha256(`${seed}|${id}`).slice(0, 8), 16) / 2 ** 32) * 100 < percent;

/** What time does next with a matter: it is drawn for the sample, or its terms pass. */
export const whenDue = ({ id, state }: Loaded<GridEvent>): Instruction => ({
  async carryOut(runtime, cause) {
    const on = nextDrawFor(state);
    const { percent } = runtime.town.gridEvents.sample;
    const command =
      on === undefined
        ? ({ type: "pass-time" } as const)
        : ({ type: "draw", on, drawn: isDrawn(seedOf(on, runtime), id, percent) } as const);
    return instruct({ of: gridEvent, id, command }).carryOut(runtime, cause);
  },
});
