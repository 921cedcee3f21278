import { plainDate } from "../../../../../shared/papers/words.ts";
import type { InspectionOccasion } from "../../../../../shared/town/enforcement-inspections.ts";
import type { Finding, RecordSigning, SiteInspection } from "../../../inspections/domain/visit/visit.ts";
import { type Dossier, type PaperText, personIn, told } from "../dossier.ts";
import { byHand, clause, clockTime, form, heading, officersOf, pair, paragraph, paragraphs, row } from "../words.ts";

const occasions: Readonly<Record<InspectionOccasion, string>> = {
  routine: "日常检查",
  random: "双随机抽查",
  lead: "线索核查",
  transfer: "转办移送",
  data: "数据监测",
  request: "企业申请",
  campaign: "专项检查",
  "re-inspection": "复查",
};
const manners: Readonly<Record<SiteInspection["manner"], string>> = {
  planned: "事先告知",
  surprise: "不事先告知",
  joint: "部门联合",
};
const results: Readonly<Record<Finding["result"], string>> = {
  ok: "未发现问题",
  breach: "涉嫌违法",
  "put-right": "有问题，当场改正",
  "not-checked": "未检查",
};

/** The papers of an inspection before its result bear the number of its notice. */
const noticeNumber = ({ visit }: Dossier) => visit?.number?.text.zh;
const namesOf = ({ items }: SiteInspection): string => items.map(({ name }) => name.zh).join("；");
const periodOf = ({ from, until }: SiteInspection): string =>
  from === until ? plainDate(from) : `${plainDate(from)}至${plainDate(until)}`;

const venue = (visit: SiteInspection) => [row("检查对象", visit.name), row("检查地点", visit.address)];
const pointsOf = ({ items }: SiteInspection): string =>
  items.map(({ name, points }) => `${name.zh}：${points.join("、")}`).join("；");

/** 行政检查审批表 (IN-3): the head approves each inspection, beforehand or, what was urgent, afterwards. */
export const inspectionApproval: PaperText = {
  number: noticeNumber,
  draft(of) {
    const event = told(of, "enforcement.site-inspection.approved");
    const { visit } = of;
    if (event === undefined || visit === undefined) return undefined;
    const { occasion, manner, departments, companions, officers, proposedBy, proposedOn, counted, urgent } = visit;
    const name = personIn(of);
    const { afterwards, on } = event.data;
    return {
      title: "行政检查审批表",
      seal: "none",
      compact: true,
      blocks: [
        form(
          ...venue(visit),
          pair(["检查事由", occasions[occasion.kind]], ["检查方式", manners[manner]]),
          pair(["检查时间", periodOf(visit)], ["是否计入年度频次", counted ? "计入" : "不计入"]),
          row("检查事项和内容", pointsOf(visit)),
          row("执法人员", officersOf(officers)),
          ...(departments.length === 0 ? [] : [row("联合部门", departments.join("、"))]),
          ...(companions.length === 0 ? [] : [row("随行人员", companions.map((one) => one.name).join("、"))]),
          ...(urgent === undefined
            ? []
            : [row("紧急情况", `${clause(urgent.reasons)}。已于实施前报告${name(urgent.toldHead)}`)]),
          row("提请人", `${name(proposedBy)}　${plainDate(proposedOn)}`),
          row(
            "负责人审批意见",
            `${afterwards ? "同意补办批准手续" : "同意检查"}。\n${name(event.actor)}　${plainDate(on)}`,
          ),
        ),
      ],
      notes: [
        "依据《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）第五条：实施前须经行政机关负责人批准。",
      ],
    };
  },
};

/** 行政检查通知书 (IN-2, IN-3): what is inspected, by whom, when, and what the enterprise may refuse. */
export const inspectionNotice: PaperText = {
  number: noticeNumber,
  draft(of) {
    const { visit, town } = of;
    if (told(of, "enforcement.site-inspection.approved") === undefined || visit === undefined) return undefined;
    return {
      title: "行政检查通知书",
      addressee: visit.name,
      seal: "organ",
      blocks: [
        paragraph(
          `本机关决定于${periodOf(visit)}对你单位进行行政检查（${occasions[visit.occasion.kind]}）。检查事项已经公布：`,
        ),
        form(
          row("检查地点", visit.address),
          row("检查事项", namesOf(visit)),
          row("检查内容", pointsOf(visit)),
          row("涉及的权力事项", [...new Set(visit.items.flatMap(({ powers }) => powers))].join("、")),
          row("执法人员", officersOf(visit.officers)),
        ),
        paragraph(
          "检查由不少于两名执法人员进行，执法人员应当出示执法证件和本通知书。未出示的，或者检查事项没有公布的，你单位有权拒绝。你单位有权陈述和申辩，有权申请与你单位有直接利害关系的执法人员回避。",
        ),
        paragraph(
          "检查不收取任何费用。执法人员不得接受礼品礼金、宴请和其他利益，不得指定中介机构，不得干扰正常生产经营；你单位应当如实回答，协助检查，并在检查记录上逐页签字。",
        ),
      ],
      notes: [`监督电话由${town.organName.zh}公布；检查结果书面告知。`],
    };
  },
};

const signingOf = (signing: RecordSigning): string =>
  signing.how === "signed"
    ? `${signing.name}（已逐页签名，共${signing.signedPages}页）`
    : `${signing.how === "refused" ? "拒绝签名" : "不在场"}，原因：${clause(signing.reasons)}${signing.witness === undefined ? "" : `；见证人：${signing.witness}`}`;

/** 行政检查记录 (IN-3, CF-42): what two officers saw of each point, and how the enterprise signed. */
export const inspectionRecord: PaperText = {
  number: noticeNumber,
  draft(of) {
    const event = told(of, "enforcement.site-inspection.signed");
    const { visit } = of;
    if (event === undefined || visit?.record === undefined) return undefined;
    const { record, entry, scan, officers } = visit;
    const name = personIn(of);
    const scanned =
      scan?.receipt === undefined
        ? scan?.without === undefined
          ? "—"
          : `未扫码：${clause(scan.without.reasons)}`
        : `已扫码，回执${scan.receipt.number}`;
    return {
      title: "行政检查记录",
      seal: "none",
      compact: true,
      blocks: [
        form(
          ...venue(visit),
          pair(
            ["检查日期", plainDate(entry?.on ?? record.on)],
            ["进入时间", entry === undefined ? "—" : clockTime(entry.at)],
          ),
          row("执法人员", officersOf(officers)),
          row("扫码入企", scanned),
        ),
        paragraph("执法人员已出示执法证件和检查通知书，告知检查对象有权拒绝未公布的检查、有权陈述申辩和申请回避。"),
        heading("检查情况"),
        {
          kind: "table",
          columns: [
            { title: "检查事项", parts: 26 },
            { title: "检查内容", parts: 30 },
            { title: "情况", parts: 16, centred: true },
            { title: "说明", parts: 28 },
          ],
          rows: record.findings.map(({ item, point, result, note }) => [
            visit.items.find(({ code }) => code === item)?.name.zh ?? item,
            point,
            results[result],
            note ?? "",
          ]),
        },
        ...paragraphs(record.summary),
        form(
          row("检查对象签名", signingOf(record.signing), 2),
          row("记录人", `${name(record.by)}　${plainDate(record.on)}`),
          row("另一执法人员", `${name(event.actor)}　${plainDate(event.data.on)}`),
        ),
      ],
      notes: [
        `检查记录原件共${record.pages}页，散列值（SHA-256）：${record.sha256}`,
        ...(record.lateReasons === undefined ? [] : [`补作记录的理由：${clause(record.lateReasons)}`]),
      ],
    };
  },
};

/** 行政检查结果告知书 (IN-3): what was found, and until when it is put right. */
export const inspectionResult: PaperText = {
  number: (of) => told(of, "enforcement.site-inspection.result-told")?.personal.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.site-inspection.result-told");
    const { visit } = of;
    if (event === undefined || visit === undefined) return undefined;
    const { found, putRightBy } = event.data;
    const where = `本机关于${plainDate(visit.entry?.on ?? visit.from)}对你单位进行了行政检查（${noticeNumber(of) ?? ""}），检查事项为${namesOf(visit)}。`;
    return {
      title: "行政检查结果告知书",
      addressee: visit.name,
      seal: "organ",
      blocks: [
        paragraph(`${where}现将结果告知如下：`),
        ...paragraphs(event.personal.text),
        paragraph(
          found
            ? putRightBy === undefined
              ? "检查发现的问题依法另行处理。"
              : `请于${plainDate(putRightBy)}前改正；改正后可以申请本机关提前复查。`
            : "本次检查未发现问题。",
        ),
        paragraph("你单位对检查结果有异议的，可以向本机关陈述和申辩。"),
        form(row("检查对象签收", byHand)),
      ],
      notes: ["本次检查没有收取费用。"],
    };
  },
};
