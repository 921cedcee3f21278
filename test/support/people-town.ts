import * as z from "zod";
import type { GuideContent } from "../../services/permits/domain/guide/guide.ts";
import { guide } from "../../services/permits/domain/guide/guide.ts";
import { knownPower, type LearnPower } from "../../services/permits/domain/known-power.ts";
import { permits } from "../../services/permits/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { toCloudEvent } from "../../shared/messaging/index.ts";
import { clockworkFor, instruct, type Runtime } from "../../shared/service/index.ts";
import { isStoredEvent, memoryTable, type StoredEvent, type Table } from "../../shared/store/index.ts";
import { aGuide, aPower } from "./builders-permits.ts";
import { talkTo } from "./http.ts";
import { claimsFor } from "./permits-hall.ts";
import { aRuntime } from "./tally-town.ts";
import { unprinted } from "./unprinted.ts";

const created = z.looseObject({ id: z.string() });

/** A table in memory that tells what was committed. */
function listened(committed: StoredEvent[]): Table {
  const table = memoryTable("people");
  return {
    ...table,
    name: table.name,
    read: (keys) => table.read(keys),
    query: (query) => table.query(query),
    async write(puts) {
      const result = await table.write(puts);
      if (result.written) committed.push(...puts.map(({ item }) => item).filter(isStoredEvent));
      return result;
    },
  };
}

/** The permits service with its own reactions and clockwork, in memory, on Monday 2 March 2026 at ten o'clock. */
export async function aPeopleTown(guides: readonly Partial<GuideContent>[] = [{}], without: readonly string[] = []) {
  const committed: StoredEvent[] = [];
  const runtime = aRuntime({ table: listened(committed) });
  runtime.setClock("2026-03-02T02:00:00.000Z");
  const ask = talkTo(permits, runtime);
  for (const content of guides.map((one) => aGuide(one).content)) {
    const { code } = content;
    const publish = { type: "publish" as const, content };
    const told = await instruct({ of: guide, id: code, expects: "new", command: publish }).carryOut(runtime, {
      id: `guide-${code}`,
    });
    if (!told.done) throw new Error(`${told.code} ${JSON.stringify(told.details)}`);
    const power = aPower({ code });
    const news: LearnPower["news"][] = [{ townRole: power.townRole }, ...power.changes.map((change) => ({ change }))];
    for (const [at, one] of (without.includes(code) ? [] : news).entries()) {
      const command = { type: "learn" as const, code, sequence: at + 1, news: one };
      await instruct({ of: knownPower, id: code, expects: "either", command }).carryOut(runtime, {
        id: `${code}-${at}`,
      });
    }
  }
  const post = (actor: Actor, path: string, body: object = {}, headers: Record<string, string> = {}) =>
    ask({ method: "POST", path, body: JSON.stringify(body), headers, claims: claimsFor(actor) });
  const get = (actor: Actor | undefined, path: string, query: Record<string, string> = {}) =>
    ask({ path, query, ...(actor === undefined ? {} : { claims: claimsFor(actor) }) });
  /** Delivers every published event until nothing more follows; each as often as asked. */
  const settle = async ({ times = 1 }: { times?: number } = {}) => {
    for (let event = committed.shift(); event !== undefined; event = committed.shift())
      for (let time = 0; time < times; time += 1) await deliver(runtime, event);
  };
  const morning = async (date: string) => {
    runtime.setClock(`${date}T00:30:00.000Z`);
    await clockworkFor(permits, runtime)();
    await settle();
  };
  const create = async (actor: Actor, path: string, body: object) => {
    const answer = await post(actor, path, body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return created.parse(answer.body).id;
  };
  return { runtime, ask, post, get, settle, morning, create, committed };
}

async function deliver(runtime: Runtime, stored: StoredEvent) {
  if (!Object.hasOwn(permits.publishes, stored.type)) return;
  const event = toCloudEvent(stored, "permits", "532302105000");
  for (const { type, needs, react } of unprinted) {
    if (type !== event.type) continue;
    needs.parse(event.data);
    for (const one of react(event)) {
      const carried = await one.carryOut(runtime, { id: event.id });
      if (!carried.done) throw new Error(`${event.type}: ${carried.code}`);
    }
  }
}
