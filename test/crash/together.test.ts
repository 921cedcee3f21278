import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { dynamoTable } from "../../shared/store/dynamo-table.ts";
import { Store, type Table } from "../../shared/store/index.ts";
import { numbersFrom } from "../support/chance.ts";
import { type Engine, startEngine } from "../support/engine.ts";
import { tally, tallyService } from "../support/tally.ts";
import { aContext } from "../support/tally-town.ts";
import { type Transfer, transfer } from "../support/transfers.ts";

let engine: Engine;
let table: Table;
let ofTheEngine: NodeJS.ProcessEnv;
beforeAll(async () => {
  engine = await startEngine();
  ofTheEngine = {
    ...process.env,
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    AWS_REGION: "cn-north-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  };
  table = dynamoTable(await engine.createTable("guangtong", tallyService, "-kills"), engine.client);
});
afterAll(() => engine.stop());

const answer = z.object({ command: z.string(), kind: z.string() });
const kills = 20;
const tallies = 5;
const opening = 500_000;
const atOnce = 12;
const random = numbersFrom(12);

/** Gives a process transfers until it is killed; @returns what it said was done */
async function killAmid(next: () => Transfer): Promise<string[]> {
  const main = join(import.meta.dirname, "../support/transfers-main.ts");
  const child = spawn(process.execPath, [main, table.name], { env: ofTheEngine, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.on("error", () => undefined);
  const done: string[] = [];
  const ask = () => child.stdin.write(`${JSON.stringify(next())}\n`);
  const lines = createInterface({ input: child.stdout }).on("line", (line) => {
    done.push(answer.parse(JSON.parse(line)).command);
    ask();
  });
  for (let n = 0; n < atOnce; n += 1) ask();
  const ended = once(child, "exit").then(() => expect.fail("the process ended before it was killed"));
  await Promise.race([once(lines, "line"), ended]);
  await pause(random() * 300);
  child.kill("SIGKILL");
  await once(child, "close");
  return done;
}

it("a process killed in the midst of joint commits leaves none of them half done", async () => {
  const store = new Store(table);
  const ids = await Promise.all(
    Array.from({ length: tallies }, async (_, n) => {
      const common = { decider: tally, id: `k${n}`, bodyDigest: "x", context: aContext() };
      await store.execute({ ...common, expects: "new", commandId: "open", command: { type: "create", book: "kills" } });
      await store.execute({
        ...common,
        expects: "existing",
        commandId: "fill",
        command: { type: "add", amounts: [opening] },
      });
      return common.id;
    }),
  );
  const asked = new Map<string, Transfer>();
  const next = () => {
    const from = Math.floor(random() * tallies);
    const to = (from + 1 + Math.floor(random() * (tallies - 1))) % tallies;
    const command = `c${asked.size}`;
    const one = { command, from: ids[from] ?? "", to: ids[to] ?? "", amount: 1 + Math.floor(random() * 9) };
    asked.set(command, one);
    return one;
  };
  const legs = async () => {
    const histories = await Promise.all(ids.map((id) => store.recorded(tally, id)));
    const stored = await Promise.all(ids.map((id) => store.history(tally, id)));
    expect(histories.map((one) => one.length)).toEqual(stored.map((one) => one.length));
    return Map.groupBy(stored.flat(), ({ command }) => String(command));
  };
  for (let kill = 0; kill < kills; kill += 1) {
    const before = asked.size;
    const done = await killAmid(next);
    const commits = await legs();
    for (const command of done) expect(commits.has(command)).toBe(true);
    const round = [...asked.values()].slice(before);
    for (const { command } of round) expect([undefined, 2]).toContain(commits.get(command)?.length);
    const unanswered = round.filter(({ command }) => !done.includes(command));
    const committedFirst = unanswered.toSorted(
      (a, b) => Number(commits.has(b.command)) - Number(commits.has(a.command)),
    );
    for (const one of committedFirst) expect(await transfer(store, one)).toMatchObject({ kind: "done" });
  }
  const commits = await legs();
  expect([...asked.keys()].filter((command) => commits.get(command)?.length !== 2)).toEqual([]);
  const states = await Promise.all(ids.map((id) => store.load(tally, id)));
  expect(states.reduce((sum, one) => sum + (one?.state.total ?? 0), 0)).toBe(tallies * opening);
  for (const id of ids) expect(await store.verify(tally, id)).toMatchObject({ intact: true });
});
