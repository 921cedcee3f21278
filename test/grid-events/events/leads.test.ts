import { describe, expect, test } from "vitest";
import * as z from "zod";
import { gridEvent } from "../../../services/grid-events/events/domain/decider.ts";
import { leadReactions } from "../../../services/grid-events/events/reactions/leads.ts";
import { handTo } from "../../support/reacting.ts";
import { aGridTown, theDispatcher } from "../grid-town.ts";
import {
  accepted,
  closed,
  commands,
  dispatched,
  theDispatcher as dispatcher,
  filed,
  monday,
  theOfficer,
  theResident,
  tuesday,
  wednesday,
} from "./builders.ts";

const made = z.object({ id: z.string() });
const building = { category: "illegal-building" };
const toEnforcement = { type: "dispatch", unit: "enforcement-team", person: "officer-1" } as const;
const given = (types: readonly string[]) => types.filter((type) => type.endsWith("lead-given")).length;

describe("E6: a matter that may be a breach", () => {
  test("is given to enforcement once in a round, with the day since which the town knew (CF-36a)", () => {
    const one = filed(building).lawfully(toEnforcement, tuesday, dispatcher);
    expect(one.events.at(-1)).toMatchObject({
      type: "grid-events.event.lead-given",
      data: { number: "GT-2026-1", knownOn: monday, round: 1, domain: "building", title: { zh: "违法建设" } },
    });
    one.lawfully({ type: "redirect", unit: "service-centre", reasons: "协助" }, tuesday, dispatcher);
    one.lawfully({ type: "redirect", unit: "enforcement-team", reasons: "退回执法" }, wednesday, dispatcher);
    expect(given(one.types)).toBe(1);
  });
  test("is none where the category is no breach, or another unit acts", () => {
    expect(given(filed().lawfully(toEnforcement, tuesday, dispatcher).types)).toBe(0);
    expect(given(filed(building).lawfully({ type: "dispatch", unit: "road-company" }, tuesday, dispatcher).types)).toBe(
      0,
    );
  });
  test("what came of it is told to the reporter once, also after the end, and moves no matter (P-5)", () => {
    const note = { type: "note-lead", stage: "case-ended", on: wednesday } as const;
    const over = closed().lawfully(note, wednesday, theResident);
    expect(over.state).toMatchObject({ status: "closed", lead: { stage: "case-ended", on: wednesday } });
    expect(over.state.told.at(-1)).toMatchObject({
      status: "closed",
      text: { zh: expect.stringContaining("案件已办结") },
    });
    expect(over.lawfully(note, wednesday, theResident).state.told).toHaveLength(4);
    expect(accepted().lawfully(note, tuesday, theResident).state.status).toBe("accepted");
  });

  test("what comes of an earlier round is told, and says nothing of the lead of this one", () => {
    const again = dispatched(building)
      .lawfully(commands.start, monday, theOfficer)
      .lawfully(commands.handIn, tuesday, theOfficer)
      .lawfully(commands.close, tuesday, dispatcher)
      .lawfully(commands.reopen, wednesday, dispatcher)
      .lawfully(commands.file, wednesday, dispatcher)
      .lawfully(toEnforcement, wednesday, dispatcher);
    expect(again.state).toMatchObject({ round: 2, lead: { round: 2 } });
    const told = again.state.told.length;
    again.lawfully({ type: "note-lead", stage: "case-ended", on: wednesday, round: 1 }, wednesday, theResident);
    expect(again.state.lead).toEqual({ round: 2 });
    expect(again.state.told).toHaveLength(told + 1);
    again.lawfully({ type: "note-lead", stage: "lead-filed", on: wednesday, round: 2 }, wednesday, theResident);
    expect(again.state.lead).toEqual({ round: 2, stage: "lead-filed", on: wednesday });
  });

  test("what enforcement publishes reaches the matter that its lead names, also through the case; another source none", async () => {
    const town = aGridTown();
    const light = { category: "street-light", urgency: "ordinary", text: "路灯不亮", address: "东街1号" };
    const id = made.parse((await town.post("/events", light, theDispatcher)).body).id;
    const event = (type: string, subject: string, data: Record<string, unknown>) => ({
      ...{ specversion: "1.0" as const, id: `${subject}/${type}`, source: "/towns/5/enforcement", type, subject },
      ...{
        time: "2026-03-02T02:00:00.000Z",
        datacontenttype: "application/json" as const,
        sequence: 1,
        actor: "A",
        data,
      },
    });
    const hear = (type: string, subject: string, data: Record<string, unknown>) =>
      handTo(leadReactions, event(type, subject, data), town.runtime);
    const stage = async () => (await town.runtime.store.load(gridEvent, id))?.state.lead?.stage;
    const from = { kind: "grid", id };
    expect(
      await hear("enforcement.case.closed", "case/C0", { source: { kind: "lead", id: "L1" }, on: tuesday }),
    ).toEqual([]);
    expect(await stage()).toBeUndefined();
    await hear("enforcement.lead.dismissed", "lead/L9", { source: { kind: "patrol", id }, on: tuesday });
    expect(await stage()).toBeUndefined();
    await hear("enforcement.lead.filed", "lead/L1", { source: from, on: tuesday });
    expect(await stage()).toBe("lead-filed");
    await hear("enforcement.case.closed", "case/C1", { source: { kind: "lead", id: "L2" }, on: wednesday });
    expect(await stage()).toBe("lead-filed");
    await hear("enforcement.case.closed", "case/C1", { source: { kind: "lead", id: "L1" }, on: wednesday });
    expect(await stage()).toBe("case-ended");
  });
});
