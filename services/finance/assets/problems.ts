import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { AssetRefusal } from "./domain/refusals.ts";

/** Assets (F14). */
export const assetProblems = {
  "finance.asset-day-in-future": { zh: "取得日期{on}尚未到来", en: "{on} has not come: nothing was acquired then" },
  "finance.asset-not-in-this-state": {
    zh: "该资产当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the asset cannot do this",
  },
  "finance.asset-without-lease": {
    zh: "该资产没有出租过，没有租金",
    en: "The asset was never leased: it brings no rent",
  },
  "finance.below-valuation": {
    zh: "价格低于评估价{valuation}分，须写明批准文件",
    en: "The price is below the valuation of {valuation} fen: name who allowed it",
  },
  "finance.claim-above-value": {
    zh: "优先用途不能超过资产价值{value}分",
    en: "The first claim is at most the value of {value} fen",
  },
  "finance.claim-paid-from-it": {
    zh: "这笔收入已用于优先用途，不能收回",
    en: "The first claim was paid from it: it is not taken back",
  },
  "finance.claim-stands": { zh: "已登记优先用途：{purpose}", en: "{purpose} has the first claim already" },
  "finance.claim-unpaid": {
    zh: "优先用途还可付{open}分",
    en: "{open} fen of the proceeds are kept for the first claim",
  },
  "finance.income-not-here": { zh: "该资产没有这笔收入", en: "The asset holds no such income" },
  "finance.lease-inverted": { zh: "租赁终止日早于起始日", en: "The lease ends before it begins" },
  "finance.proceeds-above-price": {
    zh: "处置收入还应收{left}分，不能多记",
    en: "{left} fen of the price are to come, and no more",
  },
  "finance.tenant-unknown": { zh: "承租方未登记或者已停用", en: "The register of payees does not have this tenant" },
  "finance.valuation-missing": {
    zh: "资产尚未评估、处置，没有处置收入",
    en: "The asset was not valued and sold: it has no proceeds",
  },
} satisfies ProblemTexts<AssetRefusal>;
