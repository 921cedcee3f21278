import { describe, expect, test } from "vitest";
import { plainTable, readCsv } from "../../../shared/csv/index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const texts = (text: string) => {
  const isName = (name: string) => ["编码", "名称", "领域"].includes(name);
  return plainTable(readCsv(bytes(text)).rows, isName).map((row) => row.map((cell) => cell.text));
};
const complaintsOf = (content: Uint8Array) => readCsv(content).complaints.map(({ line, text }) => `${line} ${text}`);

describe("X5: bytes before text", () => {
  test("a table of a Chinese Excel is called GBK, in one line", () => {
    const gbk = Uint8Array.from([0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0xb1, 0xe0, 0xc2, 0xeb]);
    expect(complaintsOf(gbk)).toEqual([expect.stringMatching(/^1 not UTF-8 but GBK; .*而是 GBK，请在 Excel 中另存为/)]);
  });
  test("“Unicode text” is called UTF-16", () => {
    expect(complaintsOf(Uint8Array.from([0xff, 0xfe, 0x16, 0x7f]))).toEqual([
      expect.stringContaining("not UTF-8 but UTF-16"),
    ]);
  });
  test("UTF-16 without a mark, a workbook and two files joined are called so", () => {
    const utf16 = Uint8Array.from([0x61, 0, 0x2c, 0, 0x62, 0, 0x0a, 0]);
    expect(complaintsOf(utf16)).toEqual([expect.stringContaining("not UTF-8 but UTF-16")]);
    const workbook = Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]);
    expect(complaintsOf(workbook)).toEqual([expect.stringContaining("而是 Excel 工作簿")]);
    const joined = Uint8Array.from([...bytes("编码,名称\n1,甲\n"), 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0x78]);
    expect(complaintsOf(joined)).toEqual([expect.stringMatching(/^3 not UTF-8 from this line on/)]);
  });
  test("blank lines are nothing, and cells keep the lines that they stand on", () => {
    const { rows, complaints } = readCsv(bytes('编码,名称\n\n\n"a\nb",甲\n\n2,乙\n'));
    expect(complaints).toEqual([]);
    expect(rows.map((row) => row.map(({ text, line }) => `${line} ${text}`))).toEqual([
      ["1 编码", "1 名称"],
      ["4 a\nb", "5 甲"],
      ["7 2", "7 乙"],
    ]);
    expect(readCsv(bytes(`a,b${"\n".repeat(500_000)}1,2`)).rows).toHaveLength(2);
  });
  test("what is neither is only not UTF-8", () => {
    expect(complaintsOf(Uint8Array.from([0x61, 0xff, 0xff, 0x0a]))).toEqual([expect.stringMatching(/^1 not UTF-8; /)]);
  });
});

describe("X6: another separator is named, in one line", () => {
  test.each([
    ["\t", "tabs"],
    [";", "semicolons"],
    ["；", "full-width semicolons"],
    ["，", "full-width commas"],
  ])("'%s'", (sign, name) => {
    const table = ["", ["编码", "名称", "领域"].join(sign), ["1", "2", "3"].join(sign)].join("\n");
    expect(complaintsOf(bytes(table))).toEqual([
      expect.stringContaining(`2 the columns are separated by ${name}, not by commas`),
    ]);
  });
  test("semicolons within the cells of a table with commas are none of them", () => {
    expect(complaintsOf(bytes("编码,名称\n1,a;b;c;d"))).toEqual([]);
  });
});

describe("X6: tables as offices save them", () => {
  const plain = [
    ["编码", "名称"],
    ["1", "甲"],
  ];
  test("a title and a line below it above the header are left out", () => {
    expect(texts("广通镇权责清单,,\n单位：条,,\n编码,名称,\n1,甲,")).toEqual(plain);
  });
  test("a title row may say two things in a wide table; a row of the table is no title", () => {
    const wide = ["编码,名称,领域,备注", "1,甲,乙,丙"];
    const plainWide = wide.map((line) => line.split(","));
    expect(texts(["单位：条,,日期：2026-03,", ...wide].join("\n"))).toEqual(plainWide);
    expect(texts(["0,甲,乙,", ...wide].join("\n"))).toEqual([["0", "甲", "乙", ""], ...plainWide]);
  });
  test("empty columns on the right are left out", () => expect(texts("编码,名称,,,\n1,甲,,,")).toEqual(plain));
  test("a filled cell without a column over it is kept, to be complained of", () => {
    expect(texts("编码,名称,\n1,甲,乙")).toEqual([
      ["编码", "名称", ""],
      ["1", "甲", "乙"],
    ]);
  });
  test("without a header nothing is left out", () =>
    expect(texts("甲,乙\n1,2")).toEqual([
      ["甲", "乙"],
      ["1", "2"],
    ]));
});
