import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outbox, Place } from "../../infra/embedded/outbox.ts";
import { EventLog } from "../../infra/embedded/sqlite/event-log.ts";
import { digest, type Item, Store, type Table } from "../../shared/store/index.ts";
import { type TallyCommand, tally, tallyService } from "../support/tally.ts";
import { aContext } from "../support/tally-town.ts";
import { aTownFile, type TemporaryTownFile } from "../support/town-file.ts";

let file: TemporaryTownFile;
beforeAll(async () => {
  file = await aTownFile();
});
afterAll(() => file.remove());

let serial = 0;
/** A table of its own that tells which events were committed to it, in the order of the commits. */
function aTable(): {
  readonly table: Table;
  readonly name: string;
  readonly log: EventLog;
  readonly committed: Item[];
} {
  serial += 1;
  const name = `outbox${serial}`;
  const committed: Item[] = [];
  const log = new EventLog(file.file, name);
  const table = file.table(name, tallyService, (events) => log.written(events));
  const watched: Table = {
    ...table,
    async write(puts) {
      const result = await table.write(puts);
      if (result.written)
        committed.push(...puts.flatMap((one) => ("item" in one && one.item.sk !== "state" ? [one.item] : [])));
      return result;
    },
  };
  return { table: watched, name, log, committed };
}

const run = (store: Store, id: string, command: TallyCommand) => {
  serial += 1;
  return store.execute({
    decider: tally,
    id,
    command,
    commandId: `c${serial}`,
    bodyDigest: digest(command),
    expects: "either",
    context: aContext(),
  });
};

const follow = (name: string, place?: Place) => new EventLog(file.file, name).follow(place);

async function all(outbox: Outbox, limit: number) {
  const read: { readonly place: Place; readonly event: Item | undefined }[] = [];
  for (let page = await outbox.next(limit); page.length > 0; page = await outbox.next(limit))
    read.push(...page.map((one) => ({ place: one.place, event: one.event() })));
  return read;
}

const commands = fc.array(
  fc.tuple(fc.constantFrom("a", "b", "c"), fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 })),
  { maxLength: 30 },
);

describe("the events of a town's file", () => {
  it("are read in the order of their commits, each once, from any place on", async () => {
    await fc.assert(
      fc.asyncProperty(commands, fc.integer({ min: 1, max: 7 }), fc.nat(), async (steps, limit, cut) => {
        const { table, name, committed } = aTable();
        const store = new Store(table);
        for (const id of ["a", "b", "c"]) await run(store, id, { type: "create", book: "rice" });
        await Promise.all(steps.map(([id, amounts]) => run(store, id, { type: "add", amounts })));
        const read = await all(follow(name), limit);
        expect(read.map(({ event }) => event)).toEqual(committed);
        const at = cut % read.length;
        const rest = await all(follow(name, read[at]?.place), limit);
        expect(rest.map(({ event }) => event)).toEqual(committed.slice(at + 1));
        const place = read[at]?.place;
        const again = place === undefined ? [] : await follow(name).from(place, limit);
        expect(again.map((one) => one.event())).toEqual(committed.slice(at, at + limit));
      }),
      { numRuns: 30 },
    );
  });

  it("are the same for all who follow them, whether the table told them or they were read again", async () => {
    const { table, log, committed } = aTable();
    const store = new Store(table);
    await run(store, "a", { type: "create", book: "rice" });
    const [first, second] = [log.follow(undefined), log.follow(undefined)];
    const firstRead = await all(first, 1);
    const addFifty = () => run(store, "a", { type: "add", amounts: Array.from({ length: 50 }, () => 1) });
    for (let round = 0; round < 6; round += 1) {
      await Promise.all([addFifty(), run(store, `b${round}`, { type: "create", book: "rice" })]);
      firstRead.push(...(await all(first, 100)));
    }
    for (let round = 0; round < 6; round += 1) await addFifty();
    firstRead.push(...(await all(first, 100)));
    const events = (read: readonly { readonly event: Item | undefined }[]) => read.map(({ event }) => event);
    expect(events(firstRead)).toEqual(committed);
    expect(events(await all(second, 7))).toEqual(committed);
    expect(events(await all(log.follow(firstRead[0]?.place), 100))).toEqual(committed.slice(1));
    expect(committed).toHaveLength(607);
  });

  it("hold no event of a write that was refused", async () => {
    const { table, name } = aTable();
    const event = (sk: string) => ({ item: { pk: "p", sk, type: "t", sequence: 1 }, expect: "absent" as const });
    await table.write([event("event#0000000001")]);
    expect(await table.write([event("event#0000000002"), event("event#0000000001")])).toMatchObject({ written: false });
    const read = await all(follow(name), 10);
    expect(read.map((one) => one.event?.sk)).toEqual(["event#0000000001"]);
  });
});
