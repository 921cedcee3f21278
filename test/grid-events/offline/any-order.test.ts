import fc from "fast-check";
import { expect, test } from "vitest";
import { tries } from "../../support/tries.ts";
import { worker } from "../grid-town.ts";
import { aDay, anOfflineTown, entry, light, type Sent } from "./offline-town.ts";

/** Two days of work, an entry that is refused with its correction, and what builds on it. */
const written: readonly Sent[] = [
  ...aDay("first-day"),
  ...aDay("second-day", 10),
  entry("bad-report", 20, "report", { body: { ...light, category: "no-such" } }),
  entry("bad-accept", 21, "accept", { basedOn: { entry: "bad-report" } }),
  entry("mended-report", 22, "report", { body: light, corrects: "bad-report" }),
  entry("unreadable", 23, "no-such-verb"),
  entry("circle-one", 30, "accept", { basedOn: { entry: "circle-two" } }),
  entry("circle-two", 31, "accept", { basedOn: { entry: "circle-three" } }),
  entry("circle-three", 32, "accept", { basedOn: { entry: "circle-one" } }),
  entry("on-a-circle", 33, "accept", { basedOn: { entry: "circle-two" } }),
];

/** What is left: every matter by its writer's work, without the numbers and ids that the order of receipt gives. */
async function left({ send, get }: Awaited<ReturnType<typeof anOfflineTown>>) {
  const told = await send(written);
  const states = await Promise.all(
    told.map(async ({ id, result, code, event }) => {
      const matter = event === undefined ? undefined : (await get(`/events/${event}`, {}, worker(1))).body;
      return [id, result, code, matter?.status, matter?.version];
    }),
  );
  return { states, matters: new Set(told.map(({ event }) => event)).size };
}

test("any interleaving, repetition, loss and concurrency of batches gives the same state", async () => {
  const plain = await anOfflineTown();
  await plain.send(written);
  const expected = await left(plain);
  expect(expected.states.filter(([, result]) => result === "repeated")).toHaveLength(10);
  const batch = fc.record({
    entries: fc.shuffledSubarray([...written], { minLength: 1 }),
    together: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(batch, { maxLength: 6 }), async (batches) => {
      const town = await anOfflineTown();
      let running: Promise<unknown>[] = [];
      for (const { entries, together } of batches) {
        running.push(town.send(entries));
        if (!together) {
          await Promise.all(running);
          running = [];
        }
      }
      await Promise.all(running);
      // What was lost is sent again until it is answered.
      await town.send(written);
      expect(await left(town)).toEqual(expected);
    }),
    { numRuns: tries(25) },
  );
});

test("two uploads at once make one matter", async () => {
  const town = await anOfflineTown();
  const both = await Promise.all([town.send(aDay("at-once")), town.send(aDay("at-once"))]);
  expect(new Set(both.flat().map(({ event }) => event)).size).toBe(1);
  expect(await town.matters()).toHaveLength(1);
});
