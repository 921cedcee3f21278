/** The papers that a case keeps on file. The list of each ending names those without which it does not close (CF-57a). */
export const casePapers = [
  /** 立案审批表 */
  "filing-approval",
  /** 不予立案审批表 */
  "dismissal-approval",
  /** 证据目录 */
  "evidence-list",
  /** 调查终结报告 */
  "investigation-report",
  /** 行政处罚事先告知书 */
  "prior-notice",
  /** 陈述申辩复核意见 */
  "defence-review",
  /** 听证笔录 */
  "hearing-record",
  /** 听证报告 */
  "hearing-report",
  /** 法制审核意见 */
  "legal-review",
  /** 集体讨论笔录 */
  "discussion-minutes",
  /** 处罚决定书 */
  "penalty-decision",
  /** 不予处罚决定书 */
  "no-penalty-decision",
  /** 送达回证 */
  "delivery-record",
  /** 履行或者执行的凭据 */
  "performance-proof",
  /** 责令改正通知书 */
  "rectification-order",
  /** 中止决定书 */
  "suspension-decision",
  /** 恢复决定书 */
  "resumption-decision",
  /** 终止决定书 */
  "stop-decision",
  /** 撤案审批表 */
  "withdrawal-approval",
  /** 案件移送函 */
  "transfer-letter",
  /** 涉嫌犯罪情况的报告 */
  "crime-report",
  /** 涉案物品清单 */
  "goods-list",
  /** 公安机关立案或者不予立案的答复 */
  "police-answer",
  /** 财物处理凭据 */
  "goods-disposal",
  /** 责令管教通知书 (CF-30a) */
  "discipline-order",
  /** 结案审批表 */
  "closing-report",
] as const;
export type CasePaper = (typeof casePapers)[number];
