export const deliveryStatuses = ["sent", "received", "undelivered", "stuck", "void"] as const;
/** Whether a unit is to act, or no longer. */
export const deliveryKinds = ["act", "withdrawn"] as const;
/** Why it was sent: the unit got the matter, lost it, or has it under another category now. */
export const deliveryCauses = ["dispatched", "unit-withdrawn", "recategorised"] as const;
/** Why a send came to nothing. */
export const failures = ["not-received", "unreachable", "refused", "not-a-unit"] as const;

/** What one unit is told of one matter (G2), until it has it. Nothing of the matter stands here but its number and category. */
export interface Delivery {
  readonly status: (typeof deliveryStatuses)[number];
  readonly event: string;
  readonly number: string;
  readonly category: string;
  readonly grid?: string;
  readonly unit: string;
  readonly what: (typeof deliveryKinds)[number];
  readonly because: (typeof deliveryCauses)[number];
  /** The step of the matter that it tells of. */
  readonly step: number;
  readonly attempts: number;
  readonly sentAt: string;
  /** By then the unit says that it has it. */
  readonly receiveBy: string;
  readonly receivedAt?: string;
  readonly reason?: (typeof failures)[number];
}

type Sent = Pick<Delivery, "event" | "number" | "category" | "grid" | "unit" | "what" | "because" | "step">;

export type DeliveryCommand =
  | ({ readonly type: "send" } & Sent)
  | { readonly type: "receive" }
  /** The unit acts already: it has it. */
  | { readonly type: "note-received" }
  | { readonly type: "report-failure"; readonly reason: "unreachable" | "refused" }
  | { readonly type: "send-again" }
  /** Something later was sent to the same unit. */
  | { readonly type: "supersede" }
  | { readonly type: "pass-time" };
export type DeliveryCommandOf<T extends DeliveryCommand["type"]> = Extract<DeliveryCommand, { type: T }>;

type Of<T extends string, D extends object> = { readonly type: `grid-events.unit-notice.${T}`; readonly data: D };
type Attempt = Sent & { readonly sendNumber: number; readonly receiveBy: string };
type Told = Pick<Delivery, "event" | "number" | "unit" | "what">;

export type DeliveryEvent =
  | Of<"sent", Attempt>
  | Of<"sent-again", Attempt>
  | Of<"received", Told & { readonly sendNumber: number }>
  | Of<"failed", Told & { readonly sendNumber: number; readonly reason: (typeof failures)[number] }>
  | Of<"stuck", Told & { readonly sendNumber: number; readonly reason: "not-received" }>
  | Of<"superseded", Told>;
