import * as z from "zod";
import { writeCsv } from "../../../../shared/csv/index.ts";
import { create, list, problem, type Route, readContent, resource } from "../../../../shared/http/index.ts";
import { formatYuan } from "../../../../shared/money/index.ts";
import { putOnRecord } from "../../../../shared/service/index.ts";
import { type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import { payment } from "../domain/decider.ts";
import {
  everyFile,
  type MakePaymentFile,
  mostInFile,
  type PaymentFile,
  paymentFile,
} from "../domain/file/payment-file.ts";
import { payee } from "../domain/payee/payee.ts";
import type { PaymentCommand } from "../domain/payment.ts";

const fileView = z.object({
  id: z.string(),
  version: z.int(),
  on: z.iso.date(),
  payments: z.array(z.string()),
});
const view = ({ id, version, state }: Loaded<PaymentFile>) => ({
  ...{ id, version, on: state.on, payments: [...state.payments] },
});

/** A file names payees in full: those who make, approve and send it. */
const staff = ["accountant", "finance-approver", "cashier"] as const;

const files = resource({
  of: paymentFile,
  at: "/finance/payment-files",
  staff,
  returns: fileView,
  view,
});

/** Files of payments for the bank. */
export const fileRoutes: readonly Route[] = [
  list("GET /finance/payment-files", {
    summary: { zh: "支付文件", en: "Payment files" },
    allow: staff,
    of: paymentFile,
    sorts: ["on"],
    returns: fileView,
    find: () => ({ index: "byStatus", partition: everyFile }),
    view,
  }),
  create("POST /finance/payment-files", {
    summary: {
      zh: "生成银行支付文件，已审批的支付随文件发出",
      en: "Make a file for the bank; approved payments go out with it",
    },
    allow: ["cashier"],
    of: paymentFile,
    body: z.strictObject({ payments: z.array(lineOf(60)).min(1).max(mostInFile) }),
    id: ({ unique }) => unique,
    learn: async ({ body, runtime: { store } }) => {
      const all = await Promise.all(body.payments.map((id) => store.load(payment, id)));
      const payees = await Promise.all(
        all.map((one) => (one === undefined ? undefined : store.load(payee, one.state.payee))),
      );
      return payees.map((one) => one?.state.by);
    },
    run: ({ body }): MakePaymentFile => ({ type: "make", payments: body.payments }),
    others: {
      members: ({ body }) => ({ payments: [...new Set(body.payments)].map((id) => member(payment, id)) }),
      commands: ({ id, body, learnt = [] }) => ({
        payments: [...new Set(body.payments)].map((one): PaymentCommand => {
          const enteredBy = learnt[body.payments.indexOf(one)];
          return { type: "send", file: id, ...(enteredBy === undefined ? {} : { enteredBy }) };
        }),
      }),
    },
    returns: files.returns,
    view: files.view,
  }),
  files.read({ zh: "一个支付文件", en: "One payment file" }, staff),
  files.history({ zh: "支付文件的经过，包括每次查看", en: "History of a payment file, each reading included" }, staff),
  readContent("GET /finance/payment-files/{id}/content.csv", {
    summary: { zh: "支付文件内容（交银行）", en: "The content of a payment file, for the bank" },
    allow: ["cashier"],
    produces: "text/csv; charset=utf-8",
    async run({ params: { id = "" }, actor }, runtime) {
      const { store } = runtime;
      const found = await store.load(paymentFile, id);
      if (found === undefined || actor === undefined) return problem(404, "resource.not-found");
      const rows = await Promise.all(
        found.state.payments.map(async (one) => {
          const paid = await store.load(payment, one);
          const to = paid === undefined ? undefined : await store.load(payee, paid.state.payee);
          return paid === undefined || to === undefined
            ? []
            : [
                [
                  one,
                  to.state.name,
                  to.state.bank,
                  to.state.account,
                  formatYuan(paid.state.amount),
                  paid.state.purpose,
                ],
              ];
        }),
      );
      const header = ["支付编号", "收款人", "开户行", "账号", "金额（元）", "用途"];
      await putOnRecord({ of: paymentFile, id, command: { type: "disclose" }, as: "csv", actor }, runtime);
      return { content: writeCsv({ header, rows: rows.flat() }) };
    },
  }),
];
