import { describe, expect, test } from "vitest";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { anEnforcementTown } from "../enforcement-town.ts";

const { lists } = loadTownFrom("guangtong");
const opened = async () => {
  const town = anEnforcementTown();
  expect(await town.open(lists)).toEqual({ carriedOut: 113, refused: [] });
  return town;
};
const itemsOf = (body: Readonly<Record<string, unknown>>) => (Array.isArray(body.items) ? body.items : []);

describe("E2: the penalty list is public", () => {
  test("by domain, by words of the act and its basis, by code", async () => {
    const town = await opened();
    const all = await town.get("/enforcement/penalties", { limit: "100", total: "true" });
    expect(all.body).toMatchObject({ total: { count: 113, complete: true } });
    const food = await town.get("/enforcement/penalties", { domain: "food" });
    expect(itemsOf(food.body)).toHaveLength(4);
    const straw = await town.get("/enforcement/penalties", { q: "秸秆 1131" });
    expect(itemsOf(straw.body)).toEqual([]);
    const found = await town.get("/enforcement/penalties", { q: "秸秆 一千一百三十一" });
    expect(itemsOf(found.body)).toMatchObject([
      { code: "PN-077", domain: "pollution", listVersion: 1, verified: "yes" },
    ]);
    expect(itemsOf((await town.get("/enforcement/penalties", { q: "pn-070" })).body)).toMatchObject([
      { code: "PN-070" },
    ]);
    expect(itemsOf((await town.get("/enforcement/penalties", { domain: "铁路" })).body)).toEqual([]);
  });

  test("CF-39: organ, basis, procedure and remedies are public, without a token", async () => {
    const town = await opened();
    const { body } = await town.get("/enforcement/penalties/PN-070");
    expect(body).toMatchObject({
      ...{ organ: { zh: "广通镇人民政府" }, simpleProcedurePossible: expect.any(Boolean) },
      norm: { legalBasis: expect.stringContaining("《") },
      remedies: { reviewOrgan: { zh: "禄丰市人民政府" }, reviewDays: 60, suitMonths: 6, reviewFirst: false },
    });
  });

  test("QZ-44b, FY-23: the list says the fifteen days of the land law, and where review comes first", async () => {
    const town = await opened();
    const remedies = async (code: string) => {
      const { body } = await town.get(`/enforcement/penalties/${code}`);
      return body.remedies;
    };
    const shorterSuit = { days: 15, kinds: ["限期拆除"], basis: "土地管理法83" };
    expect(await remedies("PN-022")).toMatchObject({ shorterSuit, reviewFirst: false });
    expect(await remedies("PN-022")).not.toHaveProperty("suitMonths");
    // A fine alone by the same article leaves the six months.
    for (const code of ["PN-019", "PN-021"]) expect(await remedies(code)).toMatchObject({ suitMonths: 6, shorterSuit });
    // 城乡规划法 sets no days of its own.
    expect(await remedies("PN-026")).toMatchObject({ suitMonths: 6 });
    expect(await remedies("PN-026")).not.toHaveProperty("shorterSuit");
    expect(await remedies("PN-026")).not.toHaveProperty("reviewFirstOnTheSpot");
    expect(await remedies("PN-001")).toMatchObject({ reviewFirst: false, reviewFirstOnTheSpot: true });
    town.runtime.setClock("2026-09-02T02:00:00.000Z");
    await town.open({
      ...lists,
      penaltiesConditions: [{ code: "PN-001", reviewFirst: { basis: "行政复议法23(1)(2)" }, source: "行政复议法23" }],
    });
    expect(await remedies("PN-001")).toMatchObject({ reviewFirst: true, reviewFirstBy: "行政复议法23(1)(2)" });
  });

  test("one entry has its norms of now and of before, its conditions, and says that it is illustrative", async () => {
    const town = await opened();
    const { status, body } = await town.get("/enforcement/penalties/PN-014");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: "PN-014",
      listVersion: 1,
      limitationYears: 2,
      notice: { zh: expect.stringContaining("示例") },
      norm: { conditions: { firstRange: { maxFen: 500_000, moreIf: ["order-unmet"] } } },
      before: [{ actUntil: "2026-08-14", verified: "yes" }],
      leniency: [],
    });
    expect((await town.get("/enforcement/penalties/PN-001")).body).toMatchObject({ leniency: [{ list: "noPenalty" }] });
    expect((await town.get("/enforcement/penalties/PN-999")).status).toBe(404);
  });

  test("a changed list makes a new version; the old one can still be read, and the same again makes none", async () => {
    const town = await opened();
    const [first, ...others] = lists.penalties;
    if (first === undefined) throw new TypeError("no penalties");
    const changed = { ...lists, penalties: [{ ...first, rectificationDays: 9 }, ...others] };
    town.runtime.setClock("2026-09-02T02:00:00.000Z");
    await town.open(changed);
    town.runtime.setClock("2026-09-03T02:00:00.000Z");
    await town.open(changed);
    expect((await town.get("/enforcement/penalties/PN-001")).body).toMatchObject({
      listVersion: 2,
      listedOn: "2026-09-02",
      rectificationDays: 9,
    });
    expect((await town.get("/enforcement/penalties/PN-001", { listVersion: "1" })).body).toMatchObject({
      listVersion: 1,
      listedOn: "2026-09-01",
      rectificationDays: 0,
    });
    expect((await town.get("/enforcement/penalties/PN-001", { listVersion: "3" })).status).toBe(404);
    expect((await town.get("/enforcement/penalties/PN-002")).body).toMatchObject({ listVersion: 1 });
  });

  test("the range for a kind of party, by the law of the day of the act", async () => {
    const town = await opened();
    const range = async (code: string, query: Record<string, string>) =>
      (await town.get(`/enforcement/penalties/${code}/range`, query)).body;
    expect(await range("PN-014", { party: "citizen", from: "2026-08-10", until: "2026-08-10" })).toMatchObject({
      law: { version: "now", because: "new-law-is-lighter" },
      range: { minFen: 50_000, maxFen: 500_000 },
      hearing: true,
    });
    expect(
      await range("PN-014", { party: "citizen", from: "2026-08-10", until: "2026-08-10", orderUnmet: "true" }),
    ).toMatchObject({ law: { version: "before" }, range: { maxFen: 2_000_000 } });
    expect(await range("PN-109", { party: "citizen" })).not.toHaveProperty("range");
    expect(await range("PN-109", { party: "citizen", orderUnmet: "true" })).toMatchObject({
      range: { minFen: 0, maxFen: 3_000_000 },
      simpleProcedure: { least: true, most: false },
    });
    expect(await range("PN-076", { party: "organisation" })).toMatchObject({
      simpleProcedure: { least: true, most: true },
      hearing: false,
    });
    expect((await town.get("/enforcement/penalties/PN-014/range", { party: "nobody" })).status).toBe(400);
    expect((await town.get("/enforcement/penalties/PN-999/range", { party: "citizen" })).status).toBe(404);
    const turned = { party: "citizen", from: "2026-08-11", until: "2026-08-10" };
    expect((await town.get("/enforcement/penalties/PN-014/range", turned)).status).toBe(422);
  });

  test("CF-33a: the lists of leniency are published", async () => {
    const town = await opened();
    const { body } = await town.get("/enforcement/leniency");
    expect(body).toMatchObject({
      windowYears: 2,
      noPenalty: [{ code: "PN-001" }, { code: "PN-002" }, { code: "PN-109" }],
    });
  });
});
