import type { Context, Rejection } from "../../../../shared/decider/index.ts";
import type { Authorisation } from "../../authorisations/domain/authorisation.ts";
import { notAuthorised } from "../../authorisations/domain/covers.ts";
import type { Bundle } from "./bundle.ts";
import { notYou } from "./refusals.ts";

/** The counter acts for the person who stands before it; others in what they filed, an agent while he may bring every item (L9). */
export function mayNotAct(
  { owner, party, parts }: Bundle,
  given: Authorisation | undefined,
  { actor, today }: Context,
): Rejection | undefined {
  if (actor.roles.includes("clerk")) return undefined;
  if (owner !== actor.sub) return notYou("permits.not-yours");
  for (const { item: code } of actor.roles.includes("agent") ? parts : []) {
    const act = { agent: actor.sub, party, item: { code, proxyAllowed: true }, act: "file" as const };
    const refused = notAuthorised(given, { ...act, on: today.toString() });
    if (refused !== undefined) return refused;
  }
  return undefined;
}
