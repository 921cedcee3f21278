import fc from "fast-check";
import { expect, test } from "vitest";
import type { InspectionCommand } from "../../../services/permits/supervision/domain/inspection/messages.ts";
import { inspectionMoves } from "../../../services/permits/supervision/domain/inspection/moves.ts";
import { reportMoves } from "../../../services/permits/supervision/domain/report/decider.ts";
import type { ReportCommand } from "../../../services/permits/supervision/domain/report/report.ts";
import type { Actor, Decision, DomainEvent } from "../../../shared/decider/index.ts";
import { walkCells } from "../../support/cells.ts";
import { theMayor } from "../cases/builders.ts";
import {
  acknowledging,
  concluded,
  handingOver,
  heldOn,
  inspector1,
  inspector2,
  inspector3,
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

const live = <One extends { readonly state: { readonly status: string } }>(
  one: One,
  tell: (one: One) => Decision<DomainEvent>,
) => ({
  get status() {
    return one.state.status;
  },
  tell: () => tell(one),
});
const notDue = "no limit has passed on the day of the test";

walkCells("an inspection's moves", {
  moves: inspectionMoves,
  commands: Object.keys(commands),
  impossible: "permits.inspection-not-in-this-state",
  silent: { "planned × pass-time": notDue, "unsigned × pass-time": notDue, "to-act × pass-time": notDue },
  ready(status, verb) {
    const make = Object.entries(inState).find(([name]) => name === status)?.[1];
    const told = commands[verb];
    if (make === undefined || told === undefined) throw new Error(`${status} × ${verb} is no cell`);
    const [command, actor] = told;
    return live(make(), (one) => one.tell(command, heldOn, actor));
  },
});

test("XK-61: whatever is told by whom in whatever order, a closed record bears every signature and is never changed", () => {
  const told: readonly InspectionCommand[] = [
    ...Object.values(commands).map(([command]) => command),
    {
      type: "rearrange",
      inspectors: [...inspectors.slice(1), inspector3],
      reasons: "请假",
    },
    violation,
    toPutRight,
  ];
  const actors = [inspector1, inspector2, { ...inspector1, ...inspector3 }, theManager, theMayor, theHolder];
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
walkCells("a report's moves", {
  moves: reportMoves,
  commands: Object.keys(told),
  impossible: "permits.report-not-in-this-state",
  byItself: ["conclude", "pass-time"],
  silent: { "received × pass-time": notDue, "answered × conclude": "what follows from an inspection may come twice" },
  ready(status, verb) {
    const make = Object.entries(states).find(([name]) => name === status)?.[1];
    const command = told[verb];
    if (make === undefined || command === undefined) throw new Error(`${status} × ${verb} is no cell`);
    return live(make(), (one) => one.tell(command, plannedOn, theManager));
  },
});
