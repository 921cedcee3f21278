import * as z from "zod";
import { clerk, dispatcher, gridWorker, officer, resident } from "../people.ts";
import { line } from "../show.ts";
import type { Week } from "../week.ts";
import { inGrid } from "./grids.ts";

const matter = z.object({
  id: z.string(),
  number: z.string(),
  status: z.string(),
  similar: z.array(z.object({ id: z.string(), metres: z.int().optional() })).optional(),
});
const followed = z.object({ status: z.string(), told: z.array(z.object({ text: z.object({ zh: z.string() }) })) });
const lead = z.object({ id: z.string(), source: z.object({ kind: z.string(), id: z.string().optional() }) });
export type Matter = z.infer<typeof matter>;

export const at = (id: string, verb: string) => `/grid-events/events/${id}/${verb}`;
const work = { outcome: "已处置", proof: { without: "夜间无光" } };
/** A place of its own for each kind of matter of the day. */
const placed = (metres: number) => ({ lng: inGrid.lng, lat: Math.round((inGrid.lat + metres / 111_195) * 1e7) / 1e7 });

export async function reported(
  { town }: Week,
  category: string,
  text: string,
  how: { readonly by?: number; readonly metres?: number } = {},
): Promise<Matter> {
  const body = { category, urgency: "ordinary", text, address: "东街〔示例〕", place: placed(how.metres ?? 0) };
  const id = await town.made("/grid-events/events", body, resident(how.by ?? 51));
  return town.get(`/grid-events/events/${id}`, matter, dispatcher);
}

/** Accepted, dealt with and closed by the worker of the grid. */
export async function closeInGrid({ town }: Week, { id }: Pick<Matter, "id">): Promise<void> {
  for (const verb of ["accept", "handle-here"]) await town.act(at(id, verb), {}, gridWorker);
  await town.act(at(id, "close-here"), work, gridWorker);
}

/** 上报 → 受理 → 自行处置 → 结案 → 评价. */
export async function inTheGrid(week: Week): Promise<void> {
  const lamp = await reported(week, "street-light", "路灯不亮");
  const early = await week.town.refuses(
    "grid-events.event-not-in-this-state",
    at(lamp.id, "close-here"),
    work,
    gridWorker,
  );
  await closeInGrid(week, lamp);
  await week.town.act(at(lamp.id, "rate"), { satisfied: true }, resident(51));
  const { told } = await week.town.get(`/grid-events/events/${lamp.id}/followed`, followed, resident(51));
  line(
    `${lamp.number} 受理前不得结案（${early.code}）；网格内自行处置、结案，群众满意。告知：${told.at(-1)?.text.zh ?? ""}`,
    "solved in the grid, and the reporter is told",
  );
}

/** Two people report the same pit: a hint, and a person merges it. */
export async function sameTwice(week: Week): Promise<void> {
  const first = await reported(week, "road-pit", "路面坑洼", { metres: 200 });
  const second = await reported(week, "road-pit", "路上有个坑", { metres: 212, by: 52 });
  const [hint] = second.similar ?? [];
  if (hint?.id !== first.id) throw new Error("the hint does not find the same matter");
  await week.town.act(at(second.id, "merge"), { into: first.id, reasons: "同一处坑洼" }, dispatcher);
  line(
    `${second.number} 与 ${first.number} 相距 ${hint.metres} 米，疑似重复；人工确认后合并`,
    "a hint, and a person merges",
  );
}

/** Sent to a unit, sent back by the wrong one, handled by the right one, verified by the worker. */
export async function throughAUnit(week: Week): Promise<void> {
  const { town } = week;
  const cover = await reported(week, "manhole", "井盖松动", { metres: 400 });
  await town.act(at(cover.id, "accept"), {}, gridWorker);
  await town.act(at(cover.id, "file"), {}, dispatcher);
  await town.act(at(cover.id, "dispatch"), { unit: "service-centre" }, dispatcher);
  await town.act(at(cover.id, "return"), { reasons: "不属本单位职责" }, clerk(1));
  await town.act(at(cover.id, "dispatch"), { unit: "enforcement-team", person: officer(1).sub }, dispatcher);
  await town.act(at(cover.id, "start"), {}, officer(1));
  await town.act(at(cover.id, "hand-in"), work, officer(1));
  await town.act(at(cover.id, "close"), {}, gridWorker);
  line(
    `${cover.number} 退回一次、改派、处置，由网格员核查后结案`,
    "sent back once, handled, verified by another, closed",
  );
}

/** An illegal building is a lead for enforcement (E6), once. */
export async function intoALead(week: Week): Promise<void> {
  const { town } = week;
  const house = await reported(week, "illegal-building", "楼顶加建", { metres: 600 });
  await town.act(at(house.id, "accept"), {}, gridWorker);
  await town.act(at(house.id, "file"), {}, dispatcher);
  await town.act(at(house.id, "dispatch"), { unit: "enforcement-team" }, dispatcher);
  await town.settle();
  const leads = await town.all("/enforcement/leads?status=received", z.looseObject({ id: z.string() }), officer(1));
  const read = await Promise.all(leads.map(({ id }) => town.get(`/enforcement/leads/${id}`, lead, officer(1))));
  const ours = read.filter(({ source }) => source.kind === "grid" && source.id === house.id);
  if (ours.length !== 1) throw new Error(`${ours.length} leads came of one matter`);
  line(`${house.number} 派执法队后成为执法线索，一件`, "sent to enforcement, it is a lead there");
}
