import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { ContractRefusal } from "./domain/refusals.ts";

/** Services bought (F12). */
export const contractProblems = {
  "finance.above-result": { zh: "按验收结果还可付{left}分", en: "By the result {left} fen are left to pay" },
  "finance.accepted-already": { zh: "{month}已验收", en: "{month} was accepted already" },
  "finance.acceptor-pays-not": {
    zh: "登记验收的人不得办理付款（{article}）",
    en: "Who recorded the acceptance does not pay ({article})",
  },
  "finance.contract-holds-no-payment": { zh: "该合同没有这笔付款", en: "The contract holds no such payment" },
  "finance.contract-not-in-this-state": {
    zh: "该合同当前状态（{status}）不能办理此事",
    en: "In its state ({status}) the contract cannot do this",
  },
  "finance.more-agreed-than-came": { zh: "同意人数不能多于到场人数", en: "No more villagers accept than came" },
  "finance.purchase-of-county": {
    zh: "实行乡财县管（{document}），采购由县统一办理，请填写采购文件",
    en: "The county buys for the town ({document}): name the paper of its purchase",
  },
  "finance.result-bounds-inverted": {
    zh: "全额付费的评分不能低于不付费的评分",
    en: "The result that pays all is not below the one that pays nothing",
  },
  "finance.service-not-accepted": { zh: "{month}尚未经群众验收", en: "The villagers did not accept {month} yet" },
  "finance.service-period-runs": {
    zh: "{month}尚未结束，不能验收",
    en: "{month} is not over: it is accepted afterwards",
  },
  "finance.supplier-unknown": {
    zh: "供应方未登记或者已停用",
    en: "The register of payees does not have this supplier",
  },
  "finance.term-unknown": { zh: "合同没有{month}", en: "The contract has no {month}" },
  "finance.terms-twice": { zh: "同一月份出现两次", en: "A month stands twice" },
  "finance.terms-unlike-total": {
    zh: "各月合计与合同总价不符",
    en: "The months do not make the total of the contract",
  },
  "finance.villagers-did-not-accept": {
    zh: "须有{quorum}人以上到场、过半数同意；到场{present}人，同意{agreed}人",
    en: "{quorum} villagers come at the least, and more than half accept: {present} came, {agreed} accepted",
  },
} satisfies ProblemTexts<ContractRefusal>;
