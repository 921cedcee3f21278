import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, rowOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf } from "../../../../shared/text/index.ts";
import { revenueKinds } from "../../../../shared/town/finance.ts";
import { treasuryLevels } from "../../../../shared/town/fiscal-scheme.ts";
import { accountFor, bankLineMember, lineReleased, lineUsed } from "../../bank-lines/index.ts";
import { yearQuery } from "../../budget/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { sourceFor } from "../../ledger/domain/revenue-source.ts";
import {
  blamesItsDay,
  bookBefore,
  bookHeld,
  entryUseHeld,
  month,
  postedTogether,
  takenBackTogether,
} from "../../ledger/index.ts";
import { revenue, revenueOf } from "../domain/decider.ts";
import { notifiers, payerKinds, type Revenue, type RevenueCommand, revenueMoves } from "../domain/revenue.ts";
import { bookedEntryId, incomeDraft } from "./booking.ts";
import { keptPayer, toldPayer } from "./payers.ts";
import { receiptedWith, receiptFor } from "./receipting.ts";

const day = z.iso.date();
const revenueView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["booked", "reversed"]),
  kind: z.enum(revenueKinds),
  source: z.string(),
  item: z.string(),
  level: z.enum(treasuryLevels),
  /** A person is not named. */
  paidBy: z.object({ kind: z.enum(payerKinds), name: z.string().optional() }),
  period: month,
  document: z.string(),
  legalBasis: z.string(),
  notifiedBy: z.enum(notifiers).optional(),
  serial: z.string(),
  amountFen: z.int(),
  on: day,
  postedAs: z.string(),
  reasons: z.string().optional(),
});
const revenueRow = revenueView.omit({ legalBasis: true, notifiedBy: true, reasons: true });

export const viewRevenue = ({ id, version, state }: Loaded<Revenue>) => ({
  ...{ id, version, status: state.status, kind: state.kind, source: state.source, item: state.item },
  paidBy: { kind: state.paidBy.kind, ...("name" in state.paidBy ? { name: state.paidBy.name } : {}) },
  ...{
    level: state.level,
    period: state.period,
    document: state.document,
    legalBasis: state.basis,
    serial: state.serial,
  },
  ...{ amountFen: state.amount, on: state.on, postedAs: state.postedAs },
  ...present({ notifiedBy: state.notifiedBy, reasons: state.reasons }),
});

const revenues = resource({
  of: revenue,
  at: "/finance/revenues",
  staff: financeReaders,
  moves: revenueMoves,
  statusOf: ({ status }) => status,
  returns: revenueView,
  view: viewRevenue,
});

const incomeBody = z.strictObject({
  item: z.string().regex(/^1\d{2,11}$/),
  level: z.enum(treasuryLevels),
  paidBy: toldPayer,
  period: month,
  document: lineOf(200, 1),
  notifiedBy: z.enum(notifiers).exactOptional(),
  serial: lineOf(60, 1),
  amountFen,
  on: day,
  isSettlement: z.boolean().exactOptional(),
  /** Who the fiscal receipt is made out to; by default the body that paid. */
  madeOutTo: personOrBodyName.exactOptional(),
});

const nothingPosted = { entries: [], balances: [] };
const treasuryHeld = ({ runtime }: { readonly runtime: Runtime }) =>
  bookHeld(runtime.town.finance.receiptAccounts.book);

const treasuryOf = (runtime: Pick<Runtime, "town">): string =>
  accountFor(runtime, runtime.town.finance.receiptAccounts);

/** Income of the town in the treasury. */
export const revenueRoutes: readonly Route[] = [
  list("GET /finance/revenues", {
    summary: { zh: "某年度收入", en: "Income of a year" },
    allow: financeReaders,
    of: revenue,
    query: { year: yearQuery.optional() },
    sorts: ["on"],
    returns: revenueRow,
    find: ({ query: { year }, runtime }) => ({
      index: "byStatus",
      partition: revenueOf(year ?? todayIn(runtime.clock()).year),
    }),
    view: rowOf(revenueRow, viewRevenue),
  }),
  create("POST /finance/revenues", {
    summary: {
      zh: "登记收入入库：科目、级次、缴款人、所属期、凭据；没有法定依据的不入账",
      en: "Book income that reached the treasury; without a legal basis it is refused",
    },
    allow: ["accountant"],
    of: revenue,
    body: incomeBody,
    id: ({ unique }) => unique,
    facts: treasuryHeld,
    learn: async ({ id, body: { amountFen: amount, ...body }, runtime }) => {
      const source = sourceFor(runtime.town.finance.revenueSources, body);
      if (source === undefined) return undefined;
      const draft = incomeDraft(id, { ...body, amount }, source, runtime);
      const posted = postedTogether(draft, await bookBefore(runtime, draft.book), runtime);
      return { ...posted, fiscal: await receiptFor(id, { ...body, amount }, source, runtime) };
    },
    run: ({
      id,
      body: { amountFen: amount, isSettlement: _isSettlement, madeOutTo: _madeOutTo, paidBy: given, ...body },
      runtime,
    }): RevenueCommand => ({
      ...{ type: "record", ...body, amount, paidBy: keptPayer(given, runtime), postedAs: bookedEntryId(id, runtime) },
    }),
    blames: blamesItsDay,
    others: {
      members: ({ body, learnt, runtime }) => ({
        line: bankLineMember(treasuryOf(runtime), body.serial),
        fiscal: learnt?.fiscal.members ?? [],
        ...(learnt?.members ?? nothingPosted),
      }),
      commands: ({ id, body: { serial, amountFen: amount }, learnt, facts, runtime }) => ({
        line: lineUsed({ account: treasuryOf(runtime), serial, amount }, `revenue:${id}`),
        fiscal: learnt?.fiscal.commands ?? [],
        ...(learnt?.commands(facts.standing) ?? nothingPosted),
      }),
    },
    returns: revenues.returns,
    view: revenues.view,
  }),
  revenues.read({ zh: "一笔收入", en: "One income" }, financeReaders),
  revenues.step("reverse", {
    summary: {
      zh: "登记有误，冲回（两笔分录都保留）；已开票的由开票人以外的人办理，票据作废",
      en: "Take wrong income back: its entry is reversed, both stay; with a receipt by another person, the receipt is void",
    },
    allow: ["accountant", "finance-approver"],
    body: z.strictObject({ reasons: textOf(300, 2) }),
    facts: ({ id, runtime }) => ({ ...treasuryHeld({ runtime }), ...entryUseHeld(bookedEntryId(id, runtime)) }),
    learn: async ({ id, body, runtime }) => ({
      ...(await receiptedWith(id, body.reasons, runtime)),
      posted: await takenBackTogether(
        { id: bookedEntryId(id, runtime), undoneBy: { record: "revenue", id }, reasons: body.reasons },
        runtime,
      ),
    }),
    learnsFromTable: true,
    run: ({ body }) => ({ type: "reverse", ...body }),
    others: {
      members: ({ learnt, runtime }) => ({
        line: bankLineMember(treasuryOf(runtime), learnt?.serial ?? ""),
        fiscal: learnt?.fiscal.members ?? [],
        ...(learnt?.posted?.members ?? nothingPosted),
      }),
      commands: ({ id, learnt, facts, runtime }) => ({
        line: lineReleased(treasuryOf(runtime), learnt?.serial ?? "", `revenue:${id}`),
        fiscal: learnt?.fiscal.commands ?? [],
        ...(learnt?.posted?.commands(facts.standing, facts.use) ?? nothingPosted),
      }),
    },
  }),
  revenues.history({ zh: "收入的经过", en: "History of an income" }, financeReaders),
];
