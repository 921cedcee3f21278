import * as z from "zod";
import { caller, clerk, resident, supervisor } from "../people.ts";
import { line } from "../show.ts";
import type { Case, Week } from "../week.ts";

const rating = z.object({ id: z.string(), status: z.string(), gradeName: z.string() });
const complaint = z.object({ id: z.string(), status: z.string(), limit: z.object({ due: z.string().nullable() }) });
const figures = z.object({ all: z.looseObject({}) });

/** A good one, and a poor one that is called back, put right and checked; who rated stays unsaid (L17). */
export async function ratings(week: Week, good: Case, poor: Case): Promise<void> {
  const rate = ({ id, filer }: Case, body: object) =>
    week.town.post("/permits/ratings", { application: id, ...body }, rating, filer);
  const fine = await rate(good, { grade: 5 });
  const bad = await rate(poor, { grade: 1, comment: "让我多跑了一趟" });
  const path = `/permits/ratings/${bad.id}`;
  await week.town.act(`${path}/assign`, { to: caller.sub }, supervisor);
  await week.town.act(`${path}/call-back`, { reached: true, note: "已致歉并核实" }, caller);
  await week.town.act(`${path}/classify`, { finding: "easy", note: "指南更正，立行立改" }, caller);
  const checked = await week.town.post(`${path}/check`, { passed: true, note: "属实，已改" }, rating, supervisor);
  const { all } = await week.town.get("/permits/ratings/figures", figures, supervisor);
  const counted = Object.entries(all).map(([name, value]) => `${name} ${value}`);
  line(
    `评价：${fine.gradeName}；${bad.gradeName}（${bad.status}）→ 回访整改 → ${checked.status}`,
    "one good, one poor, called back",
  );
  line(`本月评价 ${counted.slice(0, 5).join("，")}`, "the month's ratings");
}

/** Against a person, who does not see it; answered by somebody who has no part in it (L7). */
export async function complain(week: Week): Promise<void> {
  const against = { kind: "person", name: clerk(3).name };
  const body = { against, text: "下班前半小时不收件", contact: { name: "李某", phone: "13800001234" } };
  const filed = await week.town.post("/permits/complaints", body, complaint, resident(9));
  const path = `/permits/complaints/${filed.id}`;
  const to = { sub: caller.sub, office: caller.office ?? "" };
  const person = { sub: clerk(3).sub, office: "service-centre" };
  await week.town.act(`${path}/assign`, { to, person }, supervisor);
  const measures = [{ kind: "apology", note: "当面致歉" }];
  const answered = await week.town.post(
    `${path}/answer`,
    { outcome: "founded", text: "属实，已改正", measures },
    complaint,
    caller,
  );
  const seen = await week.town.all("/permits/complaints", z.object({ id: z.string() }), clerk(3));
  if (seen.length > 0) throw new Error("the person complained of sees it");
  line(
    `投诉：限 ${filed.limit.due}，当日答复（${answered.status}）；被投诉人可见 ${seen.length} 件`,
    "a complaint, answered (L7)",
  );
}
