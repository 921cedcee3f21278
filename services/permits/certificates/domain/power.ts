import type { Context, Rejection } from "../../../../shared/decider/index.ts";
import { inForceOn } from "../../../../shared/powers-in-force/index.ts";
import type { PowerCopy } from "../../common/domain/known-power.ts";
import { refuse } from "./refusals.ts";
import type { CertificateSettlement } from "./settlement.ts";
import type { Certificate } from "./states.ts";

/** The power under which a certificate is acted on, and what was decided of certificates should it be recalled. */
export interface Empowered {
  readonly power?: PowerCopy | undefined;
  readonly settlement?: CertificateSettlement | undefined;
}

/**
 * P5, CF-24b: who takes something from a holder needs the power on that day. Of a recalled power the side that recalled it
 * says whether the town goes on looking after the certificates; without its word, or when another organ does, nobody here acts.
 */
export function powerless(
  { item: { code } }: Pick<Certificate, "item">,
  { power, settlement }: Empowered,
  { today }: Context,
): Rejection | undefined {
  const goesOn = settlement?.outcome === "finish" ? settlement.recalledFrom : undefined;
  const changes = power?.changes.filter(({ kind, from }) => kind !== "recalled" || from !== goesOn) ?? [];
  const answer = inForceOn(power && { ...power, changes }, today);
  if (answer.inForce) return undefined;
  const conditions = answer.failed.map(({ condition }) => condition);
  return refuse("permits.no-power-over-certificate", { item: code, on: today.toString(), conditions, rule: "P5" });
}
