import { describe, expect, test } from "vitest";
import { chineseDate, inChinese, plainDate } from "../../../shared/papers/words.ts";

describe("numbers and days as documents write them", () => {
  test.each([
    [0, "〇"],
    [5, "五"],
    [10, "十"],
    [15, "十五"],
    [20, "二十"],
    [60, "六十"],
    [99, "九十九"],
    [100, "一百"],
    [105, "一百〇五"],
    [110, "一百一十"],
    [365, "三百六十五"],
  ])("%i is %s", (count, text) => expect(inChinese(count)).toBe(text));

  test("a letter's day in figures without leading noughts (GB/T 9704), a certificate's in characters", () => {
    expect(plainDate("2026-03-02")).toBe("2026年3月2日");
    expect(chineseDate("2026-10-20")).toBe("二〇二六年十月二十日");
    expect(chineseDate("2030-11-01")).toBe("二〇三〇年十一月一日");
  });
});
