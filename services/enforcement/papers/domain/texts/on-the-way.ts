import { inChinese, plainDate } from "../../../../../shared/papers/words.ts";
import {
  isFiled,
  type PenaltyCase,
  type Suspension,
  type stopGrounds,
  type withdrawalGrounds,
} from "../../../cases/domain/case/case.ts";
import { caseNumber, type PaperText, personIn, told } from "../dossier.ts";
import {
  clause,
  evidenceWord,
  form,
  heading,
  matterOf,
  pair,
  paragraph,
  paragraphs,
  partyRows,
  penaltyLaw,
  row,
} from "../words.ts";
import { partiesOf } from "./filing.ts";

const filedAs = (of: PenaltyCase, number: string): string =>
  `${partiesOf(of)}涉嫌${matterOf(of.acts)}一案，本机关于${isFiled(of) ? plainDate(of.filedOn) : ""}立案（${number}）。`;

const suspended: Readonly<Record<Suspension["ground"], string>> = {
  "other-organ": "须以其他机关的处理结果为依据",
  court: "须以司法裁判结果为依据",
  "party-untraceable": "当事人下落不明",
  "force-majeure": "发生不可抗力",
  interpretation: "法律适用问题须请示有权机关解释",
};

/** 中止案件调查决定书 (CF-57a): the ground, and that it goes on at once when the cause is gone. */
export const suspensionDecision: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.case.suspended");
    if (event === undefined || of.case === undefined) return undefined;
    const { ground, from, clock } = event.data;
    const stands = clock.due === null;
    return {
      title: "中止案件调查决定书",
      seal: "organ",
      blocks: [
        paragraph(
          `${filedAs(of.case, caseNumber(of))}因${suspended[ground]}，经本机关负责人批准，决定自${plainDate(from)}起中止调查。`,
        ),
        paragraph(`具体理由：${clause(event.personal.reasons)}。`),
        paragraph(
          `中止的原因消除后立即恢复调查。${stands ? "中止期间依照该领域的规定不计入办案期限。" : "该领域的规定没有扣除中止时间的，办案期限不因中止停止计算。"}`,
        ),
      ],
      notes: [`批准人：${personIn(of)(event.actor)}`],
    };
  },
};

/** 恢复案件调查决定书 (CF-57a). */
export const resumptionDecision: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.case.resumed");
    if (event === undefined || of.case === undefined) return undefined;
    return {
      title: "恢复案件调查决定书",
      seal: "organ",
      blocks: [
        paragraph(
          `${filedAs(of.case, caseNumber(of))}中止调查的原因已经消除，经本机关负责人批准，决定自${plainDate(event.data.on)}起恢复调查。`,
        ),
        paragraph(`具体理由：${clause(event.personal.reasons)}。`),
      ],
      notes: [`批准人：${personIn(of)(event.actor)}`],
    };
  },
};

const stopped: Readonly<Record<(typeof stopGrounds)[number], string>> = {
  "no-breach": "没有违法事实",
  "time-barred": "违法行为已超过追责时效",
  "party-dead": "当事人死亡",
  "organisation-ended": "当事人终止且没有权利义务承受人",
  "no-power": "本机关没有管辖权",
};

/** 终止案件调查决定书 (CF-57a): the ground, and that measures on goods end at once. */
export const caseStop: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.case.stopped");
    if (event === undefined || of.case === undefined) return undefined;
    const { ground, on } = event.data;
    return {
      title: "终止案件调查决定书",
      seal: "organ",
      blocks: [
        paragraph(
          `${filedAs(of.case, caseNumber(of))}因${stopped[ground]}，经本机关负责人批准，决定自${plainDate(on)}起终止调查。`,
        ),
        paragraph(`具体理由：${clause(event.personal.reasons)}。`),
        paragraph("对涉案财物采取的先行登记保存、查封、扣押措施立即解除，财物退还当事人或者其权利义务承受人。"),
      ],
      notes: [`批准人：${personIn(of)(event.actor)}`],
    };
  },
};

const withdrawn: Readonly<Record<(typeof withdrawalGrounds)[number], string>> = {
  "facts-did-not-exist": "违法事实不存在",
  "filed-wrongly": "立案错误",
};

/** 撤销案件审批表 (CF-57a 撤案): the ground, the reasons and the approval. */
export const withdrawalApproval: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.case.withdrawn");
    if (event === undefined || of.case === undefined) return undefined;
    const { ground, on } = event.data;
    return {
      title: "撤销案件审批表",
      seal: "none",
      compact: true,
      blocks: [
        form(
          pair(["案号", caseNumber(of)], ["立案日期", isFiled(of.case) ? plainDate(of.case.filedOn) : ""]),
          row("案由", matterOf(of.case.acts)),
          ...of.case.parties.flatMap(partyRows),
          row("撤案事由", withdrawn[ground]),
          row("理由", event.personal.reasons),
          row("负责人审批意见", `同意撤销案件。\n${personIn(of)(event.actor)}　${plainDate(on)}`),
        ),
      ],
      notes: ["撤销案件后，对涉案财物采取的措施立即解除。"],
    };
  },
};

/** 案件移送函, to the police 涉嫌犯罪案件移送书 (行政处罚法27, CF-27a; 22, CF-22): the facts, and what goes with it. */
export const transferLetter: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.case.transferred");
    if (event === undefined || of.case === undefined || !isFiled(of.case)) return undefined;
    const { to, organ, papers, answerBy } = event.data;
    const { acts, evidence } = of.case;
    const police = to === "police";
    const letter = papers.find(({ kind }) => kind === "transfer-letter")?.reference ?? "";
    const goods = papers.find(({ kind }) => kind === "goods-list")?.reference;
    const reports = event.personal.testReports ?? [];
    const basis = police
      ? `依据${penaltyLaw}第二十七条、《行政执法机关移送涉嫌犯罪案件的规定》第六条，现将该案移送你单位依法处理`
      : `依据${penaltyLaw}第二十二条、第二十五条，该案应当由你单位管辖，现予移送`;
    const answer =
      answerBy?.due === undefined || answerBy.due === null
        ? "请将处理结果函告本机关。"
        : `请自接受之日起三日内（${plainDate(answerBy.due)}前）作出立案或者不予立案的决定，并书面通知本机关。`;
    const enclosed: [string, string][] = [
      [police ? "涉嫌犯罪案件移送书" : "案件移送函", digestOr(letter)],
      ...(police ? [["涉嫌犯罪案件情况的调查报告", "见案卷"] satisfies [string, string]] : []),
      ...(goods === undefined ? [] : [["涉案物品清单", digestOr(goods)] satisfies [string, string]]),
      ...reports.map((one): [string, string] => ["检验报告或者鉴定意见", digestOr(one)]),
      ...evidence
        .filter((one) => one.excluded === undefined)
        .map((one): [string, string] => [evidenceWord(one.kind), `${inChinese(one.sha256.length)}件`]),
    ];
    return {
      title: police ? "涉嫌犯罪案件移送书" : "案件移送函",
      addressee: organ,
      seal: "organ",
      blocks: [
        paragraph(`${filedAs(of.case, caseNumber(of))}${basis}。${answer}`),
        heading("案情"),
        ...acts.flatMap(({ name, facts }) => paragraphs(`${name.zh}：${clause(facts)}。`)),
        ...(event.personal.reasons === undefined ? [] : [paragraph(`移送理由：${clause(event.personal.reasons)}。`)]),
        heading("随函移送的材料"),
        {
          kind: "table",
          columns: [
            { title: "序号", parts: 12, centred: true },
            { title: "材料", parts: 40 },
            { title: "散列值或者数量", parts: 48 },
          ],
          rows: enclosed.map(([what, which], at) => [String(at + 1), what, which]),
        },
      ],
      notes: police ? ["抄送：同级人民检察院。"] : [],
    };
  },
};

/** A digest is shown by its beginning; a reference as it is. */
const digestOr = (reference: string): string =>
  /^[0-9a-f]{64}$/.test(reference) ? `${reference.slice(0, 32)}…` : reference;
