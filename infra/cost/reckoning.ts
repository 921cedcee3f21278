import type { Priced, PriceList, Volume } from "./data.ts";
import type { Measured, MeasuredService } from "./measured.ts";

/** What a town has in the cloud, whether anybody works or not; counted in its templates. */
export interface Standing {
  readonly alarms: number;
  readonly secrets: number;
  /** Queues that Lambda polls for a service. */
  readonly polledQueues: number;
  /** Queues and tables that the watch looks at. */
  readonly watchedQueues: number;
  readonly tables: number;
  /** Other departments, each of which polls its queue. */
  readonly subscribers: number;
  /** Whether functions send traces. */
  readonly traced: boolean;
  /** Memory of each function, in MB, by kind; the clockworks are called every minute. */
  readonly memoryMb: Readonly<Record<"api" | "reactions" | "relay" | "clockwork" | "watch", readonly number[]>>;
}

/** What a month takes of everything that has a price. */
export type Quantities = Readonly<Record<Priced, number>>;

const minutes = 30 * 24 * 60;
const looks = minutes / 5;
/** Lambda asks an empty queue with five long polls, each of twenty seconds. */
const pollsPerQueue = 5 * 3 * minutes;
const gigabyte = 1024 ** 3;
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const mean = (numbers: readonly number[]) => sum(numbers) / Math.max(1, numbers.length);

/** A month in which nobody asks and nothing happens. */
export function idleMonth(standing: Standing, volume: Volume): Quantities {
  const { clockwork, watch } = standing.memoryMb;
  const { millisecondsPerInvocation: takes, logBytesPerInvocation } = volume;
  const sweeps = clockwork.length * minutes;
  const invocation = sweeps + looks * watch.length;
  return {
    ...nothing,
    ...{ alarm: standing.alarms, secret: standing.secrets, invocation },
    gbSecond:
      gbSeconds(minutes * clockwork.length, takes.clockwork, mean(clockwork)) +
      gbSeconds(looks * watch.length, takes.watch, mean(watch)),
    fifoRequest:
      standing.polledQueues * pollsPerQueue +
      standing.watchedQueues * looks +
      standing.subscribers * volume.subscriberPollsPerMinute.count * minutes,
    // A clockwork reads its own table, the watch all of them
    keyRequest: (clockwork.length + watch.length * standing.tables) * keyRequestsOf(volume),
    // A sweep asks for deadlines and for those set aside; a look asks the same, and each table for one record
    readUnit: sweeps + looks * standing.tables * 2,
    logGb: (invocation * logBytesPerInvocation.count) / gigabyte,
  };
}

const keyRequestsOf = ({ keyRequestsPerHour }: Volume) => (keyRequestsPerHour.count * minutes) / 60;

const nothing: Quantities = {
  ...{ writeUnit: 0, readUnit: 0, tableGb: 0, recoveryGb: 0, invocation: 0, gbSecond: 0, apiRequest: 0 },
  ...{ fifoRequest: 0, fifoPublish: 0, fifoDelivery: 0, logGb: 0, keptLogGb: 0, alarm: 0, metric: 0, trace: 0 },
  ...{ secret: 0, fileGb: 0, filePut: 0, fileGet: 0, keyRequest: 0, transferGb: 0 },
};

const gbSeconds = (calls: number, milliseconds: number, memoryMb: number) =>
  ((calls * milliseconds) / 1000) * (memoryMb / 1024);

/** A month with so much of a year's work, after the years that are kept. */
export function busyMonth(standing: Standing, measured: Measured, volume: Volume, population: number): Quantities {
  const idle = idleMonth(standing, volume);
  const year = workOfAYear(measured, volume, population);
  const { shareOfYear } = volume.busyMonth;
  const { factor } = volume.requestsPerAct;
  const { millisecondsPerInvocation: takes, logBytesPerInvocation, keptYears } = volume;
  const month = (of: keyof MeasuredService) => year[of] * shareOfYear;
  const kept = (of: keyof MeasuredService) => (year[of] * keptYears.count) / gigabyte;
  const requests = month("requests") * factor;
  const calls = { api: requests, reactions: month("messages"), relay: month("transactions") };
  const invocation = idle.invocation + calls.api + calls.reactions + calls.relay;
  const logGb = (invocation * logBytesPerInvocation.count + requests * volume.accessLogBytes.count) / gigabyte;
  const { api, reactions, relay } = standing.memoryMb;
  return {
    ...idle,
    ...{ invocation, logGb, apiRequest: requests },
    gbSecond:
      idle.gbSecond +
      gbSeconds(calls.api, takes.api, mean(api)) +
      gbSeconds(calls.reactions, takes.reactions, mean(reactions)) +
      gbSeconds(calls.relay, takes.relay, mean(relay)),
    writeUnit: month("writeUnits"),
    readUnit: idle.readUnit + month("readUnits") * factor,
    // A message is received and deleted
    fifoRequest: idle.fifoRequest + 2 * month("messages"),
    ...{ fifoPublish: month("published"), fifoDelivery: month("delivered") },
    // The events of a record, its states and its places in indexes: twice the events
    ...{ tableGb: 2 * kept("itemBytes"), recoveryGb: 2 * kept("itemBytes"), fileGb: kept("fileBytes") },
    ...{ filePut: month("filePuts"), fileGet: month("fileGets") },
    keptLogGb: logGb * 12,
    // In a busy month somebody asks in each five minutes; a relay reads no table
    keyRequest: idle.keyRequest + (api.length + reactions.length) * keyRequestsOf(volume),
    // Each file that came is fetched once
    transferGb: (requests * volume.answerBytes.count + month("fileBytes")) / gigabyte,
    trace: standing.traced ? calls.api + calls.reactions : 0,
  };
}

/** What the services of a town consume in a year, from what they consumed for so many things while it was measured. */
function workOfAYear({ things, services }: Measured, volume: Volume, population: number): MeasuredService {
  const { permits, cases, rectifications } = volume.perYear;
  const thousands = population / 1000;
  const { gridEvents, payments } = volume.perThousandPeopleAndYear;
  const times: Readonly<Record<string, number>> = {
    permits: permits.count / things.permits,
    enforcement: (cases.count + rectifications.count) / (things.cases + things.rectifications),
    "grid-events": (gridEvents.count * thousands) / things.gridEvents,
    finance: (payments.count * thousands) / things.payments,
  };
  const all = Object.entries(services);
  // The powers of a town change with no case: what was measured counts as a month's
  const of = (what: keyof MeasuredService) => sum(all.map(([name, one]) => one[what] * (times[name] ?? 12)));
  return {
    ...{ requests: of("requests"), transactions: of("transactions"), messages: of("messages") },
    ...{ writeUnits: of("writeUnits"), readUnits: of("readUnits"), published: of("published") },
    ...{ delivered: of("delivered"), itemBytes: of("itemBytes"), filePuts: of("filePuts") },
    ...{ fileGets: of("fileGets"), fileBytes: of("fileBytes") },
  };
}

/** Dollars for a quantity; with `own`, what AWS gives each account for nothing is taken off. */
export function costOf({ prices }: PriceList, what: Priced, quantity: number, own = false): number {
  const { usd, free = 0 } = prices[what];
  return Math.max(0, quantity - (own ? free : 0)) * usd;
}

/** Dollars for all of a month. */
export const totalOf = (list: PriceList, quantities: Quantities, own = false): number =>
  partsOf(quantities).reduce((all, [what, quantity]) => all + costOf(list, what, quantity, own), 0);

export const partsOf = (quantities: Quantities): readonly (readonly [Priced, number])[] =>
  pricedThings.map((what) => [what, quantities[what]]);

const pricedThings: readonly Priced[] = [
  ...(["alarm", "secret", "fifoRequest", "invocation", "gbSecond", "apiRequest", "writeUnit", "readUnit"] as const),
  ...(["tableGb", "recoveryGb", "fifoPublish", "fifoDelivery", "logGb", "keptLogGb", "metric", "trace"] as const),
  ...(["fileGb", "filePut", "fileGet", "keyRequest", "transferGb"] as const),
];
