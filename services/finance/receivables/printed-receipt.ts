import { capitalAmount, formatYuan } from "../../../shared/money/index.ts";
import { type DocumentContent, plainDate } from "../../../shared/papers/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import type { TownProfile } from "../../../shared/town/profile.ts";
import type { FiscalReceipt } from "./domain/fiscal-receipt/fiscal-receipt.ts";
import { kindNames } from "./printed-notice.ts";

const titles = {
  fee: "非税收入一般缴款书（收据）",
  penalty: "罚没票据",
  cost: "非税收入一般缴款书（收据）",
  income: "非税收入一般缴款书（收据）",
} as const satisfies Record<FiscalReceipt["kind"], string>;

/** What a fiscal receipt says (CF-70, 财政票据管理办法): number, payer, sum in figures and capitals, day. A void one says so. */
export function receiptContent(
  { id, state }: Pick<Loaded<FiscalReceipt>, "id" | "state">,
  madeOutTo: string,
  { name, finance, documents }: TownProfile,
): DocumentContent {
  const { number, issuedOn, kind, source, amount, paidOn, serial, receivable, status, voidedOn = "" } = state;
  const isVoid = status === "voided";
  return {
    ...{ id, number, organ: `${name.zh}人民政府`, date: plainDate(issuedOn), kind: "fiscal-receipt" },
    ...{ layout: "record", title: isVoid ? `${titles[kind]}\n（已作废）` : titles[kind], seal: "organ" },
    specimen: documents.specimen,
    blocks: [
      {
        kind: "form",
        rows: [
          [
            { label: "票据号码", value: number },
            { label: "开票日期", value: plainDate(issuedOn) },
          ],
          [{ label: "交款人", value: madeOutTo }],
          [
            { label: "项目名称", value: source?.title ?? (kind === "income" ? titles.income : kindNames[kind]) },
            {
              label: "收入科目",
              value: source?.item ?? (kind === "income" ? "" : finance.receiptAccounts.items[kind]),
            },
          ],
          [
            { label: "金额（小写）", value: `¥${formatYuan(amount)}` },
            { label: "金额（大写）", value: capitalAmount(amount) },
          ],
          [
            { label: "入库日期", value: plainDate(paidOn) },
            { label: "银行流水号", value: serial },
          ],
          [{ label: "来源事项", value: receivable }],
        ],
      },
    ],
    notes: [
      ...(isVoid ? [`本票据已于${plainDate(voidedOn)}作废，不作为缴款凭证。`] : []),
      "款项已全部缴入国库，任何部门和个人不得截留、返还（《中华人民共和国行政许可法》第五十九条、《中华人民共和国行政处罚法》第七十四条）。",
    ],
  };
}
