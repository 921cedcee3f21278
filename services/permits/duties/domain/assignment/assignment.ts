import type * as z from "zod";
import type * as published from "../../../../../shared/contracts/permits-people.ts";

type Text = { readonly zh: string; readonly en: string };

/** `inquiry`: first-inquiry responsibility (首问负责, L5); `handling`: the work on it in the office that decides (L6). */
export type DutyKind = "inquiry" | "handling";
export const dutyKinds: readonly DutyKind[] = ["inquiry", "handling"];

/** Somebody is asked to take over; until he accepts, it stays where it is. */
export interface Offer {
  readonly to: string;
  readonly by: string;
  readonly on: string;
  readonly reason: string;
}

export interface Duty {
  readonly office: string;
  readonly post?: string | undefined;
  /** Whose it is; absent: nobody of the office has it yet. */
  readonly owner?: string | undefined;
  /** Who does it while its owner is away. */
  readonly standIn?: string | undefined;
  readonly since: string;
  /** The stand-in has begun to work on it. */
  readonly begun?: true | undefined;
}

/** Who is responsible for a case, and who was. It informs; who may decide is the application's law. */
export interface Assignment {
  readonly status: "open" | "ended";
  readonly item: { readonly code: string; readonly name: Text };
  readonly channel: string;
  readonly receivedOn: string;
  readonly inquiry: Duty;
  /** From acceptance on. */
  readonly handling?: Duty;
  readonly offers: Partial<Readonly<Record<DutyKind, Offer>>>;
  readonly endedOn?: string;
}

export interface OpenAssignment {
  readonly type: "open";
  readonly item: Assignment["item"];
  readonly channel: string;
  readonly receivedOn: string;
  readonly domain: string;
  /** The clerk who received the person; absent where he filed it himself. */
  readonly clerk?: string;
  readonly away: readonly string[];
}

export type AssignmentCommand =
  | OpenAssignment
  | { readonly type: "take-up"; readonly office: string; readonly domain: string; readonly away: readonly string[] }
  | { readonly type: "rearrange"; readonly away: readonly string[] }
  | { readonly type: "begin"; readonly duty: DutyKind }
  | {
      readonly type: "offer";
      readonly duty: DutyKind;
      readonly to: string;
      readonly reason: string;
      readonly away: readonly string[];
    }
  | { readonly type: "accept-offer"; readonly duty: DutyKind }
  | { readonly type: "decline-offer"; readonly duty: DutyKind }
  | { readonly type: "assign"; readonly duty: DutyKind; readonly to: string; readonly away: readonly string[] }
  | { readonly type: "take"; readonly duty: DutyKind }
  | {
      readonly type: "hand-over";
      readonly person: string;
      readonly to: string;
      readonly departure: string;
      readonly away: readonly string[];
    }
  | { readonly type: "end" };

export type Moved = z.infer<typeof published.assignmentMoved>;
export type AssignmentEvent =
  | { readonly type: "permits.assignment.opened"; readonly data: z.infer<typeof published.assignmentOpened> }
  | { readonly type: "permits.assignment.moved"; readonly data: Moved }
  | {
      readonly type: "permits.assignment.begun";
      readonly data: { readonly duty: DutyKind; readonly by: string; readonly on: string };
    }
  | {
      readonly type: "permits.assignment.offered";
      readonly data: { readonly duty: DutyKind; readonly to: string; readonly on: string };
      readonly personal: { readonly reason: string };
    }
  | {
      readonly type: "permits.assignment.offer-declined";
      readonly data: { readonly duty: DutyKind; readonly on: string };
    }
  | { readonly type: "permits.assignment.ended"; readonly data: { readonly on: string } };

/** Who does a duty now; undefined: nobody has it yet. */
export const withWhom = ({ owner, standIn }: Duty): string | undefined => standIn ?? owner;

/** The duties of a case that are still somebody's, or wait for somebody. */
export const openDuties = ({ status, inquiry, handling }: Assignment): readonly (readonly [DutyKind, Duty])[] =>
  status === "ended"
    ? []
    : [["inquiry", inquiry], ...(handling === undefined ? [] : [["handling", handling] as const])];

/** In lists by person: nobody of the office has it yet. No `sub` is written so. */
export const nobodyOf = (office: string) => `nobody@${office}`;
