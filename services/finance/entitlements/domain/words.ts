import type { DomainEvent, MovesOf } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import type { ReceivedMoney } from "./allocating.ts";
import type { AllocatedReceipt, DatedDocument, Entitlement } from "./entitlement.ts";
import type { TransferKind } from "./transfer-days.ts";

/**
 * What an entitlement arises from: a paper or a word, a settlement, a duty that was admitted (F9), debt that was paid, or money of the town
 * that the upper level took outside the budget (F-32).
 */
export const entitlementOrigins = ["promise", "settlement", "duty", "debt-paid", "sweep"] as const;
export type EntitlementOrigin = (typeof entitlementOrigins)[number];

/** What an entitlement says of itself. */
export type EntitlementClaim = Pick<
  Entitlement,
  "title" | "payer" | "promisedOn" | "document" | "basis" | "dueOn" | "setOff" | "entry"
> & { readonly origin: EntitlementOrigin };

/** An entitlement in the register. `promised`: no amount yet. `met`: as much as is owed came, or more. */
export interface KeptEntitlement extends EntitlementClaim, Pick<Entitlement, "fixed" | "receipts"> {
  readonly status: "promised" | "owed" | "met" | "dropped";
  /** When the payer is reminded next; absent while no last day is set. */
  readonly remindOn?: string;
  readonly reminders: number;
  readonly droppedBy?: DatedDocument;
}

/** F-33, F-41: a transfer of which the county gives notice. */
export interface NotifiedTransfer {
  readonly kind: TransferKind;
  readonly approvedOn: string;
  /** The department that gives notice. */
  readonly notifiedBy: string;
}

export type EntitlementCommand =
  | ({
      readonly type: "enter";
      readonly transfer?: NotifiedTransfer;
      /** F-34: how the budget of the announced year stands. */
      readonly budget?: "open" | "approved";
      /** F-32: the day on which the swept money left the books. */
      readonly sweptOn?: string;
    } & EntitlementClaim)
  /** A settlement, a duty or debt that was paid says what is owed: it stands as it is told last. `atOnce`: no last day given is today's. */
  | ({ readonly type: "assess" } & EntitlementClaim)
  | {
      readonly type: "fix";
      readonly amount: Fen;
      readonly document: DatedDocument;
      readonly dueOn?: string;
      readonly transfer?: NotifiedTransfer;
    }
  /** `isSwept`: the receipt brings swept money back (F-32). */
  | ({ readonly type: "receive"; readonly isSwept?: boolean } & ReceivedMoney)
  | { readonly type: "take-back"; readonly receipt: string }
  | { readonly type: "drop"; readonly document: DatedDocument }
  | { readonly type: "pass-time" };

interface Said<Type extends string, Data extends object> extends DomainEvent {
  readonly type: `finance.entitlement.${Type}`;
  readonly data: Data;
}
type Claimed = EntitlementClaim & { readonly remindOn?: string };
export type EntitlementEvent =
  | Said<"entered", Claimed>
  | Said<"assessed", Claimed>
  | Said<"fixed", { amount: Fen; document: DatedDocument; dueOn?: string; remindOn?: string }>
  | Said<"received", AllocatedReceipt>
  | Said<"taken-back", { receipt: string }>
  | Said<"dropped", { document: DatedDocument }>
  | Said<"overdue", { payer: string; dueOn: string; outstandingFen: Fen; remindOn: string }>;

/** States of an entitlement and what moves them. */
export const entitlementMoves = {
  promised: { fix: ["owed", "met"], receive: "promised", "take-back": "promised", drop: "dropped" },
  owed: {
    fix: ["owed", "met"],
    receive: ["owed", "met"],
    "take-back": "owed",
    drop: "dropped",
    "pass-time": "owed",
  },
  met: { fix: ["owed", "met"], receive: "met", "take-back": ["owed", "met"], drop: "dropped" },
  dropped: {},
} as const satisfies MovesOf<KeptEntitlement, EntitlementCommand>;
