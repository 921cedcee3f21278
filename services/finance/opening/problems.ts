import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { OpeningRefusal } from "./domain/refusals.ts";

/** What a town takes over at its first start (F-35, F-47). */
export const openingProblems = {
  "finance.opening-assets-differ": {
    zh: "期初账资产{books}分，资产台账{register}分，两者不符",
    en: "The books open with assets of {books} fen, the register holds {register}",
  },
  "finance.opening-base-years-missing": {
    zh: "财政体制用到的基数年份没有数字和文件",
    en: "The base years of the scheme have no figures with documents",
  },
  "finance.opening-book-not-open": {
    zh: "账套期初余额尚未录完",
    en: "The book of the town takes opening balances still, or is not there",
  },
  "finance.opening-debts-differ": {
    zh: "期初账债务{books}分，债务台账锁定{register}分，两者不符",
    en: "The books open with debts of {books} fen, {register} fen were locked",
  },
  "finance.opening-debts-not-locked": { zh: "镇的旧债尚未锁定", en: "The old debt of the town is not locked yet" },
  "finance.taken-over-already": { zh: "已于{on}办理，只办一次", en: "It was done on {on}, and is done once" },
} satisfies ProblemTexts<OpeningRefusal>;
