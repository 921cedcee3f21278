import type { ProblemTexts } from "../../../../shared/http/index.ts";
import type { BanRefusal } from "../domain/refusals.ts";

export const banProblems = {
  "permits.barred": {
    zh: "因{ground}，至{until}不得再次申请该许可（{article}）",
    en: "Because of {ground}, no new application for this permit until after {until} ({article})",
  },
  "permits.ban-not-in-this-state": {
    zh: "记录处于{status}，不能{command}",
    en: "The record is {status}; {command} is not possible",
  },
  "word.false-materials": { zh: "隐瞒情况或者提供虚假材料", en: "false or withheld particulars" },
  "word.fraud": { zh: "以欺骗手段取得许可", en: "fraud" },
  "word.lifted": { zh: "已解除", en: "lifted" },
  "word.record": { zh: "记录", en: "record" },
  "word.lift": { zh: "解除", en: "lift" },
} satisfies ProblemTexts<BanRefusal>;
