import { power } from "../../services/powers/powers/domain/decider.ts";
import type { PowerCommand } from "../../services/powers/powers/domain/power.ts";
import { powers } from "../../services/powers/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import type { CloudEvent } from "../../shared/messaging/index.ts";
import { clockworkFor, instruct } from "../../shared/service/index.ts";
import type { StoredEvent } from "../../shared/store/index.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { offersHeld } from "../support/offers.ts";
import { deliverAllOf, handTo, overheard } from "../support/reacting.ts";
import { aRuntime } from "../support/tally-town.ts";
import { aListing, theCounty } from "./powers/builders.ts";

/** The powers service on a table in memory, on 2 March 2026 at ten o'clock. */
export function aPowersTown() {
  const heard: StoredEvent[] = [];
  const published: CloudEvent[] = [];
  const runtime = aRuntime({ table: overheard("town-powers", heard) });
  runtime.setClock("2026-03-02T02:00:00.000Z");
  const { ask } = offersHeld(powers, talkTo(powers, runtime));
  const clockwork = clockworkFor(powers, runtime);
  const refusals: string[] = [];

  /** Delivers an event to the service's reactions, as its queue would. */
  const deliver = async (event: CloudEvent) => {
    refusals.push(...(await handTo(powers.subscriptions, event, runtime)));
  };
  /** Until every published event has been consumed and every deadline that has passed acted on. */
  const settle = async () => {
    for (let more = true; more; ) {
      const told = { heard: (event: CloudEvent) => void published.push(event) };
      refusals.push(...(await deliverAllOf(heard, powers, powers.subscriptions, runtime, told)));
      const { done } = await clockwork();
      more = done > 0 || heard.length > 0;
    }
  };
  const claims = (actor: Actor) => ({
    ...claimsFor(actor),
    ...(actor.department === undefined ? {} : { department: actor.department }),
  });
  return {
    runtime,
    published,
    refusals,
    deliver,
    settle,
    get: (path: string, query: Record<string, string> = {}, actor?: Actor) =>
      ask({ path, query, ...(actor === undefined ? {} : { claims: claims(actor) }) }),
    post: (path: string, body: object, actor: Actor = theCounty, headers: Record<string, string> = {}) =>
      ask({ method: "POST", path, body: JSON.stringify(body), claims: claims(actor), headers }),
    list: () =>
      ask({ method: "POST", path: "/powers/items", body: JSON.stringify(aListing().power), claims: claims(theCounty) }),
    /** Does to a power what the town's opening or a reaction would. */
    tell: async (command: PowerCommand, code = "PN-001") => {
      await instruct({ of: power, id: code, command }).carryOut(runtime, { id: JSON.stringify(command) });
    },
  };
}

/** Certifies an officer of a domain from this day on; answers the status. */
export const anOfficer = async (
  { post }: Pick<ReturnType<typeof aPowersTown>, "post">,
  sub: string,
  domain = "urban",
  from = "2026-03-02",
) => {
  const certificate = `云E-${sub.toUpperCase()}`;
  const body = { certificate, sub, name: "李执法", domains: [domain], from, until: "2028-12-31" };
  return (await post("/powers/officers", body)).status;
};

/** CF-42: two certified officers of a domain. */
export async function twoOfficers(town: Pick<ReturnType<typeof aPowersTown>, "post">): Promise<void> {
  for (const sub of ["officer-1", "officer-2"]) await anOfficer(town, sub);
}
