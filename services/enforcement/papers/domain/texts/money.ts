import type { AgreedSum } from "../../../../../shared/fines/index.ts";
import { plainDate } from "../../../../../shared/papers/words.ts";
import { owedOn } from "../../../payment/domain/owed.ts";
import { type Dossier, lastTold, type PaperText, told } from "../dossier.ts";
import { clause, coercionLaw, form, money, pair, paragraph, penaltyLaw, remedies, row, you } from "../words.ts";

/** The decision of which money papers tell, with its day and number. */
export const decisionOf = ({ proceeding }: Dossier): string => {
  if (proceeding === undefined || !("decision" in proceeding)) return "";
  const { on, number } = proceeding.decision;
  return `本机关于${plainDate(on)}作出的${number.text.zh}`;
};

/** T-13: a day of rest is told with the working day to which it moves. */
const lastDay = ({ due, agreedDue }: Pick<AgreedSum, "due" | "agreedDue">): string =>
  agreedDue === undefined ? plainDate(due) : `${plainDate(due)}（${plainDate(agreedDue)}为休息日，顺延）`;

/** 延期（分期）缴纳罚款决定书 (行政处罚法66(2), CF-66): what was asked and why, what is decided, and the days with their sums. */
export const instalments: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.fine.deferral-decided");
    const asked = lastTold(of, "enforcement.fine.deferral-asked");
    const { fine, party, town } = of;
    if (event === undefined || asked === undefined || fine === undefined || party === undefined) return undefined;
    const { kind, plan, askedOn } = asked.data;
    const { approved } = event.data;
    const whom = you(party);
    const what = kind === "deferral" ? "延期" : "分期";
    return {
      title: approved ? `同意${what}缴纳罚款决定书` : `不予${what}缴纳罚款决定书`,
      addressee: party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `${decisionOf(of)}对${whom}处以罚款${money(fine.fineFen)}。${whom}于${plainDate(askedOn)}以${clause(asked.personal.reasons)}为由申请${what}缴纳。依据${penaltyLaw}第六十六条第二款，本机关${approved ? "批准" : "不予批准"}${whom}的申请。理由：${clause(event.personal.reasons)}。`,
        ),
        ...(approved
          ? [
              paragraph("罚款按下列期限缴纳："),
              {
                kind: "table" as const,
                columns: [
                  { title: "期次", parts: 15, centred: true as const },
                  { title: "缴纳期限", parts: 30, centred: true as const },
                  { title: "金额", parts: 55 },
                ],
                rows: (event.data.plan ?? plan).map((part, at) => [
                  String(at + 1),
                  lastDay(part),
                  money(part.amountFen),
                ]),
              },
              ...(fine.surcharge
                ? [
                    paragraph(
                      "逾期不缴纳的，每日按应缴数额的百分之三加处罚款，加处罚款的总额不超出罚款的数额（第七十二条第一款第一项）。",
                    ),
                  ]
                : []),
              paragraph(
                "批准延期、分期缴纳的，申请人民法院强制执行的期限自暂缓或者分期缴纳期限结束之日起计算（第七十二条第二款）。",
              ),
            ]
          : [paragraph(`${whom}应当按照原决定书的期限缴纳。`), paragraph(remedies("本决定", party, town))]),
      ],
      notes: [],
    };
  },
};

/** 催告书 (行政强制法35, 54; QZ-35, QZ-54): the term, the way, the sum and how it is paid, and the right to be heard. */
export const demandLetter: PaperText = {
  number: (of) => told(of, "enforcement.fine.demanded")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.fine.demanded");
    const { fine, party, town } = of;
    if (event === undefined || fine === undefined || party === undefined) return undefined;
    const { payee, issuedOn, owedFen } = event.data;
    const owed = owedOn(fine, issuedOn, { town });
    const whom = you(party);
    return {
      title: "履行行政处罚决定催告书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `${decisionOf(of)}已于${plainDate(fine.receivedOn)}送达${whom}。${whom}逾期未履行。依据${coercionLaw}第三十五条、第五十四条，现催告如下：`,
        ),
        form(
          pair(["应缴罚款", money(owed.fineFen)], ["应缴违法所得", money(owed.gainsFen)]),
          pair([`加处罚款（逾期${owed.lateDays}日）`, money(owed.surchargeFen)], ["已缴", money(owed.paidFen)]),
          row("应当缴纳的金额合计", money(owedFen)),
          row("履行期限", "自收到本催告书之日起十个工作日内"),
          row("履行方式", `缴至${payee}，账号：${event.personal.account}`),
        ),
        paragraph(
          `依据${coercionLaw}第三十六条，${whom}收到本催告书后有权进行陈述和申辩，本机关充分听取意见，对提出的事实、理由和证据进行记录、复核；成立的，予以采纳。`,
        ),
        paragraph(`逾期仍不履行的，本机关依法申请${town.documents.court.zh}强制执行。`),
      ],
      notes: fine.surcharge
        ? [
            "加处罚款计算至本催告书制作之日，此后仍未缴纳的继续计算，总额不超出罚款的数额。",
            // CF-67a: the surcharge is paid before it is contested.
            "对加处罚款有异议的，应当先缴纳罚款和加处的罚款，再依法申请行政复议（罚款决定与罚款收缴分离实施办法第九条第二款）。",
          ]
        : [],
    };
  },
};
