import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Application } from "../../../services/permits/domain/application/application.ts";
import { moves } from "../../../services/permits/domain/application/moves.ts";
import { permits } from "../../../services/permits/service.ts";
import { type Actor, isRejection } from "../../../shared/decider/index.ts";
import {
  aCommand,
  aGuide,
  aPower,
  aResident,
  Case,
  day,
  fold,
  handedOver,
  type Move,
  type Moving,
  optionalMaterial,
  sharedMaterial,
  theApplicant,
  theApprover,
  theClerk,
  theForm,
  theHead,
  thePlan,
  theReviewer,
  whoGives,
} from "../../support/builders-permits.ts";
import { naiveDue, naiveWorkingDays, type Stand } from "../../support/naive-clock.ts";

const table: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>> = moves;
const commandTypes = Object.values(aCommand("2026-01-05")).map(({ type }) => type);
/** What somebody might write in his own words. */
const words = `${theApplicant.name}（${theApplicant.idNumber}，${theApplicant.phone}）材料有误`;
const someMaterials = fc.subarray([theForm, thePlan, optionalMaterial, sharedMaterial, "单位证明"], { minLength: 1 });
const suspendedInSpring = aPower({
  changes: [
    handedOver,
    { kind: "suspended", from: "2026-03-01", reason: "评估" },
    { kind: "resumed", from: "2026-03-11" },
  ],
});

const step = fc.record({
  gap: fc.integer({ min: 0, max: 4 }),
  swept: fc.boolean(),
  wild: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
  pick: fc.nat(),
  materials: someMaterials,
  length: fc.integer({ min: 1, max: 11 }),
  granted: fc.boolean(),
  power: fc.constantFrom(suspendedInSpring, suspendedInSpring, aPower({ townRole: "forwards" }), undefined),
  /** Mostly whoever may; sometimes anybody. */
  actor: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom<Actor>(theClerk, theReviewer, theApprover, theHead, aResident) },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function commandOf(type: Move, date: string, { materials, length, granted, power }: Step) {
  const sample = aCommand(date, power ?? aPower(), aGuide({ statutoryWorkingDays: 15 }));
  const asked: Moving = sample[type];
  switch (asked.type) {
    case "notify-corrections":
      return { ...asked, missing: materials, explanation: words };
    case "correct":
      return { ...asked, materials };
    case "extend":
      return { ...asked, workingDays: length, reasons: words };
    case "decide":
      return granted ? { ...asked, power } : { ...asked, power, outcome: "refused" as const, reasons: words };
    case "forward":
      return { ...asked, power };
    default:
      return asked;
  }
}

/** What mostly happens: the case goes on, rather than being given up. */
const givenUp = ["decline", "withdraw", "forward"];
const likely = (status: string) =>
  commandTypes.filter((type) => table[status]?.[type] !== undefined && !givenUp.includes(type));

interface Lived {
  readonly one: Case;
  /** What the test itself noted down. */
  readonly stands: Stand[];
  extension: number;
  date: string;
}

/** Lives through a random history and looks at the case after every step. */
function live(given: readonly string[], steps: readonly Step[], look: (lived: Lived, before: Application) => void) {
  const lived: Lived = { one: new Case(), stands: [], extension: 0, date: "2026-01-05" };
  const receive = aCommand(lived.date, aPower(), aGuide({ statutoryWorkingDays: 15 })).receive;
  lived.one.lawfully({ ...receive, materials: given }, lived.date, aResident);
  for (const next of steps) {
    lived.date = day(lived.date).add({ days: next.gap }).toString();
    if (next.swept) lived.one.letPass(lived.date);
    const before = lived.one.state;
    const known = next.wild ? commandTypes : likely(before.status);
    const type = known[next.pick % known.length];
    if (type === undefined) break;
    const command = commandOf(type, lived.date, next);
    const decision = lived.one.tell(command, lived.date, next.actor ?? whoGives[type]);
    if (isRejection(decision)) {
      expect(lived.one.state).toBe(before);
      continue;
    }
    for (const { type: happened } of decision) note(lived, happened, command);
    expect([table[before.status]?.[type]].flat()).toContain(lived.one.status);
    look(lived, before);
  }
  return lived;
}

function note(lived: Lived, happened: string, command: Moving): void {
  if (happened === "permits.application.paused") lived.stands.push({ from: lived.date });
  if (happened === "permits.application.resumed") {
    const last = lived.stands.pop();
    if (last !== undefined) lived.stands.push({ ...last, to: lived.date });
  }
  if (happened === "permits.application.extended" && command.type === "extend") lived.extension = command.workingDays;
}

const histories = [fc.subarray([theForm, thePlan]), fc.array(step, { maxLength: 30, size: "max" })] as const;
const check = (look: (lived: Lived, before: Application) => void) =>
  fc.assert(
    fc.property(...histories, (given, steps) => void live(given, steps, look)),
    { numRuns: 400, seed: 20261122 },
  );

describe("any history of commands, by anybody, on any days", () => {
  test("the events folded again are the state", () => {
    check(({ one }) => expect(fold(one.events)).toEqual(one.state));
  });

  test("what happened before does not change: histories only grow, one number after another", () => {
    check(({ one }) => expect(one.events.map(({ sequence }) => sequence)).toEqual(one.events.map((_, at) => at + 1)));
  });

  test("PIPL: no event's data ever names or identifies the applicant, whatever anybody wrote", () => {
    check(({ one }) => {
      const data = JSON.stringify(one.events.map((event) => event.data));
      for (const value of [theApplicant.name, theApplicant.idNumber, theApplicant.phone])
        expect(data).not.toContain(value);
    });
  });

  test("every published event keeps its contract", () => {
    check(({ one }) => {
      for (const { type, data } of one.events) {
        const contract = permits.publishes[type];
        if (contract !== undefined) expect(contract.safeParse(data).error).toBeUndefined();
      }
    });
  });

  test("XK-42-1, XK-45: the limits are those of a count on the fingers", () => {
    check(({ one: { state }, stands, extension }) => {
      if (!("limits" in state)) return;
      const { statutory, promised } = state.limits;
      expect(statutory?.due).toBe(naiveDue(state.acceptedOn, 15 + extension, stands));
      expect(promised.due).toBe(naiveDue(state.acceptedOn, 10 + extension, stands));
    });
  });

  test("no state without its legal ground", () => {
    const reached = new Set<string>();
    check((lived, before) => {
      reached.add(lived.one.status ?? "");
      hasGround(lived, before);
    });
    expect([...reached].sort()).toEqual(Object.keys(moves).sort());
  });
});

/** What the law wants before a case may stand where it stands. */
function hasGround({ one: { state, events }, date, stands }: Lived, before: Application): void {
  const last = events.at(-1);
  switch (state.status) {
    case "incomplete":
      expect(naiveWorkingDays(state.receivedOn, state.corrections.notifiedOn, [])).toBeLessThanOrEqual(5);
      expect(state.corrections.missing).not.toContain(sharedMaterial);
      break;
    case "accepted":
      if (before.status !== "received") break;
      if (state.acceptedBy === undefined)
        expect(naiveWorkingDays(before.materialsOn, date, [])).toBeGreaterThanOrEqual(5);
      else expect(state.given).toEqual(expect.arrayContaining([theForm, thePlan]));
      expect(state.acceptedOn >= state.receivedOn).toBe(true);
      break;
    case "paused":
      expect(state.pause.notice.deliveredOn <= state.pause.from).toBe(true);
      break;
    case "declined":
      if (before.status === "received")
        expect(naiveWorkingDays(before.materialsOn, state.declinedOn, [])).toBeLessThanOrEqual(5);
      break;
    case "granted":
    case "refused":
      if (before.status !== "accepted") break;
      expect(state.pending).toEqual([]);
      expect(state.decidedBy).not.toBe(state.acceptedBy);
      expect(date < "2026-03-01" || date >= "2026-03-11").toBe(true);
      for (const { step, inspectors } of state.reviews)
        if (step.kind === "survey") expect(new Set(inspectors).size).toBeGreaterThanOrEqual(2);
      expect(last?.data).toMatchObject({
        workingDays: naiveWorkingDays(state.acceptedOn, date, stands),
        onTime: (naiveDue(state.acceptedOn, state.limits.promised.length + extensionOf(state), stands) ?? date) >= date,
      });
      break;
    case "closed":
      expect(before.status === "granted" || before.status === "refused").toBe(true);
      break;
    default:
      break;
  }
}

const extensionOf = (state: Application) => ("extension" in state ? (state.extension?.workingDays ?? 0) : 0);
