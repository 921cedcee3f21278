import { expect } from "vitest";
import { finance } from "../../services/finance/service.ts";
import type { CloudEvent } from "../../shared/messaging/index.ts";
import { clockworkFor, type Runtime, type Subscription } from "../../shared/service/index.ts";
import { aFinanceTown } from "../finance/finance-town.ts";
import { deliverAllOf, handTo } from "../support/reacting.ts";

/** Another service of the same town: who follows its events, and what it has told since it was last asked. */
export interface Neighbour {
  readonly runtime: Runtime;
  readonly subscriptions: readonly Subscription[];
  /** What it published and nobody was handed yet. */
  readonly published: CloudEvent[];
  /** Lets all that follows within the service happen. */
  settle(): Promise<void>;
}

/** Finance beside another service: what one publishes the other hears, until nothing more follows. Nothing may be refused. */
export async function financeBeside(neighbour: Neighbour) {
  const town = aFinanceTown();
  await town.openBook("treasury", "2026-01");
  await town.openBook("town-government", "2026-01");
  const clockwork = clockworkFor(finance, town.runtime);
  const settle = async () => {
    for (let more = true; more; ) {
      await neighbour.settle();
      const told = neighbour.published.splice(0);
      for (const event of told) expect(await handTo(finance.subscriptions, event, town.runtime)).toEqual([]);
      await clockwork();
      const answers: CloudEvent[] = [];
      const heard = { heard: (event: CloudEvent) => void answers.push(event) };
      expect(await deliverAllOf(town.heard, finance, finance.subscriptions, town.runtime, heard)).toEqual([]);
      for (const event of answers) expect(await handTo(neighbour.subscriptions, event, neighbour.runtime)).toEqual([]);
      more = told.length > 0 || answers.length > 0 || neighbour.published.length > 0;
    }
  };
  return { ...town, settle };
}
