import { hasRole, list, type Route, rowOf, severalOf } from "../../../../shared/http/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { payment } from "../domain/decider.ts";
import { askingRoutes } from "./asking.ts";
import { bankRoutes } from "./by-the-bank.ts";
import { isHis, paymentReaders, paymentRow, payments, statuses, viewPayment } from "./payment-view.ts";

/** Payments from budget lines. */
export const paymentRoutes: readonly Route[] = [
  list("GET /finance/payments", {
    summary: { zh: "支付：按状态；申请人只见本人的", en: "Payments by status; requesters see their own" },
    allow: paymentReaders,
    of: payment,
    query: { status: severalOf(statuses).default(["requested"]) },
    returns: paymentRow,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: `payment:${one}` })),
    keep: ({ state }, { actor }) => hasRole(actor, financeReaders) || (actor !== undefined && isHis(state, actor)),
    sparse: true,
    view: rowOf(paymentRow, viewPayment),
  }),
  payments.read({ zh: "一笔支付", en: "One payment" }, paymentReaders),
  ...askingRoutes,
  ...bankRoutes,
  payments.history({ zh: "支付的经过", en: "History of a payment" }, financeReaders),
];
