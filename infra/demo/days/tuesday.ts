import * as z from "zod";
import { later } from "../calendar.ts";
import { workOff } from "../crowd.ts";
import { accept, decide, examine, look, step } from "../desk.ts";
import { approver, supervisor } from "../people.ts";
import { heading, line, table } from "../show.ts";
import type { Case, Week } from "../week.ts";
import { oneFileForTwo } from "./files.ts";
import { keepAppointment, openHall } from "./hall.ts";
import { guests, type Threads } from "./monday.ts";
import { aCaseOfTheOffice, postAway } from "./people.ts";
import { askedThenFiled } from "./questions.ts";

/** Tuesday: what was begun is examined; questions, files, and who will be away. */
export async function tuesday(week: Week, threads: Threads): Promise<{ online: readonly Case[]; waiting: Case }> {
  const [, day = week.today] = week.days;
  await week.turnTo("08:20", day);
  heading(`周二 ${week.today}：审查`, "Tuesday: examining");
  await openHall(week);
  await week.turnTo("08:31");
  await keepAppointment(week, threads.appointment);
  const { homestead, rural } = threads;
  const opinions = await examine(week, homestead);
  const { joint } = await look(week, homestead);
  line(
    `${homestead.guide.name.zh}：${opinions} 项意见，联审 ${joint?.offices.join("、") ?? "—"}`,
    "survey by two, joint review, review",
  );
  const granted = await decide(week, homestead);
  line(`  ${granted.number?.text.zh}，${granted.inWhoseName?.name.zh}`, "granted, with its number, in the town's name");
  await examine(week, rural);
  const forwarded = await step(week, rural, "forward", approver(rural.guide.office));
  line(`${rural.guide.name.zh}：审核后转报 ${forwarded.to ?? ""}`, "reviewed, and forwarded to who decides");
  const online = [...(await oneFileForTwo(week, 2)), await askedThenFiled(week, 3)];
  for (const one of online) {
    const { missing } = await look(week, one);
    if (missing.length === 0) await accept(week, one);
  }
  const waiting = await aCaseOfTheOffice(week);
  const tomorrow = later(week.today, 1).toString();
  await postAway(week, tomorrow, tomorrow);
  await week.turnTo("14:30");
  const decided = await workOff(week, threads.crowd);
  line(`昨日来客 ${threads.crowd.length} 件，今日决定 ${decided} 件`, "of yesterday's visitors, decided today");
  threads.crowd.push(...(await guests(week, threads.items, 4)));
  await lightsTable(week);
  return { online, waiting };
}

const counts = z.object({
  open: z.number(),
  crossTown: z.number(),
  byLight: z.object({ green: z.number(), yellow: z.number(), red: z.number(), stopped: z.number() }),
});

/** What each office has before it, by the lights of the limits. */
export async function lightsTable(week: Week): Promise<void> {
  const offices = [...new Set(week.cases.map(({ guide }) => guide.office))].sort();
  const rows = [];
  for (const office of offices) {
    const { open, byLight } = await week.town.get(`/permits/applications/counts?office=${office}`, counts, supervisor);
    rows.push([office, open, byLight.green, byLight.yellow, byLight.red, byLight.stopped]);
  }
  table(["科室 office", "在办 open", "绿 green", "黄 yellow", "红 red", "等待 waiting"], rows);
}
