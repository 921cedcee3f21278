import type { ProblemTexts } from "../../../../shared/http/index.ts";
import type { CaseRefusal } from "../domain/refusals.ts";

/** What a penalty case refuses with. */
export const caseProblems = {
  "enforcement.act-after-discovery": {
    zh: "违法行为{act}的发现日早于行为开始日",
    en: "Act {act} was discovered before it began",
  },
  "enforcement.act-barred": {
    zh: "违法行为{act}（{item}）于{discoveredOn}发现，已超过追责时效，不再给予处罚（{article}）",
    en: "Act {act} ({item}) was discovered on {discoveredOn}, too late for a penalty ({article})",
  },
  "enforcement.act-in-the-future": { zh: "日期不能晚于今日{on}", en: "The day is after today, {on}" },
  "enforcement.act-without-party": {
    zh: "每项违法行为须有当事人，每名当事人须有违法行为",
    en: "Each act has a party, and each party an act",
  },
  "enforcement.answer-before-transfer": {
    zh: "日期须在{on}至今日之间",
    en: "The day lies between {on} and today",
  },
  "enforcement.answered-already": { zh: "公安机关已经答复（{article}）", en: "The police have answered ({article})" },
  "enforcement.before-the-filing": { zh: "日期{on}早于立案日", en: "The day {on} lies before the filing" },
  "enforcement.birth-differs": {
    zh: "当事人{party}的出生日期与身份证号码不符或者晚于今日（{article}）",
    en: "The birth of party {party} is not that of the identity number, or lies in the future ({article})",
  },
  "enforcement.birth-missing": {
    zh: "须载明公民当事人{party}的出生日期（{article}）",
    en: "State the birth of party {party}, a citizen ({article})",
  },
  "enforcement.case-not-in-this-state": {
    zh: "案件{status}，不能{command}；可以：{possible}",
    en: "The case is {status}; {command} is not possible. Possible: {possible}",
  },
  "enforcement.chief-decides-transfer": {
    zh: "是否移送公安机关，由本机关正职负责人或者主持工作的负责人决定（{article}）",
    en: "The chief of the organ himself decides on a transfer to the police ({article})",
  },
  "enforcement.chief-in-team": {
    zh: "决定移送的负责人不能是专案组成员（{article}）",
    en: "The chief who decides is not of the special team ({article})",
  },
  "enforcement.crime-first": {
    zh: "涉嫌犯罪的移送尚未办结，不得以行政处罚代替（{article}）",
    en: "A transfer to the police is open; nothing is decided instead of it ({article})",
  },
  "enforcement.decided-already": {
    zh: "已对当事人{party}作出决定",
    en: "The town has decided about party {party}",
  },
  "enforcement.earlier-acts-undecided": {
    zh: "须说明回避前所做工作是否有效（{article}）",
    en: "Say whether what the person did before stands ({article})",
  },
  "enforcement.ends-before-it-begins": { zh: "结束早于开始", en: "It ends before it begins" },
  "enforcement.extended-already": { zh: "已经延长过（{article}）", en: "It was extended before ({article})" },
  "enforcement.extension-not-allowed": {
    zh: "领域{domains}没有允许延长的规定（{article}）",
    en: "No rule of {domains} allows an extension ({article})",
  },
  "enforcement.filed-elsewhere": {
    zh: "{organ}已于{filedOn}先行立案，由其管辖（{article}）",
    en: "{organ} filed the matter first, on {filedOn} ({article})",
  },
  "enforcement.filing-stands": { zh: "立案有效，无须确认", en: "The filing stands; nothing is to be confirmed" },
  "enforcement.filing-unconfirmed": {
    zh: "批准立案的负责人已回避且立案行为无效，须由其他负责人确认（{article}）",
    en: "The head who filed the case was recused; another head confirms the filing first ({article})",
  },
  "enforcement.ground-not-so": { zh: "案卷记载与所述事由{ground}不符", en: "The record does not bear out {ground}" },
  "enforcement.head-only": {
    zh: "须由本行政机关负责人或者其书面授权的负责人决定（{article}）",
    en: "The organ's head decides, or a person whom the head empowered in writing ({article})",
  },
  "enforcement.heirs-inherit-no-penalty": {
    zh: "未作出的处罚不由继承人承担",
    en: "Heirs inherit no undecided penalty",
  },
  "enforcement.incapable": {
    zh: "当事人{party}在行为{act}时不能辨认或者不能控制自己行为，不予处罚（{article}）",
    en: "Party {party} lacked mental capacity at the time of act {act}: no penalty ({article})",
  },
  "enforcement.goods-lying": {
    zh: "财物{goods}尚在本机关保管或者等待退还，不能结案（{article}）",
    en: "Goods still lie with the town, or wait to be handed back: {goods} ({article})",
  },
  "enforcement.measures-open": {
    zh: "财物措施{measures}尚未解除或者处理",
    en: "Measures on goods are open: {measures}",
  },
  "enforcement.meeting-missing": {
    zh: "须有集体讨论笔录（{article}）",
    en: "The minutes of the collective discussion are missing ({article})",
  },
  "enforcement.merger-not-linked": {
    zh: "两案没有相同的当事人",
    en: "The two cases have no party in common",
  },
  "enforcement.merger-of-noticed": {
    zh: "已经告知的当事人，不再并案或者分案",
    en: "After the prior notice to a party, cases are neither merged nor split",
  },
  "enforcement.case-to-the-town-itself": {
    zh: "{organ}就是本镇，不能移送给自己（{article}）",
    en: "{organ} is the town itself: no case is handed over to it ({article})",
  },
  "enforcement.merger-with-itself": { zh: "不能并入本案自身", en: "A case is not merged into itself" },
  "enforcement.no-such-act": { zh: "案件中没有{act}", en: "The case has no {act}" },
  "enforcement.no-such-measure": { zh: "案件中没有措施{measure}", en: "The case has no measure {measure}" },
  "enforcement.no-such-target": {
    zh: "没有正在调查的该案件",
    en: "There is no such case under investigation",
  },
  "enforcement.not-an-officer-of-the-case": {
    zh: "只有本案执法人员可以办理（{article}）",
    en: "Only an officer of the case may do that ({article})",
  },
  "enforcement.not-filed-elsewhere": {
    zh: "没有载明其他机关的立案",
    en: "The filing of another organ is not stated",
  },
  "enforcement.nothing-to-split": {
    zh: "分案后两案均须有违法行为和当事人",
    en: "After a split both cases have acts and parties",
  },
  "enforcement.nothing-to-transfer": { zh: "没有待办的移送", en: "No transfer waits for this" },
  "enforcement.outside-the-town": {
    zh: "违法行为{act}发生在本镇行政区域以外，移送有管辖权的机关（{article}）",
    en: "Act {act} lies outside of the town; hand it over to the competent organ ({article})",
  },
  "enforcement.own-case": { zh: "不能办理本人为当事人的案件", en: "Nobody handles a case of which he is a party" },
  "enforcement.own-recusal": {
    zh: "不能决定本人的回避（{article}）",
    en: "Nobody decides about his own recusal ({article})",
  },
  "enforcement.own-work": {
    zh: "提请人、承办人不能审批本案（{rule}）",
    en: "A person who proposed or handled the case does not decide it ({rule})",
  },
  "enforcement.papers-missing": {
    zh: "案卷缺少：{papers}，不能结案（{rule}）",
    en: "The file lacks {papers}; the case does not close ({rule})",
  },
  "enforcement.party-known": { zh: "当事人{party}已在案", en: "Party {party} is in the case" },
  "enforcement.proceedings-open": {
    zh: "当事人{parties}的处理尚未终结",
    en: "The proceedings against {parties} are open",
  },
  "enforcement.recusal-asked": {
    zh: "已经申请其回避或者已决定回避（{article}）",
    en: "The recusal was asked for, or is decided ({article})",
  },
  "enforcement.recusal-by-meeting": {
    zh: "主要负责人的回避由集体讨论决定，须有会议记录（{article}）",
    en: "A meeting decides about the chief; its minutes are missing ({article})",
  },
  "enforcement.recusal-by-the-head": {
    zh: "回避由行政机关负责人决定（{article}）",
    en: "The organ's head decides on a recusal ({article})",
  },
  "enforcement.recusal-denied": {
    zh: "以同一理由的申请已被驳回（{article}）",
    en: "It was denied on the same ground ({article})",
  },
  "enforcement.recusal-not-asked": { zh: "没有待决定的回避申请", en: "No recusal of that person waits" },
  "enforcement.recusal-not-yours": {
    zh: "回避由当事人或者本人提出；代为记录的须有书面申请（{article}）",
    en: "A party asks, or the person himself; a record for a party needs the written request ({article})",
  },
  "enforcement.recused-from-case": {
    zh: "该人员已被决定回避（{article}）",
    en: "The person was recused from this case ({article})",
  },
  "enforcement.responsible-for-nobody": {
    zh: "责任人员{party}须对应本案中的单位当事人",
    en: "The responsible person {party} needs a unit that is a party of the case",
  },
  "enforcement.team-too-small": {
    zh: "须指定二名以上行政执法人员组成专案组（{article}）",
    en: "The special team has two members or more ({article})",
  },
  "enforcement.term-over": { zh: "期限已于{due}届满（{article}）", en: "The term ended on {due} ({article})" },
  "enforcement.transfer-not-approved": {
    zh: "移送未经正职负责人批准（{article}）",
    en: "The chief has not approved the transfer ({article})",
  },
  "enforcement.transfer-under-way": { zh: "移送正在办理", en: "A transfer is under way" },
  "enforcement.under-age": {
    zh: "当事人{party}在行为{act}时不满十四周岁，不予处罚，责令监护人管教（{article}）",
    en: "Party {party} was under fourteen at the time of act {act}: no penalty; the guardian is told to discipline him ({article})",
  },
  "enforcement.unknown-case-party": { zh: "案件中没有当事人{party}", en: "The case has no party {party}" },
  "word.proposed": { zh: "立案审批中", en: "proposed" },
  "word.dismissed": { zh: "不予立案", en: "dismissed" },
  "word.investigating": { zh: "调查中", en: "under investigation" },
  "word.suspended": { zh: "中止", en: "suspended" },
  "word.performing": { zh: "已作出决定、履行中", en: "in performance" },
  "word.withdrawn": { zh: "已撤案", en: "withdrawn" },
  "word.stopped": { zh: "已终止", en: "stopped" },
  "word.transferred": { zh: "已移送", en: "transferred" },
  "word.merged": { zh: "已并案", en: "merged" },
  "word.closed": { zh: "已结案", en: "closed" },
  "word.approve": { zh: "批准立案", en: "file" },
  "word.dismiss": { zh: "不予立案", en: "dismiss" },
  "word.correct": { zh: "补正", en: "correct" },
  "word.extend": { zh: "延长期限", en: "extend" },
  "word.add-act": { zh: "增加违法行为", en: "add an act" },
  "word.add-party": { zh: "增加当事人", en: "add a party" },
  "word.succeed-party": { zh: "变更当事人", en: "name the successor" },
  "word.change-officers": { zh: "变更执法人员", en: "change the officers" },
  "word.ask-recusal": { zh: "申请回避", en: "ask for a recusal" },
  "word.decide-recusal": { zh: "决定回避", en: "decide on a recusal" },
  "word.confirm-filing": { zh: "确认立案", en: "confirm the filing" },
  "word.note-evidence": { zh: "登记证据", en: "note evidence" },
  "word.note-file": { zh: "登记证据文件收存", en: "note that a file of evidence came in" },
  "word.note-measure": { zh: "登记措施", en: "note a measure" },
  "word.end-measure": { zh: "解除措施", en: "end a measure" },
  "word.note-proceeding": { zh: "推进处理", en: "move the proceeding" },
  "word.note-paper": { zh: "归入案卷", en: "put a paper on file" },
  "word.exclude-time": { zh: "扣除期间", en: "exclude time" },
  "word.report": { zh: "调查终结报告", en: "report" },
  "word.suspend": { zh: "中止", en: "suspend" },
  "word.resume": { zh: "恢复", en: "resume" },
  "word.withdraw": { zh: "撤案", en: "withdraw" },
  "word.stop": { zh: "终止", en: "stop" },
  "word.propose-transfer": { zh: "提请移送公安", en: "propose the transfer" },
  "word.decide-transfer": { zh: "决定移送", en: "decide on the transfer" },
  "word.transfer-police": { zh: "移送公安", en: "transfer to the police" },
  "word.transfer-organ": { zh: "移送其他机关", en: "transfer to another organ" },
  "word.police-answer": { zh: "登记公安答复", en: "record the police's answer" },
  "word.hand-goods-to-police": { zh: "移交涉案财物", en: "hand the goods to the police" },
  "word.return-from-police": { zh: "公安退回", en: "take back from the police" },
  "word.return-from-organ": { zh: "其他机关退回", en: "take back from the other organ" },
  "word.merge": { zh: "并案", en: "merge" },
  "word.take-in": { zh: "并入", en: "take in" },
  "word.split": { zh: "分案", en: "split" },
  "word.close": { zh: "结案", en: "close" },
  "word.reopen": { zh: "重新办理", en: "reopen" },
  "word.pass-time": { zh: "期限届满", en: "pass time" },
} satisfies ProblemTexts<CaseRefusal>;
