import * as z from "zod";
import { clerk } from "./people.ts";
import { heading, table } from "./show.ts";
import type { Week } from "./week.ts";

const history = z.object({
  events: z.array(z.object({ type: z.string(), time: z.string().optional(), data: z.looseObject({}) })),
  chain: z.object({ intact: z.boolean() }),
});

const verbs = [
  ["received", "收件 received"],
  ["accepted", "受理 accepted"],
  ["recorded", "备案 recorded"],
  ["granted", "准予 granted"],
  ["refused", "不予 refused"],
  ["forwarded", "转报 forwarded"],
  ["closed", "办结 closed"],
] as const;

/** Each says its own day. */
const dayNames = {
  received: "receivedOn",
  accepted: "acceptedOn",
  recorded: "recordedOn",
  granted: "decidedOn",
  refused: "decidedOn",
  forwarded: "forwardedOn",
  closed: "closedOn",
} as const;

/** The week in numbers, every one counted from the histories of its cases. @throws when a chain is broken */
export async function figures(week: Week): Promise<void> {
  const stories = await Promise.all(
    week.cases.map(({ id }) => week.town.get(`/permits/applications/${id}/history`, history, clerk(1))),
  );
  const events = stories.flatMap((one) => one.events);
  const happened = verbs.flatMap(([verb, name]) =>
    events
      .filter(({ type }) => type === `permits.application.${verb}`)
      .map(({ data }) => ({ name, on: z.iso.date().parse(data[dayNames[verb]]) })),
  );
  const days = [...new Set([...week.days.map(String), ...happened.map(({ on }) => on)])].sort();
  heading("一周合计", "the week in numbers");
  table(
    ["", ...days.map((day) => day.slice(5)), "合计 all"],
    verbs.map(([, name]) => {
      const those = happened.filter((one) => one.name === name);
      return [name, ...days.map((day) => those.filter(({ on }) => on === day).length || "·"), those.length];
    }),
  );
  const decided = events.filter(({ type }) => /\.(granted|refused)$/.test(type)).map(({ data }) => data);
  const onTime = decided.filter((data) => data.onTime === true).length;
  const average = decided.reduce((sum, data) => sum + Number(data.workingDays), 0) / Math.max(1, decided.length);
  const intact = stories.filter(({ chain }) => chain.intact).length;
  console.log(
    `  决定 ${decided.length} 件，按承诺时限 ${onTime} 件，平均 ${average.toFixed(1)} 个工作日；档案链完整 ${intact}/${stories.length}`,
  );
  console.log("  decided, of them on time; average working days; histories whose hash chain is intact");
  if (intact < stories.length) throw new Error("the chain of a history is broken");
}
