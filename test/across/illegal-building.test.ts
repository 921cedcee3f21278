import { describe, expect, test } from "vitest";
import * as z from "zod";
import { enforcement } from "../../services/enforcement/service.ts";
import { gridEvents } from "../../services/grid-events/service.ts";
import type { Actor } from "../../shared/decider/index.ts";
import type { CloudEvent } from "../../shared/messaging/index.ts";
import {
  aCharge,
  aNotice,
  aWholeTown,
  citizen,
  handOver,
  head,
  officer,
  punishing,
  scanDigest,
  sendScan,
  sha,
  weighTogether,
} from "../enforcement/whole-town.ts";
import { aGridTown, theDispatcher, worker } from "../grid-events/grid-town.ts";
import { deliverAllOf, handTo } from "../support/reacting.ts";

const day = "2026-03-02";
const villager: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const made = z.object({ id: z.string() });
const told = z.object({ told: z.array(z.object({ text: z.object({ zh: z.string() }) })) });
const listed = z.object({ items: z.array(z.object({ id: z.string() })) });
/** In a village: the planned area of the town is the county's. */
const place = { lng: 101.8498, lat: 25.1584 };
const reasons = "查处中";

/** Two services, and what each publishes delivered to the other, each event twice. */
async function twoServices() {
  const grid = aGridTown();
  await grid.adopt(day);
  const fromEnforcement: CloudEvent[] = [];
  const force = await aWholeTown(["PN-026"], {
    domains: ["building"],
    told: (event) => void fromEnforcement.push(event),
  });
  const published: CloudEvent[] = [];
  async function settle(): Promise<void> {
    const heard = (event: CloudEvent) => void published.push(event);
    expect(await deliverAllOf(grid.heard, gridEvents, gridEvents.subscriptions, grid.runtime, { heard })).toEqual([]);
    for (const event of published.splice(0))
      for (let time = 0; time < 2; time += 1)
        expect(await handTo(enforcement.subscriptions, event, force.runtime)).toEqual([]);
    await force.settle();
    for (const event of fromEnforcement.splice(0))
      for (let time = 0; time < 2; time += 1)
        expect(await handTo(gridEvents.subscriptions, event, grid.runtime)).toEqual([]);
    grid.heard.splice(0);
  }
  const report = async (category = "illegal-building") =>
    made.parse(
      (
        await grid.post(
          "/events",
          {
            category,
            urgency: "ordinary",
            text: "邻居老李盖到路上",
            address: "东街1号",
            place: { lng: 101.97, lat: 25.125 },
          },
          villager,
        )
      ).body,
    ).id;
  const act = async (id: string, verb: string, by: Actor, body: object = {}) => {
    const answer = await grid.post(`/events/${id}/${verb}`, body, by);
    expect([verb, answer.status]).toEqual([verb, 200]);
    await settle();
    return answer;
  };
  const dispatch = async (id: string, to = "enforcement-team") => {
    for (const verb of ["accept", "file"]) await act(id, verb, theDispatcher);
    await act(id, "dispatch", theDispatcher, { unit: to });
  };
  const leads = async () => listed.parse(await force.get("/leads", officer(1))).items.map(({ id }) => id);
  const answers = async (id: string) =>
    told.parse((await grid.get(`/events/${id}/followed`, {}, villager)).body).told.map(({ text }) => text.zh);
  return { grid, force, settle, report, act, dispatch, leads, answers };
}

describe("E6, G2: an illegal building, from the report to the outcome at the reporter", () => {
  test("sent to enforcement it becomes a lead, the lead a case, and each step is told to the reporter", async () => {
    const { force, settle, report, act, dispatch, leads, answers, grid } = await twoServices();
    const id = await report();
    await dispatch(id);
    const [lead = "", ...others] = await leads();
    expect(others).toEqual([]);
    expect(await force.get(`/leads/${lead}`, officer(1))).toMatchObject({
      ...{ status: "received", source: { kind: "grid", id }, discoveredOn: day, domain: "building" },
      text: "网格事件GT-2026-1移交：违法建设。情况见该事件。",
    });
    expect(JSON.stringify(await force.get(`/leads/${lead}`, officer(1)))).not.toMatch(/老李|resident-1|东街1号/);

    await act(id, "start", officer(1));
    const at = `/leads/${lead}`;
    const check = { with: ["officer-2"], checkedOn: day, finding: "breach", item: "PN-026", place, notes: "占道建房" };
    await force.post(`${at}/verify`, check, officer(1));
    await force.post(`${at}/countersign`, {}, officer(2));
    const who = citizen(1);
    const breach = {
      code: "PN-026",
      by: ["P1"],
      from: day,
      until: day,
      harm: false,
      place,
      address: "东街",
      facts: "未批先建",
    };
    const proposed = await force.post(
      `${at}/propose`,
      { acts: [breach], parties: [who.party], investigators: ["officer-1", "officer-2"] },
      officer(1),
    );
    const of = String(proposed.case);
    await force.post(`/cases/${of}/approve`, {}, head);
    await settle();
    expect((await answers(id)).at(-1)).toBe("您反映的GT-2026-1号事项已由综合行政执法队立案查处。");

    const piece = {
      ...{
        case: of,
        kind: "documentary",
        acts: ["A1"],
        files: [{ sha256: scanDigest, title: "照片" }],
        collectedOn: day,
      },
      ...{ address: "东街", provider: "当事人", proves: "违法事实", with: "officer-2", original: { what: "original" } },
    };
    await sendScan(force, of);
    const evidence = made.parse(await force.post("/evidence", piece, officer(1))).id;
    await force.post(`/evidence/${evidence}/countersign`, {}, officer(2));
    await sendScan(force, of);
    await force.post(
      `/cases/${of}/report`,
      { sha256: sha, complex: false, suspectedCrime: false, summary: "清楚" },
      officer(1),
    );
    const { fine: _fine, ...charge } = aCharge(evidence, { code: "PN-026", kinds: ["限期拆除"] });
    const atParty = await aNotice(force, `${of}:P1`, [charge]);
    await force.post(`${atParty}/waive`, { rights: ["defence", "hearing"] }, who.login);
    await weighTogether(force, atParty);
    await force.post(`${atParty}/decide`, { ...punishing, performance: { how: "十五日内自行拆除" } }, head);
    await handOver(force, `${of}:P1`, "decision");
    const { left } = z.looseObject({ left: z.array(z.string()) }).parse(await force.get(atParty, officer(1)));
    for (const what of left)
      await force.post(`${atParty}/perform`, { performed: { what, on: day }, proof: sha }, officer(1));
    await force.post(`${atParty}/end`, { ground: "performed" }, officer(1));
    await force.post(`/cases/${of}/close`, { report: sha }, head);
    await settle();
    expect((await answers(id)).at(-1)).toBe("您反映的GT-2026-1号事项所涉案件已办结。");

    await act(id, "hand-in", officer(1), { outcome: "已拆除", proof: { without: "见案卷" } });
    await act(id, "close", theDispatcher);
    expect((await answers(id)).at(-1)).toContain("已办结，请评价");
    expect((await grid.get(`/events/${id}`, {}, worker(1))).body).toMatchObject({
      lead: { stage: "case-ended", on: day },
    });
  });

  test("no case is filed: the reporter is told so; sent again in the same round it is the same lead, in the next another", async () => {
    const { force, settle, report, act, dispatch, leads, answers } = await twoServices();
    const id = await report();
    await dispatch(id);
    await act(id, "return", officer(1), { reasons });
    await act(id, "dispatch", theDispatcher, { unit: "enforcement-team" });
    const [lead = "", ...others] = await leads();
    expect(others).toEqual([]);
    const check = { with: ["officer-2"], checkedOn: day, finding: "no-breach", item: "PN-026", place, notes: "有许可" };
    await force.post(`/leads/${lead}/verify`, check, officer(1));
    await force.post(`/leads/${lead}/countersign`, {}, officer(2));
    await force.post(`/leads/${lead}/dismiss`, { ground: "no-breach", reasons: "有乡村建设规划许可" }, head);
    await settle();
    expect((await answers(id)).at(-1)).toBe("您反映的GT-2026-1号事项经执法队核查，不予立案。");
    await act(id, "start", officer(1));
    await act(id, "hand-in", officer(1), { outcome: "有许可", proof: { without: "见线索" } });
    await act(id, "close", theDispatcher);
    await act(id, "reopen", villager, { reasons: "又加盖一层" });
    await act(id, "file", theDispatcher);
    await act(id, "dispatch", theDispatcher, { unit: "enforcement-team" });
    expect(await leads()).toHaveLength(1);
    expect((await leads())[0]).not.toBe(lead);
  });

  test("another category, and another unit, is no lead", async () => {
    const { report, dispatch, leads } = await twoServices();
    await dispatch(await report("street-light"));
    await dispatch(await report(), "service-centre");
    expect(await leads()).toEqual([]);
  });

  test("CF-36a: nobody else says of a matter of the grid since when it was known", async () => {
    const { force } = await twoServices();
    const lead = { source: { kind: "grid" }, text: "占道建房", address: "东街1号", knownOn: "2024-01-01" };
    expect(await force.refused("/leads", lead, officer(1))).toBe("enforcement.lead-day-to-come");
  });

  test("a lead that names a matter which is not there, or none, tells nobody", async () => {
    const { force, settle } = await twoServices();
    for (const source of [{ kind: "grid", id: "NOTHING" }, { kind: "grid" }]) {
      const lead = made.parse(
        await force.post("/leads", { source, text: "占道建房", address: "东街1号" }, officer(1)),
      ).id;
      await force.post(`/leads/${lead}/dismiss`, { ground: "too-vague", reasons: "无法查找" }, head);
    }
    await settle();
  });
});
