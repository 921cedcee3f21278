import type { Limit } from "../calendar/index.ts";

const digits = "〇一二三四五六七八九";

/** 0 to 999 in Chinese: 10 十, 20 二十, 105 一百〇五. */
export function inChinese(count: number): string {
  const [hundreds, tens, ones] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10];
  const digit = (value: number) => digits.charAt(value);
  if (hundreds > 0) {
    const rest = count % 100;
    const joined =
      rest === 0 ? "" : rest < 10 ? `〇${digit(rest)}` : `${digit(tens)}十${ones === 0 ? "" : digit(ones)}`;
    return `${digit(hundreds)}百${joined}`;
  }
  if (tens === 0) return digit(ones);
  return `${tens === 1 ? "" : digit(tens)}十${ones === 0 ? "" : digit(ones)}`;
}

const partsOf = (date: string) => {
  const [year = "", month = "", day = ""] = date.split("-");
  return { year, month: Number(month), day: Number(day) };
};

/** 2026年3月2日, as GB/T 9704 (7.3.5.4) writes the day of a document. @param date ISO */
export function plainDate(date: string): string {
  const { year, month, day } = partsOf(date);
  return `${year}年${month}月${day}日`;
}

/** 二〇二六年三月二日, as certificates write it. @param date ISO */
export function chineseDate(date: string): string {
  const { year, month, day } = partsOf(date);
  const figures = [...year].map((digit) => digits.charAt(Number(digit))).join("");
  return `${figures}年${inChinese(month)}月${inChinese(day)}日`;
}

/** 至2026年3月9日; the limit may stand, or rest on a calendar not announced yet (T-10). */
export function untilOf({ due, provisional }: Limit): string {
  if (due === null) return "计时中止";
  return provisional ? `至${plainDate(due)}，暂定，待放假安排公布后核定` : `至${plainDate(due)}`;
}
