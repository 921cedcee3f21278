import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Counter } from "../../infra/embedded/counter.ts";

describe("G4: machines at the counter", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  /** Work that goes on until it is let go. */
  function work(name: string, log: string[]) {
    const { promise, resolve } = Promise.withResolvers<void>();
    return {
      done: resolve,
      answer: async () => {
        log.push(name);
        await promise;
      },
    };
  }
  const passes = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

  test("with nobody there, they come one at a time, in their order", async () => {
    const counter = new Counter();
    const log: string[] = [];
    const [first, second] = [work("first", log), work("second", log)];
    const both = [counter.serveMachine(first.answer), counter.serveMachine(second.answer)];
    await passes(1_000);
    expect(log).toEqual(["first"]);
    first.done();
    await passes(0);
    expect(log).toEqual(["first", "second"]);
    second.done();
    await Promise.all(both);
  });

  test("a machine waits for a gap between people, and takes it", async () => {
    const counter = new Counter();
    const log: string[] = [];
    const [person, machine] = [work("person", log), work("machine", log)];
    const served = counter.serve(person.answer);
    const heard = counter.serveMachine(machine.answer);
    await passes(49);
    expect(log).toEqual(["person"]);
    person.done();
    await served;
    await passes(0);
    expect(log).toEqual(["person", "machine"]);
    machine.done();
    await heard;
  });

  test("it never waits longer than fifty milliseconds, and the next one waits as long again", async () => {
    const counter = new Counter();
    const log: string[] = [];
    const [person, first, second] = [work("person", log), work("first", log), work("second", log)];
    const all = [counter.serve(person.answer), counter.serveMachine(first.answer), counter.serveMachine(second.answer)];
    await passes(49);
    expect(log).toEqual(["person"]);
    await passes(1);
    expect(log).toEqual(["person", "first"]);
    first.done();
    await passes(49);
    expect(log).toEqual(["person", "first"]);
    await passes(1);
    expect(log).toEqual(["person", "first", "second"]);
    second.done();
    person.done();
    await Promise.all(all);
  });

  test("one that fails lets the next one come", async () => {
    const counter = new Counter();
    const log: string[] = [];
    const next = work("next", log);
    const failed = counter.serveMachine(() => Promise.reject(new Error("no")));
    const heard = counter.serveMachine(next.answer);
    await expect(failed).rejects.toThrow("no");
    await passes(0);
    expect(log).toEqual(["next"]);
    next.done();
    await heard;
  });
});
