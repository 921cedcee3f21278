import type { OfflineEntry, PresentMatter, Received } from "./entry.ts";
import type { entryMoves } from "./moves.ts";
import type { OfflineRefusal } from "./refusals.ts";

interface Whose {
  readonly owner: string;
}

export type EntryCommand =
  | ({ readonly type: "expect"; readonly entry: string; readonly dependent: string } & Whose)
  | ({ readonly type: "take"; readonly received: Received; readonly said: string } & Whose)
  | { readonly type: "wait"; readonly on: string }
  | { readonly type: "finish"; readonly event?: string; readonly version?: number }
  | {
      readonly type: "refuse";
      readonly code: string;
      readonly details: Readonly<Record<string, unknown>>;
      readonly present?: PresentMatter;
    }
  | { readonly type: "correct"; readonly by: string };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `grid-events.offline-entry.${T}`;
  readonly data: D;
  readonly personal: P;
};
interface About {
  readonly entry: string;
}

export type EntryEvent =
  | Of<"expected", About & { readonly dependent: string }, Whose>
  | Of<"taken", Received, Whose & { readonly said: string }>
  | Of<"awaited", About & { readonly dependent: string }>
  | Of<"waiting", About & { readonly on: string }>
  | Of<"done", About & { readonly event?: string; readonly version?: number }>
  | Of<
      "refused",
      About & { readonly code: string; readonly present?: PresentMatter },
      { readonly details: Readonly<Record<string, unknown>> }
    >
  | Of<"corrected", About & { readonly by: string }>;

/** The words from which the tables of an entry are typed. */
export interface EntryWords {
  readonly state: OfflineEntry;
  readonly command: EntryCommand;
  readonly event: EntryEvent;
  readonly moves: typeof entryMoves;
  readonly begins: "expect" | "take";
  readonly begun: "grid-events.offline-entry.expected" | "grid-events.offline-entry.taken";
  readonly refusal: OfflineRefusal;
}
