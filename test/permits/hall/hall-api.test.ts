import { describe, expect, test } from "vitest";
import * as z from "zod";
import { queue } from "../../../services/permits/hall/domain/decider.ts";
import { permits } from "../../../services/permits/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { deliverHistory } from "../../support/reacting.ts";
import { aResident, theClerk, theReviewer } from "../cases/builders.ts";
import { aHall } from "../permits-hall.ts";
import { anotherResident, theKiosk } from "./builders.ts";

const id = "general-2026-03-02";
const path = `/permits/hall/queues/${id}`;
const open = async () => {
  const town = await aHall();
  const step = (actor: Actor, verb: string, body: object = {}) => town.post(actor, `${path}/${verb}`, body);
  const board = async (lastEventId?: string) =>
    z.object({ text: z.string() }).parse(
      (
        await town.ask({
          path: "/permits/hall/board",
          headers: lastEventId === undefined ? {} : { "last-event-id": lastEventId },
        })
      ).body,
    ).text;
  return { ...town, step, board };
};
const field = (text: string, name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1] ?? "";

describe("L8: the waiting board as server-sent events", () => {
  test("is one snapshot with an id and the time to ask again, of numbers and windows", async () => {
    const { step, board, ask } = await open();
    await step(theKiosk, "take", { priority: "elderly" });
    await step(theKiosk, "take");
    await step(theClerk, "open-window", { window: "general-1" });
    await step(theClerk, "call", { window: "general-1" });
    const text = await board();
    expect(text).toMatch(/^retry: 3000\nid: \S+\nevent: board\ndata: .*\n\n$/);
    const { groups } = z.object({ groups: z.array(z.looseObject({})) }).parse(JSON.parse(field(text, "data")));
    expect(groups[0]).toMatchObject({
      group: "general",
      waiting: 1,
      windows: [
        { id: "general-1", status: "open", number: "A001", calls: 1 },
        { id: "general-2", status: "closed", calls: 0 },
      ],
    });
    const { headers } = await ask({ path: "/permits/hall/board" });
    expect(headers["content-type"]).toBe("text/event-stream; charset=utf-8");
  });

  test("who has seen the last snapshot is told nothing new, and asked to come again", async () => {
    const { step, board } = await open();
    const empty = field(await board(), "id");
    expect(await board(empty)).toBe("retry: 3000\n: unchanged\n\n");
    await step(theKiosk, "take");
    const next = await board(empty);
    expect(field(next, "id")).not.toBe(empty);
    expect(await board(field(next, "id"))).toContain(": unchanged");
  });

  test("shows nobody's name, sub, priority or case", async () => {
    const { step, board, file } = await open();
    const application = await file(aResident);
    await step(aResident, "take", { application, priority: "disabled" });
    await step(theClerk, "open-window", { window: "general-1" });
    expect(await board()).not.toMatch(new RegExp(`${aResident.sub}|${theClerk.sub}|disabled|${application}|欧阳`));
  });
});

describe("L8: who sees what of a queue", () => {
  test("a resident sees his own tickets and appointments, and how many are ahead; nobody else's", async () => {
    const { step, get } = await open();
    await step(theKiosk, "take");
    await step(aResident, "take");
    await step(anotherResident, "book", { slot: "15:00" });
    expect((await get(aResident, `${path}/mine`)).body).toMatchObject({
      tickets: [{ number: "A002", ahead: 1 }],
      bookings: [],
    });
    expect((await get(anotherResident, `${path}/mine`)).body).toMatchObject({
      tickets: [],
      bookings: [{ code: "1500-1" }],
    });
  });

  test("the slots of a day tell what is left; a clerk's appointment is shown with its contact masked", async () => {
    const { step, get } = await open();
    const contact = { name: "欧阳娜娜", phone: "13812345678" };
    await step(theClerk, "book", { slot: "15:00", contact });
    const { body } = await get(aResident, `${path}/slots`);
    expect(z.object({ slots: z.array(z.unknown()) }).parse(body).slots).toContainEqual({
      slot: "15:00",
      capacity: 4,
      free: 3,
    });
    const whole = JSON.stringify((await get(theClerk, path)).body);
    expect(whole).toContain("138****5678");
    expect(whole).not.toMatch(/欧阳娜娜|13812345678/);
  });

  test("a queue of no group, no day, or a day without hours is none", async () => {
    const { post, get } = await open();
    for (const none of ["nowhere-2026-03-02", "general-2026-02-31", "general"])
      expect((await post(theKiosk, `/permits/hall/queues/${none}/take`)).status).toBe(404);
    expect((await get(aResident, "/permits/hall/queues/nowhere-2026-03-02/slots")).status).toBe(404);
    expect((await get(aResident, `${path}/mine`)).status).toBe(404);
  });

  test("a ticket sent to another group arrives there with its holder, once", async () => {
    const { step, get, runtime } = await open();
    await step(aResident, "take");
    await step(theClerk, "transfer", { number: "A001", to: "rural" });
    const events = await runtime.store.history(queue, id);
    const sent = events.filter(({ type }) => type === "permits.queue.transferred");
    expect(await deliverHistory(queue, id, permits, permits.subscriptions, runtime, { times: 2 })).toEqual([]);
    const mine = await get(aResident, "/permits/hall/queues/rural-2026-03-02/mine");
    expect(mine.body).toMatchObject({ tickets: [{ number: "A001", status: "waiting", ahead: 0 }] });
    expect(permits.publishes["permits.queue.transferred"]?.safeParse(sent[0]?.data).success).toBe(true);
  });

  test("D6: a queue of no group or no day is not found, before anything is said of what was sent", async () => {
    const { ask } = await open();
    for (const name of ["nobody-2026-03-02", "general-2026-02-30"])
      for (const body of ["{}", '{"unknown":1}', "{"])
        expect(
          await ask({ method: "POST", path: `/permits/hall/queues/${name}/take`, body, claims: claimsFor(aResident) }),
        ).toMatchObject({ status: 404, body: { code: "resource.not-found" } });
  });

  test("the day's figures come by group and hour; a reviewer has no part in them", async () => {
    const { step, get } = await open();
    await step(theKiosk, "take");
    expect((await get(theClerk, "/permits/hall/figures")).body).toMatchObject({
      date: "2026-03-02",
      groups: { general: { day: { taken: 1, waiting: { cases: 0 } }, hours: { "10": { taken: 1 } } } },
    });
    expect((await get(theReviewer, "/permits/hall/figures")).status).toBe(403);
  });
});
