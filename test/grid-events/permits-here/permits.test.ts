import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { knownPermit } from "../../../services/grid-events/permits-here/domain/known-permit.ts";
import { gridEvents } from "../../../services/grid-events/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { type CloudEvent, sourceOf } from "../../../shared/messaging/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { handTo } from "../../support/reacting.ts";
import { aGridTown, eastStreet, theDispatcher, theLeader, worker } from "../grid-town.ts";

const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const inStreet = { lng: 101.97, lat: 25.125 };
/** Sixty metres and six hundred to the north. */
const near = { lng: 101.97, lat: 25.12554 };
const far = { lng: 101.97, lat: 25.1304 };
const item = { code: "PL-009", name: { zh: "占用城市道路", en: "Occupying roads" } };
const numbered = (text: string) => ({ text: { zh: text, en: text } });
const shown = z.object({
  items: z.array(z.looseObject({ number: z.string(), standing: z.string(), metres: z.number().optional() })),
});
const matter = z.looseObject({
  id: z.string(),
  permits: z.array(z.looseObject({ number: z.string(), standing: z.string() })).optional(),
});

async function aPermittedTown() {
  const town = aGridTown();
  await town.adopt("2026-03-02");
  await town.assign(eastStreet, "a", "grid-worker-1");
  let told = 0;
  const tell = async (type: string, subject: string, data: Readonly<Record<string, unknown>>) => {
    told += 1;
    const event: CloudEvent = {
      ...{ specversion: "1.0", id: `${subject}/${told}`, type, subject, time: town.runtime.clock(), sequence: told },
      ...{
        source: sourceOf(town.runtime.town.code, "permits"),
        datacontenttype: "application/json",
        actor: "town",
        data,
      },
    };
    for (let time = 0; time < 2; time += 1)
      expect(await handTo(gridEvents.subscriptions, event, town.runtime)).toEqual([]);
  };
  const granted = (id: string, more: object = {}) =>
    tell(
      "permits.application.granted",
      `application/${id}`,
      JSON.parse(JSON.stringify({ item, number: numbered(`证${id}`), place: near, ...more })),
    );
  const issued = (id: string, more: object = {}) =>
    tell("permits.certificate.issued", `certificate/C-${id}`, {
      item,
      number: numbered(`证${id}`),
      application: id,
      ...more,
    });
  const later = (id: string, verb: string, data: Readonly<Record<string, unknown>> = {}) =>
    tell(`permits.certificate.${verb}`, `certificate/C-${id}`, data);
  const here = async (query: Record<string, string> = {}, by: Actor = worker(1)) => {
    const at = { lng: String(inStreet.lng), lat: String(inStreet.lat), category: "street-trade", ...query };
    return shown.parse((await town.get("/permits-here", at, by)).body).items;
  };
  const byNumber = async (number: string) =>
    shown.parse((await town.get("/permits-here", { number }, worker(1))).body).items;
  return { ...town, granted, issued, later, here, byNumber, tell };
}

describe("E6: is there a permit?", () => {
  let town: Awaited<ReturnType<typeof aPermittedTown>>;
  beforeEach(async () => {
    town = await aPermittedTown();
  });

  test("none is known at first; one that is decided and handed over is in force, in either order and told twice", async () => {
    expect(await town.here()).toEqual([]);
    await town.granted("A");
    expect(await town.here()).toMatchObject([{ number: "证A", standing: "granted", metres: 60 }]);
    await town.issued("A", { validUntil: "2026-03-31" });
    await town.granted("A");
    expect(await town.here()).toMatchObject([{ standing: "valid" }]);
    await town.issued("B");
    await town.granted("B");
    expect(await town.here()).toHaveLength(2);
    expect((await town.here()).map(({ standing }) => standing)).toEqual(["valid", "valid"]);
  });

  test("on its last day it is in force, the day after it is not, though nobody has said so", async () => {
    await town.granted("A");
    await town.issued("A", { validUntil: "2026-03-02" });
    expect(await town.here()).toMatchObject([{ standing: "valid" }]);
    town.runtime.setClock("2026-03-02T16:00:00.000Z");
    expect(await town.here()).toMatchObject([{ standing: "ended" }]);
    await town.later("A", "deemed-renewed", { validUntil: "2026-06-30" });
    expect(await town.here()).toMatchObject([{ standing: "valid" }]);
  });

  test("suspended, resumed, and taken away for good: what has ended stays ended", async () => {
    await town.granted("A");
    await town.issued("A");
    const stands = async () => (await town.here())[0]?.standing;
    await town.later("A", "suspended");
    expect(await stands()).toBe("suspended");
    await town.later("A", "resumed");
    expect(await stands()).toBe("valid");
    await town.later("A", "revoked");
    await town.later("A", "resumed");
    await town.granted("A");
    expect(await stands()).toBe("ended");
    await town.later("unknown", "cancelled");
  });

  test("a renewal that says no place keeps that of the permit before it", async () => {
    await town.granted("A");
    await town.issued("A");
    await town.granted("B", { place: undefined });
    await town.issued("B", { replaces: { certificate: "C-A", kind: "renewal" } });
    await town.later("A", "cancelled");
    expect(await town.here()).toMatchObject([
      { number: "证B", standing: "valid" },
      { number: "证A", standing: "ended" },
    ]);
  });

  test("one farther than the profile's radius, of another item, or for another category is no answer", async () => {
    await town.granted("A", { place: far });
    await town.granted("B", { item: { code: "PL-001", name: item.name } });
    await town.granted("C");
    expect((await town.here()).map(({ number }) => number)).toEqual(["证C"]);
    expect(await town.here({ category: "advert" })).toEqual([]);
    expect(await town.here({ category: "street-light" })).toEqual([]);
    expect(await town.byNumber("证B")).toEqual([]);
    expect(await town.byNumber("证A")).toMatchObject([{ standing: "granted" }]);
  });

  test("of many at one place the one in force is found, wherever its key stands", async () => {
    for (let at = 0; at < 205; at += 1) {
      const id = `A${String(at).padStart(3, "0")}`;
      const noted = { item: item.code, name: item.name, standing: "ended" as const, number: `旧${at}`, place: near };
      const command = { type: "note" as const, noted };
      await instruct({ of: knownPermit, id, expects: "either", command }).carryOut(town.runtime, { id });
    }
    await town.granted("Z");
    await town.issued("Z");
    const [first] = await town.here();
    expect(first).toMatchObject({ number: "证Z", standing: "valid" });
  });

  test("the worker and the dispatcher see it beside the matter; its reporter does not", async () => {
    await town.granted("A");
    await town.issued("A");
    const asked = {
      category: "street-trade",
      urgency: "ordinary",
      text: "占道经营",
      address: "东街1号",
      place: inStreet,
    };
    const { id } = matter.parse((await town.post("/events", asked, villager)).body);
    for (const by of [worker(1), theDispatcher, theLeader])
      expect(matter.parse((await town.get(`/events/${id}`, {}, by)).body).permits).toMatchObject([
        { number: "证A", standing: "valid" },
      ]);
    expect((await town.get(`/events/${id}`, {}, villager)).body).not.toHaveProperty("permits");
    const lamp = matter.parse((await town.post("/events", { ...asked, category: "street-light" }, villager)).body);
    expect((await town.get(`/events/${lamp.id}`, {}, worker(1))).body).not.toHaveProperty("permits");
  });

  test("without a place and a category, or a number, nothing is asked", async () => {
    for (const query of [{}, { category: "street-trade" }, { lng: "101.9", lat: "25.1" }])
      expect(await town.get("/permits-here", query, worker(1))).toMatchObject({
        status: 422,
        body: { code: "grid-events.permit-of-what" },
      });
    expect((await town.get("/permits-here", { number: "证A" }, villager)).status).toBe(403);
  });
});
