import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { todayIn } from "../../shared/calendar/index.ts";
import { type HttpResult, isProblem, type Problem, problem } from "../../shared/http/index.ts";
import { commonProblems } from "../../shared/http/texts.ts";
import { parseInput } from "../../shared/http/validation.ts";
import { type Keyed, partyKey, partyNumber } from "../../shared/parties/index.ts";
import type { Service } from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { jsonAnswer } from "./answer.ts";
import type { TownClock } from "./clock.ts";
import { type TokenRequest, tokenRequest } from "./identity.ts";
import { playEvent, playedEvent } from "./played-service.ts";
import type { Queues } from "./queues.ts";
import { isAfter, type Settling, Unsettled } from "./settling.ts";

interface Parts {
  readonly services: readonly Service[];
  readonly town: TownProfile;
  readonly clock: TownClock;
  readonly settling: Settling;
  readonly queues: Queues;
  readonly issue: (asked: TokenRequest) => Promise<string>;
  readonly keyed: Keyed;
}

/** Besides its claims, the paper of whose login it is: the simulation makes the claim `party` of it, as an identity provider does. */
const personRequest = tokenRequest.extend({ partyOf: partyNumber.optional() });

const duration = z.string().refine((text) => spanOf(text) !== undefined);
const instant = z.iso.datetime({ offset: true });
const setting = z.union([z.strictObject({ now: instant }), z.strictObject({ advance: duration })]);

type Answer = (body: unknown) => Promise<HttpResult | Problem>;

/** What only a simulated town offers, and only on loopback: tokens for anybody, a clock to put forward, rest, and the events of services that do not run here. */
export function simulation({
  services,
  town,
  clock,
  settling,
  queues,
  issue,
  keyed,
}: Parts): Readonly<Record<string, Answer>> {
  const time = () => {
    const now = clock.now();
    return { now, today: todayIn(now).toString(), offset: clock.offsetSeconds };
  };
  return {
    "POST /_embedded/token": async (body) => {
      const asked = parseInput(personRequest, body, commonProblems);
      if (!asked.ok) return asked.problem;
      const { partyOf, ...claims } = asked.value;
      const party = partyOf === undefined ? {} : { party: partyKey(keyed, partyOf) };
      return jsonAnswer({ token: await issue({ ...claims, ...party }) });
    },
    "GET /_embedded/clock": async () => jsonAnswer(time()),
    "PUT /_embedded/clock": async (body) => {
      const asked = parseInput(setting, body, commonProblems);
      if (!asked.ok) return asked.problem;
      const { now } = time();
      const target = "now" in asked.value ? asked.value.now : later(now, asked.value.advance);
      if (isAfter(now, target)) return problem(409, "clock.backwards", { details: { now } });
      return rested(async () => {
        await settling.moveTo(utc(target));
        return jsonAnswer(time());
      });
    },
    "POST /_embedded/settle": () =>
      rested(async () => {
        await settling.settle();
        return jsonAnswer(time());
      }),
    "POST /_embedded/events": async (body) => {
      const asked = parseInput(playedEvent, body, commonProblems);
      if (!asked.ok) return asked.problem;
      const played = await playEvent({ services, town, queues, now: clock.now }, asked.value);
      return isProblem(played) ? played : jsonAnswer(played);
    },
    "GET /_embedded/queues": async () => jsonAnswer(await queues.states()),
  };
}

async function rested(act: () => Promise<HttpResult>): Promise<HttpResult | Problem> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Unsettled)) throw error;
    const { outstanding } = error;
    return problem(504, "simulation.unsettled", {
      details: { queues: outstanding.map(({ queue }) => queue), outstanding },
    });
  }
}

/** Days and months are those of the town's calendar. */
const later = (now: string, span: string) =>
  Temporal.Instant.from(now).toZonedDateTimeISO("Asia/Shanghai").add(span).toInstant().toString();

const utc = (text: string) => Temporal.Instant.from(text).toString({ smallestUnit: "millisecond" });

function spanOf(text: string): Temporal.Duration | undefined {
  try {
    return Temporal.Duration.from(text);
  } catch {
    return undefined;
  }
}
