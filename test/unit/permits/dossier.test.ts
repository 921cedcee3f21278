import { describe, expect, test } from "vitest";
import {
  type Dossier,
  type DossierCommand,
  dossier,
  onFileOn,
} from "../../../services/permits/domain/dossier/dossier.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { day, on } from "../../support/builders-permits.ts";

const card = { kind: "material", id: "M1" } as const;
const licence = { kind: "certificate", id: "C1" } as const;
const keep = (
  name: string,
  source: typeof card | typeof licence,
  since: string,
  validUntil?: string,
): DossierCommand => ({
  type: "keep",
  entry: { name, source, since, ...(validUntil === undefined ? {} : { validUntil }) },
});

function told(...commands: DossierCommand[]): Dossier | undefined {
  let state: Dossier | undefined;
  for (const command of commands) {
    const events = dossier.decide(state, command, on("2026-03-02"));
    if (isRejection(events)) throw new Error("refused");
    for (const event of events) state = dossier.evolve(state, { ...event, sequence: 1, time: "", actor: "" });
  }
  return state;
}

describe("S-4: what is on file of a person", () => {
  test("counts from its first day to its last", () => {
    const state = told(keep("居民身份证", card, "2026-03-02", "2028-03-02"));
    expect(onFileOn(state, day("2026-03-01"))).toEqual([]);
    expect(onFileOn(state, day("2026-03-02"))).toEqual(["居民身份证"]);
    expect(onFileOn(state, day("2028-03-02"))).toEqual(["居民身份证"]);
    expect(onFileOn(state, day("2028-03-03"))).toEqual([]);
  });

  test("brought again it counts longer, and once", () => {
    const state = told(
      keep("居民身份证", card, "2026-03-02", "2028-03-02"),
      keep("居民身份证", card, "2026-09-01", "2028-09-01"),
    );
    expect(state?.entries).toHaveLength(1);
    expect(onFileOn(state, day("2028-09-01"))).toEqual(["居民身份证"]);
  });

  test("the same told again, or told late, changes nothing", () => {
    const once = told(keep("居民身份证", card, "2026-03-02", "2028-03-02"));
    const again = dossier.decide(once, keep("居民身份证", card, "2026-03-02", "2028-03-02"), on("2026-03-02"));
    expect(again).toEqual([]);
    expect(dossier.decide(once, keep("居民身份证", card, "2026-01-02"), on("2026-03-02"))).toEqual([]);
  });

  test("a certificate counts under its title until it ends, and does not come back by repetition", () => {
    const kept = keep("动物防疫条件合格证", licence, "2026-03-02");
    const state = told(kept, { type: "end", source: licence, on: "2026-05-06" });
    expect(onFileOn(state, day("2026-05-05"))).toEqual(["动物防疫条件合格证"]);
    expect(onFileOn(state, day("2026-05-06"))).toEqual([]);
    expect(onFileOn(told(kept, { type: "end", source: licence, on: "2026-05-06" }, kept), day("2026-05-06"))).toEqual(
      [],
    );
  });

  test("a suspension ends it until it is resumed, and told late ends nothing", () => {
    const kept = keep("动物防疫条件合格证", licence, "2026-03-02");
    const suspended: DossierCommand = { type: "end", source: licence, on: "2026-05-06" };
    const state = told(kept, suspended, keep("动物防疫条件合格证", licence, "2026-06-01"), suspended);
    expect(onFileOn(state, day("2026-05-31"))).toEqual([]);
    expect(onFileOn(state, day("2026-06-01"))).toEqual(["动物防疫条件合格证"]);
  });

  test("who has no dossier has nothing on file", () => {
    expect(onFileOn(undefined, day("2026-03-02"))).toEqual([]);
    expect(dossier.decide(undefined, { type: "end", source: licence, on: "2026-05-06" }, on("2026-03-02"))).toEqual([]);
  });
});
