import { Temporal } from "temporal-polyfill";
import { later, workingDayFrom } from "../calendar.ts";
import { workOff } from "../crowd.ts";
import { examine, look, step } from "../desk.ts";
import { clerk, head, reviewer } from "../people.ts";
import { heading, line } from "../show.ts";
import type { Case, Week } from "../week.ts";
import { openHall } from "./hall.ts";
import { guests, type Threads } from "./monday.ts";
import { withWhom } from "./people.ts";
import { lightsTable } from "./tuesday.ts";

/** Wednesday: the clock. What stops it, what lengthens it, what it overtakes; and B does the work of A. */
export async function wednesday(week: Week, threads: Threads, waiting: Case): Promise<void> {
  const [, , day = week.today] = week.days;
  const before = await withWhom(week, waiting);
  await week.turnTo("08:30", day);
  heading(`周三 ${week.today}：期限`, "Wednesday: the clock");
  const during = await withWhom(week, waiting);
  line(`A 岗不在岗，${waiting.guide.name.zh} 由 ${before} 转 ${during}`, "A is away, the work is with B (L6)");
  await openHall(week);
  await pauseForTests(week, threads.paused);
  await callHearing(week, threads.heard);
  await extendByTheHead(week, threads.licence);
  await keepPromise(week, threads.tolerated);
  await week.turnTo("14:30");
  const decided = await workOff(week, threads.crowd);
  line(`往来办件今日决定 ${decided} 件`, "everyday cases decided today");
  threads.crowd.push(...(await guests(week, threads.items, 3)));
  await lightsTable(week);
}

/** XK-45: without a written notice the clock does not stop. */
async function pauseForTests(week: Week, one: Case): Promise<void> {
  const by = reviewer(one.guide.office);
  const path = `/permits/applications/${one.id}/pause`;
  const refusal = await week.town.refuses("permits.no-written-notice", path, { kind: "testing" }, by);
  const due = (await look(week, one)).limits?.promised.due;
  const notice = { number: "广通检通〔示例〕1号", deliveredOn: week.today.toString(), neededDays: 5 };
  const { status } = await step(week, one, "pause", by, { kind: "testing", notice });
  line(
    `${one.guide.name.zh}：无书面告知不得中止（${refusal.code}）；送达后 ${status}，原承诺 ${due}`,
    "the clock stops only with a notice in writing",
  );
}

/** XK-46, XK-48: what the law wants heard is announced seven working days before. */
async function callHearing(week: Week, one: Case): Promise<void> {
  await examine(week, one);
  const by = reviewer(one.guide.office);
  const called = {
    ground: "law",
    number: "广通听〔示例〕1号",
    heldAt: "09:00",
    place: "镇政务服务大厅二楼会议室",
    chair: "legal-reviewer-1",
  };
  const early = { ...called, heldOn: later(week.today, 3).toString() };
  const refusal = await week.town.refuses(
    "permits.hearing-noticed-late",
    `/permits/applications/${one.id}/call-hearing`,
    early,
    by,
  );
  const earliest = Temporal.PlainDate.from(String(refusal.details?.earliest));
  const heldOn = workingDayFrom(earliest).toString();
  const { status } = await step(week, one, "call-hearing", by, { ...called, heldOn });
  line(
    `${one.guide.name.zh}：${early.heldOn} 听证太早（${refusal.code}），定于 ${heldOn}，其间 ${status}`,
    "a hearing is called in time; until then the clock stands",
  );
}

/** XK-42: ten working days more, by the head of the office and nobody else. */
async function extendByTheHead(week: Week, one: Case): Promise<void> {
  const { office } = one.guide;
  const body = { workingDays: 5, reasons: "渔具核验须赴水域现场" };
  const path = `/permits/applications/${one.id}/extend`;
  const other = { ...head(office), sub: `approver-${office}` };
  const refusal = await week.town.refuses("permits.head-must-approve", path, body, other);
  const before = (await look(week, one)).limits?.statutory?.due;
  const { limits } = await step(week, one, "extend", head(office), body);
  line(
    `${one.guide.name.zh}：须负责人批准延长（${refusal.code}）；法定期限 ${before} → ${limits?.statutory?.due}`,
    "longer only as the head approves",
  );
}

/** What was promised at acceptance is brought. */
async function keepPromise(week: Week, one: Case): Promise<void> {
  const { missing } = await look(week, one);
  const { given } = await step(week, one, "supplement", clerk(1), { materials: missing });
  line(`${one.guide.name.zh}：补交容缺材料，共收 ${given.length} 份`, "the promised paper is brought");
}
