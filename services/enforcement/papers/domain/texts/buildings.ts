import { plainDate } from "../../../../../shared/papers/words.ts";
import type { Building, EnforcementMeans } from "../../../buildings/domain/building.ts";
import type { CaseParty } from "../../../cases/domain/case/case.ts";
import { type Dossier, type PaperText, told } from "../dossier.ts";
import { clause, coercionLaw, form, money, paragraph, paragraphs, partyRows, remedies, row, you } from "../words.ts";

const planningLaw = "《中华人民共和国城乡规划法》第六十五条";
const landLaw = "《中华人民共和国土地管理法》第八十三条";
const basisOf = ({ way }: Building): string => (way === "planning" ? planningLaw : landLaw);

const about = ({ address, description, areaSquareMetres, stage }: Building, party: CaseParty) =>
  form(
    ...partyRows(party),
    row("建设地点", address),
    row(
      "建设情况",
      `${clause(description)}；建筑面积${areaSquareMetres}平方米；${stage === "finished" ? "已建成" : "在建"}`,
    ),
  );

/** What each paper of a building is made of; undefined: there is no building at hand. */
const known = ({ building, party }: Dossier) =>
  building === undefined || party === undefined ? undefined : { building, party };

/** 责令停止建设决定书 (城乡规划法64、65, 土地管理法83; CF-T1): the building stops at once. */
export const stopOrder: PaperText = {
  number: (of) => told(of, "enforcement.building.stop-ordered")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.building.stop-ordered");
    const found = known(of);
    if (event === undefined || found === undefined) return undefined;
    const { building, party } = found;
    return {
      title: "责令停止建设决定书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        about(building, party),
        paragraph(
          `${clause(event.personal.reasons)}。依据${basisOf(building)}，本机关责令${you(party)}自收到本决定书之时起立即停止建设，听候处理。继续建设的，依法制止。`,
        ),
        paragraph(remedies("本决定", party, of.town)),
      ],
      notes: [],
    };
  },
};

/** 责令限期改正通知书 (城乡规划法65, CF-T1): what is put right, and by which day. */
export const correctionOrder: PaperText = {
  number: (of) => told(of, "enforcement.building.correction-ordered")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.building.correction-ordered");
    const found = known(of);
    if (event === undefined || found === undefined) return undefined;
    const { building, party } = found;
    return {
      title: "责令限期改正通知书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        about(building, party),
        paragraph(`依据${basisOf(building)}，本机关责令${you(party)}于${plainDate(event.data.by)}前改正：`),
        ...paragraphs(event.personal.text),
        paragraph(`${you(party)}对上述事实和要求有权进行陈述和申辩。逾期不改正的，本机关依法作出拆除的决定。`),
        paragraph(remedies("本通知", party, of.town)),
      ],
      notes: [],
    };
  },
};

/** 催告书 (行政强制法35; QZ-35, QZ-44c): the term, the way, what happens else, and the right to be heard. */
export const buildingDemand: PaperText = {
  number: (of) => told(of, "enforcement.building.demanded")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.building.demanded");
    const found = known(of);
    if (event === undefined || found?.building.decision === undefined) return undefined;
    const { building, party } = found;
    const { number, servedOn, by } = building.decision ?? { number: "", servedOn: "", by: "" };
    const else_ =
      building.way === "planning" ? "本机关依法强制拆除" : `本机关依法申请${of.town.documents.court.zh}强制执行`;
    return {
      title: "履行限期拆除决定催告书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        about(building, party),
        paragraph(
          `本机关作出的${number}已于${plainDate(servedOn)}送达，${you(party)}应当在${plainDate(by)}前自行拆除，逾期未履行。依据${coercionLaw}第三十五条，现催告${you(party)}履行：`,
        ),
        ...paragraphs(event.personal.text),
        paragraph(
          `依据${coercionLaw}第三十六条，${you(party)}收到本催告书后有权进行陈述和申辩；提出的事实、理由成立的，本机关予以采纳。逾期仍不履行且无正当理由的，${else_}。`,
        ),
      ],
      notes: [],
    };
  },
};

const means: Readonly<Record<EnforcementMeans, string>> = {
  machines: "使用机械",
  "by-hand": "人工",
  "cut-water": "停止供水",
  "cut-power": "停止供电",
  "cut-heat": "停止供热",
  "cut-gas": "停止供燃气",
};

/** 行政强制执行决定书 (行政强制法37; QZ-35, QZ-44c): reasons and basis, way and time, remedies, organ, seal and day. */
export const enforcementDecision: PaperText = {
  number: (of) => told(of, "enforcement.building.enforcement-decided")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.building.enforcement-decided");
    const found = known(of);
    if (event === undefined || found === undefined) return undefined;
    const { building, party } = found;
    const { means: how, estimateFen } = event.data;
    return {
      title: "行政强制执行决定书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        about(building, party),
        paragraph(
          `经催告，${you(party)}逾期仍不履行${building.decision?.number ?? ""}，且无正当理由。${clause(event.personal.reasons)}。依据${coercionLaw}第三十七条、第四十四条和${basisOf(building)}，本机关决定强制拆除上述建筑物。`,
        ),
        form(
          row("强制执行的方式", how.map((one) => means[one]).join("、")),
          row(
            "强制执行的时间",
            "公告的自行拆除期限届满，且法定的行政复议、行政诉讼期限届满而未申请、未起诉之后；不在夜间和法定节假日实施",
          ),
          row("费用预算", money(estimateFen)),
        ),
        paragraph(
          remedies(
            "本决定",
            party,
            of.town,
            "six-months",
            "法定的复议、诉讼期限届满前和复议、诉讼期间，不实施强制拆除（《中华人民共和国行政强制法》第四十四条）。",
          ),
        ),
      ],
      notes: ["实施前，建筑物内的物品登记造册，交还当事人或者妥善保管；实施过程全程录音录像。"],
    };
  },
};

/** 限期自行拆除公告 (行政强制法44, QZ-44): the last day on which the party demolishes himself. */
export const demolitionNotice: PaperText = {
  number: (of) => told(of, "enforcement.building.notice-published")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.building.notice-published");
    const found = known(of);
    if (event === undefined || found === undefined) return undefined;
    const { building, party } = found;
    const { by, where } = event.data;
    return {
      title: "限期自行拆除公告",
      seal: "organ",
      blocks: [
        paragraph(
          `${party.name}在${building.address}建设的违法建筑（建筑面积${building.areaSquareMetres}平方米），本机关已作出${building.decision?.number ?? ""}。依据${coercionLaw}第四十四条，现予公告，限当事人于${plainDate(by)}前自行拆除，并搬离建筑物内的物品。`,
        ),
        paragraph("当事人在法定期限内不申请行政复议或者提起行政诉讼，又不拆除的，本机关依法强制拆除。"),
      ],
      notes: [`公告地点：${where}`],
    };
  },
};
