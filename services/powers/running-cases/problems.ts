import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { RunningCaseRefusal } from "./domain/refusals.ts";

export const runningCaseProblems = {
  "powers.not-recalled": { zh: "{code}未被收回，案件照常办理", en: "{code} is not recalled: its cases simply go on" },
  "powers.certificates-settled": {
    zh: "{code}的证件去向已有书面决定：{document}",
    en: "What becomes of the certificates of {code} has been decided already: {document}",
  },
  "powers.no-such-running-case": {
    zh: "{case}不是{from}收回时的在办案件",
    en: "{case} was no case under way at the recall of {from}",
  },
  "powers.recaller-decides": {
    zh: "谁收回谁决定在办案件的去向：{code}由{by}收回",
    en: "The side that recalled {code} says what becomes of its cases: {by}",
  },
  "powers.running-case-settled": {
    zh: "{case}已有书面决定：{document}",
    en: "{case} has been decided of already: {document}",
  },
  "powers.transfer-to-missing": { zh: "移送须写明接收机关", en: "Say which organ takes the case over" },
} satisfies ProblemTexts<RunningCaseRefusal>;
