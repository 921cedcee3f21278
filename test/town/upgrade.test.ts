import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTown } from "../../infra/embedded/start.ts";
import { StartProblem } from "../../infra/embedded/start-problem.ts";
import { restore } from "../../infra/ops/restore.ts";
import { verifyDirectory } from "../../infra/ops/verify.ts";
import { aggregate, type Service } from "../../shared/service/index.ts";
import { aDataDirectory, Caller, testServices, testTown } from "../support/embedded.ts";
import { ledgerService } from "../support/ledger.ts";
import { tally, tallyService } from "../support/tally.ts";

let directory: Awaited<ReturnType<typeof aDataDirectory>>;
let data: string;
beforeEach(async () => {
  directory = await aDataDirectory();
  data = join(directory.path, "data");
});
afterEach(async () => {
  Object.assign(tally, { shape: 1 });
  await directory.remove();
});

type Program = "0.1.0" | "0.2.0";
/** Version 0.2.0 writes tallies in a new shape. */
const shapeIn = (program: Program) => (program === "0.2.0" ? 2 : 1);

/** Runs a version of the program on a data directory as long as some work takes. */
async function on<T>(
  { program, path = data, services = testServices }: { program: Program; path?: string; services?: readonly Service[] },
  work: (clerk: Caller) => Promise<T>,
): Promise<T> {
  Object.assign(tally, { shape: shapeIn(program) });
  const town = await startTown({ town: testTown, services, port: 0, dataDir: path });
  try {
    return await work(await new Caller(town.url).as("clerk", "supervisor"));
  } finally {
    await town.stop();
  }
}

const aTallyOf = async (clerk: Caller, amount: number) => {
  const id = await clerk.openTally();
  await clerk.post(`/tally/tallies/${id}/add`, { amounts: [amount] });
  await clerk.settle();
  return id;
};
/** Everything that is told of a tally: itself, its list, its history, and what another service heard of it. */
async function readsOf(clerk: Caller, id: string) {
  const paths = [
    `/tally/tallies/${id}`,
    "/tally/tallies?book=一",
    `/tally/tallies/${id}/history`,
    `/ledger/pages/${id}`,
  ];
  const answers = await Promise.all(paths.map((path) => clerk.get(path)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  return answers.map(({ body }) => body);
}
const backupBy = (clerk: Caller, to: string) =>
  clerk.post("/_ops/backup", { to }, { authorization: `Bearer ${readFileSync(join(data, "ops-key"), "utf8")}` });
const faultsIn = async (path: string) =>
  (await verifyDirectory(path, testTown.profile, testServices, () => undefined)).faults;

/** What a version says when it does not open the data. */
async function refusal(program: Program, services?: readonly Service[]): Promise<StartProblem> {
  const open = on({ program, ...(services === undefined ? {} : { services }) }, async () => undefined);
  const problem = await open.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(problem instanceof StartProblem)) throw new Error("it was opened");
  return problem;
}

describe("an upgrade", { timeout: 120_000 }, () => {
  it("goes forward and, by the backup made before, back again", async () => {
    const kept = join(directory.path, "before-0.2.0");
    const [id, before] = await on({ program: "0.1.0" }, async (clerk) => {
      const made = await aTallyOf(clerk, 5);
      const read = await readsOf(clerk, made);
      expect((await backupBy(clerk, kept)).status).toBe(200);
      return [made, read] as const;
    });
    await on({ program: "0.2.0" }, async (clerk) => {
      expect(await readsOf(clerk, id)).toEqual(before);
      await clerk.post(`/tally/tallies/${id}/add`, { amounts: [7] });
      expect((await clerk.get(`/tally/tallies/${id}`)).body.total).toBe(12);
    });
    expect(await faultsIn(data)).toEqual([]);

    const problem = await refusal("0.1.0");
    expect(problem.exitCode).toBe(76);
    expect(problem.message).toMatch(/shape 2, this program knows shape 1; start the newer program .*请使用新版程序/);
    await on({ program: "0.2.0" }, async (clerk) => {
      expect((await clerk.get(`/tally/tallies/${id}`)).body.total).toBe(12);
    });

    const path = join(directory.path, "back");
    await restore(kept, path, testTown.profile.slug);
    await on({ program: "0.1.0", path }, async (clerk) => {
      expect(await readsOf(clerk, id)).toEqual(before);
      await aTallyOf(clerk, 1);
    });
    expect(await faultsIn(path)).toEqual([]);
  });

  it("that raises no form goes back with all that was done meanwhile", async () => {
    const grown = {
      ...tallyService,
      indexes: [...tallyService.indexes, { name: "byHolder", projection: "all" as const }],
    };
    const id = await on({ program: "0.1.0", services: [grown, ledgerService] }, (clerk) => aTallyOf(clerk, 5));
    await on({ program: "0.1.0" }, async (clerk) => {
      await readsOf(clerk, id);
      await aTallyOf(clerk, 6);
    });
    expect(await faultsIn(data)).toEqual([]);
  });

  it("is not undone by a program that does not know some kind of thing on record", async () => {
    const basket = { ...tally, aggregate: "basket", shape: 1 };
    const grown = { ...tallyService, aggregates: [...tallyService.aggregates, aggregate(basket)] };
    await on({ program: "0.1.0", services: [grown, ledgerService] }, (clerk) => aTallyOf(clerk, 5));
    const problem = await refusal("0.1.0");
    expect(problem.exitCode).toBe(76);
    expect(problem.message).toMatch(/basket: this program does not know it; start the newer program .*请使用新版程序/);
    await on({ program: "0.1.0", services: [grown, ledgerService] }, (clerk) => aTallyOf(clerk, 6));
  });
});

describe("data of the form before this one", () => {
  it("is opened, read whole, and has this form afterwards", { timeout: 120_000 }, async () => {
    const id = await on({ program: "0.1.0" }, (clerk) => aTallyOf(clerk, 5));
    const inFile = (sql: string) => {
      const file = new DatabaseSync(join(data, "town.db"));
      const found = sql.startsWith("PRAGMA user_version;") ? file.prepare("PRAGMA user_version").get() : file.exec(sql);
      file.close();
      return found;
    };
    // Form 1 had no place for small files.
    inFile("DROP TABLE IF EXISTS files; PRAGMA user_version = 1");
    await on({ program: "0.1.0" }, (clerk) => readsOf(clerk, id));
    expect(inFile("PRAGMA user_version;")).toEqual({ user_version: 2 });
    expect(await faultsIn(data)).toEqual([]);
  });
});
