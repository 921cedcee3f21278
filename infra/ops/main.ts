import { resolve } from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { version } from "../embedded/opening.ts";
import { services } from "../services.ts";
import { runbookOf } from "../watch/runbooks.ts";
import { meant, reasonIn } from "./chosen.ts";
import { cloudTown } from "./cloud.ts";
import { saying, townMeant } from "./ending.ts";
import { exportTown, importTown } from "./move.ts";
import { restore } from "./restore.ts";
import { tableText } from "./table-text.ts";
import { OpsProblem, townClient } from "./town-client.ts";
import { traceOf } from "./trace.ts";
import { type Report, verifyDirectory, verifyTables } from "./verify.ts";

const usage = `npm run ops -- COMMAND        (DATA_DIR, TOWN say which town; --cloud: health, dead, parked, verify, export, import, replay)
  health                                    每个部分的状态 each part of the town
  dead [send-again|discard] [--id ID | --queue QUEUE | --all] [--why REASON]
  parked [send-again|discard] [--id ID | --service SERVICE | --all] [--why REASON]
  set-aside                                 搁置的期限 deadlines without progress
  discarded                                 已放弃的消息 messages given up, and why
  trace ID                                  一次请求的经过 the story of a request
  backup DIRECTORY                          备份并核验 a backup, checked after writing
  verify [DIRECTORY]                        核验 every history and file
  restore BACKUP DIRECTORY                  恢复到空目录 into an empty directory
  export DIRECTORY [--cloud]                导出 a town at rest as JSON Lines, files, hashes
  import DIRECTORY [--cloud --account ID]   导入 into an empty DATA_DIR, engine or the cloud
  replay SUBSCRIBER FROM                    重发 all events of a subscriber from an instant on`;

const { values, positionals } = readArguments();
const [command = "", first, second] = positionals;
const dataDir = resolve(process.env.DATA_DIR ?? ".data");
const say = (text: string) => console.log(text);

function readArguments() {
  const one = { type: "string" } as const;
  const bool = { type: "boolean" } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { id: one, queue: one, service: one, why: one, account: one, all: bool, cloud: bool },
    });
  } catch {
    console.error(usage);
    process.exit(64);
  }
}

const commands: Readonly<Record<string, () => Promise<void>>> = {
  health,
  dead: () => messages("dead", ["id", "queue", "type", "event", "attempts", "reason", "since"]),
  parked: () => messages("parked", ["service", "id", "type", "reason", "waitsFor", "parkedAt"]),
  "set-aside": () => list("/set-aside", ["service", "aggregate", "id", "due", "reason", "since"]),
  discarded: () => list("/discarded", ["queue", "event", "type", "reason", "why", "at", "state"]),
  trace,
  backup,
  verify: () => (values.cloud === true ? verifyCloud() : verify(resolve(first ?? dataDir))),
  async restore() {
    const [from, to] = [needed(first), needed(second)];
    say(`${await restore(resolve(from), resolve(to), townMeant().slug)} files 个文件`);
    await verify(resolve(to));
  },
  export: () => move(exportTown),
  import: () => move(importTown),
  async replay() {
    const [subscriber, from] = [needed(first), instantOf(needed(second))];
    if (values.cloud === true) return replayInCloud(subscriber, from);
    await townClient(dataDir).post("/replay", { subscriber, from });
    say("events go out again 已开始重发");
  },
};

const part = z.object({ status: z.string(), trouble: z.object({ zh: z.string(), en: z.string() }).optional() });
const told = z.object({ parts: z.record(z.string(), part) });

async function health(): Promise<void> {
  const { parts } =
    values.cloud === true ? await healthInCloud() : told.parse(await townClient(dataDir).get("/health"));
  for (const [name, { status: state, trouble }] of Object.entries(parts)) {
    const what = trouble === undefined ? "" : `${trouble.en} ${trouble.zh}`;
    const section = values.cloud === true && state !== "ok" ? sectionOf(name) : "";
    say(`${name.padEnd(12)} ${state.padEnd(9)} ${what}${section}`.trimEnd());
  }
  if (Object.values(parts).some(({ status }) => status === "failing")) process.exitCode = 1;
}

const sections: Readonly<Record<string, string>> = { ...runbookOf, stream: "relay-behind" };
const sectionOf = (part: string) => ` (infra/README.md#${sections[part] ?? "trouble"})`;

/** What the watch of the town sees, and its relays. */
async function healthInCloud() {
  const town = cloudTown(townMeant(), services);
  try {
    return { parts: await town.health() };
  } finally {
    town.close();
  }
}

async function list(path: string, columns: readonly string[]): Promise<void> {
  say(tableText(await townClient(dataDir).get(path), columns));
}

/** The same words for a town in the cloud. */
async function messagesInCloud(kind: "dead" | "parked", columns: readonly string[]): Promise<void> {
  const town = cloudTown(townMeant(), services);
  try {
    const items = kind === "dead" ? town.dead : () => town.parked();
    if (first === undefined) return say(tableText({ items: await items() }, columns));
    if (first === "discard")
      return done(await (kind === "dead" ? town.discard(values) : town.discardParked(values)), "discarded 已放弃");
    if (first !== "send-again") throw new OpsProblem(usage);
    done(await (kind === "dead" ? town.sendAgain(values) : town.sendParkedAgain(values)), "sent again 已重发");
  } finally {
    town.close();
  }
}

/** @throws OpsProblem where there was nothing to do */
function done(count: number, what: string): void {
  if (count === 0)
    throw new OpsProblem("there is no such message, or another operator has it / 没有该消息，或者他人正在处理");
  say(`${count} ${what}`);
}

/** Lists messages, sends them again, or gives them up. */
async function messages(kind: "dead" | "parked", columns: readonly string[]): Promise<void> {
  if (values.cloud === true) return messagesInCloud(kind, columns);
  if (first === undefined) return list(`/${kind}`, columns);
  if (first !== "send-again" && first !== "discard") throw new OpsProblem(usage);
  meant(kind, values);
  if (first === "discard") reasonIn(values);
  const { count } = z
    .object({ count: z.number() })
    .parse(await townClient(dataDir).post(`/${kind}/${first}`, { ...values }));
  say(`${count} ${first === "discard" ? "discarded 已放弃" : "sent again 已重发"}`);
}

async function trace(): Promise<void> {
  const steps = await traceOf(dataDir, townMeant().slug, services, needed(first));
  if (steps.length === 0) throw new OpsProblem("nothing is known of it / 没有记录");
  for (const { at, kind, what } of steps) say(`${at}  ${kind.padEnd(8)} ${what}`);
}

async function backup(): Promise<void> {
  const to = resolve(needed(first));
  await townClient(dataDir).post("/backup", { to });
  await verify(to);
}

/** Both directions tell the same: what travelled. */
async function move(act: typeof exportTown): Promise<void> {
  const { cloud = false, account } = values;
  const town = townMeant();
  const { at, tables } = await act({ dataDir, town, services, version, cloud, account }, resolve(needed(first)), show);
  if (process.stderr.isTTY) process.stderr.write("\n");
  for (const [service, { items, events, content }] of Object.entries(tables))
    say(`${service.padEnd(12)} ${items} items, ${events} events, ${content.slice(0, 16)}`);
  say(`as of ${at}`);
}

function show(what: string, done: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${what} ${done}   `);
}

async function verify(directory: string): Promise<void> {
  const report = await verifyDirectory(directory, townMeant(), services, show);
  if (process.stderr.isTTY) process.stderr.write("\n");
  tell(report);
}

async function replayInCloud(subscriber: string, from: string): Promise<void> {
  const town = cloudTown(townMeant(), services);
  try {
    say(`${await town.replay(subscriber, from)} sent again 已重发`);
  } finally {
    town.close();
  }
}

/** The tables as they are in the cloud, while the town works: read again what seems wrong. Buckets answer for their objects themselves. */
async function verifyCloud(): Promise<void> {
  const town = cloudTown(townMeant(), services);
  try {
    tell({ ...(await verifyTables(town.tables, show)), files: 0 });
  } finally {
    town.close();
  }
}

function tell({ tables, files, faults }: Report): void {
  for (const [service, { items, states, events }] of Object.entries(tables))
    say(`${service.padEnd(12)} ${items} items, ${states} histories, ${events} events`);
  say(`${files} files 个文件`);
  for (const fault of faults) say(`✗ ${fault}`);
  say(faults.length === 0 ? "all is as it was written 全部相符" : `${faults.length} faults 处不符`);
  if (faults.length > 0) process.exitCode = 1;
}

function needed(text: string | undefined): string {
  if (text === undefined) throw new OpsProblem(usage);
  return text;
}

/** A day is the beginning of that day in the town. */
function instantOf(text: string): string {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00+08:00` : text;
  if (z.iso.datetime({ offset: true }).safeParse(instant).success) return instant;
  throw new OpsProblem(
    `${text} is no day and no instant, as 2026-11-27 or 2026-11-27T08:00:00+08:00 / 日期或者时间有误`,
  );
}

/** How many words stand behind a command at most. */
const most: Readonly<Record<string, number>> = {
  ...{ dead: 1, parked: 1, trace: 1, backup: 1, verify: 1, restore: 2, export: 1, import: 1, replay: 2 },
};

await saying(async () => {
  const run = commands[command];
  if (run === undefined || positionals.length - 1 > (most[command] ?? 0)) throw new OpsProblem(usage);
  await run();
});
