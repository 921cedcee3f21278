import * as z from "zod";
import type { Decider, DomainEvent } from "../../shared/decider/index.ts";
import { historyOf, readById } from "../../shared/http/index.ts";
import { aggregate, instruct, type Service } from "../../shared/service/index.ts";

/** A ledger page (账页) copies what another service's tally published, and notes in which order it came. */
export interface Page {
  readonly entries: number;
  readonly sum: number;
  readonly lastSequence: number;
  readonly outOfOrder: number;
  /** Sources of closings, in the order in which they came. */
  readonly closings: readonly string[];
}

type Command =
  | { readonly type: "enter"; readonly amount: number; readonly sequence: number }
  | { readonly type: "close"; readonly tally: string };

interface Entered extends DomainEvent {
  readonly type: "ledger.page.entered";
  readonly data: { readonly amount: number; readonly sequence: number };
}
interface Closed extends DomainEvent {
  readonly type: "ledger.page.closing-noted";
  readonly data: { readonly tally: string };
}

const blank: Page = { entries: 0, sum: 0, lastSequence: 0, outOfOrder: 0, closings: [] };

export const page: Decider<Page, Command, Entered | Closed> = {
  aggregate: "page",
  shape: 1,
  decide: (_state, command) =>
    command.type === "enter"
      ? [{ type: "ledger.page.entered", data: { amount: command.amount, sequence: command.sequence } }]
      : [{ type: "ledger.page.closing-noted", data: { tally: command.tally } }],
  evolve(state = blank, event) {
    if (event.type === "ledger.page.closing-noted")
      return { ...state, closings: [...state.closings, event.data.tally] };
    const { amount, sequence } = event.data;
    return {
      ...state,
      entries: state.entries + 1,
      sum: state.sum + amount,
      lastSequence: sequence,
      outOfOrder: state.outOfOrder + (sequence > state.lastSequence ? 0 : 1),
    };
  },
};

/** No repetition gets this amount into the ledger. */
export const poison = 666;
const amount = z.object({ amount: z.int() });
const size = { memoryMb: 256, timeoutSeconds: 10 };
const view = z.looseObject({ id: z.string(), entries: z.int(), sum: z.int(), outOfOrder: z.int() });

export const ledgerService: Service = {
  name: "ledger",
  title: { zh: "账簿", en: "Ledger" },
  aggregates: [aggregate(page)],
  indexes: [],
  routes: [
    readById("GET /ledger/pages/{id}", {
      of: page,
      summary: { zh: "查看账页", en: "Read a page" },
      allow: "public",
      returns: view,
      view: ({ id, state }) => ({ id, ...state }),
    }),
    historyOf("GET /ledger/pages/{id}/history", {
      of: page,
      summary: { zh: "账页的历史", en: "History of a page" },
      allow: ["supervisor"],
    }),
  ],
  subscriptions: [
    {
      type: "tally.tally.added",
      needs: amount,
      react({ subject, sequence, data }) {
        const parsed = amount.parse(data);
        if (parsed.amount === poison) throw new Error("poison");
        const id = subject.slice("tally/".length);
        return [instruct({ of: page, id, expects: "either", command: { type: "enter", ...parsed, sequence } })];
      },
    },
    {
      type: "tally.tally.closed",
      needs: z.object({}),
      react: ({ subject }) => [
        instruct({
          of: page,
          id: "closings",
          expects: "either",
          command: { type: "close", tally: subject.slice("tally/".length) },
        }),
      ],
    },
  ],
  publishes: { "ledger.page.entered": z.object({ amount: z.int(), sequence: z.int() }) },
  problems: {},
  functions: { api: size, relay: size, reactions: size, clockwork: size, opening: size },
  attempts: 3,
};

/** The ledger as a later version of its program has it: it can do with that amount. */
export const mendedLedger: Service = {
  ...ledgerService,
  subscriptions: [
    ...ledgerService.subscriptions.filter(({ type }) => type !== "tally.tally.added"),
    {
      type: "tally.tally.added",
      needs: amount,
      react: ({ subject, sequence, data }) => [
        instruct({
          of: page,
          id: subject.slice("tally/".length),
          expects: "either",
          command: { type: "enter", ...amount.parse(data), sequence },
        }),
      ],
    },
  ],
};
