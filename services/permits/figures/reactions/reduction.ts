import * as z from "zod";
import {
  type Instruction,
  instruct,
  on,
  type Runtime,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { trustedEvent } from "../../../../shared/store/index.ts";
import { application } from "../../cases/domain/application/decider.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import type { Certificate } from "../../certificates/domain/states.ts";
import { certificateIdOf } from "../../common/certificate-id.ts";
import { present } from "../../common/domain/present.ts";
import type { CaseRecords } from "../domain/figures.ts";
import { figuresOf } from "../domain/figures.ts";
import { type CountCase, reduction, reductionId } from "../domain/reduction.ts";

/** All that is known of a case: itself, its events, and how its result reached the applicant. */
export async function recordsOf({ store }: Runtime, id: string): Promise<CaseRecords | undefined> {
  const loaded = await store.load(application, id);
  if (loaded === undefined) return undefined;
  const events = (await store.history(application, id)).map((event) => trustedEvent(application, event));
  const granting = events.find(({ type }) => type === "permits.application.granted");
  if (granting === undefined) return { state: loaded.state, events };
  const paper = await store.load(certificate, certificateIdOf(`application/${id}/${granting.sequence}`));
  return { state: loaded.state, events, ...present({ collectedOn: paper && collectedOn(paper.state) }) };
}

/** The day on which the holder himself came for his certificate; it may be sent to him, or his agent may come (L9). */
const collectedOn = (paper: Certificate): string | undefined =>
  paper.status !== "drawn-up" && paper.handedOver === "in-person" && paper.collectedBy === undefined
    ? paper.issuedOn
    : undefined;

/** A closed case is counted for its item and month (L13). */
const count = (id: string, closedOn: string): Instruction => ({
  async carryOut(runtime, cause) {
    const records = await recordsOf(runtime, id);
    const figures = records === undefined ? undefined : figuresOf(records, runtime.calendar);
    if (records === undefined || figures === undefined) return { done: false, code: "not-found" };
    const { item, guide, channel } = records.state;
    const month = closedOn.slice(0, 7);
    const command: CountCase = {
      type: "count",
      item: item.code,
      name: item.name,
      category: guide.category,
      month,
      application: id,
      channel,
      figures,
    };
    const counting = instruct({ of: reduction, id: reductionId(item.code, month), expects: "either", command });
    return counting.carryOut(runtime, cause);
  },
});

export const reductionReactions: readonly Subscription[] = [
  on("permits.application.closed", z.object({ closedOn: z.iso.date() }), ({ closedOn }, event) => [
    count(subjectId(event), closedOn),
  ]),
];
