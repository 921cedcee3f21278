import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { DeliveryRefusal } from "./domain/refusals.ts";

export const deliveryProblems = {
  "grid-events.delivery-not-in-this-state": {
    zh: "此次送达现为“{status}”，不能{command}；可以：{possible}",
    en: "The send is {status} now and cannot {command}; possible: {possible}",
  },
  "grid-events.not-the-receiver": { zh: "只有{unit}可以办理", en: "Only {unit} may do that" },
  "word.receive": { zh: "签收", en: "be received" },
  "word.send-again": { zh: "重新发送", en: "be sent again" },
  "word.report-failure": { zh: "登记未送达", en: "be said to have failed" },
  "word.sent": { zh: "已发出", en: "sent" },
  "word.stuck": { zh: "未签收", en: "stuck" },
  "word.undelivered": { zh: "未送达", en: "undelivered" },
  "word.void": { zh: "已被取代", en: "void" },
} as const satisfies ProblemTexts & Record<DeliveryRefusal, unknown>;
