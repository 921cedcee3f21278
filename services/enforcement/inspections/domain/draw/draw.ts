import type * as z from "zod";
import type * as published from "../../../../../shared/contracts/enforcement-inspections.ts";
import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";
import type { OfficerCopy } from "../../../common/domain/known-power.ts";
import type { Enterprise } from "../enterprise/enterprise.ts";
import type { InspectionItem } from "../item/item.ts";
import type { InspectionsRefusal } from "../refusals.ts";
import type { DrawnVenue, DrawPool, Hash } from "./drawing.ts";

export const exclusionGrounds = ["not-listed", "cap", "no-officers"] as const;
export const replacementGrounds = ["conflict", "not-certified"] as const;

/** What a label stands for: known to the office. */
export interface LabelledVenue {
  readonly label: string;
  readonly enterprise: string;
  readonly premises: string;
}
export interface DrawOfficer {
  readonly certificate: string;
  readonly sub: string;
}

/** A random choice of venues and officers (双随机抽取). */
export interface InspectionDraw {
  readonly status: "committed" | "drawn";
  readonly title: string;
  readonly number: OfficialNumber;
  readonly items: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly pool: DrawPool;
  readonly excluded: readonly { readonly label: string; readonly ground: (typeof exclusionGrounds)[number] }[];
  readonly committedOn: string;
  readonly committedBy: string;
  readonly seedDigest: string;
  readonly poolDigest: string;
  /** Nobody reads it before the draw. */
  readonly seed: string;
  readonly venues: readonly LabelledVenue[];
  readonly officers: readonly DrawOfficer[];
  readonly drawnOn?: string;
  readonly word?: string;
  readonly drawn: readonly DrawnVenue[];
  /** The inspection of each venue that was drawn. */
  readonly proposed: readonly { readonly label: string; readonly inspection: string }[];
  readonly replaced: readonly {
    readonly label: string;
    readonly certificate: string;
    readonly ground: (typeof replacementGrounds)[number];
  }[];
}

export type DrawCommand =
  | {
      readonly type: "commit";
      readonly title: string;
      readonly items: readonly string[];
      readonly itemStates: readonly (InspectionItem | undefined)[];
      readonly from: string;
      readonly until: string;
      readonly count: number;
      readonly venues: readonly (LabelledVenue & { readonly state: Enterprise | undefined })[];
      readonly officers: readonly string[];
      readonly certificates: readonly OfficerCopy[];
      readonly seed: string;
      readonly hash: Hash;
    }
  | { readonly type: "draw"; readonly word: string; readonly hash: Hash }
  | { readonly type: "propose"; readonly label: string; readonly inspection: string }
  | {
      readonly type: "replace";
      readonly label: string;
      readonly certificate: string;
      readonly ground: (typeof replacementGrounds)[number];
      readonly enterprise: Enterprise | undefined;
      readonly certificates: readonly OfficerCopy[];
    };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.inspection-draw.${T}`;
  readonly data: D;
  readonly personal: P;
};
export type DrawEvent =
  | Of<
      "committed",
      z.infer<typeof published.inspectionDrawCommitted>,
      Pick<InspectionDraw, "title" | "number" | "seed" | "venues" | "officers">
    >
  | Of<"drawn", z.infer<typeof published.inspectionDrawDrawn>>
  | Of<"inspection-proposed", { readonly label: string; readonly inspection: string }>
  | Of<
      "officer-replaced",
      { readonly label: string; readonly ground: (typeof replacementGrounds)[number] },
      { readonly certificate: string }
    >;

export const drawMoves = {
  committed: { draw: "drawn" },
  drawn: { propose: "drawn", replace: "drawn" },
} as const satisfies MovesOf<InspectionDraw, DrawCommand>;

export interface DrawWords {
  readonly state: InspectionDraw;
  readonly command: DrawCommand;
  readonly event: DrawEvent;
  readonly moves: typeof drawMoves;
  readonly begins: "commit";
  readonly begun: "enforcement.inspection-draw.committed";
  readonly refusal: InspectionsRefusal;
}

/** The officers of a venue: the first two of its order who were not replaced. */
export function drawnOfficers({ drawn, replaced, officers }: InspectionDraw, label: string): readonly string[] {
  const gone = replaced.filter((one) => one.label === label).map(({ certificate }) => certificate);
  const order = drawn.find((one) => one.label === label)?.officers ?? [];
  return order
    .filter((one) => !gone.includes(one))
    .slice(0, 2)
    .flatMap((one) => officers.filter(({ certificate }) => certificate === one).map(({ sub }) => sub));
}
