import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Application } from "../../services/permits/cases/domain/application/application.ts";
import { moves } from "../../services/permits/cases/domain/application/moves.ts";
import type { GuideContent } from "../../services/permits/guides/domain/guide.ts";
import { permits } from "../../services/permits/service.ts";
import { type Actor, isRejection } from "../../shared/decider/index.ts";
import { day } from "../support/deciding.ts";
import { handedOver } from "../support/known-power.ts";
import {
  aCommand,
  aGuide,
  aPower,
  aResident,
  Case,
  fold,
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
} from "./cases/builders.ts";
import { naiveDue, naiveWorkingDays, standsIn } from "./cases/naive-clock.ts";
import { immediate, jointly, withFee } from "./cases/ready-cases.ts";

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

/** What an item may be like; the limits are the same, so that they can be counted by hand. */
const limits = { statutoryWorkingDays: 15, promisedWorkingDays: 10 } as const;
const materials = aGuide().content.materials.map((one) => (one.name === thePlan ? { ...one, tolerable: true } : one));
const guides: readonly Partial<GuideContent>[] = [
  limits,
  { ...limits, materials },
  { ...immediate, ...limits },
  { ...limits, category: "filing" },
  { ...limits, ...jointly },
  { ...limits, inspection: true },
  { ...limits, hearingRequired: true, steps: [{ name: "审查", kind: "review" }] },
  { ...limits, ...withFee },
  { ...limits, quantity: 1 },
];

const step = fc.record({
  gap: fc.integer({ min: 0, max: 4 }),
  swept: fc.boolean(),
  wild: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
  pick: fc.nat(),
  materials: someMaterials,
  length: fc.integer({ min: 1, max: 11 }),
  granted: fc.boolean(),
  affected: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
  power: fc.constantFrom(suspendedInSpring, suspendedInSpring, aPower({ townRole: "forwards" }), undefined),
  /** Mostly whoever may; sometimes anybody. */
  actor: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom<Actor>(theClerk, theReviewer, theApprover, theHead, aResident) },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function commandOf(type: Move, date: string, { materials, length, granted, power, affected }: Step): Moving {
  const sample = aCommand(date, power ?? aPower(), aGuide(limits));
  const asked: Moving = sample[type];
  switch (asked.type) {
    case "accept":
      return granted ? asked : { ...asked, promise: { until: day(date).add({ days: 3 }).toString() } };
    case "supplement":
      return { ...asked, materials };
    case "review":
      return { ...asked, opinion: length === 1 ? "disagree" : "agree", affectsThirdParties: affected };
    case "inform-third-parties":
      return { ...asked, parties: [{ name: theApplicant.name }] };
    case "hear-parties":
      return { ...asked, applicant: words, thirdParties: words };
    case "call-hearing": {
      const ground = granted ? "law" : affected ? "request" : "public-interest";
      return {
        ...asked,
        ground,
        place: words,
        heldOn: day(date)
          .add({ days: 10 + length })
          .toString(),
      };
    }
    case "decide-at-once":
      return granted ? { ...asked, power } : { ...asked, power, outcome: "refused", reasons: words };
    case "record-upper-decision":
      return granted ? asked : { ...asked, outcome: "refused", reasons: words };
    case "notify-corrections":
      return { ...asked, missing: materials, explanation: words };
    case "correct":
      return { ...asked, materials };
    case "extend":
      return { ...asked, workingDays: length, reasons: words };
    case "decide":
      return granted
        ? { ...asked, power, hearingRecord: "听证笔录1号" }
        : { ...asked, power, hearingRecord: "听证笔录1号", outcome: "refused", reasons: words };
    case "forward":
      return { ...asked, power };
    default:
      return asked;
  }
}

/** What mostly happens: the case goes on, rather than being given up. */
const givenUp = ["decline", "withdraw", "ask-recusal"];
const favoured: Readonly<Record<string, readonly Move[]>> = {
  received: ["accept", "accept", "decide-at-once"],
  accepted: [
    "review",
    "review",
    "review",
    "confirm-survey",
    "confirm-survey",
    "confirm-survey",
    "assign-inspectors",
    "call-hearing",
    "decide",
    "decide",
    "decide",
    "forward",
  ],
  paused: ["record-hearing", "record-hearing", "resume"],
};
const likely = (status: string) => [
  ...commandTypes.filter((type) => table[status]?.[type] !== undefined && !givenUp.includes(type)),
  ...(favoured[status] ?? []),
];

interface Lived {
  readonly one: Case;
  /** What the test itself noted down. */
  extension: number;
  date: string;
}

/** Lives through a random history and looks at the case after every step. */
function live(
  content: Partial<GuideContent>,
  given: readonly string[],
  steps: readonly Step[],
  look: (lived: Lived, before: Application) => void,
) {
  const lived: Lived = { one: new Case(), extension: 0, date: "2026-01-05" };
  const receive = aCommand(lived.date, aPower(), aGuide(content)).receive;
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
  if (happened === "permits.application.extended" && command.type === "extend") lived.extension = command.workingDays;
}

const histories = [
  fc.constantFrom(...guides),
  fc.subarray([theForm, thePlan]),
  fc.array(step, { maxLength: 30, size: "max" }),
] as const;
const check = (look: (lived: Lived, before: Application) => void) =>
  fc.assert(
    fc.property(...histories, (content, given, steps) => void live(content, given, steps, look)),
    { numRuns: 300, seed: 20261124 },
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
    check(({ one: { state, events }, extension }) => {
      if (!("limits" in state)) return;
      const stands = standsIn(events);
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
function hasGround({ one: { state, events }, date }: Lived, before: Application): void {
  const last = events.at(-1);
  const stands = standsIn(events);
  switch (state.status) {
    case "incomplete":
      if (before.status === "received")
        expect(naiveWorkingDays(before.materialsOn, state.corrections.notifiedOn, [])).toBeLessThanOrEqual(5);
      expect(state.corrections.missing).not.toContain(sharedMaterial);
      break;
    case "accepted":
      if (before.status !== "received") break;
      if (state.acceptedBy === undefined)
        expect(naiveWorkingDays(before.materialsOn, date, [])).toBeGreaterThanOrEqual(5);
      else
        expect([...state.given, ...(state.tolerance?.materials ?? [])]).toEqual(
          expect.arrayContaining([theForm, thePlan]),
        );
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
      expect(heard(state)).toBe(true);
      if (state.guide.inspection === true) expect(new Set(state.inspection?.inspectors).size).toBeGreaterThanOrEqual(2);
      if (state.status === "granted") {
        expect(state.given).toEqual(expect.arrayContaining([...(state.tolerance?.materials ?? [])]));
        if (state.reviews.some(({ joint }) => joint?.some(({ opinion }) => opinion === "disagree")))
          expect(state.resolution?.by).toBe("zhen-zhang");
      }
      expect(date < "2026-03-01" || date >= "2026-03-11").toBe(true);
      for (const { step, inspectors } of state.reviews)
        if (step.kind === "survey") expect(new Set(inspectors).size).toBeGreaterThanOrEqual(2);
      expect(last?.data).toMatchObject({
        workingDays: naiveWorkingDays(state.acceptedOn, date, stands),
        onTime: (naiveDue(state.acceptedOn, state.limits.promised.length + extensionOf(state), stands) ?? date) >= date,
      });
      break;
    case "closed":
      expect(["granted", "refused", "answered", "closed"]).toContain(before.status);
      break;
    default:
      break;
  }
}

const extensionOf = (state: Application) => ("extension" in state ? (state.extension?.workingDays ?? 0) : 0);

/** XK-36, XK-46 to XK-48: nobody is decided over unheard who must be heard. */
function heard({ guide, thirdParties, hearing }: Extract<Application, { limits: unknown }>): boolean {
  if ((guide.hearingRequired === true || hearing !== undefined) && hearing?.held === undefined) return false;
  if (guide.category === "licence" && thirdParties === undefined) return false;
  if (thirdParties?.affected !== true) return true;
  return thirdParties.informed !== undefined && (thirdParties.heard !== undefined || hearing?.held !== undefined);
}
