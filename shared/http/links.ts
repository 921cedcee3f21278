import * as z from "zod";
import type { Role } from "../town/roles.ts";
import type { Viewing } from "./commands.ts";
import { hasRole } from "./known-to.ts";

/** A related thing: what it is to this one, and where it is read. */
export const linkSchema = z.object({
  rel: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  path: z.string(),
  /** Of one thing; absent where the path leads to several. */
  id: z.string().optional(),
  status: z.string().optional(),
});
export type Link = z.output<typeof linkSchema>;

/** A link as a view asks for it: told to a caller who may read what it leads to, and to nobody else. */
export type Leads = (viewing: Viewing) => Link | undefined | Promise<Link | undefined>;

/** Leads to what anybody reads, or to what shows each caller his own. `allow`: the roles that open it. */
export const leadsTo =
  (link: Link, allow: readonly Role[] | "public" = "public"): Leads =>
  ({ actor }) =>
    allow === "public" || hasRole(actor, allow) ? link : undefined;

/** The links that this caller is told; each thing once. */
export async function linksTo(leads: readonly Leads[], { runtime, ...viewing }: Viewing): Promise<Link[]> {
  const reading = { ...viewing, runtime: { ...runtime, store: runtime.store.remembering() } };
  const told = (await Promise.all(leads.map((one) => one(reading)))).filter((one) => one !== undefined);
  return [...new Map(told.map((one) => [`${one.rel} ${one.path}`, one])).values()];
}
