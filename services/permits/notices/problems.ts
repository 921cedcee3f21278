import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { NoticeRefusal } from "./domain/refusals.ts";

/** Why a notice does not go on. */
export const noticeProblems = {
  "permits.notice-not-in-this-state": {
    zh: "消息处于{status}，不能{command}",
    en: "The notice is {status}; {command} is not possible",
  },
} satisfies ProblemTexts<NoticeRefusal>;
