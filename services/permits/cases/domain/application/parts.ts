import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { overdueCauses } from "../../../../../shared/contracts/permits-application.ts";
import type { InForce } from "../../../../../shared/powers-in-force/index.ts";
import { pauseKinds } from "../../../../../shared/town/procedure.ts";
import type { OfficialNumber, Text } from "../../../common/domain/applicant.ts";
import type { Step } from "../../../guides/domain/guide.ts";

export type { Applicant, OfficialNumber, Text } from "../../../common/domain/applicant.ts";
export { pauseKinds };

/** XK-32-6: the written proof that it was accepted, recorded or not accepted: number, date and special seal (专用印章). */
export interface Receipt {
  readonly number: OfficialNumber;
  readonly on: string;
  readonly seal: Text;
}

/** A case keeps of it what does not follow from its organ. */
export type KeptReceipt = Omit<Receipt, "seal">;

/** The certificate that the application is to renew or to change. */
export interface Concern {
  readonly certificate: string;
  readonly kind: "renewal" | "change";
}

/** WGS 84, degrees. */
export interface Place {
  readonly lng: number;
  readonly lat: number;
}

/** What is wrong with the materials, told once and whole (XK-32-4). */
export interface Corrections {
  readonly notifiedOn: string;
  readonly missing: readonly string[];
  readonly explanation?: string;
  /** S-4: why a material that is shared otherwise could not be obtained this time. */
  readonly unobtainable?: readonly Unobtainable[];
}

export interface Unobtainable {
  readonly material: string;
  readonly reason: string;
}

/** XK-32-1 no permit is needed; XK-32-2 another organ is competent. */
export type DeclineGround = "no-permit-needed" | "outside-competence";

/** 容缺受理: accepted without these, which the applicant promised to bring by a day. */
export interface Tolerance {
  readonly materials: readonly string[];
  readonly until: string;
  readonly promisedOn: string;
}

export interface JointOpinion {
  readonly office: string;
  readonly by: string;
  readonly on: string;
  readonly opinion: "agree" | "disagree";
}

/** 协同审批: the offices asked, each of which has its own say, in any order. */
export interface Joint {
  readonly offices: readonly string[];
  readonly opinions: readonly JointOpinion[];
}

export interface Review {
  readonly step: Step;
  readonly by: string;
  readonly on: string;
  readonly opinion: "agree" | "disagree";
  readonly inspectors?: readonly string[];
  /** Of a survey: each of its inspectors signed by his own login, the last on this day. Older surveys do not say. */
  readonly signed?: true;
  /** Of a joint step: what each office said. */
  readonly joint?: readonly JointOpinion[];
}

/** A person signed by his own login. */
export interface Signature {
  readonly by: string;
  readonly on: string;
}

/** XK-34: a survey that one inspector recorded, and that not all have signed. */
export interface Survey extends Omit<Review, "joint"> {
  readonly inspectors: readonly string[];
  readonly signatures: readonly Signature[];
  readonly affectsThirdParties?: boolean;
  readonly occupiesFarmland?: boolean;
}

/** The head's ruling on a joint review in which an office disagreed. */
export interface Resolution {
  readonly by: string;
  readonly on: string;
  readonly reasons: string;
}

/** Who comes to inspect: as his token names him, and as the applicant is told of him. */
export interface Inspector {
  readonly sub: string;
  readonly name: string;
  /** Of the paper by which he shows who he is. */
  readonly certificateNo?: string;
}

/** XK-55: two inspectors within five working days of acceptance. */
export interface Inspection {
  readonly limit: Limit;
  readonly inspectors?: readonly string[];
  /** The same, as the applicant is told of them. */
  readonly persons?: readonly Inspector[];
  readonly assignedOn?: string;
  readonly late?: true;
}

export interface ThirdParty {
  readonly name: string;
  readonly phone?: string;
}

/** XK-36: whether somebody else's major interest is directly affected; if so he is told, and both are heard. */
export interface ThirdParties {
  readonly affected: boolean;
  readonly by: string;
  readonly on: string;
  readonly informed?: {
    readonly on: string;
    /** Those told last come first. */
    readonly parties: readonly ThirdParty[];
    /** XK-47: five working days to ask for a hearing. */
    readonly request: Limit;
  };
  readonly heard?: { readonly on: string; readonly applicant: string; readonly thirdParties: string };
}

/** XK-46: prescribed by law, or of major public interest; XK-47: asked for by somebody whose interest is affected. */
export type HearingGround = "law" | "public-interest" | "request";

export interface HearingNotice {
  readonly number: string;
  readonly noticedOn: string;
  readonly heldOn: string;
  /** Time of day, `HH:MM`. */
  readonly heldAt: string;
  readonly place: string;
  /** As the parties are told of him. */
  readonly chair: string;
  /** The same person, as his token names him. Notices of the first days do not say. */
  readonly chairedBy?: string;
  /** XK-48: public, save for secrets and privacy. */
  readonly closed?: "state-secret" | "trade-secret" | "privacy";
  /** XK-47: the organ is late; it was to be held by this day. */
  readonly wasDue?: string;
}

export interface Hearing {
  readonly ground: HearingGround;
  readonly requestedOn?: string;
  /** XK-47: twenty working days to hold it once asked for. */
  readonly organise?: Limit;
  readonly notice?: HearingNotice;
  /** XK-48: the record, read and signed by those heard. */
  readonly held?: { readonly on: string; readonly record: string };
}

/** XK-58, XK-59: due by law only, paid into the treasury whole. */
export interface Fee {
  readonly amountFen: number;
  readonly basis: string;
  readonly dueOn: string;
  /** L9: the agent who pays it for the applicant, by his authorisation to pay. */
  readonly payer?: { readonly authorisation: string; readonly on: string };
  readonly paid?: { readonly on: string; readonly receipt: string };
}

/** XK-42-1: what the head approved, and the reasons that the applicant must be told. */
export interface ApprovedExtension {
  readonly workingDays: number;
  readonly on: string;
  readonly by: string;
  readonly reasons: string;
}

/** 农用地转用 (土地管理法44): the approval by which farmland may be built on. */
export interface Conversion {
  readonly number: string;
  readonly organ: string;
  /** ISO date. */
  readonly date: string;
  /** The title of the document. */
  readonly document: string;
}

/** Whether the land is farmland, as the examination found. */
export interface Farmland {
  readonly occupied: boolean;
  readonly by: string;
  readonly on: string;
}

/** The two limits of an accepted case: the law's, where it gives one, and the promise. */
export interface Limits {
  readonly statutory?: Limit;
  readonly promised: Limit;
}
export type LimitName = keyof Limits & ("statutory" | "promised");

/** XK-T3: a promise that was missed is accounted for in public. */
export interface Explanation {
  readonly limit: LimitName;
  readonly cause: (typeof overdueCauses)[number];
  readonly on: string;
  readonly by: string;
  /** Written to be published. */
  readonly reasons: string;
}

/** XK-T2: what the organ decided to which the town forwarded it. */
export interface UpperDecision {
  readonly outcome: "granted" | "refused";
  readonly organ: string;
  readonly decidedOn: string;
  readonly recordedOn: string;
  readonly recordedBy: string;
  /** The number of its document. */
  readonly number: string;
  readonly reasons?: string;
}

export interface Pause {
  readonly kind: (typeof pauseKinds)[number];
  readonly from: string;
  /** The written notice that tells the applicant the working days needed. */
  readonly notice: { readonly number: string; readonly deliveredOn: string; readonly neededDays: number };
  /** The time told, from the first day of the pause on; what lies beyond it counts (XK-45). */
  readonly told?: Limit;
}

/** XK-5(2): what is not published of an approval. */
export const secrecies = ["state-secret", "trade-secret", "privacy"] as const;
export type Secrecy = (typeof secrecies)[number];

export type InForceToday = Extract<InForce, { inForce: true }>;
