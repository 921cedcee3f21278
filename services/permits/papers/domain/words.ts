import type { Limit } from "../../../../shared/calendar/index.ts";
import type { Applicant, Filed, WasAccepted } from "../../cases/domain/application/application.ts";

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

/** How a document speaks to its applicant. */
export const you = ({ kind }: Pick<Applicant, "kind">) => (kind === "citizen" ? "你" : "你单位");

/** XK-36: the one of those told to whom a paper is addressed; undefined where it is for the applicant, or there is none. */
export const thirdParty = ({ thirdParties }: Pick<WasAccepted, "thirdParties">, at: number | undefined) =>
  at === undefined ? undefined : thirdParties?.informed?.parties[at];

export const isLicence = ({ guide }: Pick<Filed, "guide">) => guide.category === "licence";

/** 许可 where the law of permits applies; 服务 or 备案 elsewhere. */
export const subjectOf = ({ guide }: Pick<Filed, "guide">) =>
  ({ licence: "行政许可", "public-service": "公共服务事项", filing: "备案" })[guide.category];

export const quoted = ({ item }: Pick<Filed, "item">) => `“${item.name.zh}”`;

/** 至2026年3月9日; the limit may stand, or rest on a calendar not announced yet (T-10). */
export function untilOf({ due, provisional }: Limit): string {
  if (due === null) return "计时中止";
  return provisional ? `至${plainDate(due)}，暂定，待放假安排公布后核定` : `至${plainDate(due)}`;
}

export const channels = { window: "窗口申请", online: "网上申请", agent: "代办申请" } as const;

/** The law a document rests on, by its full title. */
export const law = "《中华人民共和国行政许可法》";

/** 根据 that law where it applies; a service that is no permit follows it as a model. */
export const lawFor = (of: Pick<Filed, "guide">) => `${isLicence(of) ? "根据" : "参照"}${law}`;
