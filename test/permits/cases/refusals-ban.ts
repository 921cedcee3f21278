import { ban } from "../../../services/permits/cases/domain/ban/ban.ts";
import { refusedAsBarred } from "../../../services/permits/cases/domain/ban/refusal.ts";
import { on } from "../../support/deciding.ts";
import { aBan, aJudgment } from "../certificates/builders.ts";
import type { Provoked } from "../provoked.ts";

const today = "2026-03-02";

/** Every refusal about bars. */
export const banRefusals: Provoked = {
  "permits.barred": () => refusedAsBarred(aBan({ from: today }), on(today)) ?? [],
  "permits.ban-not-in-this-state": () =>
    ban.decide(aBan({ lifted: today }), { type: "lift", document: aJudgment }, on(today)),
  "permits.document-dated-later": () =>
    ban.decide(aBan(), { type: "lift", document: { ...aJudgment, date: "2026-03-03" } }, on(today)),
};
