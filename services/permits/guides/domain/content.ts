import type { PowerMode } from "../../../../shared/contracts/powers.ts";
import type { DomainEvent } from "../../../../shared/decider/index.ts";
import type { Material as UploadedFile } from "../../common/domain/uploaded-file.ts";

type Text = { readonly zh: string; readonly en: string };

export interface Material {
  readonly name: string;
  readonly required: boolean;
  /** Obtained from another organ's data: must not be asked for again (S-4). */
  readonly shared: boolean;
  /** 容缺受理: the case may be accepted without it, if the applicant promises to bring it before the decision. */
  readonly tolerable?: boolean;
  /** How many are handed in. */
  readonly copies?: { readonly original: number; readonly copy: number };
  /** Who makes it: the applicant himself, another organ, somebody else (a surveyor, a bank). */
  readonly source?: "applicant" | "government" | "third-party";
}

/** A form filled in as an example (示范文本); the person in it does not exist. */
export interface SampleForm {
  readonly material: string;
  readonly fields: readonly { readonly label: string; readonly example: string }[];
}

/** A file as it was checked when it was sent; its content is kept under its hash, see `formKey`. */
export interface FormFile {
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
  /** 64 hexadecimal digits in lower case. */
  readonly sha256: string;
}

/** The forms of one material to take along: the blank one (空白表格), and one filled in as an example (示例样表). */
export interface FormFiles {
  readonly material: string;
  readonly blank?: FormFile;
  readonly sample?: FormFile;
}
export const formKinds = ["blank", "sample"] as const;
export type FormKind = (typeof formKinds)[number];

/** Under which key a form is kept: that of its content, so that every version of a guide keeps its own. */
export const formKey = (sha256: string) => `form/${sha256}`;

/** Where to go, and when it is open. */
export interface Place {
  readonly name: string;
  readonly address: string;
  readonly hours: readonly string[];
}

export interface Contact {
  readonly phone: string;
  readonly place: string;
}

export interface Step {
  readonly name: string;
  readonly kind: "intake" | "survey" | "joint-review" | "review" | "decision" | "issue";
}

export const limitBasisLevels = ["law", "administrative-regulation", "local-regulation"] as const;
export interface LimitBasis {
  /** Law and article: 《某法》第几条. */
  readonly citation: string;
  readonly level: (typeof limitBasisLevels)[number];
  /** The document in which the town found it. */
  readonly document: string;
}

/** A service guide (办事指南, S-7): what an applicant may rely on. */
export interface GuideContent {
  readonly code: string;
  readonly itemCode: string;
  /** 基本编码: the twelve digits that all organs exercising the item share (ID-8). */
  readonly basicCode: string;
  readonly name: Text;
  /** 许可, 公共服务, or 备案 that is recorded on receipt without a decision (L16). */
  readonly category: "licence" | "public-service" | "filing";
  readonly domain: string;
  readonly legalBasis: string;
  readonly sourceDepartment: string;
  /** 权力来源: 法定, 赋权 or 委托. */
  readonly powerSource: PowerMode;
  /** 实施主体及性质. */
  readonly implementingBody: {
    readonly name: string;
    readonly nature: "statutory-organ" | "authorised-organisation" | "entrusted-organisation";
  };
  /** 委托部门, of an entrusted power. */
  readonly entrustingDepartment?: string;
  /** 受理条件 */
  readonly conditions: readonly string[];
  /** 服务对象 */
  readonly audience: readonly ("citizen" | "organisation")[];
  /** The town's office that decides. */
  readonly office: string;
  /** 即办件 decided on the spot, or 承诺件 within the promised limit. */
  readonly kind: "immediate" | "promised";
  /** Working days the law gives; absent where the cited law gives none. */
  readonly statutoryWorkingDays?: number;
  /** XK-42-1: the law or regulation that gives a longer limit than the town's list, and the document that says so. */
  readonly limitBasis?: LimitBasis;
  /** 法定时限说明: where the statutory limit is from, or why there is none. */
  readonly limitNote?: string;
  readonly promisedWorkingDays: number;
  readonly feeFen: number;
  /** XK-58: the law or administrative regulation that lets a fee be taken; without one there is none. */
  readonly feeBasis?: string;
  /** Where that stands in the order of law: only a law or an administrative regulation will do. */
  readonly feeBasisLevel?: "law" | "administrative-regulation" | "local-regulation" | "rule" | "document";
  readonly visits: number;
  readonly materials: readonly Material[];
  readonly sampleForms: readonly SampleForm[];
  /** The same as files, where the office has made some; free of charge (XK-58). */
  readonly formFiles?: readonly FormFiles[];
  readonly steps: readonly Step[];
  /** 特别程序: what may stop the clock (XK-45), or is done besides. */
  readonly specialProcedures: readonly string[];
  readonly result: string;
  readonly validityMonths?: number;
  /** XK-55: inspected or tested; two inspectors are assigned within five working days of acceptance. */
  readonly inspection?: boolean;
  /** XK-46: a hearing is held of the organ's own motion, before any decision. */
  readonly hearingRequired?: boolean;
  /** XK-78, XK-79: it bears directly on public safety, health or life: fraud bars the applicant for one or three years. */
  readonly safety?: boolean;
  /** XK-57: no more than this many certificates are valid at a time; first accepted, first served. */
  readonly quantity?: number;
  /** 一户一宅: of what a household has no more than one; the same word in every item that gives it. */
  readonly onePerHousehold?: string;
  /** 农用地转用: it gives land for building; farmland needs its conversion approved first. */
  readonly givesLand?: boolean;
  readonly jointDepartments: readonly string[];
  /** Agents may bring it (L9); people of other towns may (L10). */
  readonly proxyAllowed: boolean;
  readonly crossTown: boolean;
  /** 通办范围 in words. */
  readonly crossTownScope: string;
  readonly places: readonly Place[];
  readonly consulting: Contact;
  /** 监督投诉 */
  readonly complaints: Contact;
  /** 网上办理, 预约办理, 快递送达 */
  readonly online: boolean;
  readonly appointment: boolean;
  readonly courier: boolean;
  /** Whether the cited article was found to say so; the rest is illustrative and to be confirmed. */
  readonly verified: "yes" | "memory";
}

export interface Guide {
  readonly version: number;
  readonly content: GuideContent;
  readonly publishedOn: string;
  /** What the town's lists said when they were last published, where staff have since changed it. */
  readonly listed?: GuideContent;
  /** A revision that somebody proposed and somebody else has not published yet. */
  readonly proposal?: Proposal;
  /** How many revisions were proposed so far: each has its own number. */
  readonly proposals?: number;
  /** How the power will be held from days to come; the earliest first. */
  readonly coming?: readonly Source[];
}

/** How the power is held (权力来源): what a guide says of it follows the power. */
export interface Source {
  /** ISO date. */
  readonly from: string;
  readonly mode?: PowerMode;
  /** The organ in whose name an entrusted power is used. */
  readonly entrusting?: string;
  readonly legalBasis?: string;
}

/** A revision as proposed: by whom, of which version, and what it changes. */
export interface Proposal {
  readonly number: number;
  readonly onVersion: number;
  readonly on: string;
  readonly by: string;
  /** The person behind the login, where it proves one. */
  readonly party?: string;
  readonly changes: Partial<GuideContent>;
  readonly reason: string;
}

/** From the town's lists and profile: what they changed since is taken over, what staff changed besides stays. */
export interface PublishGuide {
  readonly type: "publish";
  readonly content: GuideContent;
}
/** By staff: proposes that the fields named replace the present ones. */
export interface ReviseGuide {
  readonly type: "revise";
  readonly changes: Partial<GuideContent>;
  readonly reason: string;
}
/** By another person: the proposal of this number becomes the next version. */
export interface PublishRevision {
  readonly type: "publish-revision";
  readonly proposal: number;
}
export interface DropRevision {
  readonly type: "drop-revision";
  readonly proposal: number;
  readonly reason: string;
}
/** The power is held otherwise from a day on. */
export interface FollowPower {
  readonly type: "follow-power";
  readonly source: Source;
}
/** By staff: a file that they sent themselves becomes the form of a material. */
export interface GiveForm {
  readonly type: "give-form";
  readonly material: string;
  readonly kind: FormKind;
  readonly file: UploadedFile | undefined;
  /** Whether its content is kept by now where guides look for it. */
  readonly kept: boolean;
  readonly reason: string;
}
export interface DropForm {
  readonly type: "drop-form";
  readonly material: string;
  readonly kind: FormKind;
  readonly reason: string;
}
export type GuideCommand =
  | PublishGuide
  | ReviseGuide
  | PublishRevision
  | DropRevision
  | GiveForm
  | DropForm
  | FollowPower
  | { readonly type: "take-over-source" };

/** A version as published; `proposal`: the number of the revision that it carries out. */
export interface Published {
  readonly version: number;
  readonly content: GuideContent;
  readonly publishedOn: string;
  readonly listed?: GuideContent;
  readonly proposal?: number;
}

export type GuideEvent = DomainEvent &
  (
    | {
        readonly type: "permits.guide.published";
        readonly data: Published;
        readonly personal?: { readonly reason: string };
      }
    | {
        readonly type: "permits.guide.revision-proposed";
        readonly data: Pick<Proposal, "number" | "onVersion" | "on" | "changes">;
        readonly personal: { readonly reason: string; readonly party?: string };
      }
    | {
        readonly type: "permits.guide.revision-dropped";
        readonly data: { readonly number: number; readonly on: string };
        readonly personal: { readonly reason: string };
      }
    | { readonly type: "permits.guide.source-noted"; readonly data: { readonly source: Source } }
  );

/** XK-42-1: twenty working days where no special law gives another limit. */
export const generalLimit = 20;

/** XK-42-2: forty-five where several departments handle it together. */
export const jointLimit = 45;

/** Working days the law gives: its own for the item, else a licence's general or joint limit; a public service has none. */
export function legalLimitOf({ statutoryWorkingDays, category, jointDepartments }: GuideContent): number | undefined {
  if (statutoryWorkingDays !== undefined || category !== "licence") return statutoryWorkingDays;
  return jointDepartments.length === 0 ? generalLimit : jointLimit;
}
