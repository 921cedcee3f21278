import * as z from "zod";
import type { Actor } from "../../../../shared/decider/index.ts";
import { commandIdOf } from "../../../../shared/http/commands.ts";
import {
  hasRole,
  isProblem,
  type Problem,
  type ProblemTexts,
  problem,
  type Request,
  type Route,
} from "../../../../shared/http/index.ts";
import { parseInput } from "../../../../shared/http/validation.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import type { GridEvent } from "../../events/domain/event.ts";
import { eventRoutes, eventSteps } from "../../events/index.ts";
import type { PresentMatter } from "../domain/entry.ts";
import { isSameMatter } from "../domain/same-matter.ts";
import { offlineVerbs } from "./reading.ts";

/** Who sends entries, with what, by which request. */
export interface Sending {
  readonly actor: Actor;
  readonly request: Request;
  readonly runtime: Runtime;
  readonly texts: ProblemTexts;
}

/** A command as an entry holds it. */
export interface Doing {
  readonly does: string;
  readonly body: unknown;
  /** The matter as its writer saw it; none: it makes one. */
  readonly on?: { readonly event: string; readonly version: number };
  readonly written: NonNullable<Runtime["written"]>;
  /** Identity of the command: it is carried out once. */
  readonly key: string;
}

export interface Made {
  readonly event: string;
  readonly version: number;
}
export interface Refusal {
  readonly problem: Problem;
  readonly present?: PresentMatter;
}

/** The very routes of matters, by what they do: an entry has no way of its own to change a matter. */
const routes: ReadonlyMap<string, Route> = new Map(
  [...eventRoutes, ...eventSteps].flatMap((route) => {
    const does = route.path === "/grid-events/events" && route.method === "POST" ? "report" : route.step;
    return does !== undefined && offlineVerbs.some((verb) => verb === does) ? [[does, route] as const] : [];
  }),
);

const answered = z.object({ id: z.string(), version: z.int() });
const attempts = 5;

/** Whether an entry names a matter that it acts on. */
export const isStep = (does: string): boolean => does !== "report" && does !== "drop";

/**
 * Carries out one entry as the route of its command would: with its roles, its schema, its rules and on its conditions. A matter
 * that is no longer as the writer saw it is refused, with how it is now.
 */
export async function carryOutEntry(doing: Doing, sending: Sending): Promise<Made | Refusal> {
  const route = routes.get(doing.does);
  const { actor, runtime, texts } = sending;
  if (route === undefined || !hasRole(actor, route.allow === "public" ? [] : route.allow))
    return { problem: problem(403, "auth.role", { details: { allow: [...(route?.allow ?? [])] } }) };
  const params: Record<string, string> = doing.on === undefined ? {} : { id: doing.on.event };
  const serving = { ...runtime, written: doing.written };
  if ((await route.isKnownTo?.({ params, actor }, serving)) === false)
    return { problem: problem(404, "resource.not-found") };
  const body = parseInput(route.body ?? z.strictObject({}), doing.body, texts);
  if (!body.ok) return { problem: body.problem };
  for (let attempt = 1; ; attempt += 1) {
    const now = doing.on === undefined ? undefined : await matterNow(doing.on, doing.key, sending);
    if (now !== undefined && "problem" in now) return now;
    const answer = await route.handle(
      {
        ...sending.request,
        ...{ params, query: undefined, body: body.value, actor, idempotencyKey: doing.key },
        ifMatch: now === undefined ? undefined : [now.version],
      },
      serving,
      texts,
    );
    if (!isProblem(answer)) {
      const { id, version } = answered.parse(answer.body);
      return { event: id, version };
    }
    // It changed between the look and the step: it is looked at again.
    if (answer.status === 412 && attempt < attempts) continue;
    const present = await presentOf(doing.on?.event, runtime);
    return { problem: answer, ...(present === undefined ? {} : { present }) };
  }
}

/** The version to act on; a refusal where the matter changed since it was seen, or was never so. */
async function matterNow(
  { event, version }: NonNullable<Doing["on"]>,
  key: string,
  { actor, runtime: { store } }: Sending,
): Promise<{ readonly version: number } | Refusal> {
  const now = await store.load(gridEvent, event);
  if (now === undefined) return { problem: problem(404, "resource.not-found") };
  if (now.version === version) return { version };
  const then = await store.asOf(gridEvent, event, version);
  if (then === undefined) return { problem: problem(422, "grid-events.base-unknown", { details: { version } }) };
  if (isSameMatter(then.state, now.state)) return { version: now.version };
  // It may be this very entry that changed it, before its answer was kept.
  const command = commandIdOf(actor.sub, key);
  if ((await store.history(gridEvent, event)).some((one) => one.command === command)) return { version: now.version };
  const present = matterAt(now);
  return { problem: problem(409, "grid-events.changed-since", { details: { ...present } }), present };
}

const matterAt = ({ version, state }: { readonly version: number; readonly state: GridEvent }): PresentMatter => ({
  ...{ status: state.status, version, round: state.round },
});

async function presentOf(event: string | undefined, { store }: Runtime): Promise<PresentMatter | undefined> {
  const found = event === undefined ? undefined : await store.load(gridEvent, event);
  return found === undefined ? undefined : matterAt(found);
}
