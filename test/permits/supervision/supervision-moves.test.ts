import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { InspectionCommand } from "../../../services/permits/supervision/domain/inspection/messages.ts";
import { inspectionMoves } from "../../../services/permits/supervision/domain/inspection/moves.ts";
import { reportMoves } from "../../../services/permits/supervision/domain/report/decider.ts";
import type { ReportCommand } from "../../../services/permits/supervision/domain/report/report.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { refusalOf, theMayor } from "../cases/builders.ts";
import {
  acknowledging,
  concluded,
  handingOver,
  heldOn,
  inspector1,
  inspector2,
  inspectors,
  lookingInto,
  planned,
  plannedOn,
  planning,
  recording,
  reported,
  signedByAll,
  theHolder,
  theManager,
  toPutRight,
  violation,
} from "./builders.ts";

const codeOf = (decision: Parameters<typeof refusalOf>[0]) => refusalOf(decision).code;

type Table = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
const inspectionTable: Table = inspectionMoves;
const reportTable: Table = reportMoves;
const commands: Readonly<Record<string, readonly [InspectionCommand, Actor]>> = {
  plan: [planning({ by: heldOn }), theManager],
  rearrange: [{ type: "rearrange", place: "别处", reasons: "迁址" }, theManager],
  "call-off": [{ type: "call-off", reasons: "停业" }, theManager],
  record: [recording(), inspector1],
  sign: [{ type: "sign" }, inspector1],
  acknowledge: [acknowledging, inspector1],
  "hold-anew": [{ type: "hold-anew", reasons: "调离" }, theMayor],
  act: [handingOver, theManager],
  annotate: [{ type: "annotate", text: "补记" }, inspector1],
  "pass-time": [{ type: "pass-time" }, inspector1],
};
const inState = {
  planned: () => planned(),
  "called-off": () => planned({}, [{ type: "call-off", reasons: "停业" }, theManager]),
  unsigned: () => planned({}, [recording(), inspector1]),
  "to-act": () => concluded(violation),
  archived: () => concluded(),
};

describe("the table of an inspection's moves, cell by cell", () => {
  test("names every state and no command that does not exist", () => {
    expect(Object.keys(inspectionTable)).toEqual(Object.keys(inState));
    expect(Object.keys(commands)).toEqual(
      expect.arrayContaining(Object.values(inspectionTable).flatMap((row) => Object.keys(row))),
    );
  });
  const cells = Object.entries(inState).flatMap(([status, make]) =>
    Object.entries(commands).map(([verb, told]) => ({ status, make, verb, told })),
  );
  test.each(cells)("$status × $verb", ({ status, make, verb, told: [command, actor] }) => {
    const one = make();
    expect(one.state.status).toBe(status);
    const decision = one.tell(command, heldOn, actor);
    const target = inspectionTable[status]?.[verb];
    if (target === undefined) expect(codeOf(decision)).toBe("permits.inspection-not-in-this-state");
    else {
      expect(Array.isArray(decision)).toBe(true);
      expect([target].flat()).toContain(one.state.status);
    }
  });
});

test("XK-61: whatever is told by whom in whatever order, a closed record bears every signature and is never changed", () => {
  const told: readonly InspectionCommand[] = [
    ...Object.values(commands).map(([command]) => command),
    {
      type: "rearrange",
      inspectors: [...inspectors.slice(1), { sub: "inspector-3", name: "卫检查" }],
      reasons: "请假",
    },
    violation,
    toPutRight,
  ];
  const actors = [inspector1, inspector2, { ...inspector1, sub: "inspector-3" }, theManager, theMayor, theHolder];
  /** What leads on, told by who may, comes up more often: else hardly anything would be closed. */
  const likely: readonly (readonly [InspectionCommand, Actor])[] = [
    ...signedByAll,
    [recording(), inspector1],
    [violation, inspector2],
    [handingOver, theManager],
  ];
  const move = fc.tuple(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...likely) },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...told), fc.constantFrom(...actors)) },
    ),
    fc.nat(2),
  );
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      const one = planned();
      let day = 13;
      let closed: unknown;
      for (const [[command, actor], days] of moves) {
        day = Math.min(day + days, 31);
        one.tell(command, `2026-05-${day}`, actor);
        const { state } = one;
        reached.add(state.status);
        if (state.status !== "to-act" && state.status !== "archived") {
          expect(closed).toBeUndefined();
          continue;
        }
        const { record, signatures, acknowledged, number } = state;
        closed ??= structuredClone({ record, signatures, acknowledged, number });
        expect({ record, signatures, acknowledged, number }).toEqual(closed);
        expect(signatures.map(({ by }) => by).sort()).toEqual(state.inspectors.map(({ sub }) => sub).sort());
        expect(new Set(signatures.map(({ by }) => by)).size).toBeGreaterThanOrEqual(2);
        expect(acknowledged).toBeDefined();
        expect(state.status === "to-act").toBe(record.result === "violation" && !("acted" in state));
      }
    }),
    { numRuns: 300 },
  );
  expect([...reached].sort()).toEqual(Object.keys(inspectionMoves).sort());
});

describe("the table of a report's moves, cell by cell", () => {
  const told: Readonly<Record<string, ReportCommand>> = {
    "look-into": lookingInto(),
    decline: { type: "decline", reasons: "查无此店" },
    "hand-over": { type: "hand-over", reasons: "无证" },
    contact: { type: "contact", reason: "核实情况" },
    conclude: { type: "conclude", result: "conforming" },
    "pass-time": { type: "pass-time" },
  };
  const states = {
    received: () => reported(),
    "looked-into": () => reported({}, [lookingInto(), theManager]),
    answered: () => reported({}, [lookingInto(), theManager], [{ type: "conclude", result: "conforming" }, theManager]),
    declined: () => reported({}, [{ type: "decline", reasons: "查无此店" }, theManager]),
    "handed-over": () => reported({}, [{ type: "hand-over", reasons: "无证" }, theManager]),
  };
  const cells = Object.entries(states).flatMap(([status, make]) =>
    Object.entries(told).map(([verb, command]) => ({ status, make, verb, command })),
  );
  test.each(cells)("$status × $verb", ({ status, make, verb, command }) => {
    const one = make();
    expect(one.state.status).toBe(status);
    const decision = one.tell(command, plannedOn, theManager);
    const target = reportTable[status]?.[verb];
    if (target === undefined && !(status === "answered" && verb === "conclude"))
      expect(codeOf(decision)).toBe("permits.report-not-in-this-state");
    else {
      expect(Array.isArray(decision)).toBe(true);
      expect([target ?? status].flat()).toContain(one.state.status);
    }
  });
});
