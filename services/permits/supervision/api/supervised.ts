import { present } from "../../../../shared/decider/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import type { Supervised } from "../domain/inspection/inspection.ts";

/** A certificate with what its application tells of it: whether it was granted under secrecy. */
export async function supervisedOf({ store }: Runtime, id: string): Promise<Supervised | undefined> {
  const found = await store.load(certificate, id);
  if (found === undefined) return undefined;
  const of = await store.load(application, found.state.application);
  const secret = of !== undefined && "secrecy" in of.state && of.state.secrecy !== undefined;
  return { id, state: found.state, secret, ...present({ party: of?.state.party, recusals: of?.state.recusals }) };
}
