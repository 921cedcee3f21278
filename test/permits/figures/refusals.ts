import { monthsBetween } from "../../../services/permits/figures/domain/months.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import type { Provoked } from "../provoked.ts";

/** Every refusal of the four reductions. */
export const reductionRefusals: Provoked = {
  "permits.bad-months": () => {
    const answer = monthsBetween("2026-03", "2026-02", "one-item");
    return isRejection(answer) ? answer : [];
  },
};
