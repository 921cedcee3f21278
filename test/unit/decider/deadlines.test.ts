import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { services } from "../../../infra/services.ts";
import type { Service } from "../../../shared/service/index.ts";
import { clockedUntil, foldsOf } from "../../support/decider-fuzz.ts";
import { type Sample, sample, sampleDirectory } from "../../support/samples.ts";

const samplesOf = (service: string): readonly Sample[] => {
  const directory = sampleDirectory(service);
  if (!existsSync(directory)) return [];
  return readdirSync(directory).map((file) => sample.parse(JSON.parse(readFileSync(join(directory, file), "utf8"))));
};

const timedOf = ({ aggregates }: Service) => aggregates.filter(({ decider }) => decider.nextDeadline !== undefined);

describe.each(services.map((one) => ({ name: one.name, timed: timedOf(one) })).filter(({ timed }) => timed.length > 0))(
  "the clock of $name",
  ({ name, timed }) => {
    const samples = samplesOf(name);

    test.each(timed)(
      "acts on each state of $name that was ever kept, on any day, and never stands still",
      ({ decider }) => {
        const histories = samples
          .filter((one) => one.aggregate === decider.aggregate)
          .flatMap((one) => one.histories.map(({ events }) => ({ events, shape: one.shape })));
        const faults = histories.flatMap(({ events, shape }) =>
          foldsOf(decider, events, shape).flatMap((state) => clockedUntil(decider, state, "2027-12-31")),
        );
        expect([...new Set(faults)]).toEqual([]);
      },
    );
  },
);
