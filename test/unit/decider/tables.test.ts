import { describe, expect, test } from "vitest";
import { isRejection, theTownItself, within } from "../../../shared/decider/index.ts";
import { on } from "../../support/deciding.ts";
import { hung, type Lamp, type LampEvent, type Lit, lamp } from "./lamp.ts";

const clerk = on("2026-03-02", { ...theTownItself, roles: ["clerk"] });
const nobody = on("2026-03-02", theTownItself);
const recorded = <E extends LampEvent>(event: E) => ({
  ...event,
  sequence: 1,
  time: "2026-03-02T00:00:00Z",
  actor: "a",
});
const dark: Lamp = { status: "dark", street: "中街", watts: 60 };
const lit: Lamp = { status: "lit", street: "中街", since: "2026-03-02T00:00:00Z" };

describe("a decider made from tables decides by them", () => {
  test("what begins it begins it once; before that every other command finds nothing", () => {
    expect(lamp.decide(undefined, { type: "hang", street: "中街" }, clerk)).toMatchObject([{ type: "lamp.hung" }]);
    expect(lamp.decide(undefined, { type: "light" }, clerk)).toEqual([]);
    expect(lamp.decide(dark, { type: "hang", street: "中街" }, clerk)).toMatchObject({
      code: "lamp.not-in-this-state",
    });
  });

  test("a move that is listed asks its rule, and one that is not is refused with what is possible", () => {
    expect(lamp.decide(dark, { type: "light" }, clerk)).toMatchObject([{ type: "lamp.lit" }]);
    expect(lamp.decide(dark, { type: "darken" }, clerk)).toMatchObject({
      code: "lamp.not-in-this-state",
      ground: "state",
      details: { status: "dark", command: "darken", possible: ["light"] },
    });
  });

  test("the guard speaks after the moves and before the rule", () => {
    expect(lamp.decide(dark, { type: "light" }, nobody)).toMatchObject({ code: "lamp.not-yours", ground: "actor" });
    expect(lamp.decide(lit, { type: "light" }, nobody)).toMatchObject({ code: "lamp.not-in-this-state" });
  });

  test("a command that needs no move is asked in every state", () => {
    for (const state of [dark, lit]) expect(lamp.decide(state, { type: "look" }, clerk)).toHaveLength(1);
  });

  test("a name that every object has is no command", () => {
    const strange = JSON.parse('{"type":"constructor"}');
    expect(isRejection(lamp.decide(dark, strange, clerk))).toBe(true);
    expect(lamp.decide(undefined, strange, clerk)).toEqual([]);
  });
});

describe("a decider made from tables becomes what they say", () => {
  test("a kept field stays, an undefined one is left out", () => {
    expect(lamp.evolve(dark, recorded({ type: "lamp.lit", data: {} }))).toEqual({ ...lit, watts: 60 });
    expect(Object.keys(hung(lit))).toEqual(["street"]);
  });

  test("an event that no table knows is a fault, never silently kept", () => {
    const strange = recorded(JSON.parse('{"type":"lamp.sold","data":{}}'));
    expect(() => lamp.evolve(dark, strange)).toThrow("lamp: lamp.sold is not one of its events");
    const inherited = recorded(JSON.parse('{"type":"toString","data":{}}'));
    expect(() => lamp.evolve(dark, inherited)).toThrow("not one of its events");
  });

  test("an event before the beginning is a fault, and so is one in a state that does not know it", () => {
    const lights = recorded({ type: "lamp.lit", data: {} } as const);
    expect(() => lamp.evolve(undefined, lights)).toThrow("lamp: lamp.lit came before its beginning");
    expect(() => lamp.evolve(lit, lights)).toThrow("lamp: lamp.lit does not happen when lit");
  });

  test("an effect within some states refuses the others", () => {
    const isLit = (state: Lamp): state is Lit => state.status === "lit";
    const dimmed = within(isLit)((state): Lamp => ({ ...state, dimmed: true }));
    const looked = recorded({ type: "lamp.looked-at", data: {} });
    expect(dimmed(lit, looked)).toEqual({ ...lit, dimmed: true });
    expect(() => dimmed(dark, looked)).toThrow("lamp.looked-at does not happen in this state");
  });
});
