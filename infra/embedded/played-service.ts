import * as z from "zod";
import { type Problem, problem } from "../../shared/http/index.ts";
import { type CloudEvent, messageOf } from "../../shared/messaging/index.ts";
import { queueName, type Service } from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import type { Queues } from "./queues.ts";

/** An event of a service that this town does not run: its type, what it is about, and its data. */
export const playedEvent = z.strictObject({
  type: z.string().regex(/^[a-z-]+\.[a-z-]+\.[a-z-]+$/),
  subject: z.string().min(1).max(200),
  data: z.record(z.string(), z.unknown()),
});

interface Stage {
  readonly services: readonly Service[];
  readonly town: TownProfile;
  readonly queues: Queues;
  readonly now: () => string;
}

/**
 * Plays a service that this town does not run, e.g. `finance`. The event goes to the queues of the services that want its
 * type, as the relay of that service sends it. Refuses an event that a service which runs here publishes: nobody speaks for it.
 * What such a service does not publish yet, and another waits for already, is played for it.
 * @returns how many services get the event
 */
export async function playEvent(
  { services, town, queues, now }: Stage,
  { type, subject, data }: z.output<typeof playedEvent>,
): Promise<{ readonly sentTo: number } | Problem> {
  const [name = ""] = type.split(".");
  const listeners = services.filter(({ subscriptions }) => subscriptions.some((one) => one.type === type));
  const running = services.find((service) => service.name === name);
  if (running !== undefined && (Object.hasOwn(running.publishes, type) || listeners.length === 0))
    return problem(409, "simulation.service-runs-here", { details: { service: name } });
  const event: CloudEvent = {
    specversion: "1.0",
    id: `${subject}/1`,
    source: `/towns/${town.code}/${name}`,
    type,
    subject,
    time: now(),
    datacontenttype: "application/json",
    sequence: 1,
    actor: name,
    data,
  };
  for (const { name } of listeners) await queues.of(queueName(town.slug, name)).send([messageOf(event)]);
  return { sentTo: listeners.length };
}
