import type { ProblemTexts } from "../../../shared/http/index.ts";
import type { PropertyRefusal } from "./domain/refusals.ts";

const state = "word.enforcement.goods-not-in-this-state" as const;
const how = "word.enforcement.goods-disposal-differs" as const;

/** Goods as items (CF-74a, QZ-24, QZ-27). */
export const propertyProblems = {
  "enforcement.goods-agent-without-authority": {
    zh: "代理人领取须提交授权委托书（{article}）",
    en: "An agent takes goods back by a written authority ({article})",
  },
  "enforcement.goods-already-called": {
    zh: "已经公告认领（{article}）",
    en: "The owner was called already ({article})",
  },
  "enforcement.goods-contract-missing": {
    zh: "委托第三人保管须有保管合同（{article}）",
    en: "A third person keeps goods by contract ({article})",
  },
  "enforcement.goods-costs-are-the-towns": {
    zh: "保管、检测费用由行政机关承担，不得向当事人收取（{article}）",
    en: "The organ bears what keeping and testing cost, never the party ({article})",
  },
  "enforcement.goods-destroyed-for-a-ground": {
    zh: "只有依法必须销毁的财物才能销毁，须写明理由（{article}）",
    en: "Only what must be destroyed is destroyed; state the ground ({article})",
  },
  "enforcement.goods-not-against-fine": {
    zh: "只有当事人本人被查封、扣押的物品、设施可以拍卖抵缴其罚款（{article}）",
    en: "Only what is sealed or seized of this party, and no place, is auctioned for his fine ({article})",
  },
  "enforcement.goods-disposal-differs": {
    zh: "已决定的处置方式是{how}（{article}）",
    en: "It was decided otherwise: {how} ({article})",
  },
  "enforcement.goods-disposal-undecided": {
    zh: "尚未决定处置方式（{article}）",
    en: "It is not decided yet what becomes of the goods ({article})",
  },
  "enforcement.goods-disposer-apart": {
    zh: "决定、保管、处置须由不同的人办理，办案人员不得处置（{article}）",
    en: "Deciding, keeping and disposing are different people's, and no officer's of the case ({article})",
  },
  "enforcement.goods-handler-keeps": {
    zh: "{person}是本案办案人员，不能保管涉案财物（{article}）",
    en: "{person} handles the case and keeps none of its goods ({article})",
  },
  "enforcement.goods-head-only": {
    zh: "由未办理本案、不保管该财物的行政机关负责人决定（{article}）",
    en: "The head decides, who neither handled the case nor keeps the goods ({article})",
  },
  "enforcement.goods-list-officers": {
    zh: "须由本案两名执法人员当场开列清单（{article}）",
    en: "Two officers of the case draw up the list on the spot ({article})",
  },
  "enforcement.goods-money-differs": {
    zh: "应付{due}分（{article}）",
    en: "What is due is {due} fen ({article})",
  },
  "enforcement.goods-not-confiscated-by-decision": {
    zh: "没有已经送达、载明没收该财物的处罚决定（{article}）",
    en: "No decision that was served confiscates these goods ({article})",
  },
  "enforcement.goods-not-in-this-state": {
    zh: "财物处于{status}，不能{command}；现在可以：{possible}",
    en: "The goods are {status}; {command} is not possible, only: {possible}",
  },
  "enforcement.goods-not-yours": {
    zh: "由保管人或者本案执法人员办理（{article}）",
    en: "This is for the keeper, or for an officer of the case ({article})",
  },
  "enforcement.goods-nothing-on-the-way": {
    zh: "没有待接收的移交（{article}）",
    en: "Nothing is on its way to another keeper ({article})",
  },
  "enforcement.goods-owner-not-called": {
    zh: "须先公告认领，并于{until}期满后办理（{article}）",
    en: "The owner is called first, and has until {until} ({article})",
  },
  "enforcement.goods-party-keeps-sealed": {
    zh: "当事人只能保管查封或者就地保存的财物（{article}）",
    en: "A party keeps only what is sealed, or preserved on the spot ({article})",
  },
  "enforcement.goods-receiver-only": {
    zh: "由接收人本人签收（{article}）",
    en: "The receiver signs for it himself ({article})",
  },
  "enforcement.goods-slip-missing": {
    zh: "须有交出人或者接收人签字的交接单（{article}）",
    en: "A slip is needed that giver or receiver has signed ({article})",
  },
  "enforcement.goods-sold-already": {
    zh: "处置方式与财物不符：已经变卖的只能缴库，场所设施不能变卖（{article}）",
    en: "What was sold is only paid in, and only goods are sold ({article})",
  },
  "enforcement.goods-taken-in-already": {
    zh: "{title}已登记，不得重复登记（{article}）",
    en: "{title} is on record already; it is taken in once ({article})",
  },
  "enforcement.goods-treasury-receipt": {
    zh: "须有金额和缴库或者接收凭证（{article}）",
    en: "The sum and a receipt of treasury or receiver are needed ({article})",
  },
  "enforcement.goods-witnesses": {
    zh: "销毁须有两名以上见证人并全程记录，现有{witnesses}名（{article}）",
    en: "Goods are destroyed before two witnesses and recorded; there are {witnesses} ({article})",
  },
  [`${how}.auction`]: { zh: "拍卖", en: "auction" },
  [`${how}.sale`]: { zh: "变卖", en: "sale" },
  [`${how}.destroy`]: { zh: "销毁", en: "destruction" },
  [`${how}.give-over`]: { zh: "移交接收单位", en: "giving it to another organ" },
  [`${how}.pay-in`]: { zh: "款项缴库", en: "paying its money in" },
  [`${state}.held`]: { zh: "在押", en: "held" },
  [`${state}.sold`]: { zh: "已变卖、款项代管", en: "sold, its money kept" },
  [`${state}.returning`]: { zh: "待退还", en: "to be given back" },
  [`${state}.confiscated`]: { zh: "已没收、待处置", en: "confiscated" },
  [`${state}.to-auction`]: { zh: "待拍卖抵缴罚款", en: "to be auctioned for the fine" },
  [`${state}.set-against`]: { zh: "决定拍卖抵缴", en: "setting it against the fine" },
  [`${state}.auction`]: { zh: "登记拍卖所得", en: "recording what the auction brought" },
  [`${state}.lost`]: { zh: "灭失、待赔偿", en: "lost, to be paid for" },
  [`${state}.returned`]: { zh: "已退还", en: "given back" },
  [`${state}.compensated`]: { zh: "已赔偿", en: "paid for" },
  [`${state}.handed-over`]: { zh: "已随案移交", en: "handed over with the case" },
  [`${state}.realised`]: { zh: "已变价缴库", en: "sold for the treasury" },
  [`${state}.destroyed`]: { zh: "已销毁", en: "destroyed" },
  [`${state}.given-over`]: { zh: "已移交接收单位", en: "given to another organ" },
  [`${state}.turned-in`]: { zh: "无人认领已上缴", en: "turned in unclaimed" },
  [`${state}.move`]: { zh: "移交保管", en: "handing it on" },
  [`${state}.receive`]: { zh: "接收", en: "receiving" },
  [`${state}.inspect`]: { zh: "查验", en: "inspecting" },
  [`${state}.note-cost`]: { zh: "登记费用", en: "recording a cost" },
  [`${state}.sell-perishable`]: { zh: "变卖易腐财物", en: "selling what would spoil" },
  [`${state}.note-loss`]: { zh: "登记损毁灭失", en: "recording a loss" },
  [`${state}.compensate`]: { zh: "赔偿", en: "paying for it" },
  [`${state}.give-back`]: { zh: "退还", en: "giving it back" },
  [`${state}.call-owner`]: { zh: "公告认领", en: "calling the owner" },
  [`${state}.turn-in`]: { zh: "上缴", en: "turning it in" },
  [`${state}.take-back`]: { zh: "登记退回", en: "taking it back" },
  [`${state}.decide-disposal`]: { zh: "决定处置", en: "deciding on its disposal" },
  [`${state}.realise`]: { zh: "变价", en: "selling it" },
  [`${state}.destroy`]: { zh: "销毁", en: "destroying" },
  [`${state}.give-over`]: { zh: "移交接收单位", en: "giving it over" },
} satisfies ProblemTexts<PropertyRefusal>;
