import canonicalize from "canonicalize";
import { type Decider, type DomainEvent, type Recorded, refuse } from "../../../../shared/decider/index.ts";

type Text = { readonly zh: string; readonly en: string };

export interface Material {
  readonly name: string;
  readonly required: boolean;
  /** Obtained from another organ's data: must not be asked for again (S-4). */
  readonly shared: boolean;
  /** 容缺受理: the case may be accepted without it, if the applicant promises to bring it before the decision. */
  readonly tolerable?: boolean;
}

export interface Step {
  readonly name: string;
  readonly kind: "intake" | "survey" | "joint-review" | "review" | "decision" | "issue";
}

/** A service guide (办事指南, S-7): what an applicant may rely on. */
export interface GuideContent {
  readonly code: string;
  readonly itemCode: string;
  readonly name: Text;
  /** 许可, 公共服务, or 备案 that is recorded on receipt without a decision (L16). */
  readonly category: "licence" | "public-service" | "filing";
  readonly domain: string;
  readonly legalBasis: string;
  readonly sourceDepartment: string;
  /** The town's office that decides. */
  readonly office: string;
  /** 即办件 decided on the spot, or 承诺件 within the promised limit. */
  readonly kind: "immediate" | "promised";
  /** Working days the law gives; absent where the cited law gives none. */
  readonly statutoryWorkingDays?: number;
  readonly promisedWorkingDays: number;
  readonly feeFen: number;
  /** XK-58: the law or administrative regulation that lets a fee be taken; without one there is none. */
  readonly feeBasis?: string;
  readonly visits: number;
  readonly materials: readonly Material[];
  readonly steps: readonly Step[];
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
  readonly jointDepartments: readonly string[];
  /** Agents may bring it (L9); people of other towns may (L10). */
  readonly proxyAllowed: boolean;
  readonly crossTown: boolean;
  /** Whether the cited article was found to say so; the rest is illustrative and to be confirmed. */
  readonly verified: "yes" | "memory";
}

export interface Guide {
  readonly version: number;
  readonly content: GuideContent;
  readonly publishedOn: string;
}

export interface PublishGuide {
  readonly type: "publish";
  readonly content: GuideContent;
}

export type GuideEvent = DomainEvent & {
  readonly type: "permits.guide.published";
  readonly data: { readonly version: number; readonly publishedOn: string; readonly content: GuideContent };
};

/** XK-42-1: twenty working days where no special law gives another limit. */
export const generalLimit = 20;

/** XK-42-2: forty-five where several departments handle it together. */
export const jointLimit = 45;

/** Working days the law gives: its own for the item, else a licence's general or joint limit; a public service has none. */
export function legalLimitOf({ statutoryWorkingDays, category, jointDepartments }: GuideContent): number | undefined {
  if (statutoryWorkingDays !== undefined || category !== "licence") return statutoryWorkingDays;
  return jointDepartments.length === 0 ? generalLimit : jointLimit;
}

/** A guide is published in versions; a case follows the version it was filed under. The same again is no new version. */
export const guide: Decider<Guide, PublishGuide, GuideEvent> = {
  aggregate: "guide",
  decide(state, { content }, { today }) {
    const { promisedWorkingDays: promised } = content;
    const legal = legalLimitOf(content);
    if (legal !== undefined && promised > legal)
      return refuse("permits.promise-longer-than-law", { promised, legal, rule: "S-7" }, "/promisedWorkingDays");
    if (state !== undefined && canonicalize(state.content) === canonicalize(content)) return [];
    const version = (state?.version ?? 0) + 1;
    return [{ type: "permits.guide.published", data: { version, publishedOn: today.toString(), content } }];
  },
  evolve: (_state, { data }: Recorded<GuideEvent>): Guide => data,
  listed: ({ content }, id) => ({
    byCode: { partition: "guides", sort: id },
    byDomain: { partition: content.domain, sort: id },
  }),
};
