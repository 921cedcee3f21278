import type { Limit } from "../../../../shared/calendar/index.ts";

/** Papers that are served on a party; `notice` and `decision` give their proceeding its next day. */
export const paperKinds = [
  "notice",
  "decision",
  "demand",
  "enforcement-decision",
  "hearing-notice",
  "measure",
  "measure-extension",
  "rectification-order",
  "stop-order",
  "other",
] as const;
export type PaperKind = (typeof paperKinds)[number];

export const ways = ["handed-over", "left", "electronic", "mail", "entrusted", "public-notice"] as const;
/** CF-61a: the ways of 民诉法87–95 in which a paper reaches a party. */
export type Way = (typeof ways)[number];

/** CF-61a: who may sign for it: of a citizen he, an adult of his household, or his agent; of a body those who act for it. */
export const receivers = ["self", "adult-of-household", "legal-representative", "head", "mail-clerk", "agent"] as const;
export type Receiver = (typeof receivers)[number];

/** One try to serve it. What proves it is a file, by its digest. */
export interface Attempt {
  readonly way: Way;
  readonly on: string;
  readonly by: string;
  readonly served: boolean;
  readonly proof?: string;
}

interface Sent {
  /** Of a paper in a case: the case, and the proceeding of the party. */
  readonly case?: string;
  readonly proceeding?: string;
  /** Of an order to correct: the order, which may stand before any case. */
  readonly order?: string;
  /** CF-57a: the party is a citizen, or a body with people who act for it. */
  readonly party: "citizen" | "organisation";
  readonly paper: { readonly kind: PaperKind; readonly number: string; readonly issuedOn: string };
  /** CF-61: handed over on the day it is announced, else within seven working days. */
  readonly limit: Limit;
  readonly handlers: readonly string[];
  /** What the party is known by. */
  readonly recipient?: string;
  readonly attempts: readonly Attempt[];
  readonly late?: true;
}

export type UnderWay = Sent & { readonly status: "under-way" };
/** CF-61a: published; it counts as served thirty days later. */
export type Published = Sent & {
  readonly status: "published";
  readonly notice: { readonly issuedOn: string; readonly where: string; readonly serves: Limit };
};
export type Served = Sent & {
  readonly status: "served";
  readonly servedOn: string;
  readonly how: Way;
  /** CF-61a: of what came electronically he may ask a paper copy. */
  readonly copyAskedOn?: string;
  readonly copyGivenOn?: string;
};
export type Abandoned = Sent & { readonly status: "abandoned"; readonly abandonedOn: string };

/** A paper on its way to a party (送达), with every try and the record of its delivery (送达回证). */
export type Delivery = UnderWay | Published | Served | Abandoned;
