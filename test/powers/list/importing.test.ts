import { describe, expect, test } from "vitest";
import * as z from "zod";
import { importPart, importPartId, inParts } from "../../../services/powers/powers/domain/importing/import-part.ts";
import { listImport, theList } from "../../../services/powers/powers/domain/importing/list-import.ts";
import { type Entry, entryFrom } from "../../../services/powers/powers/domain/listed-entry.ts";
import { powers } from "../../../services/powers/service.ts";
import { clockworkFor } from "../../../shared/service/index.ts";
import { memoryTable, type StoredEvent, type Table } from "../../../shared/store/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { talkTo } from "../../support/http.ts";
import { deliverAllOf, overheard } from "../../support/reacting.ts";
import { aRuntime, profile } from "../../support/tally-town.ts";
import { theLeader } from "../duties/builders.ts";
import { aListing, theCounty } from "../powers/builders.ts";

const items = z.object({ items: z.array(z.looseObject({ code: z.string(), name: z.object({ zh: z.string() }) })) });
const codeOf = (main: number) => `PN-${String(main).padStart(3, "0")}`;
const anEntry = (main: number, zh: string): Entry =>
  entryFrom(
    {
      ...aListing().power,
      code: codeOf(main),
      itemCode: `11532302YY000001XC5000266${String(main).padStart(3, "0")}001`,
      name: { zh, en: "a power" },
    },
    profile,
  );
const entries = (count: number, zh: string, first = 1) =>
  Array.from({ length: count }, (_none, at) => anEntry(first + at, zh));

/** The powers service in a process of its own, on a table that others may have written. */
function aProcess(table: Table, now = "2026-03-02T02:00:00.000Z") {
  const runtime = aRuntime({ table });
  runtime.setClock(now);
  const ask = talkTo(powers, runtime);
  const claims = claimsFor(theCounty);
  return {
    runtime,
    ask,
    bring: (list: readonly Entry[], headers: Record<string, string> = {}) =>
      ask({ method: "POST", path: "/powers/list/import", body: JSON.stringify({ items: list }), headers, claims }),
    post: (path: string, body: object) => ask({ method: "POST", path, body: JSON.stringify(body), claims }),
    get: (path: string) => ask({ path, claims }),
    /** The names on the list, by their codes. */
    names: async () => {
      const { body } = await ask({ path: "/powers/list.json" });
      return Object.fromEntries(items.parse(body).items.map(({ code, name }) => [code, name.zh]));
    },
  };
}

/** A table whose process dies at one of its writes. */
const dyingAt = (table: Table, most: number): Table => {
  let writes = 0;
  return {
    ...table,
    write: (puts) => {
      writes += 1;
      return writes > most ? Promise.reject(new Error("killed")) : table.write(puts);
    },
  };
};

/** What the stream, the queue and the clockwork of a new process do with what the last one left. */
async function settle({ runtime }: ReturnType<typeof aProcess>, heard: StoredEvent[]) {
  for (let more = true; more; ) {
    expect(await deliverAllOf(heard, powers, powers.subscriptions, runtime, { times: 2 })).toEqual([]);
    more = (await clockworkFor(powers, runtime)()).done > 0 || heard.length > 0;
  }
}

const named = (list: readonly Entry[]) => Object.fromEntries(list.map(({ code, name }) => [code, name.zh]));

describe("X5: an import is one thing", () => {
  const before = entries(2, "旧名");
  const after = [...entries(2, "新名"), ...entries(2, "新增", 3)];

  test("killed at any of its writes, it has happened whole or not at all, and the town goes on", async () => {
    const seen = new Set<string>();
    for (let most = 0; ; most += 1) {
      const heard: StoredEvent[] = [];
      const table = overheard("town-powers", heard);
      await aProcess(table).bring(before);
      const dying = aProcess(dyingAt(table, most));
      const { status } = await dying.bring(after);
      const next = aProcess(table, "2026-03-02T02:05:00.000Z");
      // Also before the stream or the clock has come to it.
      const found = await next.names();
      const whole = JSON.stringify(found) === JSON.stringify(named(after)) ? "new" : "old";
      expect(found).toEqual(whole === "new" ? named(after) : named(before));
      seen.add(whole);
      await settle(next, heard);
      expect(await next.names()).toEqual(found);
      const { state } = (await next.runtime.store.load(listImport, theList)) ?? {};
      expect(state?.running).toBeUndefined();
      expect(await next.bring(after)).toMatchObject({ status: 200 });
      expect(await next.names()).toEqual(named(after));
      if (status === 200) break;
    }
    expect(seen).toEqual(new Set(["old", "new"]));
  });

  test("of two at once one is the list, whole; the other is refused with 409", async () => {
    const { bring, names } = aProcess(memoryTable("town-powers"));
    const both = [entries(120, "甲"), entries(120, "乙", 61)];
    const answers = await Promise.all(both.map((list) => bring(list)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const won = both[answers.findIndex(({ status }) => status === 200)] ?? [];
    expect(await names()).toEqual(named(won));
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: "powers.import-under-way" });
  });

  test("who reads meanwhile reads the old list or the new one, and no mixture", async () => {
    const { bring, names } = aProcess(memoryTable("town-powers"));
    await bring(entries(250, "旧"));
    const seen: string[] = [];
    let over = false;
    const watch = async () => {
      while (!over) {
        seen.push([...new Set(Object.values(await names()))].join());
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const watching = watch();
    await bring(entries(250, "新"));
    over = true;
    await watching;
    seen.push([...new Set(Object.values(await names()))].join());
    expect(new Set(seen)).toEqual(new Set(["旧", "新"]));
  });

  test("sent again with the same key it gets the same answer; another list under the key is 422", async () => {
    const { bring } = aProcess(memoryTable("town-powers"));
    await bring(before);
    const headers = { "idempotency-key": "import-1" };
    const first = await bring(after, headers);
    expect(first).toMatchObject({ status: 200, body: { new: ["PN-003", "PN-004"], status: "done" } });
    expect(await bring(after, headers)).toMatchObject({ status: 200, body: first.body });
    expect(await bring(before, headers)).toMatchObject({ status: 422, body: { code: "request.command-id-reused" } });
    expect(await bring(after)).toMatchObject({ status: 200, body: { new: [], changed: [], same: 4 } });
  });

  test("while an import holds the list nobody else changes an entry; after two minutes it is free, and its parts are gone", async () => {
    const heard: StoredEvent[] = [];
    const table = overheard("town-powers", heard);
    await aProcess(table).bring(before);
    // The import is opened and its part is laid down; then its process dies.
    const dying = aProcess(dyingAt(table, 2));
    expect((await dying.bring(after)).status).toBe(503);
    const adjust = { from: "2026-03-02", name: { zh: "手改", en: "by hand" } };
    for (const [now, status] of [
      ["2026-03-02T02:01:59.999Z", 409],
      ["2026-03-02T02:02:00.000Z", 200],
    ] as const) {
      const { post, bring } = aProcess(table, now);
      if (status === 409) expect(await bring(after)).toMatchObject({ body: { code: "powers.import-under-way" } });
      expect((await post("/powers/items/PN-001/adjust", adjust)).status).toBe(status);
      expect((await post("/powers/items", anEntry(9, "另列"))).status).toBe(status === 409 ? 409 : 201);
    }
    const [opened] = heard.filter(({ type }) => type === "powers.list-import.opened").slice(-1);
    const { import: id } = z.object({ import: z.string() }).parse(opened?.data);
    const next = aProcess(table, "2026-03-02T02:02:00.000Z");
    const part = async () => (await next.runtime.store.load(importPart, importPartId(id, 0)))?.state;
    expect((await part())?.changes).toHaveLength(4);
    await settle(next, heard);
    expect(await part()).toEqual({ changes: [], discarded: true });
  });

  test("of a change made after the plan the import knows before the switch", async () => {
    const { bring, post, names } = aProcess(memoryTable("town-powers"));
    await bring(before);
    const [imported, adjusted] = await Promise.all([
      bring(after),
      post("/powers/items/PN-001/adjust", { from: "2026-03-02", name: { zh: "手改", en: "by hand" } }),
    ]);
    expect(imported.status).toBe(200);
    // Either it came first and the import followed, or the import held the list.
    expect([200, 409]).toContain(adjusted.status);
    expect(await names()).toEqual(named(after));
  });

  test("A11: what is long answers 202 with where to look, and goes on by events", async () => {
    const heard: StoredEvent[] = [];
    const process = aProcess(overheard("town-powers", heard));
    const long = entries(301, "长");
    const answer = await process.bring(long);
    expect(answer).toMatchObject({ status: 202, body: { status: "carrying-out", new: long.map(({ code }) => code) } });
    const at = String(answer.headers.location);
    expect(await process.get(at)).toMatchObject({ status: 200, body: { status: "carrying-out" } });
    expect((await process.ask({ path: at, claims: claimsFor(theLeader) })).status).toBe(200);
    expect((await process.ask({ path: `${at}0`, claims: claimsFor(theLeader) })).status).toBe(404);
    await settle(process, heard);
    expect(await process.get(at)).toMatchObject({ status: 200, body: { status: "done" } });
    expect(await process.names()).toEqual(named(long));
    // Three hundred are carried out before the answer.
    expect((await aProcess(memoryTable("town-powers")).bring(entries(300, "短"))).status).toBe(200);
  });

  test("a part is small enough for one item of the table, however long its entries are", () => {
    const long = entries(400, "长".repeat(200)).map((entry) => ({ ...entry, legalBasis: "《法》".repeat(160) }));
    const parts = inParts(long.map((one) => ({ code: one.code, command: { type: "list" as const, power: one } })));
    expect(parts.flat()).toHaveLength(400);
    for (const part of parts) expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThan(110_000);
  });
});
