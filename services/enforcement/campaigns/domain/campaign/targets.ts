/** What may not be a goal: fines, cases, penalties, inspections. */
const counted = "罚款|罚没|立案|办案|案件|处罚|检查|抽查|fine|case|penalt|inspection";
const digits = "(?:[0-9０-９][0-9０-９,，.]*|[一二三四五六七八九十百千万两]+)";
const units = "(?:余|多)?(?:起|件|宗|家次|户次|人次|家|户|次|万元|亿元|元|%|％|成|倍)";
const after = new RegExp(`(?:${counted})[^。；;\\n0-9０-９]{0,12}${digits}\\s*${units}`, "iu");
const before = new RegExp(`${digits}\\s*${units}(?:以上)?(?:的)?[^。；;，,\\n]{0,6}(?:${counted})`, "iu");
const rate = /(?:立案率|处罚率|罚款率|查处率|检查覆盖率|办案率)/u;
const ranked = "(?:指标|任务数|排名|考核)";
const counting = "(?:罚款|罚没|立案|办案|案件|处罚|检查)";
const words = new RegExp(`${ranked}[^。；;\\n]{0,10}${counting}|${counting}[^。；;\\n]{0,10}${ranked}`, "u");
const english = /\b\d+\s+(?:fines?|cases?|penalties|inspections?)\b/iu;

/**
 * IN-8, CF-74: whether a text sets a number of fines, cases, penalties or inspections as a goal, or ranks or appraises by it. A plan
 * with such a text is refused by its schema.
 */
export const setsTarget = (text: string): boolean =>
  [after, before, rate, words, english].some((pattern) => pattern.test(text));
