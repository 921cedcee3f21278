import { describe, expect, test } from "vitest";
import { refusalOf } from "../../support/deciding.ts";
import { handedOver } from "../../support/known-power.ts";
import { aCommand, aGuide, anApplication, aPower, aReviewed, Case } from "./builders.ts";

const today = "2026-03-02";
const power = aPower({ code: "PL-004", changes: [handedOver] });
const sample = aCommand(today, power, aGuide({ code: "PL-004" }));
const { receive, accept, decide } = sample;
const inside = { lng: 101.905, lat: 25.105 };
const ours = { lng: 101.83, lat: 25.1 };

describe("P8, W1: place where place matters", () => {
  test("PL-004 is not received without its place; inside the planned area it is the county's, outside the town's", () => {
    expect(refusalOf(new Case().tell(receive, today))).toMatchObject({
      code: "permits.place-missing",
      pointer: "/place",
      details: { item: "PL-004", rule: "P8" },
    });
    expect(refusalOf(new Case().tell({ ...receive, place: inside }, today))).toMatchObject({
      code: "permits.power-not-in-force",
      details: { conditions: ["outside-territory"] },
    });
    expect(new Case().lawfully({ ...receive, place: ours }, today).status).toBe("received");
  });

  test("an item that is the town's everywhere needs no place", () => {
    expect(new Case().lawfully(aCommand(today).receive, today).status).toBe("received");
  });

  test("a power that fails otherwise too is refused with all that fails", () => {
    const suspended = aPower({ code: "PL-004", changes: [] });
    expect(refusalOf(new Case().tell({ ...receive, power: suspended }, today))).toMatchObject({
      code: "permits.power-not-in-force",
      details: { conditions: ["not-handed-over", "place-missing"] },
    });
  });

  test("a case filed before place was asked for is not accepted without it; the counter adds it", () => {
    const one = anApplication();
    expect(refusalOf(one.tell({ ...accept, power }, today))).toMatchObject({
      code: "permits.place-missing",
      pointer: "/place",
    });
    one.lawfully({ type: "locate", place: ours }, today);
    expect(one.events.at(-1)?.data).toEqual({ on: today });
    expect(one.lawfully({ ...accept, power }, today).status).toBe("accepted");
  });

  test("nor decided without it; a place of the county's is not granted by the town", () => {
    const one = aReviewed();
    expect(refusalOf(one.tell({ ...decide, power }, today)).code).toBe("permits.place-missing");
    one.lawfully({ type: "locate", place: inside }, today);
    expect(refusalOf(one.tell({ ...decide, power }, today)).code).toBe("permits.power-not-in-force");
    one.lawfully({ type: "locate", place: ours }, today);
    expect(one.tell({ type: "locate", place: ours }, today)).toEqual([]);
    expect(one.lawfully({ ...decide, power }, today).status).toBe("granted");
  });

  test("E6: the decision says the place of a permit to use a public place, and of no other; a secret one says none", () => {
    const road = aCommand(today, aPower({ code: "PL-009", changes: [handedOver] }), aGuide({ code: "PL-009" }));
    const placeTold = (of: typeof sample, more: object = {}) => {
      const one = new Case();
      one.lawfully({ ...of.receive, place: ours }, today);
      one.lawfully(of.accept, today);
      while (one.state.status === "accepted" && one.state.pending.length > 0) one.does("review", today);
      one.lawfully({ ...of.decide, ...more }, today);
      return one.events.at(-1)?.data;
    };
    expect(placeTold(road)).toMatchObject({ place: ours });
    expect(placeTold(sample)).not.toHaveProperty("place");
    expect(placeTold(road, { secrecy: "trade-secret" })).not.toHaveProperty("place");
  });
});
