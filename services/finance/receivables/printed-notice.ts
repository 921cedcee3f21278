import { fen, formatYuan } from "../../../shared/money/index.ts";
import { type Block, type DocumentContent, plainDate } from "../../../shared/papers/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import { instalmentsOf, owedOfPenalty } from "./domain/penalty.ts";
import { listedOn, owedOf, type Receivable, receivedOf } from "./domain/receivable.ts";

/** What a claim is called on papers. */
export const kindNames = {
  fee: "行政事业性收费",
  penalty: "罚没收入",
  cost: "代履行、强制拆除费用",
} as const satisfies Record<Receivable["kind"], string>;

const spaced = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, "$1 ");
/** CF-66: the parts that are still open; none where it is paid at once. */
function partsOf(state: Receivable): readonly Block[] {
  if (state.terms === undefined) return [];
  const parts = instalmentsOf({ ...state, terms: state.terms }).filter(({ openFen }) => openFen > 0);
  if (parts.length < 2) return [];
  return [
    { kind: "heading", text: "分期缴纳" },
    {
      kind: "table",
      columns: [
        { title: "期限", parts: 4 },
        { title: "金额（元）", parts: 4 },
        { title: "未缴（元）", parts: 4 },
      ],
      rows: parts.map(({ due, amountFen, openFen }) => [
        plainDate(due),
        formatYuan(fen(amountFen)),
        formatYuan(fen(openFen)),
      ]),
    },
  ];
}

/** CF-72: how the surcharge grows, where the decision says so. */
function surchargeNote(state: Receivable, today: string): readonly string[] {
  if (state.terms?.surcharge !== true) return [];
  const { surchargeFen, lateDays } = owedOfPenalty({ ...state, terms: state.terms }, today);
  const counted = lateDays === 0 ? "" : `截至本通知日已逾期${lateDays}日，加处罚款${formatYuan(fen(surchargeFen))}元。`;
  return [
    `${counted}到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款不超过罚款数额（《中华人民共和国行政处罚法》第七十二条）。`,
  ];
}

/** What a payment notice says on a day: the sum, the day, the code. Who the payer is stands in the decision, not here. */
export function noticeContent(
  { id, state }: Pick<Loaded<Receivable>, "id" | "state">,
  { today, code }: { readonly today: string; readonly code: string },
  town: TownProfile,
): DocumentContent {
  const yuan = (amount: Parameters<typeof formatYuan>[0]): string => `${formatYuan(amount)}元`;
  return {
    ...{ id, number: code, organ: `${town.name.zh}人民政府`, date: plainDate(today), kind: "payment-notice" },
    ...{ layout: "record", title: "缴款通知书", seal: "organ", specimen: town.documents.specimen },
    blocks: [
      {
        kind: "form",
        rows: [
          [{ label: "缴款码", value: spaced(code) }],
          [
            { label: "款项性质", value: kindNames[state.kind] },
            { label: "来源事项", value: state.claim },
          ],
          [
            { label: "应缴", value: yuan(state.due) },
            { label: "已缴", value: yuan(receivedOf(state)) },
          ],
          [
            { label: "尚欠（含加处罚款）", value: yuan(owedOf(state, today)) },
            { label: "缴款期限", value: plainDate(listedOn(state)) },
          ],
        ],
      },
      ...partsOf(state),
      {
        kind: "paragraph",
        text: "请凭缴款码到代收银行或者通过电子支付系统缴款，附言写明缴款码。款项直接缴入国库。缴款后可凭本人登录取得财政票据。",
      },
    ],
    notes: [
      ...surchargeNote(state, today),
      "作出决定的机关与收缴款项的机构分离，除法律规定当场收缴的外，工作人员不得自行收取款项（《中华人民共和国行政处罚法》第六十七条）。",
    ],
  };
}
