import { expect } from "vitest";
import * as z from "zod";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { apiFor } from "../../../shared/http/index.ts";
import { aLambdaContext, anEvent } from "../../support/http.ts";
import { deliverAllOf } from "../../support/reacting.ts";
import { aGridTown, eastStreet, worker } from "../grid-town.ts";

export const base = "/grid-events/open311/v2";
/** The key of the example application. */
export const api_key = "guangtong-example";
export const villager: Actor = { sub: "resident-1", name: "欧阳娜娜", roles: ["resident"] };
const answered = z.object({
  statusCode: z.number(),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  body: z.string(),
});

/** A town whose interface is open, with a worker in East Street. */
export async function anOpenTown({ mapped = true } = {}) {
  const town = aGridTown();
  if (mapped) await town.adopt("2026-03-02");
  if (mapped) await town.assign(eastStreet, "a", "grid-worker-1");
  const handler = apiFor(gridEvents, town.runtime);
  const ask = async (asked: Parameters<typeof anEvent>[0]) => {
    const { statusCode, headers, body } = answered.parse(await handler(anEvent(asked), aLambdaContext));
    return { status: statusCode, type: String(headers["content-type"]), text: body, headers };
  };
  const act = async (id: string, by: Actor, verb: string, body: object = {}) =>
    expect((await town.post(`/events/${id}/${verb}`, body, by)).status).toBe(200);
  const solve = async (id: string) => {
    for (const verb of ["accept", "handle-here"]) await act(id, worker(1), verb);
    await act(id, worker(1), "close-here", { outcome: "已填平", proof: { without: "夜间" } });
  };
  const deliver = (times = 1) =>
    deliverAllOf(town.heard, gridEvents, gridEvents.subscriptions, town.runtime, { times });
  return { ...town, ask, act, solve, deliver };
}
/** A hole in a road, as a form says it. */
export const pit = { api_key, service_code: "road-pit", lat: "25.125", long: "101.97", "attribute[size]": "large" };
