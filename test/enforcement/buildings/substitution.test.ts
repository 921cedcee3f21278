import { describe, expect, test } from "vitest";
import { substitution } from "../../../services/enforcement/buildings/domain/substitution/decider.ts";
import { substitutionMoves } from "../../../services/enforcement/buildings/domain/substitution/moves.ts";
import type { SubstitutionCommandOf } from "../../../services/enforcement/buildings/domain/substitution/words.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import type { Delivery } from "../../../services/enforcement/service-of-papers/domain/delivery.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { unfilled } from "../../support/problem-texts.ts";
import { at } from "../cases/case-builders.ts";
import { aDecision, delivered, known, officerA, officerB, on, sha, stranger, theHead } from "./builders.ts";

const begun = () => new Living(substitution, at());
type One = ReturnType<typeof begun>;
type Decision = ReturnType<One["tell"]>;
function codeOf(decision: Decision): string {
  const refusal = refusalOf(decision);
  expect([refusal.code, unfilled(refusal, enforcement.problems)]).toEqual([refusal.code, []]);
  return refusal.code;
}
const done = (decision: Decision) => !isRejection(decision);

const demanding = (more: Partial<SubstitutionCommandOf<"demand">> = {}): SubstitutionCommandOf<"demand"> => ({
  ...known(),
  ...{ type: "demand", proceedingId: "CASE1:P1", act: "A1", ground: "traffic-safety", task: "remove-obstruction" },
  ...{ description: "清除路面砂石", by: on.demolishBy },
  ...more,
});
const serving = (delivery: Delivery | undefined): SubstitutionCommandOf<"note-service"> => ({
  ...known(),
  ...{ type: "note-service", deliveryId: "D1", delivery },
});
const deciding = (more: Partial<SubstitutionCommandOf<"decide">> = {}): SubstitutionCommandOf<"decide"> => ({
  ...known(),
  ...{ type: "decide", reasons: "逾期不履行", performer: "某清障公司", estimateFen: 500_000, plannedFor: "2026-10-12" },
  ...more,
});
const reminding: SubstitutionCommandOf<"remind"> = { ...known(), type: "remind", text: "十月十二日清除" };
const performing = (more: Partial<SubstitutionCommandOf<"perform">> = {}): SubstitutionCommandOf<"perform"> => ({
  ...known(),
  ...{ type: "perform", record: sha, signedBy: ["甲"] },
  ...more,
});
const claiming = (amountFen = 400_000, more = {}): SubstitutionCommandOf<"claim-costs"> => ({
  ...known(),
  ...{ type: "claim-costs", items: [{ description: "清障", amountFen, proof: sha }], salvageFen: 0 },
  ...more,
});

const decidedOn = on.enforced;
function demanded(): One {
  const one = begun().lawfully(demanding(), on.demanded, officerA);
  return one.lawfully(serving(delivered("demand", on.demanded, one.state.demand)), on.demanded, officerA);
}
function decided(): One {
  const one = demanded().lawfully(deciding(), decidedOn, theHead);
  return one.lawfully(serving(delivered("other", decidedOn, one.state.decision)), decidedOn, officerA);
}
/** Reminded, and the reminder was served on this day. */
function reminded(servedOn: string): One {
  const one = decided().lawfully(reminding, "2026-09-28", officerA);
  return one.lawfully(
    serving(delivered("demand", servedOn, { number: numberOf(one), issuedOn: "2026-09-28" })),
    servedOn,
    officerA,
  );
}
const numberOf = ({ state }: One) => {
  if (state.reminder === undefined) throw new Error("no reminder");
  return state.reminder.number;
};

describe("QZ-50, QZ-51: another one does what the party does not", () => {
  test("only after a decision in effect that gave him a time which passed", () => {
    const refused = (more: Partial<SubstitutionCommandOf<"demand">>, day: string = on.demanded) =>
      codeOf(begun().tell(demanding(more), day, officerA));
    const { decision: _decision, ...rest } = aDecision();
    expect(refused({ proceeding: { ...rest, status: "open" } })).toBe("enforcement.nothing-to-substitute");
    expect(refused({}, on.demolishBy)).toBe("enforcement.building-day");
    expect(refused({ by: on.orderServed })).toBe("enforcement.building-day");
    expect(refused({ act: "A9" })).toBe("enforcement.building-act-unknown");
    expect(refused({ power: undefined })).toBe("enforcement.power-not-in-force");
    const open = aDecision("planning", { remedies: [{ id: "R1", kind: "suit", filedOn: "2026-02-01" }] });
    expect(refused({ proceeding: open })).toBe("enforcement.remedy-runs");
    expect(codeOf(begun().tell(demanding(), on.demanded, stranger))).toBe("enforcement.building-act-unknown");
    expect(done(begun().tell(demanding(), on.demanded, officerA))).toBe(true);
  });
  test("QZ-17: an officer of the case, certified that day, demands and performs", () => {
    // His certificate ended, or he never was one of its officers.
    const lapsed = { officers: [] };
    expect(codeOf(begun().tell(demanding(lapsed), on.demanded, officerA))).toBe("enforcement.not-a-handler");
    const one = reminded("2026-09-28");
    for (const [command, actor] of [
      [performing(lapsed), officerA],
      [performing(), stranger],
      [performing(), theHead],
    ] as const)
      expect(codeOf(one.tell(command, "2026-10-12", actor))).toBe("enforcement.not-a-handler");
  });
  test("the head decides after the demand's working days, with the cost told", () => {
    expect(codeOf(demanded().tell(deciding(), on.demandOver, theHead))).toBe("enforcement.demand-term-open");
    expect(codeOf(demanded().tell(deciding(), decidedOn, officerA))).toBe("enforcement.not-the-head");
    expect(codeOf(demanded().tell(deciding({ plannedFor: decidedOn }), decidedOn, theHead))).toBe(
      "enforcement.building-day",
    );
    const unserved = begun().lawfully(demanding(), on.demanded, officerA);
    expect(codeOf(unserved.tell(deciding(), decidedOn, theHead))).toBe("enforcement.paper-not-served");
    expect(
      codeOf(unserved.tell(serving(delivered("other", decidedOn, unserved.state.demand)), decidedOn, officerA)),
    ).toBe("enforcement.delivery-does-not-fit");
    expect(done(demanded().tell(deciding(), decidedOn, theHead))).toBe(true);
  });
  test("the example of the rule: to be done on 12 October, the reminder is served by 8 October", () => {
    const due = "2026-10-12";
    expect(codeOf(reminded("2026-10-09").tell(performing(), due, officerB))).toBe("enforcement.reminded-too-late");
    expect(codeOf(reminded("2026-10-08").tell(performing(), "2026-10-11", officerB))).toBe(
      "enforcement.reminded-too-late",
    );
    expect(codeOf(decided().tell(performing(), due, officerB))).toBe("enforcement.paper-not-served");
    const undelivered = demanded().lawfully(deciding(), decidedOn, theHead);
    expect(codeOf(undelivered.tell(reminding, "2026-09-28", officerA))).toBe("enforcement.paper-not-served");
    expect(codeOf(reminded("2026-10-08").tell(reminding, "2026-10-08", officerA))).toBe(
      "enforcement.stop-ordered-already",
    );
    const one = reminded("2026-10-08").lawfully(performing(), due, officerB);
    expect(one.state).toMatchObject({ status: "performed", performedOn: due });
  });
  test("the party does it himself: nobody else does", () => {
    const one = decided().lawfully({ ...known(), type: "stop", reasons: "已清除" }, "2026-09-30", officerA);
    expect(codeOf(one.tell(performing(), "2026-10-12", officerB))).toBe("enforcement.substitution-not-in-this-state");
  });
  test("the cost: by the head, no more than told without a reason", () => {
    const one = reminded("2026-10-08").lawfully(performing(), "2026-10-12", officerB);
    expect(codeOf(one.tell(claiming(), "2026-10-13", officerA))).toBe("enforcement.not-the-head");
    expect(codeOf(one.tell(claiming(500_001), "2026-10-13", theHead))).toBe("enforcement.costs-above-estimate");
    one.lawfully(claiming(500_000), "2026-10-13", theHead);
    expect(one.events.at(-1)).toMatchObject({ data: { amountFen: 500_000, proceeding: "CASE1:P1" } });
    expect(one.state.status).toBe("closed");
  });
  test("QZ-51: what finance received for it is shown, each line once; without a claim it is set aside", () => {
    const one = reminded("2026-10-08").lawfully(performing(), "2026-10-12", officerB);
    const paid = { type: "note-cost-payment", serial: "GK-1", amountFen: 500_000, on: "2026-10-14" } as const;
    const back = { type: "take-cost-payment-back", serial: "GK-1", on: "2026-10-15" } as const;
    expect(codeOf(one.tell(paid, "2026-10-14"))).toBe("enforcement.substitution-not-in-this-state");
    const closed = reminded("2026-10-08").lawfully(performing(), "2026-10-12", officerB);
    closed.lawfully({ ...known(), type: "close", reasons: "当事人不明" }, "2026-10-13", theHead);
    expect(codeOf(closed.tell(paid, "2026-10-14"))).toBe("enforcement.no-cost-claimed");
    one.lawfully(claiming(500_000), "2026-10-13", theHead).lawfully(paid, "2026-10-14");
    expect(one.tell(paid, "2026-10-14")).toEqual([]);
    expect(one.state.claim).toMatchObject({ amountFen: 500_000, paid: [{ serial: "GK-1", amountFen: 500_000 }] });
    one.lawfully(back, "2026-10-15");
    expect(one.state.claim?.paid).toEqual([]);
    expect(one.tell(back, "2026-10-15")).toEqual([]);
  });
});

describe("QZ-52: removed at once", () => {
  const { officers } = known();
  const removing = (
    more: Partial<SubstitutionCommandOf<"remove-at-once">> = {},
  ): SubstitutionCommandOf<"remove-at-once"> => ({
    ...{ type: "remove-at-once", what: "spill", site: "road", place: { lng: 101.83, lat: 25.1 }, domain: "building" },
    ...{ with: officerB.sub, description: "货车遗洒", partyPresent: false, files: [sha], officers },
    ...more,
  });
  const day = "2026-05-06";
  const telling = (told: string) => ({ type: "tell-party" as const, on: told, proof: sha });
  test("by two officers; the absent party is told, and on the day after it is late", () => {
    const refused = (more: Parameters<typeof removing>[0]) => codeOf(begun().tell(removing(more), day, officerA));
    expect(refused({ with: officerA.sub })).toBe("enforcement.two-officers");
    expect(refused({ domain: "无此领域" })).toBe("enforcement.unknown-domain");
    const one = begun().lawfully(removing(), day, officerA);
    expect(one.state).toMatchObject({ status: "performed", atOnce: { tellBy: "2026-05-07" } });
    expect(one.letPass("2026-05-07")).toEqual([]);
    expect(one.letPass("2026-05-08")).toEqual(["2026-05-08"]);
    expect(one.types.at(-1)).toBe("enforcement.substitution.party-untold");
    const told = begun().lawfully(removing(), day, officerA).lawfully(telling("2026-05-07"), "2026-05-07", officerB);
    expect(told.letPass("2026-06-01")).toEqual([]);
    expect(told.tell(telling("2026-05-07"), "2026-05-07", officerB)).toEqual([]);
  });
  test("no cost is claimed from a party who was neither there nor told", () => {
    const one = begun().lawfully(removing(), day, officerA);
    expect(codeOf(one.tell(claiming(), day, theHead))).toBe("enforcement.party-not-told");
    expect(codeOf(one.tell(telling("2026-05-05"), day, officerA))).toBe("enforcement.building-day");
    expect(codeOf(one.tell(telling("2026-05-07"), day, officerA))).toBe("enforcement.building-day");
    expect(codeOf(one.tell(telling(day), day, stranger))).toBe("enforcement.building-second-officer");
    one.lawfully(telling(day), day, officerA);
    expect(codeOf(one.tell(claiming(), day, officerA))).toBe("enforcement.removal-head-only");
    expect(done(one.tell(claiming(), day, theHead))).toBe(true);
    const there = begun().lawfully(removing({ partyPresent: true }), day, officerA);
    expect(codeOf(there.tell(telling(day), day, officerA))).toBe("enforcement.party-was-there");
    expect(done(there.tell({ ...known(), type: "close", reasons: "当事人不明" }, day, theHead))).toBe(true);
    const other = begun().lawfully(removing(), day, officerA);
    expect(codeOf(other.tell({ ...known(), type: "close", reasons: "x" }, day, officerA))).toBe(
      "enforcement.removal-head-only",
    );
  });
});

test("QZ-50 to QZ-52: a row for each state, and none leads back before the demand", () => {
  expect(Object.keys(substitutionMoves)).toEqual(["demanded", "decided", "performed", "stopped", "closed"]);
  for (const command of [deciding(), performing(), claiming()])
    for (const one of [demanded(), decided()]) {
      const row: object = substitutionMoves[one.state.status];
      if (!(command.type in row))
        expect(codeOf(one.tell(command, decidedOn, theHead))).toBe("enforcement.substitution-not-in-this-state");
    }
});
