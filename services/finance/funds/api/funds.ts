import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, rowOf, severalOf } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { backedBy, entryHeld, givenBack } from "../../ledger/index.ts";
import { fund } from "../domain/decider.ts";
import {
  type Fund,
  type FundCommand,
  fundKinds,
  fundMoves,
  fundReceived,
  leftIn,
  receivedFrom,
  shareOf,
  sourcesOf,
} from "../domain/fund.ts";

const fundView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["open", "closed"]),
  kind: z.enum(fundKinds),
  title: z.string(),
  project: z.string(),
  document: z.string(),
  items: z.array(z.string()),
  account: z
    .object({
      kind: z.enum(["approved", "sub-ledger"]),
      document: z.string().optional(),
      book: z.string().optional(),
      account: z.string().optional(),
    })
    .optional(),
  sources: z.array(
    z.object({
      name: z.string(),
      amountFen: z.int(),
      document: z.string(),
      /** Its part in all, in basis points. */
      shareBps: z.int(),
      receivedFen: z.int(),
      isMatching: z.boolean(),
      sharedBy: z.string().optional(),
    }),
  ),
  promisedFen: z.int(),
  allottedFen: z.int(),
  receivedFen: z.int(),
  paidFen: z.int(),
  leftFen: z.int(),
  receipts: z.array(z.object({ entry: z.string(), source: z.string(), amountFen: z.int() })),
});
const fundRow = fundView.omit({ sources: true, receipts: true, account: true });

const view = ({ id, version, state }: Loaded<Fund>) => ({
  ...{ id, version, status: state.status, kind: state.kind, title: state.title, project: state.project },
  ...{ document: state.document, items: [...state.items], ...present({ account: state.account }) },
  sources: state.sources.map((one) => ({
    ...{ name: one.name, amountFen: one.amount, document: one.document, shareBps: shareOf(state, one) },
    ...{ receivedFen: receivedFrom(state, one.name), isMatching: one.isMatching === true },
    ...present({ sharedBy: one.sharedBy }),
  })),
  ...{ promisedFen: sourcesOf(state), allottedFen: state.allotted, receivedFen: fundReceived(state) },
  ...{ paidFen: state.paid, leftFen: leftIn(state) },
  receipts: state.receipts.map(({ entry, source, amount }) => ({ entry, source, amountFen: amount })),
});

export const funds = resource({
  of: fund,
  at: "/finance/funds",
  staff: financeReaders,
  moves: fundMoves,
  statusOf: ({ status }) => status,
  returns: fundView,
  view,
});

const line = lineOf(200, 1);
const entryId = lineOf(120, 1);

/** Funds with a purpose, and accounts of acquisitions (F5, F16). */
export const fundRoutes: readonly Route[] = [
  list("GET /finance/funds", {
    summary: { zh: "专项资金和征收专户：收、支、余", en: "Funds: in, out and left" },
    allow: financeReaders,
    of: fund,
    query: { status: severalOf(["open", "closed"]).default(["open"]) },
    returns: fundRow,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: `fund:${one}` })),
    view: rowOf(fundRow, view),
  }),
  create("POST /finance/funds", {
    summary: {
      zh: "设立专项资金或者征收专户：写明用途科目、项目、来源和份额",
      en: "Set up a fund with its purpose by class, project, sources and their shares",
    },
    allow: ["finance-approver"],
    of: fund,
    body: z.strictObject({
      kind: z.enum(fundKinds),
      title: line,
      project: line,
      document: line,
      items: z
        .array(z.string().regex(/^[2-5]\d{2,11}$/))
        .min(1)
        .max(20),
      sources: z
        .array(
          z.strictObject({
            name: lineOf(100, 1),
            amountFen,
            document: line,
            isMatching: z.boolean().exactOptional(),
            sharedBy: line.exactOptional(),
          }),
        )
        .min(1)
        .max(20),
      account: z
        .discriminatedUnion("kind", [
          z.strictObject({ kind: z.literal("approved"), document: line }),
          z.strictObject({ kind: z.literal("sub-ledger"), book: lineOf(40, 1), account: lineOf(20, 1) }),
        ])
        .exactOptional(),
    }),
    id: ({ unique }) => unique,
    run: ({ body: { sources, ...body } }): FundCommand => ({
      ...{ type: "set-up", ...body },
      sources: sources.map(({ amountFen: amount, ...one }) => ({ ...one, amount })),
    }),
    returns: funds.returns,
    view: funds.view,
  }),
  funds.read({ zh: "一项资金", en: "One fund" }, financeReaders),
  funds.step("receive", {
    summary: {
      zh: "登记来款，写明来源和账上分录",
      en: "Record money that came, with its source and its entry in the books",
    },
    allow: ["accountant"],
    body: z.strictObject({ entry: entryId, source: lineOf(100, 1), amountFen }),
    facts: ({ body }) => entryHeld(body.entry),
    run: ({ body: { amountFen: amount, ...body } }) => ({ type: "receive", ...body, amount }),
    others: {
      members: ({ id, body }) => backedBy(body.entry, "fund-in", [{ target: id, amount: body.amountFen }]).members,
      commands: ({ id, body, facts }) =>
        backedBy(body.entry, "fund-in", [{ target: id, amount: body.amountFen }]).commands(facts.entry),
    },
  }),
  funds.step("take-back", {
    summary: { zh: "收回记错的来款", en: "Take back a receipt that was put down wrongly" },
    allow: ["finance-approver"],
    body: z.strictObject({ entry: entryId }),
    run: ({ body }) => ({ type: "take-back", ...body }),
    others: {
      members: ({ id, body }) => givenBack(body.entry, "fund-in", [id]).members,
      commands: ({ id, body }) => givenBack(body.entry, "fund-in", [id]).commands(),
    },
  }),
  funds.step("close", {
    summary: { zh: "销户（没有余额）", en: "Close it; nothing is left in it" },
    allow: ["finance-approver"],
    body: z.strictObject({ document: line }),
    run: ({ body }) => ({ type: "close", ...body }),
  }),
  funds.history({ zh: "资金的经过", en: "History of a fund" }, financeReaders),
];
