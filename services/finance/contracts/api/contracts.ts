import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { basisPointsSchema, fen, subtract } from "../../../../shared/money/index.ts";
import { factReference, heldFact, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { backedBy, entryHeld, givenBack } from "../../ledger/index.ts";
import { payee } from "../../payments/domain/payee/payee.ts";
import { type ContractCommand, contractMoves, paidFor, payableFor, type ServiceContract } from "../domain/contract.ts";
import { serviceContract } from "../domain/decider.ts";

const line = lineOf(200, 1);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const bps = basisPointsSchema.max(10_000);
const entryId = lineOf(120, 1);

const contractView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["running", "ended"]),
  title: z.string(),
  supplier: z.string(),
  document: z.string(),
  purchase: z.string().optional(),
  totalFen: z.int(),
  quorum: z.int(),
  fullFromBps: z.int(),
  nothingBelowBps: z.int(),
  terms: z.array(
    z.object({
      month: z.string(),
      amountFen: z.int(),
      record: z.string().optional(),
      present: z.int().optional(),
      agreed: z.int().optional(),
      resultBps: z.int().optional(),
      payableFen: z.int(),
      paidFen: z.int(),
    }),
  ),
});
const contractRow = contractView.omit({ terms: true });

const view = ({ id, version, state }: Loaded<ServiceContract>) => ({
  ...{ id, version, status: state.status, title: state.title, supplier: state.supplier, document: state.document },
  ...present({ purchase: state.purchase }),
  ...{ totalFen: state.total, quorum: state.quorum },
  ...{ fullFromBps: state.fullFrom, nothingBelowBps: state.nothingBelow },
  terms: state.terms.map(({ month: of, amount }) => {
    const accepted = state.acceptances.find((one) => one.month === of);
    return {
      ...{ month: of, amountFen: amount, payableFen: payableFor(state, of), paidFen: paidFor(state, of) },
      ...(accepted === undefined
        ? {}
        : {
            ...{ record: accepted.record, present: accepted.present, agreed: accepted.agreed },
            resultBps: accepted.result,
          }),
    };
  }),
});

/** Payments that the result of a month leaves open, where a view asks what comes next. */
const payableTerms = (state: ServiceContract | undefined) =>
  (state?.terms ?? []).flatMap(({ month: of }) => {
    const left = state === undefined ? fen(0) : subtract(payableFor(state, of), paidFor(state, of));
    return left > 0 ? [{ month: of, entry: "entry", amountFen: left }] : [];
  });

const contracts = resource({
  of: serviceContract,
  at: "/finance/service-contracts",
  staff: financeReaders,
  acting: ["clerk"],
  moves: contractMoves,
  statusOf: ({ status }) => status,
  returns: contractView,
  view,
});

/** Services bought: contract, acceptance by villagers, pay by result (F12). */
export const contractRoutes: readonly Route[] = [
  list("GET /finance/service-contracts", {
    summary: { zh: "购买服务合同", en: "Contracts of services bought" },
    allow: financeReaders,
    of: serviceContract,
    query: { status: severalOf(["running", "ended"]).default(["running"]) },
    returns: contractRow,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: `service-contract:${one}` })),
    view: rowOf(contractRow, view),
  }),
  create("POST /finance/service-contracts", {
    summary: {
      zh: "登记购买服务合同：按月金额、群众验收人数、按效付费标准",
      en: "Sign a contract: months, villagers who accept, pay by result",
    },
    allow: ["finance-approver"],
    of: serviceContract,
    body: z.strictObject({
      title: line,
      supplier: lineOf(60, 1),
      document: line,
      /** F-54: the paper of the county's purchase, where the county buys for the town. */
      purchase: line.exactOptional(),
      totalFen: amountFen,
      terms: z.array(z.strictObject({ month, amountFen })).min(1).max(60),
      quorum: z.int().min(1).max(1000),
      fullFromBps: bps,
      nothingBelowBps: bps,
    }),
    id: ({ unique }) => unique,
    facts: ({ body }) => ({ payee: heldFact(factReference(payee, body.supplier)) }),
    run: ({ body: { totalFen: total, terms, fullFromBps, nothingBelowBps, ...body }, facts }): ContractCommand => ({
      ...{ type: "sign", ...body, total, fullFrom: fullFromBps, nothingBelow: nothingBelowBps },
      terms: terms.map(({ month: of, amountFen: amount }) => ({ month: of, amount })),
      isPayee: facts.payee?.status === "open",
    }),
    returns: contracts.returns,
    view: contracts.view,
  }),
  contracts.read({ zh: "一份合同", en: "One contract" }, financeReaders),
  contracts.step("record-acceptance", {
    summary: {
      zh: "登记群众验收：到场、同意人数和评分",
      en: "Record the villagers' acceptance: who came, who accepted, the result",
    },
    allow: ["clerk", "accountant"],
    body: z.strictObject({
      month,
      record: line,
      present: z.int().min(0).max(100_000),
      agreed: z.int().min(0).max(100_000),
      resultBps: bps,
    }),
    run: ({ body: { resultBps: result, ...body } }) => ({ type: "record-acceptance", ...body, result }),
  }),
  contracts.step("pay", {
    summary: { zh: "登记按效付费（账上分录）", en: "Record what was paid by the result, with its entry in the books" },
    allow: ["accountant"],
    body: z.strictObject({ month, entry: entryId, amountFen }),
    tries: ({ state }) => payableTerms(state),
    facts: ({ body }) => entryHeld(body.entry),
    run: ({ body: { amountFen: amount, ...body }, facts }) => ({
      ...{ type: "pay", ...body, amount, on: facts.entry?.effectiveOn ?? "" },
    }),
    others: {
      members: ({ id, body }) =>
        backedBy(body.entry, "contract-paid", [{ target: id, amount: body.amountFen }]).members,
      commands: ({ id, body, facts }) =>
        backedBy(body.entry, "contract-paid", [{ target: id, amount: body.amountFen }]).commands(facts.entry),
    },
  }),
  contracts.step("take-back", {
    summary: { zh: "收回记错的付款", en: "Take back a payment that was put down wrongly" },
    allow: ["finance-approver"],
    body: z.strictObject({ entry: entryId }),
    run: ({ body }) => ({ type: "take-back", ...body }),
    others: {
      members: ({ id, body }) => givenBack(body.entry, "contract-paid", [id]).members,
      commands: ({ id, body }) => givenBack(body.entry, "contract-paid", [id]).commands(),
    },
  }),
  contracts.step("end", {
    summary: { zh: "终止合同", en: "End it; what was accepted is still paid" },
    allow: ["finance-approver"],
    body: z.strictObject({ document: line }),
    run: ({ body }) => ({ type: "end", ...body }),
  }),
  contracts.history({ zh: "合同的经过", en: "History of a contract" }, financeReaders),
];
