import fc from "fast-check";
import * as z from "zod";
import { finance } from "../../services/finance/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import type { CloudEvent } from "../../shared/messaging/index.ts";
import { origins } from "../../shared/town/fiscal-scheme.ts";
import { handTo } from "../support/reacting.ts";
import { aFinanceTown, salary, theAccountant, theApprover, theCashier } from "./finance-town.ts";

/** A salary whose expense stands in two lines of one account: they are one write. */
const paidInParts = (amountFen: number) => {
  const [expense, ...others] = salary(amountFen);
  const part = Math.floor(amountFen / 3);
  return part === 0
    ? [expense, ...others]
    : [{ ...expense, amountFen: part }, { ...expense, amountFen: amountFen - part }, ...others];
};

const clerk: Actor = { sub: "clerk-1", name: "窗口1号", roles: ["clerk"], office: "service-centre" };
const year = 2026;
const madeSchema = z.object({ id: z.string() });

/** What may happen in an office of finance. `at` names one of the things that are there, counted round. */
export type Happening =
  | {
      readonly what: "tax" | "tax-back";
      readonly amount: number;
      readonly item: string;
      readonly level: string;
      readonly on: string;
    }
  | {
      readonly what: "foreign";
      readonly amount: number;
      readonly item: string;
      readonly origin: string;
      readonly on: string;
    }
  | { readonly what: "salary"; readonly amount: number }
  | { readonly what: "reverse" | "voucher"; readonly at: number }
  | { readonly what: "income" | "income-back"; readonly amount: number; readonly at: number }
  | { readonly what: "fine"; readonly amount: number; readonly paid: number }
  | { readonly what: "payment"; readonly amount: number; readonly returns: boolean }
  | { readonly what: "days"; readonly days: number };

/** The base of Guangtong is some 13 million yuan: one tax may stay below it or pass it. */
const amount = fc.integer({ min: 1, max: 3_000_000_000 });
const on = fc.integer({ min: 1, max: 28 }).map((day) => `${year}-02-${String(day).padStart(2, "0")}`);
const at = fc.nat(20);
/** Classes under which money that no scheme counts hides. */
export const hidingPlaces = ["10101", "10104", "10304", "10305", "103050199", "10307", "10399"] as const;
const taxes = {
  amount,
  item: fc.constantFrom("10101", "10104", "10119"),
  level: fc.constantFrom("town", "county"),
  on,
};

/** Money of fines, fees, confiscated goods and transfers, under any class that the books take it under: 10305 holds fines alone. */
const ofFines: readonly string[] = ["fine", "fine-surcharge", "confiscated-goods"];
export const foreign: fc.Arbitrary<Happening & { readonly what: "foreign" }> = fc
  .record({
    ...{ what: fc.constant("foreign" as const), amount, item: fc.constantFrom(...hidingPlaces), on },
    origin: fc.constantFrom(...origins.filter((one) => one !== "ordinary" && one !== "debt")),
  })
  .filter(({ item, origin }) => !item.startsWith("10305") || ofFines.includes(origin));
export const tax: fc.Arbitrary<Happening & { readonly what: "tax" | "tax-back" }> = fc.record({
  ...{ what: fc.constantFrom("tax" as const, "tax" as const, "tax-back" as const), ...taxes },
});
export const happenings: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: tax },
  foreign,
  fc.record({ what: fc.constant("salary"), amount }),
  fc.record({ what: fc.constantFrom("reverse", "voucher"), at }),
  fc.record({ what: fc.constantFrom("income", "income-back"), amount, at }),
  fc.record({ what: fc.constant("fine"), amount: fc.integer({ min: 1, max: 1_000_000 }), paid: fc.nat(1_000_000) }),
  fc.record({ what: fc.constant("payment"), amount: fc.integer({ min: 1, max: 60_000 }), returns: fc.boolean() }),
  fc.record({ what: fc.constant("days"), days: fc.integer({ min: 1, max: 20 }) }),
);

/** An office with both books open, an approved budget and a line of 1,000 yuan: what happens to it is told one thing after another. */
export async function anOffice() {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  await town.openBook("town-government", "2026-01");
  const made = async (path: string, body: object, actor = theAccountant): Promise<string> => {
    const { status, body: view } = await town.post(path, body, actor);
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(view)}`);
    return madeSchema.parse(view).id;
  };
  await made("/budget-years", { year, document: "上年决算" }, theApprover);
  const sums = { expenditureFen: 100_000_000, reserveFen: 1_000_000, turnoverFundFen: 0 };
  await made(`/budget-years/${year}/approve`, { on: "2026-02-27", document: "人大决议", ...sums }, theApprover);
  const item = { year, item: "2010301", purpose: "办公费", ground: "congress", document: "决议", amountFen: 100_000 };
  const line = await made("/budget-lines", item, theApprover);
  await made(`/budget-lines/${line}/plan`, { upToFen: 100_000, document: "用款计划" }, theApprover);
  const payee = await made("/payees", {
    ...{ kind: "organisation", name: "文具店", bank: "农信社", account: "6228480012345678901" },
  });

  const entries: string[] = [];
  const revenues: string[] = [];
  let count = 0;
  const oneOf = (list: readonly string[], place: number) => list[place % Math.max(1, list.length)];
  const today = () => town.runtime.clock().slice(0, 10);
  const classed = (
    one: { readonly amount: number; readonly item: string; readonly level: string; readonly origin: string },
    back: boolean,
  ) => [
    { account: "1003", side: back ? "credit" : "debit", amountFen: one.amount },
    {
      ...{ account: "4001", side: back ? "debit" : "credit", amountFen: one.amount },
      ...{ item: one.item, level: one.level, origin: one.origin },
    },
  ];
  const post = async (body: object) => {
    entries.push(await made("/entries", { nature: "budget-cash", text: "入账", ...body }));
  };
  /** A fine by its event; what the treasury took of it. */
  const fine = async ({ amount: fineFen, paid }: { readonly amount: number; readonly paid: number }) => {
    const of = `C${count}:P1`;
    const told = (type: string, data: object): CloudEvent => ({
      ...{ specversion: "1.0", source: "/town", type, subject: `fine/${of}`, id: `${of}/${type}` },
      ...{ time: "2026-03-02T01:00:00.000Z", datacontenttype: "application/json", sequence: 1, actor: "town" },
      data: { ...data },
    });
    const due = {
      case: `C${count}`,
      proceeding: of,
      decision: "罚1号",
      fineFen,
      gainsFen: 0,
      due: "2026-12-16",
      surcharge: true,
    };
    const refused = await handTo(finance.subscriptions, told("enforcement.fine.due", due), town.runtime);
    if (refused.length > 0) throw new Error(refused.join());
    if (paid === 0) return;
    const received = { serial: `GK-F${count}`, receipt: `票${count}`, amountFen: paid, on: today() };
    await made(`/receivables/enforcement:${of}/receive`, received);
  };
  /** A payment from the request to the bank; one that does not fit is refused. */
  const pay = async (amountFen: number, returns: boolean) => {
    const asked = { line, payee, amountFen, purpose: "购纸", document: "发票" };
    const { status, body } = await town.post("/payments", asked, clerk);
    if (status >= 300) return;
    const of = `/payments/${madeSchema.parse(body).id}`;
    await made(`${of}/review`, {});
    await made(`${of}/approve`, {}, theApprover);
    await made("/payment-files", { payments: [madeSchema.parse(body).id] }, theCashier);
    await made(`${of}/confirm`, { serial: `YH-${count}`, on: today() });
    if (returns) await made(`${of}/return`, { serial: `TH-${count}`, on: today(), reasons: "账号有误" });
  };

  const happen = async (one: Happening): Promise<void> => {
    count += 1;
    switch (one.what) {
      case "tax":
      case "tax-back":
        return post({
          ...{ book: "treasury", effectiveOn: one.on },
          lines: classed({ ...one, origin: "ordinary" }, one.what === "tax-back"),
        });
      case "foreign":
        return post({ book: "treasury", effectiveOn: one.on, lines: classed({ ...one, level: "town" }, false) });
      case "salary":
        return post({ book: "town-government", effectiveOn: today(), lines: paidInParts(one.amount) });
      case "reverse":
      case "voucher": {
        const entry = oneOf(entries, one.at);
        if (entry === undefined) return;
        // One that is taken back or numbered already is refused, and nothing moves.
        if (one.what === "reverse") await town.post(`/entries/${entry}/reverse`, { reasons: "记错了" });
        else await town.post(`/entries/${entry}/record-voucher`, {});
        return;
      }
      case "income":
        revenues.push(
          await made("/revenues", {
            ...{ item: "10104", level: "town", period: "2026-02", document: "缴款书", paidBy: { kind: "various" } },
            ...{ serial: `GK-${count}`, amountFen: one.amount, on: today() },
          }),
        );
        return;
      case "income-back": {
        const booked = oneOf(revenues, one.at);
        if (booked !== undefined) await town.post(`/revenues/${booked}/reverse`, { reasons: "级次有误" });
        return;
      }
      case "fine":
        return fine(one);
      case "payment":
        return pay(one.amount, one.returns);
      case "days":
        town.runtime.setClock(new Date(Date.parse(town.runtime.clock()) + one.days * 86_400_000).toISOString());
        return;
    }
  };
  const told = async (all: readonly Happening[]) => {
    for (const one of all) await happen(one);
  };
  return { ...town, told, made, line };
}
