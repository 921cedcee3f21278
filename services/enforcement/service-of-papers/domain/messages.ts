import type { Limit } from "../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../shared/papers/official-number.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Delivery, PaperKind, Receiver, Way } from "./delivery.ts";

/** The party's confirmed address as it stands when the paper is sent; undefined: he confirmed none. */
interface WithConfirmation {
  readonly confirmation: Confirmation | undefined;
}
type Begun = Pick<Delivery, "case" | "proceeding" | "order" | "party" | "paper" | "handlers" | "recipient">;

/** So much of a proceeding, or of an order to correct, as a delivery needs: a proceeding is one by its form. */
export interface SentFrom {
  readonly case?: string;
  readonly party: { readonly kind: "citizen" | "organisation" | "sole-trader"; readonly key?: string };
  readonly handlers: readonly string[];
  readonly notice?: Issued;
  readonly decision?: Issued;
  /** The order to correct itself. */
  readonly order?: Issued;
}
interface Issued {
  readonly number: Pick<OfficialNumber, "text">;
  readonly on: string;
}
export interface Send {
  readonly type: "send";
  /** The proceeding or the order to correct that the paper is of. */
  readonly proceeding?: string;
  readonly order?: string;
  /** Of notice and decision number and day stand in the proceeding. */
  readonly paper: { readonly kind: PaperKind; readonly number?: string; readonly issuedOn?: string };
  /** Undefined: there is no such proceeding or order. */
  readonly of: SentFrom | undefined;
}
export interface HandOver {
  readonly type: "deliver-by-hand";
  readonly on: string;
  readonly to: Receiver;
  /** CF-61a: the relative is of age and lives with him. */
  readonly livesWithHim?: boolean;
  readonly signedBy: string;
  /** Names of who acts for the party on that day; absent: not known here. */
  readonly agents?: readonly string[];
  /** Digest of the signed delivery record. */
  readonly proof: string;
}
/** CF-61a: he refused it; it was left where he lives or has his seat. */
export interface Leave {
  readonly type: "leave";
  readonly on: string;
  readonly reasons: string;
  /** Digest of the delivery record, which says that he refused. */
  readonly proof: string;
  readonly witness?: string;
  /** Digest of the picture or recording. */
  readonly recording?: string;
}
export interface Electronic extends WithConfirmation {
  readonly type: "deliver-electronically";
  /** The day on which it arrived in the system that he named. */
  readonly on: string;
  readonly proof: string;
}
export interface ByMail {
  readonly type: "deliver-by-mail";
  readonly on: string;
  readonly tracking: string;
  readonly signedBy: string;
  readonly proof: string;
}
export interface Entrust {
  readonly type: "entrust";
  readonly on: string;
  readonly organ: string;
  readonly proof: string;
}
export interface Fail {
  readonly type: "note-failure";
  readonly way: Exclude<Way, "public-notice">;
  readonly on: string;
  readonly reasons: string;
  readonly proof?: string;
}
export interface PublicNotice extends WithConfirmation {
  readonly type: "publish-notice";
  readonly where: string;
  readonly because: "whereabouts-unknown" | "all-else-failed";
  readonly reasons: string;
  /** Digest of what proves that nobody knows where he is. */
  readonly proof?: string;
}
export type DeliveryCommand =
  | Send
  | HandOver
  | Leave
  | Electronic
  | ByMail
  | Entrust
  | Fail
  | PublicNotice
  | { readonly type: "ask-copy" }
  | { readonly type: "give-copy"; readonly proof: string }
  | { readonly type: "abandon"; readonly reasons: string }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.delivery.${T}`;
  readonly data: D;
  readonly personal: P;
};
interface On {
  readonly on: string;
}

export type DeliveryEvent =
  | Of<
      "begun",
      Omit<Begun, "handlers" | "recipient"> & { readonly limit: Limit },
      Pick<Begun, "handlers" | "recipient">
    >
  | Of<
      "served",
      On & { readonly how: Way; readonly proof?: string },
      {
        readonly to?: Receiver;
        readonly signedBy?: string;
        readonly witness?: string;
        readonly recording?: string;
        readonly reasons?: string;
      }
    >
  | Of<"failed", On & { readonly way: Way; readonly proof?: string }, { readonly reasons: string }>
  | Of<
      "notice-published",
      On & { readonly where: string; readonly serves: Limit; readonly because: PublicNotice["because"] },
      { readonly reasons: string; readonly proof?: string }
    >
  | Of<"copy-asked", On>
  | Of<"copy-given", On & { readonly proof: string }>
  | Of<"abandoned", On, { readonly reasons: string }>
  | Of<"overdue", { readonly due: string }>
  | Of<"limit-recounted", { readonly limit: Limit }>;
