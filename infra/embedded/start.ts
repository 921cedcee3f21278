import { resolve } from "node:path";
import type { Runtime, Service } from "../../shared/service/index.ts";
import type { Town } from "../towns/load.ts";
import { outsideEndpoint, prepareEnvironment } from "./environment.ts";
import { isLoopbackOrigin } from "./loopback.ts";
import type { KeyHolder } from "./queue-door.ts";
import type { Queues } from "./queues.ts";
import { reasonOf, StartProblem } from "./start-problem.ts";

export interface TownOptions {
  /** Where the town is kept; made if there is none. Default `DATA_DIR`, else `.data`. */
  readonly dataDir?: string;
  /** A DynamoDB engine outside of this process. Default `AWS_ENDPOINT_URL_DYNAMODB`, else the town keeps its data itself. */
  readonly dynamodb?: string;
  /** The address to listen on. Default `HOST`, else 127.0.0.1. */
  readonly host?: string;
  /** 0: any free port. Default `PORT`, else 3000. */
  readonly port?: number;
  /** The origin by which the town is reached from outside, e.g. through a proxy; URLs of files begin with it. Default `PUBLIC_URL`, else its own. */
  readonly publicUrl?: string;
  /** Of the queues, for other departments' systems; 0 (the default): any free port. */
  readonly queuesPort?: number;
  /** The slug of a profile, or profile and lists themselves. Default `TOWN`, else `guangtong`. */
  readonly town?: string | Town;
  /** Default: all services of the house. */
  readonly services?: readonly Service[];
  /** Whether `/_embedded/*` is offered. Default true. */
  readonly simulation?: boolean;
  /** Milliseconds to the first repetition of a reaction that failed. */
  readonly retryDelay?: number;
  /** Whether the process is the town's alone, so that its memory may be looked after. Default false. */
  readonly alone?: boolean;
}

/** A town that runs on this machine. */
export interface RunningTown {
  readonly url: string;
  /** SQS endpoint on loopback, for outside subscribers; undefined: the profile has none, and no port is open. */
  readonly queuesEndpoint: string | undefined;
  /** The key of each outside subscriber, which opens its own queue. */
  readonly queueKeys: readonly KeyHolder[];
  /** The queues, for what runs in this process. */
  readonly queues: Queues;
  readonly town: Town;
  readonly simulation: boolean;
  readonly dataDir: string;
  readonly runtimes: ReadonlyMap<string, Runtime>;
  /** Settles when all is at rest; throws `Unsettled` when that takes too long. */
  settle(milliseconds?: number): Promise<void>;
  /** Answers what is under way, keeps the last checkpoint, closes the data. Calling it again waits for the same. */
  stop(): Promise<void>;
}

/** Starts a town on this machine; it is ready when this settles. @throws StartProblem with what a person can do about it */
export async function startTown(options: TownOptions = {}): Promise<RunningTown> {
  const publicUrl = originOf(options.publicUrl ?? process.env.PUBLIC_URL);
  const simulation = options.simulation ?? true;
  refuseToPlay(simulation, publicUrl);
  const town = await townOf(options.town ?? process.env.TOWN ?? "guangtong");
  prepareEnvironment(town.profile.deployment.region);
  const { runTown } = await import("./town.ts");
  return runTown({
    town,
    services: options.services ?? (await import("../services.ts")).services,
    dataDir: resolve(options.dataDir ?? process.env.DATA_DIR ?? ".data"),
    dynamodb: options.dynamodb ?? outsideEndpoint(),
    host: options.host ?? (process.env.HOST || "127.0.0.1"),
    port: options.port ?? portOf(process.env.PORT, 3000),
    publicUrl,
    queuesPort: options.queuesPort ?? portOf(process.env.QUEUES_PORT, 0),
    simulation,
    retryDelay: options.retryDelay ?? 1_000,
    alone: options.alone ?? false,
  });
}

async function townOf(town: string | Town): Promise<Town> {
  if (typeof town !== "string") return town;
  const { loadTownFrom } = await import("../towns/load.ts");
  try {
    return loadTownFrom(town);
  } catch (error) {
    throw new StartProblem("unknownTown", reasonOf(error), error);
  }
}

function originOf(text: string | undefined): string | undefined {
  if (text === undefined || text === "") return undefined;
  const url = URL.parse(text);
  if (url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new StartProblem("usage", `PUBLIC_URL ${text} is no origin like https://town.example / 须为不带路径的网址`);
}

/** A simulation gives anybody a token: it is never open to others. @throws StartProblem */
function refuseToPlay(simulation: boolean, publicUrl: string | undefined): void {
  if (!simulation || publicUrl === undefined || isLoopbackOrigin(publicUrl)) return;
  throw new StartProblem(
    "usage",
    `PUBLIC_URL ${publicUrl} is open to others, and a simulation gives tokens to anybody: npm start -- --no-simulation / 对外地址不能用于模拟运行`,
  );
}

function portOf(text: string | undefined, otherwise: number): number {
  if (text === undefined || text === "") return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new StartProblem("usage", `${text} is not a port / 端口无效`);
}
