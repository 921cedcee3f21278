import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, resource, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { factReference, heldFact, type Loaded } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { backedBy, entryHeld, givenBack } from "../../ledger/index.ts";
import { payee } from "../../payments/domain/payee/payee.ts";
import {
  type Asset,
  type AssetCommand,
  assetKinds,
  assetMoves,
  incomeKinds,
  incomeOf,
  proceedsOf,
} from "../domain/asset.ts";
import { asset } from "../domain/decider.ts";

const day = z.iso.date();
const line = lineOf(200, 1);
const entryId = lineOf(120, 1);
const statuses = ["in-use", "idle", "leased", "disposed"] as const;

const assetView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(statuses),
  kind: z.enum(assetKinds),
  title: z.string(),
  document: z.string(),
  acquiredOn: day,
  valueFen: z.int(),
  lease: z.object({ tenant: z.string(), document: z.string(), from: day, until: day, yearlyFen: z.int() }).optional(),
  firstClaim: z.object({ purpose: z.string(), document: z.string(), amountFen: z.int() }).optional(),
  disposal: z
    .object({
      document: z.string(),
      valuationDocument: z.string(),
      valuationFen: z.int(),
      priceFen: z.int(),
      allowedBy: z.string().optional(),
    })
    .optional(),
  rentFen: z.int(),
  proceedsFen: z.int(),
  /** What of the proceeds is kept for the first claim, and what of it was paid. */
  claimedFen: z.int(),
  claimPaidFen: z.int(),
  freeFen: z.int(),
  income: z.array(z.object({ entry: z.string(), kind: z.enum(incomeKinds), amountFen: z.int() })),
});
const assetRow = assetView.omit({ lease: true, firstClaim: true, disposal: true, income: true });

const view = ({ id, version, state }: Loaded<Asset>) => {
  const { lease, firstClaim, disposal } = state;
  const { claimed, free } = proceedsOf(state);
  return {
    ...{ id, version, status: state.status, kind: state.kind, title: state.title, document: state.document },
    ...{ acquiredOn: state.acquiredOn, valueFen: state.value },
    ...(lease === undefined
      ? {}
      : {
          lease: {
            ...{ tenant: lease.tenant, document: lease.document, from: lease.from, until: lease.until },
            yearlyFen: lease.yearly,
          },
        }),
    ...(firstClaim === undefined
      ? {}
      : { firstClaim: { purpose: firstClaim.purpose, document: firstClaim.document, amountFen: firstClaim.amount } }),
    ...(disposal === undefined
      ? {}
      : {
          disposal: {
            ...{ document: disposal.document, valuationDocument: disposal.valuationDocument },
            ...{ valuationFen: disposal.valuation, priceFen: disposal.price },
            ...present({ allowedBy: disposal.allowedBy }),
          },
        }),
    ...{ rentFen: incomeOf(state, "rent"), proceedsFen: incomeOf(state, "proceeds") },
    ...{ claimedFen: claimed, claimPaidFen: state.claimPaid, freeFen: free },
    income: state.income.map(({ entry, kind, amount }) => ({ entry, kind, amountFen: amount })),
  };
};

const assets = resource({
  of: asset,
  at: "/finance/assets",
  staff: financeReaders,
  moves: assetMoves,
  statusOf: ({ status }) => status,
  returns: assetView,
  view,
});
const byDocument = z.strictObject({ document: line });

/** The register of assets: used, idle, leased, disposed of; what they bring (F14). */
export const assetRoutes: readonly Route[] = [
  list("GET /finance/assets", {
    summary: { zh: "资产台账：按状态", en: "Assets by status" },
    allow: financeReaders,
    of: asset,
    query: { status: severalOf(statuses).default(["idle"]) },
    returns: assetRow,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: `asset:${one}` })),
    view: rowOf(assetRow, view),
  }),
  create("POST /finance/assets", {
    summary: { zh: "登记资产", en: "Register an asset" },
    allow: ["accountant"],
    of: asset,
    body: z.strictObject({
      kind: z.enum(assetKinds),
      title: line,
      document: line,
      acquiredOn: day,
      valueFen: amountFen,
    }),
    id: ({ unique }) => unique,
    run: ({ body: { valueFen: value, ...body } }): AssetCommand => ({ type: "register", ...body, value }),
    returns: assets.returns,
    view: assets.view,
  }),
  assets.read({ zh: "一项资产", en: "One asset" }, financeReaders),
  assets.step("mark-idle", {
    summary: { zh: "登记闲置", en: "Record that nobody uses it" },
    allow: ["accountant"],
    body: byDocument,
    run: ({ body }) => ({ type: "mark-idle", ...body }),
  }),
  assets.step("put-to-use", {
    summary: { zh: "重新使用", en: "Put it to use again" },
    allow: ["accountant"],
    body: byDocument,
    run: ({ body }) => ({ type: "put-to-use", ...body }),
  }),
  assets.step("lease", {
    summary: { zh: "出租闲置资产", en: "Lease an idle asset" },
    allow: ["finance-approver"],
    body: z.strictObject({ tenant: lineOf(60, 1), document: line, from: day, until: day, yearlyFen: amountFen }),
    facts: ({ body }) => ({ payee: heldFact(factReference(payee, body.tenant)) }),
    run: ({ body: { yearlyFen: yearly, ...body }, facts }) => ({
      ...{ type: "lease", ...body, yearly, isPayee: facts.payee?.status === "open" },
    }),
  }),
  assets.step("end-lease", {
    summary: { zh: "终止租赁", en: "End its lease" },
    allow: ["finance-approver"],
    body: byDocument,
    run: ({ body }) => ({ type: "end-lease", ...body }),
  }),
  assets.step("claim", {
    summary: {
      zh: "登记处置收入的优先用途（如养老金）",
      en: "Record what has the first claim on its proceeds, such as pensions",
    },
    allow: ["finance-approver"],
    body: z.strictObject({ purpose: line, document: line, amountFen }),
    run: ({ body: { amountFen: amount, ...body } }) => ({ type: "claim", ...body, amount }),
  }),
  assets.step("dispose", {
    summary: {
      zh: "处置资产：先评估，低于评估价须写明批准文件",
      en: "Dispose of it: valued first; a price below names who allowed it",
    },
    allow: ["finance-approver"],
    body: z.strictObject({
      document: line,
      valuationDocument: line,
      valuationFen: amountFen,
      priceFen: amountFen,
      allowedBy: line.exactOptional(),
    }),
    run: ({ body: { valuationFen: valuation, priceFen: price, ...body } }) => ({
      ...{ type: "dispose", ...body, valuation, price },
    }),
  }),
  assets.step("receive", {
    summary: { zh: "登记租金或者处置收入（账上分录）", en: "Record rent or proceeds, with the entry in the books" },
    allow: ["accountant"],
    body: z.strictObject({ entry: entryId, kind: z.enum(incomeKinds), amountFen }),
    facts: ({ body }) => entryHeld(body.entry),
    run: ({ body: { amountFen: amount, ...body } }) => ({ type: "receive", ...body, amount }),
    others: {
      members: ({ id, body }) => backedBy(body.entry, "asset-income", [{ target: id, amount: body.amountFen }]).members,
      commands: ({ id, body, facts }) =>
        backedBy(body.entry, "asset-income", [{ target: id, amount: body.amountFen }]).commands(facts.entry),
    },
  }),
  assets.step("take-back", {
    summary: { zh: "收回记错的收入", en: "Take back income that was put down wrongly" },
    allow: ["finance-approver"],
    body: z.strictObject({ entry: entryId }),
    run: ({ body }) => ({ type: "take-back", ...body }),
    others: {
      members: ({ id, body }) => givenBack(body.entry, "asset-income", [id]).members,
      commands: ({ id, body }) => givenBack(body.entry, "asset-income", [id]).commands(),
    },
  }),
  assets.step("pay-claim", {
    summary: {
      zh: "登记支付优先用途（账上分录）",
      en: "Record what was paid to the first claim, with the entry in the books",
    },
    allow: ["accountant"],
    body: z.strictObject({ entry: entryId, amountFen }),
    facts: ({ body }) => entryHeld(body.entry),
    run: ({ body: { amountFen: amount, entry } }) => ({ type: "pay-claim", entry, amount }),
    others: {
      members: ({ id, body }) => backedBy(body.entry, "claim-paid", [{ target: id, amount: body.amountFen }]).members,
      commands: ({ id, body, facts }) =>
        backedBy(body.entry, "claim-paid", [{ target: id, amount: body.amountFen }]).commands(facts.entry),
    },
  }),
  assets.history({ zh: "资产的经过", en: "History of an asset" }, financeReaders),
];
