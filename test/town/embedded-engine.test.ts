import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningTown, startTown } from "../../infra/embedded/start.ts";
import type { Service } from "../../shared/service/index.ts";
import { aDataDirectory, Caller, testServices, testTown } from "../support/embedded.ts";
import { startEngine } from "../support/engine.ts";
import { ledgerService } from "../support/ledger.ts";
import { tallyService } from "../support/tally.ts";

let directory: Awaited<ReturnType<typeof aDataDirectory>>;
beforeEach(async () => {
  directory = await aDataDirectory();
});
afterEach(() => directory.remove());

/** These tests are about the town's own file: it is used in every lane. */
const start = (options: { services?: readonly Service[]; dynamodb?: string; host?: string } = {}) =>
  startTown({ town: testTown, services: testServices, port: 0, retryDelay: 5, dataDir: directory.path, ...options });

const townFile = () => join(directory.path, "town.db");
const mode = (path: string) => statSync(path).mode & 0o777;

/** Does something to the town's file while the town is stopped. */
function inFile<T>(act: (file: DatabaseSync) => T): T {
  const file = new DatabaseSync(townFile());
  try {
    return act(file);
  } finally {
    file.close();
  }
}

async function writeSome(town: RunningTown): Promise<string> {
  const clerk = await new Caller(town.url).as("clerk");
  const id = await clerk.openTally();
  for (const amount of [1, 2, 3]) await clerk.post(`/tally/tallies/${id}/add`, { amounts: [amount] });
  await clerk.settle();
  return id;
}

/** Starts the town and tells why it does not start. */
async function refusal(exitCode: number): Promise<string> {
  const started = await start().catch((error: unknown) => error);
  expect(started).toMatchObject({ exitCode });
  return started instanceof Error ? started.message : "";
}

describe("the data directory", () => {
  it("M7: is the owner's alone, also where it was open to others before", async () => {
    chmodSync(directory.path, 0o755);
    const town = await start();
    await writeSome(town);
    expect(mode(directory.path)).toBe(0o700);
    for (const name of ["cursor-secret", "token-key.pem", "town.db", "town.db-wal"])
      expect([name, mode(join(directory.path, name))]).toEqual([name, 0o600]);
    await town.stop();
    expect(readdirSync(directory.path).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  it("M1: holds all data in one file, behind no port: with that file alone the town goes on", async () => {
    const first = await start();
    const id = await writeSome(first);
    await first.stop();
    const kept = readdirSync(directory.path).filter((name) => name.startsWith("town.db"));
    expect(kept).toEqual(["town.db"]);
    const moved = join(directory.path, "..", `${directory.path.split("/").at(-1)}-moved.db`);
    renameSync(townFile(), moved);
    rmSync(directory.path, { recursive: true });
    mkdirSync(directory.path);
    renameSync(moved, townFile());
    const second = await start();
    const { body } = await new Caller(second.url).get(`/ledger/pages/${id}`);
    expect(body).toMatchObject({ entries: 3, sum: 6, outOfOrder: 0 });
    await second.stop();
  });
});

/** The TCP ports on which this process listens, as `ss -ltnp` tells them. */
function listening(): ReadonlySet<number> {
  const own = new Set(readdirSync("/proc/self/fd").flatMap(linkOf));
  const rows = ["tcp", "tcp6"].flatMap((kind) => readFileSync(`/proc/self/net/${kind}`, "utf8").split("\n").slice(1));
  const fields = rows.map((row) => row.trim().split(/\s+/));
  const mine = fields.filter(([, , , state, , , , , , inode]) => state === "0A" && own.has(`socket:[${inode}]`));
  return new Set(mine.map(([, address = ""]) => Number.parseInt(address.split(":").at(-1) ?? "", 16)));
}

/** What an open file descriptor stands for; it may be closed again by now. */
function linkOf(descriptor: string): string[] {
  try {
    return [readlinkSync(`/proc/self/fd/${descriptor}`)];
  } catch {
    return [];
  }
}

describe("the town's processes and ports", () => {
  it("are one process and two ports: HTTP, and the queues where the profile has a subscriber", async () => {
    const before = listening();
    const town = await start();
    const opened = [...listening()].filter((port) => !before.has(port));
    const ports = [town.url, town.queuesEndpoint ?? ""].map((url) => Number(new URL(url).port));
    expect(opened.toSorted()).toEqual(ports.toSorted());
    const children = readdirSync("/proc/self/task").flatMap((thread) =>
      readFileSync(`/proc/self/task/${thread}/children`, "utf8").trim().split(/\s+/).filter(Boolean),
    );
    const commands = children.map((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8"));
    expect(commands.filter((command) => command.includes(directory.path))).toEqual([]);
    await town.stop();
  });

  it("listen where HOST says, and nowhere for an address of another machine", async () => {
    const town = await start({ host: "127.0.0.2" });
    expect(town.url).toMatch(/^http:\/\/127\.0\.0\.2:/);
    expect((await new Caller(town.url).get("/health")).status).toBe(200);
    await town.stop();
    await expect(start({ host: "192.0.2.1" })).rejects.toMatchObject({ exitCode: 64 });
  });
});

describe("data the program cannot read", () => {
  it("of an earlier engine is refused with a sentence in both languages", async () => {
    inFile((file) => file.exec("CREATE TABLE _tables (table_name TEXT PRIMARY KEY)"));
    const message = await refusal(74);
    expect(message).toContain("earlier engine");
    expect(message).toContain("旧数据引擎");
    expect(inFile((file) => file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all())).toEqual([
      { name: "_tables" },
    ]);
  });

  it("of a newer version is refused with a sentence, and of its own version is read", async () => {
    await (await start()).stop();
    inFile((file) => file.exec("PRAGMA user_version = 3"));
    const message = await refusal(76);
    expect(message).toContain("newer version (format 3)");
    expect(message).toContain("升级");
    inFile((file) => file.exec("PRAGMA user_version = 2"));
    await (await start()).stop();
  });
});

describe("the opening", () => {
  const opened: string[] = [];
  const opening: Service = {
    ...tallyService,
    opening: () => {
      opened.push("opened");
      return [];
    },
  };
  const openings = async () => {
    opened.length = 0;
    await (await start({ services: [opening, ledgerService] })).stop();
    return opened.length;
  };

  it("M6: is carried out once, and again for data that was emptied", async () => {
    expect(await openings()).toBe(1);
    expect(await openings()).toBe(0);
    for (const name of readdirSync(directory.path).filter((one) => one.startsWith("town.db")))
      rmSync(join(directory.path, name));
    expect(await openings()).toBe(1);
  });

  it("is carried out for another engine with the same directory", async () => {
    expect(await openings()).toBe(1);
    const engine = await startEngine();
    try {
      opened.length = 0;
      const other = { services: [opening, ledgerService], dynamodb: engine.endpoint };
      await (await start(other)).stop();
      expect(opened).toHaveLength(1);
      await (await start(other)).stop();
      expect(opened).toHaveLength(1);
    } finally {
      await engine.stop();
    }
  });
});

describe("tables", () => {
  it("are given an index that a new version declares, filled with what is there", async () => {
    const first = await start();
    await writeSome(first);
    await first.stop();
    const { indexes } = tallyService;
    const grown = { ...tallyService, indexes: [...indexes, { name: "byHolder", projection: "all" as const }] };
    const second = await start({ services: [grown, ledgerService] });
    expect((await new Caller(second.url).get("/health")).status).toBe(200);
    await second.stop();
    const names = inFile((file) => file.prepare("SELECT name FROM sqlite_master WHERE type = 'index'").all());
    expect(names).toContainEqual({ name: "guangtong-tally/byHolder" });
  });

  it("may live in another engine, named as the SDK names it", async () => {
    const engine = await startEngine();
    try {
      const town = await start({ dynamodb: engine.endpoint });
      const id = await writeSome(town);
      expect((await new Caller(town.url).get(`/ledger/pages/${id}`)).body).toMatchObject({ entries: 3 });
      await town.stop();
      expect(readdirSync(directory.path)).not.toContain("town.db");
      const client = new DynamoDBClient({ endpoint: engine.endpoint, region: "cn-north-1" });
      const { Table } = await client.send(new DescribeTableCommand({ TableName: "guangtong-tally" }));
      client.destroy();
      expect(Table?.TableStatus).toBe("ACTIVE");
    } finally {
      await engine.stop();
    }
  });
});
