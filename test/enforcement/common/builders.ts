import { Temporal } from "temporal-polyfill";
import type { OfficerCopy } from "../../../services/enforcement/common/domain/known-power.ts";
import type { OfficerChange } from "../../../shared/powers-in-force/index.ts";
import { aProfile } from "../../unit/town/a-profile.ts";

/** The profile of Guangtong. */
export const town = aProfile();

export const day = (text: string) => Temporal.PlainDate.from(text);

/** A certificate of the person, in force from 2026-01-01 to 2026-12-31 in 市场 unless the changes say otherwise. */
export const anOfficer = (sub: string, changes: readonly OfficerChange[] = [certified()]): OfficerCopy => ({
  certificate: `云E5323${sub.replace(/\D/g, "")}`,
  sub,
  changes,
  followedTo: changes.length,
});

export const certified = (given: { until?: string; domains?: readonly string[]; from?: string } = {}) => ({
  kind: "certified" as const,
  from: given.from ?? "2026-01-01",
  until: given.until ?? "2026-12-31",
  domains: given.domains ?? ["trade"],
});
