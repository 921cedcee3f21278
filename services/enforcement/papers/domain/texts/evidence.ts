import type { Field } from "../../../../../shared/papers/content.ts";
import { plainDate } from "../../../../../shared/papers/words.ts";
import type { Evidence, Interview, Signing } from "../../../cases/domain/evidence/evidence.ts";
import { type Dossier, type PaperText, personIn, told } from "../dossier.ts";
import { byHand, clause, clockTime, evidenceWord, form, heading, officersOf, pair, paragraph, row } from "../words.ts";

const companions: Readonly<Record<NonNullable<Interview["companion"]>["relation"], string>> = {
  guardian: "监护人",
  "adult-relative": "其他成年亲属",
  school: "所在学校代表",
  village: "村（居）民委员会代表",
  "protection-body": "未成年人保护组织代表",
};

/** CF-46a: each page signed, or why not and before whom. */
const signingOf = (signing: Signing | undefined): string => {
  if (signing === undefined) return byHand;
  if (signing.how === "signed") return `本笔录共${signing.pages}页，已逐页签名（${signing.signedPages}页）`;
  const { how, reasons, witness, recording } = signing;
  const proof = witness === undefined ? "" : `；见证人：${witness}`;
  return `${how === "refused" ? "拒绝签名" : "不在场"}，原因：${clause(reasons)}${proof}${recording === undefined ? "" : `；有录音录像（${recording.slice(0, 16)}…）`}`;
};

const fileRows = ({ files }: Evidence) => ({
  kind: "table" as const,
  columns: [
    { title: "序号", parts: 10, centred: true as const },
    { title: "材料", parts: 40 },
    { title: "散列值（SHA-256）", parts: 50 },
  ],
  rows: files.map(({ title, sha256 }, at) => [String(at + 1), title, sha256]),
});

const signatures = (of: Dossier, { officers, recordedBy, establishedOn, recordedOn }: Evidence): Field[][] => {
  const name = personIn(of);
  const other = officers.find(({ sub }) => sub !== recordedBy);
  return [
    row("记录人", `${name(recordedBy)}　${plainDate(recordedOn)}`),
    row("另一执法人员", `${other?.name ?? ""}　${plainDate(establishedOn ?? recordedOn)}`),
  ];
};

/** A piece of evidence that two officers have signed, of one of these kinds. */
function established(of: Dossier, kinds: readonly Evidence["kind"][]): Evidence | undefined {
  if (told(of, "enforcement.evidence.established") === undefined) return undefined;
  const { evidence } = of;
  return evidence !== undefined && kinds.includes(evidence.kind) ? evidence : undefined;
}

/** 询问笔录 (行政处罚法55, CF-46a, CF-30a): who was asked, what he was told, who was with a minor, how each page was signed. */
export const interviewRecord: PaperText = {
  draft(of) {
    const evidence = established(of, ["testimony", "party-statement"]);
    if (evidence?.interview === undefined) return undefined;
    const { interview, collectedOn, address, officers, proves, signing, kind } = evidence;
    const { person, bornOn, identity, companion } = interview;
    return {
      title: "询问笔录",
      seal: "none",
      compact: true,
      blocks: [
        form(
          pair(["询问日期", plainDate(collectedOn)], ["询问地点", address]),
          pair(["被询问人", person], ["出生日期", plainDate(bornOn)]),
          row("身份证件", identity),
          pair(
            ["被询问人身份", kind === "testimony" ? "证人" : "当事人"],
            ["询问人", officers.map((one) => one.name).join("、")],
          ),
          ...(companion === undefined
            ? []
            : [row("在场的成年人", `${companion.name}（${companions[companion.relation]}）`)]),
        ),
        paragraph(
          `执法人员：我们是${of.town.organName.zh}行政执法人员${officersOf(officers)}，现向你出示执法证件。你应当如实回答询问，不得拒绝或者阻挠；你有权申请回避，有权对涉及商业秘密、个人隐私的内容要求保密。`,
        ),
        paragraph("被询问人对上述告知的答复，见经其逐页签名的原件。"),
        heading("询问内容"),
        paragraph(`${clause(proves)}。问答全文见下列经逐页签名的原件。`),
        fileRows(evidence),
        form(row("被询问人签名", signingOf(signing), 2), ...signatures(of, evidence)),
      ],
      notes: [
        "依据《中华人民共和国行政处罚法》第五十五条；未成年人由其监护人或者其他合适成年人在场（《中华人民共和国未成年人保护法》第一百一十条）。",
      ],
    };
  },
};

/** 现场检查（勘验）笔录 (行政处罚法46, 55, CF-46a): time, place, event, officers and party; a refusal with its witness. */
export const onSiteRecord: PaperText = {
  draft(of) {
    const evidence = established(of, ["inspection-record"]);
    if (evidence?.onSite === undefined) return undefined;
    const { onSite, collectedOn, address, officers, provider, signing } = evidence;
    return {
      title: "现场检查（勘验）笔录",
      seal: "none",
      compact: true,
      blocks: [
        form(
          pair(
            ["检查日期", plainDate(collectedOn)],
            ["起止时间", `${clockTime(onSite.from)}至${clockTime(onSite.to)}`],
          ),
          row("检查地点", address),
          row("当事人（在场人）", provider),
          row("执法人员", officersOf(officers)),
        ),
        paragraph("执法人员已出示执法证件，告知当事人有权申请回避，有权进行陈述和申辩。"),
        heading("现场情况"),
        paragraph(`${clause(onSite.events)}。`),
        fileRows(evidence),
        form(row("当事人（见证人）签名", signingOf(signing), 2), ...signatures(of, evidence)),
      ],
      notes: ["依据《中华人民共和国行政处罚法》第四十二条、第五十五条。"],
    };
  },
};

const originalOf = ({ original, recording }: Evidence): string => {
  if (recording !== undefined)
    return `${recording.carrier === "original" ? "原始载体" : "复制件"}；制作方法：${recording.method}；制作时间：${recording.madeOn}；制作人：${recording.maker}${recording.transcript === undefined ? "" : "；附声音文字记录"}`;
  if (original === undefined) return "—";
  return original.what === "original" ? "原件" : `复制件，经核对与原件无异，已加注；原件保存于${original.keeper}`;
};

/** 证据提取单 (行政处罚法46, CF-46a): from whom, by which way, an original or a checked copy, and the digest of each file. */
export const evidenceExtraction: PaperText = {
  draft(of) {
    const evidence = established(of, ["documentary", "physical", "audio-visual", "electronic", "expert-opinion"]);
    if (evidence === undefined || evidence.sampling !== undefined) return undefined;
    const { kind, collectedOn, address, provider, proves, officers, opinion, custody } = evidence;
    const last = custody.at(-1);
    return {
      title: "证据提取单",
      seal: "none",
      compact: true,
      blocks: [
        form(
          pair(["证据种类", evidenceWord(kind)], ["提取日期", plainDate(collectedOn)]),
          row("提取地点", address),
          row("证据提供人", provider),
          row("证明内容", proves),
          row("原件核对", originalOf(evidence)),
          ...(opinion === undefined
            ? []
            : [
                pair(["鉴定机构", opinion.institution], ["资质", opinion.qualification]),
                pair(["鉴定人", opinion.experts.join("、")], ["委托日期", plainDate(opinion.entrustedOn)]),
              ]),
          ...(last === undefined
            ? []
            : [row("保管", `${personIn(of)(last.keeper)}，${last.place}，${plainDate(last.on)}起`)]),
        ),
        fileRows(evidence),
        form(row("执法人员", officersOf(officers)), row("证据提供人签名", byHand, 2), ...signatures(of, evidence)),
      ],
      notes: ["依据《中华人民共和国行政处罚法》第四十六条：证据必须经查证属实，方可作为认定案件事实的根据。"],
    };
  },
};

/** 抽样取证记录 (行政处罚法56, CF-56): of which lot how much was taken, by which method, and what stays as a spare. */
export const samplingRecord: PaperText = {
  draft(of) {
    const evidence = established(of, ["physical"]);
    if (evidence?.sampling === undefined) return undefined;
    const { sampling, collectedOn, address, provider, proves, officers, files, custody } = evidence;
    const { method, batch, unit, lot, taken, spare } = sampling;
    const last = custody.at(-1);
    return {
      title: "抽样取证记录",
      seal: "none",
      compact: true,
      blocks: [
        form(
          row("当事人（在场人）", provider),
          pair(["抽样日期", plainDate(collectedOn)], ["抽样地点", address]),
          row("样品名称", files.map(({ title }) => title).join("、")),
          pair(["生产日期或者批号", batch ?? "—"], ["抽样基数", `${lot}${unit}`]),
          pair(["样品数量", `${taken}${unit}`], ["备用样品", spare === 0 ? "无" : `${spare}${unit}`]),
          row("抽样方法", method),
          row("证明内容", proves),
          ...(last === undefined ? [] : [row("样品保管", `${personIn(of)(last.keeper)}，${last.place}`)]),
        ),
        fileRows(evidence),
        form(
          row("执法人员", officersOf(officers)),
          row("当事人（在场人）签名", signingOf(evidence.signing), 2),
          ...signatures(of, evidence),
        ),
      ],
      notes: [
        "依据《中华人民共和国行政处罚法》第五十六条：行政机关在收集证据时，可以采取抽样取证的方法。样品已当场封签。",
      ],
    };
  },
};

/** 证据目录 (CF-40, CF-46): all evidence of the case, each with its acts, and what was excluded. */
export const evidenceList: PaperText = {
  draft(of) {
    if (told(of, "enforcement.case.reported") === undefined || of.case === undefined) return undefined;
    const { evidence } = of.case;
    return {
      title: "证据目录",
      seal: "none",
      compact: true,
      blocks: [
        {
          kind: "table",
          columns: [
            { title: "序号", parts: 8, centred: true },
            { title: "种类", parts: 16, centred: true },
            { title: "名称", parts: 26 },
            { title: "证明内容", parts: 26 },
            { title: "提取日期", parts: 14, centred: true },
            { title: "备注", parts: 10, centred: true },
          ],
          rows: evidence.map(({ id, kind, collectedOn, excluded, established: signed }, at) => {
            const piece = of.pieces.find((one) => one.id === id)?.state;
            const state = excluded !== undefined ? "已排除" : signed ? "" : "未经双人签字";
            const names = (piece?.files ?? []).map(({ title }) => title).join("、");
            return [String(at + 1), evidenceWord(kind), names, piece?.proves ?? "", plainDate(collectedOn), state];
          }),
        },
      ],
      notes: ["被排除和未经两名执法人员签字的材料不作为认定案件事实的根据。"],
    };
  },
};
