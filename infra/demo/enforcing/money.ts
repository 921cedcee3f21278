import * as z from "zod";
import { accountant, cashier, officer } from "../people.ts";
import { line } from "../show.ts";
import type { Week } from "../week.ts";
import { asParty, place } from "./cases.ts";

const fine = z.object({
  id: z.string(),
  status: z.string(),
  limit: z.object({ due: z.string().nullable() }),
  owed: z.object({
    fineFen: z.int(),
    surchargeFen: z.int(),
    lateDays: z.int(),
    openFen: z.int(),
    capped: z.boolean(),
  }),
});
const yuan = (fen: number) => `${fen / 100} 元`;
const at = (id: string) => `/enforcement/fines/${id}`;

export const fineOf = ({ town }: Week, id: string): Promise<z.infer<typeof fine>> => town.get(at(id), fine, accountant);

/** Officers take no money (CF-67): the accountant records the bank's slip. */
export async function payFine(week: Week, id: string): Promise<void> {
  const { owed, limit } = await fineOf(week, id);
  const slip = { amountFen: owed.openFen, on: week.today.toString(), receipt: `银行〔示例〕${id.slice(-8)}` };
  const path = `${at(id)}/note-payment`;
  const refusal = await week.town.refuses("auth.role", path, slip, officer(1));
  const { status } = await week.town.post(path, slip, fine, accountant);
  await week.town.settle();
  line(
    `罚款 ${yuan(owed.fineFen)}，限 ${limit.due}；执法人员不得收款（${refusal.code}），会计登记到账 → ${status}`,
    "paid at the bank, recorded by the accountant",
  );
}

/** CF-72: three per cent a day of what is unpaid, never more than the fine. */
export async function showSurcharge(week: Week, id: string): Promise<void> {
  const { owed, limit } = await fineOf(week, id);
  line(
    `另一笔罚款 ${yuan(owed.fineFen)} 限 ${limit.due}，逾期 ${owed.lateDays} 日，加处 ${yuan(owed.surchargeFen)}，应缴 ${yuan(owed.openFen)}`,
    "late: three per cent a day, never more than the fine",
  );
}

const spot = z.object({
  id: z.string(),
  status: z.string(),
  number: z.object({ text: z.object({ zh: z.string() }) }).optional(),
  reportBy: z.object({ due: z.string().nullable() }).optional(),
});

/** CF-51, CF-68: a hundred yuan on the spot; two officers, one form, the money to the bank through other hands. */
export async function onTheSpot(week: Week): Promise<void> {
  const { town } = week;
  const penalty = {
    ...{ code: "PN-076", place, address: "广通镇古驿道〔示例〕", facts: "损毁文物保护标志" },
    ...{ party: asParty(week.person()), with: officer(2).sub, kinds: ["罚款"], amountFen: 10_000, tier: "minor" },
    told: { cardsShown: true, factsAndBasis: true, rights: true, defence: { stated: true, note: "当事人认错" } },
    ...{ correction: { how: "at-once" }, form: { how: "signed" } },
  };
  const path = "/enforcement/on-spot-penalties";
  const heavy = await town.refuses(
    "enforcement.simple-not-allowed",
    path,
    { ...penalty, amountFen: 20_100 },
    officer(1),
  );
  const { id } = await town.post(path, penalty, spot, officer(1));
  const step = (verb: string, body: object, by = officer(1)) => town.post(`${path}/${id}/${verb}`, body, spot, by);
  const { number, reportBy } = await step("countersign", {}, officer(2));
  const why = { hardToEnforceLater: false, remote: false, partyProposes: false, reasons: "一百元以下" };
  await step("collect", { receipt: `财票〔示例〕${id.slice(-6)}`, ...why });
  await step("hand-in", { to: cashier.sub });
  await step("report", {});
  const { status } = await step("deposit", { voucher: `银行〔示例〕${id.slice(-6)}` }, cashier);
  line(
    `当场处罚 ${number?.text.zh} 100 元，二百元以上不得当场（${heavy.code}）；备案至 ${reportBy?.due}，缴付银行 → ${status}`,
    "a penalty on the spot, its money in the bank",
  );
}
