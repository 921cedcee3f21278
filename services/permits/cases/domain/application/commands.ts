import type { Posted } from "../../../../../shared/calendar/index.ts";
import type { RecusalGround } from "../../../../../shared/people/index.ts";
import type { Authorisation } from "../../../authorisations/domain/authorisation.ts";
import type { Certificate } from "../../../certificates/domain/states.ts";
import type { PowerCopy } from "../../../common/domain/known-power.ts";
import type { Naming, WithOfficers } from "../../../common/domain/named-people.ts";
import type { Guide } from "../../../guides/domain/guide.ts";
import type { Ban } from "../ban/ban.ts";
import type { Household } from "../household/household.ts";
import type {
  Applicant,
  Concern,
  Conversion,
  DeclineGround,
  Explanation,
  Hearing,
  HearingNotice,
  LimitName,
  Pause,
  Place,
  Review,
  Secrecy,
  ThirdParty,
  Tolerance,
  Unobtainable,
  UpperDecision,
} from "./parts.ts";
import type { Filed } from "./states.ts";

/** T-4: the day of posting and its proof, where a request came by post. */
export interface ByPost {
  readonly posted?: Posted;
}

export interface Receive extends ByPost {
  readonly type: "receive";
  readonly applicant: Applicant;
  readonly party?: string;
  readonly materials: readonly string[];
  readonly channel: Filed["channel"];
  readonly itemCode: string;
  readonly guide: Guide | undefined;
  readonly power: PowerCopy | undefined;
  readonly concerns?: Concern;
  /** XK-50: the certificate it concerns, as it stands. */
  readonly certificate?: Certificate | undefined;
  /** Division code of where the applicant lives, twelve digits. */
  readonly residence?: string;
  readonly place?: Place;
  readonly household?: Household;
  /** S-4: names of the materials that the town has of this applicant already. */
  readonly onFile?: readonly string[];
  /** XK-78, XK-79: what stands against this applicant in this item. */
  readonly ban?: Ban | undefined;
  /** L9: what an agent files rests on it. */
  readonly authorisation?: { readonly id: string; readonly state: Authorisation | undefined };
}

/** What the party does, himself or through an agent: then with the authorisation the case was filed under, as it stands. */
export interface ByParty {
  readonly byParty?: { readonly authorisation: Authorisation | undefined };
}

/** S-4: names of what is on file of the applicant by now, as the person who takes the step for the town finds it. */
export interface LookedUp {
  readonly onFile?: readonly string[];
}

export interface Accept extends LookedUp {
  readonly type: "accept";
  readonly power: PowerCopy | undefined;
  /** The applicant's promise to bring what is missing by a day (ISO date). */
  readonly promise?: Pick<Tolerance, "until">;
}

export interface ReviewStep extends WithOfficers {
  readonly type: "review";
  readonly opinion: Review["opinion"];
  /** XK-34: the people who made a survey; absent: those assigned to the case. */
  readonly inspectors?: readonly Naming[];
  /** XK-36: what the examination found as to other people's major interests. */
  readonly affectsThirdParties?: boolean;
  /** Whether the land is farmland (土地管理法62(4)). */
  readonly occupiesFarmland?: boolean;
  /** CF-24b: the power the case comes under, as it stands at this step. */
  readonly power: PowerCopy | undefined;
}

/** What the town does in a case by its power: CF-24b, the power as it stands at this step. */
interface UnderPower {
  readonly power: PowerCopy | undefined;
}

export interface Decide {
  readonly type: "decide";
  readonly outcome: "granted" | "refused";
  readonly reasons?: string;
  readonly power: PowerCopy | undefined;
  /** XK-48: the record of the hearing by which it is decided. */
  readonly hearingRecord?: string;
  /** XK-78: refused because the applicant hid facts or handed in false materials. */
  readonly falseMaterials?: boolean;
  readonly secrecy?: Secrecy;
  /** XK-36: where no step of review has said so, whether it touches the major interests of others. */
  readonly affectsThirdParties?: boolean;
  /** Where no step of review has said so, whether the land is farmland; if it is, the approval of its conversion. */
  readonly occupiesFarmland?: boolean;
  readonly conversion?: Conversion;
  /** 一户一宅: the claims that are made in the same transaction. */
  readonly claims?: readonly string[];
  /** XK-57: who of those accepted before is still waiting, how many places are taken, and which acceptances are known. */
  readonly queue?: { readonly before: readonly string[]; readonly taken: number; readonly knownTo?: number };
}

export type DecideAtOnce = LookedUp & Omit<Decide, "type" | "hearingRecord"> & { readonly type: "decide-at-once" };

export type ApplicationCommand =
  | Receive
  | (LookedUp & {
      readonly type: "notify-corrections";
      readonly missing: readonly string[];
      /** What is wrong with a material that was brought, and why it was not put right on the spot. */
      readonly explanation?: string;
      readonly unobtainable?: readonly Unobtainable[];
    })
  | (ByParty & LookedUp & { readonly type: "correct"; readonly materials: readonly string[] })
  | Accept
  | { readonly type: "locate"; readonly place: Place }
  | (ByParty & { readonly type: "state-household"; readonly household: Household })
  | {
      readonly type: "decline";
      readonly ground: DeclineGround;
      readonly competentOrgan?: string;
      readonly reasons?: string;
      /** XK-32-1: why this case needs no permit, though the item is one. */
      readonly facts?: string;
      readonly power?: PowerCopy | undefined;
    }
  | (ByParty & { readonly type: "supplement"; readonly materials: readonly string[] })
  | (UnderPower & { readonly type: "consult"; readonly offices: readonly string[] })
  | ReviewStep
  | (UnderPower & { readonly type: "resolve-disagreement"; readonly reasons: string })
  | { readonly type: "confirm-survey"; readonly power: PowerCopy | undefined }
  | (UnderPower & WithOfficers & { readonly type: "assign-inspectors"; readonly inspectors: readonly Naming[] })
  | { readonly type: "inform-third-parties"; readonly parties: readonly ThirdParty[] }
  | { readonly type: "hear-parties"; readonly applicant: string; readonly thirdParties: string }
  | (ByParty & ByPost & { readonly type: "request-hearing" })
  | ({ readonly type: "call-hearing" } & UnderPower &
      WithOfficers &
      Pick<Hearing, "ground"> &
      Omit<HearingNotice, "noticedOn" | "chairedBy">)
  | (WithOfficers & { readonly type: "replace-chair"; readonly chair: string })
  | { readonly type: "record-hearing"; readonly record: string; readonly signed: boolean }
  | (UnderPower & { readonly type: "pause"; readonly kind: Pause["kind"]; readonly notice?: Pause["notice"] })
  | { readonly type: "resume" }
  | (UnderPower & { readonly type: "extend"; readonly workingDays: number; readonly reasons: string })
  | ({ readonly type: "explain-overdue"; readonly limit: LimitName } & Pick<Explanation, "cause" | "reasons">)
  | Decide
  | DecideAtOnce
  | { readonly type: "forward"; readonly power: PowerCopy | undefined }
  | ({
      readonly type: "record-upper-decision";
      /** 一户一宅: the claims that are made in the same transaction. */
      readonly claims?: readonly string[];
    } & Pick<UpperDecision, "outcome" | "decidedOn" | "number" | "reasons">)
  | { readonly type: "deem-renewed"; readonly renewedOn: string; readonly validUntil: string }
  | (ByParty & {
      readonly type: "withdraw";
      /** The number under which the applicant's signed statement is on file, where the counter enters it. */
      readonly statement?: string;
    })
  | { readonly type: "end-agency"; readonly authorisation: string; readonly resident?: string }
  | { readonly type: "deliver" }
  | { readonly type: "close" }
  | {
      readonly type: "pay-by-agent";
      readonly authorisation: string;
      /** The authorisation as it stands. */
      readonly given: Authorisation | undefined;
    }
  /** Finance took back what it had booked to this fee by mistake: the fee is not whole without it. */
  | { readonly type: "take-payment-back" }
  | { readonly type: "pay"; readonly amountFen: number; readonly treasuryFen: number; readonly receipt: string }
  | (ByParty &
      WithOfficers & {
        readonly type: "ask-recusal";
        /** The person as his token names him. */
        readonly person: string;
        readonly ground: RecusalGround;
        readonly reasons: string;
        /** The number under which the written request is on file, where the counter enters it. */
        readonly request?: string;
      })
  | {
      readonly type: "decide-recusal";
      readonly person: string;
      readonly recused: boolean;
      readonly reasons: string;
      readonly earlierActsStand?: boolean;
      /** The number of the minutes, where a meeting of the leaders decided. */
      readonly meeting?: string;
    }
  | { readonly type: "pass-time" }
  | { readonly type: "disclose"; readonly reason: string };

export type CommandOf<T extends ApplicationCommand["type"]> = Extract<ApplicationCommand, { type: T }>;
