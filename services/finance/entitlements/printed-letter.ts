import { type Fen, fen, formatYuan, sum } from "../../../shared/money/index.ts";
import { type DocumentContent, plainDate } from "../../../shared/papers/index.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import type { DemandLetter } from "./domain/letter/demand-letter.ts";
import { payerNameIn } from "./domain/payers.ts";

const yuan = (amount: Fen | undefined): string => (amount === undefined ? "待核定" : formatYuan(amount));

/** What a letter to a payer says: each entitlement with its ground, what came, and what is outstanding. */
export function letterContent(
  id: string,
  { number, on, payer, lines }: DemandLetter,
  town: TownProfile,
): DocumentContent {
  const outstanding = sum(lines.map((one) => one.outstanding ?? fen(0)));
  const open = lines.filter((one) => one.outstanding === undefined).length;
  const alsoOpen = open === 0 ? "" : `另有${open}项尚未核定金额，请予核定。`;
  return {
    ...{ id, number, organ: `${town.name.zh}人民政府`, date: plainDate(on), kind: "demand-letter", layout: "letter" },
    title: "关于商请拨付到期资金的函",
    addressee: payerNameIn(town, payer),
    blocks: [
      {
        kind: "paragraph",
        text: `截至${plainDate(on)}，下列事项已到期，尚有${formatYuan(outstanding)}元未到账。${alsoOpen}`,
      },
      {
        kind: "table",
        columns: [
          { title: "事项", parts: 5 },
          { title: "文件和计算式", parts: 6 },
          { title: "应得", parts: 5 },
          { title: "已到账", parts: 5 },
          { title: "尚欠", parts: 5 },
          { title: "期限", parts: 4 },
        ],
        rows: lines.map((one) => [
          one.title,
          [one.document ?? "无文件", ...(one.formula === undefined ? [] : [one.formula])].join("；"),
          ...[yuan(one.owed), formatYuan(one.received), yuan(one.outstanding), one.dueOn ?? "未定"],
        ]),
      },
      { kind: "paragraph", text: "请按照《中华人民共和国预算法》第五十二条的规定及时拨付，并请函复。" },
    ],
    seal: "organ",
    notes: ["金额单位：元。没有金额的承诺列为待核定，不按零计算。"],
    specimen: town.documents.specimen,
  };
}
