import { describe, expect, test } from "vitest";
import { permits } from "../../../services/permits/service.ts";
import { powers } from "../../../services/powers/service.ts";
import { powersEvents } from "../../../shared/contracts/powers.ts";
import type { Recorded } from "../../../shared/decider/index.ts";
import { toCloudEvent } from "../../../shared/messaging/index.ts";
import { followOfficers, followPowers } from "../../../shared/powers-in-force/follow.ts";
import { inForceOn, officerCopiesOf, officerFaults, powerCopiesOf } from "../../../shared/powers-in-force/index.ts";
import type { Subscription } from "../../../shared/service/index.ts";
import { day } from "../../support/deciding.ts";
import { handTo } from "../../support/reacting.ts";
import { aRuntime } from "../../support/tally-town.ts";
import { aHandover, aHeldPower } from "./builders.ts";

const copies = powerCopiesOf("enforcement");
const certificates = officerCopiesOf("enforcement");

/** Tells a service's subscriptions an event of the powers service. */
async function hear(
  subscriptions: readonly Subscription[],
  event: Recorded<{ type: string; data: object }>,
  id: string,
) {
  const stored = {
    ...event,
    aggregate: id.split("/")[0] ?? "",
    id: id.split("/")[1] ?? "",
    pk: "",
    sk: "",
    hash: "",
    previous: "",
  };
  const told = toCloudEvent(stored, "powers", "532302105000");
  expect(await handTo(subscriptions, told, runtime)).toEqual([]);
}
let runtime = aRuntime();

describe("P5: the copy any service keeps", () => {
  test("answers for every day as the original does, whatever happened to it", async () => {
    runtime = aRuntime();
    const waiting = aHandover({ inForceFrom: "2026-07-01", awaitsReadiness: true });
    const held = aHeldPower(waiting, { type: "ready", from: "2026-07-05" });
    held.letPass("2026-07-31");
    held.lawfully(
      {
        type: "adjust",
        document: "县编办〔2026〕2号",
        from: "2026-08-01",
        townRole: "reviews",
        basis: [{ law: "甲", repealedFrom: "2026-09-20" }],
      },
      "2026-07-31",
    );
    held.lawfully({ type: "suspend", from: "2026-08-10", reason: "评估" }, "2026-08-01");
    held.lawfully({ type: "resume", from: "2026-08-20" }, "2026-08-11");
    held.lawfully({ type: "recall", from: "2026-10-01", document: "收回1号" }, "2026-08-21");
    for (const event of held.events) await hear(followPowers(copies), event, "power/PN-001");
    const copy = await runtime.store.load(copies, "PN-001");
    for (let on = day("2026-06-25"); on.toString() < "2026-10-05"; on = on.add({ days: 1 }))
      expect(inForceOn(copy?.state, on)).toEqual(inForceOn(held.state, on));
    expect((await runtime.store.history(copies, "PN-001")).map(({ type }) => type)).toContain(
      "enforcement.known-power.learned",
    );
  });

  test("an officer's certificate is followed the same way", async () => {
    runtime = aRuntime();
    const events = [
      {
        type: "powers.officer.certified",
        data: { certificate: "云A1", sub: "officer-1", domains: ["farming"], from: "2026-03-02", until: "2027-03-01" },
      },
      { type: "powers.officer.suspended", data: { certificate: "云A1", from: "2026-05-01" } },
      { type: "powers.officer.resumed", data: { certificate: "云A1", from: "2026-05-10" } },
      { type: "powers.officer.withdrawn", data: { certificate: "云A1", from: "2026-09-01" } },
    ];
    for (const [at, event] of events.entries())
      await hear(
        followOfficers(certificates),
        { ...event, sequence: at + 1, time: "2026-03-02T01:00:00Z", actor: "county-1" },
        "officer/云A1",
      );
    const officer = (await runtime.store.load(certificates, "云A1"))?.state;
    expect(officer?.sub).toBe("officer-1");
    const on = (date: string, domain = "farming") =>
      officerFaults(officer, day(date), domain).map(({ condition }) => condition);
    expect(on("2026-03-01")).toEqual(["officer-not-yet-certified"]);
    expect(on("2026-03-02")).toEqual([]);
    expect(on("2026-03-02", "pollution")).toEqual(["officer-of-another-domain"]);
    expect(on("2026-05-01", "pollution")).toEqual(["officer-suspended", "officer-of-another-domain"]);
    expect(on("2026-05-10")).toEqual([]);
    expect(on("2026-09-01")).toEqual(["officer-withdrawn"]);
    expect(officerFaults(undefined, day("2026-05-01"))).toEqual([{ condition: "officer-unknown" }]);
  });

  test("permits follow everything the powers service publishes that bears on a decision", () => {
    const heard = new Set(permits.subscriptions.map(({ type }) => type));
    const told = Object.keys(powers.publishes).filter((type) => type in powersEvents);
    expect(told.filter((type) => /\.(power|officer)\./.test(type) && !heard.has(type))).toEqual([
      "powers.power.held-to-law",
      "powers.power.came-into-force",
      "powers.power.basis-repealed",
    ]);
  });
});
