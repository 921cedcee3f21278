import { CsvError, parse } from "csv-parse/sync";
import type { Complaint } from "./complaint.ts";

/** One cell: its text without surrounding space, and the line of the file it stands on. */
export interface Cell {
  readonly text: string;
  readonly line: number;
}
export interface Csv {
  readonly rows: readonly (readonly Cell[])[];
  readonly complaints: readonly Complaint[];
}

/**
 * The rows of a CSV file, header first: UTF-8 with or without a byte order mark, CRLF or LF, quoted fields. What cannot
 * be read is a complaint with its place; a file with a broken quote is read line by line, so that one does not hide the rest.
 */
export function readCsv(bytes: Uint8Array): Csv {
  const text = decode(bytes);
  if (typeof text !== "string") return { rows: [], complaints: [text] };
  const lines = text.replace(/\r\n?/g, "\n");
  const separated = otherSeparator(lines);
  if (separated !== undefined) return { rows: [], complaints: [separated] };
  const whole = parsed(lines, 1);
  if (whole.complaints.length === 0) return whole;
  const single = lines.split("\n").map((line, at) => parsed(line, at + 1));
  return { rows: single.flatMap(({ rows }) => rows), complaints: single.flatMap(({ complaints }) => complaints) };
}

function decode(bytes: Uint8Array): string | Complaint {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  try {
    const text = utf8.decode(bytes);
    // A workbook, or UTF-16 of Latin letters, may be UTF-8 byte by byte.
    if (!text.includes("\u0000") && !text.startsWith("PK\u0003")) return text;
    throw new TypeError("no text");
  } catch {
    const line = firstBadLine(bytes);
    const { en, zh } = encodingOf(bytes, line);
    const text = `not UTF-8${en}; in Excel save as “CSV UTF-8” / 不是 UTF-8 编码${zh}，请在 Excel 中另存为“CSV UTF-8”`;
    return { line, column: 1, text };
  }
}

/** What offices send in place of UTF-8: GBK of a Chinese Excel, UTF-16 of its “Unicode text”, a workbook, two files joined. */
function encodingOf(bytes: Uint8Array, badLine: number): { readonly en: string; readonly zh: string } {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0x504b || mark === 0xd0cf) return { en: " but an Excel workbook", zh: "，而是 Excel 工作簿" };
  const zeros = bytes.subarray(0, 1000).reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (mark === 0xfffe || mark === 0xfeff || zeros > 0) return { en: " but UTF-16", zh: "，而是 UTF-16" };
  if (badLine > 1 && hasHan(bytes, badLine))
    return {
      en: " from this line on, while the lines above are",
      zh: "（自本行起；此前各行是 UTF-8，疑为两个文件拼接）",
    };
  try {
    const chinese = new TextDecoder("gbk", { fatal: true }).decode(bytes);
    return /\p{Script=Han}/u.test(chinese) ? { en: " but GBK", zh: "，而是 GBK" } : { en: "", zh: "" };
  } catch {
    return { en: "", zh: "" };
  }
}

const separators = [
  { sign: "\t", en: "tabs", zh: "制表符" },
  { sign: ";", en: "semicolons", zh: "分号" },
  { sign: "；", en: "full-width semicolons", zh: "全角分号" },
  { sign: "，", en: "full-width commas", zh: "全角逗号" },
] as const;

/** A table whose first filled line has no comma and several of another sign is separated by that sign: one complaint says so. */
function otherSeparator(text: string): Complaint | undefined {
  const lines = text.split("\n");
  const at = lines.findIndex(
    (line) => separators.some(({ sign }) => line.split(sign).length > 2) || line.includes(","),
  );
  const line = lines[at] ?? "";
  const found = line.includes(",") ? undefined : separators.find(({ sign }) => line.split(sign).length > 2);
  if (found === undefined) return undefined;
  const { en, zh } = found;
  return {
    line: at + 1,
    column: 1,
    text: `the columns are separated by ${en}, not by commas; in Excel save as “CSV UTF-8” / 列以${zh}分隔，应以逗号分隔，请在 Excel 中另存为“CSV UTF-8”`,
  };
}

/** Whether the lines above one hold Chinese that reads well as UTF-8. */
function hasHan(bytes: Uint8Array, line: number): boolean {
  let end = 0;
  for (let at = 1; at < line; at += 1) end = bytes.indexOf(10, end) + 1;
  return /\p{Script=Han}/u.test(new TextDecoder("utf-8").decode(bytes.subarray(0, end)));
}

function firstBadLine(bytes: Uint8Array): number {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let [line, start] = [1, 0];
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    try {
      utf8.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    [line, start] = [line + 1, end + 1];
  }
  return line;
}

function parsed(text: string, firstLine: number): Csv {
  try {
    const rows: Cell[][] = [];
    parse(text, {
      relax_column_count: true,
      record_delimiter: "\n",
      // A file of blank lines is long to read and says nothing.
      skip_empty_lines: true,
      on_record: (record: readonly string[], { lines }) => {
        rows.push(placed(record, firstLine - 1 + lines));
        return null;
      },
    });
    return { rows, complaints: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const column = typeof error.index === "number" ? error.index + 1 : 1;
    return { rows: [], complaints: [{ line: firstLine, column, text: quoteComplaint(error.code) }] };
  }
}

const breaksIn = (text: string) => text.split("\n").length - 1;

/** The cells of a record that ends on a line, with their lines: each line break of it is in one of its cells. */
function placed(record: readonly string[], end: number): Cell[] {
  let line = end - record.reduce((sum, text) => sum + breaksIn(text), 0);
  return record.map((text) => {
    const cell = { text: text.trim(), line };
    line += breaksIn(text);
    return cell;
  });
}

const quoteComplaint = (code: string) =>
  code === "CSV_QUOTE_NOT_CLOSED"
    ? 'a quote (") is opened and not closed / 引号未闭合'
    : `a quote (") stands where none may; write "" inside a quoted cell / 引号位置有误，引号内的引号须写成两个 (${code})`;
