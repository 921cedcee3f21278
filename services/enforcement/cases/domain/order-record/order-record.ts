import { type DomainEvent, deciderOf } from "../../../../../shared/decider/index.ts";

/** An order to correct that was served and not met: two officers looked again after its last day. */
export interface UnmetOrder {
  /** Id of the order. */
  readonly of: string;
  /** Code of the penalty in the list. */
  readonly code: string;
  readonly foundOn: string;
  readonly servedOn: string;
  readonly due: string;
  /** The day on which two officers found it not met. */
  readonly unmetOn: string;
  /** The case and the act for which it was given, where there was a case already. */
  readonly case?: string;
  readonly act?: string;
}
/** The orders that one party did not meet about acts of one kind. Its id is keyed. */
export interface OrderRecord {
  readonly entries: readonly UnmetOrder[];
}

export type OrderRecordCommand =
  | ({ readonly type: "record" } & UnmetOrder)
  /** The order fell: what rested on it has no ground any more. */
  | { readonly type: "strike"; readonly of: string };

export type OrderRecordEvent = DomainEvent &
  (
    | { readonly type: "enforcement.order-record.recorded"; readonly data: UnmetOrder }
    | { readonly type: "enforcement.order-record.struck"; readonly data: { readonly of: string } }
  );

interface OrderRecordWords {
  readonly state: OrderRecord;
  readonly command: OrderRecordCommand;
  readonly event: OrderRecordEvent;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

/** Follows the orders to correct (CF-28) that one party did not meet. The same again changes nothing. */
export const orderRecord = deciderOf<OrderRecordWords>({
  aggregate: "order-record",
  shape: 1,
  begin: {},
  always: {
    record: ({ entries }, { type: _type, ...data }) =>
      entries.some(({ of }) => of === data.of) ? [] : [{ type: "enforcement.order-record.recorded", data }],
    // Also of an order that was not unmet: who strikes need not know it.
    strike: (_state, { of }) => [{ type: "enforcement.order-record.struck", data: { of } }],
  },
  empty: { entries: [] },
  begun: {},
  effects: {
    "enforcement.order-record.recorded": ({ entries }, { data }) => ({ entries: [...entries, data] }),
    "enforcement.order-record.struck": ({ entries }, { data }) => ({
      entries: entries.filter(({ of }) => of !== data.of),
    }),
  },
});

/** An act of a case, or one found on the spot: there the day is that of today. */
export interface ActAsked {
  readonly case?: string;
  readonly act?: string;
  readonly from: string;
  readonly until: string;
}

/**
 * Whether one of the orders was about this act: given for this case and act, or for what was found while the act went on. On the
 * spot (no case) the act is that of today: an order given before it and found unmet by then counts.
 */
export const isOrderUnmet = (records: readonly (OrderRecord | undefined)[], asked: ActAsked): boolean =>
  records.some((record) => (record?.entries ?? []).some((entry) => isAbout(entry, asked)));

function isAbout(entry: UnmetOrder, { case: of, act, from, until }: ActAsked): boolean {
  if (entry.case !== undefined && entry.case === of) return entry.act === act;
  if (of === undefined) return entry.unmetOn <= until;
  return from <= entry.foundOn && entry.foundOn <= until;
}
