import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { isRejection } from "../../../../shared/decider/index.ts";
import type { Route } from "../../../../shared/http/index.ts";
import { type Fen, fenSchema, mostFen } from "../../../../shared/money/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReferences, heldFact, member } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { amountFen } from "../../common/amounts.ts";
import { entitlement } from "../../entitlements/domain/decider.ts";
import { outstandingOf } from "../../entitlements/domain/entitlement.ts";
import { settledLineId } from "../../entitlements/domain/settled-line.ts";
import type { EntitlementCommand } from "../../entitlements/domain/words.ts";
import { backedByAll, entriesHeld } from "../../ledger/index.ts";
import { settlement } from "../domain/settlement/decider.ts";
import { disputesOf } from "../domain/settlement/disputes.ts";
import { duesOf } from "../domain/settlement/dues.ts";
import { entitledBy, type SettledEntitlement } from "../domain/settlement/entitled.ts";
import type { LineRef } from "../domain/settlement/kept-sheet.ts";
import { byEntry } from "../domain/settlement/paying.ts";
import type { LinePaid, Settlement } from "../domain/settlement/words.ts";
import { settlements } from "./settlement-resource.ts";
import { dueDaysIn } from "./settlement-view.ts";

const amount = fenSchema.min(-mostFen).max(mostFen);
const lineRef = { scheme: lineOf(40, 1), version: z.int().min(1).max(1000), line: lineOf(40, 1) };
const document = lineOf(200, 1);

interface Answered {
  /** The number of the sheet that this was worked out from. */
  readonly seen: number;
  readonly entitled: readonly SettledEntitlement[];
}
interface Asking<B> {
  readonly id: string;
  readonly body: B;
  readonly runtime: Runtime;
}

/** What the town may claim once the settlement is answered so; nothing, where the answer is refused. */
const answeredAs =
  <B>(next: (state: Settlement, body: B, on: string, runtime: Runtime) => Settlement | undefined) =>
  async ({ id, body, runtime }: Asking<B>): Promise<Answered> => {
    const state = (await runtime.store.load(settlement, id))?.state;
    const answered = state && next(state, body, todayIn(runtime.clock()).toString(), runtime);
    const entitled = answered === undefined ? [] : entitledBy(answered, dueDaysIn(runtime));
    return { seen: state?.number ?? 0, entitled };
  };

interface Learnt {
  readonly learnt: Answered | undefined;
}
/** Each line that pays the town becomes an entitlement in the same commit (F7). */
const entitling = {
  members: ({ learnt }: Learnt) => ({
    entitlements: learnt?.entitled.map(({ id }) => member(entitlement, id, { expects: "either" })) ?? [],
  }),
  commands: ({ learnt }: Learnt) => ({
    entitlements: learnt?.entitled.map(({ claim }): EntitlementCommand => ({ type: "assess", ...claim })) ?? [],
  }),
};

interface SaidDispute extends LineRef {
  readonly theirsFen: Fen;
  readonly reasons: string;
}
const disputedIn = (said: readonly SaidDispute[]) =>
  said.map(({ theirsFen, ...one }) => ({ ...one, theirs: theirsFen }));
interface SaidAmount extends LineRef {
  readonly amountFen: Fen;
}
const ruledIn = <One extends SaidAmount>(said: readonly One[]) =>
  said.map(({ scheme, version, line, amountFen: ruled }) => ({ scheme, version, line, amount: ruled }));

/** The lines of a settlement that pay the town. */
async function linesThatPay({ id, runtime }: Pick<Asking<unknown>, "id" | "runtime">): Promise<readonly LineRef[]> {
  const state = (await runtime.store.load(settlement, id))?.state;
  if (state === undefined) return [];
  return duesOf(state, dueDaysIn(runtime))
    .filter(({ to }) => to === "town")
    .map(({ scheme, version, line }) => ({ scheme, version, line }));
}

/** What the county answers to a settlement, and how it ends (F-25). */
export const answerRoutes: readonly Route[] = [
  settlements.step("agree", {
    summary: { zh: "登记县财政同意结算", en: "Record that the county agrees" },
    allow: ["finance-approver"],
    body: z.strictObject({ document }),
    learn: answeredAs((state, { document: by }, on) => ({
      ...state,
      status: "agreed",
      answered: { document: by, on },
    })),
    learnsFromTable: true,
    run: ({ body, learnt }) => ({ type: "agree", ...body, seen: learnt?.seen ?? 0 }),
    others: entitling,
  }),
  settlements.step("dispute", {
    summary: {
      zh: "登记县财政有异议的项目、金额和理由",
      en: "Record the lines that the county disputes, its figures and reasons",
    },
    allow: ["finance-approver"],
    body: z.strictObject({
      document,
      disputes: z
        .array(z.strictObject({ ...lineRef, theirsFen: amount, reasons: textOf(500, 2) }))
        .min(1)
        .max(100),
    }),
    learn: answeredAs((state, { document: by, disputes }, on, { town }) => {
      const found = disputesOf(state.sheet, disputedIn(disputes), town.finance.schemes);
      return isRejection(found)
        ? undefined
        : { ...state, status: "disputed", answered: { document: by, on }, disputes: found };
    }),
    run: ({ body: { document: by, disputes }, learnt }) => ({
      ...{ type: "dispute", document: by, disputes: disputedIn(disputes), seen: learnt?.seen ?? 0 },
    }),
    others: entitling,
  }),
  settlements.step("resolve", {
    summary: { zh: "按文件解决全部异议", en: "Settle all disputed lines by a document" },
    allow: ["finance-approver"],
    body: z.strictObject({
      document,
      rulings: z
        .array(z.strictObject({ ...lineRef, amountFen: amount }))
        .min(1)
        .max(100),
    }),
    learn: answeredAs((state, { document: by, rulings }, on) => ({
      ...{ ...state, status: "resolved", settled: { document: by, on }, rulings: ruledIn(rulings) },
    })),
    run: ({ body: { document: by, rulings }, learnt }) => ({
      ...{ type: "resolve", document: by, rulings: ruledIn(rulings), seen: learnt?.seen ?? 0 },
    }),
    others: entitling,
  }),
  settlements.step("pay", {
    summary: {
      zh: "登记结清：应付镇的已到账，镇应上解的已按分录上解",
      en: "Record that it is paid: all that pays the town came, and entries of the books paid what it owes",
    },
    allow: ["finance-approver"],
    body: z.strictObject({
      remittances: z
        .array(z.strictObject({ ...lineRef, entry: lineOf(120, 1), amountFen }))
        .max(20)
        .default([]),
    }),
    learn: async (asking) => ({
      seen: (await asking.runtime.store.load(settlement, asking.id))?.state.number ?? 0,
      lines: await linesThatPay(asking),
    }),
    learnsFromTable: true,
    facts: async ({ id, body, runtime }) => ({
      entries: entriesHeld([...new Set(body.remittances.map(({ entry }) => entry))]),
      paid: factReferences(
        entitlement,
        (await linesThatPay({ id, runtime })).map((one) => settledLineId({ year: Number(id), ...one })),
      ).map(heldFact),
    }),
    run: ({ body, learnt, facts }) => ({
      ...{ type: "pay", seen: learnt?.seen ?? 0 },
      remittances: body.remittances.map(({ amountFen: paid, ...one }) => ({ ...one, amount: paid })),
      received: (learnt?.lines ?? []).map((one, at): LinePaid => {
        const state = facts.paid[at];
        return { ...one, outstanding: state === undefined ? undefined : outstandingOf(state) };
      }),
    }),
    others: {
      members: ({ id, body }) => ({ remitted: remitted(id, body.remittances).members }),
      commands: ({ id, body, facts }) => ({ remitted: remitted(id, body.remittances).commands(facts.entries) }),
    },
  }),
];

const remitted = (id: string, said: readonly (SaidAmount & { readonly entry: string })[]) =>
  backedByAll(
    byEntry(
      said.map(({ amountFen: paid, ...one }) => ({ ...one, amount: paid })),
      Number(id),
    ),
    "remittance",
  );
