import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { csvOf, readList } from "../../../services/powers/list/api/list-csv.ts";
import { citedIn, inWords } from "../../../services/powers/powers/domain/legal-basis.ts";
import { type Entry, entryFrom, itemTypeOf } from "../../../services/powers/powers/domain/listed-entry.ts";
import { powers } from "../../../services/powers/service.ts";
import { powerCategories } from "../../../shared/contracts/powers.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { apiFor } from "../../../shared/http/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { aLambdaContext, anEvent } from "../../support/http.ts";
import { profile } from "../../support/tally-town.ts";
import { theLeader } from "../duties/builders.ts";
import { aHandover, aListing, theCounty } from "../powers/builders.ts";
import { aPowersTown } from "../powers-town.ts";

const problemBody = z.object({
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string() })),
});
const raw = z.object({ statusCode: z.number(), body: z.string() });

/** The powers service, spoken to in CSV. */
function aList() {
  const town = aPowersTown();
  const handler = apiFor(powers, town.runtime);
  const send = async (event: Parameters<typeof anEvent>[0]) => raw.parse(await handler(anEvent(event), aLambdaContext));
  const importCsv = (body: string, query: Record<string, string> = {}, actor: Actor = theCounty) =>
    send({
      method: "POST",
      path: "/powers/list/import-csv",
      body,
      query,
      headers: { "content-type": "text/csv; charset=utf-8" },
      claims: claimsFor(actor),
    });
  const exported = async (query: Record<string, string> = {}) => (await send({ path: "/powers/list.csv", query })).body;
  return { ...town, importCsv, exported };
}

const codeOf = (category: (typeof powerCategories)[number], main: number) =>
  `11532302YY000001XC500${itemTypeOf[category]}66${String(main).padStart(3, "0")}001`;
const anEntry = (main: number, more: Partial<Entry> = {}): Entry =>
  entryFrom(
    {
      ...aListing().power,
      code: `PN-${String(main).padStart(3, "0")}`,
      itemCode: codeOf(more.category ?? "penalty", main),
      ...more,
    },
    profile,
  );

const departments = profile.departments.map(({ name }) => name.zh);
const text = fc
  .stringMatching(/^[=+\-@'"\n,;；《》a甲 ＝]{1,12}$/)
  .map((one) => one.replaceAll("\n", "乙").trim())
  .filter((one) => one !== "");
const plainTitle = text
  .map((one) => one.replaceAll(/[《》；;]/g, ""))
  .filter((one) => one.trim() === one && one !== "");
const date = fc.integer({ min: 0, max: 9 }).map((year) => `201${year}-06-01`);
const law = fc.record(
  {
    law: plainTitle,
    article: plainTitle,
    inForceFrom: date,
    repealedFrom: date.map((one) => one.replace("201", "203")),
  },
  { requiredKeys: ["law"] },
);
const entry = fc
  .record({
    main: fc.integer({ min: 1, max: 999 }),
    zh: text,
    en: text,
    category: fc.constantFrom(...powerCategories),
    basis: fc.array(law, { minLength: 1, maxLength: 3 }),
    sourceDepartment: fc.constantFrom(...departments),
    domain: fc.constantFrom(...profile.domains.map(({ id }) => id)),
    townRole: fc.constantFrom("decides" as const, "reviews" as const, "forwards" as const),
    dutyList: fc.constantFrom("basic" as const, "cooperating" as const, "taken-back" as const),
  })
  .map(({ main, zh, en, basis, ...rest }) =>
    anEntry(main, { ...rest, name: { zh, en }, legalBasis: inWords(basis), basis }),
  );
const entries = fc.uniqueArray(entry, { minLength: 1, maxLength: 6, selector: ({ code }) => code });

describe("P1: the list as CSV", () => {
  test("what is written is read back the same, in either language, whatever stands in its cells", () => {
    fc.assert(
      fc.property(entries, fc.constantFrom("zh" as const, "en" as const), (list, language) => {
        const read = readList(csvOf(list, language));
        expect(read.faults).toEqual([]);
        expect(read.entries).toEqual(list);
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });

  test("no cell begins a formula, and an apostrophe of the text itself is kept", () => {
    for (const zh of ["=1+1", "+甲", "-甲", "@甲", "＝甲", "'=甲", "'甲"]) {
      const csv = csvOf([anEntry(1, { name: { zh, en: "a" } })], "zh");
      for (const cell of csv.split("\r\n").flatMap((line) => line.split(","))) expect(cell).not.toMatch(/^[=+\-@＝]/);
      expect(readList(csv).entries[0]?.name.zh).toBe(zh);
    }
  });

  test("a law is dated as the profile knows it, unless the file says otherwise", () => {
    const [one] = [
      entryFrom(
        { ...anEntry(1), basis: undefined, legalBasis: "《中华人民共和国大气污染防治法》第一百一十九条" },
        profile,
      ),
    ];
    expect(one?.basis).toEqual([
      {
        law: "中华人民共和国大气污染防治法",
        article: "第一百一十九条",
        inForceFrom: "2016-01-01",
        repealedFrom: "2026-08-15",
      },
    ]);
    expect(citedIn("《甲法》第一条、第二条；省级乙条例")).toEqual([
      { law: "甲法", article: "第一条、第二条" },
      { law: "省级乙条例" },
    ]);
  });
});

describe("P1: importing the list", () => {
  const three = [anEntry(1), anEntry(2), anEntry(3, { category: "award" })];

  test("says what is new, changed and the same; the same again changes nothing", async () => {
    const { importCsv, exported, runtime } = aList();
    expect(JSON.parse((await importCsv(csvOf(three, "zh"))).body)).toMatchObject({
      new: ["PN-001", "PN-002", "PN-003"],
      changed: [],
      same: 0,
      absent: [],
    });
    const stored = await exported();
    expect(stored).toBe(csvOf(three, "zh"));
    expect(JSON.parse((await importCsv(stored)).body)).toMatchObject({ new: [], changed: [], same: 3 });
    expect(JSON.parse((await importCsv(await exported({ language: "en" }))).body)).toMatchObject({ same: 3 });
    const other = [anEntry(2, { name: { zh: "另名", en: "Renamed" }, townRole: "reviews" }), anEntry(4)];
    const document = "县编办〔2026〕2号";
    for (const [query, actor, code] of [
      [{}, theCounty, "powers.adjustment-document-missing"],
      [{ document }, theLeader, "powers.county-must-change"],
    ] as const)
      expect(JSON.parse((await importCsv(csvOf(other, "en"), query, actor)).body)).toMatchObject({
        code: "powers.import-refused",
        errors: [{ code }],
      });
    expect(JSON.parse((await importCsv(csvOf(other, "en"), { document })).body)).toEqual({
      id: expect.any(String),
      status: "done",
      dryRun: false,
      new: ["PN-004"],
      changed: [{ code: "PN-002", fields: ["name", "townRole", "dutyList"] }],
      same: 0,
      absent: ["PN-001", "PN-003"],
    });
    runtime.setClock("2026-03-03T02:00:00.000Z");
    expect(await exported({ on: "2026-03-01" })).toBe(csvOf([], "zh"));
    expect(await exported()).toContain("另名");
  });

  test("JSON goes in and out the same way", async () => {
    const { importCsv, post, get } = aList();
    await importCsv(csvOf(three, "zh"));
    const { body } = await get("/powers/list.json");
    expect(await post("/powers/list/import", body)).toMatchObject({
      status: 200,
      body: { same: 3, new: [], changed: [] },
    });
    const town = aList();
    expect(await town.post("/powers/list/import", body)).toMatchObject({
      status: 200,
      body: { new: ["PN-001", "PN-002", "PN-003"] },
    });
    expect((await town.get("/powers/list.json")).body).toEqual(body);
  });

  test("a dry run says the same and does nothing", async () => {
    const { importCsv, exported } = aList();
    expect(JSON.parse((await importCsv(csvOf(three, "zh"), { dryRun: "yes" })).body)).toMatchObject({
      dryRun: true,
      new: ["PN-001", "PN-002", "PN-003"],
    });
    expect(await exported()).toBe(csvOf([], "zh"));
  });

  test("all or nothing: every bad cell of every row by line and column, and nothing was written", async () => {
    const { importCsv, exported, list } = aList();
    await list();
    const lines = csvOf(
      [
        anEntry(2),
        anEntry(3),
        anEntry(4),
        anEntry(5),
        anEntry(6),
        anEntry(1, { category: "licence", itemCode: codeOf("licence", 9) }),
      ],
      "zh",
    ).split("\r\n");
    const broken = lines.map((line, at) => {
      if (at === 1) return line.replace("行政处罚", "行政许可");
      if (at === 2) return line.replace("urban", "航天").replace("决定", "旁听");
      if (at === 3) return line.replace("PN-004", "PN-002");
      if (at === 4) return line.replace(codeOf("penalty", 5), codeOf("penalty", 2));
      if (at === 5) return `${line},多一列`;
      return line;
    });
    const answer = await importCsv(broken.join("\r\n"));
    expect(answer.statusCode).toBe(422);
    const { code, errors } = problemBody.parse(JSON.parse(answer.body));
    expect(code).toBe("powers.import-refused");
    expect(errors.map(({ pointer, code: found }) => `${pointer} ${found}`)).toEqual([
      "2:2 powers.item-code-of-another-category",
      "2:6 powers.unknown-domain",
      "3:10 value.not-allowed",
      "4:1 powers.code-twice",
      "5:2 powers.item-code-taken",
      "6:12 powers.csv-row-length",
      "7:5 powers.category-fixed",
      "7:6 powers.unknown-domain",
    ]);
    expect(await exported()).not.toContain("PN-002");
  });

  test("what only the profile can know is found too, and a department nobody has", async () => {
    const { importCsv } = aList();
    const csv = csvOf([anEntry(2), anEntry(3)], "en").split("\r\n");
    csv[1] = csv[1]?.replace("urban", "航天") ?? "";
    csv[2] = csv[2]?.replace("县综合行政执法局", "县航天局").replace(/,\/,/, ",2020-01-01/2019-01-01,") ?? "";
    const { errors } = problemBody.parse(JSON.parse((await importCsv(csv.join("\n"))).body));
    expect(errors.map(({ pointer, code: found }) => `${pointer} ${found}`)).toEqual([
      "2:6 powers.unknown-domain",
      "3:8 powers.repealed-before-in-force",
      "3:9 powers.unknown-department",
    ]);
  });

  test.each([
    ["no header", "PN-001,x\n", "1:1 powers.csv-columns"],
    ["a column nobody knows", csvOf([], "zh").trim().replace("类别", "类型"), "1:5 powers.csv-columns"],
    ["a quote that is not closed", `${csvOf([], "zh").trim()}\n"PN-001`, "2:1 powers.csv-unreadable"],
  ])("%s is refused by its place", async (_name, csv, first) => {
    const { errors } = problemBody.parse(JSON.parse((await aList().importCsv(csv)).body));
    expect(`${errors[0]?.pointer} ${errors[0]?.code}`).toBe(first);
  });

  test("A4: a domain is a code of the category's own list; an office's table may call it by its Chinese name", async () => {
    const { importCsv, post, exported } = aList();
    const csv = csvOf([anEntry(2), anEntry(3)], "zh").replace("urban", "城市管理");
    expect((await importCsv(csv)).statusCode).toBe(200);
    expect(await exported()).not.toContain("城市管理");
    for (const domain of ["城市管理", "land"])
      expect(await post("/powers/list/import", { items: [{ ...anEntry(4), domain }] })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: "/items/0/domain", code: "powers.unknown-domain" }] },
      });
    const permit = (domain: string) => [anEntry(5, { category: "licence", itemCode: codeOf("licence", 5), domain })];
    expect((await post("/powers/list/import", { items: permit("urban") })).status).toBe(422);
    expect((await post("/powers/list/import", { items: permit("land") })).status).toBe(200);
  });

  test("JSON faults carry their pointer", async () => {
    const { post } = aList();
    const items = [anEntry(2), { ...anEntry(3), domain: "航天" }];
    expect(await post("/powers/list/import", { items })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/items/1/domain", code: "powers.unknown-domain" }] },
    });
  });
});

describe("P1, P9: the list of any day", () => {
  /** Three powers on 2 March; what happens to them in the year is told at once. */
  async function aYear() {
    const town = aList();
    await town.importCsv(csvOf([anEntry(1), anEntry(2), anEntry(3, { category: "inspection" }), anEntry(4)], "zh"));
    const tell = town.tell;
    await tell(aHandover({ inForceFrom: "2026-03-02" }), "PN-001");
    await tell(aHandover({ inForceFrom: "2026-04-01" }), "PN-002");
    await tell(aHandover({ mode: "entrusted", inForceFrom: "2026-03-02" }), "PN-003");
    await tell({ type: "suspend", from: "2026-05-01", reason: "评估" }, "PN-001");
    await tell({ type: "resume", from: "2026-06-01" }, "PN-001");
    await tell({ type: "recall", from: "2026-07-01", document: "收回1号" }, "PN-003");
    await town.post("/powers/items/PN-002/adjust", {
      from: "2026-08-01",
      townRole: "reviews",
      document: "县编办〔2026〕2号",
      name: { zh: "新名", en: "New name" },
    });
    const diff = async (from: string, to: string) => {
      const { body } = await town.get("/powers/diff", { from, to });
      const kinds = z
        .record(z.string(), z.union([z.string(), z.array(z.looseObject({ code: z.string() }))]))
        .parse(body);
      return Object.fromEntries(
        Object.entries(kinds).flatMap(([what, found]) =>
          typeof found === "string" || found.length === 0 ? [] : [[what, found.map(({ code }) => code)]],
        ),
      );
    };
    const codes = async (query: Record<string, string>) =>
      z
        .object({ items: z.array(z.looseObject({ code: z.string() })) })
        .parse((await town.get("/powers/items", query)).body)
        .items.map(({ code }) => code);
    return { ...town, diff, codes };
  }

  test("a diff names what was added, gone, changed, suspended and resumed, with reasons", async () => {
    const { diff, get } = await aYear();
    expect(await diff("2026-03-01", "2026-03-02")).toEqual({
      listed: ["PN-002", "PN-004"],
      added: ["PN-001", "PN-003"],
    });
    expect(await diff("2026-03-02", "2026-03-31")).toEqual({});
    expect(await diff("2026-03-31", "2026-04-01")).toEqual({ added: ["PN-002"] });
    expect(await diff("2026-04-30", "2026-05-01")).toEqual({ suspended: ["PN-001"] });
    expect(await diff("2026-05-31", "2026-06-01")).toEqual({ resumed: ["PN-001"] });
    expect(await diff("2026-04-30", "2026-06-01")).toEqual({});
    expect(await diff("2026-06-30", "2026-07-01")).toEqual({ gone: ["PN-003"] });
    expect((await get("/powers/diff", { from: "2026-05-31", to: "2026-08-01" })).body).toMatchObject({
      gone: [{ code: "PN-003", reason: "收回1号" }],
      changed: [
        {
          code: "PN-002",
          fields: ["name", "townRole"],
          before: { townRole: "decides" },
          after: { townRole: "reviews" },
        },
      ],
    });
    expect((await get("/powers/diff", { from: "2026-05-02", to: "2026-05-01" })).status).toBe(422);
  });

  test("P9: counts by mode, duty list and category, as of any day", async () => {
    const { get } = await aYear();
    const on = async (day: string) => (await get("/powers/counts", { on: day })).body;
    expect(await on("2026-03-01")).toMatchObject({ total: 0, inForce: 0 });
    expect(await on("2026-03-02")).toMatchObject({
      total: 4,
      inForce: 2,
      notHeld: 2,
      byMode: { statutory: 0, delegated: 1, entrusted: 1 },
      byDutyList: { basic: 4, cooperating: 0, "taken-back": 0 },
      byCategory: { penalty: 3, inspection: 1 },
    });
    expect(await on("2026-05-01")).toMatchObject({ inForce: 2, notHeld: 1, byMode: { delegated: 2, entrusted: 1 } });
    // CF-24b: what is recalled stands among the taken back.
    expect(await on("2026-07-01")).toMatchObject({
      byMode: { delegated: 2, entrusted: 0 },
      byDutyList: { basic: 3, "taken-back": 1 },
    });
  });

  test("the list is narrowed by mode, duty list, department, category and words, as of its day", async () => {
    const { codes } = await aYear();
    expect(await codes({ mode: "entrusted" })).toEqual(["PN-003"]);
    expect(await codes({ mode: "entrusted", on: "2026-07-01" })).toEqual([]);
    expect(await codes({ dutyList: "taken-back", on: "2026-07-01" })).toEqual(["PN-003"]);
    expect(await codes({ category: "inspection" })).toEqual(["PN-003"]);
    expect(await codes({ text: "NEW name" })).toEqual([]);
    expect(await codes({ text: "NEW name", on: "2026-08-01" })).toEqual(["PN-002"]);
    expect(await codes({ department: "县农业农村局" })).toEqual([]);
    expect(await codes({ on: "2026-03-01" })).toEqual([]);
    expect(await codes({ inForce: "yes", on: "2026-05-01" })).toEqual(["PN-002", "PN-003"]);
  });

  test("a thin list fills its page, and its pages hold everything once", async () => {
    const { importCsv, get } = aList();
    const many = Array.from({ length: 120 }, (_, at) =>
      anEntry(at + 1, at % 40 === 39 ? { name: { zh: `稀有${at}`, en: "rare" } } : {}),
    );
    await importCsv(csvOf(many, "zh"));
    const page = z.object({ items: z.array(z.looseObject({ code: z.string() })), next: z.string().optional() });
    const rare = page.parse((await get("/powers/items", { text: "稀有", limit: "2" })).body);
    expect(rare.items.map(({ code }) => code)).toEqual(["PN-040", "PN-080"]);
    const rest = page.parse((await get("/powers/items", { text: "稀有", limit: "2", cursor: rare.next ?? "" })).body);
    expect(rest).toMatchObject({ items: [{ code: "PN-120" }] });
    expect(rest.next).toBeUndefined();
    const seen: string[] = [];
    for (let cursor: string | undefined = ""; cursor !== undefined; ) {
      const one: z.infer<typeof page> = page.parse(
        (await get("/powers/items", { limit: "50", ...(cursor === "" ? {} : { cursor }) })).body,
      );
      seen.push(...one.items.map(({ code }) => code));
      cursor = one.next;
    }
    expect(seen).toEqual(many.map(({ code }) => code));
  });

  test("of any list the counts of the modes and of what is not held make up the whole", async () => {
    const { get } = await aYear();
    const sums = z.object({ total: z.number(), notHeld: z.number(), byMode: z.record(z.string(), z.number()) });
    for (const on of ["2026-03-02", "2026-04-01", "2026-07-01", "2027-01-01"]) {
      const { total, notHeld, byMode } = sums.parse((await get("/powers/counts", { on })).body);
      expect(Object.values(byMode).reduce((sum, one) => sum + one, notHeld)).toBe(total);
    }
  });
});
