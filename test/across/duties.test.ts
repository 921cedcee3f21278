import { expect, test } from "vitest";
import * as z from "zod";
import { powers } from "../../services/powers/service.ts";
import { theApprover } from "../finance/finance-town.ts";
import { approvedAndPaid, aTask, theBureau, theLeader } from "../powers/duties/builders.ts";
import { aPowersTown } from "../powers/powers-town.ts";
import { financeBeside } from "./finance-beside.ts";

const page = z.object({
  ...{ overdueFen: z.int(), outstandingFen: z.int() },
  lines: z.array(z.looseObject({ id: z.string(), state: z.string() })),
});

test("F9, F7, P7: a duty is admitted with money that never comes: it is promised, overdue, reminded of and written for", async () => {
  const town = aPowersTown();
  const { runtime, published, settle } = town;
  const office = await financeBeside({ runtime, published, subscriptions: powers.subscriptions, settle });
  const turnTo = async (day: string) => {
    runtime.setClock(`${day}T02:00:00.000Z`);
    office.runtime.setClock(`${day}T02:00:00.000Z`);
    await office.settle();
  };
  const reminders: string[] = [];
  const { body: proposed } = await town.post("/powers/duties", aTask(approvedAndPaid), theBureau);
  const { id } = z.looseObject({ id: z.string() }).parse(proposed);
  await office.settle();
  expect((await office.get(`/entitlements/duty:${id}`)).status).toBe(404);
  expect((await town.post(`/powers/duties/${id}/admit`, {}, theLeader)).body).toMatchObject({ status: "admitted" });
  await office.settle();
  const promised = async () => page.parse((await office.get("/promised-and-paid")).body);
  const { moneyFen } = approvedAndPaid;
  expect(await promised()).toMatchObject({
    ...{ outstandingFen: moneyFen, overdueFen: 0 },
    lines: [{ id: `duty:${id}`, payer: "agriculture", state: "running", dueOn: "2026-04-01" }],
  });
  await turnTo("2026-04-01");
  expect(await promised()).toMatchObject({ overdueFen: 0 });
  for (const day of ["2026-04-02", "2026-05-02", "2026-12-31"]) {
    await turnTo(day);
    const { body } = await office.get(`/entitlements/duty:${id}`);
    reminders.push(String(body.reminders));
  }
  expect(reminders).toEqual(["1", "2", "3"]);
  expect(await promised()).toMatchObject({
    ...{ outstandingFen: moneyFen, overdueFen: moneyFen },
    lines: [{ state: "overdue", receivedFen: 0 }],
  });
  const { body: board } = await office.get("/board", {}, theApprover);
  expect(board.items).toContainEqual(expect.objectContaining({ duty: "write-to-payer", id: `duty:${id}` }));
  const letter = await office.post(
    "/demand-letters",
    { payer: "agriculture", entitlements: [`duty:${id}`] },
    theApprover,
  );
  expect(letter.status, JSON.stringify(letter.body)).toBe(201);
  expect(JSON.stringify(letter.body)).toContain(String(moneyFen));
});
