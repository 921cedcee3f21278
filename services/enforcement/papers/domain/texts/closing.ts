import { plainDate } from "../../../../../shared/papers/words.ts";
import { isFiled, type ProceedingEntry } from "../../../cases/domain/case/case.ts";
import { requiredPapers } from "../../../cases/domain/case/closing-list.ts";
import { caseNumber, type PaperText, personIn, told } from "../dossier.ts";
import { form, fullName, heading, matterOf, officersOf, pair, partyRows, row } from "../words.ts";

const outcomes: Readonly<Record<NonNullable<ProceedingEntry["outcome"]>, string>> = {
  punish: "给予行政处罚",
  "no-penalty": "不予行政处罚",
  "not-proved": "违法事实不能成立，不予行政处罚",
  transfer: "移送",
  stopped: "终止",
};
const endings = { decided: "作出决定并执行完毕", withdrawn: "撤案", stopped: "终止调查", transferred: "移送" } as const;

/** 结案审批表 (CF-57a): how each party's matter ended, that the file is complete, and the approval. */
export const closingReport: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.case.closed");
    if (event === undefined || of.case === undefined || !isFiled(of.case)) return undefined;
    const { parties, acts, officers, filedOn, proceedings, ending } = of.case;
    const { on, paper } = event.data;
    const ofParty = (id: string) => {
      const known = parties.find((one) => one.id === id);
      return known === undefined ? id : fullName(known);
    };
    return {
      title: "结案审批表",
      seal: "none",
      compact: true,
      blocks: [
        form(
          pair(["案号", caseNumber(of)], ["立案日期", plainDate(filedOn)]),
          row("案由", matterOf(acts)),
          ...parties.flatMap(partyRows),
          row("承办人", officersOf(officers)),
          pair(
            ["结案方式", endings[(ending ?? event.data.ending ?? { how: "decided" as const }).how]],
            ["结案日期", plainDate(on)],
          ),
        ),
        heading("处理和执行情况"),
        {
          kind: "table",
          columns: [
            { title: "当事人", parts: 40 },
            { title: "处理结果", parts: 35 },
            { title: "日期", parts: 25, centred: true },
          ],
          rows:
            proceedings.length === 0
              ? [["—", endings[(ending ?? { how: "decided" as const }).how], plainDate(on)]]
              : proceedings.map(({ party, outcome, on: day }) => [
                  ofParty(party),
                  outcome === undefined ? "" : outcomes[outcome],
                  plainDate(day),
                ]),
        },
        form(
          row("案卷材料", `该结案方式应当归档的材料共${requiredPapers(of.case).length}项，已经齐全。`),
          row("负责人审批意见", `同意结案。\n${personIn(of)(event.actor)}　${plainDate(on)}`),
        ),
      ],
      notes: [`结案报告原件：${paper.reference}`],
    };
  },
};
