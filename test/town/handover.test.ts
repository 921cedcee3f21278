import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { Hall } from "./hall.ts";

const codes = Array.from({ length: 10 }, (_none, at) => `PN-${String(at + 1).padStart(3, "0")}`);
const form = z.looseObject({ id: z.string(), hash: z.string() });

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(() => hall.close());

describe("a county user hands over ten powers (P2)", () => {
  test("both sign one content, and everybody sees the powers in force", async () => {
    const today = z.string().parse((await hall.get(undefined, "/_embedded/clock")).body.today);
    for (const code of codes)
      await hall.post("county", `/powers/items/${code}/recall`, { from: today, document: "收回〔2026〕1号" });
    const drafted = await hall.post("county", "/powers/handovers", {
      mode: "delegated",
      inForceFrom: today,
      lines: codes.map((code) => ({ code })),
      authority: {
        kind: "province",
        document: "省人民政府决定",
        date: "2025-11-20",
        publication: { where: "省政府公报", on: "2025-11-25" },
        scope: { domains: ["urban"] },
      },
      letter: { number: "赋权〔2026〕2号", date: today },
      capability: { document: "承接能力评估", date: today, capable: true },
    });
    expect(drafted.status).toBe(201);
    const { id, hash } = form.parse(drafted.body);
    expect((await hall.get(undefined, `/powers/check?code=${codes[0]}`)).body).toMatchObject({ inForce: false });
    await hall.post("county", `/powers/handovers/${id}/sign`, { party: "county", hash });
    expect((await hall.post("leader", `/powers/handovers/${id}/sign`, { party: "town", hash })).status).toBe(200);
    await hall.town.settle();
    for (const code of codes)
      expect((await hall.get(undefined, `/powers/check?code=${code}`)).body).toMatchObject({
        inForce: false,
        failed: [{ condition: "not-ready" }],
        readiness: { unmet: [{ kind: "officers", atLeast: 2, found: 0 }] },
      });
    for (const at of [1, 2]) {
      const officer = { certificate: `云E01000${at}`, sub: `officer-${at}`, name: "李执法", domains: ["urban"] };
      const certified = await hall.post("county", "/powers/officers", { ...officer, from: today, until: "2099-12-31" });
      expect(certified.status).toBe(201);
    }
    await hall.town.settle();
    for (const code of codes)
      expect((await hall.get(undefined, `/powers/check?code=${code}`)).body).toMatchObject({
        inForce: true,
        mode: "delegated",
        letter: { number: "赋权〔2026〕2号" },
      });
    expect((await hall.get("county", `/powers/handovers/${id}`)).body).toMatchObject({ status: "in-effect" });
  });
});
