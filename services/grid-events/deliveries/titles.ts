import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const deliveryTitles = {
  fields: {
    what: { zh: "要求", en: "What the unit is to do" },
    sendNumber: { zh: "第几次", en: "Attempt" },
    attempts: { zh: "发送次数", en: "Attempts" },
    failure: { zh: "未送达原因", en: "Why it did not arrive" },
    receiveBy: { zh: "应签收时间", en: "To be received by" },
    step: { zh: "事件第几步", en: "Step of the matter" },
    repeated: { zh: "是否重发", en: "Sent again" },
    lastSentAt: { zh: "发送时间", en: "Sent at" },
  },
  values: {
    "aggregate.unit-notice": { zh: "单位通知", en: "notice to a unit" },
    "because.dispatched": { zh: "派遣", en: "the unit got it" },
    "because.unit-withdrawn": { zh: "改派", en: "another unit got it" },
    "because.recategorised": { zh: "类别变更", en: "another category" },
    "what.act": { zh: "请处置", en: "to act" },
    "what.withdrawn": { zh: "不再由其处置", en: "no longer to act" },
    "failure.not-received": { zh: "逾期未签收", en: "not received in time" },
    "failure.unreachable": { zh: "联系不上", en: "not reached" },
    "failure.refused": { zh: "对方拒收", en: "refused" },
    "failure.not-a-unit": { zh: "单位已不在名单", en: "no unit of the town" },
    "reason.not-received": { zh: "逾期未签收", en: "not received in time" },
    "reason.unreachable": { zh: "联系不上", en: "not reached" },
    "reason.not-a-unit": { zh: "单位已不在名单", en: "no unit of the town" },
    "grid-events.unit-notice.sent": { zh: "已发送", en: "Sent" },
    "grid-events.unit-notice.sent-again": { zh: "已重新发送", en: "Sent again" },
    "grid-events.unit-notice.received": { zh: "已签收", en: "Received" },
    "grid-events.unit-notice.failed": { zh: "发送失败", en: "Failed" },
    "grid-events.unit-notice.stuck": { zh: "逾期未签收", en: "Stuck" },
    "grid-events.unit-notice.superseded": { zh: "已被取代", en: "Superseded" },
  },
} as const satisfies Titles;
