import { expect } from "vitest";
import * as z from "zod";
import { application } from "../../services/permits/cases/domain/application/decider.ts";
import { certificateIdOf } from "../../services/permits/common/certificate-id.ts";
import { knownPower, type LearnPower, type PowerCopy } from "../../services/permits/common/domain/known-power.ts";
import { type GuideContent, guide } from "../../services/permits/guides/domain/guide.ts";
import { permits } from "../../services/permits/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import type { CloudEvent } from "../../shared/messaging/index.ts";
import { instruct } from "../../shared/service/index.ts";
import type { AnyDecider, Table } from "../../shared/store/index.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { keyed } from "../support/keyed.ts";
import { offersHeld } from "../support/offers.ts";
import { deliverHistory, handTo } from "../support/reacting.ts";
import { aRuntime } from "../support/tally-town.ts";
import { aGuide, aPower, theApplicant, theForm, theHead, theMayor, thePlan } from "./cases/builders.ts";
import { unprinted } from "./unprinted.ts";

const created = z.looseObject({ id: z.string() });
const waiting = z.looseObject({ revision: z.object({ number: z.int() }) });

export const aForm = {
  itemCode: "PL-018",
  applicant: theApplicant,
  materials: [theForm, thePlan],
};

/** The permits service on a table in memory, with one guide and one power, on 2 March 2026 at ten o'clock. */
export async function aHall(
  power: PowerCopy | undefined = aPower(),
  content: Partial<GuideContent> = {},
  table?: Table,
) {
  const runtime = aRuntime(table === undefined ? {} : { table });
  runtime.setClock("2026-03-02T02:00:00.000Z");
  const { ask } = offersHeld(permits, talkTo(permits, runtime));
  const publish = { type: "publish" as const, content: aGuide(content).content };
  await instruct({ of: guide, id: "PL-018", expects: "new", command: publish }).carryOut(runtime, { id: "opening" });
  const news: LearnPower["news"][] = power === undefined ? [] : [{ townRole: power.townRole }];
  for (const change of power?.changes ?? []) news.push({ change });
  for (const [at, one] of news.entries()) {
    const command = { type: "learn" as const, code: "PL-018", sequence: at + 1, news: one };
    await instruct({ of: knownPower, id: "PL-018", expects: "either", command }).carryOut(runtime, {
      id: `news-${at}`,
    });
  }
  const post = (actor: Actor, path: string, body: object = {}, headers: Record<string, string> = {}) =>
    ask({ method: "POST", path, body: JSON.stringify(body), headers, claims: claimsFor(actor) });
  const get = (actor: Actor | undefined, path: string, query: Record<string, string> = {}) =>
    ask({ path, query, ...(actor === undefined ? {} : { claims: claimsFor(actor) }) });
  /** Files an application and answers its id. */
  const file = async (actor: Actor, form: object = aForm, as = "applications") =>
    created.parse((await post(actor, `/permits/${as}`, form)).body).id;
  /** Delivers the events of a case to the service's own reactions. */
  const settle = async (id: string) => {
    await deliverHistory(application, id, permits, unprinted, runtime);
    const events = await runtime.store.history(application, id);
    const granting = events.find(({ type }) => type === "permits.application.granted");
    return certificateIdOf(keyed, `application/${id}/${granting?.sequence}`);
  };
  /** Revises the guide: the head of the office proposes, the mayor publishes. */
  const revise = async (changes: Partial<GuideContent>, at = "/permits/guides/PL-018") => {
    const proposal = await post(theHead, `${at}/revise`, { changes, reason: "更正" });
    const { revision } = waiting.parse(proposal.body);
    return post(theMayor, `${at}/publish-revision`, { revision: revision.number });
  };
  return { runtime, ask, post, get, file, settle, revise };
}

type Running = Pick<Awaited<ReturnType<typeof aHall>>, "runtime">;

/** Delivers an event to the service's own reactions, none of which may refuse; papers are not drawn. */
export async function deliver({ runtime }: Running, event: CloudEvent) {
  expect(await handTo(unprinted, event, runtime)).toEqual([]);
}

/** Delivers all that happened to an aggregate, as the relay does. */
export async function deliverAll({ runtime }: Running, of: AnyDecider, id: string) {
  expect(await deliverHistory(of, id, permits, unprinted, runtime)).toEqual([]);
}
