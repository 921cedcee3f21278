import * as z from "zod";
import { clerk, dispatcher, mayor, officer, resident } from "../people.ts";
import { line } from "../show.ts";
import type { Week } from "../week.ts";
import { closeInGrid, reported } from "./matters.ts";

const village = "532302105001";
const own = z.object({ code: z.string().optional(), sumFen: z.int() });
const figures = z.object({
  total: z.object({ activities: z.int(), personVisits: z.int(), matters: z.int(), solved: z.int() }),
});
const visited = z.object({ matters: z.array(z.object({ event: z.string() })) });
const plan = z.object({ id: z.string() });
const score = z.object({ items: z.array(z.object({ village: z.string(), score: z.number().nullable() })) });

/** A cadre visits his household; what it needs is a matter, and is solved (G9). */
export async function visitAHousehold(week: Week): Promise<void> {
  const { town, today } = week;
  const household = { name: "联系户〔示例〕", address: "东街〔示例〕9号", people: 3 };
  const cadre = clerk(2);
  const contact = await town.made(
    "/grid-events/household-contacts",
    { village, cadre: cadre.sub, household },
    dispatcher,
  );
  const visit = await town.made("/grid-events/household-visits", { contact, on: today.toString() }, cadre);
  const at = (verb: string) => `/grid-events/household-visits/${visit}/${verb}`;
  await town.act(at("hold"), { notes: "门前路面塌陷，出行不便", with: [clerk(3).sub] }, cadre);
  const need = {
    category: "dirty-water",
    urgency: "ordinary",
    text: "门前积水",
    address: "东街〔示例〕9号",
    place: { lng: 101.97, lat: 25.132 },
  };
  const { matters } = await town.post(at("report-need"), need, visited, cadre);
  for (const { event } of matters) await closeInGrid(week, { id: event });
  await town.settle();
  const { total } = await town.get("/grid-events/household-figures", figures, mayor);
  line(
    `包组联户：活动 ${total.activities} 次、${total.personVisits} 人次，事项 ${total.matters} 件，解决 ${total.solved} 件`,
    "a household is visited, and its need is met",
  );
}

/** An inspection with a warning, a reward paid against a code, the waste rounds (G11, G12). */
export async function watchTheTown(week: Week): Promise<void> {
  const { town, today } = week;
  const on = today.toString();
  const asked = { on, village, site: "河道〔示例〕", inspectors: [officer(1).sub] };
  const check = await town.made("/grid-events/environment-checks", asked, mayor);
  const at = (verb: string) => `/grid-events/environment-checks/${check}/${verb}`;
  const found = { problems: ["sewage"], text: "污水直排〔示例〕", before: ["e".repeat(64)] };
  await town.act(at("visit"), { ...found, responsible: { kind: "village", name: "东街社区〔示例〕" } }, officer(1));
  const early = await town.refuses("grid-events.warning-runs", at("expose"), {}, mayor);
  line(`暗访发现问题，警示期内不得曝光（${early.code}）`, "warned; nothing is exposed before the warning is over");

  const dump = await reported(week, "litter", "夜里有人倾倒垃圾", { metres: 900, by: 55 });
  await closeInGrid(week, dump);
  const reward = await town.made(
    "/grid-events/rewards",
    { event: dump.id, sumFen: 5_000, reasons: "举报属实" },
    dispatcher,
  );
  await town.act(`/grid-events/rewards/${reward}/grant`, {}, mayor);
  const { code, sumFen } = await town.get(`/grid-events/events/${dump.id}/reward`, own, resident(55));
  line(
    `举报奖励 ${sumFen / 100} 元：领奖码 ${code === undefined ? "无" : "已出具"}，财政凭码发放，不问姓名`,
    "a reward against a code: finance learns no name here",
  );

  const known = await town.all("/grid-events/waste-plans", plan, dispatcher);
  if (!known.some(({ id }) => id === village))
    await town.act("/grid-events/waste-plans", { village, from: on }, dispatcher);
  await town.act(`/grid-events/waste-plans/${village}/record`, { stage: "household", kilograms: 320 }, dispatcher);
  const { items } = await town.get("/grid-events/waste-scores", score, mayor);
  const ours = items.find((one) => one.village === village);
  line(`户集登记；本月清运得分 ${ours?.score ?? "–"}`, "waste rounds, and the village's score");
}
