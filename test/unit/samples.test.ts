import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { services } from "../../infra/services.ts";
import { madeOf, type Sample, sample, sampleDirectory } from "../support/samples.ts";

const filesOf = (directory: string) => (existsSync(directory) ? readdirSync(directory) : []);
const samplesOf = (service: string): Sample[] =>
  filesOf(sampleDirectory(service)).map((file) =>
    sample.parse(JSON.parse(readFileSync(join(sampleDirectory(service), file), "utf8"))),
  );

/** What was ever written can be read: the samples of old shapes stay, and each is folded by the program of today. */
describe.each(services.map(({ name, aggregates, publishes }) => ({ name, aggregates, publishes })))(
  "the events kept of $name",
  ({ name, aggregates, publishes }) => {
    const kept = samplesOf(name);
    const kinds = aggregates.map(({ decider }) => decider);

    it.each(kinds)("hold $aggregate in its present shape, which makes of them what it made", (kind) => {
      const { aggregate, shape } = kind;
      const file = join(sampleDirectory(name), `${aggregate}.${shape}.json`);
      expect(existsSync(file), `${file} is missing: npm run samples`).toBe(true);
      const present = kept.find((one) => one.aggregate === aggregate && one.shape === shape);
      for (const { events, makes } of present?.histories ?? [])
        expect(
          madeOf(kind, events, shape),
          `${aggregate} makes another state of the same events: raise its shape`,
        ).toBe(makes);
    });

    it("are folded in every older shape too", () => {
      for (const { aggregate, shape, histories } of kept) {
        const kind = kinds.find((one) => one.aggregate === aggregate);
        if (kind === undefined) throw new Error(`${aggregate} is gone, but its data is not`);
        expect(shape).toBeLessThanOrEqual(kind.shape);
        for (const { events } of histories) expect(madeOf(kind, events, shape)).toMatch(/^[0-9a-f]{16}$/);
      }
    });

    it("hold every type that is published", () => {
      const types = new Set(
        kept.flatMap(({ histories }) => histories).flatMap(({ events }) => events.map(({ type }) => type)),
      );
      expect(Object.keys(publishes).filter((type) => !types.has(type))).toEqual([]);
    });
  },
);
