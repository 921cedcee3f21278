import { describe, expect, test } from "vitest";
import { offlineEntry } from "../../../services/grid-events/offline/domain/decider.ts";
import type { EntryCommand } from "../../../services/grid-events/offline/domain/messages.ts";
import { Living } from "../../support/living.ts";
import { worker } from "../grid-town.ts";

const monday = "2026-03-02";
const owner = "grid-worker-1";
const received = {
  ...{
    entry: "first-entry",
    sequence: 1,
    does: "report",
    digest: "A",
    writtenOn: monday,
    skewMinutes: 0,
    skewed: false,
  },
};
const take = (digest = "A"): EntryCommand => ({ type: "take", owner, said: "{}", received: { ...received, digest } });
const expectOf = (dependent: string): EntryCommand => ({ type: "expect", entry: "first-entry", owner, dependent });
const finish = { type: "finish", event: "E", version: 1 } as const;
const refuse = { type: "refuse", code: "grid-events.unknown-category", details: {} } as const;
const taken = () => new Living(offlineEntry).lawfully(take(), monday, worker(1));

describe("G2: an entry is answered once", () => {
  test("what waited for it before it came is kept", () => {
    const living = new Living(offlineEntry).lawfully(expectOf("second"), monday).lawfully(take(), monday);
    expect(living.state).toMatchObject({ status: "received", dependents: ["second"] });
    expect(living.tell(expectOf("second"), monday)).toEqual([]);
    expect(living.lawfully(expectOf("third"), monday).state.dependents).toEqual(["second", "third"]);
  });

  test("nothing waits for what is done", () => {
    const living = taken().lawfully(finish, monday);
    expect(living.tell(expectOf("second"), monday)).toMatchObject({ code: "grid-events.entry-answered" });
    expect(living.tell({ type: "correct", by: "other" }, monday)).toMatchObject({ code: "grid-events.entry-answered" });
  });

  test("done stays done: a refusal that comes later changes nothing; of two uploads at once the one that did it counts", () => {
    expect(taken().lawfully(finish, monday).tell(refuse, monday)).toEqual([]);
    expect(taken().lawfully(refuse, monday).lawfully(finish, monday).state).toMatchObject({
      status: "done",
      event: "E",
    });
    expect(taken().lawfully(refuse, monday).lawfully(finish, monday).state).not.toHaveProperty("code");
  });

  test("another body under its id is refused in every state, the same one changes nothing", () => {
    const refusedOne = taken().lawfully(refuse, monday);
    const living = [taken(), taken().lawfully(finish, monday), refusedOne];
    for (const one of [...living, taken().lawfully({ type: "wait", on: "other" }, monday)]) {
      expect(one.tell(take(), monday)).toEqual([]);
      expect(one.tell(take("B"), monday)).toMatchObject({ code: "grid-events.entry-id-reused" });
    }
  });

  test("one entry corrects it, and not another one", () => {
    const living = taken().lawfully(refuse, monday).lawfully({ type: "correct", by: "mended" }, monday);
    expect(living.state).toMatchObject({ status: "corrected", correctedBy: "mended" });
    expect(living.tell({ type: "correct", by: "mended" }, monday)).toEqual([]);
    expect(living.tell({ type: "correct", by: "other" }, monday)).toMatchObject({
      code: "grid-events.already-corrected",
    });
  });
});
