import type { KnownPower, PowerChange } from "../../shared/powers-in-force/index.ts";

export const handedOver: Extract<PowerChange, { kind: "handed-over" }> = {
  kind: "handed-over",
  from: "2026-01-01",
  mode: "entrusted",
  inWhoseName: { name: { zh: "县农业农村局", en: "County agriculture bureau" }, uscc: "11532302YY00010120" },
  letter: { number: "赋权〔2025〕1号", date: "2025-12-15" },
};

/** A power as services know it, handed over since the first of January 2026. */
export const aKnownPower = (known: Partial<KnownPower> = {}): KnownPower => ({
  code: "PL-018",
  townRole: "decides",
  changes: [handedOver],
  ...known,
});
