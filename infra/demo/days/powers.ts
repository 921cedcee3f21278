import * as z from "zod";
import { later } from "../calendar.ts";
import { bureau, clerk, county, mayor } from "../people.ts";
import { line, table } from "../show.ts";
import type { Week } from "../week.ts";

const organ = z.object({ name: z.object({ zh: z.string() }) });
const power = z.object({
  code: z.string(),
  name: z.object({ zh: z.string() }),
  category: z.string(),
  sourceDepartment: z.string(),
  status: z.object({ inForce: z.boolean(), mode: z.string().optional() }),
});
const check = z.object({
  inForce: z.boolean(),
  mode: z.string().optional(),
  inWhoseName: organ.optional(),
  failed: z.array(z.object({ condition: z.string() })).optional(),
});
const form = z.object({
  id: z.string(),
  hash: z.string(),
  status: z.string(),
  number: z.object({ text: z.object({ zh: z.string() }) }).optional(),
});

/** What may the town do, and in whose name, on a day. */
const mayDo = ({ town }: Week, code: string, on: string) => town.get(`/powers/check?code=${code}&on=${on}`, check);

/** From entrusted to delegated by a form that both sides sign (P2, P3): tomorrow the town acts in its own name. */
export async function handOver(week: Week): Promise<string> {
  const listed = await week.town.all("/powers/items?category=licence", power);
  const entrusted = listed.find(({ status, code }) => status.mode === "entrusted" && code !== suspendedCode);
  if (entrusted === undefined) throw new Error("every power is the town's own already");
  const { code, name } = entrusted;
  const [today, tomorrow] = [week.today.toString(), later(week.today, 1).toString()];
  const published = { where: "省人民政府公报（示例）", on: today };
  const body = {
    mode: "delegated",
    inForceFrom: tomorrow,
    lines: [{ code }],
    files: [{ name: `${name.zh}档案`, count: 36, from: entrusted.sourceDepartment, to: "镇便民服务中心" }],
    authority: {
      kind: "province",
      document: "省人民政府赋权决定（示例）",
      date: today,
      publication: published,
      stateCouncilApproval: "国函（示例）",
      scope: { codes: [code] },
    },
    letter: { number: "赋权（示例）", date: today },
    capability: { document: "承接能力评估（示例）", date: today, capable: true },
  };
  const unapproved = { ...body, authority: { ...body.authority, stateCouncilApproval: undefined } };
  const refusal = await week.town.refuses("powers.state-council-must-approve", "/powers/handovers", unapproved, county);
  const { id, hash } = await week.town.post("/powers/handovers", body, form, county);
  await week.town.act(`/powers/handovers/${id}/sign`, { party: "county", hash }, county);
  const { number } = await week.town.post(`/powers/handovers/${id}/sign`, { party: "town", hash }, form, mayor);
  await week.town.settle();
  line(
    `${number?.text.zh}：${name.zh} 由委托转赋权；无国务院批准不得（${refusal.code}），双方签署`,
    "handed over by a form with two signatures (P2)",
  );
  return code;
}

const suspendedCode = "PL-022";
const planning = "PL-004";

/** P5: suspended, and permits refuse within one settle; nobody has to tell them. */
export async function suspend(week: Week): Promise<string> {
  const from = week.today.toString();
  await week.town.act(`/powers/items/${suspendedCode}/suspend`, { from, reason: "年度评估（示例）" }, county);
  await week.town.settle();
  const application = { itemCode: suspendedCode, applicant: week.person(), materials: [] };
  const refusal = await week.town.refuses("permits.power-not-in-force", "/permits/applications", application, clerk(1));
  line(
    `${week.guideOf(suspendedCode).name.zh}：职权暂停，窗口随即不能收件（${refusal.code}）`,
    "suspended: permits refuse within one settle (P5)",
  );
  return suspendedCode;
}

export async function restore(week: Week): Promise<void> {
  await week.town.act(`/powers/items/${suspendedCode}/resume`, { from: week.today.toString() }, county);
  await week.town.settle();
  line(`${week.guideOf(suspendedCode).name.zh}：职权恢复`, "the suspended power is back");
}

/** P8: the same power on the same day, inside the planned area and outside it. */
export async function byPlace(week: Week): Promise<void> {
  const { town, today } = week;
  const { name } = week.guideOf(planning);
  const at = (lng: number, lat: number) =>
    town.get(`/powers/check?code=${planning}&on=${today}&lng=${lng}&lat=${lat}`, check);
  const [inside, outside] = [await at(101.9, 25.1), await at(101.98, 25.1)];
  const why = inside.failed?.map(({ condition }) => condition).join("、") ?? "";
  line(
    `${name.zh}：规划区内 ${inside.inForce ? "可" : `不可（${why}）`}，规划区外 ${outside.inForce ? "可" : "不可"}`,
    "the same power, by place (P8)",
  );
}

const duty = z.object({
  id: z.string(),
  status: z.string(),
  lacks: z.array(z.string()),
  answer: z.object({ due: z.string().nullable() }),
});

/** P7: what is on no list needs an approval and money, or is refused. */
export async function proposeDuties(week: Week): Promise<void> {
  const year = week.today.year;
  const task = {
    basis: "县农业农村局工作方案（示例）",
    period: { from: week.today.toString(), to: `${year + 1}-12-31` },
    workload: { unit: "户", perYear: 1200, persons: 2 },
    moneyFen: 0,
  };
  const propose = (body: object) => week.town.post("/powers/duties", { ...task, ...body }, duty, bureau);
  const listed = await propose({ title: "农机购置与应用补贴申请受理", item: "PS-058" });
  const unlisted = await propose({ title: "秸秆综合利用台账" });
  const refusal = { reasons: "不在权责清单，未附批准文件和经费" };
  const { status } = await week.town.post(`/powers/duties/${unlisted.id}/refuse`, refusal, duty, mayor);
  line(
    `职责准入：清单内 ${listed.status}；清单外缺 ${unlisted.lacks.join("、")}，${unlisted.answer.due} 前答复：${status}`,
    "tasks proposed: on the list, and not (P7)",
  );
}

/** Today and tomorrow, in whose name. */
export async function powersTable(week: Week, codes: readonly string[]): Promise<void> {
  const days = [week.today.toString(), later(week.today, 1).toString()];
  const rows = [];
  for (const code of codes)
    for (const on of days) {
      const { inForce, mode, inWhoseName, failed = [] } = await mayDo(week, code, on);
      const why = failed.map(({ condition }) => condition).join("、");
      rows.push([week.guideOf(code).name.zh, on, inForce ? (mode ?? "") : `✗ ${why}`, inWhoseName?.name.zh ?? "–"]);
    }
  table(["职权 power", "日期 on", "方式 mode", "以谁的名义 in whose name"], rows);
}
