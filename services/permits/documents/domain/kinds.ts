/** The documents of a case, in the order in which a case may meet them. */
export const documentKinds = [
  "receipt",
  "corrections-notice",
  "acceptance-notice",
  "non-acceptance",
  "filing-receipt",
  "withdrawal-notice",
  "pause-notice",
  "extension-notice",
  "inspectors-notice",
  "hearing-rights-notice",
  "hearing-notice",
  "grant",
  "refusal",
  "forwarding-letter",
  "certificate",
  "delivery-record",
  "suspension-notice",
  "revocation",
  "cancellation-notice",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Papers of a certificate, drawn from its own state. */
export type CertificateKind = "certificate" | "suspension-notice" | "revocation" | "cancellation-notice";

/**
 * Kinds that bear a number the case has already: a grant and its certificate the permit's, the notices of a pause and of a
 * hearing the one under which the applicant was told (XK-45, XK-48). All others are numbered in a series of their kind.
 */
export type SeriesKind = Exclude<DocumentKind, "grant" | "certificate" | "pause-notice" | "hearing-notice">;

/** What a kind is called where no case is at hand. */
export const kindNames: Readonly<Record<DocumentKind, { readonly zh: string; readonly en: string }>> = {
  receipt: { zh: "申请材料收件回执", en: "Receipt of the application" },
  "corrections-notice": { zh: "补正材料一次性告知书", en: "One-time notice of everything missing" },
  "acceptance-notice": { zh: "受理通知书", en: "Notice of acceptance" },
  "non-acceptance": { zh: "不予受理决定书", en: "Decision not to accept" },
  "withdrawal-notice": { zh: "撤回申请告知书", en: "Notice that an application was taken back" },
  "filing-receipt": { zh: "备案回执", en: "Receipt of a filing" },
  "pause-notice": { zh: "中止计时告知书", en: "Notice that the clock stands" },
  "extension-notice": { zh: "延长期限通知书", en: "Notice of extension" },
  "inspectors-notice": { zh: "核查人员告知书", en: "Notice of who comes to inspect" },
  "hearing-rights-notice": { zh: "听证告知书", en: "Notice of the right to a hearing" },
  "hearing-notice": { zh: "听证通知书", en: "Notice of a hearing" },
  grant: { zh: "准予许可决定书", en: "Decision to grant" },
  refusal: { zh: "不予许可决定书", en: "Decision to refuse" },
  "forwarding-letter": { zh: "转报函", en: "Letter that forwards a case" },
  certificate: { zh: "证件", en: "Certificate" },
  "delivery-record": { zh: "送达回证", en: "Record of delivery" },
  "suspension-notice": { zh: "证件暂扣通知书", en: "Notice that a certificate is suspended" },
  revocation: { zh: "撤销决定书", en: "Decision to revoke" },
  "cancellation-notice": { zh: "注销通知书", en: "Notice of cancellation" },
};
