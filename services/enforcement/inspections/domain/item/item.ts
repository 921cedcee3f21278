import type * as z from "zod";
import type * as published from "../../../../../shared/contracts/enforcement-inspections.ts";
import type { MovesOf } from "../../../../../shared/decider/index.ts";
import type { InspectionsRefusal } from "../refusals.ts";

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** How an item is checked. IN-5: on paper or by data, nobody visits. */
export const itemMethods = ["on-site", "paper", "data"] as const;

/** Why an item is inspected by no longer. */
export const withdrawalGrounds = ["law-changed", "power-recalled", "not-needed"] as const;

/** One thing to look at (检查要点). */
export interface InspectionPoint {
  readonly id: string;
  readonly text: Text;
}

/** What an item of inspection (检查事项) says. */
export interface ItemContent {
  readonly name: Text;
  readonly domain: string;
  /** Codes of the powers that it serves: what it may find. */
  readonly powers: readonly string[];
  readonly legalBasis: string;
  /** The list from which the town took it. */
  readonly source: string;
  readonly method: (typeof itemMethods)[number];
  readonly points: readonly InspectionPoint[];
  /** How often a year at one enterprise, where fewer than the town's cap. */
  readonly perYear?: number;
}

/** A version as it was published. */
export interface PublishedItem extends ItemContent {
  readonly number: number;
  readonly on: string;
}

export interface InspectionItem {
  readonly status: "drafted" | "listed" | "withdrawn";
  readonly published?: PublishedItem;
  readonly draft?: { readonly content: ItemContent; readonly by: string };
  readonly withdrawn?: { readonly on: string; readonly ground: (typeof withdrawalGrounds)[number] };
}

export type ItemCommand =
  | { readonly type: "draft"; readonly content: ItemContent }
  | {
      readonly type: "revise";
      readonly content: ItemContent;
    }
  /** `powers`: those of the draft that the town knows, and what it may do by them. */
  | { readonly type: "publish"; readonly powers: readonly { readonly code: string; readonly decides: boolean }[] }
  | { readonly type: "withdraw"; readonly ground: (typeof withdrawalGrounds)[number] };

type Of<T extends string, D extends object> = {
  readonly type: `enforcement.inspection-item.${T}`;
  readonly data: D;
};
export type ItemEvent =
  | Of<"drafted", { readonly content: ItemContent; readonly on: string }>
  | Of<"revised", { readonly content: ItemContent; readonly on: string }>
  | Of<"published", z.infer<typeof published.inspectionItemPublished>>
  | Of<"withdrawn", z.infer<typeof published.inspectionItemWithdrawn>>;

export const itemMoves = {
  drafted: { revise: "drafted", publish: "listed" },
  listed: { revise: "listed", publish: "listed", withdraw: "withdrawn" },
  withdrawn: { revise: "withdrawn", publish: "listed" },
} as const satisfies MovesOf<InspectionItem, ItemCommand>;

export interface ItemWords {
  readonly state: InspectionItem;
  readonly command: ItemCommand;
  readonly event: ItemEvent;
  readonly moves: typeof itemMoves;
  readonly begins: "draft";
  readonly begun: "enforcement.inspection-item.drafted";
  readonly refusal: InspectionsRefusal;
}
