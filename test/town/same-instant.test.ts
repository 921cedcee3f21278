import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { Hall, zhangSan } from "./hall.ts";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open({ papers: false });
});
afterAll(() => hall.close());

const history = z.object({ events: z.array(z.object({ type: z.string(), time: z.string() })) });

test("XK-32: deemed acceptance and the missed promise of five working days fall due at one instant, and both happen", async () => {
  const filed = await hall.post("clerk", "/permits/applications", {
    itemCode: "PS-010",
    applicant: zhangSan,
    materials: [],
  });
  const id = z.string().parse(filed.body.id);
  expect((await hall.call(undefined, "PUT", "/_embedded/clock", { advance: "P12D" })).status).toBe(200);
  const { events } = history.parse((await hall.get("approver", `/permits/applications/${id}/history`)).body);
  const at = (type: string) => events.find((event) => event.type === `permits.application.${type}`)?.time;
  expect(at("accepted")).toBeDefined();
  expect(at("limit-missed")).toBe(at("accepted"));
  expect((await hall.get("operator", "/health")).body).toMatchObject({ status: "ok" });
  expect((await hall.get("operator", "/permits/set-aside")).body).toEqual({ items: [] });
});
