import type { ProblemTexts } from "../../../../shared/http/index.ts";
import type { ProceedingRefusal } from "../domain/proceeding/refusals.ts";
import { proceedingWords } from "./proceeding-words.ts";

/** Proceedings against the parties of a case (CF-28 to CF-65). */
export const proceedingProblems = {
  "enforcement.act-not-his": {
    zh: "案件中没有该当事人的行为{act}；每名当事人只就本人行为处理",
    en: "The case has no act {act} of this party; each answers for his own acts",
  },
  "enforcement.charges-not-signed": {
    zh: "违法事实和处理建议尚未由两名执法人员签署（{article}）",
    en: "Two officers have not signed the charges ({article})",
  },
  "enforcement.departure-not-approved": {
    zh: "突破裁量档次须由负责人批准（{article}）",
    en: "The head approves a fine outside of its tier ({article})",
  },
  "enforcement.evidence-not-established": {
    zh: "违法事实须有证明该行为、经核实、未被排除的证据（{article}）",
    en: "Each fact points to evidence of its own act that was established and not excluded ({article})",
  },
  "enforcement.defence-not-stated": {
    zh: "没有待复核的陈述、申辩（{article}）",
    en: "No point of a defence waits for such an answer ({article})",
  },
  "enforcement.fined-once": {
    zh: "对同一个违法行为不得给予两次以上罚款（{article}）",
    en: "One act is fined once ({article})",
  },
  "enforcement.gains-below-refunds": {
    zh: "退赔金额不得超过违法所得（{article}）",
    en: "More cannot go back to victims than was gained ({article})",
  },
  "enforcement.ground-not-met": {
    zh: "不具备所称情形：{ground}（{article}）",
    en: "The ground is not there: {ground} ({article})",
  },
  "enforcement.ground-to-be-applied": {
    zh: "具有应当从轻、减轻的情形：{grounds}，须适用；不适用的说明理由（{article}）",
    en: "These make the fine lighter: {grounds}; apply them, or say why not ({article})",
  },
  "enforcement.guardian-not-told": {
    zh: "不予处罚的，应当责令监护人管教、看管（{article}）",
    en: "Where there is no penalty, the guardian is told to discipline or to look after the party ({article})",
  },
  "enforcement.handler-cannot-decide": {
    zh: "办理过本案的人员不得作出决定（{article}）",
    en: "A person who handled the case does not decide it ({article})",
  },
  "enforcement.handler-cannot-review": {
    zh: "办理过本案的人员不得担任法制审核（{article}）",
    en: "A person who handled the case does not review it ({article})",
  },
  "enforcement.hearing-already-requested": {
    zh: "已经要求听证（{article}）",
    en: "A hearing was asked for already ({article})",
  },
  "enforcement.hearing-chair-handled": {
    zh: "听证由非本案调查人员主持（{article}）",
    en: "The chair of a hearing did not investigate the case ({article})",
  },
  "enforcement.hearing-not-open": {
    zh: "拟作处罚不属于可以要求听证的情形（{article}）",
    en: "The penalty that is meant gives no right to a hearing ({article})",
  },
  "enforcement.hearing-not-requested": {
    zh: "当事人没有要求听证（{article}）",
    en: "Nobody asked for a hearing ({article})",
  },
  "enforcement.hearing-recorded": {
    zh: "听证情况已经登记（{article}）",
    en: "The hearing is on record already ({article})",
  },
  "enforcement.hearing-requested-late": {
    zh: "要求听证的期限已于{due}届满（{article}）",
    en: "A hearing had to be asked for by {due} ({article})",
  },
  "enforcement.hearing-told-late": {
    zh: "听证通知须在举行七个工作日前送达，最迟{latest}（{article}）",
    en: "The notice of a hearing is served seven working days before, by {latest} ({article})",
  },
  "enforcement.hearing-without-record": {
    zh: "听证应当制作笔录（{article}）",
    en: "A hearing has a signed record ({article})",
  },
  "enforcement.heavier-change": {
    zh: "变更决定不得加重，且须有所变化（{article}）",
    en: "A change makes no sum heavier, and it changes something ({article})",
  },
  "enforcement.heavier-for-defence": {
    zh: "不得因当事人陈述、申辩或者要求听证而给予更重的处罚（{article}）",
    en: "Nothing becomes heavier because the party defended himself ({article})",
  },
  "enforcement.higher-fine-counts": {
    zh: "同一行为违反多个规定的，按罚款数额高的{code}处罚（{article}）",
    en: "Of several norms that one act breaks, {code} with the higher fine is applied ({article})",
  },
  "enforcement.items-missing": {
    zh: "处罚决定书缺少：{missing}（{article}）",
    en: "The decision lacks: {missing} ({article})",
  },
  "enforcement.kinds-unlike-amounts": {
    zh: "处罚种类“{kind}”与数额、物品不一致（{article}）",
    en: "The kind {kind} and the sums or goods do not fit ({article})",
  },
  "enforcement.law-not-applicable": {
    zh: "依照行为时或者现行的法律不构成违法，不予处罚（{article}）",
    en: "The law of the act, or the law of today, does not forbid it: there is no penalty ({article})",
  },
  "enforcement.meeting-too-small": {
    zh: "集体讨论须有{leastMembers}名以上未办理本案的负责人；符合条件的{voting}名（{article}）",
    en: "At least {leastMembers} leaders who did not handle the case discuss it; there are {voting} ({article})",
  },
  "enforcement.minutes-in-the-future": { zh: "日期{on}不符", en: "The day {on} is not possible" },
  "enforcement.new-facts-missing": {
    zh: "加重处罚须有{since}告知后取得的新证据，并重新告知（{article}）",
    en: "Heavier charges need evidence gathered since the notice of {since}, and a new notice ({article})",
  },
  "enforcement.answer-asked-already": {
    zh: "复议机关已经要求答复，期限自第一次收到通知起算（{article}）",
    en: "The organ of review asked before; the time runs from its first notice ({article})",
  },
  "enforcement.answered-review-already": {
    zh: "已经提交书面答复（{article}）",
    en: "The written answer was given before ({article})",
  },
  "enforcement.evidence-not-of-decision": {
    zh: "答复须附本当事人行为的、作出决定（{decidedOn}）时已经收集、确认并收存的证据；决定之后收集的不能证明其合法（{article}）",
    en: "The answer names evidence of this party's acts that was signed and kept, and taken by the day of the decision ({decidedOn}) ({article})",
  },
  "enforcement.review-days": {
    zh: "日期不符：申请{filedOn}，受理不早于申请，收到通知不早于受理，均不晚于{on}（{article}）",
    en: "The days do not fit: filed {filedOn}, accepted no earlier, the notice received no earlier than that, all by {on} ({article})",
  },
  "enforcement.no-remedy-open": {
    zh: "没有正在进行的复议或者诉讼（{article}）",
    en: "No such review or suit is open ({article})",
  },
  "enforcement.no-such-case": { zh: "没有该案件", en: "There is no such case" },
  "enforcement.no-such-counsel": {
    zh: "没有该法律顾问，或者尚未征求意见",
    en: "There is no such counsel, or nobody asked him",
  },
  "enforcement.no-such-party": { zh: "案件没有该当事人", en: "The case has no such party" },
  "enforcement.not-a-handler": {
    zh: "只有本案持有效执法证件的执法人员可以办理（{article}）",
    en: "Only an officer of the case with a certificate in force may do that ({article})",
  },
  "enforcement.not-a-legal-reviewer": {
    zh: "法制审核由取得法律职业资格的审核人员进行（{article}）",
    en: "A reviewer with the national legal qualification does the legal review ({article})",
  },
  "enforcement.not-another-chair": {
    zh: "听证情况由主持人本人登记（{article}）",
    en: "The chair of the hearing records it himself ({article})",
  },
  "enforcement.not-by-the-record": {
    zh: "听证结束后根据听证笔录作出决定（{article}）",
    en: "After a hearing it is decided on its record ({article})",
  },
  "enforcement.not-investigating": {
    zh: "案件处于{status}，不能继续处理（{article}）",
    en: "The case is {status}; nothing is carried on ({article})",
  },
  "enforcement.not-ordered-anew": {
    zh: "撤销文书没有责令重新作出决定（{article}）",
    en: "The paper that revoked the decision orders no new one ({article})",
  },
  "enforcement.not-performed": {
    zh: "决定尚未履行完毕：{left}（{article}）",
    en: "Not all is done: {left} ({article})",
  },
  "enforcement.not-the-head": {
    zh: "由行政机关负责人决定（{article}）",
    en: "The head of the organ decides ({article})",
  },
  "enforcement.not-the-party": {
    zh: "只有当事人本人可以办理，或者由窗口、本案执法人员凭书面材料登记（{article}）",
    en: "The party does that himself, or the counter or an officer of the case records his paper ({article})",
  },
  "enforcement.nothing-to-sign": {
    zh: "没有待签署的文书（{article}）",
    en: "Nothing waits for a signature ({article})",
  },
  "enforcement.notice-drafted-already": {
    zh: "告知书已经拟制（{article}）",
    en: "The notice is drawn up already ({article})",
  },
  "enforcement.notice-not-served": {
    zh: "事先告知书尚未送达（{article}）",
    en: "The prior notice is not served ({article})",
  },
  "enforcement.notice-served-already": {
    zh: "该文书已经送达（{article}）",
    en: "This paper was served already ({article})",
  },
  "enforcement.paper-replaced": {
    zh: "该文书已由{now}替换，不再送达（{article}）",
    en: "{now} has replaced this paper; it is not served any more ({article})",
  },
  "enforcement.agent-days": {
    zh: "委托期间应自{on}起，止期不早于起期（{article}）",
    en: "An appointment begins on {on} or later, and does not end before it begins ({article})",
  },
  "enforcement.agent-in-conflict": {
    zh: "代理人不能是本人或者同案其他当事人（{article}）",
    en: "The agent is neither the party himself nor another party of the case ({article})",
  },
  "enforcement.agent-known": {
    zh: "该代理人已在任（{article}）",
    en: "That agent acts for the party already ({article})",
  },
  "enforcement.agents-full": {
    zh: "最多委托{most}名代理人（{article}）",
    en: "A party has {most} agents at most ({article})",
  },
  "enforcement.authority-missing": {
    zh: "放弃权利须有特别授权（{article}）",
    en: "To give up a right an agent needs special authority ({article})",
  },
  "enforcement.guardian-acts": {
    zh: "未成年人或者无行为能力人由监护人办理（{article}）",
    en: "The guardian does that for a minor, or a person without capacity ({article})",
  },
  "enforcement.guardian-by-papers": {
    zh: "监护人由窗口或者本案执法人员凭证明登记、变更（{article}）",
    en: "The counter or an officer of the case records a guardian, by the papers that show him ({article})",
  },
  "enforcement.no-guardian-needed": {
    zh: "当事人已成年并有行为能力，不需要监护人（{article}）",
    en: "The party is of age and has capacity, so he has no guardian ({article})",
  },
  "enforcement.no-such-agent": { zh: "没有在任的代理人{agent}", en: "No agent {agent} acts for the party" },
  "enforcement.order-not-proved": {
    zh: "责令改正通知书未送达当事人，或者未经两名执法人员复查认定逾期未改正：{act}（{article}）",
    en: "No order about {act} was served on this party and found unmet by two officers ({article})",
  },
  "enforcement.warning-not-proved": {
    zh: "没有此前的警告，或者警告后未继续违法：{act}（{article}）",
    en: "No earlier warning about {act} after which it went on ({article})",
  },
  "enforcement.order-to-correct-missing": {
    zh: "实施处罚时应当责令改正（{article}）",
    en: "An order to correct goes with every penalty ({article})",
  },
  "enforcement.paper-missing": {
    zh: "代为登记须附当事人的书面材料",
    en: "What an officer or the counter records needs the party's paper",
  },
  "enforcement.points-unanswered": {
    zh: "须逐项复核：{points}（{article}）",
    en: "These points have no answer: {points} ({article})",
  },
  "enforcement.proceeding-not-in-this-state": {
    zh: "处理程序处于{status}，不能{command}；现在可以：{possible}",
    en: "The proceeding is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.proof-missing": {
    zh: "须有改正核查、教育记录，首违不罚的还须有承诺书（{article}）",
    en: "The correction is checked and the party taught; a first time also needs his promise ({article})",
  },
  "enforcement.reasons-missing": { zh: "须说明理由", en: "Reasons are needed" },
  "enforcement.recused": {
    zh: "本人与案件有利害关系或者已被决定回避（{article}）",
    en: "You are concerned by the case yourself, or recused from it ({article})",
  },
  "enforcement.remedy-still-open": {
    zh: "复议或者诉讼尚未结束（{article}）",
    en: "A review or a suit is still open ({article})",
  },
  "enforcement.served-before-made": {
    zh: "文书于{made}作出，不能在{on}送达（{article}）",
    en: "The paper was made on {made}; it was not served on {on} ({article})",
  },
  "enforcement.served-in-the-future": { zh: "日期{on}不符", en: "The day {on} is not possible" },
  "enforcement.statements-full": {
    zh: "网上陈述、申辩最多{statements}次，其余请提交书面材料，由工作人员登记（{article}）",
    en: "No more than {statements} statements by login; send the rest as a paper, and it is recorded ({article})",
  },
  "enforcement.steps-missing": {
    zh: "缺少法定步骤：{missing}（{article}）",
    en: "Steps that the law asks for are missing: {missing} ({article})",
  },
  "enforcement.stop-not-so": {
    zh: "终止理由与当事人情况不符：{ground}（{article}）",
    en: "This ground does not fit the party: {ground} ({article})",
  },
  "enforcement.successor-of-a-person": {
    zh: "自然人的责任不由他人承受（{article}）",
    en: "Nobody takes the place of a natural person ({article})",
  },
  "enforcement.waived-already": {
    zh: "没有可以放弃的权利（{article}）",
    en: "There is no right left to give up ({article})",
  },
  ...proceedingWords,
} satisfies ProblemTexts<ProceedingRefusal>;
