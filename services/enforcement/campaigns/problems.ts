import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { CampaignsRefusal } from "./domain/refusals.ts";

const campaign = "word.enforcement.campaign-not-in-this-state" as const;
const duty = "word.enforcement.duty-not-in-this-state" as const;

/** Campaigns (E8, IN-6), pledges and self-inspections (E11). */
export const campaignProblems = {
  "campaign.target": {
    zh: "方案不得设定案件、罚款、处罚、检查的数量或者排名考核",
    en: "A plan sets no number of cases, fines, penalties or inspections, nor ranks by it",
  },
  "enforcement.campaign-approver": {
    zh: "专项整治方案由规定的负责人批准（{article}）",
    en: "The head whom the town has named approves plans of campaigns ({article})",
  },
  "enforcement.campaign-duty-day": {
    zh: "每类提交事项一次，期限应在{from}至{until}之间（{article}）",
    en: "Each kind once, due between {from} and {until} ({article})",
  },
  "enforcement.campaign-inspections-open": {
    zh: "尚有未办结的检查：{inspections}（{article}）",
    en: "These inspections are still open: {inspections} ({article})",
  },
  "enforcement.campaign-joint-alone": {
    zh: "联合检查须载明参加部门，其他方式不载明（{article}）",
    en: "A joint inspection names who joins, another one does not ({article})",
  },
  "enforcement.campaign-not-filed": {
    zh: "方案报司法行政部门备案后才能公布（{article}）",
    en: "The plan is filed with the bureau of justice before it is published ({article})",
  },
  "enforcement.campaign-not-in-this-state": {
    zh: "专项整治处于{status}，不能{command}；现在可以：{possible}",
    en: "The campaign is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.campaign-order-missing": {
    zh: "上级部署的专项整治须附部署文件（{article}）",
    en: "What was ordered from above has the order on file ({article})",
  },
  "enforcement.campaign-own-plan": {
    zh: "拟定人不得批准自己拟定的方案（{article}）",
    en: "Who proposed a plan does not approve it ({article})",
  },
  "enforcement.campaign-stage": {
    zh: "{from}至{until}不在检查阶段之内（{article}）",
    en: "No stage for inspections holds {from} to {until} ({article})",
  },
  "enforcement.campaign-stages": {
    zh: "各阶段应自{from}起依次进行，含检查阶段，至迟于{until}结束（{article}）",
    en: "Stages follow one another from {from}, one for inspections, over by {until} ({article})",
  },
  "enforcement.campaign-venue": {
    zh: "{enterprise}不在方案之内、不在册或者重复（{article}）",
    en: "{enterprise} is not of the plan, not on the register, or named twice ({article})",
  },
  "enforcement.campaign-venue-enough": {
    zh: "该对象在本次专项整治中的检查已达{most}次（{article}）",
    en: "The venue bears {most} inspections of one campaign, and no more ({article})",
  },
  "enforcement.campaign-yearly": {
    zh: "本年度自行发起的专项整治已有{campaigns}次，上限{most}次（{article}）",
    en: "{campaigns} campaigns of the town's own were approved this year; {most} are the most ({article})",
  },
  "enforcement.duty-day": { zh: "期限不能早于{from}（{article}）", en: "The day is not before {from} ({article})" },
  "enforcement.duty-not-in-this-state": {
    zh: "该事项处于{status}，不能{command}；现在可以：{possible}",
    en: "It is {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.duty-not-put-right": {
    zh: "尚有未整改的问题，应当退回并重新限期（{article}）",
    en: "Something is not put right: it goes back with another day ({article})",
  },
  "enforcement.duty-not-yours": {
    zh: "由场所本人或者执法人员提交（{article}）",
    en: "The venue itself hands it in, or an officer of the office ({article})",
  },
  "enforcement.duty-own-record": {
    zh: "提交人和场所有关人员不得核查（{article}）",
    en: "Who handed it in, or belongs to the venue, does not check it ({article})",
  },
  "enforcement.duty-report": {
    zh: "责任状不填报自查问题（{article}）",
    en: "A pledge reports nothing found ({article})",
  },
  [`${campaign}.drafted`]: { zh: "待批准", en: "drafted" },
  [`${campaign}.approved`]: { zh: "待公布", en: "approved" },
  [`${campaign}.running`]: { zh: "进行中", en: "running" },
  [`${campaign}.closed`]: { zh: "已结束", en: "closed" },
  [`${campaign}.abandoned`]: { zh: "已终止", en: "abandoned" },
  [`${campaign}.approve`]: { zh: "批准", en: "approving" },
  [`${campaign}.file-with-justice`]: { zh: "报备案", en: "filing it with the bureau of justice" },
  [`${campaign}.publish`]: { zh: "公布", en: "publishing" },
  [`${campaign}.add-venue`]: { zh: "增加对象", en: "adding a venue" },
  [`${campaign}.inspect`]: { zh: "提请检查", en: "proposing an inspection" },
  [`${campaign}.close`]: { zh: "结束", en: "closing" },
  [`${campaign}.abandon`]: { zh: "终止", en: "giving it up" },
  [`${duty}.due`]: { zh: "待提交", en: "due" },
  [`${duty}.handed-in`]: { zh: "待核查", en: "handed in" },
  [`${duty}.accepted`]: { zh: "已核查通过", en: "accepted" },
  [`${duty}.hand-in`]: { zh: "提交", en: "handing in" },
  [`${duty}.check`]: { zh: "核查", en: "checking" },
} satisfies ProblemTexts<CampaignsRefusal | "campaign.target">;
