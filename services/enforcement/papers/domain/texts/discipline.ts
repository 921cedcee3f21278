import { type PaperText, told } from "../dossier.ts";
import { byHand, clause, form, fullName, matterOf, paragraph, penaltyLaw, row } from "../words.ts";

const articles = { "under-age": "第三十条", incapable: "第三十一条" } as const;
const duties = { "under-age": "加以管教", incapable: "严加看管和治疗" } as const;

/** 责令管教（看管）通知书 (行政处罚法30, 31; CF-30a): where a child or a person without capacity gets no penalty, the guardian is told. */
export const disciplineOrder: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.proceeding.decided");
    const { party } = of;
    const ground = event?.data.ground;
    if (event?.personal.guardian === undefined || party === undefined || of.case === undefined) return undefined;
    if (ground !== "under-age" && ground !== "incapable") return undefined;
    const acts = of.case.acts.filter(({ by }) => by.includes(party.id));
    return {
      title: ground === "under-age" ? "责令管教通知书" : "责令看管通知书",
      addressee: `${party.name}的监护人`,
      seal: "organ",
      blocks: [
        paragraph(
          `${fullName(party)}涉嫌${matterOf(acts)}，本机关依法不予行政处罚（${event.data.number.text.zh}）。依据${penaltyLaw}${articles[ground]}，责令你作为监护人对其${duties[ground]}：`,
        ),
        paragraph(`${clause(event.personal.guardian)}。`),
        form(row("监护人签收", byHand)),
      ],
      notes: [
        "未成年人的姓名、住所、照片和就读学校不得在公开的文书中出现（《中华人民共和国未成年人保护法》第一百零三条）。",
      ],
    };
  },
};
