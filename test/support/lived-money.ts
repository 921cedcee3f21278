import * as z from "zod";
import type { Town } from "../../infra/demo/client.ts";
import { accountant, cashier, financeHead, mayor } from "../../infra/demo/people.ts";
import { someCitizenNumbers } from "./citizen-numbers.ts";

/** A fund with a share, a debt of the old stock, a project, and a batch of benefits. */
export async function keepWhatHasAnOwner(
  town: Town,
  at: { readonly line: string; readonly payee: string },
): Promise<void> {
  const { today } = await town.time();
  const month = today.slice(0, 7);
  const sources = [{ name: "中央财政", amountFen: 500_000, document: "财农1号" }];
  const named = { kind: "special", title: "农田资金", project: "高标准农田", document: "县财农3号", items: ["213"] };
  const fund = await town.made("/finance/funds", { ...named, sources }, financeHead);
  const share = { fund, beneficiary: "H-1", payee: at.payee, document: "分配方案1号", amountFen: 100_000 };
  await town.act("/finance/fund-shares", share, accountant);
  const creditor = { creditorKind: "person", creditor: "王大山", purpose: "修路", document: "欠条" };
  const days = { incurredOn: "2015-06-01", dueOn: "2018-06-01", principalFen: 10_000 };
  await town.act("/finance/debts", { debtor: "town", kind: "project-arrears", ...creditor, ...days }, accountant);
  const opening = {
    debtor: "town",
    project: "农贸市场",
    estimateFen: 1000,
    opinion: { number: "县政函5号", on: today },
  };
  const means = [{ means: "budget", amountFen: 1000, document: "人大决议" }];
  await town.act("/finance/project-openings", { ...opening, sources: means }, financeHead);
  const [idNumber = ""] = someCitizenNumbers(1);
  const bank = { bank: "农信社", account: "622848001234567891" };
  const person = { name: "王大山", idNumber, village: "532302105001", ...bank };
  const beneficiary = await town.made("/finance/beneficiaries", person, accountant);
  const programme = { programme: "minimum", title: "低保", document: "民政1号", from: month };
  await town.act("/finance/benefit-programmes", programme, financeHead);
  const granted = { programme: "minimum", beneficiary, document: "审批表", amountFen: 500, from: month };
  await town.act("/finance/benefit-grants", granted, financeHead);
  const lines = [{ beneficiary, amountFen: 500 }];
  const batch = { programme: "minimum", period: month, line: at.line, document: "发放表", lines };
  const made = await town.made("/finance/benefit-batches", batch, accountant);
  await town.act("/_embedded/settle", {}, accountant);
  await town.act(`/finance/benefit-batches/${made}/approve`, {}, financeHead);
  await town.act(`/finance/benefit-batches/${made}/send`, {}, cashier);
  const terms = [{ month, amountFen: 10_000 }];
  const pay = { quorum: 3, fullFromBps: 9000, nothingBelowBps: 6000 };
  const contract = { title: "村庄保洁", supplier: at.payee, document: "保洁合同", totalFen: 10_000, terms, ...pay };
  await town.act("/finance/service-contracts", contract, financeHead);
  const house = { kind: "building", title: "老粮站", document: "房产证", acquiredOn: "1998-05-01", valueFen: 100_000 };
  await town.act("/finance/assets", house, accountant);
  const loans = { document: "农信社函", loans: 3, persons: 3, grantedFen: 300, balanceFen: 300 };
  const arrears = { overdueLoans: 1, arrearsFen: 100, guaranteedByTown: false };
  await town.act("/finance/credit-months", { product: "revival", month: "2020-01", ...loans, ...arrears }, accountant);
}

/** The budget is answered to offices (F-3); an earmarked transfer comes, is given to a line and reported (F-12). */
export async function carryOutTheBudget(town: Town): Promise<void> {
  const { today: on } = await town.time();
  const year = Number(on.slice(0, 4));
  const told = async (duty: string, more: object = {}) =>
    town.act(`/finance/budget-years/${year}/perform`, { duty, on, document: "财预批复1号", ...more }, accountant);
  const offices = ["service-centre", "enforcement-team"];
  await told("reply", { offices });
  await told("reply-units", { offices: offices.slice(0, 1) });
  const came = {
    account: "4011",
    side: "credit",
    amountFen: 300_000,
    item: "11003",
    level: "town",
    origin: "transfer",
  };
  const lines = [{ account: "1003", side: "debit", amountFen: 300_000 }, came];
  const money = { book: "treasury", nature: "budget-cash", effectiveOn: on, text: "专项转移支付", lines };
  const entry = await town.made("/finance/entries", money, accountant);
  const given = { year, item: "2130142", purpose: "高标准农田", ground: "earmarked", document: "县财农5号", entry };
  await town.made("/finance/budget-lines", { ...given, amountFen: 300_000 }, financeHead);
  await told("report-earmarked");
}

/** The county announces a transfer of next year (F-34), and takes money of the town outside the budget (F-32). */
export async function hearFromTheCounty(town: Town): Promise<void> {
  const { today: on } = await town.time();
  const next = Number(on.slice(0, 4)) + 1;
  await town.act("/finance/budget-years", { year: next, document: "上年决算" }, financeHead);
  const ofNext = { kind: "announced", transfer: "general", year: next, amountFen: 900, expectedThisYearFen: 1000 };
  const basis = { ...ofNext, notifiedBy: "finance" };
  const paper = { document: { number: "县财预60号", on } };
  const said = { title: "均衡性转移支付", payer: "county", promisedOn: on };
  await town.act("/finance/entitlements", { ...said, ...paper, basis }, accountant);
  const lines = [
    { account: "2001", side: "debit", amountFen: 500 },
    { account: "1003", side: "credit", amountFen: 500 },
  ];
  const gone = { book: "treasury", nature: "held", effectiveOn: on, text: "县财政调走结余", lines };
  const entry = await town.made("/finance/entries", gone, accountant);
  const taken = { ...said, title: "县财政调走镇级结余", basis: { kind: "amount", amountFen: 500, formula: "调出数" } };
  await town.act("/finance/entitlements", { ...taken, entry }, accountant);
}

/** An accountant who leaves hands the treasury's book over, as far as the successor's signature (F-50). */
export async function handABookOver(town: Town): Promise<void> {
  const { items } = await town.get("/finance/entries?book=treasury&limit=100", unnumbered, accountant);
  for (const { id } of items)
    await town.act(`/finance/entries/${encodeURIComponent(id)}/record-voucher`, {}, accountant);
  const { items: rows } = await town.get("/finance/books/treasury/balances", balances, accountant);
  const isMoney = ({ account }: { readonly account: string }) => account === "1003" || account === "1004";
  const statementFen = rows.filter(isMoney).reduce((total, { balanceFen }) => total + balanceFen, 0);
  const list = [{ kind: "ledgers", text: "总账、明细账", count: 2 }];
  const said = { successor: financeHead.sub, list, statementFen, document: "交接书1号" };
  await town.act("/finance/books/treasury/hand-over", said, accountant);
  await town.act("/finance/books/treasury/sign-handover", {}, mayor);
}
const unnumbered = z.object({ items: z.array(z.object({ id: z.string() })) });
const balances = z.object({ items: z.array(z.looseObject({ account: z.string(), balanceFen: z.int() })) });

const claims = z.object({
  items: z.array(z.looseObject({ id: z.string(), owedFen: z.int(), inHands: z.unknown().optional() })),
});
const receipts = z.object({
  items: z.array(z.looseObject({ id: z.string(), receivable: z.string(), status: z.string() })),
});

/** A claim that nobody took money for on the spot is paid whole; the payment is taken back and booked again; its receipt is made void by another person, and given anew. */
export async function payAClaim(town: Town): Promise<void> {
  const { today: on } = await town.time();
  const { items } = await town.get("/finance/receivables", claims, accountant);
  const claim = items.find(({ owedFen, inHands }) => owedFen > 0 && inHands === undefined);
  if (claim === undefined) throw new Error("no claim is open");
  const at = `/finance/receivables/${encodeURIComponent(claim.id)}`;
  await town.act(`${at}/show-code`, { how: "at-the-counter" }, cashier);
  const stock = { code: "53010123", firstNumber: "00000001", lastNumber: "00001000", document: "县财票〔2026〕1号" };
  for (const kind of ["penalty", "income"])
    await town.act(`/finance/receipt-stocks/${kind}/take-in`, { ...stock, code: `${stock.code}${kind}` }, financeHead);
  const money = { serial: "GK-110", receipt: "缴款书110号", amountFen: claim.owedFen, on, madeOutTo: "王大山" };
  await town.act(`${at}/receive`, money, accountant);
  // F-47: the line of the bank was booked to a wrong claim; taken back, it is booked again.
  await town.act(`${at}/reverse-receipt`, { serial: money.serial, reasons: "认领错误" }, financeHead);
  await town.act("/_embedded/settle", {}, accountant);
  await town.act(`${at}/receive`, money, accountant);
  const { items: issued } = await town.get("/finance/fiscal-receipts", receipts, accountant);
  const standing = issued.find(({ receivable, status }) => receivable === claim.id && status === "issued");
  const body = { reasons: "交款人姓名有误", madeOutTo: "王小山" };
  await town.act(`/finance/fiscal-receipts/${encodeURIComponent(standing?.id ?? "")}/void`, body, financeHead);
}
