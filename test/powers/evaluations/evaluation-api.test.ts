import { describe, expect, test } from "vitest";
import { aHandover, theCounty } from "../powers/builders.ts";
import { aPowersTown, twoOfficers } from "../powers-town.ts";

const about = { office: "hall", channel: "window" };
const item = { code: "PN-001", name: { zh: "x", en: "x" }, guideVersion: 1 };

function event(type: string, subject: string, sequence: number, data: object) {
  return {
    specversion: "1.0" as const,
    id: `${subject}#${sequence}`,
    source: "/towns/532302/permits",
    type,
    subject,
    time: "2026-06-01T00:00:00.000Z",
    datacontenttype: "application/json" as const,
    sequence,
    actor: "clockwork",
    data: { ...data },
  };
}

async function aYear() {
  const town = aPowersTown();
  await town.list();
  await town.tell(aHandover());
  await twoOfficers(town);
  const accepted = event("permits.application.accepted", "application/A", 2, {
    ...about,
    item,
    acceptedOn: "2026-05-01",
  });
  const granted = event("permits.application.granted", "application/A", 3, {
    ...about,
    item,
    acceptedOn: "2026-05-01",
    decidedOn: "2026-06-01",
    onTime: false,
  });
  const complaint = event("permits.complaint.received", "complaint/C", 1, {
    kind: "item",
    item: "PN-001",
    receivedOn: "2026-06-02",
    due: null,
  });
  const nameless = event("permits.rating.given", "rating/R", 1, { office: "hall", grade: 1, givenOn: "2026-06-02" });
  const poor = event("permits.rating.given", "rating/S", 1, {
    ...about,
    item: "PN-001",
    grade: 2,
    givenOn: "2026-06-02",
  });
  for (const told of [granted, accepted, complaint, nameless, poor, granted, complaint, poor]) await town.deliver(told);
  await town.settle();
  return town;
}

describe("P6: a year evaluated by HTTP", () => {
  test("opened for all powers at once, decided by somebody, carried out, and published again", async () => {
    const town = await aYear();
    const overturned = { case: "A", by: "review", document: "复议1号", date: "2026-02-20", outcome: "annulled" };
    expect(await town.post("/powers/items/PN-001/overturned", overturned)).toMatchObject({ status: 200 });
    expect(await town.post("/powers/items/PN-404/overturned", overturned)).toMatchObject({ status: 404 });
    expect(await town.post("/powers/evaluations", { year: 2026 })).toMatchObject({
      status: 409,
      body: { code: "powers.year-not-over", details: { from: "2027-01-15" } },
    });
    town.runtime.setClock("2027-01-15T02:00:00.000Z");
    expect(await town.post("/powers/evaluations", { year: 2026 })).toMatchObject({
      status: 200,
      body: { opened: 1, standing: 0 },
    });
    const again = await town.post("/powers/evaluations", { year: 2026 }, theCounty, { "idempotency-key": "again" });
    expect(again.body).toMatchObject({ opened: 0, standing: 1 });
    const { body } = await town.get("/powers/evaluations", { year: "2026" });
    expect(body.items).toMatchObject([{ id: "PN-001-2026", code: "PN-001", status: "open", advice: "keep" }]);
    expect((await town.get("/powers/evaluations/PN-001-2026")).body).toMatchObject({
      figures: { cases: 1, decided: 1, overdue: 1, overturned: 1, complaints: 1, ratings: 1, poorRatings: 1 },
      rates: { overduePercent: 100 },
      sources: { counted: 3, documents: ["复议1号"] },
      advice: "keep",
      reasons: [{ ground: "few-cases" }],
    });
    expect(JSON.stringify(body)).not.toContain("county-1");
    expect(await town.post("/powers/publications", { year: 2026 })).toMatchObject({
      body: { code: "powers.evaluations-undecided" },
    });
    const decision = { outcome: "recall", document: "收回3号", reasons: "承接不了", otherwise: "无人可训" };
    expect(await town.post("/powers/evaluations/PN-001-2026/decide", decision)).toMatchObject({ status: 200 });
    // The reactions come to it after midnight: what was decided in time is carried out all the same.
    town.runtime.setClock("2027-01-16T02:00:00.000Z");
    await town.settle();
    expect(town.refusals).toEqual([]);
    expect((await town.get("/powers/items/PN-001")).body.status).toMatchObject({
      inForce: false,
      failed: [{ condition: "recalled", document: "收回3号" }],
    });
    expect(await town.post("/powers/publications", { year: 2026 })).toMatchObject({
      status: 201,
      body: { version: 1, kept: 0, changes: [{ code: "PN-001", outcome: "recall", reasons: "承接不了" }] },
    });
    await town.settle();
    expect(town.published.map(({ type }) => type)).toContain("powers.list.republished");
    expect((await town.get("/powers/publications")).body.items).toHaveLength(1);
  });

  test("a year under way only in the interim, on which nothing is decided", async () => {
    const town = await aYear();
    expect(await town.post("/powers/evaluations", { year: 2026, interim: true })).toMatchObject({
      status: 200,
      body: { opened: 1 },
    });
    expect(await town.get("/powers/evaluations/PN-001-2026-interim-2026-03-02")).toMatchObject({
      status: 200,
      body: { status: "interim" },
    });
    const decision = { outcome: "keep", reasons: "x" };
    expect(await town.post("/powers/evaluations/PN-001-2026-interim-2026-03-02/decide", decision)).toMatchObject({
      status: 409,
    });
  });
});
