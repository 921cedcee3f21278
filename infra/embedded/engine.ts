import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Files } from "./data-directory.ts";
import { endOrphan, rememberEngine } from "./orphan.ts";
import { reasonOf, StartProblem } from "./start-problem.ts";

/** The database of a town, on this machine or elsewhere. */
export interface Engine {
  readonly endpoint: string;
  readonly streamsEndpoint: string;
  /** Not ours: no file of it is touched. */
  readonly external: boolean;
  readonly pid: number | undefined;
  /** Settles only if the engine ends without being asked to. */
  readonly died: Promise<StartProblem>;
  stop(): Promise<void>;
}

/** The engine that `AWS_ENDPOINT_URL_DYNAMODB` names, or one of our own on the data directory. */
export async function startEngine(files: Files): Promise<Engine> {
  const endpoint = externalEndpoint();
  if (endpoint !== undefined) return externalEngine(endpoint);
  const binary = findBinary();
  await endOrphan(files);
  for (let attempt = 1; ; attempt += 1) {
    const started = await launch(binary, files, await freePort());
    if (typeof started === "object") return started;
    if (attempt === 3)
      throw new StartProblem("engineFailed", `the engine does not start / 数据引擎无法启动：${started}`);
  }
}

/** The SDK's own setting for another engine than ours. */
export const externalEndpoint = () => process.env.AWS_ENDPOINT_URL_DYNAMODB || undefined;

const externalEngine = (endpoint: string): Engine => ({
  endpoint,
  streamsEndpoint: process.env.AWS_ENDPOINT_URL_DYNAMODB_STREAMS ?? endpoint,
  external: true,
  pid: undefined,
  died: new Promise(() => undefined),
  stop: async () => undefined,
});

function findBinary(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve("@dynoxide/linux-x64/package.json");
    return join(dirname(manifest), "dynoxide");
  } catch (error) {
    const here = `${process.platform}-${process.arch}`;
    const way = "run another DynamoDB engine and name it in AWS_ENDPOINT_URL_DYNAMODB";
    throw new StartProblem("engineMissing", `no engine for ${here}; ${way} / 本平台无内置数据引擎`, error);
  }
}

/**
 * The shell becomes the engine; before that it leaves a watch behind which reads our end of a pipe. When we vanish
 * without a word, `kill -9` included, the pipe ends and the watch ends the engine. A group of its own keeps Ctrl-C from
 * the engine, so that requests can be finished first.
 */
const script =
  'exec 3<&0; (read -r word <&3; [ "$word" = stop ] || kill -9 $$) >/dev/null 2>&1 & exec "$@" 3<&- </dev/null';

/** @returns the engine, or why it did not start. */
async function launch(binary: string, files: Files, port: number): Promise<Engine | string> {
  const options = ["serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", files.database];
  const child = spawn("/bin/sh", ["-c", script, "engine", binary, ...options], {
    detached: true,
    stdio: ["pipe", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = `${said}${text}`.slice(-500);
  });
  child.stdin.on("error", () => undefined);
  const ended = once(child, "exit").then(() => child.stdin.end("stop\n"));
  if (child.pid === undefined) return "spawn";
  rememberEngine(files, child.pid);
  const endpoint = `http://127.0.0.1:${port}`;
  if (!(await answers(child, endpoint))) {
    child.kill("SIGKILL");
    return said.trim();
  }
  let asked = false;
  return {
    endpoint,
    streamsEndpoint: endpoint,
    external: false,
    pid: child.pid,
    died: ended.then(() => (asked ? new Promise<never>(() => undefined) : diedAlone(said))),
    async stop() {
      asked = true;
      child.kill("SIGTERM");
      await Promise.race([ended, pause(5000, undefined, { ref: false }).then(() => child.kill("SIGKILL"))]);
      await ended;
    },
  };
}

const diedAlone = (said: string) =>
  new StartProblem("engineFailed", `the engine has ended unexpectedly / 数据引擎意外终止：${said.trim()}`);

async function answers(child: ChildProcess, endpoint: string): Promise<boolean> {
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    if (child.exitCode !== null || child.signalCode !== null) return false;
    try {
      const answer = await fetch(endpoint);
      if (answer.ok) return true;
    } catch (error) {
      if (reasonOf(error) === "") return false;
    }
    await pause(10);
  }
  return false;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new TypeError("unreachable");
  return address.port;
}
