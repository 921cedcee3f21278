import { expect, test } from "vitest";
import { queue } from "../../../services/permits/hall/domain/decider.ts";
import { profile } from "../../support/tally-town.ts";
import { aHall } from "../permits-hall.ts";

const group = profile.hall.groups[0]?.id ?? "";
const today = `/permits/hall/queues/${group}-2026-03-02`;
const somebody = (sub: string) => ({ sub, name: "群众", roles: ["resident"] as const });
const { ticket = 0, booking = 0 } = profile.perPersonAndDay.resident;

test("L8, section 9: 400 × take and leave by one person do not close the hall for others", async () => {
  const hall = await aHall();
  let taken = 0;
  for (let nth = 0; nth < 400; nth += 1) {
    const answer = await hall.post(somebody("r-1"), `${today}/take`);
    if (answer.status !== 200) {
      expect(answer).toMatchObject({ status: 429, body: { code: "request.enough-for-today" } });
      continue;
    }
    taken += 1;
    const number = `${profile.hall.groups[0]?.letter}${String(taken).padStart(3, "0")}`;
    expect((await hall.post(somebody("r-1"), `${today}/leave`, { number })).status).toBe(200);
  }
  expect(taken).toBe(ticket);
  expect((await hall.post(somebody("r-2"), `${today}/take`)).status).toBe(200);
});

test("section 9: 871 × book and cancel by one person leave a small record", async () => {
  const hall = await aHall();
  const day = `/permits/hall/queues/${group}-2026-03-03`;
  let booked = 0;
  for (let nth = 0; nth < 871; nth += 1) {
    const answer = await hall.post(somebody("r-1"), `${day}/book`, { slot: "09:00" });
    if (answer.status !== 200) continue;
    booked += 1;
    await hall.post(somebody("r-1"), `${day}/cancel-booking`, { code: `0900-${booked}` });
  }
  expect(booked).toBe(booking);
  const record = await hall.runtime.store.load(queue, `${group}-2026-03-03`);
  expect(record?.state.bookings).toHaveLength(booking);
  expect(JSON.stringify(record).length).toBeLessThan(4_000);
});
