import { readinessRecord } from "../../../services/powers/readiness/domain/record.ts";
import type { Decision, DomainEvent } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";

const record = { kind: "seal", domain: "urban", what: "执法专用章", from: "2026-03-02" } as const;
const make = { type: "make" as const, record };

/** Every refusal of readiness records, provoked. */
export const readinessRefusals: Readonly<Record<string, () => Decision<DomainEvent>>> = {
  "powers.record-ended-already": () =>
    new Living(readinessRecord)
      .lawfully(make, "2026-03-02")
      .lawfully({ type: "end" }, "2026-03-02")
      .tell({ type: "end" }, "2026-03-02"),
};
