import { describe, expect, test } from "vitest";
import { loadTownFrom } from "../../../infra/towns/load.ts";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { guideOf } from "../../../services/permits/guides/guide-of.ts";
import { permits } from "../../../services/permits/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { type Item, isStoredEvent, memoryTable, type Table } from "../../../shared/store/index.ts";
import { handedOver } from "../../support/known-power.ts";
import { metered } from "../../support/write-units.ts";
import { aForm, aHall } from "../permits-hall.ts";
import { aPower, aResident, theApprover, theClerk, theReviewer, theSecond } from "./builders.ts";

const { profile, lists } = loadTownFrom("guangtong");

/** The guide of the fishing licence as the town's lists have it, under the code that the hall publishes. */
function aRealGuide() {
  const item = lists.licences.find(({ code }) => code === "PL-015");
  if (item === undefined) throw new Error("PL-015 is not in the list");
  return { ...guideOf(profile, item), code: "PL-018" };
}

/** A power that the town uses in its own name, as most are (赋权). */
const ownPower = aPower({
  changes: [{ ...handedOver, mode: "delegated", inWhoseName: { name: profile.organName, uscc: profile.uscc } }],
});

/**
 * Takes a case from its filing to its decision; answers what each step costs, and the table. It is not the first of its item:
 * the first writes the names that all of them share.
 */
async function aDecidedCase(by: Actor, power = aPower()) {
  const table = memoryTable("write-units");
  const meter = metered(table, permits.indexes);
  const content = aRealGuide();
  const hall = await aHall(power, content, meter);
  const { office } = content;
  const materials = content.materials.filter(({ required, shared }) => required && !shared).map(({ name }) => name);
  await hall.file(theClerk, { ...aForm, materials });
  meter.units();
  const id = await hall.file(by, { ...aForm, materials });
  const receive = meter.units();
  const costOf = async (actor: Actor, step: string, body: object = {}) => {
    const answer = await hall.post(actor, `/permits/applications/${id}/${step}`, body);
    expect(answer).toMatchObject({ status: 200 });
    return meter.units();
  };
  const opinion = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };
  const accept = await costOf(theClerk, "accept");
  const survey = await costOf({ ...theReviewer, office }, "review", opinion);
  const signature = await costOf(theSecond, "confirm-survey");
  const review = await costOf({ ...theReviewer, office }, "review", opinion);
  const decide = await costOf({ ...theApprover, office }, "decide", { outcome: "granted" });
  return { units: { receive, accept, survey, signature, review, decide }, id, table, hall };
}

const itemsIn = async (table: Table): Promise<readonly Item[]> => (await table.scan({ limit: 1000 })).items;
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

describe("what a case costs in write units", () => {
  test("at the counter: 12 to receive, 18 to accept, 8 for each review or signature, 18 to decide, at the most", async () => {
    const { units } = await aDecidedCase(theClerk);
    expect(units.receive).toBeLessThanOrEqual(12);
    expect(units.accept).toBeLessThanOrEqual(18);
    expect(units.survey).toBeLessThanOrEqual(8);
    expect(units.signature).toBeLessThanOrEqual(8);
    expect(units.review).toBeLessThanOrEqual(8);
    expect(units.decide).toBeLessThanOrEqual(18);
  });

  /** The trace of its request takes the event of a decision 22 bytes beyond a kilobyte. */
  test("in the town's own name 18 to accept and 18 to decide, at the most", async () => {
    const { units } = await aDecidedCase(theClerk, ownPower);
    expect(units.accept).toBeLessThanOrEqual(18);
    expect(units.decide).toBeLessThanOrEqual(18);
  });

  /** The count is a command of its own, so that an attempt counts that is refused. */
  test("online the list of one's own cases adds one unit to the filing, the count of the day five, and no other step costs more", async () => {
    const { units } = await aDecidedCase(aResident);
    const counter = await aDecidedCase(theClerk);
    expect(units.receive).toBe(counter.units.receive + 1 + 5);
    expect([units.accept, units.survey, units.review]).toEqual([
      counter.units.accept,
      counter.units.survey,
      counter.units.review,
    ]);
  });
});

describe("the guide of a case is kept once", () => {
  test("the first event says what was filed in 1 KB", async () => {
    const { table } = await aDecidedCase(theClerk);
    const received = (await itemsIn(table)).filter(({ type }) => type === "permits.application.received");
    expect(received).toHaveLength(2);
    for (const { data } of received) expect(bytesOf(data)).toBeLessThanOrEqual(1024);
  });

  test("it is in the table once: the guide and its cases refer to it", async () => {
    const { table } = await aDecidedCase(theClerk);
    const { conditions } = aRealGuide();
    const holding = (await itemsIn(table)).filter((item) => JSON.stringify(item).includes(JSON.stringify(conditions)));
    expect(holding.map(({ pk }) => pk.split("#")[0])).toEqual(["value"]);
  });

  test("a case and its events are read whole, and their chain is intact", async () => {
    const { hall, id } = await aDecidedCase(theClerk);
    const { store } = hall.runtime;
    const guide = aRealGuide();
    expect(await store.load(application, id)).toMatchObject({ state: { status: "granted", guide } });
    const [first] = await store.history(application, id);
    expect(first).toSatisfy(isStoredEvent);
    expect(first?.data).toMatchObject({ guide });
    expect(await store.verify(application, id)).toMatchObject({ intact: true, events: 6 });
  });
});
