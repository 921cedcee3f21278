/** States in which an item lies somewhere; each has a last day. */
export const lyingStatuses = ["held", "sold", "returning", "confiscated", "to-auction", "lost"] as const;
/** States in which nothing lies with the town any more. */
export const goneStatuses = [
  "returned",
  "compensated",
  "handed-over",
  "realised",
  "destroyed",
  "given-over",
  "turned-in",
] as const;
export const goodsStatuses = [...lyingStatuses, ...goneStatuses] as const;
export type GoodsStatus = (typeof goodsStatuses)[number];

export const goodsKinds = ["goods", "facility", "place"] as const;
/** By what the town holds it: a measure (CF-56, QZ-25), or the decision itself. */
export const titles = ["preservation", "seal", "seizure", "decision"] as const;
export type GoodsTitle = (typeof titles)[number];

/** Who keeps it. `officers`: still those who took it, until the keeper has signed for it. */
export type Keeper =
  | { readonly kind: "officers" }
  | { readonly kind: "staff"; readonly sub: string }
  /** It stays with the party, under seal. */
  | { readonly kind: "party" }
  /** QZ-26: kept by another by contract; the town answers for him. */
  | {
      readonly kind: "third-party";
      readonly name: string;
      readonly contract: string;
      /** P-17: absent, his name is hidden as a person's is. */
      readonly partyKind?: "citizen" | "organisation";
    };
/** A keeper whom somebody can name. */
export type NamedKeeper = Exclude<Keeper, { readonly kind: "officers" }>;

/** QZ-27, QZ-28: why it goes back. */
export const returnGrounds = [
  "no-breach",
  "unrelated",
  "decided",
  "term-over",
  "no-need",
  "evidence-copied",
  "not-approved",
  "case-over",
  "overturned",
  "taken-back",
  "fine-settled",
] as const;
export type ReturnGround = (typeof returnGrounds)[number];

export const disposals = ["auction", "sale", "destroy", "give-over", "pay-in"] as const;
/** CF-74a: `pay-in` is for what was sold already. */
export type Disposal = (typeof disposals)[number];
/** CF-74a: only what must be destroyed is. */
export const destructionGrounds = ["counterfeit", "harmful", "expired", "unlawful-to-trade"] as const;

/** QZ-27: what was sold because it would have spoiled. */
export interface Proceeds {
  readonly amountFen: number;
  /** What it was worth on the market. */
  readonly marketFen: number;
  readonly on: string;
}

/** An item that the town seized, sealed, preserved or confiscated, from its taking to its end. */
export interface Goods {
  readonly status: GoodsStatus;
  readonly case: string;
  /** The measure under which it was taken. */
  readonly measure?: string;
  readonly under: GoodsTitle;
  /** Of whom: his place in the case, and the claim of his token. */
  readonly party: string;
  readonly key: string;
  readonly kind: (typeof goodsKinds)[number];
  readonly title: string;
  readonly quantity: number;
  readonly unit: string;
  /** Serial number, plate or batch. */
  readonly mark?: string;
  readonly condition: string;
  /** What it was worth when it was taken, where somebody appraised it. */
  readonly valueFen?: number;
  readonly takenOn: string;
  /** The officers of the case when it was taken. None of them keeps it. */
  readonly handlers: readonly string[];
  readonly place: string;
  readonly keeper: Keeper;
  /** It is on its way to a keeper who has not signed yet. */
  readonly moving?: { readonly keeper: NamedKeeper; readonly place: string; readonly on: string };
  readonly moves: number;
  readonly seals: readonly string[];
  /** Digests of pictures. */
  readonly pictures: readonly string[];
  /** The last day of its present state. */
  readonly until: string;
  /** It was told to be late. */
  readonly late?: true;
  /** QZ-26: what keeping and testing it cost the town. */
  readonly costsFen: number;
  readonly proceeds?: Proceeds;
  /** Damage and too low a price, owed to who gets it back. */
  readonly owedFen: number;
  readonly returning?: ReturnGround;
  /** Its owner was called by public notice. */
  readonly calledOn?: string;
  /** The proceeding that confiscated it. */
  readonly proceeding?: string;
  /** QZ-46: the proceeding for whose fine it is auctioned. */
  readonly against?: string;
  readonly disposal?: { readonly how: Disposal; readonly on: string; readonly by: string };
  /** What its disposal brought, with interest, paid in to the treasury. */
  readonly paidInFen?: number;
  readonly endedOn?: string;
}

export const isLying = (status: GoodsStatus): status is (typeof lyingStatuses)[number] =>
  lyingStatuses.some((one) => one === status);
/** Whether the town still answers for it. */
export const liesThere = ({ status }: Pick<Goods, "status">): boolean => isLying(status);

/** QZ-28(2): what is paid in its place or besides: what a sale brought, damage, the difference to the market. */
export const dueFen = ({ proceeds, owedFen, paidInFen }: Goods): number =>
  (paidInFen ?? proceeds?.amountFen ?? 0) + owedFen;
