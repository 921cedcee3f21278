import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const noticesTitles = {
  fields: {
    "attempts.delivered": { zh: "是否送达", en: "Delivered" },
    delivered: { zh: "是否送达", en: "Delivered" },
    reference: { zh: "参考号", en: "Reference" },
  },
  values: {
    "kind.agent-filed": { zh: "代办员已递交", en: "agent has filed" },
    "kind.authorisation-ended": { zh: "委托已终止", en: "authorisation ended" },
    "kind.authorised": { zh: "已委托", en: "authorised" },
    "kind.fee-taken-back": { zh: "缴费登记冲回", en: "payment of the fee taken back" },
    "kind.fee-paid": { zh: "费用已代缴", en: "fee paid by the agent" },
    "kind.collected": { zh: "证件已领取", en: "collected" },
    "kind.corrections": { zh: "补正告知", en: "corrections" },
    "kind.decided": { zh: "已决定", en: "decided" },
    "permits.notice.to-party": { zh: "致当事人的消息", en: "Notice to a party" },
    "status.failed": { zh: "未送达", en: "failed" },
  },
} as const satisfies Titles;
