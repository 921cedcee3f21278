import type { Block, Draft } from "../../../../../shared/papers/index.ts";
import { plainDate } from "../../../../../shared/papers/words.ts";
import { owedOn } from "../../../payment/domain/owed.ts";
import { type Dossier, lastTold, type PaperText, personIn, told } from "../dossier.ts";
import {
  coercionLaw,
  form,
  fullName,
  heading,
  matterOf,
  money,
  paragraph,
  paragraphs,
  partyRows,
  penaltyLaw,
  row,
} from "../words.ts";
import { decisionOf } from "./money.ts";
import { soughtBy } from "./sought.ts";

/** What an application to the court says in its own words. */
interface Application {
  readonly of: Dossier;
  readonly party: NonNullable<Dossier["party"]>;
  readonly asks: string;
  /** What was decided, as the list of materials names it. */
  readonly decision: string;
  readonly demand: { readonly number: { readonly text: { readonly zh: string } }; readonly servedOn?: string };
  /** What the party said to the demand, and what came of it. */
  readonly opinion: { readonly data: { readonly on: string } } | undefined;
  readonly heard: { readonly data: { readonly adopted: boolean } } | undefined;
  readonly facts: readonly Block[];
  readonly object: string;
  /** The day of the application. */
  readonly on: string;
  readonly note: string;
}

/** The frame of both applications: who asks whom, for what, why, and with which materials (行政强制法55). */
function application(told: Application): Draft {
  const { of, party, asks, decision, demand, opinion, heard, facts, object, on, note } = told;
  const { town, event } = of;
  const answered = heard === undefined ? "" : `，${heard.data.adopted ? "已采纳" : "未采纳"}`;
  const enclosed = [
    `${decision}及送达回证`,
    "作出决定的事实、理由和依据",
    opinion === undefined ? "当事人的意见（未提出）" : `当事人的意见（${plainDate(opinion.data.on)}提出${answered}）`,
    `催告书（${demand.number.text.zh}）及送达回证${demand.servedOn === undefined ? "" : `（${plainDate(demand.servedOn)}送达）`}`,
    "申请强制执行标的情况",
  ];
  return {
    title: "行政处罚强制执行申请书",
    addressee: town.documents.court.zh,
    seal: "organ",
    blocks: [
      form(
        row("申请人", `${town.organName.zh}（统一社会信用代码：${town.uscc}）`),
        ...partyRows(party).map(([first, ...rest]) =>
          first === undefined ? [] : [{ ...first, label: first.label.replace("当事人", "被申请人") }, ...rest],
        ),
      ),
      heading("申请事项"),
      paragraph(asks),
      heading("事实和理由"),
      ...facts,
      heading("执行标的情况"),
      ...paragraphs(object),
      heading("附送材料"),
      {
        kind: "table",
        columns: [
          { title: "序号", parts: 12, centred: true },
          { title: "材料名称", parts: 88 },
        ],
        rows: enclosed.map((name, at) => [String(at + 1), name]),
      },
      form(row("行政机关负责人签名", `${personIn(of)(event.actor)}　${plainDate(on)}`)),
      paragraph(`此致${town.documents.court.zh}。`),
    ],
    notes: [note],
  };
}

/** 行政处罚强制执行申请书 (行政强制法53, 55; QZ-53, QZ-55): to the court, with the list of what goes with it; the head signs, the seal, the day. */
export const courtApplication: PaperText = {
  number: (of) => told(of, "enforcement.fine.court-asked")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.fine.court-asked");
    const { fine, party, town } = of;
    if (event === undefined || fine?.demand === undefined || party === undefined || of.case === undefined)
      return undefined;
    const { appliedOn: on } = event.data;
    const { factsAndBasis, object } = event.personal;
    const owed = owedOn(fine, on, { town });
    return application({
      ...{ of, party, object, on, demand: fine.demand, decision: `行政处罚决定书（${fine.decision}）` },
      opinion: lastTold(of, "enforcement.fine.opinion-stated"),
      heard: lastTold(of, "enforcement.fine.opinion-heard"),
      asks: `强制执行${decisionOf(of)}确定的下列款项：罚款${money(owed.fineFen)}，违法所得${money(owed.gainsFen)}，加处罚款${money(owed.surchargeFen)}；已缴${money(owed.paidFen)}，尚欠${money(owed.openFen)}。`,
      facts: [
        paragraph(`案由：${matterOf(of.case.acts)}。`),
        ...paragraphs(factsAndBasis),
        paragraph(
          `该决定于${plainDate(fine.receivedOn)}送达${fullName(party)}。被申请人${soughtBy(fine.remedies, "在法定期限内未申请行政复议、未提起行政诉讼")}，经催告仍不履行。依据${coercionLaw}第五十三条、第五十四条、第五十五条和${penaltyLaw}第七十二条第一款第四项，申请强制执行。`,
        ),
      ],
      note: "行政机关申请人民法院强制执行，不缴纳申请费，强制执行的费用由被执行人承担（行政强制法第六十条）。",
    });
  },
};

/** 强制执行申请书 (土地管理法83, 行政强制法53至55; QZ-44b, QZ-55): by the land law the court is asked, and the town never demolishes. */
export const landCourtApplication: PaperText = {
  number: (of) => told(of, "enforcement.building.court-asked")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.building.court-asked");
    const { building, party } = of;
    if (event === undefined || building?.decision === undefined || building.demand === undefined || party === undefined)
      return undefined;
    const { decision, demand } = building;
    const { factsAndBasis, object } = event.personal;
    const { proceeding } = of;
    const remedies = proceeding !== undefined && "remedies" in proceeding ? proceeding.remedies : [];
    const againstOrder = remedies.map(({ kind, filedOn, endedOn, effect }) => ({
      kind,
      from: filedOn,
      to: endedOn,
      effect,
    }));
    const drafted = application({
      ...{ of, party, object, demand, on: event.data.on },
      decision: `责令限期拆除的行政处罚决定书（${decision.number}）`,
      opinion: lastTold(of, "enforcement.building.opinion-stated"),
      heard: lastTold(of, "enforcement.building.opinion-heard"),
      asks: `强制执行${decision.number}：限期拆除${building.address}非法占用土地上新建的建筑物（建筑面积${building.areaSquareMetres}平方米），恢复土地原状。`,
      facts: [
        ...paragraphs(factsAndBasis),
        paragraph(
          `该决定于${plainDate(decision.servedOn)}送达${fullName(party)}。被申请人${soughtBy(againstOrder, "自收到之日起十五日内未起诉")}，又不自行拆除，经催告仍不履行。依据《中华人民共和国土地管理法》第八十三条和${coercionLaw}第五十三条至第五十五条，申请强制执行。`,
        ),
      ],
      note: "行政机关申请人民法院强制执行，不缴纳申请费（行政强制法第六十条）。",
    });
    return { ...drafted, compact: true };
  },
};
