import * as z from "zod";
import type { Actor } from "../../../../shared/decider/index.ts";
import { hasRole } from "../../../../shared/http/index.ts";
import { phone } from "../../../../shared/parties/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { type Appellant, type Concern, isAgainst, isAppellant } from "../domain/concern.ts";

/** Who looks at all of them, unless it is said against him or his office. */
export const overseers = ["dispatcher", "leader", "supervisor"] as const satisfies readonly Role[];
/** Who works on those of his office. */
export const offices = ["clerk", "officer", "squad-leader", "reviewer", "approver"] as const satisfies readonly Role[];
export const readers = ["resident", ...overseers, ...offices, "county"] as const satisfies readonly Role[];
/** Who writes down what people say. */
export const writers = ["resident", "dispatcher", "clerk"] as const satisfies readonly Role[];

const office = lineOf(60);
export const official = z.strictObject({ sub: lineOf(128), office });
export const against = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("matter") }),
  z.strictObject({ kind: z.literal("unit"), office }),
  z.strictObject({ kind: z.literal("person"), name: personOrBodyName, office: office.exactOptional() }),
]);
/** The same as it is shown. */
export const againstView = z.object({
  kind: z.enum(["matter", "unit", "person"]),
  office: z.string().optional(),
  name: z.string().optional(),
});
/** The office that leads. */
export const leadOffice = titled(z.string(), { zh: "牵头单位", en: "Office that leads" });
export const said = textOf(4_000, 2);
export const reasons = z.strictObject({ reasons: textOf(2_000, 2) });
export const contact = z.strictObject({ name: personOrBodyName, phone });

/** By his own login where a resident writes; else as staff wrote him down. */
export const appellantOf = (
  actor: Actor,
  named: { readonly name: string; readonly phone: string } | undefined,
): Appellant => (hasRole(actor, ["dispatcher", "clerk"]) ? { ...named } : { owner: actor.sub, ...named });

interface Handled extends Concern {
  readonly lead?: string;
  readonly helpers?: readonly string[];
  readonly assignee?: { readonly sub: string };
  /** Whether the county has a part in it. */
  readonly isAbove: boolean;
}

/** What was said against a person or a unit never reaches it, in any role. */
export function mayReadConcern(state: Handled, actor: Actor | undefined, holder?: string): boolean {
  if (actor === undefined) return false;
  if (isAppellant(state, actor, holder)) return hasRole(actor, ["resident"]);
  if (isAgainst(state, actor)) return false;
  if (hasRole(actor, overseers)) return true;
  if (hasRole(actor, ["county"])) return state.isAbove;
  const his = actor.office !== undefined && [state.lead, ...(state.helpers ?? [])].includes(actor.office);
  return hasRole(actor, offices) && (his || state.assignee?.sub === actor.sub);
}
