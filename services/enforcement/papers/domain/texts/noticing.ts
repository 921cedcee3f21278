import { inChinese, plainDate } from "../../../../../shared/papers/words.ts";
import type { CaseParty } from "../../../cases/domain/case/case.ts";
import type { Charge } from "../../../cases/domain/proceeding/proceeding.ts";
import { type Dossier, lastTold, type PaperText, told } from "../dossier.ts";
import {
  clause,
  evidenceLines,
  form,
  heading,
  officersOf,
  orderOf,
  paragraph,
  partyRows,
  penaltiesOf,
  penaltyLaw,
  whenDone,
  you,
} from "../words.ts";

/** CF-40, CF-29a: each act with its facts, its evidence, its law and what is proposed for it. */
export function chargesOf(items: readonly Charge[], of: Dossier) {
  const acts = of.case?.acts ?? [];
  return items.flatMap(({ act: id, facts, law }) => {
    const act = acts.find((one) => one.id === id);
    const when = act === undefined ? "" : `${whenDone(act)}，在${act.address}，`;
    return [
      paragraph(`${act?.name.zh ?? ""}：${when}${facts.map(({ text }) => clause(text)).join("；")}。`),
      ...evidenceLines([...new Set(facts.flatMap(({ evidence }) => evidence))], of).map(paragraph),
      paragraph(`该行为违反了${law.legalBasis}的规定${law.version === "before" ? "（适用行为发生时的规定）" : ""}。`),
    ];
  });
}

/** What is proposed or decided for each act, with the order to correct. */
export const outcomeOf = (items: readonly Charge[], of: Dossier) =>
  items.flatMap((charge, at) => {
    const act = of.case?.acts.find(({ id }) => id === charge.act);
    const named = items.length > 1 ? `${at + 1}. 对${act?.name.zh ?? ""}：` : "";
    return [paragraph(`${named}${penaltiesOf(charge)}。`), paragraph(`${orderOf(charge)}。`)];
  });

const intro = (party: CaseParty, of: Dossier) =>
  paragraph(
    `${you(party)}涉嫌${(of.case?.acts ?? [])
      .filter(({ by }) => by.includes(party.id))
      .map(({ name }) => name.zh)
      .join("；")}一案，本机关已调查终结。`,
  );

/**
 * 行政处罚事先告知书 (行政处罚法44, 45, 63, 64; CF-44): content, facts, reasons and basis of what is meant, the right to be heard, and the
 * right to a hearing where there is one.
 */
export const priorNotice: PaperText = {
  number: (of) => told(of, "enforcement.proceeding.noticed")?.data.number.text.zh,
  draft(of) {
    const event = told(of, "enforcement.proceeding.noticed");
    const { party, proceeding, town } = of;
    if (event === undefined || party === undefined || proceeding?.charges === undefined) return undefined;
    const { hearingRight } = event.data;
    const whom = you(party);
    const items = proceeding.charges.items;
    const tiers = items.flatMap(({ fine }) => (fine === undefined ? [] : [fine.tier]));
    return {
      title: hearingRight ? "行政处罚事先（听证）告知书" : "行政处罚事先告知书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        intro(party, of),
        form(...partyRows(party)),
        heading("一、违法事实、证据和依据"),
        ...chargesOf(items, of),
        heading("二、拟作出的行政处罚"),
        paragraph(
          `依据${[...new Set(items.map(({ law }) => law.legalBasis))].join("、")}${tiers.length === 0 ? "" : `，参照本机关公布的裁量基准（${[...new Set(tiers)].join("、")}）`}，本机关拟对${whom}作出下列处理：`,
        ),
        ...outcomeOf(items, of),
        heading("三、依法享有的权利"),
        paragraph(
          `依据${penaltyLaw}第四十四条、第四十五条，${whom}有权进行陈述和申辩，可以自收到本告知书之日起${inChinese(town.enforcement.defence.workingDays)}个工作日内以口头或者书面方式向本机关提出。本机关不因${whom}陈述、申辩而给予更重的处罚。逾期未提出的，本机关依法作出决定。`,
        ),
        ...(hearingRight
          ? [
              paragraph(
                `依据${penaltyLaw}第六十三条、第六十四条，${whom}有权要求听证，应当自收到本告知书之日起五个工作日内提出；${whom}可以亲自参加听证，也可以委托一至二人代理，不承担组织听证的费用。逾期未要求的，视为放弃听证。`,
              ),
            ]
          : []),
      ],
      notes: [
        ...(of.case === undefined ? [] : [`承办执法人员：${officersOf(of.case.officers)}。`]),
        `联系地址：${town.name.zh}综合行政执法队。`,
      ],
    };
  },
};

/** 陈述申辩复核意见书 (行政处罚法45, CF-45): each point the party made, whether it is taken, and why. */
export const defenceReview: PaperText = {
  draft(of) {
    const event = told(of, "enforcement.proceeding.defence-reviewed");
    const { party, proceeding } = of;
    if (event === undefined || party === undefined || proceeding === undefined || !("notice" in proceeding))
      return undefined;
    const { notice } = proceeding;
    if (notice === undefined) return undefined;
    const whom = you(party);
    const said = (id: string) => notice.statements.find((one) => one.id === id);
    const first = notice.statements[0]?.on;
    return {
      title: "陈述申辩复核意见书",
      addressee: party.name,
      seal: "organ",
      blocks: [
        paragraph(
          `本机关以${notice.number.text.zh}告知${whom}拟作出的行政处罚后，${whom}${first === undefined ? "" : `于${plainDate(first)}`}提出陈述、申辩。依据${penaltyLaw}第四十五条，本机关对提出的事实、理由和证据逐项进行了复核，意见如下：`,
        ),
        {
          kind: "table",
          columns: [
            { title: "序号", parts: 9, centred: true },
            { title: "陈述、申辩的内容", parts: 36 },
            { title: "是否采纳", parts: 15, centred: true },
            { title: "理由", parts: 40 },
          ],
          rows: event.personal.answers.map(({ statement, point, taken, reasons }, at) => [
            String(at + 1),
            said(statement)?.points[point] ?? "",
            taken ? "采纳" : "不采纳",
            reasons,
          ]),
        },
        paragraph(`本机关不因${whom}陈述、申辩而给予更重的处罚。`),
      ],
      notes: [],
    };
  },
};

/** The opinion that the legal reviewer wrote last. */
export const lastReview = (of: Dossier) => lastTold(of, "enforcement.proceeding.legally-reviewed");
