import type { Runtime } from "../../../../shared/service/index.ts";
import { member } from "../../../../shared/store/index.ts";
import { certificate } from "../../certificates/domain/certificate.ts";
import type { Application } from "../domain/application/application.ts";
import { application } from "../domain/application/decider.ts";
import { type HouseholdClaimCommand, householdClaim } from "../domain/household/claim.ts";
import { claimsOf } from "../domain/household/household.ts";

/** A case as it is read before a step, and the claims that a grant of it makes. */
export interface LookedAt {
  readonly before: Application | undefined;
  /** Of what a household has one; undefined: nothing is claimed. */
  readonly of?: string;
  readonly claims: readonly string[];
  /** The case of the certificate that this one renews or changes. */
  readonly insteadOf?: string;
}

export const nothingLookedAt: LookedAt = { before: undefined, claims: [] };

/** Reads a case; for a grant also what it claims (一户一宅). */
export async function lookedAt(id: string, claiming: boolean, { store }: Runtime): Promise<LookedAt> {
  const before = (await store.load(application, id))?.state;
  const of = before?.guide.onePerHousehold;
  if (!claiming || before?.household === undefined || of === undefined) return { before, claims: [] };
  const old = before.concerns && (await store.load(certificate, before.concerns.certificate))?.state;
  return {
    before,
    of,
    claims: claimsOf(before.household),
    ...(old === undefined ? {} : { insteadOf: old.application }),
  };
}

interface Asked {
  readonly id: string;
  readonly learnt: LookedAt | undefined;
}

/** The claims of a grant change together with its case: two grants at once for one household do not both succeed. */
export const claimed = {
  members: ({ learnt }: Asked) => ({
    household: (learnt?.claims ?? []).map((claim) => member(householdClaim, claim, { expects: "either" })),
  }),
  commands: ({ id, learnt }: Asked) => ({
    household: (learnt?.claims ?? []).map(
      (claim): HouseholdClaimCommand => ({
        type: "claim",
        claim,
        of: learnt?.of ?? "",
        application: id,
        ...(learnt?.insteadOf === undefined ? {} : { insteadOf: learnt.insteadOf }),
      }),
    ),
  }),
};
