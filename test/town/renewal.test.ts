import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { Hall, zhangSan } from "./hall.ts";

/** 渔业捕捞许可证核发: a survey, a review, a licence for sixty months. */
const fishing = "PL-015";
const another = { ...zhangSan, name: "李四", idNumber: "11010519491231002X" };

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(() => hall.close());

const filed = z.object({ id: z.string(), missing: z.array(z.string()) });
const held = z.object({ items: z.array(z.object({ id: z.string(), application: z.string() })) });
type Concerns = { readonly certificate: string; readonly kind: "renewal" };

async function file(applicant: typeof zhangSan, concerns?: Concerns): Promise<string> {
  const body = { itemCode: fishing, applicant, materials: [], ...(concerns === undefined ? {} : { concerns }) };
  const { id, missing } = filed.parse((await hall.post("clerk", "/permits/applications", body)).body);
  await hall.step("clerk", id, "correct", { materials: missing });
  return id;
}

/** Takes a case to its certificate and issues it. */
async function licence(id: string): Promise<string> {
  await hall.step("clerk", id, "accept");
  const survey = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };
  await hall.step("reviewer", id, "review", survey);
  await hall.step("planner", id, "confirm-survey");
  await hall.step("reviewer", id, "review", { opinion: "agree" });
  expect((await hall.step("approver", id, "decide", { outcome: "granted" })).body.status).toBe("granted");
  await hall.town.settle();
  const drawn = held.parse((await hall.get("issuer", "/permits/certificates?status=drawn-up")).body).items;
  const certificate = drawn.find(({ application }) => application === id)?.id ?? "";
  expect((await hall.post("issuer", `/permits/certificates/${certificate}/issue`)).status).toBe(200);
  await hall.town.settle();
  expect((await hall.get("clerk", `/permits/applications/${id}`)).body.status).toBe("closed");
  return certificate;
}

const record = async (id: string) => (await hall.get("issuer", `/permits/certificates/${id}/record`)).body;
const renewalView = z.object({ latest: z.string(), remindOn: z.string(), reminded: z.boolean() });

test("L11, XK-50: a fishing licence is renewed by grant, another by the organ's silence; L13: both count", async () => {
  const [mine, theirs] = [await licence(await file(zhangSan)), await licence(await file(another))];
  const { validUntil } = z.object({ validUntil: z.string() }).parse(await record(mine));
  const { remindOn, latest, reminded } = renewalView.parse((await record(mine)).renewal);
  expect([reminded, remindOn < latest, latest < validUntil]).toEqual([false, true, true]);

  await hall.setClock(`${remindOn}T01:00:00.000Z`);
  await hall.town.settle();
  expect(renewalView.parse((await record(mine)).renewal).reminded).toBe(true);

  const stranger = await hall.post("clerk", "/permits/applications", {
    itemCode: fishing,
    applicant: another,
    materials: [],
    concerns: { certificate: mine, kind: "renewal" },
  });
  expect([stranger.status, stranger.body.code]).toEqual([422, "permits.not-the-holder"]);
  const [granted, silent] = [
    await file(zhangSan, { certificate: mine, kind: "renewal" }),
    await file(another, { certificate: theirs, kind: "renewal" }),
  ];
  await hall.town.settle();
  expect(await record(theirs)).toMatchObject({ renewal: { pending: { application: silent, late: false } } });
  const fresh = await licence(granted);
  expect(await record(mine)).toMatchObject({ status: "cancelled", ground: "renewed", replacedBy: fresh });
  const next = z.object({ validUntil: z.string() }).parse(await record(fresh)).validUntil;
  expect(next.slice(4)).toBe(validUntil.slice(4));
  expect(Number(next.slice(0, 4)) - Number(validUntil.slice(0, 4))).toBe(5);

  await hall.setClock(`${validUntil}T16:00:00.000Z`);
  await hall.town.settle();
  expect(await record(theirs)).toMatchObject({
    status: "valid",
    renewal: { deemed: [{ application: silent, until: next }] },
  });
  expect((await hall.get(undefined, `/permits/certificates/${mine}`)).body).toMatchObject({ status: "cancelled" });
  expect((await hall.get("operator", "/permits/parked")).body).toEqual({ items: [] });

  const year = await hall.get("clerk", `/permits/reductions?from=${remindOn.slice(0, 7)}&to=${validUntil.slice(0, 7)}`);
  expect(year.body).toMatchObject({ items: [{ item: fishing, cases: 1 }], total: { cases: 1 } });
}, 120_000);
