import type { Instruction } from "../../../shared/service/index.ts";

const most = 5;

/** What was decided on a measure that another command had just changed is looked at again. */
export const again = (carryOut: Instruction["carryOut"]): Instruction => ({
  async carryOut(runtime, cause) {
    for (let reading = 1; ; reading += 1) {
      const carried = await carryOut(runtime, cause);
      if (carried.done || carried.code !== "enforcement.measure-changed-meanwhile" || reading >= most) return carried;
    }
  },
});
