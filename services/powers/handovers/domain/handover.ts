import type { PowerCategory, PowerMode } from "../../../../shared/contracts/powers.ts";
import type { Letter, Organ } from "../../../../shared/powers-in-force/index.ts";
import type { Condition } from "../../common/domain/conditions.ts";

/** Which powers the deciding document covers: by code or by domain. */
export interface Scope {
  readonly codes?: readonly string[];
  readonly domains?: readonly string[];
}

/** The decision on which a handover rests (CF-20, CF-24, XK-24, XK-25). */
export interface DecidedBy {
  readonly kind: "province" | "county";
  readonly document: string;
  readonly date: string;
  /** Where and since when it is published; absent: it is not. */
  readonly publication?: { readonly where: string; readonly on: string };
  readonly stateCouncilApproval?: string;
  readonly scope: Scope;
}

/** One power on the form, with what it was on the list when the form was drawn up. */
export interface Line {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly category: PowerCategory;
  readonly domain: string;
  readonly sourceDepartment: string;
  /** Kinds of penalty handed over, where it is a penalty power (CF-9). */
  readonly kinds?: readonly string[];
  /** The organ in whose name the power is used; it follows from the mode (P3). */
  readonly inWhoseName: Organ;
  readonly conditions: readonly Condition[];
}

/** Files that go along: how many, of whom, to whom. */
export interface HandedFile {
  readonly name: string;
  readonly count: number;
  readonly from: string;
  readonly to: string;
}

/** What both parties sign: nothing of it changes afterwards. Days are ISO dates in Asia/Shanghai. */
export interface Content {
  readonly mode: PowerMode;
  readonly inForceFrom: string;
  /** Last day of an entrustment (CF-20). */
  readonly until?: string;
  readonly lines: readonly Line[];
  readonly files: readonly HandedFile[];
  readonly authority?: DecidedBy;
  readonly letter?: Letter;
  /** How the power is the giver's: its own, or itself only entrusted to it (XK-24: then it goes no further). */
  readonly giverHolds: "as-its-own" | "by-entrustment";
  readonly receiver: Organ;
  /** 有效承接 (CF-24): the finding that the town is able to take the powers over. */
  readonly capability?: { readonly document: string; readonly date: string; readonly capable: boolean };
}

export type Party = "county" | "town";
export interface Signature {
  readonly sub: string;
  readonly name: string;
  readonly at: string;
}

export interface Drawn {
  readonly content: Content;
  /** Digest of the content: what a signature is put under. */
  readonly hash: string;
  readonly draftedOn: string;
  readonly signatures: Readonly<Partial<Record<Party, Signature>>>;
}
interface BothSigned extends Drawn {
  readonly number: HandoverNumber;
  readonly signedOn: string;
  /** Codes of the powers that have been handed over on the strength of the form. */
  readonly handed: readonly string[];
  /** The first day came and some powers were not handed over: it has been said. */
  readonly delayed: boolean;
}
export type Handover =
  | (Drawn & { readonly status: "draft" | "county-signed" | "town-signed" })
  | (BothSigned & { readonly status: "signed" })
  | (BothSigned & { readonly status: "in-effect"; readonly inEffectSince: string })
  | (Drawn & { readonly status: "withdrawn"; readonly withdrawnOn: string; readonly reasons?: string });

export type HandoverStatus = Handover["status"];
export const handoverStatuses = [
  "draft",
  "county-signed",
  "town-signed",
  "signed",
  "in-effect",
  "withdrawn",
] as const satisfies readonly HandoverStatus[];

export interface HandoverNumber {
  readonly series: string;
  readonly year: number;
  readonly serial: number;
  readonly text: { readonly zh: string; readonly en: string };
}

export type HandoverCommand =
  /**
   * `unlisted`: codes asked for that are on no list; `strangers`: whose entrusting organ the profile does not know;
   * `alreadyHeld`: which the town holds in this mode on the first day anyhow.
   */
  | {
      readonly type: "draft";
      readonly content: Content;
      readonly hash: string;
      readonly unlisted: readonly string[];
      readonly strangers: readonly string[];
      readonly alreadyHeld: readonly string[];
    }
  | { readonly type: "sign"; readonly party: Party; readonly hash: string }
  | { readonly type: "withdraw"; readonly reasons: string }
  | { readonly type: "note-handed"; readonly code: string }
  | { readonly type: "begin" };

export type HandoverEvent =
  | {
      readonly type: "powers.handover.drafted";
      readonly data: { readonly content: Content; readonly hash: string; readonly on: string };
    }
  | {
      readonly type: "powers.handover.party-signed";
      readonly data: { readonly party: Party; readonly hash: string };
      readonly personal: { readonly name: string };
    }
  | {
      readonly type: "powers.handover.signed";
      readonly data: Omit<Content, "giverHolds" | "capability"> & {
        readonly number: HandoverNumber;
        readonly hash: string;
        readonly on: string;
      };
    }
  | { readonly type: "powers.handover.power-handed"; readonly data: { readonly code: string } }
  | {
      readonly type: "powers.handover.came-into-effect";
      readonly data: { readonly number: HandoverNumber; readonly codes: readonly string[]; readonly on: string };
    }
  | {
      readonly type: "powers.handover.delayed";
      readonly data: { readonly number: HandoverNumber; readonly missing: readonly string[]; readonly on: string };
    }
  | {
      readonly type: "powers.handover.withdrawn";
      readonly data: { readonly on: string; readonly codes: readonly string[] };
      readonly personal: { readonly reasons: string };
    };
