import * as z from "zod";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import { application } from "../domain/application/decider.ts";
import { householdClaim } from "../domain/household/claim.ts";
import { claimsOf, peopleOf } from "../domain/household/household.ts";

/**
 * 一户一宅: with its certificate a case lets go of its household. What went over to another case stays there; when the holder
 * dies, the household still has its homestead.
 */
const release = (type: string) =>
  on(type, z.object({ ground: z.string() }), ({ ground }, event): Instruction[] => [
    {
      async carryOut(runtime, cause) {
        const ended = (await runtime.store.load(certificate, subjectId(event)))?.state;
        if (ended === undefined) return { done: false, code: "not-found" };
        const of = (await runtime.store.load(application, ended.application))?.state;
        if (of?.household === undefined) return { done: true };
        if (ground === "holder-died" && peopleOf(of.household).length > 1) return { done: true };
        for (const id of claimsOf(of.household)) {
          const command = { type: "release" as const, application: ended.application };
          const once = { ...cause, id: `${cause.id}|${id}` };
          const carried = await instruct({ of: householdClaim, id, command }).carryOut(runtime, once);
          if (!carried.done && carried.code !== "permits.claim-not-in-this-state" && carried.code !== "not-found")
            return carried;
        }
        return { done: true };
      },
    },
  ]);

export const householdReactions: readonly Subscription[] = [
  release("permits.certificate.revoked"),
  release("permits.certificate.cancelled"),
];
