import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { PowerRefusal } from "./domain/refusals.ts";

/** Refusals about one power. */
export const powerProblems = {
  "powers.adjustment-document-missing": {
    zh: "调整{fields}须载明县级决定文件",
    en: "A change of {fields} names the county's document",
  },
  "powers.county-must-change": {
    zh: "{fields}只能由县级凭文件调整，或者双方重新签署交接单",
    en: "Only the county changes {fields}, with a document; otherwise both sides sign a new form",
  },
  "powers.no-basis": { zh: "职权须有法律依据", en: "A power needs a law it rests on" },
  "powers.suspended-by-the-other": {
    zh: "谁暂停谁恢复：该职权由{by}暂停",
    en: "The side that suspended the power resumes it: {by}",
  },

  "powers.basis-differs": {
    zh: "逐条列出的法律与文字所引不一致，文字所引：{cited}",
    en: "The laws listed are not those the text cites: {cited}",
  },
  "powers.item-code-of-another-category": {
    zh: "实施编码的事项类型是{type}，该类别应为{expected}",
    en: "The implementation code is of item type {type}; this category has {expected}",
  },
  "powers.repealed-before-in-force": { zh: "{law}的废止日不晚于施行日", en: "{law} is repealed before it is in force" },
  "powers.unknown-department": {
    zh: "镇配置中没有部门{department}",
    en: "The town's profile has no department {department}",
  },
  "powers.already-listed": { zh: "{code}已在清单上", en: "{code} is on the list already" },
  "powers.no-authority": {
    zh: "赋权、委托须有决定机关和决定文件",
    en: "Delegating or entrusting needs the deciding authority and its document",
  },
  "powers.coercion-not-entrusted": {
    zh: "行政强制措施权不得委托（{article}）",
    en: "Coercive measures cannot be entrusted ({article})",
  },
  "powers.province-must-decide": {
    zh: "须由省级决定（{article}）",
    en: "The province must decide this ({article})",
  },
  "powers.state-council-must-approve": {
    zh: "集中、转移行政许可权须经国务院批准（{article}）",
    en: "Moving another organ's permit power needs the State Council's approval ({article})",
  },
  "powers.import-under-way": {
    zh: "清单正在导入，请稍后再试",
    en: "The list is being imported; try again in a moment",
  },
  "powers.import-lost": {
    zh: "导入未能在时限内完成，清单未作改动；请重新导入",
    en: "The import took too long or lost the list; nothing was changed. Import again",
  },
  "powers.in-the-wrong-name": {
    zh: "委托的以委托机关名义、其他以本镇名义行使（{article}）",
    en: "What is entrusted is used in the entrusting organ's name, all else in the town's ({article})",
  },
  "powers.before-its-authority": {
    zh: "不得早于决定和赋权书的日期{date}生效",
    en: "Not in force before its decision and letter, dated {date}",
  },
  "powers.already-in-force": {
    zh: "该职权自{since}起已以此方式生效",
    en: "The power has been in force in this way since {since}",
  },
  "powers.not-suspended": { zh: "该职权在{date}未处于暂停", en: "The power is not suspended on {date}" },
  "powers.nothing-adjusted": { zh: "{date}该职权已是如此，无须调整", en: "The power is so on {date} already" },
} satisfies ProblemTexts<PowerRefusal>;
