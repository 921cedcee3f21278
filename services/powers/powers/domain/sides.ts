import type { Actor, Rejection } from "../../../../shared/decider/index.ts";
import { type Adjustment, begunBy, type KnownPower } from "../../../../shared/powers-in-force/index.ts";
import { badInput, notYou } from "./refusals.ts";

/** The two sides of a power: the county that hands it over, and the town that uses it. */
export const sides = ["county", "town"] as const;
export type Side = (typeof sides)[number];

/** The side for which a person acts. */
export const sideOf = ({ roles }: Pick<Actor, "roles">): Side => (roles.includes("county") ? "county" : "town");

/**
 * P6: who may change what in a power. `list`: either side keeps the entry. `county`: the entry decides what the town may do,
 * where, and by which law. Only the county changes it, with a document; otherwise it takes a new form that both sign.
 */
export const changedBy = {
  name: "list",
  itemCode: "list",
  sourceDepartment: "county",
  dutyList: "county",
  domain: "county",
  townRole: "county",
  legalBasis: "county",
  basis: "county",
  mode: "county",
  inWhoseName: "county",
  letter: "county",
} as const satisfies Record<keyof Adjustment, "list" | "county">;

/** The fields of a change that only the county may change. */
export const boundFields = (change: object): string[] =>
  Object.entries(changedBy).flatMap(([field, who]) =>
    who === "county" && Object.entries(change).some(([key, value]) => key === field && value !== undefined)
      ? [field]
      : [],
  );

/** P6: why a person may not make a change; undefined: the person may. */
export function notTheirsToChange(
  change: object,
  document: string | undefined,
  actor: Pick<Actor, "roles">,
): Rejection | undefined {
  const fields = boundFields(change);
  if (fields.length === 0) return undefined;
  if (sideOf(actor) !== "county") return notYou("powers.county-must-change", { fields, rule: "P6" });
  if (document !== undefined) return undefined;
  return badInput("powers.adjustment-document-missing", { fields, rule: "P6" }, "/document");
}

/** P6: the side that suspended a power resumes it. A suspension from before sides were recorded may be ended by either. */
export function notTheirsToResume(
  power: Pick<KnownPower, "changes">,
  from: string,
  actor: Pick<Actor, "roles">,
): Rejection | undefined {
  const last = begunBy(power, from).findLast(({ kind }) => kind === "suspended");
  if (last?.kind !== "suspended" || last.by === undefined || last.by === sideOf(actor)) return undefined;
  return notYou("powers.suspended-by-the-other", { by: last.by, rule: "P6" });
}
