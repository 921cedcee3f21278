import * as z from "zod";
import { captain, officer, resident } from "../people.ts";
import { line } from "../show.ts";
import type { Week } from "../week.ts";
import { type Accused, fileOf, place } from "./cases.ts";

/** 损毁文物保护标志: seven days to put it right. */
const code = "PN-076";
const number = z.object({ text: z.object({ zh: z.string() }) });
const order = z.object({
  id: z.string(),
  status: z.string(),
  number: number.optional(),
  limit: z.object({ due: z.string().nullable() }).optional(),
  noPenaltyDecision: z.object({ number }).optional(),
});
const at = (id: string, verb: string) => `/enforcement/rectifications/${id}/${verb}`;
const breach = { code, place, address: "广通镇古驿道〔示例〕" };

/** A vendor who leaned his stall on a sign of a protected monument. */
export function aVendor(week: Week): Accused {
  const { idNumber, phone, name } = week.person();
  const login = { ...resident(43), sub: `resident-vendor-${idNumber.slice(11, 17)}`, partyOf: { idNumber } };
  return { login, party: { kind: "citizen", name, idNumber, phone, address: "广通镇人民路〔示例〕1号" } };
}

async function handOver({ town, today }: Week, id: string, kind: "rectification-order" | "decision"): Promise<void> {
  const delivery = await town.made("/enforcement/deliveries", { order: id, paper: { kind } }, officer(1));
  const taken = { on: today.toString(), to: "self", signedBy: "当事人", proof: fileOf(`${delivery} 回证`) };
  await town.act(`/enforcement/deliveries/${delivery}/deliver-by-hand`, taken, officer(1));
}

/** E3: he is spoken to first; then an order of two officers, which binds from its service. */
export async function persuade(week: Week, { party, login }: Accused): Promise<string> {
  const { town, today } = week;
  const { kind, name, idNumber } = party;
  const talk = { said: "摊位压住文物保护标志，请移开", ownWord: "收了摊就移", on: today.toString() };
  const guidance = await town.made(
    "/enforcement/guidances",
    { ...breach, ...talk, party: { kind, name, idNumber } },
    officer(1),
  );
  const asked = {
    ...{ ...breach, party, guidance, foundOn: today.toString(), with: officer(2).sub },
    ...{ facts: "摊位压住标志，未移开", demands: "移开摊位，扶正标志" },
  };
  const { id } = await town.post("/enforcement/rectifications", asked, order, officer(1));
  const issued = await town.post(at(id, "countersign"), {}, order, officer(2));
  const look = {
    ...{ with: officer(2).sub, checkedOn: today.toString(), finding: "not-corrected" },
    ...{ slight: true, harm: "none", notes: "尚未移开", files: [fileOf(`${id} 照片`)] },
  };
  const unserved = await town.refuses("enforcement.order-not-in-this-state", at(id, "recheck"), look, officer(1));
  await handOver(week, id, "rectification-order");
  const early = await town.refuses("enforcement.order-not-due", at(id, "recheck"), look, officer(1));
  const { limit } = await town.get(`/enforcement/rectifications/${id}`, order, login);
  line(
    `口头劝导在案；${issued.number?.text.zh} 送达前无效（${unserved.code}），限 ${limit?.due}，期满前不得认定未改（${early.code}）`,
    "spoken to, then ordered to correct; it binds once served",
  );
  return id;
}

/** CF-33: put right, slight and harmless: the head decides that there is no penalty, and the town remembers it. */
export async function letHimOff(week: Week, id: string, { login }: Accused): Promise<void> {
  const { town, today } = week;
  await town.act(at(id, "report-done"), { note: "已移开并扶正" }, login);
  const look = {
    ...{ with: officer(1).sub, checkedOn: today.toString(), finding: "corrected" },
    ...{ slight: true, harm: "none", notes: "标志已扶正", files: [fileOf(`${id} 复查`)] },
  };
  await town.act(at(id, "recheck"), look, officer(2));
  await town.act(at(id, "sign-recheck"), { finding: "corrected" }, officer(1));
  const letting = { ground: "minor", reasons: "轻微并及时改正，没有危害后果，已教育", educatedOn: today.toString() };
  const { noPenaltyDecision } = await town.post(at(id, "let-off"), letting, order, captain);
  await handOver(week, id, "decision");
  line(
    `${noPenaltyDecision?.number.text.zh}：轻微、已改正，不予处罚，送达并留存`,
    "put right: no penalty, and remembered",
  );
}
