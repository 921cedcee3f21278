import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, type Route, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { amountFen, amountOrNone } from "../../common/amounts.ts";
import { financeReaders } from "../../common/roles.ts";
import { entitlement, entitlementsIn } from "../domain/decider.ts";
import type { EntitlementBasis } from "../domain/entitlement.ts";
import { settledLineId } from "../domain/settled-line.ts";
import { transferKinds } from "../domain/transfer-days.ts";
import type { EntitlementCommand } from "../domain/words.ts";
import { entitlementRow, entitlementStatuses, entitlements, viewEntitlement } from "./entitlement-view.ts";

const day = z.iso.date();
const paper = z.strictObject({ number: lineOf(200, 1), on: day });
const basis = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("amount"), amountFen, formula: lineOf(500, 1) }),
  z.strictObject({ kind: z.literal("range"), lowerFen: amountOrNone, upperFen: amountFen }),
  z.strictObject({ kind: z.literal("promise") }),
]);

function basisOf(said: z.output<typeof basis>): EntitlementBasis {
  if (said.kind === "amount") return { kind: "amount", amount: said.amountFen, formula: said.formula };
  return said.kind === "range" ? { kind: "range", lower: said.lowerFen, upper: said.upperFen } : said;
}

/** What the town was promised (F7). */
export const entitlementRoutes: readonly Route[] = [
  list("GET /finance/entitlements", {
    summary: { zh: "应得事项：按状态，先到期的在前", en: "Entitlements by status, those due first before the others" },
    allow: financeReaders,
    of: entitlement,
    query: { status: severalOf(entitlementStatuses).default(["owed"]) },
    sorts: ["due"],
    returns: entitlementRow,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: entitlementsIn(one) })),
    view: rowOf(entitlementRow, viewEntitlement),
  }),
  create("POST /finance/entitlements", {
    summary: {
      zh: "登记上级承诺：有文件写金额或者区间，没有文件的只登记为待定",
      en: "Enter what was promised: with a paper its amount or range, without one an open promise",
    },
    allow: ["accountant"],
    of: entitlement,
    body: z.strictObject({
      title: lineOf(200, 2),
      payer: lineOf(60, 1),
      promisedOn: day,
      document: paper.exactOptional(),
      basis,
      dueOn: day.exactOptional(),
      /** F-33: the county's notice of a transfer sets the last day. */
      transfer: z
        .strictObject({ kind: z.enum(transferKinds), approvedOn: day, notifiedBy: lineOf(60, 1) })
        .exactOptional(),
      /** The line of a settlement that will say how much it is. */
      settles: z
        .strictObject({
          year: z.int().min(2000).max(2200),
          scheme: lineOf(40, 1),
          version: z.int().min(1).max(1000),
          line: lineOf(40, 1),
        })
        .exactOptional(),
    }),
    id: ({ body: { settles }, unique }) => (settles === undefined ? unique : settledLineId(settles)),
    run: ({ body: { settles: _settles, basis: said, ...body } }): EntitlementCommand => ({
      ...{ type: "enter", origin: "promise", basis: basisOf(said), ...body },
    }),
    returns: entitlements.returns,
    view: entitlements.view,
  }),
  entitlements.read({ zh: "一项应得", en: "One entitlement" }, financeReaders),
  entitlements.step("fix", {
    summary: { zh: "按文件核定金额", en: "A document fixes its amount" },
    allow: ["finance-approver"],
    body: z.strictObject({ amountFen, document: paper, dueOn: day.exactOptional() }),
    run: ({ body: { amountFen: amount, document, dueOn } }) => ({
      ...{ type: "fix", amount, document },
      ...present({ dueOn }),
    }),
  }),
  entitlements.step("drop", {
    summary: { zh: "按文件取消（没有到账的）", en: "A document ends it; no money came for it" },
    allow: ["finance-approver"],
    body: z.strictObject({ document: paper }),
    run: ({ body }) => ({ type: "drop", ...body }),
  }),
  entitlements.history({ zh: "应得事项的经过", en: "History of an entitlement" }, financeReaders),
];
