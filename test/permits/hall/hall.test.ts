import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { queue } from "../../../services/permits/hall/domain/decider.ts";
import { figuresOf } from "../../../services/permits/hall/domain/figures.ts";
import { slotsOn } from "../../../services/permits/hall/domain/hours.ts";
import { ticketMoves } from "../../../services/permits/hall/domain/moves.ts";
import { aheadOf, nextOf } from "../../../services/permits/hall/domain/order.ts";
import { isAt, type Queue, type QueueCommand, type TicketVerb } from "../../../services/permits/hall/domain/queue.ts";
import { inShanghai, instantAt, minutesLater } from "../../../shared/calendar/index.ts";
import { type Actor, isRejection } from "../../../shared/decider/index.ts";
import { openOn } from "../../../shared/town/office-hours.ts";
import { calendar, refusalOf, town } from "../../support/deciding.ts";
import { aResident, theClerk } from "../cases/builders.ts";
import {
  anotherClerk,
  anotherResident,
  aTicketThat,
  at,
  general,
  HallDay,
  monday,
  takeTicket,
  theKiosk,
} from "./builders.ts";

const number = "A001";
const codeOf = (decision: ReturnType<HallDay["tell"]>) => refusalOf(decision).code;

describe("L8: a ticket", () => {
  test("bears its group's letter and the next number of the day, without gaps", () => {
    const day = new HallDay().taken(12);
    expect(day.numbers).toEqual(Array.from({ length: 12 }, (_, at) => `A${String(at + 1).padStart(3, "0")}`));
  });

  test("is given from a quarter of an hour before opening until closing, on working days only", () => {
    const on = (time: string) => codeOf(new HallDay().tell(takeTicket(), time, theKiosk));
    expect([on("08:14"), on("17:31")]).toEqual(["permits.hall-not-open", "permits.hall-not-open"]);
    expect(
      new HallDay().does(takeTicket(), "08:15", theKiosk).does(takeTicket(), "17:30", theKiosk).numbers,
    ).toHaveLength(2);
    const sunday = { group: "general", date: "2026-03-01" };
    expect(queue.decide(undefined, takeTicket({ queue: sunday }), at("09:00", theKiosk, sunday.date))).toMatchObject({
      code: "permits.hall-not-open",
    });
  });

  test("is not given for another day than today, nor by a group there is none of", () => {
    const tomorrow = { group: "general", date: "2026-03-03" };
    expect(queue.decide(undefined, takeTicket({ queue: tomorrow }), at("09:00", theKiosk))).toMatchObject({
      code: "permits.hall-not-open",
    });
    expect(queue.decide(undefined, takeTicket({ queue: { group: "x", date: monday } }), at("09:00"))).toEqual([]);
  });

  test("taken by a resident is his: one at a time, and only he or a clerk gives it back", () => {
    const day = new HallDay().does(takeTicket(), "09:00", aResident);
    expect(codeOf(day.tell({ type: "leave", number }, "09:01", anotherResident))).toBe("permits.not-your-ticket");
    expect(day.does({ type: "leave", number }, "09:02", aResident).status(number)).toBe("left");
    expect(day.does(takeTicket(), "09:03", aResident).numbers).toEqual(["A001", "A002"]);
  });

  test("may be for a case: a resident's own, at the counter any, at the kiosk none", () => {
    const application = { id: "PL-018.X", known: true, owner: aResident.sub };
    const taken = (actor: typeof aResident) => new HallDay().tell(takeTicket({ application }), "09:00", actor);
    expect(isRejection(taken(aResident))).toBe(false);
    expect(isRejection(taken(theClerk))).toBe(false);
    for (const actor of [anotherResident, theKiosk]) expect(codeOf(taken(actor))).toBe("permits.no-such-application");
    const unknown = new HallDay().tell(takeTicket({ application: { id: "X", known: false } }), "09:00", theClerk);
    expect(codeOf(unknown)).toBe("permits.no-such-application");
  });
});

const commands: Readonly<Record<string, QueueCommand>> = {
  ...Object.fromEntries(
    (["recall", "no-show", "serve", "return", "leave"] as const satisfies readonly TicketVerb[]).map((type) => [
      type,
      { type, number },
    ]),
  ),
  finish: { type: "finish", number },
  transfer: { type: "transfer", number, to: "rural" },
};
const states = ["waiting", "called", "serving", "served", "no-show", "transferred", "left"] as const;
const table: Readonly<Record<string, Readonly<Record<string, string>>>> = ticketMoves;

describe("the table of a ticket's moves, cell by cell", () => {
  const cells = states.flatMap((status) => Object.keys(commands).map((verb) => [status, verb] as const));
  test.each(cells)("%s × %s", (status, verb) => {
    const day = aTicketThat(status);
    if (status === "called" && verb === "no-show")
      day.does({ type: "recall", number }, "09:06").does({ type: "recall", number }, "09:07");
    const decision = day.tell(commands[verb] ?? { type: "pass-time" }, "09:30");
    const target = table[status]?.[verb];
    if (target === undefined) {
      expect(refusalOf(decision)).toMatchObject({ code: "permits.ticket-not-in-this-state", ground: "state" });
      return;
    }
    if (isRejection(decision)) throw new Error(decision.code);
    expect(decision.length).toBeGreaterThan(0);
    expect(day.status(number)).toBe(target);
  });
});

describe("L8: windows", () => {
  test("call only while open, free, and by the clerk who opened them", () => {
    const day = new HallDay().opened().taken(2);
    expect(codeOf(day.tell({ type: "call", window: "general-2" }, "09:05"))).toBe("permits.window-not-in-this-state");
    expect(codeOf(day.tell({ type: "call", window: "general-1" }, "09:05", anotherClerk))).toBe(
      "permits.window-of-another",
    );
    day.called("09:05");
    expect(codeOf(day.tell({ type: "call", window: "general-1" }, "09:06"))).toBe("permits.window-busy");
    for (const type of ["pause-window", "close-window"] as const)
      expect(codeOf(day.tell({ type, queue: general, window: "general-1" }, "09:06"))).toBe("permits.window-busy");
  });

  test("L8 the ticket at a window is its clerk's: nobody else recalls, serves, sends on or puts it down as absent", () => {
    const on = (status: "called" | "serving", command: QueueCommand, by: Actor) =>
      aTicketThat(status).tell(command, "09:30", by);
    const called: QueueCommand[] = [
      { type: "recall", number },
      { type: "serve", number },
      { type: "no-show", number },
      { type: "transfer", number, to: "rural" },
    ];
    for (const command of called)
      expect(refusalOf(on("called", command, anotherClerk)).code).toBe("permits.window-of-another");
    expect(isRejection(on("called", { type: "serve", number }, theClerk))).toBe(false);
    expect(refusalOf(on("serving", { type: "finish", number }, anotherClerk)).code).toBe("permits.window-of-another");
    expect(isRejection(on("serving", { type: "finish", number }, theClerk))).toBe(false);
  });

  test("a paused one calls nobody until it goes on; a closed one is free for another clerk", () => {
    const day = new HallDay().opened().taken(1);
    day.does({ type: "pause-window", queue: general, window: "general-1" }, "09:01");
    expect(codeOf(day.tell({ type: "call", window: "general-1" }, "09:02"))).toBe("permits.window-not-in-this-state");
    day.does({ type: "resume-window", queue: general, window: "general-1" }, "09:03");
    day.does({ type: "close-window", queue: general, window: "general-1" }, "09:04");
    expect(day.opened("general-1", anotherClerk, "09:05").called("09:06", "general-1", anotherClerk)).toBe("A001");
  });

  test("two that call one after the other call two tickets", () => {
    const day = new HallDay().opened().opened("general-2", anotherClerk).taken(2);
    expect([day.called("09:05"), day.called("09:05", "general-2", anotherClerk)]).toEqual(["A001", "A002"]);
  });
});

describe("L8: who did not come", () => {
  test("is put down as absent after three calls and three minutes, not before", () => {
    const day = aTicketThat("called");
    const absent: QueueCommand = { type: "no-show", number };
    expect(refusalOf(day.tell(absent, "09:30")).details).toMatchObject({ calls: 1, neededCalls: 3 });
    day.does({ type: "recall", number }, "09:06").does({ type: "recall", number }, "09:07");
    expect(refusalOf(day.tell(absent, "09:07")).details).toMatchObject({ calls: 3, minutes: 2, neededMinutes: 3 });
    expect(day.does(absent, "09:08").status(number)).toBe("no-show");
  });

  test("may come back once, to the end of the queue", () => {
    const day = aTicketThat("no-show").does(takeTicket(), "09:09", theKiosk).does({ type: "return", number }, "09:10");
    expect([day.called("09:11")]).toEqual(["A002"]);
  });
});

describe("L8: priority and appointments", () => {
  const priority = takeTicket({ priority: "elderly" });

  test("the old and the disabled are called first, but after two in a row one who has no priority", () => {
    const day = new HallDay().opened().taken(2);
    for (const minute of ["09:10", "09:11", "09:12"]) day.does(priority, minute, theKiosk);
    const order: (string | undefined)[] = [];
    for (let minute = 20; minute < 25; minute += 1) {
      order.push(day.called(`09:${minute}`));
      const called = { number: order.at(-1) ?? "" };
      day.does({ type: "serve", ...called }, `09:${minute}`).does({ type: "finish", ...called }, `09:${minute}`);
    }
    expect(order).toEqual(["A003", "A004", "A001", "A005", "A002"]);
  });

  test("why somebody has priority stays in the house", () => {
    const { events } = new HallDay().does(priority, "09:00", theKiosk);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toContain("elderly");
  });

  test("the slots are those of the office hours; a make-up Sunday has Monday's", () => {
    const slots = slotsOn(monday, town, calendar).map((slot) => inShanghai(slot).slice(11, 16));
    expect([slots.length, slots[0], slots.at(-1), slots.includes("12:00")]).toEqual([14, "08:30", "17:00", false]);
    expect(openOn("2026-02-14", town, calendar)).toHaveLength(2);
    expect(openOn("2026-02-17", town, calendar)).toEqual([]);
  });

  test("in a year whose days off are not announced yet it is open by the week alone", () => {
    const [aMonday, aSunday] = ["2090-01-02", "2090-01-08"];
    expect([calendar.covers(aMonday), calendar.covers(aSunday)]).toEqual([false, false]);
    expect(openOn(aMonday, town, calendar)).toHaveLength(2);
    expect(openOn(aSunday, town, calendar)).toEqual([]);
  });

  const book: QueueCommand = { type: "book", queue: general, slot: "10:00" };

  test("a booked slot is called at its time before those without one, not earlier while others wait", () => {
    const day = new HallDay().does(book, "08:20", aResident).opened().taken(2);
    day.does({ type: "check-in", code: "1000-1" }, "09:45", theKiosk);
    expect(day.called("09:50")).toBe("A001");
    day.does({ type: "serve", number }, "09:51").does({ type: "finish", number }, "10:00");
    expect(day.called("10:00")).toBe("A003");
  });

  test("an appointment ahead of its time is called if nobody else waits", () => {
    const day = new HallDay().does(book, "08:20", aResident).opened();
    day.does({ type: "check-in", code: "1000-1" }, "09:45", theKiosk);
    expect(aheadOf(day.state, number, at("09:50").now, 2)).toBe(0);
    expect(day.called("09:50")).toBe(number);
  });

  test("a cancelled or lapsed appointment frees its place; a full slot is refused", () => {
    const day = new HallDay();
    for (const sub of ["a", "b", "c", "d"]) day.does(book, "09:00", { ...aResident, sub });
    expect(codeOf(day.tell(book, "09:01", aResident))).toBe("permits.slot-full");
    // P-1: another's appointment is none to him; to the counter and the kiosk it is one.
    const others = ["1000-1", "1000-9"].map((code) =>
      day.tell({ type: "cancel-booking", code }, "09:01", anotherResident),
    );
    expect(others[0]).toEqual(others[1]);
    expect(others[0]).toMatchObject({ code: "permits.no-such-booking" });
    day.does({ type: "cancel-booking", code: "1000-2" }, "09:02", { ...aResident, sub: "b" });
    expect(day.does(book, "09:03", aResident).state.bookings).toHaveLength(5);
  });

  test("who has not checked in ten minutes after the beginning has lost it, on record", () => {
    const day = new HallDay().does(book, "09:00", aResident);
    expect(queue.nextDeadline?.(day.state)).toBe("2026-03-02T02:10:00.001Z");
    day.letPass("10:11");
    expect(day.events.at(-1)).toMatchObject({ type: "permits.queue.booking-lapsed", data: { code: "1000-1" } });
    expect(
      new HallDay().does(book, "09:00", aResident).does({ type: "check-in", code: "1000-1" }, "10:10", theKiosk)
        .numbers,
    ).toEqual(["A001"]);
  });

  test("a clerk books by telephone with a name and phone, which stay out of the event's data", () => {
    const contact = { name: "欧阳娜娜", phone: "13812345678" };
    const { events } = new HallDay().does({ ...book, contact }, "09:00", theClerk);
    expect(JSON.stringify(events.map(({ data }) => data))).not.toMatch(/欧阳娜娜|13812345678/);
  });
});

describe("L8: transfer", () => {
  const arrival = (day: HallDay, via = "queue/general-2026-03-02/9"): QueueCommand => {
    const data = day.events.at(-1)?.data;
    if (data === undefined || !("to" in data)) throw new Error("nothing was transferred");
    const { number: its, takenAt, place, preferred } = data;
    return {
      type: "arrive",
      queue: { group: "rural", date: monday },
      via,
      ticket: { number: its, takenAt, place, preferred },
    };
  };

  test("a ticket keeps its number and its place in the other queue, and arrives once", () => {
    const other = new HallDay();
    const rural = { group: "rural", date: monday };
    other.does(takeTicket({ queue: rural }), "09:04", theKiosk);
    const from = aTicketThat("called").does({ type: "transfer", number, to: "rural" }, "09:06");
    other.does(arrival(from), "09:07").does(arrival(from), "09:08");
    expect(other.numbers).toEqual(["C001", "A001"]);
    other.does({ type: "open-window", queue: rural, window: "rural" }, "09:09");
    expect(other.called("09:10", "rural")).toBe("A001");
  });

  test.each([
    [true, "09:00"],
    [false, "09:07"],
  ])("its place there is the profile's: kept (%s), that of %s", (transferKeepsPlace, place) => {
    const from = aTicketThat("called").does({ type: "transfer", number, to: "rural" }, "09:06");
    const known = { ...at("09:07"), town: { ...town, hall: { ...town.hall, transferKeepsPlace } } };
    const arrived = queue.decide(undefined, arrival(from), known);
    expect(arrived).toMatchObject([{}, { data: { number, place: at(place).now } }]);
  });

  test("there and back again it is one ticket; the first transfer delivered late changes nothing", () => {
    const from = aTicketThat("called").does({ type: "transfer", number, to: "rural" }, "09:06");
    const late = arrival(from);
    const back: QueueCommand = {
      type: "arrive",
      queue: general,
      via: "queue/rural/5",
      ticket: { number, takenAt: at("09:00").now, place: at("09:00").now, preferred: false },
    };
    from.does(back, "09:10");
    expect([from.status(number), from.numbers]).toEqual(["waiting", ["A001"]]);
    const rural = new HallDay().does(late, "09:07");
    rural.does({ type: "open-window", queue: { group: "rural", date: monday }, window: "rural" }, "09:08");
    rural.called("09:08", "rural");
    rural.does({ type: "transfer", number, to: "general" }, "09:09").does(late, "09:20");
    expect(rural.status(number)).toBe("transferred");
  });

  test("what arrives after the day's end is closed with the rest, on record", () => {
    const from = aTicketThat("called").does({ type: "transfer", number, to: "rural" }, "17:00");
    const late = new HallDay()
      .does(takeTicket({ queue: { group: "rural", date: monday } }), "09:00", theKiosk)
      .letPass("19:00");
    expect(late.does(arrival(from), "19:01").status(number)).toBe("unserved");
  });
});

describe("L8: the end of the day", () => {
  test("an hour after closing what waits is closed on record, and windows with it", () => {
    const day = aTicketThat("serving").does(takeTicket(), "10:00", theKiosk);
    expect(queue.nextDeadline?.(day.state)).toBe(instantAt(monday, "18:30"));
    day.letPass("18:29");
    expect(day.state.closed).toBe(false);
    day.letPass("18:30");
    expect(day.events.at(-1)).toMatchObject({
      type: "permits.queue.closed",
      data: { unserved: ["A002"], unfinished: ["A001"] },
    });
    expect([day.state.windows, queue.nextDeadline?.(day.state)]).toEqual([{}, undefined]);
    expect(codeOf(day.tell({ type: "call", window: "general-1" }, "18:31"))).toBe("permits.hall-not-open");
  });
});

test("L8: waiting and service times by hour are those of the tickets", () => {
  const day = new HallDay().opened().taken(4);
  for (const [nth, [call, end]] of [
    ["09:10", "09:15"],
    ["09:20", "09:30"],
    ["09:40", "10:40"],
  ].entries()) {
    const its = { number: `A00${nth + 1}` };
    day.called(call ?? "");
    day.does({ type: "serve", ...its }, call ?? "").does({ type: "finish", ...its }, end ?? "");
  }
  day.does(takeTicket(), "11:00", theKiosk);
  const { hours, day: whole } = figuresOf(day.state);
  expect(whole).toMatchObject({ taken: 5, served: 3, waiting: { cases: 3, p50: 19 * 60, p90: 38 * 60 } });
  expect(hours["09"]).toMatchObject({ taken: 4, service: { cases: 3, p50: 600, p90: 3600 } });
  expect(hours["11"]).toMatchObject({ taken: 1, served: 0, waiting: { cases: 0 } });
});

const windows = ["general-1", "general-2"] as const;
const clerks = [theClerk, anotherClerk];
type Move = readonly [verb: string, which: number, minutes: number];
const moveOf = fc.tuple(
  fc.constantFrom(
    "take",
    "take",
    "priority",
    "call",
    "call",
    "recall",
    "no-show",
    "serve",
    "finish",
    "transfer",
    "return",
    "leave",
    "pause-window",
    "resume-window",
  ),
  fc.nat(40),
  fc.integer({ min: 0, max: 7 }),
);

/** Carries out a random move; answers who was called and from what queue. */
function step(day: HallDay, [verb, which, _minutes]: Move, now: string): { before: Queue; number: string } | undefined {
  const window = windows[which % 2] ?? "general-1";
  const actor = clerks[which % 2] ?? theClerk;
  const its = day.numbers[which % Math.max(1, day.numbers.length)] ?? number;
  const command: Readonly<Record<string, QueueCommand>> = {
    ...commands,
    ...Object.fromEntries(Object.entries(commands).map(([type, one]) => [type, { ...one, number: its }])),
    take: takeTicket(),
    priority: takeTicket({ priority: "disabled" }),
    call: { type: "call", window },
    "pause-window": { type: "pause-window", queue: general, window },
    "resume-window": { type: "resume-window", queue: general, window },
  };
  const before = day.state;
  const decision = day.tell(command[verb] ?? { type: "pass-time" }, now, actor);
  const called = isRejection(decision) ? undefined : decision.find(({ type }) => type === "permits.queue.called");
  return called === undefined || day.state.latest === undefined ? undefined : { before, number: day.state.latest };
}

describe("any interleaving of windows, kiosks and people", () => {
  test("no ticket is lost or at two windows, and the next is always the one the written rule names", () => {
    fc.assert(
      fc.property(fc.array(moveOf, { minLength: 5, maxLength: 60 }), (moves) => {
        const day = new HallDay().opened().opened("general-2", anotherClerk);
        let now = at("09:00").now;
        for (const move of moves) {
          now = minutesLater(now, move[2]);
          const called = step(day, move, now);
          if (called !== undefined) isFair(called.before, called.number, now);
          for (const window of windows) expect(day.state.tickets.filter(isAt(window)).length).toBeLessThanOrEqual(1);
        }
        const taken = day.events.filter(({ type }) => type === "permits.queue.ticket-taken");
        expect(day.numbers).toEqual(taken.map((_, nth) => `A${String(nth + 1).padStart(3, "0")}`));
        expect(day.events.reduce<Queue | undefined>((state, event) => queue.evolve(state, event), undefined)).toEqual(
          day.state,
        );
        day.letPass("23:00");
        expect(day.state.tickets.filter(({ status }) => ["waiting", "called", "serving"].includes(status))).toEqual([]);
      }),
      { numRuns: 300, seed: 20260302 },
    );
  });

  /** Told apart from `nextOf` by hand: nobody of his kind came before him, and nobody is passed over for ever. */
  function isFair({ tickets, preferredInRow }: Queue, called: string, now: string): void {
    const waiting = tickets.filter(({ status, notBefore }) => status === "waiting" && (notBefore ?? now) <= now);
    const his = waiting.find((ticket) => ticket.number === called);
    expect(his).toBeDefined();
    const like = waiting.filter(({ preferred }) => preferred === his?.preferred);
    expect(like.every(({ place }) => place >= (his?.place ?? ""))).toBe(true);
    const others = waiting.filter(({ preferred }) => preferred !== his?.preferred);
    if (others.length > 0) expect(his?.preferred).toBe(preferredInRow < town.hall.preferredInRow);
  }

  test("how many are ahead is how many are called before", () => {
    const day = new HallDay()
      .opened()
      .taken(3)
      .does(takeTicket({ priority: "elderly" }), "09:10", theKiosk);
    expect(["A004", "A001", "A003"].map((one) => aheadOf(day.state, one, at("09:20").now, 2))).toEqual([0, 1, 3]);
    expect(aheadOf(day.state, "A009", at("09:20").now, 2)).toBeUndefined();
    expect(nextOf({ tickets: [], preferredInRow: 0 }, at("09:20").now, 2)).toBeUndefined();
  });
});
