import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { nextWorkingDay, workingDayFrom } from "../calendar.ts";
import type { Caller } from "../client.ts";
import { accountant, captain, officer } from "../people.ts";
import { heading, line, table } from "../show.ts";
import type { Week } from "../week.ts";
import { type Built, buildingRead, buildingStep, serve } from "./building.ts";
import { fileOf } from "./cases.ts";

const day = (on: string | null | undefined) => Temporal.PlainDate.from(on ?? "");
const latest = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one;
/** Half a year of working days: no term of a demolition is moved further by holidays. */
const longest = 130;

interface Asked {
  readonly verb: string;
  readonly body: object;
  readonly by: Caller;
}

/** What is refused for these reasons is asked again on each working day, until the town takes it; answers the reasons. */
async function untilTaken(week: Week, built: Built, { verb, body, by }: Asked, allowed: readonly string[]) {
  const reasons = new Set<string>();
  for (let days = 0; days < longest; days += 1) {
    const code = await week.town.asks(`/enforcement/buildings/${built.id}/${verb}`, body, by);
    if (code === undefined) return [...reasons];
    if (!allowed.includes(code)) throw new Error(`${verb}: ${code}`);
    reasons.add(code);
    await week.turnTo("09:00", nextWorkingDay(week.today));
  }
  throw new Error(`${verb}: still refused, ${[...reasons].join(", ")}`);
}

/** QZ-35 to QZ-37: demanded once more after his own last day, heard, and then decided to enforce. */
export async function demandAndDecide(week: Week, built: Built): Promise<void> {
  const { town } = week;
  const read = () => town.get(`/enforcement/buildings/${built.id}`, buildingRead, officer(1));
  const { demolitionOrder } = await read();
  await week.turnTo("09:00", nextWorkingDay(latest(week.today, day(demolitionOrder?.by))));
  heading(`${week.today}：催告`, "The demand, and the decision to enforce");
  await buildingStep(week, built, "demand", { text: "请自行拆除，逾期将依法强制执行" });
  await serve(week, built, "demand", ({ demand }) => demand);
  await buildingStep(week, built, "state-opinion", { text: "请求宽限" }, built.owner);
  await buildingStep(week, built, "hear-opinion", { adopted: false, reasons: "没有正当理由" });
  const deciding = { reasons: "逾期不拆除", means: ["machines"], estimateFen: 3_000_000 };
  const asked = { verb: "decide-enforcement", body: deciding, by: captain };
  const because = await untilTaken(week, built, asked, ["enforcement.demand-term-open"]);
  await serve(week, built, "enforcement-decision", ({ enforcementDecision }) => enforcementDecision);
  line(
    `催告期满前不得强制执行（${because.join("、")}）；${week.today} 作出强制执行决定，费用预算 30000 元`,
    "demanded, heard, and only after ten working days decided to enforce",
  );
}

/** QZ-44, QZ-43: announced; nothing is done before the periods of review and suit are over, nor near a holiday. */
export async function demolish(week: Week, built: Built): Promise<void> {
  const by = week.today.add({ days: 15 });
  const notice = { by: by.toString(), where: "村公告栏〔示例〕", proof: fileOf(`${built.id} 公告`) };
  await buildingStep(week, built, "publish-notice", notice);
  await week.turnTo("09:00", workingDayFrom(by.add({ days: 1 })));
  const listing = {
    ...{ with: officer(2).sub, things: [{ description: "衣柜", quantity: "1" }], signature: { how: "refused" } },
    ...{ witnesses: ["村民甲"], files: [fileOf(`${built.id} 清点`)] },
  };
  await buildingStep(week, built, "list-things", listing);
  const begin = { means: ["machines"], partyPresent: false, witnesses: ["村民甲"] };
  const path = `/enforcement/buildings/${built.id}/begin-demolition`;
  const early = await week.town.refuses("enforcement.remedy-period-open", path, begin, officer(2));
  const { remedyPeriods } = await week.town.get(`/enforcement/buildings/${built.id}`, buildingRead, officer(1));
  await week.turnTo("09:00", workingDayFrom(day(remedyPeriods?.firstDayAfter)));
  const asked = { verb: "begin-demolition", body: begin, by: officer(2) };
  const later = await untilTaken(week, built, asked, ["enforcement.remedy-period-open", "enforcement.on-a-holiday"]);
  await week.turnTo("16:00");
  const record = { record: fileOf(`${built.id} 笔录`), recording: fileOf(`${built.id} 录像`), signedBy: ["村民甲"] };
  await buildingStep(week, built, "finish-demolition", record, officer(2));
  heading(`${week.today}：拆除`, "The demolition, when all periods are over");
  line(
    `公告期满，复议、起诉期间未满不得拆除（${[...new Set([early.code, ...later])].join("、")}）；屋内物品清点在册，${week.today} 拆除并录像`,
    "not before review and suit are over, not near a holiday; things listed, all of it recorded",
  );
}

/** QZ-44c, QZ-51: things go back; what it cost beyond the salvage is claimed once, through finance. */
export async function claimTheCosts(week: Week, built: Built): Promise<void> {
  const { town, today } = week;
  const open = await town.refuses(
    "enforcement.things-not-returned",
    `/enforcement/buildings/${built.id}/close`,
    {},
    officer(1),
  );
  const back = { how: "handed-back", things: ["T1"], signedBy: "当事人", proof: fileOf(`${built.id} 交还`) };
  await buildingStep(week, built, "hand-back", back);
  const items = [{ description: "机械租赁", amountFen: 2_500_000, proof: fileOf(`${built.id} 发票`) }];
  const { costs } = await buildingStep(week, built, "claim-costs", { items, salvageFen: 100_000 }, captain);
  await buildingStep(week, built, "close", {});
  await town.settle();
  const claim = `/finance/receivables/enforcement:cost:building:${built.id}`;
  const receivable = z.object({ kind: z.string(), status: z.string(), owedFen: z.int(), surchargeFen: z.int() });
  const owed = await town.get(claim, receivable, built.owner);
  const money = {
    ...{ serial: `国库〔示例〕${built.case.slice(0, 8)}`, receipt: `缴款〔示例〕${built.case.slice(0, 8)}` },
    ...{ amountFen: owed.owedFen, on: today.toString() },
  };
  const { status } = await town.post(`${claim}/receive`, money, receivable, accountant);
  line(
    `物品未交还不得办结（${open.code}）；费用由财政应收，当事人可查，缴入国库 → ${status}`,
    "nothing is closed while a thing is kept; finance claims the cost, and it is paid",
  );
  const yuan = (fen: number) => (fen / 100).toFixed(2);
  table(
    ["预算 estimate", "支出 spent", "残值 salvage", "应收 claimed", "加处 surcharge"],
    [[30_000_00, 25_000_00, 1_000_00, costs?.claimedFen ?? 0, owed.surchargeFen].map(yuan)],
  );
}
