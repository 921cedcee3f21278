import { describe, expect, test } from "vitest";
import * as z from "zod";
import { command } from "../../shared/http/index.ts";
import { type Counting, countedPerDay } from "../../shared/per-day/index.ts";
import { contextFor, type Service } from "../../shared/service/index.ts";
import { mostStateBytes } from "../../shared/store/transaction-size.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { talkTo } from "../support/http.ts";
import { type TallyCommand, tally, tallyService, view } from "../support/tally.ts";
import { aClerk, aRuntime, profile } from "../support/tally-town.ts";

/** Residents and agents open tallies here, each by his own request. */
const open = command("POST /tally/tallies/{id}/open", {
  ...{ of: tally, returns: view, expects: "either", allow: ["resident", "agent", "clerk"] },
  summary: { zh: "开立", en: "Open" },
  body: z.strictObject({ bytes: z.int().min(0).default(0), book: z.string().default("米") }),
  run: ({ body: { book } }): TallyCommand => ({ type: "create", book }),
  view: ({ id, version, state: { book, total, status } }) => ({ id, version, book, total, status }),
});
const counting: Counting = {
  "POST /tally/tallies/{id}/open": (body) => ({ file: 1, bytes: z.object({ bytes: z.int() }).parse(body).bytes }),
};
const service: Service = countedPerDay({ ...tallyService, routes: [...tallyService.routes, open] }, counting);

function aTown(limits: Partial<TownProfile["perPersonAndDay"]["resident"]>, agent = profile.perPersonAndDay.agent) {
  const town = { ...profile, perPersonAndDay: { ...profile.perPersonAndDay, resident: limits, agent } };
  const runtime = { ...aRuntime(), town };
  let serial = 0;
  const asked = async (sub: string, roles: string, body: object = {}, headers: Record<string, string> = {}) => {
    serial += 1;
    const claims = { sub, name: "某人", town: "guangtong", roles: `[${roles}]` };
    const path = `/tally/tallies/T${serial}/open`;
    return talkTo(service, runtime)({ method: "POST", path, body: JSON.stringify(body), claims, headers });
  };
  return { runtime, asked };
}

describe("section 9: how much one person may ask of the town in a day", () => {
  test("the last one within the limit is taken, the first beyond it refused (429) until tomorrow", async () => {
    const { asked, runtime } = aTown({ file: 3 });
    for (let nth = 1; nth <= 3; nth += 1) expect((await asked("r-1", "resident")).status).toBe(200);
    const beyond = await asked("r-1", "resident");
    expect(beyond).toMatchObject({ status: 429, body: { code: "request.enough-for-today", details: { most: 3 } } });
    expect(Number(beyond.headers?.["retry-after"])).toBe(14 * 3600);
    expect((await asked("r-2", "resident")).status).toBe(200);
    runtime.setClock("2026-10-12T15:59:59.999Z");
    expect((await asked("r-1", "resident")).status).toBe(429);
    runtime.setClock("2026-10-12T16:00:00.000Z");
    expect((await asked("r-1", "resident")).status).toBe(200);
  });

  test("of a crowd at once no more come through than one after the other", async () => {
    const { asked } = aTown({ file: 5 });
    const statuses = await Promise.all(Array.from({ length: 40 }, async () => (await asked("r-1", "resident")).status));
    expect(statuses.filter((status) => status === 200)).toHaveLength(5);
  });

  test("zero lets nobody through, and what the profile leaves out has no limit", async () => {
    expect((await aTown({ file: 0 }).asked("r-1", "resident")).status).toBe(429);
    const { asked } = aTown({});
    for (let nth = 1; nth <= 30; nth += 1) expect((await asked("r-1", "resident")).status).toBe(200);
  });

  test("amounts add up: the byte that is too much is refused", async () => {
    const { asked } = aTown({ bytes: 100 });
    expect((await asked("r-1", "resident", { bytes: 60 })).status).toBe(200);
    expect((await asked("r-1", "resident", { bytes: 41 })).status).toBe(429);
    expect((await asked("r-1", "resident", { bytes: 40 })).status).toBe(200);
    expect((await asked("r-1", "resident", { bytes: 1 })).status).toBe(429);
  });

  test("a repetition under one key counts once; a malformed request does not count", async () => {
    const { asked } = aTown({ file: 2 });
    for (let nth = 1; nth <= 5; nth += 1) expect((await asked("r-1", "resident", { bytes: "x" })).status).toBe(400);
    const first = talkTo(service, aTown({ file: 1 }).runtime);
    const claims = { sub: "r-1", name: "某人", town: "guangtong", roles: "[resident]" };
    const once = { method: "POST", path: "/tally/tallies/T/open", body: "{}", claims };
    for (let nth = 1; nth <= 3; nth += 1)
      expect((await first({ ...once, headers: { "idempotency-key": "k" } })).status).toBe(200);
    expect((await first({ ...once, headers: { "idempotency-key": "l" } })).status).toBe(429);
  });

  test("an agent has limits of his own, also with the role of a resident beside; the counter has none", async () => {
    const { asked } = aTown({ file: 1 }, { file: 2 });
    for (const roles of ["agent", "resident agent"]) {
      expect((await asked(roles, roles)).status).toBe(200);
      expect((await asked(roles, roles)).status).toBe(200);
      expect((await asked(roles, roles)).status).toBe(429);
    }
    for (let nth = 1; nth <= 5; nth += 1) expect((await asked("clerk-1", "clerk resident")).status).toBe(200);
  });
});

describe("a record that is bounded", () => {
  test("grows to its limit and is refused beyond it, before the item is too large to be written", async () => {
    const { store, ...runtime } = aRuntime();
    const write = (serial: number, holder: string) =>
      store.execute({
        ...{
          decider: tally,
          id: `T${serial}`,
          command: { type: "create" as const, book: "米", holder },
          expects: "new",
        },
        ...{ commandId: `c${serial}`, bodyDigest: "", context: contextFor({ ...runtime, store }, aClerk) },
      });
    const rest = JSON.stringify({ total: 0, status: "open", numbers: [], book: "a", holder: "" }).length + 2;
    expect(await write(1, "a".repeat(mostStateBytes - rest))).toMatchObject({ kind: "done" });
    expect(await write(2, "a".repeat(mostStateBytes - rest + 1))).toMatchObject({
      ...{ kind: "rejected", rejection: { code: "record.full" } },
    });
  });
});
