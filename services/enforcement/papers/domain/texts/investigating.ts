import { plainDate } from "../../../../../shared/papers/words.ts";
import { isFiled } from "../../../cases/domain/case/case.ts";
import { type PaperText, personIn, told } from "../dossier.ts";
import {
  clause,
  evidenceLines,
  form,
  heading,
  matterOf,
  officersOf,
  pair,
  paragraph,
  paragraphs,
  partyRows,
  penaltyLaw,
  row,
  whenDone,
} from "../words.ts";

/** 调查终结报告 (行政处罚法57, CF-57): parties, facts with their evidence, and what the officers found. */
export const investigationReport: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.case.reported");
    if (event === undefined || of.case === undefined || !isFiled(of.case)) return undefined;
    const { acts, parties, officers, filedOn, evidence } = of.case;
    const { on, complex, suspectedCrime } = event.data;
    const name = personIn(of);
    const proved = (act: string) =>
      evidence.filter((one) => one.established && one.excluded === undefined && one.acts.includes(act));
    return {
      title: "案件调查终结报告",
      seal: "none",
      compact: true,
      blocks: [
        form(
          row("案由", matterOf(acts)),
          pair(["立案日期", plainDate(filedOn)], ["调查终结日期", plainDate(on)]),
          ...parties.flatMap(partyRows),
          row("承办人", officersOf(officers)),
        ),
        heading("一、查明的事实和证据"),
        ...acts.flatMap(({ id, name: what, facts, address, ...days }) => [
          paragraph(`${what.zh}：${whenDone(days)}，在${address}，${clause(facts)}。`),
          ...evidenceLines(
            proved(id).map((one) => one.id),
            of,
          ).map(paragraph),
        ]),
        heading("二、调查结论"),
        ...paragraphs(event.personal.summary),
        paragraph(
          `${complex === true ? "本案情节复杂或者重大，须经法制审核和集体讨论。" : "本案不属于情节复杂或者重大的案件。"}${suspectedCrime === true ? "涉嫌犯罪，须移送公安机关。" : "未发现涉嫌犯罪。"}`,
        ),
        heading("三、处理意见"),
        paragraph(
          `调查已终结，提请依据${penaltyLaw}第五十七条审查决定；拟处罚的种类、幅度和责令改正的内容按每一当事人另行提出，并在决定前依法告知。`,
        ),
        form(...event.personal.handlers.map((sub) => row("承办人签名", `${name(sub)}　${plainDate(on)}`))),
      ],
      notes: [`报告原件散列值（SHA-256）：${event.data.sha256}`],
    };
  },
};
