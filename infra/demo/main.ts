import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import cliProgress from "cli-progress";
import Table from "cli-table3";
import { Temporal } from "temporal-polyfill";
import { officialCalendar, startOfDay, todayIn } from "../../shared/calendar/index.ts";
import { errandsOfTheDay } from "./cases.ts";
import { Town } from "./client.ts";
import { atTheCounter, issueCertificates, storyOf, type Visit, workOn } from "./hall.ts";

const visitors = 60;
const items = 20;
const seed = 2026;
const opensAt = { hours: 9 };
const dayMinutes = 8 * 60;

/** `npm run demo [-- URL]`: opens the hall for a day against a running town, or one started for the purpose. */
async function main(): Promise<void> {
  const given = process.argv[2] ?? process.env.TOWN_URL;
  if (given !== undefined) return day(new Town(given));
  const { startTown } = await import("../embedded/start.ts");
  const dataDir = await mkdtemp(join(tmpdir(), "qiangzhen-demo-"));
  const town = await startTown({ port: 0, dataDir, simulation: true });
  try {
    await day(new Town(town.url));
  } finally {
    await town.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function day(town: Town): Promise<void> {
  await town.settle();
  let date = nextWorkingDay(todayIn(await town.now()));
  console.log(`\n  广通镇便民服务大厅 · ${date} 开门 · the hall opens\n`);
  const errands = await errandsOfTheDay(town, visitors, items, seed);
  const bar = new cliProgress.SingleBar(
    {
      format: "  {bar} {percentage}%  {value}/{total}  {task}",
      hideCursor: true,
      noTTYOutput: true,
      notTTYSchedule: 5_000,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(visitors * 2, 0, { task: "窗口收件 at the counter" });
  const visits: Visit[] = [];
  for (const [number, errand] of errands.entries()) {
    await town.setClock(clockTime(date, (number * dayMinutes) / visitors));
    visits.push(await atTheCounter(town, errand, number));
    bar.increment(1, { task: `窗口收件 at the counter` });
  }
  const undecided = () => visits.filter(({ state }) => state === "to-correct" || state === "in-review");
  for (let before = undecided().length; before > 0; before = undecided().length) {
    for (const visit of undecided()) await workOn(town, visit);
    bar.increment(before - undecided().length, { task: `审查决定 in the back offices, ${date}` });
    await town.settle();
    await issueCertificates(town, visits);
    if (undecided().length === 0) break;
    date = nextWorkingDay(date);
    await town.setClock(clockTime(date, 0));
  }
  await town.settle();
  bar.stop();
  await report(town, visits);
}

async function report(town: Town, visits: readonly Visit[]): Promise<void> {
  const stories = await Promise.all(visits.map((visit) => storyOf(town, visit)));
  const count = (what: (story: (typeof stories)[number]) => boolean) => stories.filter(what).length;
  const decided = stories.filter(({ workingDays }) => !Number.isNaN(workingDays));
  const average = decided.reduce((sum, { workingDays }) => sum + workingDays, 0) / Math.max(1, decided.length);
  const table = new Table({ head: ["", "件 cases"], style: { head: [], border: [] } });
  table.push(
    ["收件 received", stories.length],
    ["受理 accepted", count(({ accepted }) => accepted)],
    ["补正 corrected", count(({ corrected }) => corrected)],
    ["准予 granted", count(({ granted }) => granted)],
    ["不予 refused", count(({ refused }) => refused)],
    ["按承诺时限 on time", count(({ onTime }) => onTime)],
    ["平均工作日 average working days", average.toFixed(1)],
    ["档案链完整 chains intact", count(({ intact }) => intact)],
  );
  console.log(`\n${table.toString()}\n`);
}

const calendar = officialCalendar();

/** The next working day after a date; Monday to Friday where the year is not announced yet. */
function nextWorkingDay(date: Temporal.PlainDate): Temporal.PlainDate {
  let next = date.add({ days: 1 });
  while (!(calendar.covers(next) ? calendar.isWorkingDay(next) : next.dayOfWeek <= 5)) next = next.add({ days: 1 });
  return next;
}

const clockTime = (date: Temporal.PlainDate, minutes: number) =>
  Temporal.Instant.from(startOfDay(date))
    .add(opensAt)
    .add({ minutes: Math.round(minutes) })
    .toString();

await main();
