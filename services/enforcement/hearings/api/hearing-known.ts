import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReferences } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { penaltyCase } from "../../cases/domain/case/decider.ts";
import { proceeding } from "../../cases/domain/proceeding/decider.ts";
import type { Proceeding } from "../../cases/domain/proceeding/proceeding.ts";
import { speakersOf } from "../../cases/domain/proceeding/representation.ts";
import { hearing } from "../domain/decider.ts";
import { type Hearing, openParties } from "../domain/hearing.ts";

/** Who may be named a chair. */
export const chairs = [
  "legal-reviewer",
  "leader",
  "approver",
  "officer",
  "reviewer",
  "clerk",
] as const satisfies readonly Role[];
export const date = z.iso.date();
export const person = lineOf(100);
export const place = z.string().regex(/^P\d{1,3}$/);
export const words = textOf(4_000, 2);
/** CF-47a. */
export const recordingBody = z.strictObject({
  ...{ sha256: fileDigest, told: z.boolean(), unbroken: z.boolean() },
  gap: lineOf(200, 2).exactOptional(),
});

export const stateOf = async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) => {
  const state = (await runtime.store.load(hearing, id))?.state;
  return state === undefined ? undefined : { state };
};
export type Learnt = Awaited<ReturnType<typeof stateOf>>;

export const caseOf = async (asked: { readonly id: string; readonly runtime: Runtime }) => {
  const state = (await stateOf(asked))?.state;
  return { of: factReferences(penaltyCase, state === undefined ? [] : [state.case]) };
};
export const proceedingsOf = (learnt: Learnt, keep: (one: Hearing["parties"][number]) => boolean = () => true) =>
  learnt === undefined ? [] : openParties(learnt.state).filter(keep);

/** The proceedings of its parties: each says who speaks for its party today. */
export async function speaking(asked: { readonly id: string; readonly runtime: Runtime }) {
  const state = (await stateOf(asked))?.state;
  return { spoken: factReferences(proceeding, state === undefined ? [] : state.parties.map((one) => one.proceeding)) };
}
export const speakersToday = (
  { spoken }: { readonly spoken: readonly (Proceeding | undefined)[] },
  { clock }: Runtime,
) => spoken.flatMap((one) => (one === undefined ? [] : [speakersOf(one, todayIn(clock()).toString())]));
