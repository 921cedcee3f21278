import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { onSecondEngine } from "../support/lane.ts";
import { Hall, zhangSan } from "./hall.ts";

/** Nothing between acceptance and decision: 食品小摊点登记. */
const quick = "PL-027";
/** A survey and a review: 渔业捕捞许可证核发. */
const fishing = "PL-015";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open({ papers: false });
});
afterAll(() => hall.close());

const number = z.object({ number: z.object({ serial: z.int() }) });
const certificates = z.object({ items: z.array(z.object({ id: z.string(), application: z.string() })) });
const history = z.object({ events: z.array(z.object({ type: z.string() })), chain: z.object({ intact: z.boolean() }) });

describe("one seal, numbers without gaps (L11)", () => {
  /** The second engine answers each write over HTTP: a crowd of two hundred is told to come again (503). */
  const crowd = onSecondEngine ? 50 : 200;
  test("two hundred decisions at once give the certificates 1 to 200, no gap, no double", async () => {
    const ids = await hall.crowd(quick, crowd);
    await hall.town.settle();
    const decided = await Promise.all(
      ids.map((id) => hall.step("marketApprover", id, "decide", { outcome: "granted" })),
    );
    expect(new Set(decided.map(({ status }) => status))).toEqual(new Set([200]));
    const serials = decided.map(({ body }) => number.parse(body).number.serial).sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: crowd }, (_none, place) => place + 1));
  }, 240_000);

  test("of fifty decisions at once on one application one wins and 49 find it decided (409)", async () => {
    const id = await hall.accepted(quick);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => hall.step("marketApprover", id, "decide", { outcome: "granted" })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("permits.not-in-this-state");
  });

  test("the same request sent twenty times at once under one key is one application", async () => {
    const body = { itemCode: fishing, applicant: zhangSan, materials: [] };
    const headers = { "idempotency-key": "twenty-at-once" };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => hall.post("clerk", "/permits/applications", body, headers)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body: { id } }) => id)).size).toBe(1);
    const other = await hall.post("clerk", "/permits/applications", { ...body, itemCode: quick }, headers);
    expect([other.status, other.body.code]).toEqual([422, "request.command-id-reused"]);
  });
});

describe("from the counter to the certificate", () => {
  test("a fishing licence is received, put right, reviewed, decided, issued, verified and closed", async () => {
    const filed = await hall.post("clerk", "/permits/applications", {
      itemCode: fishing,
      applicant: zhangSan,
      materials: [],
    });
    expect(filed.status).toBe(201);
    const id = z.string().parse(filed.body.id);
    expect(filed.headers.get("location")).toBe(`/permits/applications/${id}`);
    const missing = z.array(z.string()).parse(filed.body.missing);
    const notified = await hall.step("clerk", id, "notify-corrections", { missing });
    expect(notified.body.status).toBe("incomplete");
    await hall.step("clerk", id, "correct", { materials: missing });
    const accepted = await hall.step("clerk", id, "accept");
    expect(accepted.body).toMatchObject({ status: "accepted", limits: { statutory: { light: "green" } } });
    await hall.step("reviewer", id, "review", {
      opinion: "agree",
      inspectors: ["reviewer-1", "reviewer-2"],
      affectsThirdParties: false,
    });
    await hall.step("planner", id, "confirm-survey");
    await hall.step("reviewer", id, "review", { opinion: "agree" });
    const granted = await hall.step("approver", id, "decide", { outcome: "granted" });
    expect(granted.body).toMatchObject({ status: "granted", inWhoseName: { name: { zh: "禄丰市农业农村局" } } });

    await hall.town.settle();
    const desk = certificates.parse((await hall.get("issuer", "/permits/certificates?status=drawn-up&limit=100")).body);
    const certificate = await allCertificates(id, desk.items);
    expect((await hall.post("issuer", `/permits/certificates/${certificate}/issue`)).status).toBe(200);
    await hall.town.settle();
    expect((await hall.get("clerk", `/permits/applications/${id}`)).body.status).toBe("closed");

    const verified = await hall.get(undefined, `/permits/certificates/${certificate}`);
    expect(verified.body).toMatchObject({ genuine: true, status: "valid", holder: "张*" });
    expect(JSON.stringify(verified.body)).not.toMatch(/110101190001010014|13800001234|张三/);
    const { events, chain } = history.parse((await hall.get("clerk", `/permits/applications/${id}/history`)).body);
    expect(chain.intact).toBe(true);
    expect(events.map(({ type }) => type.replace("permits.application.", ""))).toEqual([
      "received",
      "corrections-notified",
      "corrected",
      "accepted",
      "survey-recorded",
      "reviewed",
      "reviewed",
      "granted",
      "closed",
    ]);
  });

  /** The desk's list is longer than a page after two hundred decisions. */
  async function allCertificates(application: string, first: { id: string; application: string }[]): Promise<string> {
    const items = [...first];
    let next = (await hall.get("issuer", "/permits/certificates?status=drawn-up&limit=100")).body.next;
    while (typeof next === "string") {
      const { body } = await hall.get(
        "issuer",
        `/permits/certificates?status=drawn-up&limit=100&cursor=${encodeURIComponent(next)}`,
      );
      items.push(...certificates.parse(body).items);
      next = body.next;
    }
    const found = items.find((one) => one.application === application);
    if (found === undefined) throw new Error("no certificate was drawn up");
    return found.id;
  }

  test("a resident files online, sees his own case, and nobody else's", async () => {
    const id = await hall.receive(fishing, "resident");
    const own = z.object({ items: z.array(z.object({ id: z.string() })) });
    expect(own.parse((await hall.get("resident", "/permits/applications")).body).items.map((one) => one.id)).toEqual([
      id,
    ]);
    expect((await hall.get("resident", `/permits/applications/${id}`)).status).toBe(200);
    expect((await hall.get("neighbour", `/permits/applications/${id}`)).status).toBe(404);
    expect(own.parse((await hall.get("neighbour", "/permits/applications")).body).items).toEqual([]);
  });
});

describe("no power, no act (P5)", () => {
  test("permits refuse within one settle of a suspension, and go on within one settle of its end", async () => {
    const item = "PL-016";
    const today = z.string().parse((await hall.get(undefined, "/_embedded/clock")).body.today);
    const before = await hall.receive(item);
    expect(
      (await hall.post("county", `/powers/items/${item}/suspend`, { from: today, reason: "年度评估" })).status,
    ).toBe(200);
    await hall.town.settle();
    const refused = await hall.post("clerk", "/permits/applications", {
      itemCode: item,
      applicant: zhangSan,
      materials: [],
    });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: "permits.power-not-in-force", details: { conditions: ["suspended"] } });
    expect((await hall.get(undefined, `/powers/check?code=${item}`)).body).toMatchObject({ inForce: false });

    await hall.post("county", `/powers/items/${item}/resume`, { from: today });
    await hall.town.settle();
    expect((await hall.step("clerk", before, "accept")).status).toBe(200);
    expect(await hall.receive(item)).toContain(item);
  });

  test("the list of powers is public, as of any day, and complete over its pages", async () => {
    const page = z.object({ items: z.array(z.object({ code: z.string() })), next: z.string().optional() });
    const codes: string[] = [];
    let next: string | undefined;
    do {
      const cursor: string = next === undefined ? "" : `&cursor=${encodeURIComponent(next)}`;
      const answer: z.infer<typeof page> = page.parse(
        (await hall.get(undefined, `/powers/items?limit=50&on=2030-01-01${cursor}`)).body,
      );
      codes.push(...answer.items.map(({ code }) => code));
      next = answer.next;
    } while (next !== undefined);
    expect(codes).toHaveLength(217);
    expect(new Set(codes).size).toBe(217);
    const yesterday = await hall.get(undefined, "/powers/check?code=PL-001&on=2025-12-31");
    expect(yesterday.body).toMatchObject({
      inForce: false,
      failed: [{ condition: "not-yet-in-force", from: "2026-01-01" }],
    });
  });
});

describe("bad input changes nothing", () => {
  const body = { itemCode: fishing, applicant: zhangSan, materials: [] };
  test.each([
    ["a field nobody knows", { ...body, colour: "red" }, "/colour", "value.unknown-field"],
    ["a wrong type", { ...body, materials: "all" }, "/materials", "value.wrong-type"],
    [
      "a citizen number with a wrong check digit",
      { ...body, applicant: { ...zhangSan, idNumber: "110101190001010013" } },
      "/applicant/idNumber",
      "citizen-number.check-digit",
      422,
    ],
  ])("%s is refused with its pointer", async (_what, wrong, pointer, code, status = 400) => {
    const answer = await hall.post("clerk", "/permits/applications", wrong);
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer, code })]);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  });

  test("an unknown id is 404, a stale If-Match 412, a body too large 413, a forged cursor 422, a forged token 401", async () => {
    const id = await hall.receive(fishing);
    const problems = await Promise.all([
      hall.get("clerk", "/permits/applications/PL-015.0000000000000000"),
      hall.call("clerk", "POST", `/permits/applications/${id}/accept`, {}, { "if-match": '"1"' }),
      hall.post("clerk", "/permits/applications", { ...body, materials: ["x".repeat(300_000)] }),
      hall.get("clerk", "/permits/applications?cursor=forged.cursor"),
      hall.call(undefined, "GET", "/permits/applications", undefined, {
        authorization: "Bearer eyJhbGciOiJub25lIn0.e30.",
      }),
    ]);
    expect(problems.map(({ status, body: { code } }) => [status, code])).toEqual([
      [404, "resource.not-found"],
      [412, "resource.stale"],
      [413, "request.too-large"],
      [422, "request.bad-cursor"],
      [401, "auth.invalid-token"],
    ]);
    expect((await hall.get("clerk", `/permits/applications/${id}`)).body.status).toBe("received");
  });
});

describe("time passes (last, for it does not come back)", () => {
  test("nobody gave notice in five working days: deemed accepted on the day of receipt (XK-32-4)", async () => {
    const first = await hall.post("clerk", "/permits/applications", {
      itemCode: fishing,
      applicant: zhangSan,
      materials: [],
    });
    const id = z.string().parse(first.body.id);
    const limit = z
      .object({ acceptanceLimit: z.object({ due: z.string() }), receivedOn: z.string() })
      .parse(first.body);
    await hall.setClock(`${limit.acceptanceLimit.due}T15:59:00.000Z`);
    expect((await hall.get("clerk", `/permits/applications/${id}`)).body.status).toBe("received");
    await hall.setClock(`${limit.acceptanceLimit.due}T16:00:00.000Z`);
    const deemed = (await hall.get("clerk", `/permits/applications/${id}`)).body;
    expect(deemed).toMatchObject({ status: "accepted", deemedAccepted: true, acceptedOn: limit.receivedOn });
  });

  test("a limit beyond the announced holidays is provisional, and says so", async () => {
    const now = z.string().parse((await hall.get(undefined, "/_embedded/clock")).body.now);
    await hall.setClock(now < "2026-12-21" ? "2026-12-21T02:00:00.000Z" : now);
    const id = await hall.accepted(fishing);
    const view = (await hall.get("clerk", `/permits/applications/${id}`)).body;
    expect(view).toMatchObject({ limits: { statutory: { provisional: true } } });
  });
});
