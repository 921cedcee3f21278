import * as z from "zod";
import { knownPower, type LearnPower } from "../../services/permits/common/domain/known-power.ts";
import type { GuideContent } from "../../services/permits/guides/domain/guide.ts";
import { guide } from "../../services/permits/guides/domain/guide.ts";
import { permits } from "../../services/permits/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { clockworkFor, instruct } from "../../shared/service/index.ts";
import type { StoredEvent } from "../../shared/store/index.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { offersHeld } from "../support/offers.ts";
import { deliverAllOf, overheard } from "../support/reacting.ts";
import { aRuntime } from "../support/tally-town.ts";
import { aGuide, aPower } from "./cases/builders.ts";
import { unprinted } from "./unprinted.ts";

const created = z.looseObject({ id: z.string() });

/** The permits service with its own reactions and clockwork, in memory, on Monday 2 March 2026 at ten o'clock. */
export async function aPeopleTown(guides: readonly Partial<GuideContent>[] = [{}], without: readonly string[] = []) {
  const committed: StoredEvent[] = [];
  const runtime = aRuntime({ table: overheard("people", committed) });
  runtime.setClock("2026-03-02T02:00:00.000Z");
  const { ask } = offersHeld(permits, talkTo(permits, runtime));
  for (const content of guides.map((one) => aGuide(one).content)) {
    const { code } = content;
    const publish = { type: "publish" as const, content };
    const told = await instruct({ of: guide, id: code, expects: "new", command: publish }).carryOut(runtime, {
      id: `guide-${code}`,
    });
    if (!told.done) throw new Error(`${told.code} ${JSON.stringify(told.details)}`);
    const power = aPower({ code });
    const news: LearnPower["news"][] = [{ townRole: power.townRole }, ...power.changes.map((change) => ({ change }))];
    for (const [at, one] of (without.includes(code) ? [] : news).entries()) {
      const command = { type: "learn" as const, code, sequence: at + 1, news: one };
      await instruct({ of: knownPower, id: code, expects: "either", command }).carryOut(runtime, {
        id: `${code}-${at}`,
      });
    }
  }
  const post = (actor: Actor, path: string, body: object = {}, headers: Record<string, string> = {}) =>
    ask({ method: "POST", path, body: JSON.stringify(body), headers, claims: claimsFor(actor) });
  const get = (actor: Actor | undefined, path: string, query: Record<string, string> = {}) =>
    ask({ path, query, ...(actor === undefined ? {} : { claims: claimsFor(actor) }) });
  /** Delivers every published event until nothing more follows; each as often as asked. */
  const settle = async ({ times = 1 }: { times?: number } = {}) => {
    const refused = await deliverAllOf(committed, permits, unprinted, runtime, { times });
    if (refused.length > 0) throw new Error(refused.join(", "));
  };
  const morning = async (date: string) => {
    runtime.setClock(`${date}T00:30:00.000Z`);
    await clockworkFor(permits, runtime)();
    await settle();
  };
  const create = async (actor: Actor, path: string, body: object) => {
    const answer = await post(actor, path, body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return created.parse(answer.body).id;
  };
  return { runtime, ask, post, get, settle, morning, create, committed };
}
