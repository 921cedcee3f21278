import * as z from "zod";
import { untilStopped } from "../../infra/embedded/main.ts";
import type { Service } from "../../shared/service/index.ts";
import { startTestTown } from "./embedded.ts";
import { ledgerService } from "./ledger.ts";
import { tallyService } from "./tally.ts";

const never = new Promise<never>(() => undefined);

const { opening: _opening, ...empty } = tallyService;

/** A town in which one part hangs: a `deadline` or a `delivery` that never ends. It stops as `npm start` does. */
const services: Record<string, readonly Service[]> = {
  deadline: [
    { ...empty, aggregates: empty.aggregates.map((one) => ({ ...one, onDeadline: () => never })) },
    ledgerService,
  ],
  delivery: [
    empty,
    {
      ...ledgerService,
      subscriptions: [{ type: "tally.tally.opened", needs: z.unknown(), react: () => [{ carryOut: () => never }] }],
    },
  ],
};
const town = await startTestTown({ dataDir: process.argv[2] ?? "", services: services[process.argv[3] ?? ""] ?? [] });
console.log(town.url);
process.stdin.once("close", () => process.exit(1)).resume();
await untilStopped(town);
process.exit(0);
