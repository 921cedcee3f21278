import { beforeEach, describe, expect, test } from "vitest";
import { countedThings } from "../../../services/enforcement/publication/domain/figures.ts";
import { figureReactions } from "../../../services/enforcement/publication/reactions/figures.ts";
import { anEnforcementTown } from "../enforcement-town.ts";

let town: ReturnType<typeof anEnforcementTown>;
beforeEach(() => {
  town = anEnforcementTown();
});

let serial = 0;
async function told(type: string, data: Record<string, unknown>, named?: string) {
  serial += 1;
  const id = named ?? `event-${serial}`;
  const event = {
    ...{ specversion: "1.0" as const, datacontenttype: "application/json" as const, source: "/towns/1/enforcement" },
    ...{ id, type: `enforcement.${type}`, subject: "case/C1", time: "2026-01-01T00:00:00Z", sequence: 1, actor: "K" },
    data,
  };
  for (const one of figureReactions.filter((reaction) => reaction.type === event.type))
    for (const instruction of one.react(event))
      expect(await instruction.carryOut(town.runtime, { id })).toMatchObject({ done: true });
}
const asked = (year: number) => town.get("/enforcement/statistics", { year: String(year) });
const counts = async (year: number) => {
  const { body } = await asked(year);
  return body;
};

describe("E10: the statistics of a year", () => {
  test("each thing once, however often it is told, in the year in which it happened", async () => {
    for (const _twice of [1, 2]) await told("case.filed", { filedOn: "2025-12-31" }, "one");
    await told("case.filed", { filedOn: "2026-01-01" });
    await told("case.filed", { filedOn: "2025-02-03" });
    expect(await counts(2025)).toMatchObject({
      year: 2025,
      counts: expect.arrayContaining([{ thing: "cases-filed", count: 2 }]),
    });
  });
  test("every thing that is counted has an event that tells it", async () => {
    const on = "2025-05-06";
    await told("case.filed", { filedOn: on });
    await told("case.dismissed", { on });
    await told("case.transferred", { on, to: "police" });
    await told("case.transferred", { on, to: "organ" });
    for (const outcome of ["punish", "no-penalty", "not-proved"]) await told("proceeding.decided", { on, outcome });
    await told("on-spot.decided", { on });
    await told("hearing.held", { heldOn: on });
    for (const kind of ["review", "suit"]) await told("proceeding.remedy-filed", { filedOn: on, kind });
    await told("proceeding.changed", { on });
    await told("proceeding.overturned", { on });
    expect(await counts(2025)).toEqual({
      year: 2025,
      counts: countedThings.map((thing) => ({ thing, count: 1 })),
    });
  });
  test("CF-74, IN-8: the year that runs has none, not even for the leader", async () => {
    await told("case.filed", { filedOn: "2026-08-01" });
    expect(await asked(2026)).toMatchObject({ status: 422, body: { code: "enforcement.statistics-not-yet" } });
    town.runtime.setClock("2026-12-31T15:59:59.000Z");
    expect(await asked(2026)).toMatchObject({ status: 422 });
    town.runtime.setClock("2026-12-31T16:00:00.000Z");
    expect(await asked(2026)).toMatchObject({ status: 200 });
  });
});
