import {
  become,
  type Context,
  type Decision,
  deciderOf,
  keep,
  type MovesOf,
  type OfType,
} from "../../../../../shared/decider/index.ts";
import { badInput, type HouseholdRefusal, refuse } from "../refusals.ts";

/** Why a claim ended otherwise than with its certificate: the person left the household, or the house was given back. */
export const lettingGoGrounds = ["left-household", "given-back", "entered-in-error"] as const;
export type LettingGoGround = (typeof lettingGoGrounds)[number];
type Ground = LettingGoGround | "certificate-ended";

interface Claimed {
  /** Of what a household has one: the guide's `onePerHousehold`. */
  readonly of: string;
  /** The case whose grant made the claim. */
  readonly application: string;
  readonly claimedOn: string;
}
export type HouseholdClaim =
  | (Claimed & { readonly status: "held" })
  | (Claimed & {
      readonly status: "free";
      readonly freeSince: string;
      readonly ground: Ground;
      readonly document?: { readonly number: string; readonly date: string };
    });

export type HouseholdClaimCommand =
  | {
      readonly type: "claim";
      /** The claim's own id, so that a refusal can name it. */
      readonly claim: string;
      readonly of: string;
      readonly application: string;
      /** The case of the certificate that this one renews or changes: what it holds goes over. */
      readonly insteadOf?: string;
    }
  | { readonly type: "release"; readonly application: string }
  | {
      readonly type: "let-go";
      readonly ground: LettingGoGround;
      readonly document: { readonly number: string; readonly date: string };
    };

export type HouseholdClaimEvent =
  | { readonly type: "permits.household-claim.made"; readonly data: Claimed }
  | {
      readonly type: "permits.household-claim.released";
      readonly data: {
        readonly on: string;
        readonly ground: Ground;
        readonly document?: { readonly number: string; readonly date: string };
      };
    };

/** States of a claim and what moves them. */
export const claimMoves = {
  held: { claim: "held", release: "free", "let-go": "free" },
  free: { claim: "held" },
} as const satisfies MovesOf<HouseholdClaim, HouseholdClaimCommand>;

interface ClaimWords {
  readonly state: HouseholdClaim;
  readonly command: HouseholdClaimCommand;
  readonly event: HouseholdClaimEvent;
  readonly moves: typeof claimMoves;
  readonly begins: "claim";
  readonly begun: "permits.household-claim.made";
  readonly refusal: HouseholdRefusal;
}

const claimed = keep<Claimed>({ of: true, application: true, claimedOn: true });
type Free = Extract<HouseholdClaim, { status: "free" }>;

/**
 * One household, one homestead (土地管理法62(1)): a claim stands for one person, or for the book of one household. A grant
 * claims all of its household in its own transaction, so that of two grants at once only one succeeds.
 */
export const householdClaim = deciderOf<ClaimWords>({
  aggregate: "household-claim",
  shape: 1,
  moves: claimMoves,
  impossible: "permits.claim-not-in-this-state",
  begin: { claim: (command, context) => claim(undefined, command, context) },
  steps: {
    claim: (state, command, context) => claim(state, command, context),
    release,
    "let-go": letGo,
  },
  begun: { "permits.household-claim.made": ({ data }) => ({ status: "held", ...data }) },
  effects: {
    "permits.household-claim.released": (state, { data: { on, ground, document } }) =>
      become<Free, Claimed>(claimed(state), { status: "free", freeSince: on, ground, document }),
  },
});

/** Refuses what another case holds already. The same case claims once. */
function claim(
  state: HouseholdClaim | undefined,
  { claim: id, of, application, insteadOf }: OfType<HouseholdClaimCommand, "claim">,
  { today }: Context,
): Decision<HouseholdClaimEvent> {
  const holder = state?.status === "held" ? state.application : undefined;
  if (holder === application) return [];
  if (holder !== undefined && holder !== insteadOf)
    return refuse("permits.household-has-one", {
      claim: id,
      heldBy: holder,
      article: "土地管理法62(1)",
      rule: "XK-T1",
    });
  return [{ type: "permits.household-claim.made", data: { of, application, claimedOn: today.toString() } }];
}

/** The certificate of a case has ended; a claim that went over to another case stays. */
function release(
  { application: holder }: HouseholdClaim,
  { application }: OfType<HouseholdClaimCommand, "release">,
  { today }: Context,
): Decision<HouseholdClaimEvent> {
  if (holder !== application) return [];
  const data = { on: today.toString(), ground: "certificate-ended" } as const;
  return [{ type: "permits.household-claim.released", data }];
}

/** By a paper that says so: a person left the household (分户、婚出), or the homestead was given back. */
function letGo(
  _state: HouseholdClaim,
  { ground, document }: OfType<HouseholdClaimCommand, "let-go">,
  { today }: Context,
): Decision<HouseholdClaimEvent> {
  if (document.date > today.toString())
    return badInput("permits.document-dated-later", { date: document.date }, "/document/date");
  return [{ type: "permits.household-claim.released", data: { on: today.toString(), ground, document } }];
}
