import * as z from "zod";
import {
  type Decision,
  type DomainEvent,
  deciderOf,
  type MovesOf,
  type OfType,
  refusals,
} from "../../shared/decider/index.ts";
import { command, create, historyOf, list, read, readById } from "../../shared/http/index.ts";
import { parkedRoute } from "../../shared/messaging/index.ts";
import { aggregate, instruct, type Service, setAsideRoute } from "../../shared/service/index.ts";

/** Codes with which a tally refuses. */
export type TallyRefusal =
  | "tally.exists"
  | "tally.closed"
  | "tally.too-much"
  | "tally.limit-below-zero"
  | "tally.changed-its-mind";
const { notNow, refuse } = refusals<TallyRefusal>();

/** A tally (计数): the smallest domain that uses everything the shared core offers. */
export interface Tally {
  readonly book: string;
  readonly total: number;
  readonly status: "open" | "closed";
  readonly numbers: readonly number[];
  readonly closesAt?: string;
  readonly holder?: string;
}

export type TallyCommand =
  | { type: "create"; book: string; holder?: string; closesAt?: string; limit?: number }
  | { type: "add"; amounts: readonly number[]; note?: unknown }
  | { type: "number"; series: string }
  | { type: "numberThenFail"; series: string }
  | { type: "close" };

interface Opened extends DomainEvent {
  readonly type: "tally.tally.opened";
  readonly data: { readonly book: string; readonly closesAt?: string };
  readonly personal?: { readonly holder: string };
}
interface Added extends DomainEvent {
  readonly type: "tally.tally.added";
  readonly data: { readonly amount: number; readonly note?: unknown };
}
interface Numbered extends DomainEvent {
  readonly type: "tally.tally.numbered";
  readonly data: { readonly number: number };
}
interface Closed extends DomainEvent {
  readonly type: "tally.tally.closed";
  readonly data: Readonly<Record<never, never>>;
}
export type TallyEvent = Opened | Added | Numbered | Closed;

type Ask<T extends TallyCommand["type"]> = OfType<TallyCommand, T>;

/** States of a tally and what moves them. */
export const tallyMoves = {
  open: { add: "open", number: "open", numberThenFail: "open", close: "closed" },
  closed: {},
} as const satisfies MovesOf<Tally, TallyCommand>;

function open({ book, holder, closesAt, limit }: Ask<"create">): Decision<TallyEvent> {
  if (limit !== undefined && limit < 0) return refuse("tally.limit-below-zero", { article: "计数办法1" });
  return [
    {
      type: "tally.tally.opened",
      data: { book, ...(closesAt === undefined ? {} : { closesAt }) },
      ...(holder === undefined ? {} : { personal: { holder } }),
    },
  ];
}

function add({ total }: Tally, { amounts, note }: Ask<"add">): Decision<TallyEvent> {
  if (total + amounts.reduce((sum, one) => sum + one, 0) > 1_000_000)
    return refuse("tally.too-much", { total }, "/amounts");
  return amounts.map((amount) => ({
    type: "tally.tally.added",
    data: { amount, ...(note === undefined ? {} : { note }) },
  }));
}

interface TallyWords {
  readonly state: Tally;
  readonly command: TallyCommand;
  readonly event: TallyEvent;
  readonly moves: typeof tallyMoves;
  readonly begins: "create";
  readonly begun: "tally.tally.opened";
  readonly refusal: TallyRefusal;
}

export const tally = deciderOf<TallyWords>({
  aggregate: "tally",
  shape: 1,
  moves: tallyMoves,
  impossible: "tally.closed",
  begin: { create: open },
  steps: {
    add,
    number: (_state, { series }, { numbers }) => [
      { type: "tally.tally.numbered", data: { number: numbers.take(series) } },
    ],
    numberThenFail: (_state, { series }, { numbers }) =>
      refuse("tally.changed-its-mind", { number: numbers.take(series) }),
    close: () => [{ type: "tally.tally.closed", data: {} }],
  },
  always: { create: () => notNow("tally.exists") },
  begun: {
    "tally.tally.opened": ({ data, personal }) => ({ total: 0, status: "open", numbers: [], ...data, ...personal }),
  },
  effects: {
    "tally.tally.added": (state, { data }) => ({ ...state, total: state.total + data.amount }),
    "tally.tally.numbered": (state, { data }) => ({ ...state, numbers: [...state.numbers, data.number] }),
    "tally.tally.closed": (state) => ({ ...state, status: "closed" }),
  },
  /** Open tallies only, by their total. */
  listed: ({ status, book, total }): Record<string, { partition: string; sort: string }> =>
    status === "open" ? { byBook: { partition: `book#${book}`, sort: String(total).padStart(7, "0") } } : {},
  nextDeadline: ({ status, closesAt }) => (status === "open" ? closesAt : undefined),
  onDeadline: () => ({ type: "close" }),
});

export const view = z.strictObject({
  id: z.string(),
  version: z.int(),
  book: z.string(),
  total: z.int(),
  status: z.enum(["open", "closed"]),
  closesAt: z.string().optional(),
});
const text = (zh: string, en: string) => ({ zh, en });
const shown = ({ id, version, state }: { id: string; version: number; state: Tally }) => ({
  id,
  version,
  book: state.book,
  total: state.total,
  status: state.status,
  ...(state.closesAt === undefined ? {} : { closesAt: state.closesAt }),
});
const writes = { of: tally, returns: view, view: shown };
const ofCounty = z.object({ tally: z.string(), amount: z.int() });
const size = { memoryMb: 256, timeoutSeconds: 10 };

export const tallyService: Service = {
  name: "tally",
  title: text("计数", "Tallies"),
  aggregates: [aggregate(tally)],
  indexes: [{ name: "byBook", projection: "all" }],
  files: true,
  routes: [
    create("POST /tally/tallies", {
      ...writes,
      summary: text("开立计数", "Open a tally"),
      allow: ["clerk"],
      body: z.strictObject({
        book: z.string().min(1).max(40),
        holder: z.string().max(40).optional(),
        closesAt: z.iso.datetime().optional(),
        limit: z.int().optional(),
      }),
      id: ({ body, unique }) => `${body.book.length}.${unique}`,
      run: ({ body: { book, holder, closesAt, limit } }): TallyCommand => ({
        type: "create",
        book,
        ...(holder === undefined ? {} : { holder }),
        ...(closesAt === undefined ? {} : { closesAt }),
        ...(limit === undefined ? {} : { limit }),
      }),
    }),
    command("POST /tally/tallies/{id}/add", {
      ...writes,
      summary: text("累加", "Add to a tally"),
      allow: ["clerk", "reviewer"],
      body: z.strictObject({
        amounts: z.array(z.int().min(0).max(1_000_000)).min(1).max(5),
        note: z.string().max(100, "tally.note-too-long").optional(),
      }),
      run: ({ body: { amounts, note } }): TallyCommand => ({
        type: "add",
        amounts,
        ...(note === undefined ? {} : { note }),
      }),
    }),
    command("POST /tally/tallies/{id}/close", {
      ...writes,
      summary: text("结账", "Close a tally"),
      allow: ["clerk"],
      body: z.strictObject({}),
      run: (): TallyCommand => ({ type: "close" }),
    }),
    readById("GET /tally/tallies/{id}", {
      ...writes,
      summary: text("查看计数", "Read a tally"),
      allow: ["clerk", "reviewer"],
      mayRead: ({ state }) => state.book !== "secret",
    }),
    list("GET /tally/tallies", {
      ...writes,
      summary: text("未结计数", "Open tallies of a book"),
      allow: ["clerk"],
      query: {
        book: z.string().min(1).max(40),
        above: z
          .string()
          .regex(/^\d{1,6}$/)
          .transform(Number)
          .optional(),
        even: z.stringbool().optional(),
      },
      find: ({ query: { book, above } }) => ({
        index: "byBook",
        partition: `book#${book}`,
        ...(above === undefined ? {} : { from: String(above + 1).padStart(7, "0") }),
      }),
      keep: ({ state }, { query: { even } }) => even !== true || state.total % 2 === 0,
    }),
    historyOf("GET /tally/tallies/{id}/history", {
      of: tally,
      summary: text("计数的历史", "History of a tally"),
      allow: ["supervisor"],
    }),
    read("GET /tally/about", {
      summary: text("简介", "About"),
      allow: "public",
      returns: z.object({ problem: z.string() }),
      run: async () => ({ problem: "none" }),
    }),
    parkedRoute("tally"),
    setAsideRoute("tally"),
  ],
  subscriptions: [
    {
      type: "county.sale.made",
      needs: ofCounty,
      react({ data }) {
        const { tally: id, amount } = ofCounty.parse(data);
        return [instruct({ of: tally, id, command: { type: "add", amounts: [amount] } })];
      },
    },
  ],
  publishes: {
    "tally.tally.opened": z.object({ book: z.string(), closesAt: z.string().optional() }),
    "tally.tally.added": z.object({ amount: z.int() }),
    "tally.tally.closed": z.object({}),
  },
  problems: {
    "tally.exists": text("计数已存在", "The tally is there already"),
    "tally.closed": text("计数已结账", "The tally is closed"),
    "tally.too-much": text("合计超过上限，现为{total}", "The total would be too much; it is {total}"),
    "tally.limit-below-zero": text("上限不得为负（{article}）", "The limit must not be below zero ({article})"),
    "tally.note-too-long": text("备注最多一百字", "A note has at most a hundred characters"),
  },
  opening: () =>
    ["开门", "办事"].map((book, place) =>
      instruct({
        of: tally,
        id: `first-${place}`,
        command: { type: "create", book },
        expects: "new",
      }),
    ),
  functions: { api: size, relay: size, reactions: size, clockwork: size, opening: size },
  attempts: 5,
};
