import fc from "fast-check";
import { expect, test } from "vitest";
import { proceeding } from "../../../../services/enforcement/cases/domain/proceeding/decider.ts";
import type {
  Grounds,
  ProceedingCommand,
  ProceedingEvent,
} from "../../../../services/enforcement/cases/domain/proceeding/messages.ts";
import { addWorkingDays } from "../../../../shared/calendar/index.ts";
import { type Actor, isRejection } from "../../../../shared/decider/index.ts";
import { calendar, day } from "../../../support/deciding.ts";
import { Living } from "../../../support/living.ts";
import { tries } from "../../../support/tries.ts";
import {
  aCase,
  aCharge,
  anEvidence,
  aPower,
  begins,
  charges,
  decides,
  fined,
  members,
  officerA,
  officerB,
  serves,
  sha,
  someGrounds,
  stranger,
  theChair,
  theHead,
  theParty,
  theReviewer,
} from "./builders.ts";

const actors = [officerA, officerB, stranger, theHead, theReviewer, theChair, theParty] as const;
const sums = [50_000, 100_000, 499_999, 500_000, 700_000] as const;

/** How the world is: the case goes on or not, somebody is recused, the power is recalled. */
interface World {
  readonly suspended: boolean;
  readonly recused: string | undefined;
  readonly recalled: boolean;
  readonly complex: boolean;
}
const usual: World = { suspended: false, recused: undefined, recalled: false, complex: false };

function groundsIn({ suspended, recused, recalled, complex }: World, date: string): Grounds {
  const recusal = { askedBy: "x", askedOn: date, ground: "relative" } as const;
  const power = aPower();
  return someGrounds({
    case: aCase({
      status: suspended ? "suspended" : "investigating",
      evidence: [anEvidence("E1"), anEvidence("E2", { collectedOn: date })],
      report: { on: "2026-03-20", ...(complex ? { complex: true } : {}) },
      recusals:
        recused === undefined
          ? []
          : [{ ...recusal, sub: recused, decided: { by: theHead.sub, on: date, recused: true } }],
    }),
    powers: {
      "PN-070": recalled
        ? { ...power, changes: [...power.changes, { kind: "recalled", from: "2026-01-02", document: "文" }] }
        : power,
    },
  });
}

/** Each by its number: what is done, by whom it is usually done. */
const deeds: readonly ((grounds: Grounds, date: string, sum: number) => readonly [ProceedingCommand, Actor])[] = [
  (grounds, _date, sum) => [charges([fined(sum)], grounds), officerA],
  (grounds, _date, sum) => [
    charges([aCharge({ ...fined(sum), facts: [{ text: "新事实", evidence: ["E1", "E2"] }] })], {
      ...grounds,
      cause: "new-facts",
    }),
    officerA,
  ],
  (grounds, _date, sum) => [charges([fined(sum)], { ...grounds, cause: "own-review" }), officerB],
  (grounds, _date, sum) => [charges([fined(sum)], { ...grounds, cause: "defence" }), officerB],
  (grounds) => [{ ...grounds, type: "countersign" }, officerB],
  (grounds) => [{ ...grounds, type: "countersign" }, officerA],
  (grounds) => [{ ...grounds, type: "notify" }, officerA],
  (grounds) => [{ ...grounds, type: "issue-notice" }, officerB],
  (grounds, date) => [serves("notice", date, grounds), officerA],
  () => [{ type: "state-defence", points: ["没有违法"] }, theParty],
  () => [{ type: "waive", rights: ["defence"] }, theParty],
  () => [{ type: "waive", rights: ["defence", "hearing"] }, theParty],
  (grounds) => [
    { ...grounds, type: "review-defence", answers: [{ statement: "S1", point: 0, taken: false, reasons: "不成立" }] },
    officerA,
  ],
  () => [{ type: "request-hearing" }, theParty],
  (grounds, date) => [
    {
      ...grounds,
      type: "note-hearing",
      noticedOn: addWorkingDays(calendar, day(date), -7).toString(),
      outcome: { how: "held", on: date, chair: theChair.sub, record: sha },
    },
    theChair,
  ],
  (grounds) => [{ ...grounds, type: "legal-review", conclusion: "agreed", opinion: "同意" }, theReviewer],
  (grounds, date) => [{ ...grounds, type: "discuss", members, agreedOn: "punish", minutes: sha, on: date }, theHead],
  (grounds) => [decides({ ...grounds, hearingRecord: sha }), theHead],
  (grounds) => [decides(grounds), theHead],
];

const step = fc.record({
  deed: fc.nat({ max: deeds.length - 1 }),
  sum: fc.constantFrom(...sums),
  /** Most do what is theirs; some try what is another's. */
  actor: fc.option(fc.constantFrom(...actors), { freq: 6 }),
  days: fc.constantFrom(0, 0, 0, 1, 3, 9),
  world: fc.oneof(
    { weight: 8, arbitrary: fc.constant(usual) },
    {
      weight: 2,
      arbitrary: fc.record({
        suspended: fc.boolean(),
        recused: fc.constantFrom(undefined, officerA.sub, officerB.sub, theHead.sub),
        recalled: fc.boolean(),
        complex: fc.boolean(),
      }),
    },
  ),
});

/** A road that leads somewhere: the lawful one with others strewn in between. */
const lawful = [0, 4, 6, 7, 8, 9, 12, 15, 16, 17].map((deed) => ({
  ...{ deed, sum: 500_000, actor: null, world: usual },
  days: deed === 15 ? 9 : 0,
}));
const road = fc
  .tuple(fc.array(step, { maxLength: 12 }), fc.subarray(lawful, { minLength: 6 }), fc.array(step, { maxLength: 12 }))
  .map(([before, middle, after]) => [...before, ...middle, ...after]);

/** What the events themselves say, read without any rule of the domain. */
function unlawfulness(
  events: readonly (ProceedingEvent & { readonly actor: string })[],
  world: World,
): readonly string[] {
  const of = <T extends ProceedingEvent["type"]>(type: T) => events.findLastIndex((one) => one.type === type);
  const [charged, signed] = [of("enforcement.proceeding.charged"), of("enforcement.proceeding.charges-signed")];
  const [drafted, noticed] = [of("enforcement.proceeding.notice-drafted"), of("enforcement.proceeding.noticed")];
  const served = of("enforcement.proceeding.notice-served");
  const decided = events.find((one) => one.type === "enforcement.proceeding.decided");
  if (decided?.type !== "enforcement.proceeding.decided" || decided.data.outcome !== "punish") return [];
  const after = events.slice(noticed);
  const waived = after.flatMap((one) => (one.type === "enforcement.proceeding.rights-waived" ? one.data.rights : []));
  const service = events[served];
  const on = service?.type === "enforcement.proceeding.notice-served" ? service.data.served.on : "";
  const over = on !== "" && decided.data.on > addWorkingDays(calendar, day(on), 5).toString();
  const stated = events.filter((one) => one.type === "enforcement.proceeding.defence-stated").length;
  const answered = events.filter((one) => one.type === "enforcement.proceeding.defence-reviewed").length;
  const last = events[charged];
  const fine = last?.type === "enforcement.proceeding.charged" ? (last.personal.charges[0]?.fine?.amountFen ?? 0) : 0;
  const asked = after.some((one) => one.type === "enforcement.proceeding.hearing-requested");
  const held = after.some((one) => one.type === "enforcement.proceeding.hearing-noted");
  const reviewed = of("enforcement.proceeding.legally-reviewed");
  const discussed = of("enforcement.proceeding.discussed");
  const lastSaid = after.findLastIndex((one) => one.type === "enforcement.proceeding.defence-stated" && !one.data.late);
  const major = fine >= 500_000;
  const faults: readonly (readonly [string, boolean])[] = [
    ["charged by one officer alone", signed < charged || events[signed]?.actor === events[charged]?.actor],
    ["noticed by one officer alone", noticed < drafted || events[noticed]?.actor === events[drafted]?.actor],
    ["not served", served < noticed || noticed < 0],
    ["no time for a defence", !over && !waived.includes("defence")],
    ["a defence without an answer", stated > 0 && answered === 0],
    ["heard too early", major && !asked && !over && !waived.includes("hearing")],
    ["asked for and not held", major && asked && !held && !waived.includes("hearing")],
    ["no legal review", (major || held) && (reviewed < charged || (lastSaid >= 0 && reviewed < noticed + lastSaid))],
    ["no discussion", major && discussed < charged],
    ["decided by an officer", [officerA.sub, officerB.sub, stranger.sub].includes(decided.actor)],
    ["decided in a case that stands still", world.suspended],
    ["decided without a power", world.recalled],
    ["decided by a recused head", world.recused === decided.actor],
  ];
  return faults.flatMap(([said, is]) => (is ? [said] : []));
}

test("CF-42, CF-44, CF-45, CF-57, CF-58, CF-63: no order of commands reaches a decision past a step", () => {
  let decisions = 0;
  fc.assert(
    fc.property(road, (steps) => {
      const one = new Living(proceeding).lawfully(begins(), "2026-03-23", officerA);
      let date = day("2026-03-23");
      for (const { deed, sum, actor, days, world } of steps) {
        date = date.add({ days });
        const on = date.toString();
        const [command, usually] = deeds[deed]?.(groundsIn(world, on), on, sum) ?? [begins(), officerA];
        const decision = one.tell(command, on, actor ?? usually);
        if (isRejection(decision) || !("status" in one.state) || one.state.status !== "decided") continue;
        decisions += 1;
        expect(unlawfulness(one.events, world)).toEqual([]);
        return;
      }
    }),
    { numRuns: tries(800), seed: 20_260_323 },
  );
  // The roads lead somewhere: the property is not true of nothing.
  expect(decisions).toBeGreaterThan(20);
});
