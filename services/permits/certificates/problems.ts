import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { CertificateRefusal } from "./domain/refusals.ts";

export const certificateProblems = {
  "permits.certificate-not-in-this-state": {
    zh: "证件处于{status}，不能{command}",
    en: "The certificate is {status}; {command} is not possible",
  },
  "permits.decider-cannot-issue": { zh: "作出决定的人不得出证", en: "The person who decided does not issue" },
  "permits.fee-not-paid": {
    zh: "尚有{unpaidFen}分费用未缴入国库，不能出证（{article}）",
    en: "{unpaidFen} fen are still to be paid into the treasury before it is issued ({article})",
  },
  "permits.not-the-holder": {
    zh: "只有该证件的持有人可以就{item}申请延续或者变更",
    en: "Only the holder of such a certificate renews or changes it ({item})",
  },
  "permits.nothing-to-renew": {
    zh: "证件处于{status}，不能延续或者变更（{article}）",
    en: "The certificate is {status}; there is nothing to renew or change ({article})",
  },
  "permits.renewal-not-needed": {
    zh: "该证件没有有效期，无须延续（{article}）",
    en: "The certificate does not end and needs no renewal ({article})",
  },
  "permits.renewal-already-filed": {
    zh: "已于{on}申请延续（{article}）",
    en: "Its renewal was applied for on {on} ({article})",
  },
  "permits.renewal-too-late": {
    zh: "延续申请最迟应于{latest}提出（{article}）",
    en: "A renewal had to be applied for by {latest} ({article})",
  },
  "permits.revocation-already-proposed": {
    zh: "已于{on}告知拟撤销（{article}）",
    en: "The holder was told of the revocation on {on} already ({article})",
  },
  "permits.no-revocation-proposed": {
    zh: "尚未告知持有人拟撤销的事实和理由（{article}）",
    en: "The holder has not been told that revocation is intended, and why ({article})",
  },
  "permits.not-heard": {
    zh: "自{since}告知以来未听取陈述、申辩，不得撤销（{article}）",
    en: "The holder has not been heard since he was told on {since} ({article})",
  },
  "permits.issuer-recused": {
    zh: "您已被申请回避或者决定回避，不得出证（{article}）",
    en: "You were asked to keep out of this case: another person issues it ({article})",
  },
  "permits.must-revoke": {
    zh: "以{ground}取得的许可应当撤销，不得放弃（{article}）",
    en: "A permit obtained by {ground} must be revoked ({article})",
  },
  "permits.revocation-harms-public": {
    zh: "撤销可能对公共利益造成重大损害，不予撤销（{article}）",
    en: "Revoking it could gravely harm the public; it is not revoked ({article})",
  },
  "permits.revocation-open": {
    zh: "已于{on}告知拟撤销，撤销或者不再撤销之前不得出证（{article}）",
    en: "Its revocation was proposed on {on}; it is not issued before that is settled ({article})",
  },
  "permits.statement-period-runs": {
    zh: "持证人陈述申辩的期限至{due}，届满前不得撤销（{article}）",
    en: "Until {due} the holder may state his case; nothing is revoked before ({article})",
  },
  "permits.no-power-over-certificate": {
    zh: "{on}本镇不得就{item}的证件行使职权，不满足：{conditions}；职权已收回的，由收回方书面决定证件的管理",
    en: "On {on} the town has no power over certificates of {item}; failing: {conditions}. If it was recalled, who recalled it decides in writing",
  },
  "permits.not-compensated": {
    zh: "以{ground}取得的利益不受保护，不予赔偿（{article}）",
    en: "What was obtained by {ground} is not protected and not compensated ({article})",
  },
  "permits.cancellation-without-ground": {
    zh: "证件处于{status}，没有“{ground}”的注销事由（{article}）",
    en: "The certificate is {status}; the ground {ground} is not there ({article})",
  },
  "permits.cancellation-without-document": {
    zh: "以“{ground}”注销须载明证明文书（{article}）",
    en: "Cancelling for {ground} names the document that proves it ({article})",
  },
  "word.drawn-up": { zh: "待发证", en: "drawn up" },
  "word.valid": { zh: "有效", en: "valid" },
  "word.expired": { zh: "已过有效期", en: "expired" },
  "word.revoked": { zh: "已撤销", en: "revoked" },
  "word.cancelled": { zh: "已注销", en: "cancelled" },
  "word.issue": { zh: "出证", en: "issue" },
  "word.suspend": { zh: "暂扣", en: "suspend" },
  "word.propose-revocation": { zh: "告知拟撤销", en: "propose-revocation" },
  "word.drop-revocation": { zh: "不再撤销", en: "drop-revocation" },
  "word.revoke": { zh: "撤销", en: "revoke" },
  "word.cancel": { zh: "注销", en: "cancel" },
  "word.replace": { zh: "换发", en: "replace" },
  "word.file-renewal": { zh: "申请延续", en: "file-renewal" },
  "word.follow-renewal": { zh: "跟进延续", en: "follow-renewal" },
  "word.bribery": { zh: "贿赂手段", en: "bribery" },
  "word.abuse": { zh: "滥用职权、玩忽职守", en: "abuse of power" },
  "word.ultra-vires": { zh: "超越职权", en: "acting beyond powers" },
  "word.procedure": { zh: "违反法定程序", en: "breach of procedure" },
  "word.unqualified": { zh: "申请人不具备资格或者条件", en: "an applicant without the qualification" },
  "word.holder-died": { zh: "公民死亡或者丧失行为能力", en: "death or incapacity of the holder" },
  "word.holder-ended": { zh: "法人或者其他组织终止", en: "the end of the organisation" },
  "word.force-majeure": { zh: "不可抗力致使无法实施", en: "force majeure" },
  "word.other-by-law": { zh: "法律、法规规定的其他情形", en: "another ground by law" },
} satisfies ProblemTexts<CertificateRefusal>;
