import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { aDataDirectory, Caller, startTestTown, subscriberQueue } from "../support/embedded.ts";

const root = join(import.meta.dirname, "../..");
const run = promisify(execFile);

/** The program that departments copy, word for word. */
async function program(): Promise<string> {
  const page = await readFile(join(root, "docs/departments.md"), "utf8");
  return /```js\n(?<code>[\s\S]*?)```/.exec(page)?.groups?.code ?? "";
}

test("A10: the lines that a department copies read its events from a town on one machine", async () => {
  const directory = await aDataDirectory();
  const town = await startTestTown({ dataDir: directory.path });
  const cache = join(root, "node_modules/.cache");
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, "department-"));
  try {
    const clerk = await new Caller(town.url).as("clerk");
    const id = await clerk.openTally({ book: "一" });
    await clerk.settle();
    const [key] = town.queueKeys;
    await writeFile(join(folder, "reader.mjs"), await program());
    await writeFile(join(folder, "key"), key?.secretAccessKey ?? "");
    const env = {
      ...{ QUEUE: subscriberQueue, REGION: town.town.profile.deployment.region, QUEUES: town.queuesEndpoint },
      ...{ KEY: join(folder, "key"), ID: key?.accessKeyId, ONCE: "yes", PATH: process.env.PATH },
    };
    const { stdout } = await run(process.execPath, [join(folder, "reader.mjs")], { env });
    expect(stdout).toContain(`tally.tally.opened tally/${id} 1`);
    // Nothing is left: this one does not wait for it as long
    await writeFile(join(folder, "again.mjs"), (await program()).replace("WaitTimeSeconds: 20", "WaitTimeSeconds: 1"));
    const again = await run(process.execPath, [join(folder, "again.mjs")], { env });
    expect(again.stdout).toBe("");
  } finally {
    await rm(folder, { recursive: true, force: true });
    await town.stop();
    await directory.remove();
  }
});
