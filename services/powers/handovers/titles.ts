import type { Titles } from "../../../shared/text/index.ts";

/** What the fields of this part are called, and what their values and events mean. */
export const handoversTitles = {
  fields: {
    authority: { zh: "权限依据", en: "Authority" },
    capability: { zh: "承接能力", en: "Capability" },
    capable: { zh: "是否具备能力", en: "Capable" },
    draftedOn: { zh: "起草日期", en: "Drafted on" },
    inEffectSince: { zh: "生效日期", en: "In effect since" },
    party: { zh: "签署方", en: "Party" },
    signatures: { zh: "签署", en: "Signatures" },
    stateCouncilApproval: { zh: "国务院批准文件", en: "Approval of the State Council" },
  },
  values: {
    "giverHolds.as-its-own": { zh: "以自己名义持有", en: "as its own" },
    "giverHolds.by-entrustment": { zh: "受委托持有", en: "by entrustment" },
    "kind.county": { zh: "县级", en: "county" },
    "kind.decision": { zh: "决定", en: "decision" },
    "kind.province": { zh: "省级", en: "province" },
    "powers.handover.came-into-effect": { zh: "交接已生效", en: "Handover in effect" },
    "powers.handover.delayed": { zh: "交接延期", en: "Handover delayed" },
    "powers.handover.signed": { zh: "交接已签", en: "Handover signed" },
    "powers.handover.withdrawn": { zh: "交接已撤回", en: "Handover withdrawn" },
  },
} as const satisfies Titles;
