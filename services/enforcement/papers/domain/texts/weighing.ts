import { plainDate } from "../../../../../shared/papers/words.ts";
import { caseNumber, type PaperText, personIn, told } from "../dossier.ts";
import { form, fullName, heading, matterOf, pair, paragraph, paragraphs, penaltyLaw, row } from "../words.ts";
import { outcomeOf } from "./noticing.ts";

const conclusions = {
  agreed: "同意拟作出的处理",
  "to-correct": "事实、依据、裁量或者程序应予纠正后再报审",
  rejected: "不同意拟作出的处理",
} as const;

/** 法制审核意见书 (行政处罚法58, CF-58): what was reviewed, the opinion, and the reviewer's qualification. */
export const legalReview: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.proceeding.legally-reviewed");
    const { party, proceeding, town } = of;
    if (event === undefined || party === undefined || proceeding?.charges === undefined || of.case === undefined)
      return undefined;
    const { on, conclusion, revision } = event.data;
    const qualified = town.enforcement.legalReviewers.find(({ sub }) => sub === event.actor);
    return {
      title: "法制审核意见书",
      seal: "none",
      compact: true,
      blocks: [
        form(
          pair(["案号", caseNumber(of)], ["审核日期", plainDate(on)]),
          row("案由", matterOf(of.case.acts)),
          row("当事人", fullName(party)),
          row("送审内容", `拟作出的处理（第${revision}次拟定）`),
        ),
        ...outcomeOf(proceeding.charges.items, of),
        heading("审核内容"),
        paragraph(
          "行政执法主体是否合法、行政执法人员是否具备执法资格；行政执法程序是否合法；案件事实是否清楚，证据是否合法充分；适用法律、法规、规章是否准确，裁量基准运用是否适当；执法是否超越职权；行政执法文书是否完备、规范；违法行为是否涉嫌犯罪、需要移送司法机关。",
        ),
        heading("审核意见"),
        ...paragraphs(event.personal.opinion),
        form(
          row("审核结论", conclusions[conclusion]),
          row(
            "审核人员",
            `${personIn(of)(event.actor)}（法律职业资格：${qualified?.qualification ?? "见案卷"}）　${plainDate(on)}`,
          ),
        ),
      ],
      notes: [`依据${penaltyLaw}第五十八条：未经法制审核或者审核未通过的，不得作出决定。`],
    };
  },
};

const agreed = {
  punish: "给予行政处罚",
  "no-penalty": "不予行政处罚",
  "not-proved": "违法事实不能成立，不予行政处罚",
  none: "未达成一致意见",
} as const;

/** 案件集体讨论笔录 (行政处罚法57(2), CF-57): who took part, on what, and what they agreed on. */
export const discussionMinutes: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.proceeding.discussed");
    const { party, proceeding } = of;
    if (event === undefined || party === undefined || proceeding?.charges === undefined || of.case === undefined)
      return undefined;
    const name = personIn(of);
    const { on, agreedOn, minutes } = event.data;
    return {
      title: "案件集体讨论笔录",
      seal: "none",
      compact: true,
      blocks: [
        form(
          pair(["案号", caseNumber(of)], ["讨论日期", plainDate(on)]),
          row("案由", matterOf(of.case.acts)),
          row("当事人", fullName(party)),
          row("参加讨论人员", event.personal.members.map(name).join("、")),
          row("记录", name(event.actor)),
        ),
        heading("讨论的处理意见"),
        ...outcomeOf(proceeding.charges.items, of),
        heading("讨论结论"),
        paragraph(`${agreed[agreedOn]}。发言内容见笔录原件。`),
        form(...event.personal.members.map((sub) => row("参加人员签名", `${name(sub)}　${plainDate(on)}`))),
      ],
      notes: [
        `依据${penaltyLaw}第五十七条第二款：情节复杂或者重大违法行为，由行政机关负责人集体讨论决定。`,
        `笔录原件散列值（SHA-256）：${minutes}`,
      ],
    };
  },
};
