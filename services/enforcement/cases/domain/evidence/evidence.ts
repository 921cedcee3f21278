import type { OfficerCopy } from "../../../../../shared/powers-in-force/index.ts";
import type { CaseOfficer, PenaltyCase } from "../case/case.ts";
import type { EvidenceKind } from "../case/evidence-kinds.ts";

/** A file of a piece of evidence, by the digest of its bytes. */
export interface NamedFile {
  readonly sha256: string;
  readonly title: string;
}

/** CF-46a: an original, or a copy that was checked against it and bears the mark of who keeps the original. */
export type Original =
  | { readonly what: "original" }
  | {
      readonly what: "copy";
      readonly checkedAgainstOriginal: boolean;
      readonly keeper: string;
      readonly marked: boolean;
    };

/** CF-46a: sound and picture, or data: from which carrier, how, when and by whom; sound with its transcript. */
export interface Recording {
  readonly carrier: "original" | "copy";
  readonly method: string;
  readonly madeOn: string;
  readonly maker: string;
  readonly sound: boolean;
  readonly transcript?: string;
}

/** CF-41: by an electronic device that the organ set up. */
export interface Monitoring {
  readonly device: string;
  readonly legalReview?: { readonly by: string; readonly on: string };
  readonly technicalReview?: { readonly by: string; readonly on: string };
  readonly sign: boolean;
  readonly locationPublic: boolean;
  /** The record itself was looked at before it is used. */
  readonly recordReviewedBy?: string;
}

export const companionRelations = ["guardian", "adult-relative", "school", "village", "protection-body"] as const;

/** CF-46a, CF-30a: a person was asked; he signs each page. A minor is never asked alone. */
export interface Interview {
  readonly person: string;
  readonly bornOn: string;
  /** By what he showed who he is. */
  readonly identity: string;
  readonly told: boolean;
  readonly companion?: { readonly name: string; readonly relation: (typeof companionRelations)[number] };
}

/** CF-46a: who signed, or why not, before a witness or on a recording. */
export type Signing =
  | { readonly how: "signed"; readonly pages: number; readonly signedPages: number }
  | {
      readonly how: "refused" | "absent";
      readonly reasons: string;
      readonly witness?: string;
      readonly recording?: string;
    };

/** CF-46a: an on-site record (现场笔录, 勘验笔录). */
export interface OnSite {
  readonly from: string;
  readonly to: string;
  readonly events: string;
}

export interface ExpertOpinion {
  readonly institution: string;
  readonly qualification: string;
  readonly experts: readonly string[];
  readonly entrustedOn: string;
}

/** CF-56: a sample of a lot, with what stays as a spare. */
export interface Sampling {
  readonly method: string;
  readonly batch?: string;
  readonly unit: string;
  readonly lot: number;
  readonly taken: number;
  readonly spare: number;
}

/** A thing: where it is kept, and by whom (chain of custody). */
export interface Custody {
  readonly keeper: string;
  readonly place: string;
  readonly on: string;
  readonly reason: string;
}

/** What the law asks of a piece of evidence besides its files; each kind has its own. */
export interface EvidenceParts {
  readonly original?: Original;
  readonly recording?: Recording;
  readonly monitoring?: Monitoring;
  readonly interview?: Interview;
  readonly signing?: Signing;
  readonly onSite?: OnSite;
  readonly opinion?: ExpertOpinion;
  readonly sampling?: Sampling;
}

export const exclusionGrounds = ["unlawful", "false", "unrelated", "recusal"] as const;
export type ExclusionGround = (typeof exclusionGrounds)[number];

/** A piece of evidence (CF-46): collected by one officer, established by the signature of the other. */
export interface Evidence extends EvidenceParts {
  readonly status: "collected" | "established" | "excluded";
  readonly case: string;
  readonly kind: EvidenceKind;
  /** The acts of the case that it proves. */
  readonly acts: readonly string[];
  readonly files: readonly NamedFile[];
  readonly collectedOn: string;
  readonly address: string;
  /** From whom it was taken. */
  readonly provider: string;
  readonly proves: string;
  readonly officers: readonly CaseOfficer[];
  readonly recordedBy: string;
  readonly recordedOn: string;
  readonly establishedOn?: string;
  readonly excluded?: { readonly ground: ExclusionGround; readonly on: string; readonly reasons?: string };
  readonly custody: readonly Custody[];
}

export interface Collect extends EvidenceParts {
  readonly type: "collect";
  readonly case: string;
  /** The case as it stands. */
  readonly of: PenaltyCase | undefined;
  readonly kind: EvidenceKind;
  readonly acts: readonly string[];
  readonly files: readonly NamedFile[];
  readonly collectedOn: string;
  readonly address: string;
  readonly provider: string;
  readonly proves: string;
  /** The other officer. */
  readonly with: string;
  readonly officers: readonly OfficerCopy[];
}
export type EvidenceCommand =
  | Collect
  | { readonly type: "countersign"; readonly of: PenaltyCase | undefined }
  | {
      readonly type: "exclude";
      readonly ground: ExclusionGround;
      readonly reasons: string;
      readonly of: PenaltyCase | undefined;
    }
  | {
      readonly type: "hand-over";
      readonly to: string;
      readonly place: string;
      readonly reason: string;
      readonly of: PenaltyCase | undefined;
    };

interface About {
  readonly case: string;
  readonly kind: EvidenceKind;
}
type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.evidence.${T}`;
  readonly data: D;
  readonly personal: P;
};
export type EvidenceEvent =
  | Of<
      "collected",
      About & Pick<Evidence, "acts" | "collectedOn" | "recordedOn"> & { readonly sha256: readonly string[] },
      EvidenceParts &
        Pick<Evidence, "address" | "provider" | "proves" | "officers"> & {
          readonly titles: readonly string[];
          readonly custody: Custody;
        }
    >
  | Of<"established", About & { readonly on: string }>
  | Of<"excluded", About & { readonly on: string; readonly ground: ExclusionGround }, { readonly reasons: string }>
  | Of<"handed-over", About & { readonly on: string }, { readonly custody: Custody }>;
