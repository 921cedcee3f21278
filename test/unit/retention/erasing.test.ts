import { describe, expect, test } from "vitest";
import { addWorkingDays, NoCalendar, startOfDay } from "../../../shared/calendar/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { erasedMark } from "../../../shared/identity-codes/index.ts";
import { clockworkFor, contextFor, nextDeadline } from "../../../shared/service/index.ts";
import { checkChain, digest } from "../../../shared/store/chain.ts";
import { memoryTable, refolded, Store, type StoredEvent, type Table } from "../../../shared/store/index.ts";
import { isStoredEvent } from "../../../shared/store/items.ts";
import { talkTo } from "../../support/http.ts";
import { type LetterCommand, letter, letterService } from "../../support/letters.ts";
import { interrupted } from "../../support/tables.ts";
import { aClerk, aRuntime, claimsOf, profile } from "../../support/tally-town.ts";

const zhang = { kind: "citizen", name: "张三", idNumber: "110101190001010014", phone: "13800001234" } as const;
const resident: Actor = { sub: "villager-77", name: "张三", roles: ["resident"] };
const secrets = ["张三", "110101190001010014", "13800001234", "villager-77", "25.04", "我家在村口"];
/** Contacts go after three years, logins after five, the rest after ten. */
const lastDays = { contact: "2029-10-12", login: "2031-10-12", rest: "2036-10-12" };

const everything = async (table: Table) => JSON.stringify((await table.scan({ limit: 1000 })).items);

/** A letter of 12 October 2026, with a note, closed on that day. */
async function aLetter({ table = memoryTable("letters"), close = true } = {}) {
  const runtime = aRuntime({ table });
  const sweep = clockworkFor(letterService, runtime);
  let serial = 0;
  const tell = (command: LetterCommand, actor: Actor = aClerk, id = "L1") => {
    serial += 1;
    return runtime.store.execute({
      decider: letter,
      id,
      command,
      commandId: `k${serial}`,
      bodyDigest: "x",
      expects: command.type === "write" ? "new" : "existing",
      context: contextFor(runtime, actor),
    });
  };
  await tell({ type: "write", sender: zhang, owner: resident.sub }, resident);
  await tell({ type: "note", text: "我家在村口" });
  if (close) await tell({ type: "close" });
  /** Turns the clock to an instant and sweeps, the deadlines on the way first. */
  const at = async (instant: string) => {
    for (;;) {
      const due = await nextDeadline(runtime);
      if (due === undefined || due > instant) break;
      runtime.setClock(due);
      const { done } = await sweep();
      if (done === 0) break;
    }
    runtime.setClock(instant);
    return sweep();
  };
  const load = () => runtime.store.load(letter, "L1");
  const chain = () => runtime.store.verify(letter, "L1");
  return { runtime, table, tell, at, sweep, load, chain };
}

const lastInstantBefore = (day: string) => new Date(Date.parse(startOfDay(day)) - 1).toISOString();
const dayAfter = { contact: "2029-10-13", login: "2031-10-13", rest: "2036-10-13" };

describe("P-8, D8: what is over is erased when its time is over", () => {
  test("an open record is never erased, however old", async () => {
    const { at, table } = await aLetter({ close: false });
    expect(await at(startOfDay("2090-01-01"))).toEqual({ done: 0, failed: 0 });
    const kept = await everything(table);
    for (const secret of secrets) expect(kept).toContain(secret);
  });

  test("on the last instant of the last day everything is there; with the first of the next day it is gone", async () => {
    const { at, table, chain, load } = await aLetter();
    await at(lastInstantBefore(dayAfter.rest));
    expect((await load())?.state.sender.name).toBe("张三");
    await at(startOfDay(dayAfter.rest));
    const left = await everything(table);
    for (const secret of secrets) expect(left).not.toContain(secret);
    expect(await chain()).toMatchObject({ intact: true, events: 6 });
    expect((await load())?.state).toMatchObject({ status: "closed", sender: { kind: "citizen", name: erasedMark } });
  });

  test("each kind of part goes on its own day, and the chain is whole each time", async () => {
    const { at, load, chain } = await aLetter();
    const seen = async (instant: string) => {
      await at(instant);
      expect(await chain()).toMatchObject({ intact: true });
      const state = (await load())?.state;
      return [state?.sender.phone, state?.owner, state?.by, state?.sender.name, state?.place.lat, state?.notes[0]];
    };
    const all = ["13800001234", "villager-77", "villager-77", "张三", 25.04, "我家在村口"];
    expect(await seen(lastInstantBefore(dayAfter.contact))).toEqual(all);
    expect(await seen(startOfDay(dayAfter.contact))).toEqual([erasedMark, ...all.slice(1)]);
    expect(await seen(lastInstantBefore(dayAfter.login))).toEqual([erasedMark, ...all.slice(1)]);
    const withoutLogin = [erasedMark, undefined, erasedMark, ...all.slice(3)];
    expect(await seen(startOfDay(dayAfter.login))).toEqual(withoutLogin);
    expect(await seen(lastInstantBefore(dayAfter.rest))).toEqual(withoutLogin);
    const nothing = [erasedMark, undefined, erasedMark, erasedMark, 0, erasedMark];
    expect(await seen(startOfDay(dayAfter.rest))).toEqual(nothing);
  });

  test("a year whose holidays nobody has announced changes nothing: retention counts calendar years", async () => {
    const { at, load, runtime } = await aLetter();
    expect(() => addWorkingDays(runtime.calendar, "2029-10-08", 1)).toThrow(NoCalendar);
    await at(startOfDay(lastDays.contact));
    expect((await load())?.state.sender.phone).toBe("13800001234");
    await at(startOfDay(dayAfter.contact));
    expect((await load())?.state.sender.phone).toBe(erasedMark);
  });

  test("it counts from the first end; who opens it again stops it, and it counts anew from the next end", async () => {
    const { at, load, tell, runtime } = await aLetter();
    await at("2028-01-10T02:00:00.000Z");
    await tell({ type: "reopen" });
    await at("2030-05-01T02:00:00.000Z");
    expect((await load())?.state.sender.phone).toBe("13800001234");
    await tell({ type: "close" });
    expect((await load())?.retained).toEqual({ endedOn: "2030-05-01" });
    expect(await nextDeadline(runtime)).toBe(startOfDay("2033-05-02"));
  });

  test("a body keeps its public name and number; its phone goes", async () => {
    const { at, tell, runtime } = await aLetter();
    const body = { ...zhang, kind: "organisation", name: "某某合作社", idNumber: "91530000MA6K00000X" } as const;
    await tell({ type: "write", sender: body }, aClerk, "L2");
    await tell({ type: "close" }, aClerk, "L2");
    await at(startOfDay(dayAfter.rest));
    const found = await runtime.store.load(letter, "L2");
    expect(found?.state).toMatchObject({ sender: { ...body, phone: erasedMark }, by: "clerk-1" });
  });

  test("it leaves the list of its owner, and nobody can do anything with it any more (409)", async () => {
    const { at, tell, table } = await aLetter();
    const listed = () => table.query({ index: "byCode", partition: "letters:villager-77", limit: 9 });
    expect((await listed()).items).toHaveLength(1);
    await at(startOfDay(dayAfter.rest));
    expect((await listed()).items).toHaveLength(0);
    expect(await tell({ type: "reopen" })).toMatchObject({ kind: "rejected", rejection: { code: "record.erased" } });
  });
});

describe("the chain of an erased history (P-18)", () => {
  const erased = async () => {
    const one = await aLetter();
    await one.at(startOfDay(dayAfter.login));
    const events = await one.runtime.store.history(letter, "L1");
    const head = (await one.table.read([{ pk: "letter#L1", sk: "state" }]))[0]?.head;
    return { ...one, events, check: (all: readonly StoredEvent[]) => checkChain(all, String(head)) };
  };

  test("no salt and no digest without salt is left of what was erased", async () => {
    const { table, events } = await erased();
    const left = await everything(table);
    expect(left).not.toContain(digest({ sender: zhang, owner: resident.sub, place: { lat: 25.04, lon: 102.71 } }));
    expect(events[0]).toHaveProperty("seal");
  });

  test.each<[string, (event: StoredEvent) => StoredEvent]>([
    ["the data of an event", (event) => ({ ...event, data: { on: "2020-01-01" } })],
    ["its type", (event) => ({ ...event, type: "letters.letter.closed" })],
    ["its seal", (event) => ({ ...event, seal: "0".repeat(64) })],
    ["a part that is still kept", (event) => ({ ...event, personal: { ...event.personal, sender: { name: "李四" } } })],
    ["who acted", (event) => ({ ...event, actor: "somebody-else" })],
    ["that it was erased by seal", (event) => ({ ...event, anchored: true, data: { on: "2020-01-01" } })],
  ])("who changes %s is found", async (_what, change) => {
    const { events, check } = await erased();
    expect(check(events)).toMatchObject({ intact: true });
    const forged = events.map((event, at) => (at === 0 ? change(event) : event));
    expect(check(forged)).toMatchObject({ intact: false });
  });

  test("an event of before seals is erased too, and its chain stays whole", async () => {
    const { table, at, load, chain } = await aLetter({ table: memoryTable("letters") });
    await unsealed(table);
    expect(await chain()).toMatchObject({ intact: true, events: 3 });
    await at(startOfDay(dayAfter.rest));
    expect(await chain()).toMatchObject({ intact: true, events: 6 });
    const left = await everything(table);
    for (const secret of secrets) expect(left).not.toContain(secret);
    expect((await load())?.state.by).toBe(erasedMark);
  });

  test("a program of another form folds an erased history as any other", async () => {
    const { table, at } = await aLetter();
    await at(startOfDay(dayAfter.rest));
    const next = { ...letter, shape: 2 };
    for await (const _done of refolded(table, [next], undefined, profile));
    const found = await new Store(table).chronicle(next, "L1");
    expect(found).toMatchObject({ state: { status: "closed", sender: { name: erasedMark } }, chain: { intact: true } });
    expect(found?.retained?.erased).toHaveLength(5);
  });
});

/** Writes the events of the letter as a program without seals wrote them. */
async function unsealed(table: Table): Promise<void> {
  const { items } = await table.scan({ limit: 100 });
  let previous = "0".repeat(64);
  for (const item of items.filter(isStoredEvent).toSorted((a, b) => a.sequence - b.sequence)) {
    const { salt: _salt, byResident: _by, hash: _hash, pk, sk, personal, ...rest } = item;
    const open = { ...rest, previous };
    const hash = digest({ ...open, ...(personal === undefined ? {} : { personalDigest: digest(personal) }) });
    const old = { pk, sk, ...open, ...(personal === undefined ? {} : { personal }), hash };
    expect(await table.write([{ item: old, expect: "unversioned" }])).toEqual({ written: true });
    previous = hash;
  }
  const [state] = await table.read([{ pk: "letter#L1", sk: "state" }]);
  if (state === undefined || typeof state.version !== "number") throw new Error("no state");
  await table.write([{ item: { ...state, head: previous }, expect: { version: state.version } }]);
}

describe("what interrupts an erasure", () => {
  test("a command that comes first wins: what is open again is not erased", async () => {
    const table = memoryTable("letters");
    const one = await aLetter({ table });
    one.runtime.setClock(startOfDay(dayAfter.rest));
    const racing = interrupted(table, () => one.tell({ type: "reopen" }));
    const sweep = clockworkFor(letterService, { ...one.runtime, store: new Store(racing) });
    await sweep();
    expect((await one.load())?.state).toMatchObject({ status: "open", sender: zhang, notes: ["我家在村口"] });
    expect((await one.runtime.store.history(letter, "L1"))[0]?.personal).toMatchObject({ sender: zhang });
  });

  test("an end in the middle is made good by the next sweep", async () => {
    const table = memoryTable("letters");
    const one = await aLetter({ table });
    one.runtime.setClock(startOfDay(dayAfter.rest));
    let writes = 0;
    const breaking: Table = {
      ...table,
      write: (puts) => {
        writes += 1;
        return writes === 2 ? Promise.reject(new Error("the power is off")) : table.write(puts);
      },
    };
    const broken = await clockworkFor(letterService, { ...one.runtime, store: new Store(breaking) })();
    expect(broken.failed).toBe(1);
    await one.at(startOfDay("2036-10-14"));
    expect(await one.chain()).toMatchObject({ intact: true });
    const left = await everything(table);
    for (const secret of secrets) expect(left).not.toContain(secret);
  });

  test("a profile that keeps longer than when it was written is followed; so is a shorter one after a refold", async () => {
    const { runtime, table, at } = await aLetter();
    const longer = { ...profile, retention: { ...profile.retention, contact: { keep: "P4Y", source: "镇规定" } } };
    const swept = clockworkFor(letterService, { ...runtime, town: longer });
    runtime.setClock(startOfDay(dayAfter.contact));
    expect(await swept()).toEqual({ done: 0, failed: 0 });
    expect(await nextDeadline(runtime)).toBe(startOfDay("2030-10-13"));
    for await (const _done of refolded(table, [letter], undefined, profile));
    expect(await nextDeadline(runtime)).toBe(startOfDay(dayAfter.contact));
    expect(await at(startOfDay(dayAfter.contact))).toMatchObject({ failed: 0 });
    expect(await everything(table)).not.toContain("13800001234");
  });
});

describe("holds: a suit, a review or an audit needs the record", () => {
  const asked = (runtime: ReturnType<typeof aRuntime>) => {
    const ask = talkTo(letterService, runtime);
    return (path: string, body: object, ...roles: Parameters<typeof claimsOf>) =>
      ask({ method: "POST", path, body: JSON.stringify(body), claims: claimsOf(...roles) });
  };
  const theHold = { aggregate: "letter", record: "L1", document: "（2029）云23行初1号", reason: "行政诉讼" };

  test("who may not keep records places none; there is none on what is not there (422) or erased already", async () => {
    const { runtime, at } = await aLetter();
    const post = asked(runtime);
    expect((await post("/letters/holds", theHold, "clerk")).status).toBe(403);
    const unknown = await post("/letters/holds", { ...theHold, record: "L9" }, "archivist");
    expect([unknown.status, unknown.body.code]).toEqual([422, "retention.nothing-to-hold"]);
    await at(startOfDay(dayAfter.rest));
    expect((await post("/letters/holds", theHold, "archivist")).body.code).toBe("retention.nothing-to-hold");
  });

  test("nothing is erased while it stands; lifted, what is past goes with the next sweep", async () => {
    const { runtime, at, load, sweep, chain, table } = await aLetter();
    const post = asked(runtime);
    expect((await post("/letters/holds", theHold, "supervisor")).status).toBe(201);
    expect((await post("/letters/holds", theHold, "leader")).status).toBe(409);
    await at("2040-03-01T02:00:00.000Z");
    expect((await load())?.state.sender).toEqual(zhang);
    const lifted = await post("/letters/holds/letter~L1/lift", { reason: "已结案生效" }, "archivist");
    expect([lifted.status, lifted.body.status]).toEqual([200, "lifted"]);
    for (let round = 0; round < 3; round += 1) await sweep();
    const left = await everything(table);
    for (const secret of secrets) expect(left).not.toContain(secret);
    expect(await chain()).toMatchObject({ intact: true });
  });

  test("a hold that is placed while the erasure is under way stops it", async () => {
    const table = memoryTable("letters");
    const one = await aLetter({ table });
    const post = asked(one.runtime);
    one.runtime.setClock(startOfDay(dayAfter.contact));
    const racing = interrupted(table, () => post("/letters/holds", theHold, "supervisor"));
    await clockworkFor(letterService, { ...one.runtime, store: new Store(racing) })();
    expect((await one.load())?.state.sender).toEqual(zhang);
  });
});
