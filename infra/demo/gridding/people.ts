import * as z from "zod";
import { dispatcher, gridWorker, head, mayor, resident } from "../people.ts";
import { line } from "../show.ts";
import type { Week } from "../week.ts";

const appeal = z.object({ id: z.string(), status: z.string() });
const office = "social-affairs";

/** Answered, not confirmed, raised, answered by a leader, confirmed by its echo slip (G8). */
export async function answerAnAppeal({ town }: Week): Promise<void> {
  const who = resident(53);
  const id = await town.made("/grid-events/appeals", { text: "东街〔示例〕路面积水" }, who);
  const at = (verb: string) => `/grid-events/appeals/${id}/${verb}`;
  await town.act(at("assign"), { to: { sub: head(office).sub, office } }, dispatcher);
  await town.act(at("answer"), { outcome: "explained", text: "已列入计划" }, head(office));
  await town.act(at("raise"), { reasons: "仍未解决" }, who);
  await town.act(at("answer"), { outcome: "solved", text: "已疏通" }, mayor);
  const { status } = await town.post(at("confirm"), {}, appeal, who);
  line(
    `诉求答复后本人不认可，提级由镇领导办理；回音签：${status}`,
    "answered, raised to a leader, confirmed by the person",
  );
}

/** Both want it, and agree with a mediator (G7). */
export async function mediateADispute({ town }: Week): Promise<void> {
  const who = resident(54);
  const parties = [{ name: "当事人甲〔示例〕", mine: true }, { name: "当事人乙〔示例〕" }];
  const id = await town.made("/grid-events/mediations", { subject: "院墙边界〔示例〕", parties }, who);
  const at = (verb: string) => `/grid-events/mediations/${id}/${verb}`;
  await town.act(at("appoint"), { mediator: gridWorker.sub }, dispatcher);
  await town.act(at("consent"), { party: "p2" }, dispatcher);
  const agreed = { form: "oral", text: "以老墙为界", agreedBy: ["p1", "p2"] };
  const read = z.object({ status: z.string(), followUps: z.array(z.object({ due: z.string() })) });
  const { followUps } = await town.post(at("agree"), agreed, read, gridWorker);
  line(
    `纠纷调解成功，口头协议入册；回访 ${followUps.map(({ due }) => due).join("、")}`,
    "a dispute is mediated; visits are planned",
  );
}
