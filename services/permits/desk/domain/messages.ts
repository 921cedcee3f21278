import type * as z from "zod";
import type { Limit } from "../../../../shared/calendar/index.ts";
import type * as published from "../../../../shared/contracts/permits-consultations.ts";
import type { Application } from "../../cases/domain/application/application.ts";
import type { Guide } from "../../guides/domain/guide.ts";

/** Who asked, if he said so. */
export interface Contact {
  readonly name: string;
  readonly phone?: string;
  readonly kind?: "citizen" | "organisation";
  readonly idNumber?: string;
}

/** A question and what was answered to it. */
export interface Exchange {
  readonly question: string;
  readonly on: string;
  readonly answer?: { readonly text: string; readonly on: string; readonly by: string };
}

export interface Prefilled {
  readonly on: string;
  readonly guideVersion: number;
  readonly bring: readonly { readonly name: string; readonly required: boolean }[];
}

export interface Known {
  readonly item?: string;
  readonly office: string;
  readonly channel: "window" | "online" | "phone";
  readonly owner?: string;
  readonly contact?: Contact;
  readonly askedOn: string;
  readonly askedBy: string;
  readonly exchanges: readonly Exchange[];
  readonly limit: Limit;
  readonly overdue?: true;
  readonly forwards?: readonly { readonly from: string; readonly to: string; readonly on: string }[];
  readonly prefilled?: Prefilled;
  readonly published?: { readonly question: string; readonly answer: string; readonly on: string };
}
/** An application came of it. */
export type Turned = Known & {
  readonly status: "turned";
  readonly application: string;
  readonly turnedOn: string;
};
export type Consultation = (Known & { readonly status: "asked" | "replied" }) | Turned;

export type ConsultationCommand =
  | {
      readonly type: "ask";
      readonly item?: string;
      readonly guide?: Guide | undefined;
      readonly channel: Known["channel"];
      readonly question: string;
      readonly contact?: Contact;
    }
  | { readonly type: "answer"; readonly text: string }
  | { readonly type: "follow-up"; readonly question: string }
  | { readonly type: "refer"; readonly office: string }
  | { readonly type: "publish"; readonly question: string; readonly answer: string }
  | { readonly type: "prefill"; readonly guide: Guide | undefined; readonly reason?: string }
  | {
      readonly type: "turn";
      readonly application: string;
      readonly filed: Pick<Application, "item" | "owner"> | undefined;
    }
  | { readonly type: "pass-time" };

interface Event<T extends string, D> {
  readonly type: `permits.consultation.${T}`;
  readonly data: D;
}

/** What anybody asks or answers in his own words is `personal`, never `data`. */
export type ConsultationEvent =
  | (Event<"asked", z.infer<typeof published.consultationAsked> & { readonly limit: Limit }> & {
      readonly personal: { readonly question: string; readonly contact?: Contact; readonly owner?: string };
    })
  | (Event<"answered", z.infer<typeof published.consultationAnswered>> & {
      readonly personal: { readonly text: string };
    })
  | (Event<"followed-up", { readonly on: string; readonly limit: Limit }> & {
      readonly personal: { readonly question: string };
    })
  | Event<"forwarded", { readonly from: string; readonly to: string; readonly on: string }>
  | (Event<"published", { readonly on: string }> & {
      readonly personal: { readonly question: string; readonly answer: string };
    })
  | (Event<"prefilled", Prefilled> & { readonly personal?: { readonly reason: string } })
  | Event<"turned", z.infer<typeof published.consultationTurned>>
  | Event<"overdue", z.infer<typeof published.consultationOverdue>>
  | Event<"recounted", { readonly limit: Limit }>;
