import { plainDate } from "../../../../../shared/papers/words.ts";
import { type PaperText, told } from "../dossier.ts";
import {
  clause,
  form,
  money,
  officersOf,
  pair,
  paragraph,
  partyRows,
  penaltyLaw,
  reviewFirst,
  row,
  you,
} from "../words.ts";

/** 当场行政处罚决定书 (行政处罚法52, CF-52, CF-52a, FY-23): act, penalty, basis, sum, time, place, remedies, organ; signed by two officers. */
export const onSpotDecision: PaperText = {
  number: (of) => told(of, "enforcement.on-spot.decided")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.on-spot.decided");
    const { onSpot, town } = of;
    if (event === undefined || onSpot === undefined) return undefined;
    const {
      act,
      party,
      officers,
      told: said,
      kinds,
      amountFen,
      legalBasis,
      law,
      correction,
      form: given,
      tier,
    } = onSpot;
    const whom = you(party);
    const penalty = kinds.map((kind) => (kind === "罚款" ? `罚款${money(amountFen)}` : kind)).join("；");
    const fined = kinds.includes("罚款");
    const order = correction.how === "at-once" ? "立即改正" : `于${plainDate(correction.on)}前改正`;
    return {
      title: "当场行政处罚决定书",
      seal: "organ",
      compact: true,
      blocks: [
        form(
          ...partyRows(party),
          pair(["违法时间", plainDate(act.on)], ["违法地点", act.address]),
          row("违法行为", `${act.name.zh}：${clause(act.facts)}`),
          row("处罚依据", `${legalBasis}${law === "before" ? "（适用行为发生时的规定）" : ""}；裁量档次：${tier}`),
          row("处罚决定", `${penalty}；责令${order}`),
        ),
        paragraph(
          `执法人员已出示执法证件，当场告知${whom}拟作出的行政处罚内容及事实、理由、依据和依法享有的陈述、申辩等权利。当事人意见：${said.defence.stated ? clause(said.defence.note) : `未陈述、申辩（${clause(said.defence.note)}）`}。依据${penaltyLaw}第五十一条、第五十二条，本机关当场作出上述决定。`,
        ),
        ...(fined
          ? [
              paragraph(
                `罚款自收到本决定书之日起十五日内缴至本机关指定的银行或者通过电子支付系统缴纳；依法当场收缴的，执法人员出具财政部门统一制发的专用票据，不出具的，${whom}有权拒绝缴纳（第六十七条、第六十八条、第七十条）。`,
              ),
            ]
          : []),
        paragraph(reviewFirst("本决定", party, town)),
        form(
          row("执法人员签名", officersOf(officers)),
          row(
            "当事人签名",
            given.how === "signed"
              ? `已签收　${plainDate(event.data.on)}`
              : `拒绝签收${given.witness === undefined ? "" : `，见证人：${given.witness}`}${given.recording === undefined ? "" : "，有录音录像"}　${plainDate(event.data.on)}`,
          ),
        ),
      ],
      notes: ["本决定书当场交付当事人；执法人员按规定报本机关备案（第五十二条第三款）。"],
    };
  },
};
