import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { EvidenceFileRefusal } from "./domain/refusals.ts";

const word = "word.enforcement.evidence-file-not-in-this-state" as const;

/** Why a file of evidence is not taken or given. */
export const evidenceFileProblems = {
  "enforcement.evidence-file-case-over": {
    zh: "案件已经办结，不再接收证据文件（{article}）",
    en: "The case is over and takes no more files of evidence ({article})",
  },
  "enforcement.evidence-file-judged": { zh: "文件已经扫描过", en: "The file has been judged already" },
  "enforcement.evidence-file-not-for-you": {
    zh: "只有本案的办案人员可以上传、调阅（{article}）",
    en: "Only those who work on the case send and read its files ({article})",
  },
  "enforcement.evidence-file-not-in-this-state": {
    zh: "文件处于{status}，不能{command}；现在可以：{possible}",
    en: "The file is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.evidence-file-not-scanned": {
    zh: "文件尚待病毒扫描，暂不能调阅",
    en: "The file waits for the virus scanner and is not given yet",
  },
  "enforcement.evidence-file-not-there": {
    zh: "尚未收到文件，请先按上传地址发送",
    en: "The file has not come; send it to the URL first",
  },
  "enforcement.evidence-file-not-what-it-says": {
    zh: "证据文件的内容是{content}，与申报的{type}不符",
    en: "By its content the file of evidence is {content}, not {type}",
  },
  "enforcement.evidence-file-of-no-case": { zh: "没有这个案件", en: "There is no such case for the file" },
  "enforcement.evidence-file-other": {
    zh: "收到的文件与申报的大小、类型或校验值不符（{article}）",
    en: "What came is another file than the one announced: size, type or hash differ ({article})",
  },
  "enforcement.evidence-file-too-large": {
    zh: "证据文件过大，此类文件至多{limit}字节",
    en: "Too large: a file of evidence of this type has at most {limit} bytes",
  },
  "enforcement.evidence-file-type": {
    zh: "证据不接收{type}类型的文件，可用：{taken}",
    en: "Evidence takes no files of the type {type}, only: {taken}",
  },
  "word.enforcement.evidence-file-not-what-it-says.unknown-content": {
    zh: "无法识别的内容",
    en: "of unknown content",
  },
  [`${word}.announced`]: { zh: "待上传", en: "announced" },
  [`${word}.kept`]: { zh: "已保存", en: "kept" },
  [`${word}.infected`]: { zh: "含病毒", en: "infected" },
  [`${word}.unfinished`]: { zh: "未上传完毕，已作废", en: "dropped" },
  [`${word}.complete`]: { zh: "上传完毕", en: "completing it" },
  [`${word}.scan`]: { zh: "登记扫描结论", en: "scanning it" },
  [`${word}.download`]: { zh: "调阅", en: "fetching it" },
  [`${word}.pass-time`]: { zh: "时间届满", en: "passing time" },
} satisfies ProblemTexts<EvidenceFileRefusal>;
