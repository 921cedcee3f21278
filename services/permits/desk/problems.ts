import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { DeskRefusal } from "./domain/refusals.ts";

export const consultationProblems = {
  "permits.consultation-not-in-this-state": {
    zh: "咨询处于{status}，不能{command}",
    en: "The question is {status}; {command} is not possible",
  },
  "permits.not-your-question": { zh: "这不是您提出的咨询", en: "This is not your question" },
  "permits.answer-names-somebody": {
    zh: "公开的问答不得含有个人信息",
    en: "What is published must not show anybody's name or number",
  },
  "permits.question-without-item": {
    zh: "该咨询未指明事项，不能转为申请",
    en: "The question names no item to apply for",
  },
  "permits.application-for-another-item": {
    zh: "该申请不是{item}事项的",
    en: "The application is not for the item {item}",
  },
  "permits.reading-without-reason": {
    zh: "查看他人完整的个人信息须说明理由，并留痕（{rule}）",
    en: "Say why you need another person's data in full; it goes on record ({rule})",
  },
  "word.asked": { zh: "待答复", en: "asked" },
  "word.replied": { zh: "已答复", en: "replied" },
  "word.turned": { zh: "已转为申请", en: "turned into an application" },
  "word.refer": { zh: "转办", en: "refer" },
  "word.ask": { zh: "咨询", en: "ask" },
  "word.answer": { zh: "答复", en: "answer" },
  "word.follow-up": { zh: "追问", en: "follow-up" },
  "word.publish": { zh: "公开", en: "publish" },
  "word.prefill": { zh: "预填申请", en: "prefill" },
  "word.turn": { zh: "转为申请", en: "turn" },
} satisfies ProblemTexts<DeskRefusal>;
