import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { FileRefusal } from "./domain/refusals.ts";

/** Why a file is not taken, given or let go. */
export const materialProblems = {
  "permits.material-type-not-taken": {
    zh: "不接收{type}类型的文件，可用：{taken}",
    en: "Files of the type {type} are not taken, only: {taken}",
  },
  "permits.material-too-large": {
    zh: "文件过大，此类文件至多{limit}字节",
    en: "Too large: a file of this type has at most {limit} bytes",
  },
  "permits.material-other-than-announced": {
    zh: "上传的文件与申报的大小、类型或校验值不符",
    en: "The file is another than the one announced: size, type or hash differ",
  },
  "permits.material-not-what-it-says": {
    zh: "文件内容是{content}，与申报的{type}不符",
    en: "By its content the file is {content}, not {type}",
  },
  "permits.material-in-use": {
    zh: "文件已交给办件，不能撤下，须先从办件撤回：{applications}",
    en: "The file belongs to cases and stays; take it back from them first: {applications}",
  },
  "permits.material-belongs-to-the-case": {
    zh: "办件{status}，其材料不能再撤回",
    en: "The application is {status}; its materials stay with it",
  },
  "permits.material-is-the-only-one": {
    zh: "这是办件所收“{material}”的唯一一份，请先交上新的再撤回",
    en: "It is the only file the application has for {material}; give it the right one first",
  },
  "permits.unknown-application": {
    zh: "没有{application}这件申请，或者不是您的",
    en: "There is no application {application}, or it is not yours",
  },
  "permits.material-not-for-you": {
    zh: "只有材料本人、窗口和承办此件的科室可以调阅",
    en: "Only its owner, the counter and the office that handles the case are given the file",
  },
  "word.announced": { zh: "待上传", en: "announced" },
  "word.uploaded": { zh: "已上传", en: "uploaded" },
  "word.clean": { zh: "扫描通过", en: "clean" },
  "word.infected": { zh: "含病毒", en: "infected" },
  "word.removed": { zh: "已撤下", en: "removed" },
  "word.unknown-content": { zh: "无法识别的内容", en: "of unknown content" },
  "word.complete": { zh: "上传完毕", en: "complete" },
  "word.scan": { zh: "登记扫描结论", en: "scan" },
  "word.attach": { zh: "交给办件", en: "attach" },
  "word.detach": { zh: "从办件撤回", en: "detach" },
  "word.remove": { zh: "撤下", en: "remove" },
} satisfies ProblemTexts<FileRefusal>;
