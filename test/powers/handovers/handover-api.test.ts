import { describe, expect, test } from "vitest";
import * as z from "zod";
import { theLeader } from "../duties/builders.ts";
import { aListing } from "../powers/builders.ts";
import { aPowersTown, twoOfficers } from "../powers-town.ts";

const form = z.looseObject({ id: z.string(), hash: z.string(), status: z.string() });
const codes = ["PN-001", "PN-002", "PN-003"];
const asked = {
  mode: "delegated",
  inForceFrom: "2026-04-01",
  lines: codes.map((code) => ({ code })),
  files: [{ name: "行政处罚案卷", count: 36, from: "县综合行政执法局", to: "镇综合行政执法队" }],
  authority: {
    kind: "province",
    document: "省人民政府决定",
    date: "2025-11-20",
    publication: { where: "省政府公报", on: "2025-11-25" },
    scope: { domains: ["urban"] },
  },
  letter: { number: "赋权〔2026〕2号", date: "2026-02-25" },
  capability: { document: "承接能力评估〔2026〕1号", date: "2026-02-20", capable: true },
};

async function aTownWithThreePowers() {
  const town = aPowersTown();
  for (const code of codes) await town.post("/powers/items", aListing({ code }).power);
  await twoOfficers(town);
  return town;
}

describe("P2: a county user hands over, both sign, everybody sees it", () => {
  test("from the draft to the public list", async () => {
    const { post, get, settle, runtime, published, refusals } = await aTownWithThreePowers();
    const drafted = await post("/powers/handovers", asked);
    expect(drafted.status).toBe(201);
    const { id, hash } = form.parse(drafted.body);
    await post(`/powers/handovers/${id}/sign`, { party: "county", hash });
    expect(await get("/powers/check", { code: "PN-002", on: "2026-04-01" })).toMatchObject({
      body: { inForce: false },
    });
    const signed = await post(`/powers/handovers/${id}/sign`, { party: "town", hash }, theLeader);
    expect(signed).toMatchObject({ status: 200, body: { number: { text: { zh: "广通接〔2026〕1号" } } } });
    await settle();
    expect(refusals).toEqual([]);
    expect((await get(`/powers/handovers/${id}`, {}, theLeader)).body).toMatchObject({
      status: "signed",
      handed: codes,
    });
    runtime.setClock("2026-04-01T01:00:00.000Z");
    await settle();
    for (const code of codes) {
      expect((await get("/powers/check", { code, on: "2026-03-31" })).body).toMatchObject({ inForce: false });
      expect((await get("/powers/check", { code, on: "2026-04-01" })).body).toMatchObject({
        inForce: true,
        mode: "delegated",
        inWhoseName: { uscc: "11532302YY000001XC" },
        letter: asked.letter,
      });
    }
    expect((await get(`/powers/handovers/${id}`, {}, theLeader)).body).toMatchObject({ status: "in-effect" });
    for (const event of published) expect(JSON.stringify(event)).not.toMatch(/县编办|镇长/);
  });

  test("delivered twice, everything stands as after once", async () => {
    const { post, get, settle, published, deliver } = await aTownWithThreePowers();
    const { id, hash } = form.parse((await post("/powers/handovers", asked)).body);
    await post(`/powers/handovers/${id}/sign`, { party: "county", hash });
    await post(`/powers/handovers/${id}/sign`, { party: "town", hash }, theLeader);
    await settle();
    const before = await get("/powers/items/PN-001/history");
    for (let round = 0; round < 20; round += 1)
      for (const event of [...published]) await deliver({ ...event, id: `${event.id}?${round}` });
    expect((await get("/powers/items/PN-001/history")).body).toEqual(before.body);
  });

  test("what is on no list cannot be handed over, nor what the town holds that way already", async () => {
    const { post, tell } = await aTownWithThreePowers();
    expect(await post("/powers/handovers", { ...asked, lines: [{ code: "PN-999" }] })).toMatchObject({
      status: 422,
      body: { code: "powers.lines-not-listed", errors: [{ pointer: "/lines" }] },
    });
    await tell({
      type: "hand-over",
      mode: "statutory",
      inWhoseName: { name: { zh: "", en: "" }, uscc: "11532302YY000001XC" },
      inForceFrom: "2026-03-02",
    });
    expect((await post("/powers/handovers", { ...asked, mode: "statutory" })).body).toMatchObject({
      code: "powers.lines-held-already",
      details: { codes: ["PN-001"] },
    });
  });

  test("P3: an entrusted power is used in its department's name, read from the list", async () => {
    const { post } = await aTownWithThreePowers();
    const body = { ...asked, mode: "entrusted", until: "2027-03-31" };
    expect((await post("/powers/handovers", body)).body).toMatchObject({
      lines: [{ inWhoseName: { uscc: "11532302YY0001047J" } }, {}, {}],
    });
  });

  test("what a form says is judged again when it is signed: no field of the signature is blamed", async () => {
    const { post, runtime } = await aTownWithThreePowers();
    const { id, hash } = form.parse((await post("/powers/handovers", asked)).body);
    Object.assign(runtime, { town: { ...runtime.town, uscc: "11532302YY0001047J" } });
    const { status, body } = await post(`/powers/handovers/${id}/sign`, { party: "county", hash });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: "powers.in-the-wrong-name", details: { filed: "/giver/uscc" } });
    expect(body).not.toHaveProperty("errors");
  });

  test("XK-24: the town hands on nothing that is entrusted to it", async () => {
    const { post, runtime } = await aTownWithThreePowers();
    const giver = { name: runtime.town.organName, uscc: runtime.town.uscc };
    expect((await post("/powers/handovers", { ...asked, mode: "entrusted", until: "2027-03-31", giver })).status).toBe(
      422,
    );
  });
});
