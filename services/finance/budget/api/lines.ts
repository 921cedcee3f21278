import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { type Fen, negate } from "../../../../shared/money/index.ts";
import { type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { amountFen, amountOrNone, differenceFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { backedByAll, entriesHeld } from "../../ledger/index.ts";
import {
  availableOf,
  type BudgetLine,
  type BudgetLineCommand,
  budgetLineMoves,
  type Ground,
  grounds,
  pendingOf,
  unspentKinds,
} from "../domain/budget-line.ts";
import { budgetLine } from "../domain/decider.ts";
import { beforeApprovalKinds } from "../domain/guards.ts";
import { notNow } from "../domain/refusals.ts";
import { budgetYear } from "../domain/year/decider.ts";
import type { BudgetYearCommand } from "../domain/year/words.ts";
import { yearAbsent, yearNumber, yearQuery } from "./years.ts";

const document = lineOf(200, 1);
const lineView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["open", "lapsed"]),
  year: z.int(),
  item: z.string(),
  purpose: z.string(),
  ground: z.enum(grounds),
  document: z.string(),
  approvedFen: z.int(),
  plannedFen: z.int(),
  paidFen: z.int(),
  heldFen: z.int(),
  /** What can still be asked for. */
  availableFen: z.int(),
  leftFen: z.int().optional(),
  becomes: z.enum(unspentKinds).optional(),
  carriedFen: z.int().optional(),
  from: z.string().optional(),
  entry: z.string().optional(),
  requests: z.array(z.object({ request: z.string(), amountFen: z.int() })),
});
const lineRow = lineView.omit({ requests: true, document: true });

const row = ({ id, version, state }: Loaded<BudgetLine>) => ({
  ...{ id, version, status: state.status, year: state.year, item: state.item, purpose: state.purpose },
  ...{ ground: state.ground, approvedFen: state.approved, plannedFen: state.planned, paidFen: state.paid },
  ...{ heldFen: pendingOf(state), availableFen: availableOf(state) },
  ...present({
    leftFen: state.left,
    becomes: state.becomes,
    carriedFen: state.carried,
    from: state.from,
    entry: state.entry,
  }),
});
const view = (loaded: Loaded<BudgetLine>) => ({
  ...row(loaded),
  document: loaded.state.document,
  requests: Object.entries(loaded.state.reserved).map(([request, amount]) => ({ request, amountFen: amount })),
});

export const lines = resource({
  of: budgetLine,
  at: "/finance/budget-lines",
  staff: financeReaders,
  moves: budgetLineMoves,
  statusOf: ({ status }) => status,
  returns: lineView,
  view,
});

const allotted = (amount: Fen, ground: Ground, kind?: string): BudgetYearCommand => ({
  ...{ type: "allot", amount, ground },
  ...present({ kind }),
});

/** F-12: each fen of a transfer is given to a line once. */
const backing = (entry: string, target: string, amount: Fen) =>
  backedByAll([{ entry, parts: [{ target, amount }] }], "earmarked");

const purposeOf = ({ year, item, purpose }: Pick<BudgetLine, "year" | "item" | "purpose">) => ({ year, item, purpose });

/** Lines of the budget (预算指标). */
export const lineRoutes: readonly Route[] = [
  list("GET /finance/budget-lines", {
    summary: { zh: "某年度的预算指标", en: "Lines of the budget of a year" },
    allow: financeReaders,
    of: budgetLine,
    query: { year: yearQuery, status: severalOf(["open", "lapsed"]).default(["open"]) },
    sorts: ["code"],
    returns: lineRow,
    find: ({ query: { year, status } }) =>
      status.map((one) => ({ index: "byStatus", partition: `budget-line:${year}:${one}` })),
    view: row,
  }),
  create("POST /finance/budget-lines", {
    summary: {
      zh: "下达指标：人大批准的、批准前可以安排的、上年结转的、动用预备费的（灾害先用预备费，不足的列入预算调整），或者到账的专项转移支付",
      en: "Give a line: approved by the congress, before approval, carried over, of the reserve or an earmarked transfer",
    },
    allow: ["finance-approver"],
    of: budgetLine,
    body: z.strictObject({
      year: yearNumber,
      item: lineOf(20),
      purpose: lineOf(200, 1),
      ground: z.enum(grounds),
      kind: z.enum(beforeApprovalKinds).exactOptional(),
      document,
      amountFen: amountOrNone,
      from: lineOf(60).exactOptional(),
      /** F-12: the entry that booked the earmarked transfer. */
      entry: lineOf(120, 1).exactOptional(),
    }),
    facts: ({ body: { entry } }) => ({ entries: entriesHeld(entry === undefined ? [] : [entry]) }),
    id: ({ body, unique }) => `${body.year}-${unique}`,
    run: ({
      body: { kind: _kind, amountFen: amount, ...body },
      facts: {
        entries: [entry],
      },
    }): BudgetLineCommand => ({
      ...{ type: "approve", ...body, amount, ...present({ cameOn: entry?.effectiveOn }) },
    }),
    others: {
      members: ({ id, body: { year, from, entry, amountFen: amount } }) => ({
        year: member(budgetYear, String(year)),
        before: from === undefined ? [] : [member(budgetLine, from)],
        backing: entry === undefined ? [] : backing(entry, id, amount).members,
      }),
      missing: ({ body: { year } }) => ({ year: notNow(yearAbsent.code, { year }) }),
      commands: ({ id, body: { amountFen: amount, ground, kind, from, entry, ...body }, facts }) => ({
        year: allotted(amount, ground, kind),
        before: from === undefined ? [] : [{ type: "carry" as const, into: id, amount, ...purposeOf(body) }],
        backing: entry === undefined ? [] : backing(entry, id, amount).commands(facts.entries),
      }),
    },
    returns: lines.returns,
    view: lines.view,
  }),
  lines.read({ zh: "一个预算指标", en: "A line of the budget" }, financeReaders),
  lines.step("plan", {
    summary: { zh: "批复用款计划，至多到指标数", en: "Set free by the use plan, up to a sum" },
    allow: ["finance-approver"],
    body: z.strictObject({ upToFen: amountFen, document }),
    run: ({ body }) => ({ type: "plan", upTo: body.upToFen, document: body.document }),
  }),
  lines.step("adjust", {
    does: "change",
    summary: { zh: "按人大批准的预算调整增减指标", en: "Change it by an adjustment of the congress" },
    allow: ["finance-approver"],
    body: z.strictObject({ byFen: differenceFen, document }),
    run: ({ body }) => ({
      ...{ type: "change", kind: "adjustment", by: body.byFen, document: body.document, decidedBy: "congress" },
    }),
    others: {
      members: ({ id }) => ({ year: member(budgetYear, id.slice(0, 4)) }),
      commands: ({ body }) => ({ year: allotted(body.byFen, "congress") }),
    },
  }),
  lines.step("shift", {
    does: "change",
    summary: { zh: "调剂到另一指标（财政所，记录在案）", en: "Shift money to another line, on record" },
    allow: ["finance-approver"],
    body: z.strictObject({ to: lineOf(60), amountFen, document }),
    run: ({ id, body }) => ({
      ...{ type: "change", kind: "shift", by: negate(body.amountFen), document: body.document },
      ...{ decidedBy: "finance-office", ...(body.to === id ? { within: true } : {}) },
    }),
    blames: { "/byFen": "/amountFen" },
    others: {
      members: ({ id, body }) => ({ other: body.to === id ? [] : [member(budgetLine, body.to)] }),
      commands: ({ id, body }) => ({
        other:
          body.to === id
            ? []
            : [
                {
                  ...{ type: "change" as const, kind: "shift" as const, by: body.amountFen },
                  ...{ document: body.document, decidedBy: "finance-office" as const },
                },
              ],
      }),
    },
  }),
  lines.step("lapse", {
    summary: { zh: "年终注销，余额结转或者成为结余", en: "The year is over: what is left is carried over or surplus" },
    allow: ["finance-approver"],
    body: z.strictObject({}),
    run: () => ({ type: "lapse" }),
  }),
  lines.history({ zh: "指标的经过", en: "History of a line" }, financeReaders),
];
