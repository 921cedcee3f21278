import { describe, expect, test } from "vitest";
import { measure } from "../../../services/enforcement/coercion/domain/decider.ts";
import type { Measure } from "../../../services/enforcement/coercion/domain/measure.ts";
import type { MeasureCommand } from "../../../services/enforcement/coercion/domain/messages.ts";
import { measureMoves } from "../../../services/enforcement/coercion/domain/moves.ts";
import { termOf } from "../../../services/enforcement/coercion/domain/terms.ts";
import { coercionProblems } from "../../../services/enforcement/coercion/problems.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { inShanghai, officialCalendar, startOfDay } from "../../../shared/calendar/index.ts";
import { type Actor, type Decision, isRejection, theTownItself } from "../../../shared/decider/index.ts";
import { textOf } from "../../../shared/http/problem.ts";
import { commonProblems } from "../../../shared/http/texts.ts";
import { walkStates } from "../../support/cells.ts";
import { codesTold, unfilled } from "../../support/problem-texts.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };
import {
  aFirm,
  anAct,
  aParty,
  aPower,
  at,
  aVendor,
  filedOn,
  listed,
  officer1,
  officer2,
  officer3,
  theChief,
  theHead,
} from "../cases/case-builders.ts";
import { town } from "../common/builders.ts";
import {
  aCase,
  aDecision,
  anApproval,
  anItem,
  aProposal,
  approve,
  aRecord,
  basis,
  carrying,
  code,
  countersign,
  course,
  extending,
  inForce,
  keepingForFine,
  known,
  makingUp,
  passing,
  proposing,
  releasing,
  sha,
  testing,
  told,
  urgent,
} from "./builders.ts";

/** Thirty days from 1 September. */
const lastDay = "2026-10-01";
const dayAfter = "2026-10-02";
const codeOf = (decision: Decision<unknown>) => (isRejection(decision) ? decision.code : "done");
const pointed = (decision: Decision<unknown>) => (isRejection(decision) ? decision.pointer : undefined);

type Refusals = Readonly<Record<string, () => Decision<unknown>>>;
const carried = (
  more: Parameters<typeof carrying>[0] = {},
  meant: Parameters<typeof proposing>[0] = {},
  when = filedOn,
) => anApproval(meant).tell(carrying(more), when, officer1);
const preserved = () => inForce({ kind: "preservation" });
const seizing = (more: Partial<Measure> = {}) => ({ from: "M0", preservation: { ...preserved().state, ...more } });

/** Each refusal of a measure, provoked by the rule that it belongs to. */
const refusals: Refusals = {
  "enforcement.daily-necessity": () => carried({ goods: [anItem({ dailyNecessity: true })] }),
  "enforcement.emergency-only-for-coercion": () =>
    told().tell(proposing({ kind: "preservation", emergency: "转移" }), filedOn, officer1),
  "enforcement.goods-left-over": () => carried({ goods: [anItem()], preservation: preserved().state }, seizing()),
  "enforcement.goods-not-of-the-case": () => carried({ goods: [anItem({ relation: "unrelated" })] }),
  "enforcement.goods-not-of-the-measure": () => inForce().tell(releasing({ goods: ["M1-9"] }), filedOn, theHead),
  "enforcement.measure-approval-late": () => urgent().tell(makingUp(), "2026-10-02T14:30:00.001Z", theHead),
  "enforcement.measure-approval-over": () => carried({}, {}, "2026-09-09"),
  "enforcement.measure-changed-meanwhile": () => inForce().tell(releasing({ whole: false }), filedOn, theHead),
  "enforcement.measure-entrusted": () => {
    const [act] = aCase().acts;
    if (act?.power === undefined) throw new Error("not filed");
    const power = { ...act.power, inWhoseName: { ...act.power.inWhoseName, uscc: "11530000MB0000000X" } };
    return told().tell(proposing(known({ ...aCase(), acts: [{ ...act, power }] })), filedOn, officer1);
  },
  "enforcement.measure-extended-already": () =>
    inForce().lawfully(extending(), filedOn, theHead).tell(extending(), filedOn, theHead),
  "enforcement.measure-not-extended": () => preserved().tell(extending(), filedOn, theHead),
  "enforcement.measure-not-for-fine": () => preserved().tell(keepingForFine, filedOn, theHead),
  "enforcement.measure-not-in-this-state": () => aProposal().tell(carrying(), filedOn, officer1),
  "enforcement.measure-nothing-to-approve": () => inForce().tell(makingUp(), filedOn, theHead),
  "enforcement.measure-recording-missing": () => {
    const { recording: _none, ...rest } = carrying();
    return anApproval().tell(rest, filedOn, officer1);
  },
  "enforcement.measure-steps-missing": () => carried({ course: { ...course, cardsShown: false } }),
  "enforcement.measure-term-over": () => inForce().tell(releasing(), dayAfter, theHead),
  "enforcement.measure-unapproved": () => urgent().tell(extending(), lastDay, theHead),
  "enforcement.measure-without-basis": () =>
    told().tell(proposing({ basis: "pesticide-regulation-41" }), filedOn, officer1),
  "enforcement.measure-without-goods": () => carried({ goods: [] }),
  "enforcement.not-confiscated-by-decision": () =>
    inForce().tell(
      { type: "confiscate", ...known(), proceeding: "CASE1:P1", decided: aDecision({ status: "decided" }) },
      filedOn,
      officer1,
    ),
  "enforcement.not-handed-to-another-organ": () =>
    inForce().tell({ type: "hand-over", ...known(), receipt: "收条1" }, filedOn, officer1),
  "enforcement.place-is-not-seized": () => carried({ goods: [anItem({ kind: "place" })] }),
  "enforcement.preservation-not-open": () => told().tell(proposing(seizing({ status: "ended" })), filedOn, officer1),
  "enforcement.sealed-already": () => carried({ goods: [anItem({ sealedElsewhere: true })] }),
  "enforcement.slight-act": () => told().tell(proposing({ slight: true }), filedOn, officer1),
  "enforcement.test-dates": () => inForce().tell(testing(filedOn), filedOn, officer1),
  "enforcement.test-not-open": () => inForce().tell({ type: "end-test", ...known(), report: sha }, filedOn, officer1),
  "enforcement.test-under-way": () =>
    inForce().lawfully(testing("2026-09-10"), filedOn, officer1).tell(testing("2026-09-11"), filedOn, officer2),
};
const texts = { ...commonProblems, ...enforcement.problems };

describe("what a measure says when it refuses", () => {
  test("every code with a text is provoked here", () => {
    expect(Object.keys(refusals).toSorted()).toEqual(codesTold(coercionProblems));
  });
  test.each(Object.entries(refusals))("%s: every place in its text is filled", (name, provoke) => {
    const decision = provoke();
    if (!isRejection(decision)) throw new Error("not refused");
    expect(decision.code).toBe(name);
    expect(unfilled(decision, texts)).toEqual([]);
    const { zh, en } = textOf(name, decision.details, texts);
    expect(`${zh}${en}`).not.toMatch(/[{}–]|undefined/);
    expect(zh).toMatch(/\p{Script=Han}/u);
  });
});

describe("QZ-17, QZ-17a: what a measure rests on", () => {
  test("the power to punish carries no seizure: without a basis in the profile it is refused, a preservation is not", () => {
    const { basis: _none, ...rest } = proposing();
    expect(codeOf(told().tell(rest, filedOn, officer1))).toBe("enforcement.measure-without-basis");
    expect(codeOf(told().tell(proposing({ kind: "preservation" }), filedOn, officer1))).toBe("done");
    expect(codeOf(told().tell(proposing(), filedOn, officer1))).toBe("done");
  });
  test("a basis carries only its acts, and only those of this party", () => {
    const acts = [anAct({ code, by: ["P2"] }), anAct({ code: "PN-150", by: ["P1"] })];
    const of = aCase();
    const two = { ...of, parties: [aParty(), aFirm()], acts: of.acts.map((one) => ({ ...one, by: ["P2"] })) };
    expect(acts).toHaveLength(2);
    expect(codeOf(told().tell(proposing(known(two)), filedOn, officer1))).toBe("enforcement.measure-without-basis");
    expect(codeOf(told().tell(proposing({ ...known(two), party: "P2" }), filedOn, officer1))).toBe("done");
  });
  test("QZ-17, d5: coercion cannot be entrusted: not in the name of another organ; a preservation can", () => {
    expect(vectors.delegation.find(({ id }) => id === "d5")?.expected).toContain("QZ-17");
    expect(codeOf(refusals["enforcement.measure-entrusted"]?.() ?? [])).toBe("enforcement.measure-entrusted");
  });
  test("CF-38: a power that was recalled since takes nothing", () => {
    const recalled = aPower(code, [{ kind: "recalled", from: filedOn, document: "1号" }]);
    expect(codeOf(carried({ powers: [recalled] }))).toBe("enforcement.power-not-in-force");
  });
});

describe("QZ-16, QZ-23: what may be taken", () => {
  test("a slight act needs no seizure, and may be preserved", () => {
    expect(codeOf(told().tell(proposing({ kind: "preservation", slight: true }), filedOn, officer1))).toBe("done");
  });
  test("daily necessities of a citizen never; of a company they are goods", () => {
    const goods = [anItem({ dailyNecessity: true })];
    expect(codeOf(carried({ goods }))).toBe("enforcement.daily-necessity");
    const firm = aCase({ parties: [aFirm({ id: "P1", key: "KEY-P1" })], listed: [listed(code)] });
    expect(codeOf(carried({ goods, ...known(firm) }))).toBe("done");
  });
  test("one bad item keeps the whole list from being taken, and is named", () => {
    const decision = carried({ goods: [anItem(), anItem({ relation: "unrelated" })] });
    expect(codeOf(decision)).toBe("enforcement.goods-not-of-the-case");
    expect(pointed(decision)).toBe("/goods/1");
  });
  test("CF-74a: no officer of the case keeps what was taken; a seized thing stays not with the party", () => {
    const kept = (keeper: ReturnType<typeof anItem>["keeper"]) => carried({ goods: [anItem({ keeper })] });
    expect(codeOf(kept({ kind: "staff", sub: "officer-1" }))).toBe("enforcement.goods-handler-keeps");
    expect(codeOf(kept({ kind: "staff", sub: "nobody" }))).toBe("enforcement.unknown-person");
    expect(codeOf(kept({ kind: "party" }))).toBe("enforcement.goods-party-keeps-sealed");
    expect(codeOf(kept({ kind: "third-party", name: "某冷库", contract: sha }))).toBe("done");
  });
});

describe("QZ-18, QZ-24, CF-42: on the spot", () => {
  test.each([
    ["cards", { course: { ...course, cardsShown: false } }],
    ["reasons", { course: { ...course, reasonsTold: false } }],
    ["rights", { course: { ...course, rightsTold: false } }],
    ["heard", { course: { ...course, heard: false } }],
    ["signature", { record: { sha256: sha, signing: "refused" as const } }],
  ])("without %s it is not taken", (step, more) => {
    expect(carried(more)).toMatchObject({ code: "enforcement.measure-steps-missing", details: { missing: [step] } });
  });
  test("decision and list are handed over on the spot", () => {
    const { handover: _none, ...rest } = carrying();
    expect(anApproval().tell(rest, filedOn, officer1)).toMatchObject({ details: { missing: ["handover"] } });
  });
  test("a refused signature stands before a witness", () => {
    expect(codeOf(carried({ record: { sha256: sha, signing: "refused", witness: "李四" } }))).toBe("done");
  });
  test("two officers of the case: not one twice, not a stranger, not a party's friend", () => {
    expect(codeOf(carried({ with: officer1.sub }))).toBe("enforcement.two-officers");
    expect(codeOf(carried({ with: officer3.sub }))).toBe("enforcement.not-an-officer-of-the-case");
    expect(codeOf(anApproval().tell(carrying(), filedOn, officer3))).toBe("enforcement.not-a-handler");
  });
  test("the other signs himself, on the same day; until then nothing is in force", () => {
    const one = aRecord();
    expect(one.state.status).toBe("recorded");
    expect(codeOf(one.tell(countersign(), filedOn, officer1))).toBe("enforcement.own-signature");
    expect(codeOf(one.tell(countersign(), filedOn, officer3))).toBe("enforcement.not-a-named-officer");
    expect(codeOf(one.tell(countersign(), "2026-09-02", officer2))).toBe("enforcement.measure-term-over");
    expect(one.lawfully(countersign(), filedOn, officer2).state.status).toBe("in-force");
  });
  test("what nobody signed that day the law releases with the next", () => {
    const one = aRecord();
    expect(measure.nextDeadline?.(one.state)).toBe(startOfDay("2026-09-02"));
    expect(one.lawfully(passing("lapse"), "2026-09-02").state).toMatchObject({
      status: "lapsed",
      lapse: { cause: "unsigned" },
    });
  });
});

describe("QZ-18(1), CF-56: approved before it is taken", () => {
  test("by the head as a person, who neither proposed nor handled it", () => {
    const one = aProposal();
    expect(codeOf(one.tell(approve(), filedOn, theTownItself))).toBe("enforcement.person-decides");
    expect(codeOf(one.tell(approve(), filedOn, officer2))).toBe("enforcement.head-only");
    const handled = { ...aCase(), handlers: ["officer-1", "officer-2", theHead.sub] };
    expect(codeOf(one.tell({ type: "approve", of: handled }, filedOn, theHead))).toBe("enforcement.own-work");
    const partyToo = { ...theChief, party: "KEY-P1" };
    expect(codeOf(one.tell(approve(), filedOn, partyToo))).toBe("enforcement.own-case");
    expect(one.lawfully(approve(), filedOn, theHead).state).toMatchObject({
      status: "approved",
      approvedBy: theHead.sub,
    });
  });
  test("a recused head approves nothing", () => {
    const recusal = { sub: theHead.sub, askedBy: "x", askedOn: filedOn, ground: "relative" as const };
    const decided = { by: theChief.sub, on: filedOn, recused: true };
    const of = { ...aCase(), recusals: [{ ...recusal, decided }] };
    expect(codeOf(aProposal().tell({ type: "approve", of }, filedOn, theHead))).toBe("enforcement.recused-from-case");
  });
  test("an approval holds seven days: on the last it is carried out, the day after it is dropped", () => {
    expect(codeOf(carried({}, {}, "2026-09-08"))).toBe("done");
    expect(codeOf(carried({}, {}, "2026-09-09"))).toBe("enforcement.measure-approval-over");
    const one = anApproval();
    expect(measure.nextDeadline?.(one.state)).toBe(startOfDay("2026-09-09"));
    expect(one.lawfully(passing("drop"), "2026-09-09").state.status).toBe("dropped");
  });
  test("CF-54: nothing in a case that is suspended", () => {
    const of = { ...aCase(), status: "suspended" as const };
    expect(codeOf(told().tell(proposing(known(of)), filedOn, officer1))).toBe("enforcement.case-not-in-this-state");
    expect(codeOf(aProposal().tell({ type: "approve", of }, filedOn, theHead))).toBe(
      "enforcement.case-not-in-this-state",
    );
  });
});

describe("QZ-19: in an emergency", () => {
  test("by the vector: 24 clock hours, holidays run; the last instant is in time, the next is not", () => {
    const [vector] = vectors.hoursDeadlines;
    if (vector === undefined) throw new Error("no vector");
    const start = new Date(vector.start).toISOString();
    const one = urgent(start);
    expect(inShanghai(one.state.approveBy ?? "")).toBe(vector.deadline);
    const due = one.state.approveBy ?? "";
    expect(codeOf(urgent(start).tell(makingUp(), due, theHead))).toBe("done");
    const late = new Date(Date.parse(due) + 1).toISOString();
    expect(codeOf(urgent(start).tell(makingUp(), late, theHead))).toBe("enforcement.measure-approval-late");
  });
  test("it is carried out that day only", () => {
    const one = told([proposing({ emergency: "转移" }), officer1]);
    expect(codeOf(one.tell(carrying(), "2026-09-02", officer1))).toBe("enforcement.measure-approval-over");
  });
  test("not approved in time: the law releases it; found needless: it is lifted at once", () => {
    const one = urgent();
    const due = measure.nextDeadline?.(one.state) ?? "";
    expect(due).toBe("2026-10-02T14:31:00.000Z");
    expect(one.lawfully(passing("lapse"), due).state).toMatchObject({
      status: "lapsed",
      lapse: { cause: "unapproved" },
    });
    const lifted = urgent().lawfully(makingUp(false), lastDay, theHead);
    expect(lifted.state).toMatchObject({ status: "ended", ended: { how: "released" } });
    expect(lifted.types).toContain("enforcement.measure.goods-released");
  });
  test("approved, it goes on as any other", () => {
    const one = urgent().lawfully(makingUp(), lastDay, theHead);
    expect(one.state.approveBy).toBeUndefined();
    expect(codeOf(one.tell(extending(), lastDay, theHead))).toBe("done");
  });
});

describe("QZ-25, CF-56: how long it lasts", () => {
  const vector = vectors.deadlines.find(({ rule }) => rule === "QZ-25");
  const knowing = { calendar: officialCalendar(), town };
  test("by the vector: thirty days of a seizure", () => {
    if (vector === undefined) throw new Error("no vector");
    expect(termOf({ kind: "seizure" }, vector.start, knowing).due).toBe(vector.deadline);
  });
  test("CF-56, by the example of the rule: seven working days of a preservation over the festival", () => {
    expect(termOf({ kind: "preservation" }, "2026-02-12", knowing).due).toBe("2026-02-28");
  });
  test("extended once by thirty days on its last day; the day after it is refused", () => {
    const one = inForce();
    expect(one.state.limit?.due).toBe(lastDay);
    expect(codeOf(inForce().tell(extending(), dayAfter, theHead))).toBe("enforcement.measure-term-over");
    one.lawfully(extending(), lastDay, theHead);
    expect(one.state.limit).toMatchObject({ due: "2026-10-31" });
    expect(codeOf(one.tell(extending(), lastDay, theHead))).toBe("enforcement.measure-extended-already");
  });
  test("a law of its own gives another term", () => {
    const own = town.enforcement.coercion.bases.map((one) => (one.id === basis ? { ...one, termDays: 15 } : one));
    const other = {
      ...town,
      enforcement: { ...town.enforcement, coercion: { ...town.enforcement.coercion, bases: own } },
    };
    const meant = { kind: "seizure" as const, basis: { id: basis, law: "" } };
    expect(termOf(meant, filedOn, { ...knowing, town: other }).due).toBe("2026-09-16");
  });
  test("QZ-25(3): the days of a test do not count; what ends earlier gives the days back", () => {
    const one = inForce().lawfully(testing("2026-09-10"), filedOn, officer1);
    // From the day of the telling; the day of the event does not count anyway (T-1).
    expect(one.state.limit).toMatchObject({ excludedDays: 9, due: "2026-10-10" });
    one.lawfully({ type: "end-test", ...known(), report: sha }, "2026-09-05", officer1);
    expect(one.state.limit).toMatchObject({ excludedDays: 4, due: "2026-10-05" });
  });
  test("a test is no longer than the profile says, on both sides", () => {
    expect(codeOf(inForce().tell(testing("2026-10-31"), filedOn, officer1))).toBe("done");
    expect(codeOf(inForce().tell(testing("2026-11-01"), filedOn, officer1))).toBe("enforcement.test-dates");
  });
  test("all tests together are no longer: a second one wins no days, on both sides", () => {
    const tested = () =>
      inForce()
        .lawfully(testing("2026-09-11"), filedOn, officer1)
        .lawfully({ type: "end-test", ...known(), report: sha }, "2026-09-11", officer1);
    expect(codeOf(tested().tell(testing("2026-10-31"), "2026-09-11", officer1))).toBe("done");
    expect(codeOf(tested().tell(testing("2026-11-01"), "2026-09-11", officer1))).toBe("enforcement.test-dates");
    const whole = inForce().lawfully(testing("2026-10-31"), filedOn, officer1);
    expect(codeOf(whole.tell(testing("2026-11-02"), "2026-11-01", officer1))).toBe("enforcement.test-dates");
  });
  test("CF-56a: a preservation is not extended; sent to a test it holds until the day that was told", () => {
    const one = inForce({ kind: "preservation" });
    expect(one.state.limit?.due).toBe("2026-09-10");
    one.lawfully(testing("2026-09-20"), "2026-09-10", officer1);
    expect(one.state.limit?.due).toBe("2026-09-10");
    expect(measure.nextDeadline?.(one.state)).toBe(startOfDay("2026-09-21"));
    one.lawfully({ type: "end-test", ...known(), report: sha }, "2026-09-15", officer1);
    expect(measure.nextDeadline?.(one.state)).toBe(startOfDay("2026-09-16"));
    expect(codeOf(one.tell(testing("2026-09-18"), "2026-09-15", officer1))).toBe("enforcement.test-under-way");
  });
});

describe("QZ-27, QZ-28: how it ends", () => {
  test("released on its last day; the day after the law has released it, told as late", () => {
    expect(inForce().lawfully(releasing(), lastDay, theHead).state).toMatchObject({
      status: "ended",
      ended: { on: lastDay, how: "released" },
    });
    const one = inForce();
    expect(measure.nextDeadline?.(one.state)).toBe(startOfDay(dayAfter));
    expect(codeOf(one.tell(passing("nothing"), lastDay))).toBe("done");
    one.lawfully(passing("lapse"), dayAfter);
    expect(one.state).toMatchObject({ status: "lapsed", lapse: { cause: "term", on: dayAfter } });
    expect(measure.nextDeadline?.(one.state)).toBeUndefined();
    for (const command of [releasing(), extending()])
      expect(codeOf(one.tell(command, dayAfter, theHead))).toBe("enforcement.measure-not-in-this-state");
  });
  test("some of the goods: the others stay, and the last one ends it", () => {
    const one = inForce({}, { goods: [anItem(), anItem({ title: "香肠" })] });
    one.lawfully(releasing({ goods: ["M1-1"], whole: false, ground: "unrelated" }), filedOn, theHead);
    expect(one.state.status).toBe("in-force");
    expect(codeOf(one.tell(releasing({ goods: ["M1-1"] }), filedOn, theHead))).toBe(
      "enforcement.goods-not-of-the-measure",
    );
    expect(one.lawfully(releasing(), filedOn, theHead).state.status).toBe("ended");
  });
  test("a served decision confiscates what it names; the rest goes back at once", () => {
    const one = inForce({}, { goods: [anItem(), anItem({ title: "香肠" })] });
    one.lawfully({ type: "confiscate", ...known(), proceeding: "CASE1:P1", decided: aDecision() }, lastDay, officer1);
    expect(one.state).toMatchObject({ status: "ended", ended: { how: "confiscated" } });
    expect(one.events).toContainEqual(
      expect.objectContaining({ data: { on: lastDay, proceeding: "CASE1:P1", items: ["M1-1"] } }),
    );
    expect(one.events).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ on: lastDay, items: ["M1-2"], ground: "decided" }) }),
    );
  });
  test.each([
    ["of another party", { party: { id: "P2", key: "KEY-P2" } }],
    ["of another case", { case: "CASE2" }],
    [
      "that names something else",
      { charges: { items: [{ kinds: ["没收非法财物"], confiscation: { goods: ["香肠"] } }] } },
    ],
    ["without confiscation", { charges: { items: [{ kinds: ["罚款"], confiscation: { goods: ["腊肉"] } }] } }],
    ["not to punish", { decision: { outcome: "no-penalty", on: filedOn } }],
  ])("no decision %s takes them", (_what, more) => {
    const command: MeasureCommand = {
      ...{ type: "confiscate", ...known(), proceeding: "CASE1:P1", decided: aDecision(more) },
    };
    expect(codeOf(inForce().tell(command, filedOn, officer1))).toBe("enforcement.not-confiscated-by-decision");
  });
  test("a decision of the last day keeps them until it is served, a day later it does not", () => {
    const decided = (on: string) => aDecision({ status: "decided", decision: { outcome: "punish", on } });
    const one = inForce().lawfully(passing("keep", decided(lastDay)), dayAfter);
    expect(one.state.kept).toEqual({ proceeding: "CASE1:P1", decidedOn: lastDay, until: "2026-11-15" });
    expect(codeOf(inForce().tell(passing("lapse", decided(dayAfter)), dayAfter))).toBe("done");
    // Not served by then either: the law releases them.
    expect(measure.nextDeadline?.(one.state)).toBe(startOfDay("2026-11-16"));
    one.lawfully(passing("lapse", decided(lastDay)), "2026-11-16");
    expect(one.state.lapse?.cause).toBe("unserved");
  });
  test("what was read is what is decided: another answer is asked for again", () => {
    expect(codeOf(inForce().tell(passing("keep"), dayAfter))).toBe("enforcement.measure-changed-meanwhile");
    const seen = { type: "fall", because: "decided", keeps: [], seen: "approved" } as const;
    expect(codeOf(inForce().tell(seen, filedOn))).toBe("enforcement.measure-changed-meanwhile");
  });
  test("QZ-28: it falls with its case, in each state; what is over stays as it was", () => {
    const falls = (one: ReturnType<typeof inForce>) =>
      one.lawfully({ type: "fall", because: "case-over", keeps: [], seen: one.state.status }, filedOn).state.status;
    expect([aProposal(), anApproval(), aRecord(), inForce()].map(falls)).toEqual([
      "dropped",
      "dropped",
      "ended",
      "ended",
    ]);
    expect(falls(inForce().lawfully(passing("lapse"), dayAfter))).toBe("lapsed");
  });
  test("a lapsed measure is over once its last item is settled; one that lost all its goods too", () => {
    const one = inForce().lawfully(passing("lapse"), dayAfter);
    expect(one.lawfully({ type: "note-settled", item: "M1-1", ends: true }, dayAfter).state).toMatchObject({
      status: "ended",
      ended: { how: "lapsed" },
    });
    expect(one.tell({ type: "note-settled", item: "M1-1", ends: true }, dayAfter)).toEqual([]);
    const gone = inForce().lawfully({ type: "note-settled", item: "M1-1", ends: true }, filedOn);
    expect(gone.state.ended?.how).toBe("goods-gone");
  });
  test("CF-27a: goods follow to the police once they have filed it", () => {
    const of = {
      ...aCase(),
      status: "transferred" as const,
      ending: { how: "transferred" as const, to: "police" as const, organ: "禄丰市公安局" },
    };
    const hand = (held: ReturnType<typeof aCase>) =>
      inForce().tell({ type: "hand-over", ...known(held), receipt: "收条1" }, filedOn, officer1);
    expect(codeOf(hand(of))).toBe("enforcement.not-handed-to-another-organ");
    const [limit] = [inForce().state.limit];
    if (limit === undefined) throw new Error("no limit");
    const police = { team: [], reportedOn: filedOn, decideBy: limit, filed: { on: filedOn, goodsBy: limit } };
    expect(codeOf(hand({ ...of, police }))).toBe("done");
    expect(codeOf(hand({ ...of, ending: { ...of.ending, to: "organ" } }))).toBe("done");
  });
});

describe("CF-56a: a seizure takes over what is preserved", () => {
  const adopts = [{ id: "M1-1", relation: "of-the-case" as const, dailyNecessity: false, sealedElsewhere: false }];
  const taking = (more: Partial<Parameters<typeof carrying>[0]> = {}) =>
    anApproval(seizing()).tell(
      carrying({ id: "M2", goods: [], adopts, preservation: preserved().state, ...more }),
      filedOn,
      officer1,
    );
  test("all of it, under its own rules", () => {
    expect(codeOf(taking())).toBe("done");
    expect(codeOf(taking({ adopts: [{ ...(adopts[0] ?? never()), dailyNecessity: true }] }))).toBe(
      "enforcement.daily-necessity",
    );
    expect(codeOf(taking({ adopts: [{ ...(adopts[0] ?? never()), id: "M1-7" }] }))).toBe(
      "enforcement.goods-not-of-the-measure",
    );
    expect(codeOf(taking({ preservation: undefined }))).toBe("enforcement.preservation-not-open");
  });
  test("the preservation is over with it, or nothing happens", () => {
    const by = { type: "be-taken-over", by: "M2", goods: ["M1-1"] } as const;
    expect(preserved().lawfully(by, filedOn).state).toMatchObject({ status: "ended", ended: { how: "seized" } });
    expect(codeOf(preserved().tell({ ...by, goods: [] }, filedOn))).toBe("enforcement.preservation-not-open");
  });
});

function never(): never {
  throw new Error("nothing to adopt");
}

const states: Readonly<Record<string, () => Measure>> = {
  proposed: () => aProposal().state,
  refused: () => aProposal().lawfully({ type: "refuse", of: aCase(), reasons: "不必" }, filedOn, theHead).state,
  approved: () => anApproval().state,
  dropped: () => aProposal().lawfully({ type: "drop", ...known(), reasons: "不必" }, filedOn, officer1).state,
  recorded: () => ({ ...aRecord().state, approveBy: "2026-09-02T00:00:00.000Z" }),
  "in-force": () => inForce().state,
  lapsed: () => inForce().lawfully(passing("lapse"), dayAfter).state,
  ended: () => inForce().lawfully(releasing(), filedOn, theHead).state,
};
const transferred = {
  ...aCase(),
  status: "transferred" as const,
  ending: { how: "transferred" as const, to: "organ" as const, organ: "禄丰市某局" },
};
const commands: Readonly<Record<string, MeasureCommand>> = {
  approve: approve(),
  refuse: { type: "refuse", of: aCase(), reasons: "不必" },
  drop: { type: "drop", ...known(), reasons: "不必" },
  "carry-out": carrying(),
  countersign: countersign(),
  "make-up-approval": makingUp(),
  extend: extending(),
  "begin-test": testing("2026-09-10"),
  "end-test": { type: "end-test", ...known(), report: sha },
  release: releasing(),
  "keep-for-fine": keepingForFine,
  confiscate: { type: "confiscate", ...known(), proceeding: "CASE1:P1", decided: aDecision() },
  "hand-over": { type: "hand-over", ...known(transferred), receipt: "收条1" },
};
const byHead: ReadonlySet<string> = new Set([
  "approve",
  "refuse",
  "make-up-approval",
  "extend",
  "release",
  "keep-for-fine",
]);
const actorOf = (command: string): Actor =>
  byHead.has(command) ? theHead : command === "countersign" ? officer2 : officer1;

walkStates("a measure", {
  decider: measure,
  moves: measureMoves,
  impossible: "enforcement.measure-not-in-this-state",
  states: {
    ...states,
    "in-force": (command) => {
      const { state } = inForce();
      if (command === "make-up-approval") return { ...state, approveBy: "2026-09-02T00:00:00.000Z" };
      if (command !== "end-test") return state;
      return inForce().lawfully(testing("2026-09-10"), filedOn, officer1).state;
    },
  },
  told: commands,
  context: (command) => at()(filedOn, actorOf(command)),
});

test("a stranger's login, the party's too, moves nothing (L1)", () => {
  for (const command of Object.values(commands))
    expect(isRejection(inForce().tell(command, filedOn, aVendor))).toBe(true);
});
