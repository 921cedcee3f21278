import { timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { type HttpResult, type Problem, problem } from "../../../shared/http/index.ts";
import { commonProblems } from "../../../shared/http/texts.ts";
import { parseInput } from "../../../shared/http/validation.ts";
import { jsonAnswer } from "../answer.ts";
import type { Arrived } from "../gateway.ts";
import { isLoopback } from "../loopback.ts";
import { StartProblem } from "../start-problem.ts";
import type { Backups } from "./backups.ts";
import type { DeadLetters } from "./dead-letters.ts";
import type { TownHealth } from "./health.ts";
import { statusPage } from "./status-page.ts";

interface Parts {
  readonly name: { readonly zh: string; readonly en: string };
  /** Whoever has it runs this town. */
  readonly key: string;
  readonly health: TownHealth;
  readonly deadLetters: DeadLetters;
  readonly backups: Backups;
  /** Sends a subscriber all its events again, from this instant on. @returns whether there is such a one */
  readonly replay: (subscriber: string, from: string) => Promise<boolean>;
}

const line = z.string().trim().min(1).max(200);
const which = z.strictObject({ id: line.optional(), queue: line.optional(), all: z.literal(true).optional() });
const whichParked = z.strictObject({ id: line.optional(), service: line.optional(), all: z.literal(true).optional() });
const because = { why: line };

type Answer = (body: unknown) => Promise<HttpResult | Problem>;

export const opsPath = "/_ops";

/**
 * The operators' door: on this machine only, never for a request that a proxy hands on, and only with the key of the data
 * directory (as a bearer token, or as the password a browser asks for).
 */
export function opsDoor(parts: Parts): (arrived: Arrived) => Promise<HttpResult | Problem> {
  const answers = answersOf(parts);
  return async ({ request, method, asked, body, noted }) => {
    if (!isLoopback(request)) return problem(404, "request.unknown-route");
    if (!opens(request.headers.authorization, parts.key))
      return problem(401, "auth.missing", { headers: { "www-authenticate": 'Basic realm="ops", charset="UTF-8"' } });
    const route = `${method === "HEAD" ? "GET" : method} ${asked.decoded}`;
    const answer = answers[route];
    if (answer === undefined) return problem(404, "request.unknown-route");
    noted.route = asked.decoded;
    noted.roles = "ops";
    const given = body.length === 0 ? { value: {} } : parsed(body);
    return given === undefined ? problem(400, "request.malformed-json") : carriedOut(() => answer(given.value));
  };
}

/** What cannot be done here is said in words. */
async function carriedOut(act: () => Promise<HttpResult | Problem>): Promise<HttpResult | Problem> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return problem(422, "ops.refused", { details: { reason: error.message } });
  }
}

function answersOf({ name, health, deadLetters, backups, replay }: Parts): Readonly<Record<string, Answer>> {
  const taking =
    <T>(schema: z.ZodType<T>, act: (value: T) => Promise<HttpResult | Problem>): Answer =>
    async (body) => {
      const asked = parseInput(schema, body, commonProblems);
      return asked.ok ? act(asked.value) : asked.problem;
    };
  const counted = (count: number) => (count === 0 ? problem(404, "ops.nothing-there") : jsonAnswer({ count }));
  /** Where another operator was faster, this one learns what became of the letter. */
  const countedDead = (count: number, id: string | undefined) => {
    const became = count === 0 ? deadLetters.became(id) : undefined;
    return became === undefined ? counted(count) : problem(409, `ops.${became.how}`, { details: { at: became.at } });
  };
  return {
    [`GET ${opsPath}`]: async () => statusPage(name, await health.parts(), await deadLetters.dead()),
    [`GET ${opsPath}/health`]: async () => jsonAnswer({ ...(await health.short()), parts: await health.parts() }),
    [`GET ${opsPath}/dead`]: async () => jsonAnswer({ items: await deadLetters.dead() }),
    [`POST ${opsPath}/dead/send-again`]: taking(which.refine(saysWhich), async (asked) =>
      countedDead(await deadLetters.sendAgain(asked), asked.id),
    ),
    [`POST ${opsPath}/dead/discard`]: taking(which.extend(because).refine(saysWhich), async ({ why, ...asked }) =>
      countedDead(await deadLetters.discard(asked, why), asked.id),
    ),
    [`GET ${opsPath}/discarded`]: async () => jsonAnswer({ items: await deadLetters.discarded() }),
    [`GET ${opsPath}/parked`]: async () => jsonAnswer({ items: await deadLetters.parked.list() }),
    [`POST ${opsPath}/parked/send-again`]: taking(whichParked.refine(saysWhich), async (asked) =>
      counted(await deadLetters.parked.sendAgain(asked)),
    ),
    [`POST ${opsPath}/parked/discard`]: taking(
      whichParked.extend(because).refine(saysWhich),
      async ({ why, ...asked }) => counted(await deadLetters.parked.discard(asked, why)),
    ),
    [`GET ${opsPath}/set-aside`]: async () => jsonAnswer({ items: await deadLetters.setAside() }),
    [`POST ${opsPath}/backup`]: taking(z.strictObject({ to: z.string().startsWith("/").max(1000) }), async ({ to }) =>
      jsonAnswer(await backups.make(to)),
    ),
    [`POST ${opsPath}/replay`]: taking(
      z.strictObject({ subscriber: line, from: z.iso.datetime({ offset: true }) }),
      async ({ subscriber, from }) =>
        (await replay(subscriber, from)) ? jsonAnswer({ count: 1 }) : problem(404, "ops.no-subscriber"),
    ),
  };
}

/** Nobody empties everything by a field left out. */
const saysWhich = (asked: Readonly<Record<string, unknown>>) =>
  ["id", "queue", "service", "all"].filter((name) => asked[name] !== undefined).length === 1;

/** The key as a bearer token, or as the password of anybody. */
function opens(header: string | undefined, key: string): boolean {
  const [scheme = "", given = ""] = (header ?? "").split(" ");
  const basic = () => Buffer.from(given, "base64").toString("utf8").split(":").slice(1).join(":");
  const said = /^basic$/i.test(scheme) ? basic() : /^bearer$/i.test(scheme) ? given : "";
  const [one, other] = [Buffer.from(said), Buffer.from(key)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function parsed(body: Buffer): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(body.toString("utf8")) };
  } catch {
    return undefined;
  }
}
