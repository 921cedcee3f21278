import { flushCompileCache } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { subscriberQueueName } from "../../shared/service/index.ts";
import { type RunningTown, startTown } from "./start.ts";
import { exitCodes, reasonOf, StartProblem } from "./start-problem.ts";

export { startTown } from "./start.ts";

/** `npm start [-- --no-simulation]`: a town on this machine, until Ctrl-C. */
async function main(): Promise<void> {
  const began = performance.now();
  console.log("\n  开门中… opening the town (the first time takes a quarter of a minute)");
  const running = await startTown({ simulation: wantsSimulation(), alone: true });
  greet(running, performance.now() - began);
  flushCompileCache();
  await untilStopped(running);
}

/** Waits for a signal, and stops the town within nine seconds. */
export async function untilStopped(running: Pick<RunningTown, "stop">): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  console.log("\n  停止中… stopping");
  await withinLimit(running.stop());
}

/** Longer than this the town does not take to stop. What is under way then is lost as by `kill -9`: nothing acknowledged. */
const stopLimit = 9_000;

async function withinLimit(stopping: Promise<void>): Promise<void> {
  const limit = new Promise<"late">((resolve) => setTimeout(resolve, stopLimit, "late").unref());
  if ((await Promise.race([stopping, limit])) === "late") console.log("  未等完 stopped without waiting any longer");
}

function wantsSimulation(): boolean {
  try {
    const { values } = parseArgs({ options: { "no-simulation": { type: "boolean", default: false } } });
    return !values["no-simulation"];
  } catch (error) {
    throw new StartProblem("usage", `${reasonOf(error)}\nnpm start [-- --no-simulation]`, error);
  }
}

function greet({ url, queuesEndpoint, town, simulation, dataDir }: RunningTown, milliseconds: number): void {
  const { zh, en } = town.profile.name;
  console.log(
    [
      "",
      `  ${zh} · ${en}${simulation ? "  (模拟 simulation)" : ""}`,
      `  地址 address    ${url}`,
      `  文档 documents  ${url}/docs`,
      ...(queuesEndpoint === undefined
        ? []
        : [
            `  队列 queues     ${queuesEndpoint} (SQS, ${town.profile.deployment.region}; docs/departments.md)`,
            ...town.profile.subscribers.map(
              ({ id }) =>
                `                  ${subscriberQueueName(town.profile.slug, id)}, ID=${id}, KEY=${join(dataDir, `queue-key-${id}`)}`,
            ),
          ]),
      `  数据 data       ${dataDir}`,
      `  ${(milliseconds / 1000).toFixed(1)} s. Ctrl-C 停止 stops it.`,
      "",
    ].join("\n"),
  );
}

/** Runs the town as this process, and ends it with the code that says how it went. */
export async function begin(): Promise<void> {
  try {
    await main();
    process.exit(0);
  } catch (error) {
    if (error instanceof StartProblem) console.error(`\n  ${error.message}\n`);
    else console.error(error);
    process.exit(error instanceof StartProblem ? error.exitCode : exitCodes.failed);
  }
}

if (import.meta.main) await begin();
