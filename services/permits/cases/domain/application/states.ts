import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { TownRole } from "../../../../../shared/contracts/powers.ts";
import type { Recusal } from "../../../../../shared/people/index.ts";
import type { Organ } from "../../../../../shared/powers-in-force/index.ts";
import type { GuideContent, Step } from "../../../guides/domain/guide.ts";
import type { Household } from "../household/household.ts";
import type {
  Applicant,
  ApprovedExtension,
  Concern,
  Conversion,
  Corrections,
  DeclineGround,
  Explanation,
  Farmland,
  Fee,
  Hearing,
  Inspection,
  Joint,
  KeptReceipt,
  LimitName,
  Limits,
  OfficialNumber,
  Pause,
  Place,
  Resolution,
  Review,
  Secrecy,
  Survey,
  Text,
  ThirdParties,
  Tolerance,
  UpperDecision,
} from "./parts.ts";

/** L9: the agent who filed for a villager, and under which authorisation; `resident` is the villager's own login. */
export interface Agency {
  readonly authorisation: string;
  readonly sub: string;
  readonly resident?: string;
  /** Since then the agent may do nothing here any more. */
  readonly endedOn?: string;
}

/** What every application has, in any state. What is optional came later than the first cases. */
export interface Filed {
  readonly item: { readonly code: string; readonly name: Text; readonly guideVersion: number };
  /** The guide as it stood on the day of filing. */
  readonly guide: GuideContent;
  readonly office: string;
  readonly channel: "window" | "online" | "agent";
  readonly applicant: Applicant;
  /** The key of the applicant inside the service. */
  readonly party?: string;
  /** Who filed it himself, the resident or his agent, and may follow it. */
  readonly owner?: string;
  readonly agency?: Agency;
  readonly receivedOn: string;
  /** The instant of its filing, ISO in UTC: who came first is served first. */
  readonly receivedAt: string;
  readonly receivedBy: string;
  readonly given: readonly string[];
  /** S-4: what the town has already; it counts as given and is not asked for. */
  readonly onFile?: readonly string[];
  /** Of these what the town looked up later, and who filed it is not told: he may have typed another's number. */
  readonly foundOnFile?: readonly string[];
  readonly concerns?: Concern;
  /** Division code of the town he lives in, where it is another (L10). */
  readonly residence?: string;
  readonly place?: Place;
  /** 一户一宅: the household it is made for, of an item of which a household has one. */
  readonly household?: Household;
  /** CF-43a: people who were asked to keep out of this case, and what was decided. */
  readonly recusals?: readonly Recusal[];
  /** In whose name the town acts in this case, and its part in it (P3, XK-43), as on the day of filing. */
  readonly organ?: Organ;
  readonly townRole?: TownRole;
}

export interface Received extends Filed {
  readonly status: "received";
  /** The day from which the organ has the materials as they are now. */
  readonly materialsOn: string;
  /** XK-32-4: five working days to say what is missing. */
  readonly acceptanceLimit: Limit;
  /** T-10: the limit is over by a prediction only; on this day the case is looked at again. */
  readonly lookAgainOn?: string;
  readonly corrections?: Corrections;
}
export interface Incomplete extends Filed {
  readonly status: "incomplete";
  readonly corrections: Corrections;
}

export interface Running extends Filed {
  readonly acceptedOn: string;
  /** Absent when the law deems it accepted. */
  readonly acceptedBy?: string;
  readonly receipt?: KeptReceipt;
  /** XK-57: its place in the order of acceptance of its item, where places are limited. */
  readonly order?: number;
  readonly limits: Limits;
  readonly missed: readonly LimitName[];
  readonly explanations?: readonly Explanation[];
  /** The first unannounced day for which the limits have been looked at again. */
  readonly recountedFor?: string;
  readonly tolerance?: Tolerance;
  readonly pending: readonly Step[];
  readonly reviews: readonly Review[];
  /** XK-34: the survey that waits for signatures. */
  readonly survey?: Survey;
  readonly joint?: Joint;
  readonly resolution?: Resolution;
  readonly inspection?: Inspection;
  readonly thirdParties?: ThirdParties;
  readonly farmland?: Farmland;
  readonly hearing?: Hearing;
  /** Numbers of the notices that stopped the clock: each is used once. */
  readonly notices?: readonly string[];
  readonly fee?: Fee;
  readonly extension?: ApprovedExtension;
}
export interface Accepted extends Running {
  readonly status: "accepted";
}
export interface Paused extends Running {
  readonly status: "paused";
  readonly pause: Pause;
}

interface Decided extends Running {
  readonly decidedOn: string;
  readonly decidedBy: string;
}
export interface Granted extends Decided {
  readonly status: "granted";
  readonly number: OfficialNumber;
  readonly inWhoseName: Organ;
  readonly validUntil?: string;
  /** XK-5(2): why the approval is not published. */
  readonly secrecy?: Secrecy;
  /** Of farmland: the approval of its conversion. */
  readonly conversion?: Conversion;
}
export interface Refused extends Decided {
  readonly status: "refused";
  readonly reasons: string;
  /** XK-78: refused and warned, because the materials were false. */
  readonly falseMaterials?: true;
}
export interface Forwarded extends Running {
  readonly status: "forwarded";
  readonly forwardedOn: string;
  readonly to: string;
}
/** The upper organ has decided; the applicant does not have its decision yet. */
export interface Answered extends Running {
  readonly status: "answered";
  readonly forwardedOn: string;
  readonly to: string;
  readonly upper: UpperDecision;
}
export interface Declined extends Filed {
  readonly status: "declined";
  readonly declinedOn: string;
  readonly ground: DeclineGround;
  readonly competentOrgan?: string;
  readonly reasons?: string;
  /** XK-32-1: why this case needs no permit. */
  readonly facts?: string;
  readonly receipt?: KeptReceipt;
}
/** L16: a filing is recorded on receipt; nobody decides it. */
export interface RecordedFiling extends Filed {
  readonly status: "recorded";
  readonly recordedOn: string;
  readonly receipt: KeptReceipt;
}
export interface Withdrawn extends Filed {
  readonly status: "withdrawn";
  readonly withdrawnOn: string;
  /** The applicant's signed statement on file, where the counter entered it. */
  readonly statement?: string;
}
interface ByLaw {
  readonly status: "renewed";
  readonly renewedOn: string;
  readonly validUntil: string;
}
/** XK-50-2: renewed by the organ's silence, accepted by then or not. */
export type Renewed = (Filed & ByLaw) | (Running & ByLaw);
export interface Closed extends Decided {
  readonly status: "closed";
  readonly outcome: "granted" | "refused";
  readonly closedOn: string;
  readonly number?: OfficialNumber;
  readonly inWhoseName?: Organ;
  readonly validUntil?: string;
  readonly secrecy?: Secrecy;
  readonly conversion?: Conversion;
  readonly reasons?: string;
  readonly falseMaterials?: true;
  readonly forwardedOn?: string;
  readonly upper?: UpperDecision;
}
export type Application =
  | Received
  | Incomplete
  | Accepted
  | Paused
  | Granted
  | Refused
  | Forwarded
  | Answered
  | Declined
  | RecordedFiling
  | Withdrawn
  | Renewed
  | Closed;
export type Status = Application["status"];

/** Those that were accepted, in any state. */
export type WasAccepted = Extract<Application, Running>;
