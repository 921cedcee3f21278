import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { byItself, moves } from "../../../services/permits/cases/domain/application/moves.ts";
import { permits } from "../../../services/permits/service.ts";
import { walkCells } from "../../support/cells.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { aCommand, anApplication, statuses, whoGives } from "./builders.ts";
import { ready } from "./ready-cases.ts";

const today = "2026-03-02";
const possible: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = moves;

const commands = Object.values(aCommand(today)).map(({ type }) => type);

walkCells("an application's moves", {
  moves,
  commands,
  impossible: "permits.not-in-this-state",
  byItself,
  ready(status, verb) {
    const from = statuses.find((one) => one === status);
    const type = commands.find((one) => one === verb);
    if (from === undefined || type === undefined) throw new Error(`${status} × ${verb} is no cell`);
    const { one, command, on: date } = ready(from, type);
    return {
      get status() {
        return one.status ?? "";
      },
      tell: () => one.tell(command, date),
    };
  },
});

describe("the table of moves", () => {
  test("names every state and no command that does not exist", () => {
    expect(Object.keys(moves)).toEqual(expect.arrayContaining([...statuses]));
    expect(Object.keys(moves)).toHaveLength(statuses.length);
    const named = Object.values(possible).flatMap((row) => Object.keys(row));
    expect(Object.keys(aCommand(today))).toEqual(expect.arrayContaining(named));
  });

  test("what a refusal offers somebody can send: each is a route, and what is by itself is none", () => {
    const paths = permits.routes.map(({ path }) => path);
    const isRoute = (verb: string) => paths.includes(`/permits/applications/{id}/${verb}`);
    const named = new Set(Object.values(possible).flatMap((row) => Object.keys(row)));
    expect([...named].filter((verb) => !isRoute(verb)).sort()).toEqual([...byItself].sort());
  });

  test("a case that was received is not received again, whatever became of it: its history is never overwritten", () => {
    const closed = anApplication({ status: "closed" });
    expect(refusalOf(closed.tell(aCommand(today).receive, today)).ground).toBe("state");
    expect(closed.status).toBe("closed");
  });

  test.each(Object.values(aCommand(today)).filter(({ type }) => type !== "receive"))(
    "before anything is received, $type finds nothing",
    (command) => {
      expect(application.decide(undefined, command, on(today, whoGives[command.type]))).toEqual([]);
    },
  );

  test("an event of a case that never began is a fault, not a state", () => {
    const [, event] = anApplication({ status: "accepted" }).events;
    expect(event).toBeDefined();
    if (event !== undefined) expect(() => application.evolve(undefined, event)).toThrow(/came before its beginning/);
  });
});

describe("a case stands in its lists and only there", () => {
  test("by office and status, by office, by its applicant, and by who filed it himself", () => {
    const { state } = anApplication();
    const sort = `${state.receivedAt}#PL-018.X`;
    expect(application.listed?.(state, "PL-018.X")).toEqual({
      byStatus: { partition: "agriculture-centre#received", sort },
      byDomain: { partition: "party:party-1", sort },
      byOffice: { partition: "agriculture-centre", sort: "0#2026-03-09#PL-018.X" },
    });
  });

  test.each([
    "incomplete",
    "granted",
    "refused",
    "forwarded",
    "answered",
    "recorded",
    "declined",
    "withdrawn",
    "closed",
  ] as const)("time alone changes nothing in %s", (status) => {
    expect(application.nextDeadline?.(anApplication({ status }).state)).toBeUndefined();
  });
});
