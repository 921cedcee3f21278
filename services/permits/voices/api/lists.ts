import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor, Decider, DomainEvent } from "../../../../shared/decider/index.ts";
import { type Found, hasRole } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { throughout } from "../../../../shared/store/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";

/** Who of the town may look at what people say of it at all; which of them is a rule of each. */
export const staff = [
  "clerk",
  "reviewer",
  "approver",
  "issuer",
  "supervisor",
  "leader",
] as const satisfies readonly Role[];

/** In which list one looks: a supervisor by status, others among what is assigned to them, a resident among his own. */
export function ownList(resource: string, statuses: readonly string[], actor: Actor | undefined): Found | Found[] {
  if (actor?.roles.includes("supervisor") === true)
    return statuses.map((status) => ({ index: "byStatus", partition: `${resource}:${status}` }));
  const index = hasRole(actor, staff) ? "byOffice" : "byOwner";
  return { index, partition: `${resource}:${actor?.sub}`, descending: true };
}

/** `?month=2026-03`; by default the running one. */
export const monthQuery = z.strictObject({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
});
export const monthAsked = ({ month }: z.output<typeof monthQuery>, { clock }: Runtime) =>
  month ?? todayIn(clock()).toString().slice(0, 7);

/** No month of a town's ratings or complaints is longer. */
const most = 20_000;

/** Everything that stands in one partition of `byDomain`. */
export async function monthOf<S, C, E extends DomainEvent>(
  { store }: Runtime,
  of: Decider<S, C, E>,
  partition: string,
): Promise<readonly S[]> {
  const found: S[] = [];
  for await (const { state } of throughout(store, of, { index: "byDomain", partition })) {
    found.push(state);
    if (found.length === most) break;
  }
  return found;
}
