import { describe, expect, test } from "vitest";
import * as z from "zod";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { powers } from "../../../services/powers/service.ts";
import { openingFor } from "../../../shared/service/index.ts";
import { keyed } from "../../support/keyed.ts";
import { aHandover } from "../powers/builders.ts";
import { aPowersTown } from "../powers-town.ts";

const page = z.object({ items: z.array(z.looseObject({ code: z.string() })), next: z.string().optional() });

const handover = aHandover({ inForceFrom: "2026-07-01" });

describe("P1: the list is public and answers for any day", () => {
  test("one power, before and from its first day", async () => {
    const { list, get, tell } = aPowersTown();
    expect((await list()).status).toBe(201);
    await tell(handover);
    expect(await get("/powers/items/PN-001")).toMatchObject({
      status: 200,
      body: { code: "PN-001", status: { on: "2026-03-02", inForce: false } },
    });
    for (const [on, inForce] of [
      ["2026-06-30", false],
      ["2026-07-01", true],
    ] as const) {
      expect((await get("/powers/items/PN-001", { on })).body.status).toMatchObject({ on, inForce });
      expect((await get("/powers/check", { code: "PN-001", on })).body).toMatchObject({ on, inForce });
      const kept = await get("/powers/items", { on, inForce: inForce ? "yes" : "no" });
      expect(page.parse(kept.body).items).toHaveLength(1);
      const other = await get("/powers/items", { on, inForce: inForce ? "no" : "yes" });
      expect(page.parse(other.body).items).toHaveLength(0);
    }
  });

  test("a power nobody listed is in force on no day, and the check says why", async () => {
    const { get } = aPowersTown();
    expect((await get("/powers/check", { code: "PN-999" })).body).toEqual({
      on: "2026-03-02",
      inForce: false,
      failed: [{ condition: "not-listed" }],
    });
    expect((await get("/powers/items/PN-999")).status).toBe(404);
  });

  test.each([{ on: "2026-02-30" }, { on: "tomorrow" }, { category: "tax" }, { inForce: "maybe" }])(
    "%j is refused 400",
    async (query) => {
      expect((await aPowersTown().get("/powers/items", query)).status).toBe(400);
    },
  );

  test("every change is told, with who made it, and the chain holds", async () => {
    const { list, post, get, tell } = aPowersTown();
    await list();
    await tell(handover);
    await post("/powers/items/PN-001/suspend", { from: "2026-08-01", reason: "年度评估" });
    await post("/powers/items/PN-001/resume", { from: "2026-08-11" });
    await post("/powers/items/PN-001/recall", { from: "2026-12-01", document: "收回1号" });
    const { body } = await get("/powers/items/PN-001/history");
    expect(body).toMatchObject({
      events: [
        { type: "powers.power.listed", actor: keyed("actor", "county-1", 16) },
        { type: "powers.power.handed-over" },
        { type: "powers.power.suspended" },
        { type: "powers.power.resumed" },
        { type: "powers.power.recalled" },
      ],
      chain: { intact: true },
    });
  });
});

describe("what cannot be", () => {
  test("listing twice is 409, a day that is past 422, and there is no way around the form (P2)", async () => {
    const { list, post, tell } = aPowersTown();
    await list();
    expect((await list()).status).toBe(409);
    expect((await post("/powers/items/PN-001/hand-over", handover)).status).toBe(404);
    await tell(aHandover());
    expect(await post("/powers/items/PN-001/suspend", { from: "2026-03-01", reason: "x" })).toMatchObject({
      status: 422,
      body: { code: "powers.date-past", detail: "2026-03-01已过，今天是2026-03-02" },
    });
    await tell({ type: "recall", from: "2026-03-02", document: "收回0号" });
    expect((await post("/powers/items/PN-001/recall", { from: "2026-03-02", document: "x" })).status).toBe(409);
    expect((await post("/powers/items/PN-404/suspend", { from: "2026-03-02", reason: "x" })).status).toBe(404);
  });
});

describe("the opening of Guangtong", () => {
  test("lists and hands over every power of its lists, and nothing twice", async () => {
    const { runtime, get, post } = aPowersTown();
    const { lists } = loadTownFrom("guangtong");
    const open = openingFor(powers, runtime, lists);
    expect((await open()).refused).toEqual([]);
    expect((await open()).refused).toEqual([]);
    const { body } = await get("/powers/items", { category: "licence", inForce: "yes", limit: "100" });
    const licences = page.parse(body).items;
    expect(licences.length).toBeGreaterThan(25);
    const one = await get("/powers/items/PL-018/history");
    expect(z.object({ events: z.array(z.unknown()) }).parse(one.body).events).toHaveLength(2);
    expect((await get("/powers/check", { code: "PL-015", on: "2026-04-30" })).body).toMatchObject({ inForce: false });
    expect((await get("/powers/check", { code: "PL-015", on: "2026-05-01" })).body).toMatchObject({
      inForce: true,
      // V10: the one name that certificates and papers bear.
      inWhoseName: { name: { zh: "禄丰市农业农村局" } },
    });
    expect((await get("/powers/items/PL-015", { on: "2026-05-01" })).body).toMatchObject({
      sourceDepartment: "禄丰市农业农村局",
      status: { inWhoseName: { name: { zh: "禄丰市农业农村局" } } },
    });
    // The lists of the county call it 县农业农村局: it is found, and taken back, by either name.
    const [official, listed] = await Promise.all(
      ["禄丰市农业农村局", "县农业农村局"].map((department) => get("/powers/items", { department })),
    );
    expect(page.parse(official?.body).items.length).toBeGreaterThan(2);
    expect(page.parse(official?.body).items).toEqual(page.parse(listed?.body).items);
    for (const sourceDepartment of ["禄丰市农业农村局", "县农业农村局"])
      expect(
        (await post("/powers/items/PL-015/adjust", { from: "2026-05-01", sourceDepartment, document: "县编办函1号" }))
          .body,
      ).toMatchObject({ code: "powers.nothing-adjusted" });
  });
});
