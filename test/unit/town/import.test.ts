import { afterEach, describe, expect, it } from "vitest";
import { aLicence, aPenalty, aService, aTown, csvOf, type Rows, someRows } from "./a-town.ts";

let town: ReturnType<typeof aTown>;
const importing = (rows: Rows = someRows) => {
  town = aTown(rows);
  return town.import();
};
/** The problems of the three files once these cells of the second row are changed. */
const complaints = (list: keyof Rows, change: Record<string, string>) => {
  const [first = {}, second = {}] = someRows[list];
  return importing({ ...someRows, [list]: [first, { ...second, ...change }] }).errors.slice(0, -1);
};
afterEach(() => town.close());

describe("A cell that a table of the town guards against spreadsheets", () => {
  it("is read as it was, in each column", () => {
    const [first = {}, ...others] = someRows.licences;
    const guarded = { ...first, name_zh: "'=宅基地审批", name_en: "'+Homestead", result: "'@批准书" };
    expect(importing({ ...someRows, licences: [guarded, ...others] }).errors).toEqual([]);
    expect(town.read("licences")).toMatchObject([
      { name: { zh: "=宅基地审批", en: "+Homestead" }, result: "@批准书" },
      { code: "PL-002" },
    ]);
  });
  it("an apostrophe of its own stays", () => {
    const [first = {}, ...others] = someRows.licences;
    importing({ ...someRows, licences: [{ ...first, name_en: "'Homestead'" }, ...others] });
    expect(town.read("licences")).toMatchObject([{ name: { en: "'Homestead'" } }, {}]);
  });
});

describe("Sound lists", () => {
  it("are written as items, and counted", () => {
    expect(importing()).toEqual({ exit: 0, out: ["licences: 2", "services: 2", "penalties: 2"], errors: [] });
    expect(town.read("licences")).toMatchObject([
      {
        code: "PL-001",
        name: { zh: "农村村民宅基地审批", en: "Rural homestead approval, one household one homestead" },
        statutoryWorkingDays: 20,
        materials: [
          { name: "申请表", required: true, shared: false },
          { name: "居民身份证", required: true, shared: true },
        ],
        jointDepartments: ["县自然资源和规划局", "县住房和城乡建设局"],
      },
      { code: "PL-002" },
    ]);
    expect(town.read("services")).toMatchObject([
      { kind: "promised", proxyAllowed: true, crossTown: false, materials: [] },
      { kind: "immediate" },
    ]);
    expect(town.read("penalties")).toMatchObject([
      {
        act: { en: 'Occupying a "town" road' },
        citizenFine: { minFen: 0, maxFen: 2_000_000 },
        multiple: { base: "goods value", fromFen: 1_000_000, min: 10, max: 20 },
        tiers: [{ name: "minor", fromPercent: 0, toPercent: 30 }, { fromPercent: 30 }, { toPercent: 100 }],
        limitationYears: 2,
      },
      { multiple: { base: "contract price", min: 0.01, max: 0.02 } },
    ]);
  });

  it("are the same with a byte order mark, CRLF and the columns in another order", () => {
    importing();
    const before = town.written();
    const all = csvOf(someRows.services).trimEnd().split("\n");
    const inQuotes = all.map((line) => `${line.slice(0, line.lastIndexOf(",") + 1)}"${line.split(",").at(-1)}"\r\n`);
    town.write("services", `\uFEFF${inQuotes.join("")}`);
    const turned = someRows.penalties.map((row) => Object.fromEntries(Object.entries(row).toReversed()));
    town.write("penalties", `${csvOf(turned)}\n\n`);
    expect(town.import().errors).toEqual([]);
    expect(town.written()).toEqual(before);
  });

  it("call a domain by its code or by its Chinese name; its code is kept (A4)", () => {
    expect(complaints("penalties", { domain: "农业" })).toEqual([]);
    expect(town.read("penalties")).toMatchObject([{}, { domain: "farming" }]);
    expect(complaints("penalties", { domain: "farming" })).toEqual([]);
    expect(town.read("penalties")).toMatchObject([{}, { domain: "farming" }]);
  });

  it("read a rate as fen per unit", () => {
    expect(complaints("penalties", { multiple_of: "occupied area m2 (fen per m2)|10000|100000" })).toEqual([]);
    expect(town.read("penalties")).toMatchObject([
      {},
      { multiple: { base: "occupied area m2", per: "m2", min: 10_000 } },
    ]);
  });
});

describe("A promise", () => {
  it("of 21 is more than the statutory 20 (S-7)", () => {
    expect(complaints("licences", { promised_working_days: "21" })).toEqual([
      "licences.csv:3:8 promised_working_days: 21 is more than the statutory 20 (S-7) / 承诺时限 21 超过法定时限 20",
    ]);
  });
  it("of 20 is not", () => expect(complaints("licences", { promised_working_days: "20" })).toEqual([]));
  it("has no limit where the law gives none", () =>
    expect(complaints("services", { kind: "承诺件", promised_working_days: "60" })).toEqual([]));
});

describe("A cell is reported with file, line, column and what is expected", () => {
  it.each<[keyof Rows, string, string, string]>([
    ["licences", "code", "PL-1", '3:1 code: "PL-1", expected PL- and three digits / 应为PL- 加三位数字'],
    ["licences", "name_en", "", "3:3 name_en: empty, expected text"],
    ["licences", "name_zh", "有\u0007铃", "3:2 name_zh: "],
    ["licences", "name_zh", "农\uFFFD", "3:2 name_zh: "],
    ["licences", "domain", "mining", "3:4 domain: no domain mining in the profile, only land, "],
    ["licences", "source_department", "县铁路局", "3:6 source_department: no department 县铁路局"],
    ["licences", "joint_departments", "县林业局;县铁路局", "3:15 joint_departments: no department 县铁路局"],
    [
      "licences",
      "statutory_working_days",
      "0",
      '3:7 statutory_working_days: "0", expected a whole number from 1 to 365',
    ],
    ["licences", "promised_working_days", "ten", '3:8 promised_working_days: "ten", expected a whole number'],
    ["licences", "promised_working_days", "1.5", '3:8 promised_working_days: "1.5"'],
    ["licences", "promised_working_days", "05", '3:8 promised_working_days: "05"'],
    ["licences", "promised_working_days", "", "3:8 promised_working_days: empty"],
    ["licences", "fee_fen", "-1", '3:9 fee_fen: "-1", expected a whole number from 0'],
    ["licences", "visits", "10", '3:10 visits: "10", expected a whole number from 0 to 9'],
    ["licences", "materials", "", "3:11 materials: empty, expected name|"],
    [
      "licences",
      "materials",
      "表|yes|no;证|yes",
      '3:11 materials: "表|yes|no;证|yes" (entry 2 / 第 2 项), expected name|',
    ],
    ["licences", "materials", "表|yes|no|no", "3:11 materials: "],
    ["licences", "materials", "表|yes|maybe", "3:11 materials: "],
    ["licences", "materials", "表|yes|no;表|no|no", "3:11 materials: 表 is asked for twice (S-4)"],
    ["licences", "steps", "受理|intake;办|do", "3:12 steps: "],
    ["licences", "steps", "", "3:12 steps: empty, expected name|kind"],
    ["licences", "validity_months", "0", "3:14 validity_months: "],
    ["licences", "verified", "no", '3:16 verified: "no", expected one of yes, memory'],
    ["services", "kind", "其他", '3:16 kind: "其他", expected one of 即办件, 承诺件'],
    ["services", "proxy_allowed", "是", '3:17 proxy_allowed: "是", expected yes or no / 应为yes 或 no'],
    ["services", "promised_working_days", "2", "3:8 promised_working_days: an immediate item cannot take 2 days"],
    ["services", "domain", "urban", "3:4 domain: no domain urban"],
    ["penalties", "domain", "土地", "3:4 domain: no domain 土地 in the profile, only urban, "],
    ["penalties", "domain", "land", "3:4 domain: no domain land in the profile, only urban, "],
    ["penalties", "kinds", "罚款;行政拘留", '3:7 kinds: "罚款;行政拘留" (entry 2'],
    ["penalties", "kinds", "警告;通报批评", "3:8 fine_citizen_min_fen: an amount, but the kinds have no 罚款"],
    ["penalties", "fine_citizen_max_fen", "", "3:9 fine_citizen_max_fen: empty, expected a whole number"],
    ["penalties", "fine_org_max_fen", "9999", "3:11 fine_org_max_fen: 9999 is less than the minimum 10000"],
    ["penalties", "multiple_of", "price|2|1", "3:12 multiple_of: 2 is more than 1"],
    ["penalties", "multiple_of", "price (per mu)|1|2", '3:12 multiple_of: "price (per mu)|1|2", expected base|min|max'],
    ["penalties", "multiple_of", "price|1", '3:12 multiple_of: "price|1", expected base|min|max'],
    ["penalties", "limitation_years", "3", '3:14 limitation_years: "3", expected one of 2, 5'],
    ["penalties", "tiers", "minor|0|30;serious|31|100", "3:15 tiers: serious begins at 31, not at 30"],
    ["penalties", "tiers", "minor|0|30;serious|29|100", "3:15 tiers: serious begins at 29, not at 30"],
    ["penalties", "tiers", "minor|0|99", "3:15 tiers: the tiers end at 99, not at 100"],
    ["penalties", "tiers", "minor|1|100", "3:15 tiers: minor begins at 1, not at 0"],
    ["penalties", "tiers", "minor|0|0;serious|0|100", "3:15 tiers: minor is empty"],
    ["penalties", "tiers", "", "3:15 tiers: the tiers end at 0"],
    ["penalties", "rectification_days", "366", "3:16 rectification_days: "],
  ])("%s %s = %j", (list, column, text, says) => {
    expect(complaints(list, { [column]: text })[0]).toContain(`${list}.csv:${says}`);
  });

  it("on the line where it stands, below cells of several lines", () => {
    const rows = [
      { ...aLicence, result: "一\n二", verified: "no" },
      { ...aLicence, code: "PL-002", visits: "x" },
    ];
    const errors = importing({ ...someRows, licences: rows }).errors.join("\n");
    expect(errors).toContain("licences.csv:2:13 result: ");
    expect(errors).toContain("licences.csv:3:16 verified: ");
    expect(errors).toContain("licences.csv:4:10 visits: ");
  });
});

describe("A penalty without a fine", () => {
  const none = { fine_citizen_min_fen: "", fine_citizen_max_fen: "", fine_org_min_fen: "", fine_org_max_fen: "" };
  const removal = { ...none, kinds: "限期拆除", multiple_of: "" };
  it("has no tiers", () => {
    expect(complaints("penalties", removal)).toEqual([expect.stringMatching(/^penalties.csv:3:15 tiers: tiers, but/)]);
    town.close();
    expect(complaints("penalties", { ...removal, tiers: "" })).toEqual([]);
  });
});

describe("One run tells everything", () => {
  it("an empty cell once", () => {
    expect(complaints("licences", { domain: "", source_department: "" }).map((line) => line.split(" ")[0])).toEqual([
      "licences.csv:3:4",
      "licences.csv:3:6",
    ]);
  });

  it("of a citizen's fine as of an organisation's", () => {
    expect(complaints("penalties", { fine_citizen_min_fen: "2000001" })).toEqual([
      expect.stringMatching(/^penalties.csv:3:9 fine_citizen_max_fen: 2000000 is less than the minimum 2000001/),
    ]);
  });

  it("all problems of a row, also those between its cells", () => {
    const found = complaints("licences", { visits: "two", promised_working_days: "21", domain: "mining" });
    expect(found.map((line) => line.split(" ")[0])).toEqual([
      "licences.csv:3:4",
      "licences.csv:3:8",
      "licences.csv:3:10",
    ]);
  });

  it("all problems of all files, and writes nothing", () => {
    importing();
    const before = town.written();
    town.write("licences", csvOf([{ ...aLicence, visits: "two" }]));
    town.write("services", csvOf([{ ...aService, verified: "" }]));
    town.write("penalties", csvOf([{ ...aPenalty, kinds: "" }]));
    const { exit, errors, out } = town.import();
    expect([exit, out]).toEqual([1, []]);
    expect(errors.map((line) => line.split(" ")[0])).toEqual([
      "licences.csv:2:10",
      "services.csv:2:19",
      "penalties.csv:2:7",
      "3",
    ]);
    expect(errors.at(-1)).toContain("nothing was written");
    expect(town.written()).toEqual(before);
  });

  it("codes used twice, also in another file", () => {
    const rows = { ...someRows, licences: [aLicence, aLicence], services: [{ ...aService, code: "PL-001" }] };
    const { errors } = importing(rows);
    expect(errors).toContain(
      "licences.csv:3:1 code: PL-001 is used already in licences.csv:2 / 编码重复，已用于 licences.csv:2",
    );
    expect(errors.join("\n")).toContain("services.csv:2:1 code: PL-001 is used already in licences.csv:2");
  });
});
