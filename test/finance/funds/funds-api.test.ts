import { beforeAll, describe, expect, test } from "vitest";
import { aFinanceTown, theAccountant, theApprover } from "../finance-town.ts";

type Town = ReturnType<typeof aFinanceTown>;
let town: Town;
let payee: string;

const aFund = (more: object = {}) => ({
  ...{
    kind: "special",
    title: "高标准农田资金",
    project: "2026年高标准农田",
    document: "县财农〔2026〕3号",
    items: ["21305"],
  },
  sources: [
    { name: "中央财政", amountFen: 3000, document: "财农1号" },
    { name: "省财政", amountFen: 1000, document: "省财农2号" },
  ],
  ...more,
});
const setUp = async (more: object = {}) => (await town.post("/funds", aFund(more), theApprover)).body;
const moved = async (amountFen: number, item?: string, goesOut = false) => {
  const [debit, credit] = goesOut ? ["5001", "1003"] : ["1003", "4011"];
  const classed = { item: item ?? "11002", level: "town", origin: "transfer" };
  const lines = [
    { account: debit, side: "debit", amountFen, ...(goesOut ? { item } : {}) },
    { account: credit, side: "credit", amountFen, ...(goesOut ? {} : classed) },
  ];
  const entry = { book: "treasury", nature: "budget-cash", effectiveOn: "2026-02-20", text: "专项资金", lines };
  return String((await town.post("/entries", entry)).body.id);
};
/** Money that is held for others and goes out: no expenditure of a budget. */
const heldOut = async (amountFen: number) => {
  const lines = [
    { account: "2001", side: "debit", amountFen },
    { account: "1003", side: "credit", amountFen },
  ];
  const entry = { book: "treasury", nature: "held", effectiveOn: "2026-02-20", text: "征收补偿", lines };
  return String((await town.post("/entries", entry)).body.id);
};
const receive = (id: unknown, entry: string, amountFen: number, source = "中央财政") =>
  town.post(`/funds/${id}/receive`, { entry, source, amountFen });
const allot = (fund: unknown, beneficiary: string, amountFen: number, to = payee) =>
  town.post("/fund-shares", { fund, beneficiary, payee: to, document: "分配方案1号", amountFen });
const payOut = (share: unknown, entry: string, amountFen: number) =>
  town.post(`/fund-shares/${share}/pay-out`, { entry, amountFen });

beforeAll(async () => {
  town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  const account = { kind: "organisation", name: "甸心村合作社", bank: "农信社", account: "6228480012345678901" };
  payee = String((await town.post("/payees", account)).body.id);
});

describe("F5: a fund with its purpose, sources and shares", () => {
  test("sources stand with their shares, each once", async () => {
    expect(await setUp()).toMatchObject({ promisedFen: 4000, sources: [{ shareBps: 7500 }, { shareBps: 2500 }] });
    const twice = [aFund().sources[0], aFund().sources[0]];
    expect(await setUp({ sources: twice })).toMatchObject({ code: "finance.source-twice" });
    expect((await town.post("/funds", aFund(), theAccountant)).status).toBe(403);
  });

  test("F-31: matching money is not demanded of the town, save where the State Council says so", async () => {
    const matching = (more: object) => [
      { name: "镇配套", amountFen: 500, document: "通知", isMatching: true, ...more },
    ];
    expect(await setUp({ sources: matching({}) })).toMatchObject({ code: "finance.matching-demanded" });
    expect(await setUp({ sources: matching({ sharedBy: "国发〔2016〕49号" }) })).toMatchObject({ status: "open" });
  });

  test("F-42: an account of its own has its approval, or it is a sub-ledger of a lawful account", async () => {
    const acquisition = (account?: object) => setUp({ kind: "acquisition", ...(account && { account }) });
    expect(await acquisition()).toMatchObject({ code: "finance.account-not-approved" });
    const under = (book: string, code: string) => acquisition({ kind: "sub-ledger", book, account: code });
    expect(await under("treasury", "4001")).toMatchObject({ code: "finance.account-not-approved" });
    expect(await under("none", "1004")).toMatchObject({ code: "finance.account-not-approved" });
    expect(await under("treasury", "1004")).toMatchObject({ kind: "acquisition" });
    expect(await acquisition({ kind: "approved", document: "财库〔2026〕9号" })).toMatchObject({ kind: "acquisition" });
    // A special fund is no way round it.
    expect(await setUp({ account: { kind: "sub-ledger", book: "none", account: "1004" } })).toMatchObject({
      code: "finance.account-not-approved",
    });
  });
});

describe("in, out and left, each backed by an entry of the books", () => {
  test("a source gives what it promised and no more; an entry fills one fund once", async () => {
    const { id } = await setUp();
    const { id: other } = await setUp();
    const money = await moved(3001);
    expect((await receive(id, money, 3001)).body).toMatchObject({ code: "finance.fund-source-exceeded" });
    expect((await receive(id, money, 1, "市财政")).body).toMatchObject({ code: "finance.fund-source-unknown" });
    expect((await receive(id, money, 3000)).body).toMatchObject({ receivedFen: 3000, leftFen: 3000 });
    expect((await receive(other, money, 2)).body).toMatchObject({ code: "finance.entry-used-up" });
    expect((await receive(id, await moved(1), 1)).body).toMatchObject({ code: "finance.fund-source-exceeded" });
  });

  test("shares stay within the sources; one beneficiary has one share, and a payee of the register", async () => {
    const { id } = await setUp();
    expect((await allot(id, "H-1", 4001)).body).toMatchObject({ code: "finance.fund-over-allotted" });
    expect((await allot(id, "H-1", 3000, "none")).body).toMatchObject({ code: "finance.beneficiary-has-no-payee" });
    expect((await allot(id, "H-1", 3000)).status).toBe(201);
    expect((await allot(id, "H-1", 1)).body).toMatchObject({ code: "finance.share-stands" });
    expect((await allot(id, "H-2", 1001)).body).toMatchObject({ code: "finance.fund-over-allotted" });
    expect((await allot(id, "H-2", 1000)).status).toBe(201);
    expect((await town.get("/fund-shares", { fund: String(id) })).body.items).toHaveLength(2);
  });

  test("misuse is refused: the classes of the entry decide", async () => {
    const { id } = await setUp();
    await receive(id, await moved(3000), 3000);
    const { body: share } = await allot(id, "H-1", 2000);
    const pay = async (item: string, amountFen = 500) =>
      (await payOut(share.id, await moved(500, item, true), amountFen)).body;
    expect(await pay("2010301")).toMatchObject({ code: "finance.fund-other-purpose" });
    expect(await pay("213", 500)).toMatchObject({ code: "finance.fund-other-purpose" });
    expect((await payOut(share.id, await heldOut(500), 500)).body).toMatchObject({
      code: "finance.fund-other-purpose",
    });
    expect(await pay("2130504")).toMatchObject({ paidFen: 500, leftFen: 1500 });
    expect(await pay("2130504", 501)).toMatchObject({ code: "finance.entry-used-up" });
  });

  test("no more goes out than was allotted, nor than came in; what is taken back is there again", async () => {
    const { id } = await setUp();
    const coming = await moved(1000);
    await receive(id, coming, 1000);
    const { body: share } = await allot(id, "H-1", 2000);
    const out = await moved(1500, "21305", true);
    expect((await payOut(share.id, out, 1001)).body).toMatchObject({ code: "finance.fund-empty" });
    expect((await payOut(share.id, out, 1000)).body).toMatchObject({ paidFen: 1000 });
    expect((await payOut(share.id, out, 1)).body).toMatchObject({ code: "finance.entry-used-already" });
    const other = await moved(1500, "21305", true);
    expect((await payOut(share.id, other, 1)).body).toMatchObject({ code: "finance.fund-empty" });
    expect((await payOut(share.id, other, 1001)).body).toMatchObject({ code: "finance.share-exceeded" });
    const back = (path: string, entry: string) => town.post(`${path}/take-back`, { entry }, theApprover);
    expect((await back(`/funds/${id}`, coming)).body).toMatchObject({ code: "finance.fund-empty" });
    expect((await back(`/fund-shares/${share.id}`, coming)).body).toMatchObject({
      code: "finance.share-holds-no-payment",
    });
    expect((await town.post(`/entries/${out}/reverse`, { reasons: "记错账户" })).body).toMatchObject({
      code: "finance.entry-in-use",
    });
    const close = () => town.post(`/funds/${id}/close`, { document: "销户批复" }, theApprover);
    expect((await back(`/fund-shares/${share.id}`, out)).body).toMatchObject({ paidFen: 0, status: "open" });
    expect((await back(`/fund-shares/${share.id}`, out)).body.code).toMatch(/^finance\./);
    expect((await close()).body).toMatchObject({ code: "finance.fund-has-money" });
    expect((await payOut(share.id, out, 1000)).status).toBe(200);
    expect((await close()).body).toMatchObject({ status: "closed" });
    expect((await allot(id, "H-2", 1)).body).toMatchObject({ code: "finance.fund-not-in-this-state" });
    const { body: whole } = await allot((await setUp()).id, "H-9", 1);
    expect((await back(`/fund-shares/${whole.id}`, out)).body).toMatchObject({
      code: "finance.share-holds-no-payment",
    });
  });

  test("a share that is paid takes no more", async () => {
    const { id } = await setUp();
    await receive(id, await moved(1000), 1000);
    const { body: share } = await allot(id, "H-1", 500);
    const out = await moved(600, "21305", true);
    expect((await payOut(share.id, out, 500)).body).toMatchObject({ status: "paid" });
    expect((await payOut(share.id, await moved(600, "21305", true), 1)).body).toMatchObject({
      code: "finance.share-not-in-this-state",
    });
  });

  test("F16: money for households, held outside of the budget, goes out by household", async () => {
    const account = { kind: "approved", document: "财库〔2026〕9号" };
    const { id } = await setUp({ kind: "acquisition", account, title: "高速公路征收专户" });
    await receive(id, await moved(2000), 2000);
    const { body: share } = await allot(id, "532302105001-0012", 800);
    const entry = await heldOut(800);
    expect((await payOut(share.id, entry, 800)).body).toMatchObject({ status: "paid", leftFen: 0 });
  });

  test("sixteen payments at once leave no fund below zero", async () => {
    const { id } = await setUp();
    await receive(id, await moved(1000), 1000);
    const shares = await Promise.all(
      Array.from({ length: 16 }, async (_, at) => (await allot(id, `P-${at}`, 100)).body.id),
    );
    const entries = await Promise.all(shares.map(() => moved(100, "21305", true)));
    const answers = await Promise.all(shares.map((share, at) => payOut(share, entries[at] ?? "", 100)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    expect((await town.get(`/funds/${id}`)).body).toMatchObject({ paidFen: 1000, leftFen: 0 });
  });
});
