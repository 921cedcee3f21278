import { power } from "../../services/powers/domain/decider.ts";
import type { PowerCommand } from "../../services/powers/domain/power.ts";
import { powers } from "../../services/powers/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { type CloudEvent, toCloudEvent } from "../../shared/messaging/index.ts";
import { clockworkFor, instruct } from "../../shared/service/index.ts";
import { isStoredEvent, memoryTable, type StoredEvent, type Table } from "../../shared/store/index.ts";
import { aListing, theCounty } from "./builders-powers.ts";
import { talkTo } from "./http.ts";
import { claimsFor } from "./permits-hall.ts";
import { aRuntime } from "./tally-town.ts";

/** A table that tells which events were written to it, as a stream would. */
function overheard(table: Table, heard: StoredEvent[]): Table {
  return {
    ...table,
    async write(puts) {
      const result = await table.write(puts);
      if (result.written) heard.push(...puts.map(({ item }) => item).filter(isStoredEvent));
      return result;
    },
  };
}

/** The powers service on a table in memory, on 2 March 2026 at ten o'clock. */
export function aPowersTown() {
  const heard: StoredEvent[] = [];
  const published: CloudEvent[] = [];
  const runtime = aRuntime({ table: overheard(memoryTable("town-powers"), heard) });
  runtime.setClock("2026-03-02T02:00:00.000Z");
  const ask = talkTo(powers, runtime);
  const clockwork = clockworkFor(powers, runtime);
  const refusals: string[] = [];

  /** Delivers an event to the service's reactions, as its queue would. */
  const deliver = async (event: CloudEvent) => {
    for (const { type, react } of powers.subscriptions.filter((one) => one.type === event.type))
      for (const instruction of react(event)) {
        const carried = await instruction.carryOut(runtime, { id: `${event.source}|${event.id}` });
        if (!carried.done) refusals.push(`${type}: ${carried.code}`);
      }
  };
  /** Until every published event has been consumed and every deadline that has passed acted on. */
  const settle = async () => {
    for (let more = true; more; ) {
      for (let event = heard.shift(); event !== undefined; event = heard.shift()) {
        if (powers.publishes[event.type] === undefined) continue;
        const told = toCloudEvent(event, "powers", runtime.town.code);
        published.push(told);
        await deliver(told);
      }
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
    post: (path: string, body: object, actor: Actor = theCounty) =>
      ask({ method: "POST", path, body: JSON.stringify(body), claims: claims(actor) }),
    list: () =>
      ask({ method: "POST", path: "/powers/items", body: JSON.stringify(aListing().power), claims: claims(theCounty) }),
    /** Does to a power what the town's opening or a reaction would. */
    tell: async (command: PowerCommand, code = "PN-001") => {
      await instruct({ of: power, id: code, command }).carryOut(runtime, { id: JSON.stringify(command) });
    },
  };
}
