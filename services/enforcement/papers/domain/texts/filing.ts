import { plainDate } from "../../../../../shared/papers/words.ts";
import type { CaseAct, CaseSource, PenaltyCase } from "../../../cases/domain/case/case.ts";
import { type PaperText, personIn, told } from "../dossier.ts";
import { clause, form, fullName, heading, matterOf, pair, paragraph, partyRows, row, whenDone } from "../words.ts";

const sources: Readonly<Record<CaseSource["kind"], string>> = {
  lead: "线索核查",
  inspection: "监督检查",
  complaint: "投诉举报",
  transfer: "其他机关移送",
  police: "公安机关移交",
  permits: "许可监督移交",
  grid: "网格事件",
  campaign: "专项行动",
  "on-spot": "当场处罚转办",
  rectification: "责令改正复查",
  split: "分案",
  other: "其他",
};

const actLine = ({ id, name, address, facts, ...days }: CaseAct) =>
  paragraph(`${id}. ${name.zh}。时间：${whenDone(days)}；地点：${address}。${clause(facts)}。`);

/** What both approvals say of a case that is proposed: source, parties, acts. */
const about = ({ acts, parties, source, proposedOn }: PenaltyCase) => [
  form(
    row("案由", `涉嫌${matterOf(acts)}`),
    pair(["案件来源", sources[source.kind]], ["线索收到日期", plainDate(source.receivedOn)]),
    ...parties.flatMap(partyRows),
    row("提请日期", plainDate(proposedOn)),
  ),
  heading("案情摘要"),
  ...acts.map(actLine),
];

/** 立案审批表 (行政处罚法54(2), CF-54): who proposes the filing of what, and who approves it. */
export const filingApproval: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.case.filed");
    if (event === undefined || of.case === undefined) return undefined;
    const name = personIn(of);
    const { officers, proposedBy } = of.case;
    const two = officers.map((one) => `${one.name}（${one.certificate}）`).join("、");
    return {
      title: "立案审批表",
      seal: "none",
      compact: true,
      blocks: [
        ...about(of.case),
        form(
          row(
            "承办人意见",
            `符合立案标准，建议立案调查，由下列两名执法人员承办：${two}。\n提请人：${name(proposedBy)}　${plainDate(of.case.proposedOn)}`,
          ),
          row(
            "负责人审批意见",
            `同意立案。${event.personal.reasons ?? ""}\n${name(event.actor)}　${plainDate(event.data.filedOn)}`,
          ),
        ),
      ],
      notes: [
        "依据《中华人民共和国行政处罚法》第五十四条第二款。",
        `办案期限自立案之日起计算，至${plainDate(event.data.clock.due ?? event.data.filedOn)}（第六十条）。`,
      ],
    };
  },
};

const dismissals = {
  "no-breach": "违法行为不成立",
  "not-proved": "证据不足",
  "time-barred": "超过追责时效",
  "under-age": "当事人不满十四周岁",
  incapable: "当事人无责任能力",
  "minor-and-corrected": "违法行为轻微并已改正，没有造成危害后果",
  "no-power": "本机关无权处理",
  "filed-elsewhere": "其他有管辖权的机关已先行立案",
  "filed-already": "本机关已经立案",
} as const;

/** 不予立案审批表 (CF-54): the ground and its reasons. */
export const dismissalApproval: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.case.dismissed");
    if (event === undefined || of.case === undefined) return undefined;
    const name = personIn(of);
    const { ground, on } = event.data;
    return {
      title: "不予立案审批表",
      seal: "none",
      compact: true,
      blocks: [
        ...about(of.case),
        form(
          row("不予立案事由", dismissals[ground]),
          row("理由", event.personal.reasons),
          row("负责人审批意见", `不予立案。\n${name(event.actor)}　${plainDate(on)}`),
        ),
      ],
      notes: ["不予立案的决定告知线索来源。"],
    };
  },
};

/** The parties of a case by their names, in a line. */
export const partiesOf = ({ parties }: Pick<PenaltyCase, "parties">): string => parties.map(fullName).join("、");
