import type { ProblemTexts } from "../../../../shared/http/index.ts";
import { conditionWords } from "../../../../shared/powers-in-force/index.ts";
import type { ApplicationRefusal } from "../domain/refusals.ts";

export const applicationProblems = {
  "permits.power-not-in-force": {
    zh: "法无授权不可为：{on}本镇不得行使{item}，不满足：{conditions}",
    en: "No power, no act: on {on} the town may not exercise {item}; failing: {conditions}",
  },
  "permits.decline-without-reasons": {
    zh: "不予受理须说明理由（{article}）",
    en: "Say why it is not accepted ({article})",
  },
  "permits.permit-needed": {
    zh: "{item}依法须经许可且本镇有权办理，认为不需许可的须写明事实（{article}）",
    en: "{item} needs a permit and the power is in force: state the facts by which this case needs none ({article})",
  },
  "permits.town-is-competent": {
    zh: "不得以本镇为有权机关而不予受理（{article}）",
    en: "The competent organ is another one, not the town itself ({article})",
  },
  "permits.notice-before-case": {
    zh: "告知书的日期不得早于收件日{since}（{article}）",
    en: "The notice is dated before the case was received on {since} ({article})",
  },
  "permits.notice-number-used": {
    zh: "告知书编号{number}在本件已使用（{article}）",
    en: "The number {number} has been used in this case ({article})",
  },
  "permits.pause-too-long": {
    zh: "该类中止累计最长{longest}个工作日，已中止{stood}个（{source}）",
    en: "All pauses of this kind last {longest} working days at the most; the clock has stood for {stood}",
  },
  "permits.place-missing": {
    zh: "{item}依地点划分管辖，须载明地点",
    en: "Who may act in {item} depends on the place: name it",
  },
  "permits.correction-unexplained": {
    zh: "{faulty}已经提交，可以当场更正的应当允许当场更正；要求补正的须说明错误所在和未当场更正的原因（{article}）",
    en: "{faulty} was brought, and an error may be put right on the spot: say what is wrong and why it was not ({article})",
  },
  "permits.not-obtained-by-sharing": {
    zh: "只有本次要求补正的共享材料才可说明无法通过共享取得的原因",
    en: "Only a shared material that this notice asks for can be one that sharing did not give",
  },
  "permits.corrections-already-notified": {
    zh: "已于{on}一次性告知，不得再次告知（{article}）",
    en: "Everything missing was to be named at once, on {on}; there is no second notice ({article})",
  },
  "permits.notice-incomplete": {
    zh: "一次性告知须列明全部所缺材料，还缺：{omitted}（{article}）",
    en: "The notice must name everything missing at once; omitted: {omitted} ({article})",
  },
  "permits.deemed-accepted": {
    zh: "{due}已过，未告知补正，自{since}起即为受理（{article}）",
    en: "{due} has passed without a notice: accepted as of {since} ({article})",
  },
  "permits.granted-without-materials": {
    zh: "依法视为受理，但仍缺{missing}，补交前不得准予（{article}）",
    en: "The law deemed it accepted, and it still lacks {missing}: nothing is granted before that is brought ({article})",
  },
  "permits.materials-missing": {
    zh: "材料不齐，不能受理，应一次性告知；所缺：{missing}（{article}）",
    en: "Incomplete: give the one-time notice instead; missing: {missing} ({article})",
  },
  "permits.competent-organ-missing": {
    zh: "不属本机关职权的，须告知有权机关（{article}）",
    en: "Name the competent organ ({article})",
  },
  "permits.not-in-this-state": {
    zh: "办件处于{status}，不能{command}；现在可以：{possible}",
    en: "The application is {status}; {command} is not possible, only: {possible}",
  },
  "permits.no-written-notice": {
    zh: "未书面告知申请人所需时间，不得中止计时（{article}）",
    en: "The clock stops only once the applicant has been told in writing ({article})",
  },
  "permits.notice-not-delivered-yet": {
    zh: "告知书的送达日期在今天之后（{article}）",
    en: "The notice is dated after today ({article})",
  },
  "permits.head-must-approve": {
    zh: "延长期限须经{article}所定的负责人批准",
    en: "Only the head whom {article} names may extend the limit",
  },
  "permits.no-statutory-limit": { zh: "该事项没有法定时限可延长", en: "There is no statutory limit to extend" },
  "permits.already-extended": { zh: "已延长过一次（{article}）", en: "It was extended once already ({article})" },
  "permits.extension-too-long": {
    zh: "最多延长{longest}个工作日（{article}）",
    en: "At most {longest} working days ({article})",
  },
  "permits.limit-already-passed": {
    zh: "法定时限已于{due}届满，不能再延长（{article}）",
    en: "The limit passed on {due} and can no longer be extended ({article})",
  },
  "permits.no-step-pending": { zh: "没有待办的审查环节", en: "No step is pending" },
  "permits.two-inspectors": {
    zh: "{step}须指派两名以上工作人员（{article}）",
    en: "{step} takes two or more inspectors ({article})",
  },
  "permits.acceptor-cannot-decide": {
    zh: "受办分离：受理人不得作出决定",
    en: "The person who accepts an application does not decide it",
  },
  "permits.steps-pending": { zh: "尚有环节未完成：{steps}", en: "Steps are still pending: {steps}" },
  "permits.town-does-not-decide": {
    zh: "本镇对此事项{role}，由{to}决定，应转报",
    en: "The town only {role} this; {to} decides, so forward it",
  },
  "permits.town-decides-itself": { zh: "{item}由本镇决定，不转报", en: "The town decides {item} itself" },
  "permits.reasons-missing": {
    zh: "不予许可须说明理由（{article}）",
    en: "A refusal gives its reasons ({article})",
  },
  "permits.material-on-file": {
    zh: "此材料本镇已有存档，不得重复索要",
    en: "The town has this material on file and must not ask for it again",
  },
  "permits.not-for-other-towns": {
    zh: "{item}不在跨镇通办范围内，请到户籍或居住地办理",
    en: "{item} is not served for people of other towns",
  },
  "permits.fee-paid-already": { zh: "费用已于{on}缴清", en: "The fee was paid on {on} already" },
  "permits.no-fee-due": { zh: "该办件没有应缴费用（{article}）", en: "No fee is due in this case ({article})" },
  "permits.fee-differs": {
    zh: "应缴{due}分，实缴{amountFen}分，与公布的标准不符（{article}）",
    en: "{due} fen are due by the published rate, not {amountFen} ({article})",
  },
  "permits.fee-not-to-treasury": {
    zh: "所收{amountFen}分须全部上缴国库，仅上缴{treasuryFen}分（{article}）",
    en: "All of {amountFen} fen goes to the treasury, not {treasuryFen} ({article})",
  },
  "permits.promise-in-the-past": { zh: "承诺补交的日期已过", en: "The day of the promise has passed" },
  "permits.promise-too-late": {
    zh: "承诺补交不得晚于办结期限{due}",
    en: "What is promised must be there before the case is due on {due}",
  },
  "permits.promise-not-kept": {
    zh: "容缺材料尚未补交：{missing}",
    en: "What was promised at acceptance is still missing: {missing}",
  },
  "permits.review-not-extended": {
    zh: "下级机关审查的期限不得延长（{article}）",
    en: "No law lets the review before an upper decision take longer ({article})",
  },
  "permits.limit-not-missed": { zh: "该期限没有逾期", en: "This limit was not missed" },
  "permits.already-explained": { zh: "逾期原因已公开", en: "The reason has been published" },
  "permits.names-the-applicant": {
    zh: "公开的原因不得出现申请人信息（{article}）",
    en: "What is published does not name the applicant ({article})",
  },
  "permits.decided-on-another-day": {
    zh: "决定日期须在转报日{forwardedOn}与今天之间",
    en: "It was decided between {forwardedOn}, when it was forwarded, and today",
  },
  "permits.false-materials": {
    zh: "隐瞒情况或提供虚假材料的，不予许可并警告（{article}）",
    en: "False materials are refused, with a warning ({article})",
  },
  "permits.line-not-complete": {
    zh: "受理在先的申请（至第{order}号）尚未全部登记入列，请稍后再试（{article}）",
    en: "Acceptances before number {order} are not all in the line yet: try again in a moment ({article})",
  },
  "permits.not-first-in-line": {
    zh: "有数量限制，按受理先后顺序决定，此前还有：{before}（{article}）",
    en: "First accepted, first served; before this: {before} ({article})",
  },
  "permits.no-place-left": {
    zh: "数量{quantity}已满（{article}）",
    en: "All {quantity} are taken ({article})",
  },
  "permits.not-immediate": {
    zh: "该办件不能当场决定（{article}）",
    en: "This cannot be decided on the spot ({article})",
  },
  "permits.not-at-the-counter": {
    zh: "不是窗口收件，须先受理再决定（{article}）",
    en: "Not taken in at the counter: it is accepted before it is decided ({article})",
  },
  "word.received": { zh: "已收件", en: "received" },
  "word.incomplete": { zh: "待补正", en: "incomplete" },
  "word.accepted": { zh: "已受理", en: "accepted" },
  "word.paused": { zh: "中止计时", en: "paused" },
  "word.granted": { zh: "已准予", en: "granted" },
  "word.refused": { zh: "不予许可", en: "refused" },
  "word.forwarded": { zh: "已转报", en: "forwarded" },
  "word.permits.not-in-this-state.answered": { zh: "上级已决定", en: "answered" },
  "word.recorded": { zh: "已备案", en: "recorded" },
  "word.declined": { zh: "不予受理", en: "declined" },
  "word.withdrawn": { zh: "已撤回", en: "withdrawn" },
  "word.renewed": { zh: "已依法延续", en: "renewed by law" },
  "word.deem-renewed": { zh: "视为准予延续", en: "deem-renewed" },
  "word.closed": { zh: "已办结", en: "closed" },
  "word.receive": { zh: "收件", en: "receive" },
  "word.notify-corrections": { zh: "一次性告知", en: "notify-corrections" },
  "word.correct": { zh: "补正", en: "correct" },
  "word.accept": { zh: "受理", en: "accept" },
  "word.locate": { zh: "补记地点", en: "locate" },
  "word.decline": { zh: "不予受理", en: "decline" },
  "word.review": { zh: "审查", en: "review" },
  "word.supplement": { zh: "补交容缺材料", en: "supplement" },
  "word.decide-at-once": { zh: "当场决定", en: "decide-at-once" },
  "word.explain-overdue": { zh: "公开逾期原因", en: "explain-overdue" },
  "word.record-upper-decision": { zh: "登记上级决定", en: "record-upper-decision" },
  "word.pay-by-agent": { zh: "登记代缴", en: "record the agent who pays" },
  "word.take-payment-back": { zh: "冲回缴费", en: "take a payment back" },
  "word.pay": { zh: "缴费", en: "pay" },
  "word.pause": { zh: "中止计时", en: "pause" },
  "word.resume": { zh: "恢复计时", en: "resume" },
  "word.extend": { zh: "延长期限", en: "extend" },
  "word.decide": { zh: "作出决定", en: "decide" },
  "word.forward": { zh: "转报", en: "forward" },
  "word.withdraw": { zh: "撤回", en: "withdraw" },
  "word.deliver": { zh: "送达", en: "deliver" },
  "word.close": { zh: "办结", en: "close" },
  "word.pass-time": { zh: "到期处理", en: "pass-time" },
  "word.reviews": { zh: "负责初审", en: "reviews" },
  "word.forwards": { zh: "负责转报", en: "forwards" },
  ...conditionWords,
} satisfies ProblemTexts<ApplicationRefusal>;
