import type { Titles } from "../../../shared/text/index.ts";
import { enforcementTags } from "./tags.ts";

/** What fields of several parts of the service are called, and what their values mean. */
export const enforcementTitles = {
  fields: {
    legalBasis: { zh: "法律依据", en: "Legal basis" },
    notice: { zh: "提示", en: "Notice" },
    officers: { zh: "执法人员", en: "Officers" },
    "officers.certificate": { zh: "执法证号", en: "Number of the officer's certificate" },
  },
  values: {
    ...enforcementTags,
    警告: { zh: "警告", en: "warning" },
    通报批评: { zh: "通报批评", en: "public criticism" },
    罚款: { zh: "罚款", en: "fine" },
    没收违法所得: { zh: "没收违法所得", en: "confiscation of gains" },
    没收非法财物: { zh: "没收非法财物", en: "confiscation of goods" },
    暂扣许可证件: { zh: "暂扣许可证件", en: "suspension of a licence" },
    降低资质等级: { zh: "降低资质等级", en: "lower grade of qualification" },
    吊销许可证件: { zh: "吊销许可证件", en: "revocation of a licence" },
    限制开展生产经营活动: { zh: "限制开展生产经营活动", en: "restriction of business" },
    责令停产停业: { zh: "责令停产停业", en: "order to stop business" },
    责令关闭: { zh: "责令关闭", en: "order to close" },
    限制从业: { zh: "限制从业", en: "ban from a trade" },
    限期拆除: { zh: "限期拆除", en: "order to demolish" },
  },
} as const satisfies Titles;
