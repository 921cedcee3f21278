import type * as z from "zod";
import type * as published from "../../../../shared/contracts/enforcement-goods.ts";
import type {
  Disposal,
  destructionGrounds,
  Goods,
  GoodsTitle,
  Keeper,
  NamedKeeper,
  Proceeds,
  ReturnGround,
} from "./goods.ts";

/** What an item of goods knows of its case. A case is one by its form. */
export interface GoodsCase {
  readonly handlers: readonly string[];
}
interface WithCase {
  readonly of: GoodsCase | undefined;
}

/** An item as the list of goods describes it. */
export type Described = Pick<Goods, "kind" | "title" | "quantity" | "unit" | "condition" | "seals" | "pictures"> &
  Partial<Pick<Goods, "mark" | "valueFen">> & { readonly place: string; readonly keeper: NamedKeeper };

/** So much of a proceeding as says whether it confiscates. A proceeding is one by its form. */
export interface Confiscating {
  readonly status: string;
  readonly case: string;
  readonly party: { readonly id: string; readonly key: string };
  readonly handlers: readonly string[];
  readonly charges?: {
    readonly items: readonly {
      readonly kinds: readonly string[];
      readonly confiscation?: { readonly goods: readonly string[] };
      readonly fine?: { readonly amountFen: number };
    }[];
  };
  readonly decision?: { readonly outcome: string; readonly on: string };
}

/** QZ-24: taken under a measure, in one commit with it. */
export interface TakeIn {
  readonly type: "take-in";
  readonly case: string;
  readonly measure: string;
  readonly under: Exclude<GoodsTitle, "decision">;
  readonly party: { readonly id: string; readonly key: string };
  readonly handlers: readonly string[];
  readonly takenOn: string;
  readonly until: string;
  readonly item: Described;
}
/** CF-74a: taken by the decision that confiscates it. */
export interface TakeConfiscated {
  readonly type: "take-confiscated";
  readonly proceeding: string;
  readonly item: Described;
  /** The other officer, and the digest of the list that was drawn up on the spot. */
  readonly with: string;
  readonly list: string;
  readonly by: Confiscating | undefined;
  /** Items of the case that are on record already. */
  readonly known: readonly (Pick<Goods, "party" | "title" | "status"> | undefined)[];
  readonly of: (GoodsCase & { readonly officers: readonly { readonly sub: string }[] }) | undefined;
}
export interface Move extends WithCase {
  readonly type: "move";
  readonly keeper: NamedKeeper;
  readonly place: string;
  readonly reasons: string;
  /** The receiver's signature on paper, where he has no login here. */
  readonly receipt?: string;
  /** The giver's, likewise. */
  readonly slip?: string;
}
export interface SellPerishable extends WithCase {
  readonly type: "sell-perishable";
  readonly amountFen: number;
  readonly marketFen: number;
  readonly reasons: string;
  /** Digest of the record of the sale, and the account that keeps the money. */
  readonly record: string;
  readonly account: string;
}
export interface GiveBack extends WithCase {
  readonly type: "give-back";
  readonly to: "owner" | "legal-representative" | "agent";
  readonly name: string;
  /** Digest of the signed receipt. */
  readonly acknowledgement: string;
  readonly authority?: string;
  readonly paidFen: number;
}
/** CF-74a: what was decided is carried out by somebody else. */
export interface Dispose extends WithCase {
  readonly type: "realise" | "destroy" | "give-over";
  /** Digest of the record. */
  readonly record: string;
  readonly amountFen?: number;
  readonly interestFen?: number;
  readonly receipt?: string;
  readonly organ?: string;
  readonly witnesses?: readonly string[];
  readonly recording?: string;
}

export type GoodsCommand =
  | TakeIn
  | TakeConfiscated
  | Move
  | (WithCase & { readonly type: "receive" })
  | (WithCase & {
      readonly type: "inspect";
      readonly condition: string;
      readonly sealsIntact: boolean;
      readonly seals: readonly string[];
      readonly pictures: readonly string[];
    })
  | (WithCase & {
      readonly type: "note-cost";
      readonly what: "keeping" | "testing" | "transport";
      readonly amountFen: number;
      readonly bearer: "town" | "party";
    })
  | SellPerishable
  | (WithCase & {
      readonly type: "note-loss";
      readonly what: "lost" | "damaged";
      readonly valueFen: number;
      readonly reasons: string;
    })
  | (WithCase & { readonly type: "compensate"; readonly paidFen: number; readonly receipt: string })
  | GiveBack
  | (WithCase & { readonly type: "call-owner"; readonly where: string })
  | (WithCase & { readonly type: "turn-in"; readonly receipt: string; readonly reasons: string })
  | (WithCase & {
      readonly type: "decide-disposal";
      readonly how: Disposal;
      readonly ground?: (typeof destructionGrounds)[number];
      readonly reasons: string;
    })
  | Dispose
  | (WithCase & { readonly type: "take-back"; readonly organ: string; readonly document: string })
  /** Of the measure or the decision above it, in any state. */
  | { readonly type: "prolong"; readonly until: string }
  | {
      readonly type: "adopt";
      readonly measure: string;
      readonly under: Exclude<GoodsTitle, "decision">;
      readonly until: string;
    }
  | { readonly type: "release"; readonly ground: ReturnGround }
  | { readonly type: "confiscate"; readonly proceeding: string }
  | { readonly type: "hand-over"; readonly organ: string; readonly receipt: string }
  | { readonly type: "restore"; readonly proceeding: string }
  /** QZ-46: of the fine above it: it is set against what is unpaid, and what its auction brought. */
  | { readonly type: "set-against"; readonly proceeding: string }
  | {
      readonly type: "auction";
      readonly proceeding: string;
      readonly amountFen: number;
      readonly record: string;
      readonly receipt: string;
    }
  | { readonly type: "pass-time" };

export type GoodsCommandOf<T extends GoodsCommand["type"]> = Extract<GoodsCommand, { type: T }>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `enforcement.goods.${T}`;
  readonly data: D;
  readonly personal: P;
};
interface On {
  readonly on: string;
}
interface Until {
  readonly until: string;
}
interface Reasoned {
  readonly reasons: string;
}

type Settled = z.infer<typeof published.goodsSettled>;
/** The public part of an item that was taken. */
type Taken = Pick<Goods, "case" | "under" | "kind" | "quantity" | "takenOn" | "until"> & {
  readonly party: string;
  readonly measure?: string;
  readonly proceeding?: string;
};
interface TakenPersonal
  extends Pick<Goods, "key" | "title" | "unit" | "condition" | "handlers" | "place" | "seals" | "pictures"> {
  readonly mark?: string;
  readonly valueFen?: number;
  readonly with?: string;
  readonly list?: string;
}

export type GoodsEvent =
  | Of<"taken-in", Taken, TakenPersonal>
  | Of<"sent", On, Reasoned & { readonly keeper: NamedKeeper; readonly place: string; readonly slip?: string }>
  | Of<"received", On, { readonly keeper: Keeper; readonly place: string; readonly receipt?: string }>
  | Of<"inspected", On & { readonly sealsIntact: boolean }, Pick<Goods, "condition" | "seals" | "pictures">>
  | Of<"cost-noted", On & { readonly what: string; readonly amountFen: number }>
  | Of<
      "sold",
      Pick<Proceeds, "amountFen" | "marketFen" | "on">,
      Reasoned & { readonly record: string; readonly account: string }
    >
  | Of<"damaged", On & { readonly owedFen: number }, Reasoned>
  | Of<"lost", On & Until & { readonly owedFen: number }, Reasoned>
  | Of<"compensated", On & { readonly paidFen: number }, { readonly receipt: string }>
  | Of<"released", On & Until & { readonly ground: ReturnGround; readonly owedFen: number }>
  | Of<
      "returned",
      On & { readonly to: GiveBack["to"]; readonly paidFen: number },
      { readonly name: string; readonly acknowledgement: string; readonly authority?: string }
    >
  | Of<"owner-called", On & Until, { readonly where: string }>
  | Of<"turned-in", On, Reasoned & { readonly receipt: string }>
  | Of<"confiscated", On & Until & { readonly proceeding: string }>
  | Of<"disposal-decided", On & { readonly how: Disposal; readonly ground?: string }, Reasoned>
  | Of<
      "realised",
      On & { readonly how: Disposal; readonly amountFen: number; readonly interestFen: number },
      { readonly record: string; readonly receipt: string }
    >
  | Of<"destroyed", On, { readonly record: string; readonly witnesses: readonly string[]; readonly recording: string }>
  | Of<"given-over", On, { readonly record: string; readonly organ: string; readonly receipt: string }>
  | Of<"handed-over", On, { readonly organ: string; readonly receipt: string }>
  | Of<"taken-back", On & Until, { readonly organ: string; readonly document: string }>
  | Of<"restored", On & Until & { readonly proceeding: string; readonly lost: boolean; readonly owedFen: number }>
  | Of<"set-against", On & Until & { readonly proceeding: string }>
  | Of<"prolonged", Until>
  | Of<"adopted", Until & { readonly measure: string; readonly under: Exclude<GoodsTitle, "decision"> }>
  | Of<"settled", Settled>
  | Of<"overdue", z.infer<typeof published.goodsOverdue>>;
