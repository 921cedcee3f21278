import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaKey, areasAround, isNear } from "../../../services/grid-events/devices/domain/area.ts";
import {
  type DeviceMessage,
  type HeardNote,
  hearingOf,
  type Listening,
} from "../../../services/grid-events/devices/domain/hearing.ts";

const fire = { category: "fire", touchesPersons: false };
const rules = { windowMinutes: 5, perWindow: 300, flaps: 2 };
const fresh: Listening = { alarm: false, serial: 0 };
const at = (minute: number) => new Date(Date.parse("2026-03-02T02:00:00.000Z") + minute * 60_000).toISOString();
const run = (from: number, count: number, alarm = true): DeviceMessage[] =>
  Array.from({ length: count }, (_none, one) => ({ serial: from + one, alarm }));

/** Messages one after another, as a machine sends them: what was written, and what it came to. */
function listen(messages: readonly (readonly [minute: number, message: DeviceMessage])[], start = fresh) {
  const notes: HeardNote[] = [];
  let state = start;
  const results = messages.map(([minute, message]) => {
    const { answers, note } = hearingOf(state, [message], at(minute), rules);
    if (note !== undefined) {
      notes.push(note);
      state = note;
    }
    return answers[0]?.result;
  });
  return { notes, state, results, counted: notes.reduce((sum, { messages: more }) => sum + more, 0) };
}

describe("G4: one write for each machine and window", () => {
  test("a storm of 300 messages in a window is written once; the next window counts the rest", () => {
    const storm = run(1, 300).map((one) => [0, one] as const);
    const { notes, results } = listen(storm);
    expect(notes).toHaveLength(1);
    expect(results.slice(0, 2)).toEqual(["noted", "counted"]);
    const { notes: two, counted } = listen([...storm, [5, { serial: 301, alarm: true }]]);
    expect([two.length, counted]).toEqual([2, 301]);
  });

  test("sent at once or one by one, in any order, the last note counts every message, and no alarm is missed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), { minLength: 1, maxLength: 40 }),
        (said) => {
          const messages = said
            .toSorted(([one], [other]) => one - other)
            .map(([minute, alarm], index) => [minute, { serial: index + 1, alarm }] as const);
          const { notes, counted, state } = listen([...messages, [30, { serial: said.length + 1, alarm: false }]]);
          expect([counted, state.serial, state.alarm]).toEqual([said.length + 1, said.length + 1, false]);
          // At most one for the window, one for each change that it allows, and one that it flaps.
          const windows = new Map(notes.map(({ window }) => [window.from, 0]));
          for (const { window } of notes) windows.set(window.from, (windows.get(window.from) ?? 0) + 1);
          expect(Math.max(...windows.values())).toBeLessThanOrEqual(1 + rules.flaps + 1);
          const alarmed = new Set(messages.filter(([, { alarm }]) => alarm).map(([minute]) => Math.floor(minute / 5)));
          for (const window of alarmed)
            expect(notes.some((note) => note.window.from === at(window * 5) && note.alarm)).toBe(true);
        },
      ),
    );
  });

  test("300 are heard in a window, the 301st is not; in the next it is", () => {
    const { answers } = hearingOf(fresh, run(1, 301), at(0), rules);
    expect(answers.slice(299).map(({ result }) => result)).toEqual(["counted", "too-fast"]);
    const { state } = listen([[0, { serial: 1, alarm: true }]]);
    expect(hearingOf(state, run(301, 1), at(4), rules).answers).toEqual([{ serial: 301, result: "too-fast" }]);
    expect(hearingOf(state, run(301, 1), at(5), rules)).toMatchObject({
      ...{ answers: [{ result: "noted" }], note: { messages: 300 } },
    });
  });

  test("serials that jump count no more than a window allows", () => {
    const { state } = listen([[0, { serial: 1, alarm: true }]]);
    expect(hearingOf(state, run(1_000_000, 1), at(6), rules).note?.messages).toBe(301);
    expect(hearingOf(fresh, run(1_000_000, 1), at(6), rules).note?.messages).toBe(1);
  });
});

describe("G4: replays and flapping", () => {
  test("what is not above the last noted serial is a repetition, twice in one batch too, and changes nothing", () => {
    const { state } = listen([[0, { serial: 7, alarm: true }]]);
    for (const serial of [1, 6, 7])
      expect(hearingOf(state, [{ serial, alarm: false }], at(9), rules)).toEqual({
        answers: [{ serial, result: "replayed" }],
      });
    const twice = hearingOf(state, [...run(8, 1), ...run(8, 1)], at(9), rules);
    expect(twice.note).toMatchObject({ serial: 8, messages: 1 });
  });

  test("an alarm that was not written, sent again after its end, raises nothing", () => {
    const { state } = listen([
      [0, { serial: 1, alarm: true }],
      [1, { serial: 2, alarm: true }],
      [2, { serial: 3, alarm: false }],
    ]);
    expect(state.alarm).toBe(false);
    expect(hearingOf(state, [{ serial: 2, alarm: true }], at(3), rules).note).toBeUndefined();
  });

  test("two changes in a window are written; from the third on it flaps, is in alarm, and is written no more until the window is over", () => {
    const said = [true, false, true, false, true, false].map(
      (alarm, index) => [0, { serial: index + 1, alarm }] as const,
    );
    const { notes, results, state } = listen(said);
    expect(results).toEqual(["noted", "noted", "noted", "damped", "counted", "damped"]);
    expect(notes).toHaveLength(4);
    expect(state).toMatchObject({ alarm: true, window: { flapping: true } });
    const { state: calm } = listen([[5, { serial: 7, alarm: false }]], state);
    expect(calm).toMatchObject({ alarm: false, window: { flapping: false } });
  });
});

describe("areas", () => {
  const place = fc.record({
    lng: fc.double({ min: 101, max: 103, noNaN: true }),
    lat: fc.double({ min: 24, max: 26, noNaN: true }),
  });
  test("every place within the distance lies in one of the areas around; a place has one area", () => {
    const step = fc.double({ min: -0.002, max: 0.002, noNaN: true });
    fc.assert(
      fc.property(place, step, step, (one, east, north) => {
        const other = { lng: one.lng + east, lat: one.lat + north };
        fc.pre(isNear(one, other, 200));
        expect(areasAround(fire, one, 200)).toContain(areaKey(fire, other, 200));
        expect(areasAround(fire, one, 200)).toContain(areaKey(fire, one, 200));
      }),
    );
  });
});
