import { plainDate } from "../../../../../shared/papers/words.ts";
import type { Substitution } from "../../../buildings/domain/substitution/substitution.ts";
import { type Dossier, type PaperText, told } from "../dossier.ts";
import { clause, coercionLaw, form, money, paragraph, paragraphs, partyRows, remedies, row, you } from "../words.ts";

type Ordinary = NonNullable<Substitution["ordinary"]>;
const grounds: Readonly<Record<Ordinary["ground"], string>> = {
  "traffic-safety": "已经或者将危害交通安全",
  pollution: "已经或者将造成环境污染",
  "natural-resources": "已经或者将破坏自然资源",
};
const tasks: Readonly<Record<Ordinary["task"], string>> = {
  "remove-obstruction": "排除妨碍",
  restore: "恢复原状",
};

/** What each paper is made of: the substitution, the party, and the number of the decision that he did not follow. */
function known({ substitution, party, proceeding }: Dossier) {
  if (substitution?.ordinary === undefined || party === undefined) return undefined;
  const decision =
    proceeding !== undefined && "decision" in proceeding ? proceeding.decision.number.text.zh : "行政决定";
  return { substitution, ordinary: substitution.ordinary, party, decision };
}

/** 履行催告书 (行政强制法50; QZ-51): what is to be done, or somebody else does it at the party's cost. */
export const substitutionDemand: PaperText = {
  number: (of) => told(of, "enforcement.substitution.demanded")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.substitution.demanded");
    const found = known(of);
    if (event === undefined || found === undefined) return undefined;
    const { ordinary, party, decision } = found;
    return {
      title: "履行义务催告书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        form(...partyRows(party)),
        paragraph(
          `${decision}要求${you(party)}${tasks[ordinary.task]}，${you(party)}逾期未履行，其后果${grounds[ordinary.ground]}。依据${coercionLaw}第三十五条、第五十条，现催告${you(party)}履行：`,
        ),
        ...paragraphs(event.personal.description),
        paragraph(
          `${you(party)}收到本催告书后有权进行陈述和申辩。经催告仍不履行的，本机关依法代履行或者委托没有利害关系的第三人代履行，费用按照成本合理确定，由${you(party)}承担，法律另有规定的除外。`,
        ),
      ],
      notes: [],
    };
  },
};

/** 代履行决定书 (行政强制法51; QZ-51): reasons and basis, way and day, the cost told beforehand, who does it, remedies. */
export const substitutionDecision: PaperText = {
  number: (of) => told(of, "enforcement.substitution.decided")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.substitution.decided");
    const found = known(of);
    if (event === undefined || found === undefined) return undefined;
    const { substitution, ordinary, party, decision } = found;
    const { estimateFen, plannedFor } = event.data;
    const { reasons, performer } = event.personal;
    return {
      title: "代履行决定书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        form(...partyRows(party)),
        paragraph(
          `${you(party)}不履行${decision}，经${substitution.demand?.number.text.zh ?? ""}催告仍不履行，其后果${grounds[ordinary.ground]}。${clause(reasons)}。依据${coercionLaw}第五十条、第五十一条，本机关决定代履行。`,
        ),
        form(
          row("代履行的内容", `${tasks[ordinary.task]}：${clause(substitution.description)}`),
          row("代履行的时间", `${plainDate(plannedFor)}起；实施三日前再次催告，${you(party)}履行的，停止代履行`),
          row("代履行人", performer),
          row("费用预算", `${money(estimateFen)}；按照成本合理确定，由${you(party)}承担`),
        ),
        paragraph(
          "代履行时，本机关派员到场监督；代履行完毕后，到场监督的工作人员、代履行人和当事人或者见证人在执行文书上签名或者盖章。代履行不采用暴力、胁迫以及其他非法方式。",
        ),
        paragraph(remedies("本决定", party, of.town)),
      ],
      notes: [],
    };
  },
};

/** 代履行催告书 (行政强制法51(1)(2); QZ-51): three working days before it is done the party is told once more. */
export const substitutionReminder: PaperText = {
  number: (of) => told(of, "enforcement.substitution.reminded")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.substitution.reminded");
    const found = known(of);
    if (event === undefined || found?.substitution.decision === undefined) return undefined;
    const { substitution, party } = found;
    const { number, plannedFor } = substitution.decision ?? { number: undefined, plannedFor: "" };
    return {
      title: "代履行催告书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `本机关作出的${number?.text.zh ?? ""}定于${plainDate(plannedFor)}起实施。依据${coercionLaw}第五十一条第一款第二项，实施前再次催告${you(party)}履行：`,
        ),
        ...paragraphs(event.personal.text),
        paragraph(`${you(party)}在实施前履行的，停止代履行。`),
      ],
      notes: [],
    };
  },
};
