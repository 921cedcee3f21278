import type { ProblemTexts } from "../../../shared/http/index.ts";
import { conditionWordsOf } from "../../../shared/powers-in-force/index.ts";
import type { TeamRefusal } from "./domain/refusals.ts";

/** The team (E1). */
export const teamProblems = {
  "enforcement.certified-is-no-auxiliary": {
    zh: "{person}持有有效执法证，应作为执法人员加入（{article}）",
    en: "{person} holds a certificate in force and joins as an officer ({article})",
  },
  "enforcement.examination-without-result": {
    zh: "考试须记载是否合格，学习不记载",
    en: "An examination has a result, and study has none",
  },
  "enforcement.leader-stays": { zh: "中队长不能移出，请先更换中队长", en: "The leader stays until another one leads" },
  "enforcement.member-already": { zh: "{person}已是该中队成员", en: "{person} is a member of the squad already" },
  "enforcement.member-elsewhere": {
    zh: "{person}已在{squad}，一人只编入一个中队",
    en: "{person} is in {squad}; a person is in one squad at the most",
  },
  "enforcement.no-such-entry": { zh: "没有第{no}条记录", en: "There is no entry {no}" },
  "enforcement.no-such-member": { zh: "{person}不是该中队成员", en: "{person} is no member of the squad" },
  "enforcement.no-such-squad": { zh: "没有这个中队，或者已撤销", en: "There is no such squad, or it was disbanded" },
  "enforcement.not-certified": {
    zh: "{person}在{on}没有有效的执法证：{conditions}（{article}）",
    en: "{person} holds no certificate in force on {on}: {conditions} ({article})",
  },
  "enforcement.not-in-squad": { zh: "{person}不是该中队成员，不能排班", en: "{person} is no member of the squad" },
  "enforcement.not-your-team": {
    zh: "应由镇领导、{office}负责人或者该中队中队长办理",
    en: "This is for a leader of the town, the captain of {office}, or the leader of the squad",
  },
  "enforcement.own-study": { zh: "本人的学习考试由他人登记", en: "Nobody records his own study" },
  "enforcement.person-in-two-shifts": {
    zh: "{person}在{on}同一时间排了两个班次",
    en: "{person} stands in two shifts at once on {on}",
  },
  "enforcement.roster-day-past": { zh: "{on}已过，不能排班", en: "The day {on} has passed" },
  "enforcement.roster-not-in-this-state": {
    zh: "值班表{status}，不能{command}；现在可以：{possible}",
    en: "The roster is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.shift-outside-month": { zh: "{on}不在{month}之内", en: "The day {on} is not in {month}" },
  "enforcement.shift-without-length": { zh: "班次起止时间相同", en: "The shift ends when it begins" },
  "enforcement.shift-without-two-officers": {
    zh: "{on}的班次须有两名以上当日持证的执法人员，且同在一个领域：{domains}（{article}）",
    en: "The shift on {on} needs two officers who are certified that day for one domain of {domains} ({article})",
  },
  "enforcement.squad-not-in-this-state": {
    zh: "中队{status}，不能{command}；现在可以：{possible}",
    en: "The squad is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.struck-already": { zh: "第{no}条已于{on}撤销", en: "Entry {no} was struck on {on}" },
  "enforcement.study-before-the-register": {
    zh: "只登记{from}以后的学习和考试",
    en: "The register of study begins on {from}",
  },
  "enforcement.study-in-future": { zh: "{on}还没有到", en: "The day {on} has not come" },
  "enforcement.study-recorded-already": {
    zh: "{on}的{subject}已登记为第{no}条",
    en: "{subject} of {on} is entry {no} already",
  },
  ...conditionWordsOf("enforcement.not-certified"),
  "word.enforcement.squad-not-in-this-state.active": { zh: "在编", en: "active" },
  "word.enforcement.squad-not-in-this-state.disbanded": { zh: "已撤销", en: "disbanded" },
  "word.enforcement.squad-not-in-this-state.disband": { zh: "撤销", en: "disband" },
  "word.enforcement.roster-not-in-this-state.drafted": { zh: "拟定", en: "drafted" },
  "word.enforcement.roster-not-in-this-state.in-use": { zh: "已公布", en: "in use" },
  "word.enforcement.roster-not-in-this-state.called-back": { zh: "已撤回", en: "called back" },
  "word.enforcement.roster-not-in-this-state.plan": { zh: "拟定", en: "plan" },
  "word.enforcement.roster-not-in-this-state.change": { zh: "调整", en: "change" },
  "word.enforcement.roster-not-in-this-state.publish": { zh: "公布", en: "publish" },
  "word.enforcement.roster-not-in-this-state.withdraw": { zh: "撤回", en: "withdraw" },
  "word.enforcement.squad-not-in-this-state.add-member": { zh: "增加成员", en: "add a member" },
  "word.enforcement.squad-not-in-this-state.remove-member": { zh: "移出成员", en: "remove a member" },
  "word.enforcement.squad-not-in-this-state.change-leader": { zh: "更换中队长", en: "change the leader" },
  "word.enforcement.squad-not-in-this-state.change-domains": { zh: "调整领域", en: "change the domains" },
} satisfies ProblemTexts<TeamRefusal>;
