import { plainDate } from "../../../../../shared/papers/words.ts";
import type { CaseParty } from "../../../cases/domain/case/case.ts";
import type { NoPenaltyGround, Proceeding } from "../../../cases/domain/proceeding/proceeding.ts";
import { totalConfiscation, totalFine } from "../../../cases/domain/proceeding/weighing.ts";
import { type Dossier, lastTold, type PaperText, type SourceOf, told } from "../dossier.ts";
import {
  clause,
  form,
  heading,
  money,
  orderOf,
  paragraph,
  paragraphs,
  partyRows,
  penaltyLaw,
  remedies,
  you,
} from "../words.ts";
import { chargesOf, outcomeOf } from "./noticing.ts";

type Decided = SourceOf<"enforcement.proceeding.decided">;

/** What led to the decision: notice, defence, hearing, review, discussion (CF-44, CF-45, CF-65, CF-57, CF-58). */
function courseOf(state: Proceeding, party: CaseParty, of: Dossier): string {
  const { notice } = state;
  const whom = you(party);
  const review = lastTold(of, "enforcement.proceeding.legally-reviewed");
  const meeting = lastTold(of, "enforcement.proceeding.discussed");
  if (notice === undefined) return "";
  const answers = notice.answers.length;
  const taken = notice.answers.filter((one) => one.taken).length;
  const defence =
    notice.statements.length === 0
      ? notice.waived.includes("defence")
        ? `${whom}明确表示放弃陈述、申辩`
        : `${whom}在期限内未提出陈述、申辩`
      : `${whom}提出陈述、申辩${answers === 0 ? "" : `，本机关已逐项复核，${taken === 0 ? "不予采纳" : taken === answers ? "予以采纳" : "部分采纳"}`}`;
  const { hearing } = notice;
  const heard =
    hearing === undefined
      ? notice.hearingRight
        ? "，未要求听证"
        : ""
      : hearing.outcome?.how === "held"
        ? `；本机关于${plainDate(hearing.outcome.on)}举行听证，并根据听证笔录作出决定`
        : "；视为放弃听证";
  const served = notice.served === undefined ? "" : `于${plainDate(notice.served.on)}`;
  return `本机关以${notice.number.text.zh}${served}告知${whom}拟作出的处理和依法享有的权利。${defence}${heard}。${review === undefined ? "" : "本决定经法制审核。"}${meeting === undefined ? "" : "本决定经本机关负责人集体讨论。"}`;
}

/** CF-59(4), CF-67, CF-72a: how and until when, at which bank, and what being late costs. */
function performanceOf({ personal }: Decided, state: Proceeding, party: CaseParty) {
  const { performance } = personal;
  const items = state.charges?.items ?? [];
  const fine = totalFine(items);
  const gains = totalConfiscation(items);
  const whom = you(party);
  const pay =
    fine + gains === 0
      ? ""
      : `${whom}应当自收到本决定书之日起十五日内，将${fine > 0 ? `罚款${money(fine)}` : ""}${fine > 0 && gains > 0 ? "、" : ""}${gains > 0 ? `违法所得${money(gains)}` : ""}缴至${performance?.bank ?? "本机关指定的银行"}或者通过电子支付系统缴纳。`;
  const late =
    fine > 0 && performance?.surcharge === true
      ? `到期不缴纳罚款的，依据${penaltyLaw}第七十二条第一款第一项，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额；${whom}确有经济困难，需要延期或者分期缴纳的，可以依据第六十六条第二款向本机关申请。`
      : "";
  const said = performance === undefined ? "" : `履行方式和期限：${clause(performance.how)}。`;
  return [pay, late, said].filter((text) => text !== "").map(paragraph);
}

/** 行政处罚决定书 (行政处罚法59, CF-59): the six items, with the seal. */
export const penaltyDecision: PaperText = {
  number: (of) => told(of, "enforcement.proceeding.decided")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.proceeding.decided");
    const { party, proceeding, town } = of;
    if (event?.data.outcome !== "punish" || party === undefined || proceeding?.charges === undefined) return undefined;
    const { items } = proceeding.charges;
    const bases = [...new Set(items.map(({ law }) => law.legalBasis))].join("、");
    const departures = items.flatMap(({ fine }) => fine?.departure?.reasons ?? []);
    return {
      title: "行政处罚决定书",
      seal: "organ",
      blocks: [
        form(...partyRows(party)),
        heading("一、违法事实和证据"),
        ...chargesOf(items, of),
        heading("二、处罚前的告知和当事人的意见"),
        paragraph(courseOf(proceeding, party, of)),
        heading("三、处罚的理由、依据和种类"),
        ...paragraphs(event.personal.reasons),
        ...departures.map((reasons) => paragraph(`在裁量基准的幅度以外裁量的理由：${clause(reasons)}。`)),
        paragraph(`依据${bases}，本机关决定对${you(party)}作出下列行政处罚，并依据${penaltyLaw}第二十八条责令改正：`),
        ...outcomeOf(items, of),
        heading("四、履行方式和期限"),
        ...performanceOf(event, proceeding, party),
        heading("五、救济途径和期限"),
        paragraph(
          `${remedies("本决定", party, town, event.data.suit)}逾期不申请行政复议、不提起行政诉讼，又不履行本决定的，本机关依法申请人民法院强制执行。`,
        ),
      ],
      notes: ["本决定书依法送达当事人；具有一定社会影响的，依法公开（行政处罚法第四十八条、第六十一条）。"],
    };
  },
};

const grounds: Readonly<Record<NoPenaltyGround, { readonly where: string; readonly what: string }>> = {
  minor: { where: "第三十三条第一款", what: "违法行为轻微并及时改正，没有造成危害后果" },
  "first-time": { where: "第三十三条第一款", what: "初次违法且危害后果轻微并及时改正" },
  "no-fault": { where: "第三十三条第二款", what: "有证据足以证明没有主观过错" },
  "under-age": { where: "第三十条", what: "不满十四周岁的未成年人有违法行为" },
  incapable: { where: "第三十一条", what: "精神病人、智力残疾人在不能辨认或者不能控制自己行为时有违法行为" },
};

/** 不予行政处罚决定书 (行政处罚法30, 31, 33, 57; CF-33b): the ground, the reasons, the order to correct, and the education. */
export const noPenaltyDecision: PaperText = {
  number: (of) => told(of, "enforcement.proceeding.decided")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.proceeding.decided");
    const { party, proceeding, town } = of;
    if (event === undefined || party === undefined || proceeding === undefined || event.data.outcome === "punish")
      return undefined;
    const { outcome, ground } = event.data;
    const { reasons, lettingOff, guardian } = event.personal;
    const items = proceeding.charges?.items ?? [];
    const found = ground === undefined ? undefined : grounds[ground];
    const why =
      outcome === "not-proved" || found === undefined
        ? `依据${penaltyLaw}第四十条、第五十七条第一款第三项，违法事实不能成立，不予行政处罚。`
        : `${you(party)}的行为属于${found.what}的情形，依据${penaltyLaw}${found.where}、第五十七条第一款第二项，本机关决定不予行政处罚。`;
    return {
      title: "不予行政处罚决定书",
      seal: "organ",
      blocks: [
        form(...partyRows(party)),
        heading("一、查明的事实"),
        ...(items.length === 0
          ? (of.case?.acts ?? [])
              .filter(({ by }) => by.includes(party.id))
              .map(({ name, facts }) => paragraph(`${name.zh}：${clause(facts)}。`))
          : chargesOf(items, of)),
        heading("二、理由和依据"),
        ...paragraphs(reasons),
        paragraph(why),
        ...(outcome === "not-proved" ? [] : items.map((charge) => paragraph(`${orderOf(charge)}。`))),
        ...(lettingOff === undefined
          ? []
          : [
              paragraph(
                `本机关已于${plainDate(lettingOff.checkedOn)}核查改正情况，并于${plainDate(lettingOff.educatedOn)}对${you(party)}进行教育${lettingOff.promise === undefined ? "" : "，当事人已签署告知承诺书"}。`,
              ),
            ]),
        ...(guardian === undefined ? [] : [paragraph("本机关责令监护人加以管教。")]),
        heading("三、救济途径和期限"),
        paragraph(remedies("本决定", party, town)),
      ],
      notes: [],
    };
  },
};

const stopped = {
  "no-breach": "没有违法事实",
  "time-barred": "违法行为已超过追责时效",
  "party-died": "当事人死亡",
  "organisation-ended": "当事人终止且没有权利义务承受人",
  "no-power": "本机关没有管辖权",
  "wrong-party": "当事人认定错误",
} as const;

/** 终止案件调查决定书 (CF-57a): against this party nothing more is done. */
export const stopDecision: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.proceeding.stopped");
    const { party, town } = of;
    if (event === undefined || party === undefined || of.case === undefined) return undefined;
    const { ground, on } = event.data;
    return {
      title: "终止案件调查决定书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `本机关对${you(party)}涉嫌${of.case.acts
            .filter(({ by }) => by.includes(party.id))
            .map(({ name }) => name.zh)
            .join(
              "；",
            )}立案调查，因${stopped[ground]}，经本机关负责人批准，决定自${plainDate(on)}起终止对${you(party)}的调查。`,
        ),
        paragraph(`具体理由：${clause(event.personal.reasons)}。`),
        paragraph("对其财物采取的先行登记保存、查封、扣押措施立即解除。"),
        paragraph(remedies("本决定", party, town)),
      ],
      notes: [],
    };
  },
};

/** 变更（撤销）行政处罚决定书 (行政处罚法75, CF-48): what the organ itself changes of its decision. Of others the paper is theirs. */
export const reversal: PaperText = {
  draft(of) {
    const changed = told(of, "enforcement.proceeding.changed");
    const fallen = told(of, "enforcement.proceeding.overturned");
    const { party, proceeding, town } = of;
    const event = changed ?? fallen;
    if (event === undefined || event.data.by !== "own" || party === undefined) return undefined;
    if (proceeding === undefined || !("decision" in proceeding)) return undefined;
    const { decision } = proceeding;
    const { reasons, document } = event.personal;
    const intro = `本机关于${plainDate(decision.on)}对${you(party)}作出${decision.number.text.zh}。经复查（${document.number}，${plainDate(document.date)}），${reasons === undefined ? "" : `${clause(reasons)}。`}依据${penaltyLaw}第七十五条第二款，本机关决定：`;
    const what =
      changed === undefined
        ? [
            paragraph(
              `${fallen?.data.how === "void" ? "确认上述决定无效" : "撤销上述决定"}。已经缴纳的罚款和违法所得依法退还；已经公开的决定在三日内撤回并说明理由（第四十八条第二款）。`,
            ),
          ]
        : changed.personal.amounts.map(({ act, fineFen, confiscateFen }) => {
            const name = of.case?.acts.find(({ id }) => id === act)?.name.zh ?? act;
            return paragraph(
              `对${name}的处罚变更为：罚款${money(fineFen)}${confiscateFen > 0 ? `，没收违法所得${money(confiscateFen)}` : ""}；多缴的款项依法退还。`,
            );
          });
    return {
      title: changed === undefined ? "撤销行政处罚决定书" : "变更行政处罚决定书",
      addressee: party.name,
      seal: "organ",
      blocks: [paragraph(intro), ...what, paragraph(remedies("本决定", party, town))],
      notes: [],
    };
  },
};
