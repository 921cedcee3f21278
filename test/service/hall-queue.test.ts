import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { queue } from "../../services/permits/hall/domain/decider.ts";
import { permits } from "../../services/permits/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { theClerk } from "../permits/cases/builders.ts";
import { anotherClerk, theKiosk } from "../permits/hall/builders.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { aLaneTable, type LaneTable } from "../support/lane.ts";
import { aRuntime } from "../support/tally-town.ts";

const id = "general-2026-03-02";
const fifty = Array.from({ length: 50 }, (_, at) => `A${String(at + 1).padStart(3, "0")}`);
const ticketed = z.looseObject({ ticket: z.looseObject({ number: z.string() }) });

let lane: LaneTable;
let runtime: ReturnType<typeof aRuntime>;
type Post = (actor: Actor, verb: string, body?: object) => ReturnType<ReturnType<typeof talkTo>>;
let post: Post;
/** A process of its own on the same table: nothing but the store's conditions keeps it from the others. */
let anotherProcess: () => Post;

beforeAll(async () => {
  lane = await aLaneTable(permits);
  const { table } = lane;
  const process = () => {
    runtime = aRuntime({ table });
    runtime.setClock("2026-03-02T01:00:00.000Z");
    const ask = talkTo(permits, runtime);
    const path = `/permits/hall/queues/${id}/`;
    return (actor: Actor, verb: string, body: object = {}) =>
      ask({ method: "POST", path: path + verb, body: JSON.stringify(body), claims: claimsFor(actor) });
  };
  post = process();
  anotherProcess = process;
});
afterAll(() => lane.remove());

describe("L8 on the real engine", () => {
  test("fifty tickets at once are A001 to A050, no gap, no double", async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(theKiosk, "take")));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const numbers = answers.map(({ body }) => ticketed.parse(body).ticket.number).sort();
    expect(numbers).toEqual(fifty);
  });

  test("two windows that call at once, each in a process of its own: every ticket is called once, in order, none is lost", async () => {
    const desks = [
      { actor: theClerk, window: "general-1", post: anotherProcess() },
      { actor: anotherClerk, window: "general-2", post: anotherProcess() },
    ];
    for (const desk of desks)
      expect((await desk.post(desk.actor, "open-window", { window: desk.window })).status).toBe(200);
    const called: string[] = [];
    for (let round = 0; round < 8; round += 1) {
      const both = await Promise.all(desks.map((desk) => desk.post(desk.actor, "call", { window: desk.window })));
      const numbers = both.map(({ body }) => ticketed.parse(body).ticket.number);
      expect(new Set(numbers).size).toBe(2);
      called.push(...numbers.toSorted());
      const served = desks.map(async (desk, at) => {
        const its = { number: numbers[at] };
        await desk.post(desk.actor, "serve", its);
        return (await desk.post(desk.actor, "finish", its)).status;
      });
      expect(await Promise.all(served)).toEqual([200, 200]);
    }
    expect(called).toEqual(fifty.slice(0, 16));
    const day = await runtime.store.chronicle(queue, id);
    expect(day?.state.tickets.map(({ status }) => status)).toEqual(
      fifty.map((_, at) => (at < 16 ? "served" : "waiting")),
    );
    expect(day?.chain.intact).toBe(true);
  }, 60_000);
});
