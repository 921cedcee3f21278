import { present } from "../../../shared/decider/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import { application } from "../cases/domain/application/decider.ts";
import { certificate } from "../certificates/domain/certificate.ts";
import type { Certificate } from "../certificates/domain/states.ts";
import { certificateIdOf } from "../common/certificate-id.ts";
import type { CaseRecords } from "./domain/figures.ts";

/** All that is known of a case: itself, its events, and how its result reached the applicant. */
export async function recordsOf({ store, keyed }: Runtime, id: string): Promise<CaseRecords | undefined> {
  const loaded = await store.load(application, id);
  if (loaded === undefined) return undefined;
  const events = await store.recorded(application, id);
  const granting = events.find(({ type }) => type === "permits.application.granted");
  if (granting === undefined) return { state: loaded.state, events };
  const paper = await store.load(certificate, certificateIdOf(keyed, `application/${id}/${granting.sequence}`));
  return { state: loaded.state, events, ...present({ collectedOn: paper && collectedOn(paper.state) }) };
}

/** The day on which the holder himself came for his certificate; it may be sent to him, or his agent may come (L9). */
const collectedOn = (paper: Certificate): string | undefined =>
  paper.status !== "drawn-up" && paper.handedOver === "in-person" && paper.collectedBy === undefined
    ? paper.issuedOn
    : undefined;
