import * as z from "zod";
import prices from "./prices.json" with { type: "json" };
import volume from "./volume.json" with { type: "json" };

const count = z.number().min(0);
const sourced = z.looseObject({ source: z.string().min(1) });
const price = z.strictObject({ usd: count, free: count.optional(), source: z.url() });

const priceList = z.strictObject({
  asOf: z.iso.date(),
  region: z.string(),
  currency: z.literal("USD"),
  /** What makes these prices uncertain. */
  doubt: z.string().min(1),
  prices: z.strictObject({
    writeUnit: price,
    readUnit: price,
    tableGb: price,
    recoveryGb: price,
    invocation: price,
    gbSecond: price,
    apiRequest: price,
    fifoRequest: price,
    fifoPublish: price,
    fifoDelivery: price,
    logGb: price,
    keptLogGb: price,
    alarm: price,
    metric: price,
    trace: price,
    secret: price,
    fileGb: price,
    filePut: price,
    fileGet: price,
    keyRequest: price,
    transferGb: price,
  }),
});
export type PriceList = z.output<typeof priceList>;
export type Priced = keyof PriceList["prices"];

const perYear = sourced.extend({ count });
const volumes = z.strictObject({
  perYear: z.strictObject({ permits: perYear, cases: perYear, rectifications: perYear }),
  perThousandPeopleAndYear: z.strictObject({ gridEvents: perYear, payments: perYear }),
  busyMonth: sourced.extend({ shareOfYear: z.number().positive().max(1) }),
  keptYears: perYear,
  millisecondsPerInvocation: sourced.extend({
    ...{ api: count, reactions: count, relay: count, clockwork: count, watch: count },
  }),
  logBytesPerInvocation: perYear,
  accessLogBytes: perYear,
  answerBytes: perYear,
  subscriberPollsPerMinute: perYear,
  keyRequestsPerHour: perYear,
  requestsPerAct: sourced.extend({ factor: z.number().min(1) }),
});
export type Volume = z.output<typeof volumes>;

/** Prices as of a day, each with its source. */
export const priceListNow: PriceList = priceList.parse(prices);
/** How much a town does in a year, and what is assumed of it. */
export const volumeNow: Volume = volumes.parse(volume);
