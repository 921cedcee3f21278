import { plainDate } from "../../../../../shared/papers/words.ts";
import type { CaseParty } from "../../../cases/domain/case/case.ts";
import type { Measure, MeasureKind } from "../../../coercion/domain/measure.ts";
import type { Goods, Keeper, ReturnGround } from "../../../property/domain/goods.ts";
import { type Dossier, lastTold, type PaperText, personIn, told } from "../dossier.ts";
import {
  byHand,
  clause,
  coercionLaw,
  form,
  heading,
  matterOf,
  officersOf,
  paragraph,
  partyRows,
  penaltyLaw,
  remedies,
  row,
  you,
} from "../words.ts";

const acts: Readonly<Record<MeasureKind, string>> = { preservation: "先行登记保存", seal: "查封", seizure: "扣押" };
const lawOf = ({ kind, basis }: Measure): string =>
  kind === "preservation"
    ? `${penaltyLaw}第五十六条`
    : `${coercionLaw}第二十二条、第二十四条和${clause(basis?.law ?? "")}`;
const termOf = ({ kind, limit }: Measure): string =>
  limit?.due == null
    ? kind === "preservation"
      ? "自实施之日起七个工作日"
      : "自实施之日起三十日，检测、检验、检疫、鉴定的期间除外"
    : `${plainDate(limit.start)}至${plainDate(limit.due)}`;

/** What each paper of a measure is made of; undefined: there is no measure at hand. */
const known = ({ measure, party }: Dossier): { readonly measure: Measure; readonly party: CaseParty } | undefined =>
  measure === undefined || party === undefined ? undefined : { measure, party };
const measureNumber = ({ measure }: Dossier) => measure?.number?.text.zh;

const keeperOf = (keeper: Keeper, name: (sub: string) => string): string => {
  switch (keeper.kind) {
    case "officers":
      return "执法人员暂存";
    case "staff":
      return name(keeper.sub);
    case "party":
      return "当事人就地保管";
    case "third-party":
      return keeper.name;
  }
};

/** QZ-24(3): each item by name, number, mark and condition, and where it lies. */
export function tableOf(items: readonly string[], of: Dossier) {
  const name = personIn(of);
  const states = items.flatMap(
    (id): Goods[] => of.goods?.filter((one) => one.id === id).map(({ state }) => state) ?? [],
  );
  return {
    kind: "table" as const,
    columns: [
      { title: "序号", parts: 8, centred: true as const },
      { title: "名称", parts: 22 },
      { title: "数量", parts: 12, centred: true as const },
      { title: "编号、批号", parts: 16 },
      { title: "状况和封条", parts: 22 },
      { title: "存放和保管", parts: 20 },
    ],
    rows: states.map(({ title, quantity, unit, mark, condition, seals, place, keeper }, at) => [
      String(at + 1),
      title,
      `${quantity}${unit}`,
      mark ?? "",
      [condition, ...seals].join("；"),
      `${place}；${keeperOf(keeper, name)}`,
    ]),
  };
}

/**
 * 先行登记保存（查封、扣押）决定书 (行政处罚法56, 行政强制法24; CF-56, QZ-24): party, reasons and basis, term, goods, remedies. It is drawn
 * up when the head approves, so that it is handed over on the spot; in an emergency (QZ-19) when the measure is recorded.
 */
export const measureDecision: PaperText = {
  number: measureNumber,
  draft(of) {
    const found = known(of);
    const approved = told(of, "enforcement.measure.approved");
    const recorded = told(of, "enforcement.measure.recorded");
    const before = of.before.some(({ type }) => type === "enforcement.measure.approved");
    if (found === undefined || of.case === undefined) return undefined;
    if (approved === undefined && (recorded === undefined || before)) return undefined;
    const { measure, party } = found;
    const { kind } = measure;
    const proposed = lastTold(of, "enforcement.measure.proposed");
    const what = acts[kind];
    const whom = you(party);
    return {
      title: kind === "preservation" ? "先行登记保存证据决定书" : `${what}决定书`,
      addressee: party.name,
      seal: "organ",
      blocks: [
        form(...partyRows(party)),
        paragraph(
          `${whom}涉嫌${matterOf(of.case.acts.filter(({ by }) => by.includes(party.id)))}。${clause(proposed?.personal.reasons ?? "")}。依据${lawOf(measure)}，本机关决定对所附《财物清单》列明的场所、设施或者财物予以${what}。`,
        ),
        form(
          row("期限", termOf(measure)),
          ...(measure.emergency === true ? [row("紧急情况", "当场实施，并在二十四小时内补办批准手续")] : []),
        ),
        paragraph(
          kind === "preservation"
            ? "在上述期限内，当事人或者有关人员不得销毁或者转移证据。期满未作出处理决定的，措施解除，物品退还。"
            : `对${what}的场所、设施或者财物，本机关妥善保管，不使用、不损毁，保管费用由本机关承担。期满未作出处理决定的，措施解除，财物退还。`,
        ),
        paragraph(`${whom}有权对本决定进行陈述和申辩。`),
        paragraph(remedies("本决定", party, of.town)),
        form(row("当事人签收", byHand)),
      ],
      notes: ["本决定书和财物清单一式二份，由当事人和本机关分别保存。"],
    };
  },
};

/** 财物清单 (行政强制法24(2), QZ-24): what was taken on the spot, in whose presence, and who keeps it. */
export const goodsList: PaperText = {
  number: measureNumber,
  draft(of) {
    const event = told(of, "enforcement.measure.recorded");
    const found = known(of);
    if (event === undefined || found === undefined) return undefined;
    const { measure, party } = found;
    const { goods, on, signing, handedOver } = event.data;
    const { address, present, record } = event.personal;
    const signed =
      signing === "signed"
        ? "当事人已签名"
        : `当事人拒绝签名${record.witness === undefined ? "" : `，见证人：${record.witness}`}`;
    return {
      title: `${acts[measure.kind]}财物清单`,
      addressee: party.name,
      seal: "organ",
      blocks: [
        form(row("实施日期和地点", `${plainDate(on)}，${address}`), row("期限", termOf(measure))),
        tableOf(goods, of),
        form(
          row("在场人", `${present.name}（${present.who === "party" ? "当事人" : "见证人"}）`),
          row("签名情况", signed),
          row("决定书和清单", handedOver === "party" ? "已当场交付当事人" : "当事人拒收，已留置"),
          row("执法人员", officersOf(measure.officers)),
        ),
      ],
      notes: ["上列财物的保管和检测费用由本机关承担；因保管不当造成损失的，本机关依法赔偿。"],
    };
  },
};

/** 延长查封（扣押）期限决定书 (行政强制法25(1); QZ-25): once, by the head, with reasons. */
export const measureExtension: PaperText = {
  number: (of) => told(of, "enforcement.measure.extended")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.measure.extended");
    const found = known(of);
    if (event === undefined || found === undefined) return undefined;
    const { measure, party } = found;
    const { limit } = event.data;
    const what = acts[measure.kind];
    return {
      title: `延长${what}期限决定书`,
      addressee: party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `本机关以${measureNumber(of) ?? ""}对${you(party)}的财物予以${what}。因${clause(event.personal.reasons)}，依据${coercionLaw}第二十五条第一款，经本机关负责人批准，决定将期限延长至${limit.due === null ? "检测结束之日" : plainDate(limit.due)}。`,
        ),
        paragraph(remedies("本决定", party, of.town)),
      ],
      notes: ["延长的决定及时书面告知当事人，并说明理由。"],
    };
  },
};

const grounds: Readonly<Record<ReturnGround, string>> = {
  "no-breach": "没有违法行为",
  unrelated: "财物与违法行为无关",
  decided: "本机关已经作出处理决定，不再需要采取措施",
  "term-over": "期限已经届满",
  "no-need": "不再需要采取措施",
  "evidence-copied": "证据已经复制、固定",
  "not-approved": "紧急措施未获批准",
  "case-over": "案件已经办结",
  overturned: "作为依据的决定已经撤销",
  "taken-back": "接收机关已经退还",
  "fine-settled": "罚款已经缴清或者不再应缴",
};

/** 解除决定书 (行政强制法28, 行政处罚法56; QZ-28, CF-56a): which goods go back, why, and that they are fetched at once. */
export const measureRelease: PaperText = {
  number: (of) => told(of, "enforcement.measure.goods-released")?.data.number?.text.zh,
  draft(of) {
    const event = told(of, "enforcement.measure.goods-released");
    const found = known(of);
    if (event === undefined || found === undefined || event.data.items.length === 0) return undefined;
    const { measure, party } = found;
    const { items, ground, on } = event.data;
    const what = acts[measure.kind];
    const { reasons } = event.personal;
    return {
      title: `解除${what}决定书`,
      addressee: party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `本机关以${measureNumber(of) ?? ""}对${you(party)}的财物予以${what}。因${grounds[ground]}${reasons === undefined ? "" : `（${clause(reasons)}）`}，依据${measure.kind === "preservation" ? `${penaltyLaw}第五十六条` : `${coercionLaw}第二十八条`}，自${plainDate(on)}起解除对下列财物的${what}，立即退还${you(party)}。`,
        ),
        heading("解除财物清单"),
        tableOf(items, of),
        paragraph(
          "请凭本决定书和有效证件领取；已经拍卖或者变卖的，退还所得款项，变卖价格明显低于市场价格造成损失的，依法补偿。",
        ),
        form(row("当事人签收", byHand)),
      ],
      notes: [],
    };
  },
};
