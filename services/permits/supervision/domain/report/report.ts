import type * as z from "zod";
import type { Limit } from "../../../../../shared/calendar/index.ts";
import type * as published from "../../../../../shared/contracts/permits-inspections.ts";
import type { Inspector, Result, Subject, Supervised } from "../inspection/inspection.ts";
import type { Arrangement } from "../inspection/messages.ts";

/** What came of a report, in the words its reporter is told. */
export interface Reply {
  readonly on: string;
  /** Why it is not looked into, or to whom it was handed; absent: the inspection's result stands for it. */
  readonly reasons?: string;
  readonly result?: Result;
}

/** A report (举报) that licensed activities are carried on unlawfully, or without a licence (XK-65). */
export interface Report {
  readonly status: "received" | "looked-into" | "answered" | "declined" | "handed-over";
  readonly item: string;
  readonly office: string;
  readonly channel: "online" | "in-person";
  readonly anonymous: boolean;
  readonly text: string;
  /** Where it goes on, as the reporter knows it. */
  readonly place: string;
  readonly contact?: { readonly name: string; readonly phone: string };
  /** The resident who reported himself, and follows it. */
  readonly owner?: string;
  readonly receivedOn: string;
  readonly limit: Limit;
  readonly overdue: boolean;
  /** What is inspected for it. */
  readonly inspecting?: Inspecting;
  readonly reply?: Reply;
}
export interface Inspecting {
  readonly subject: Subject;
  readonly by: string;
  readonly place: string;
  readonly inspectors: readonly Inspector[];
  /** What the inspectors are told; nothing of the reporter. */
  readonly brief: string;
}

export type ReportCommand =
  | {
      readonly type: "file";
      readonly item: string;
      /** The office that answers for the item; undefined: there is no such item. */
      readonly office: string | undefined;
      readonly text: string;
      readonly place: string;
      readonly anonymous: boolean;
      readonly contact?: Report["contact"];
    }
  | (Omit<Inspecting, "subject" | "inspectors"> &
      Pick<Arrangement, "inspectors" | "officers"> & {
        readonly type: "look-into";
        readonly supervised: Supervised | undefined;
      })
  | { readonly type: "decline"; readonly reasons: string }
  | { readonly type: "hand-over"; readonly reasons: string }
  | { readonly type: "conclude"; readonly result: Result }
  | { readonly type: "contact"; readonly reason: string }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `permits.report.${T}`;
  readonly data: D;
  readonly personal: P;
};
type Publishing<T extends string, S extends z.ZodType<object>, P extends object = object> = Of<T, z.infer<S>, P>;

export type ReportEvent =
  | Of<
      "filed",
      Pick<Report, "item" | "office" | "channel" | "anonymous" | "receivedOn" | "limit">,
      Pick<Report, "text" | "place" | "contact" | "owner">
    >
  | Publishing<"looked-into", typeof published.reportLookedInto, Inspecting>
  | Publishing<"declined", typeof published.reportDeclined, { readonly reasons: string }>
  | Publishing<"handed-over", typeof published.reportHandedOver, { readonly reasons: string }>
  | Of<"answered", { readonly on: string; readonly result: Result }>
  | Of<"contact-disclosed", Record<never, never>, { readonly reason: string }>
  | Of<"limit-recounted", { readonly limit: Limit }>
  | Publishing<"overdue", typeof published.reportOverdue>;
