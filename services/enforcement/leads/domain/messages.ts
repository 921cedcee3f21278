import type * as z from "zod";
import type { Limit } from "../../../../shared/calendar/index.ts";
import type * as published from "../../../../shared/contracts/enforcement-leads.ts";
import type { OfficerCopy } from "../../../../shared/powers-in-force/index.ts";
import type { Place } from "../../../../shared/territory/index.ts";
import type {
  JoinedInto,
  Lead,
  LeadCheck,
  LeadReply,
  LeadStatus,
  leadDismissalGrounds,
  leadTransferGrounds,
} from "./lead.ts";

/** What comes in. */
export interface Receive {
  readonly type: "receive";
  readonly source: Lead["source"];
  readonly matter: Lead["matter"];
  readonly text: string;
  readonly address: string;
  readonly place?: Place;
  readonly happenedOn?: string;
  readonly domain?: string;
  readonly item?: string;
  readonly accused?: Lead["accused"];
  readonly anonymous: boolean;
  readonly informant?: Lead["informant"];
  /** CF-36a: the day on which the organ that hands it over first knew, as its paper says. */
  readonly knownOn?: string;
  /** CF-75: the officers it complains about, as far as they are known. */
  readonly concerned: readonly string[];
}
export interface Verify {
  readonly type: "verify";
  readonly with: readonly string[];
  readonly officers: readonly OfficerCopy[];
  readonly checkedOn: string;
  readonly finding: LeadCheck["finding"];
  readonly suspectedCrime: boolean;
  readonly domain?: string;
  readonly item?: string;
  readonly place?: Place;
  readonly address?: string;
  readonly notes: string;
  readonly files: readonly string[];
}
/** What is known of the lead or the case that a lead joins. */
export interface Target {
  readonly status: string;
}
export interface Join {
  readonly type: "join";
  /** Its own id. */
  readonly id: string;
  readonly into: JoinedInto;
  readonly target: Target | undefined;
  readonly reasons: string;
}
export type LeadCommand =
  | Receive
  | Verify
  | { readonly type: "countersign" }
  | { readonly type: "propose"; readonly case: string }
  | { readonly type: "dismiss"; readonly ground: (typeof leadDismissalGrounds)[number]; readonly reasons: string }
  | {
      readonly type: "transfer";
      readonly to: "organ" | "police";
      readonly organ: string;
      readonly ground: (typeof leadTransferGrounds)[number];
      readonly reasons: string;
    }
  | Join
  /** Told to the lead that another one joins. */
  | { readonly type: "take-in"; readonly from: string; readonly discoveredOn: string; readonly receivedOn: string }
  | { readonly type: "answer"; readonly corrected: boolean; readonly reasons: string }
  | { readonly type: "extend"; readonly reasons: string }
  | { readonly type: "informant"; readonly reason: string }
  /** What the head made of the case that was proposed. */
  | { readonly type: "note-filed"; readonly case: string; readonly on: string }
  | { readonly type: "note-dismissed"; readonly case: string; readonly ground: string; readonly on: string }
  | { readonly type: "pass-time" };

export type CommandOf<T extends LeadCommand["type"]> = Extract<LeadCommand, { type: T }>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.lead.${T}`;
  readonly data: D;
  readonly personal: P;
};
type Publishing<T extends string, S extends z.ZodType<object>, P extends object = object> = Of<T, z.infer<S>, P>;
interface Reasoned {
  readonly reasons: string;
}

export type LeadEvent =
  | Of<
      "recorded",
      Pick<
        Lead,
        "source" | "matter" | "channel" | "anonymous" | "domain" | "item" | "receivedOn" | "discoveredOn" | "fileBy"
      >,
      Pick<Lead, "text" | "address" | "place" | "happenedOn" | "accused" | "informant" | "owner" | "concerned">
    >
  | Publishing<"received", typeof published.leadReceived>
  | Of<
      "checked",
      Pick<LeadCheck, "on" | "finding" | "suspectedCrime"> & Pick<Lead, "domain" | "item" | "fileBy">,
      Pick<LeadCheck, "officers" | "notes" | "files"> & { readonly place?: Place; readonly address?: string }
    >
  | Of<"verified", { readonly on: string; readonly finding: LeadCheck["finding"] }>
  | Of<"proposed", { readonly on: string; readonly case: string }>
  | Publishing<"filed", typeof published.leadFiled>
  | Publishing<"dismissed", typeof published.leadDismissed, Partial<Reasoned>>
  | Publishing<"transferred", typeof published.leadTransferred, Reasoned>
  | Publishing<"joined", typeof published.leadJoined, Reasoned>
  | Publishing<"answered", typeof published.leadAnswered, Reasoned>
  | Of<"taken-in", { readonly from: string; readonly discoveredOn: string; readonly fileBy?: Limit }>
  | Of<"term-extended", { readonly fileBy: Limit }, Reasoned>
  | Of<"informant-disclosed", { readonly on: string }, { readonly reason: string }>
  | Of<"limit-recounted", { readonly limit: Limit }>
  | Publishing<"overdue", typeof published.leadOverdue>;

export type { LeadReply, LeadStatus };
