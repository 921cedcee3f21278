import * as z from "zod";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName } from "../../../../shared/text/index.ts";
import { financeReaders } from "../../common/roles.ts";
import { type Payee, type PayeeCommand, payee, payeeKinds, payeeMoves } from "../domain/payee/payee.ts";

const payeeView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["open", "retired"]),
  kind: z.enum(payeeKinds),
  /** A person's name is masked. */
  name: z.string(),
  bank: z.string(),
  /** The last four digits. */
  accountEnd: z.string(),
});

/** A person's name as others see it: the first character. */
const shownName = ({ kind, name }: Payee): string =>
  kind === "organisation" ? name : `${[...name].at(0) ?? ""}${"*".repeat(Math.max(1, [...name].length - 1))}`;

export const viewPayee = ({ id, version, state }: Loaded<Payee>) => ({
  ...{ id, version, status: state.status, kind: state.kind, name: shownName(state), bank: state.bank },
  accountEnd: state.account.slice(-4),
});

const payees = resource({
  of: payee,
  at: "/finance/payees",
  staff: financeReaders,
  moves: payeeMoves,
  statusOf: ({ status }) => status,
  returns: payeeView,
  view: viewPayee,
});

/** The register of payees. */
export const payeeRoutes: readonly Route[] = [
  list("GET /finance/payees", {
    summary: { zh: "收款人", en: "Payees" },
    allow: financeReaders,
    of: payee,
    query: { status: severalOf(["open", "retired"]).default(["open"]) },
    returns: payeeView,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: `payee:${one}` })),
    view: viewPayee,
  }),
  create("POST /finance/payees", {
    summary: { zh: "登记收款人及账户", en: "Enter a payee with his account" },
    allow: ["accountant"],
    of: payee,
    body: z.strictObject({
      kind: z.enum(payeeKinds),
      name: personOrBodyName,
      bank: lineOf(100, 2),
      account: lineOf(40, 1),
    }),
    id: ({ unique }) => unique,
    run: ({ body }): PayeeCommand => ({ type: "enter", ...body }),
    returns: payees.returns,
    view: payees.view,
  }),
  payees.read({ zh: "一个收款人", en: "One payee" }, financeReaders),
  payees.step("retire", {
    summary: { zh: "停用", en: "Pay to him no more" },
    allow: ["accountant"],
    body: z.strictObject({}),
    run: () => ({ type: "retire" }),
  }),
  payees.history({ zh: "收款人的经过", en: "History of a payee" }, financeReaders),
];
