import { describe, expect, test } from "vitest";
import { onTheSpot } from "../../../services/permits/cases/domain/application/on-the-spot.ts";
import type { GuideContent } from "../../../services/permits/guides/domain/guide.ts";
import { documentReactions } from "../../../services/permits/papers/reactions/document.ts";
import { toCloudEvent } from "../../../shared/messaging/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import {
  aCommand,
  anApplication,
  aPower,
  aResident,
  Case,
  theApprover,
  theClerk,
  theForm,
  thePlan,
} from "./builders.ts";
import { immediate } from "./ready-cases.ts";

const today = "2026-03-02";
const sample = aCommand(today);
const atOnce = sample["decide-at-once"];
const taken = (more = {}) => anApplication({ guide: immediate, ...more });

describe("XK-34: what can be decided on the spot is", () => {
  test("one command accepts and decides: accepted by who took it in, decided by the approver (L1)", () => {
    const one = taken().lawfully(atOnce, today);
    expect(one.state).toMatchObject({ status: "granted", acceptedBy: theClerk.sub, decidedBy: theApprover.sub });
    expect(one.events.map(({ type }) => type)).toEqual([
      "permits.application.received",
      "permits.application.accepted",
      "permits.application.granted",
    ]);
    expect(one.state).toMatchObject({
      receipt: { number: { series: "acceptance-notice-YY0001012" } },
      number: { series: "certificate-YY0001012" },
    });
  });

  test("refused on the spot it gives reasons, like any other (XK-38)", () => {
    const refusing = { ...atOnce, outcome: "refused" } as const;
    expect(refusalOf(taken().tell(refusing, today)).code).toBe("permits.reasons-missing");
    expect(taken().lawfully({ ...refusing, reasons: "不符合" }, today).status).toBe("refused");
  });

  test("only an immediate item", () => {
    expect(refusalOf(anApplication().tell(atOnce, today))).toMatchObject({
      code: "permits.not-immediate",
      details: { rule: "XK-34" },
    });
  });

  test("the counter is told of it only where one command of the approver's can decide it", () => {
    const who = { office: theApprover.office, notBy: theClerk.sub };
    expect(onTheSpot(taken().state)).toEqual({ ...who, waitsFor: [] });
    expect(onTheSpot(taken({ materials: [theForm] }).state)).toEqual({ ...who, waitsFor: [thePlan] });
    const not: Partial<GuideContent>[] = [
      { kind: "promised" },
      { inspection: true },
      { hearingRequired: true },
      { steps: [{ name: "审查", kind: "review" }] },
    ];
    for (const guide of not) expect(onTheSpot(taken({ guide: { ...immediate, ...guide } }).state)).toBeUndefined();
    const filing = { guide: { ...immediate, category: "filing" }, materials: [theForm] } as const;
    expect(onTheSpot(taken(filing).state)).toBeUndefined();
    expect(onTheSpot(taken({ power: aPower({ townRole: "forwards" }) }).state)).toBeUndefined();
    expect(onTheSpot(taken({ by: aResident }).state)).toBeUndefined();
    expect(onTheSpot(taken().lawfully(atOnce, today).state)).toBeUndefined();
  });

  test("only at the counter: what somebody filed himself nobody took in there", () => {
    expect(refusalOf(taken({ by: aResident }).tell(atOnce, today)).code).toBe("permits.not-at-the-counter");
  });

  test("L1: not by who took it in; not by another office", () => {
    const self = { ...theApprover, sub: theClerk.sub };
    expect(refusalOf(taken().tell(atOnce, today, self)).code).toBe("permits.acceptor-cannot-decide");
    const elsewhere = { ...theApprover, office: "social-affairs" };
    expect(refusalOf(taken().tell(atOnce, today, elsewhere)).code).toBe("permits.not-your-office");
    const incomplete = taken({ materials: [theForm] });
    expect(refusalOf(incomplete.tell(atOnce, today, elsewhere)).code).toBe("permits.not-your-office");
  });

  test("it skips nothing the law wants: materials, fee, power, steps", () => {
    expect(refusalOf(taken({ materials: [theForm] }).tell(atOnce, today)).code).toBe("permits.materials-missing");
    const costly = { ...immediate, category: "licence", feeFen: 100 } as const;
    expect(refusalOf(taken({ guide: costly }).tell(atOnce, today)).code).toBe("permits.fee-without-basis");
    expect(refusalOf(taken().tell({ ...atOnce, power: aPower({ changes: [] }) }, today)).code).toBe(
      "permits.power-not-in-force",
    );
    const stepped = { ...immediate, steps: [{ name: "审查", kind: "review" as const }] };
    expect(refusalOf(taken({ guide: stepped }).tell(atOnce, today)).code).toBe("permits.steps-pending");
  });
});

describe("L16: a filing is recorded on receipt", () => {
  const filing = { category: "filing" } as const;
  const unkept = { previous: "", hash: "", pk: "", sk: "" };

  test("complete: received, recorded with a numbered receipt, closed; no limit, no step, no decision", () => {
    const one = anApplication({ guide: filing });
    expect(one.state).toMatchObject({
      status: "recorded",
      recordedOn: today,
      receipt: { number: { series: "filing-receipt-YY0001012", serial: 1 }, on: today },
    });
    expect(one.events.map(({ type }) => type)).toEqual([
      "permits.application.received",
      "permits.application.recorded",
      "permits.application.closed",
    ]);
    expect(refusalOf(one.tell(sample.decide, today)).code).toBe("permits.not-in-this-state");
  });

  test("incomplete it waits; recorded when the counter accepts what was brought, or by silence of five days", () => {
    const half = () => anApplication({ guide: filing, materials: [theForm] });
    expect(half().status).toBe("received");
    expect(half().does("correct", today).does("accept", today).status).toBe("recorded");
    const silent = half();
    expect(silent.letPass("2026-03-10")).toEqual(["2026-03-10"]);
    expect(silent.status).toBe("recorded");
  });

  test("no decision, so no record of its delivery; a decision that is delivered has one", () => {
    const papersOf = (one: ReturnType<typeof anApplication>) => {
      const event = one.events.at(-1);
      if (event === undefined) throw new Error("nothing happened");
      const told = toCloudEvent({ ...event, aggregate: "application", id: "A", ...unkept }, "permits", "532302105000");
      return documentReactions.flatMap(({ type, react }) => (type === told.type ? react(told) : []));
    };
    expect(papersOf(anApplication({ guide: filing }))).toEqual([]);
    expect(papersOf(anApplication({ status: "closed" }))).toHaveLength(1);
  });

  test("what is no filing is not recorded, however complete", () => {
    expect(anApplication().status).toBe("received");
  });
});

describe("L10: a neighbour's case", () => {
  const receive = (residence: string, crossTown: boolean) => {
    const one = new Case();
    const guide = { version: 1, publishedOn: today, content: { ...anApplication().state.guide, crossTown } };
    return { one, decision: one.tell({ ...sample.receive, guide, residence }, today) };
  };

  test("somebody of another town is taken in only where the guide is open to other towns, and is counted apart", () => {
    expect(refusalOf(receive("532302106000", false).decision)).toMatchObject({
      code: "permits.not-for-other-towns",
      pointer: "/residence",
      details: { rule: "L10" },
    });
    const { one } = receive("532302106000", true);
    expect(one.state).toMatchObject({ status: "received", residence: "532302106000" });
    expect(one.events[0]?.data).toMatchObject({ crossTown: true });
    expect(one.does("accept", today).events.at(-1)?.data).toMatchObject({ crossTown: true });
  });

  test("whoever lives in one of the town's own villages is no neighbour, whatever the item", () => {
    for (const crossTown of [false, true]) {
      const { one } = receive("532302105201", crossTown);
      expect(one.state).not.toHaveProperty("residence");
      expect(one.events[0]?.data).not.toHaveProperty("crossTown");
    }
  });
});
