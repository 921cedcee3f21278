import * as z from "zod";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { fen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { itemsPaid } from "../../ledger/domain/use/items-paid.ts";
import { backedBy, entryHeld, givenBack } from "../../ledger/index.ts";
import { payee } from "../../payments/domain/payee/payee.ts";
import { fund } from "../domain/decider.ts";
import type { FundCommand } from "../domain/fund.ts";
import {
  type FundShare,
  type FundShareCommand,
  fundShare,
  fundShareId,
  fundShareMoves,
  sharePaid,
} from "../domain/share/fund-share.ts";
import { funds } from "./funds.ts";

const shareView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["open", "paid"]),
  fund: z.string(),
  beneficiary: z.string(),
  payee: z.string(),
  document: z.string(),
  amountFen: z.int(),
  paidFen: z.int(),
  leftFen: z.int(),
  payments: z.array(z.object({ entry: z.string(), amountFen: z.int(), on: z.iso.date() })),
});
const view = ({ id, version, state }: Loaded<FundShare>) => ({
  ...{ id, version, status: state.status, fund: state.fund, beneficiary: state.beneficiary, payee: state.payee },
  ...{ document: state.document, amountFen: state.amount, paidFen: sharePaid(state) },
  leftFen: state.amount - sharePaid(state),
  payments: state.payments.map(({ entry, amount, on }) => ({ entry, amountFen: amount, on })),
});

const shares = resource({
  of: fundShare,
  at: "/finance/fund-shares",
  staff: financeReaders,
  moves: fundShareMoves,
  statusOf: ({ status }) => status,
  returns: shareView,
  view,
  links: ({ state }) => [funds.link("fund", { zh: "专项资金", en: "Fund" }, state.fund)],
});

const standingOf = async ({ id, runtime: { store } }: { readonly id: string; readonly runtime: Runtime }) =>
  (await store.load(fundShare, id))?.state;
const entryId = lineOf(120, 1);

/** What funds have for each beneficiary, and what went out to him (F5, F16). */
export const shareRoutes: readonly Route[] = [
  list("GET /finance/fund-shares", {
    summary: { zh: "一项资金的受益户（单位）：应付、已付、未付", en: "Beneficiaries of a fund: allotted, paid, left" },
    allow: financeReaders,
    of: fundShare,
    query: { fund: lineOf(60, 1), status: severalOf(["open", "paid"]).optional() },
    returns: shareView,
    find: ({ query: { fund: of, status } }) =>
      status === undefined
        ? { index: "byOwner", partition: `fund-shares:${of}` }
        : status.map((one) => ({ index: "byStatus", partition: `fund-share:${of}:${one}` })),
    view,
  }),
  create("POST /finance/fund-shares", {
    summary: { zh: "核定一户（单位）的份额", en: "Allot a share to a beneficiary" },
    allow: ["accountant"],
    of: fundShare,
    body: z.strictObject({
      fund: lineOf(60, 1),
      /** Number of the household or body, never a name. */
      beneficiary: z.string().regex(/^[0-9A-Z-]{1,40}$/),
      payee: lineOf(60, 1),
      document: lineOf(200, 1),
      amountFen,
    }),
    id: ({ body }) => fundShareId(body.fund, body.beneficiary),
    facts: ({ body }) => ({ payee: heldFact(factReference(payee, body.payee)) }),
    run: ({ body: { amountFen: amount, ...body }, facts }): FundShareCommand => ({
      ...{ type: "allot", ...body, amount, isPayee: facts.payee?.status === "open" },
    }),
    others: {
      members: ({ body }) => ({ fund: member(fund, body.fund) }),
      commands: ({ body }): { readonly fund: FundCommand } => ({ fund: { type: "allot", amount: body.amountFen } }),
    },
    returns: shares.returns,
    view: shares.view,
  }),
  shares.read({ zh: "一户（单位）的份额", en: "One share" }, financeReaders),
  shares.step("pay-out", {
    summary: {
      zh: "登记付给这户（单位）的款项：账上分录的科目须符合用途",
      en: "Record what was paid to him: each class of the entry must be one of the purpose",
    },
    allow: ["accountant"],
    body: z.strictObject({ entry: entryId, amountFen }),
    facts: ({ body }) => entryHeld(body.entry),
    learn: standingOf,
    learnsFromTable: true,
    run: ({ body, facts }) => ({
      ...{ type: "pay-out", entry: body.entry, amount: body.amountFen, on: facts.entry?.effectiveOn ?? "" },
    }),
    others: {
      members: ({ id, body, learnt }) => ({
        ...backedBy(body.entry, "fund-out", [{ target: id, amount: body.amountFen }]).members,
        fund: learnt === undefined ? [] : [member(fund, learnt.fund)],
      }),
      commands: ({ id, body, learnt, facts, runtime }) => ({
        ...backedBy(body.entry, "fund-out", [{ target: id, amount: body.amountFen }]).commands(facts.entry),
        fund:
          learnt === undefined
            ? []
            : [{ type: "pay" as const, amount: body.amountFen, items: itemsPaid(facts.entry, runtime.town) }],
      }),
    },
  }),
  shares.step("take-back", {
    summary: { zh: "收回记错的付款", en: "Take back a payment that was put down wrongly" },
    allow: ["finance-approver"],
    body: z.strictObject({ entry: entryId }),
    learn: standingOf,
    learnsFromTable: true,
    run: ({ body }) => ({ type: "take-back", ...body }),
    others: {
      members: ({ id, body, learnt }) => ({
        ...givenBack(body.entry, "fund-out", [id]).members,
        fund: learnt === undefined ? [] : [member(fund, learnt.fund)],
      }),
      commands: ({ id, body, learnt }) => ({
        ...givenBack(body.entry, "fund-out", [id]).commands(),
        fund:
          learnt === undefined
            ? []
            : [
                {
                  type: "unpay" as const,
                  amount: learnt.payments.find((one) => one.entry === body.entry)?.amount ?? fen(0),
                },
              ],
      }),
    },
  }),
  shares.history({ zh: "份额的经过", en: "History of a share" }, financeReaders),
];
