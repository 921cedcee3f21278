import type { TownClock } from "../clock.ts";
import type { Clockwork } from "../clockwork.ts";
import type { TownData } from "../data.ts";
import type { Deliveries } from "../deliveries.ts";
import type { Identity } from "../identity.ts";
import type { DailyLog } from "./daily-log.ts";
import { diskProbe, ok, type Probe, TownHealth, trouble } from "./health.ts";

interface Watched {
  readonly dataDir: string;
  readonly data: TownData;
  readonly deliveries: Deliveries;
  readonly clockwork: Clockwork;
  readonly clock: TownClock;
  readonly identity: Identity;
  readonly log: DailyLog;
  /** How many things the opening was refused; undefined: it is not over. */
  readonly opening: () => number | undefined;
  readonly lastBackup: () => string | undefined;
  /** Events that are parked, in all services; of them those that wait for their cause. */
  readonly parked: () => Promise<readonly { readonly waitsFor?: string }[]>;
  readonly simulation: boolean;
}

type TownPart =
  | "disk"
  | "data"
  | "stream"
  | "queues"
  | "deadLetters"
  | "parked"
  | "copies"
  | "subscribers"
  | "sweep"
  | "opening"
  | "identity"
  | "clock"
  | "log"
  | "backup";

/** So long something may wait before somebody has to look, in milliseconds. */
const limits = { message: 60_000, unread: 86_400_000, sweep: 60_000, behind: 60_000, backup: 7 * 86_400_000 } as const;

/** What there is to know of a town on one machine. */
export function healthOf(town: Watched): TownHealth {
  const probes: Readonly<Record<TownPart, Probe>> = {
    disk: diskProbe(town.dataDir),
    data: () => dataOf(town),
    ...flowOf(town.deliveries),
    parked: async () => {
      const all = await town.parked();
      return ok({ parked: all.length, waiting: all.filter(({ waitsFor }) => waitsFor !== undefined).length });
    },
    sweep: () => sweepOf(town.clockwork),
    opening: () => openingOf(town.opening()),
    identity: () => identityOf(town.identity),
    clock: () => clockOf(town),
    log: () => logOf(town.log),
    backup: () => backupOf(town),
  };
  return new TownHealth(probes);
}

async function dataOf({ data }: Watched) {
  await data.probe();
  return ok();
}

/** Everything between a commit and those who hear of it. */
function flowOf(deliveries: Deliveries): Record<"stream" | "queues" | "deadLetters" | "copies" | "subscribers", Probe> {
  return {
    stream() {
      const late = deliveries.flow().filter(({ behindFor }) => behindFor > limits.behind);
      if (late.length === 0) return ok();
      return trouble("degraded", "事件未能转发", "events are not relayed", { feeds: late.length });
    },
    async queues() {
      const house = (await deliveries.waiting()).filter(({ outside }) => !outside);
      const figures = { waiting: sum(house.map(({ open }) => open)) };
      const old = house.filter(({ oldestFor }) => oldestFor > limits.message);
      if (old.length === 0) return ok(figures);
      const names = old.map(({ queue }) => queue).join(" ");
      return trouble("degraded", `消息积压：${names}`, `messages wait too long: ${names}`, figures);
    },
    async deadLetters() {
      const dead = await deliveries.deadLetters();
      if (dead.length === 0) return ok({ dead: 0 });
      return trouble("degraded", "有死信待处理：npm run ops -- dead", "dead letters wait: npm run ops -- dead", {
        dead: dead.length,
      });
    },
    async copies() {
      const house = (await deliveries.waiting()).filter(({ outside }) => !outside);
      const behind = house.filter(({ oldestFor, dead }) => oldestFor > limits.message || dead > 0);
      if (behind.length === 0) return ok();
      const names = behind.map(({ queue }) => queue).join(" ");
      return trouble("degraded", `副本不是最新：${names}`, `copies are not up to date: ${names}`);
    },
    async subscribers() {
      const outside = (await deliveries.waiting()).filter((one) => one.outside);
      const figures = Object.fromEntries(outside.map(({ queue, open }) => [queue, open]));
      const unread = outside.filter(({ full, oldestFor }) => full || oldestFor > limits.unread);
      if (unread.length === 0) return ok(figures);
      const names = unread.map(({ queue }) => queue).join(" ");
      return trouble("degraded", `订阅方没有读取：${names}`, `a subscriber does not read: ${names}`, figures);
    },
  };
}

function sweepOf(clockwork: Clockwork) {
  const { setAside = {} } = clockwork.health();
  const idle = clockwork.sinceLastSweep();
  const figures = { setAside: sum(Object.values(setAside)) };
  if (idle > limits.sweep) return trouble("failing", "到期事项未再检查", "deadlines are no longer looked at", figures);
  if (figures.setAside === 0) return ok(figures);
  return trouble("degraded", "有到期事项被搁置", "deadlines are set aside: see GET /<service>/set-aside", figures);
}

function openingOf(refused: number | undefined) {
  if (refused === undefined) return trouble("degraded", "尚在初始化", "the town is still being opened");
  if (refused === 0) return ok();
  return trouble("degraded", "部分初始数据被拒绝", "a part of the opening was refused: see the log", { refused });
}

async function identityOf({ state }: Identity) {
  const found = await state();
  if (found.issuer === "away")
    return trouble(
      "degraded",
      "身份源没有回应，新令牌无法核验",
      "the issuer does not answer: no new token can be checked",
    );
  if (found.unknownKeys === 0) return ok();
  return trouble(
    "degraded",
    "令牌的签名密钥不在身份源公布之列",
    "tokens come with keys that the issuer does not publish",
    {
      refused: found.unknownKeys,
    },
  );
}

/** A clock that is wrong gives acts a wrong day, so it is told of at once. */
function clockOf({ clock, data, simulation }: Watched) {
  if (simulation) return ok({ aheadSeconds: clock.offsetSeconds });
  const last = data.lastEventAt();
  const behind = last === undefined ? 0 : Date.parse(last) - Date.now();
  if (clock.behind < limits.behind && behind < limits.behind) return ok();
  return trouble(
    "failing",
    "本机时钟早于已有记录，请校时",
    "this machine's clock is behind what is on record: set it",
    {
      behindSeconds: Math.round(Math.max(behind, clock.behind) / 1000),
    },
  );
}

function logOf({ state: { failure, dropped } }: DailyLog) {
  if (failure === undefined) return ok({ dropped });
  return trouble("degraded", `日志无法写入：${failure}`, `the log cannot be written: ${failure}`, { dropped });
}

function backupOf({ lastBackup, simulation }: Watched) {
  const last = lastBackup();
  const figures = last === undefined ? {} : { last };
  if (simulation || (last !== undefined && Date.now() - Date.parse(last) < limits.backup)) return ok(figures);
  return trouble(
    "degraded",
    "七天内没有备份：npm run ops -- backup",
    "no backup in seven days: npm run ops -- backup",
    figures,
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
