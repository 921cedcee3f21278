import { add, type Fen, formatYuan } from "../../../shared/money/index.ts";
import { type Block, type DocumentContent, plainDate, renderHtml } from "../../../shared/papers/index.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { duesOf, type SettlementDue } from "./domain/settlement/dues.ts";
import type { KeptLine, KeptScheme } from "./domain/settlement/kept-sheet.ts";
import type { Settlement } from "./domain/settlement/words.ts";

const roundings = { "half-up": "四舍五入", "half-even": "四舍六入五成双", floor: "舍去", ceil: "进一" } as const;
const lacking = { amount: "金额", heads: "人数", posts: "编制数", condition: "条件" } as const;
const kindsOf = { town: "应付镇", county: "镇应上解" } as const;
const states = {
  ...{ draft: "草稿", sent: "已送核对", agreed: "双方一致", disputed: "部分项目有异议" },
  ...{ resolved: "异议已按文件解决", paid: "已结清" },
} as const;

/** The settlement of a year as a page for any printer: each line can be checked by hand. */
export const printedSettlement = (id: string, state: Settlement, town: TownProfile): string =>
  renderHtml(settlementSheet(id, state, town));

/** What the printed sheet says, as a page and as a PDF. */
export function settlementSheet(id: string, state: Settlement, town: TownProfile): DocumentContent {
  const { year, number, computedOn, sheet, status } = state;
  const days = (ref: { scheme: string; version: number }) =>
    town.finance.schemes.find((one) => one.id === ref.scheme && one.version === ref.version)?.dueDays;
  const payerName = (payer: string) => (payer === "county" ? town.county.name.zh : payer);
  const titleOf = (ref: { scheme: string; version: number; line: string }) =>
    sheet.schemes
      .find((one) => one.scheme === ref.scheme && one.version === ref.version)
      ?.lines.find((one) => one.id === ref.line)?.title ?? ref.line;
  const blocks: Block[] = [
    ...sheet.schemes.flatMap((scheme): Block[] => [
      { kind: "heading", text: `${scheme.document}（付款方：${payerName(scheme.payer)}）` },
      linesTable(scheme),
    ]),
    { kind: "heading", text: "应结算金额" },
    duesTable(duesOf(state, days), titleOf),
    ...(state.disputes.length === 0 ? [] : [disputesTable(state, titleOf)]),
  ];
  return {
    ...{
      id,
      kind: "settlement",
      layout: "record",
      title: `${year}年度财政体制结算表`,
      blocks,
      seal: "none",
      compact: true,
    },
    ...{ number: `第${number}稿 ${states[status]}`, organ: town.name.zh, date: plainDate(computedOn) },
    notes: [
      "金额单位：元。各项只在末尾取舍一次，分档逐档取舍；合计为所列各数之和。只计已入账数。",
      ...sheet.missing.map(({ what, line, of }) => `待定：项目${line}缺${of}${lacking[what]}，不按零计算。`),
    ],
    specimen: town.documents.specimen,
  };
}

const yuan = (amount: Fen | undefined): string => (amount === undefined ? "待定" : formatYuan(amount));

function linesTable({ lines }: KeptScheme): Block {
  return {
    kind: "table",
    columns: [
      { title: "项目", parts: 4 },
      { title: "计算式和依据", parts: 11 },
      { title: "结果", parts: 5 },
    ],
    rows: lines.map((line) => [line.title ?? line.id, workOf(line), yuan(line.result)]),
  };
}

/** The formula in figures, how it was rounded, the documents, and what is left out of the measure. */
function workOf({ formula, rounded, without = [], inputs }: KeptLine): string {
  const documents = new Set(
    inputs.flatMap((input) => {
      if (input.from === "heads") return input.documents;
      return input.from === "document" || input.from === "condition" ? [input.document] : [];
    }),
  );
  const entries = inputs.flatMap((input) =>
    input.from === "entries" ? [`${input.class}科目${input.count}笔${formatYuan(input.amount)}`] : [],
  );
  return [
    ...(formula === undefined
      ? []
      : [rounded === undefined ? formula : `${formula} = ${rounded.exact}（${roundings[rounded.by]}）`]),
    ...entries,
    ...(without.length === 0 ? [] : [`不含${without.join("、")}`]),
    ...(documents.size === 0 ? [] : [`依据：${[...documents].join("、")}`]),
  ].join("；");
}

function duesTable(dues: readonly SettlementDue[], titleOf: (due: SettlementDue) => string): Block {
  return {
    kind: "table",
    columns: [
      { title: "项目", parts: 4 },
      { title: "方向", parts: 3 },
      { title: "应结算", parts: 7 },
      { title: "已预付", parts: 7 },
      { title: "尚欠", parts: 7 },
      { title: "期限", parts: 4 },
    ],
    rows: dues.map((due) => [
      ...[
        titleOf(due),
        kindsOf[due.to],
        yuan(due.amount),
        formatYuan(add(due.advanced, due.received)),
        yuan(due.outstanding),
      ],
      due.dueOn ?? "",
    ]),
  };
}

function disputesTable(
  { disputes, rulings }: Settlement,
  titleOf: (one: Settlement["disputes"][number]) => string,
): Block {
  return {
    kind: "table",
    columns: [
      { title: "异议项目", parts: 4 },
      { title: "镇", parts: 7 },
      { title: "县", parts: 7 },
      { title: "理由", parts: 6 },
      { title: "按文件", parts: 7 },
    ],
    rows: disputes.map((one) => {
      const ruled = rulings.find(
        (other) => other.scheme === one.scheme && other.version === one.version && other.line === one.line,
      );
      return [
        titleOf(one),
        formatYuan(one.ours),
        formatYuan(one.theirs),
        one.reasons,
        ruled === undefined ? "" : formatYuan(ruled.amount),
      ];
    }),
  };
}
