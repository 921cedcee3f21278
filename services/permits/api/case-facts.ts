import type { Actor } from "../../../shared/decider/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import type { FactReference } from "../../../shared/store/index.ts";
import { application } from "../domain/application/decider.ts";
import { authorisation } from "../domain/authorisation/authorisation.ts";

/** L9: the authorisation under which an agent filed the case, read with what he does, so that its end acts at once. */
export async function authorityOf(id: string, { roles }: Actor, { store }: Runtime): Promise<FactReference> {
  const of = roles.includes("agent") ? await store.load(application, id) : undefined;
  return { aggregate: authorisation.aggregate, id: of?.state.agency?.authorisation ?? "-" };
}
