import * as z from "zod";
import { startOfDay, todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import {
  hasRole,
  knownTo,
  list,
  problem,
  type Route,
  readContent,
  resource,
  rowOf,
  type Viewing,
} from "../../../../shared/http/index.ts";
import { fen, sum } from "../../../../shared/money/index.ts";
import { partyName } from "../../../../shared/parties/index.ts";
import { actorKey, type Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf, titled } from "../../../../shared/text/index.ts";
import { yearQuery } from "../../budget/index.ts";
import { htmlPolicy, pdfOf } from "../../common/printing.ts";
import { financeReaders } from "../../common/roles.ts";
import { receivable } from "../domain/decider.ts";
import { fiscalReceipt } from "../domain/fiscal-receipt/decider.ts";
import {
  type FiscalReceipt,
  type FiscalReceiptCommand,
  fiscalReceiptMoves,
  ofRevenue,
  receiptKinds,
  receiptsOf,
  receiptsOfClaim,
  receiptsOfPayer,
  revenueOfReceipt,
} from "../domain/fiscal-receipt/fiscal-receipt.ts";
import { isPayer } from "../domain/payer.ts";
import { receiptIdOf, type Stocked, stockOf } from "./issuing.ts";
import { payerKeyOf, receivables } from "./receivable-view.ts";

const day = z.iso.date();
const receiptView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["issued", "voided"]),
  number: z.string(),
  kind: z.enum(receiptKinds),
  receivable: z.string().optional(),
  /** Of other non-tax income: its id. */
  revenue: z.string().optional(),
  serial: z.string(),
  amountFen: z.int(),
  paidOn: day,
  issuedOn: day,
  /** Whole for the payer himself and for a body; a person is masked. */
  madeOutTo: z.string().optional(),
  replaces: z.string().optional(),
  voidedOn: day.optional(),
  reasons: z.string().optional(),
});
const receiptRow = receiptView.omit({ reasons: true, replaces: true });

const isOwn = ({ state }: Pick<Loaded<FiscalReceipt>, "state">, actor: Viewing["actor"], runtime: Runtime): boolean =>
  isPayer(state.payer, actor, (name) => actorKey(runtime, name));

/** The name as this caller sees it (P-17). */
function shownName(loaded: Loaded<FiscalReceipt>, { actor, runtime }: Pick<Viewing, "actor" | "runtime">) {
  const { madeOutTo: name, payer } = loaded.state;
  if (name === undefined || isOwn(loaded, actor, runtime)) return name;
  return partyName({ kind: payer?.kind ?? "citizen", name });
}
const view = (loaded: Loaded<FiscalReceipt>, viewing: Pick<Viewing, "actor" | "runtime">) => {
  const { id, version, state } = loaded;
  const revenue = revenueOfReceipt(state);
  return {
    ...{ id, version, status: state.status, number: state.number, kind: state.kind },
    ...(revenue === undefined ? { receivable: state.receivable } : { revenue }),
    ...{ serial: state.serial, amountFen: state.amount, paidOn: state.paidOn, issuedOn: state.issuedOn },
    ...present({ madeOutTo: shownName(loaded, viewing), replaces: state.replaces, voidedOn: state.voidedOn }),
    ...present({ reasons: isOwn(loaded, viewing.actor, viewing.runtime) ? undefined : state.reasons }),
  };
};

/** The finance office knows of every receipt, a payer of his own: 404 for others. */
const fiscalReceipts = resource({
  of: fiscalReceipt,
  at: "/finance/fiscal-receipts",
  staff: financeReaders,
  own: isOwn,
  moves: fiscalReceiptMoves,
  statusOf: ({ status }) => status,
  returns: receiptView,
  view,
  links: ({ state }) =>
    state.kind === "income" ? [] : [receivables.link("receivable", { zh: "应收款", en: "Claim" }, state.receivable)],
});
const readers = [...financeReaders, "resident"] as const;
const known = (route: Route): Route => knownTo(fiscalReceipt, { staff: financeReaders, own: isOwn }, route);

/** A receipt as it is printed; the payer is not named where nobody wrote his name. */
async function printed(id: string, { actor, runtime }: Pick<Viewing, "actor" | "runtime">) {
  const found = await runtime.store.load(fiscalReceipt, id);
  if (found === undefined) return undefined;
  const { receiptContent } = await import("../printed-receipt.ts");
  const name = shownName(found, { actor, runtime }) ?? "（见缴款凭证）";
  return { content: receiptContent(found, name, runtime.town), on: found.state.issuedOn };
}
const gone = problem(404, "resource.not-found");

interface Voiding {
  readonly replace: boolean;
  readonly madeOutTo?: string | undefined;
}
interface Replacing {
  readonly before: Loaded<FiscalReceipt>;
  readonly stocked: Stocked;
}
/** The receipt that takes the place of a void one, as part of its commit. */
function replacement(learnt: Replacing | undefined, { replace, madeOutTo }: Voiding) {
  const before = learnt?.before;
  if (before === undefined || !replace) return { members: [], commands: [] };
  const { id, state } = before;
  const { receivable: of, kind, source, serial, amount, paidOn, payer } = state;
  const turn = state.turn + 1;
  const command: FiscalReceiptCommand = {
    ...{ type: "issue", receivable: of, kind, serial, amount, paidOn, turn, replaces: id },
    ...{ ...present({ payer, source, madeOutTo: madeOutTo ?? state.madeOutTo }), ...learnt?.stocked },
  };
  return { members: [member(fiscalReceipt, receiptIdOf(of, serial, turn), { expects: "new" })], commands: [command] };
}

interface PaidFor {
  readonly receivable?: string | undefined;
  readonly revenue?: string | undefined;
}
/** What is asked for: the receipts of a claim, or of other income. */
const paidFor = ({ receivable: of, revenue }: PaidFor) => (revenue === undefined ? of : ofRevenue(revenue));

/** 财政票据: one for each payment; a payer fetches his own (CF-70, XK-59). */
export const fiscalReceiptRoutes: readonly Route[] = [
  list("GET /finance/fiscal-receipts", {
    summary: {
      zh: "财政票据：按种类和年度（含作废），或者按应收款、收入；缴款人只见本人的",
      en: "Fiscal receipts of a kind and year, void ones too, or of a claim or an income; a payer sees his own",
    },
    allow: readers,
    of: fiscalReceipt,
    query: {
      kind: z.enum(receiptKinds).optional(),
      year: yearQuery.optional(),
      receivable: lineOf(160, 1).optional(),
      revenue: lineOf(60, 1).optional(),
      mine: titled(z.literal("true"), { zh: "本人的", en: "One's own" }).optional(),
    },
    sorts: ["issuedOn"],
    returns: receiptRow,
    find: ({ query: { kind, year, mine, ...query }, actor, runtime }) => {
      const of = paidFor(query);
      if (mine !== undefined || !hasRole(actor, financeReaders))
        return { index: "byOwner", partition: receiptsOfPayer(payerKeyOf(runtime, actor) ?? "") };
      if (of !== undefined) return { index: "byCode", partition: receiptsOfClaim(of) };
      const asked = year ?? todayIn(runtime.clock()).year;
      const kinds = kind === undefined ? receiptKinds : [kind];
      return kinds.map((one) => ({ index: "byStatus", partition: receiptsOf(one, asked) }));
    },
    keep: (loaded, { query: { kind, mine, ...query }, actor, runtime }) =>
      (kind === undefined || loaded.state.kind === kind) &&
      [undefined, loaded.state.receivable].includes(paidFor(query)) &&
      ((mine === undefined && hasRole(actor, financeReaders)) || isOwn(loaded, actor, runtime)),
    view: rowOf(receiptRow, view),
  }),
  fiscalReceipts.read(
    { zh: "一张财政票据；缴款人可看本人的", en: "One fiscal receipt; a payer reads his own" },
    readers,
  ),
  known(
    readContent("GET /finance/fiscal-receipts/{id}/html", {
      summary: { zh: "财政票据（可打印）", en: "The fiscal receipt as a page to be printed" },
      allow: readers,
      produces: "text/html; charset=utf-8",
      async run({ params: { id = "" }, actor }, runtime) {
        const found = await printed(id, { actor, runtime });
        if (found === undefined) return gone;
        const { renderHtml } = await import("../../../../shared/papers/index.ts");
        return { content: renderHtml(found.content), headers: htmlPolicy };
      },
    }),
  ),
  known(
    readContent("GET /finance/fiscal-receipts/{id}/pdf", {
      summary: { zh: "财政票据（PDF）", en: "The fiscal receipt as a PDF" },
      allow: readers,
      produces: "application/pdf",
      async run({ params: { id = "" }, actor }, runtime) {
        const found = await printed(id, { actor, runtime });
        return found === undefined ? gone : pdfOf(found.content, startOfDay(found.on), runtime);
      },
    }),
  ),
  fiscalReceipts.step("void", {
    summary: {
      zh: "作废票据（开票人以外的人办理，说明理由），同时换开；已全额退库的可以不换开",
      en: "Make it void with reasons, by another person; another receipt takes its place, unless the money went back",
    },
    allow: ["accountant", "finance-approver"],
    body: z.strictObject({
      reasons: textOf(300, 2),
      replace: z.boolean().default(true),
      madeOutTo: personOrBodyName.exactOptional(),
    }),
    learn: async ({ id, runtime }): Promise<Replacing | undefined> => {
      const before = await runtime.store.load(fiscalReceipt, id);
      return before && { before, stocked: await stockOf(runtime, before.state.kind) };
    },
    learnsFromTable: true,
    facts: async ({ id, runtime }) => ({
      claim: heldFact(factReference(receivable, (await runtime.store.load(fiscalReceipt, id))?.state.receivable ?? "")),
    }),
    run: ({ body: { reasons, replace }, facts }) => ({
      ...{ type: "void", reasons, isReplaced: replace },
      wentBack: sum((facts.claim?.refunds ?? []).map(({ amount, paidOn }) => (paidOn === undefined ? fen(0) : amount))),
    }),
    others: {
      members: ({ body, learnt }) => ({ next: replacement(learnt, body).members }),
      commands: ({ body, learnt }) => ({ next: replacement(learnt, body).commands }),
    },
  }),
  fiscalReceipts.history({ zh: "财政票据的经过", en: "History of a fiscal receipt" }, financeReaders),
];
