import { describe, expect, test } from "vitest";
import type { Naming } from "../../../services/permits/common/domain/named-people.ts";
import { permits } from "../../../services/permits/service.ts";
import { inspection } from "../../../services/permits/supervision/domain/inspection/decider.ts";
import type { InspectionCommand } from "../../../services/permits/supervision/domain/inspection/messages.ts";
import { report } from "../../../services/permits/supervision/domain/report/decider.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import type { Recusal } from "../../../shared/people/index.ts";
import { on, refusalOf } from "../../support/deciding.ts";
import { theApprover, theClerk, theMayor } from "../cases/builders.ts";
import { aCertificate, aPaper, aProposal } from "../certificates/builders.ts";
import {
  acknowledging,
  again,
  concluded,
  findings,
  handingOver,
  heldBy,
  heldOn,
  inspector1,
  inspector2,
  inspector3,
  inspectors,
  lookingInto,
  planned,
  plannedOn,
  planning,
  putRightBy,
  recording,
  reinspection,
  reported,
  reporting,
  signedByAll,
  supervised,
  theHolder,
  theManager,
  toPutRight,
  violation,
} from "./builders.ts";

const plan = (more: Parameters<typeof planning>[0], actor = theManager) =>
  inspection.decide(undefined, planning(more), on(plannedOn, actor));
const codeOf = (decision: Parameters<typeof refusalOf>[0]) => refusalOf(decision).code;

describe("XK-61: a supervision inspection is planned by the office that answers for the licence", () => {
  test("two inspectors, neither who granted it (L1) nor who holds it, and one person named twice is one", () => {
    const [first] = inspectors;
    expect(codeOf(plan({ inspectors: first === undefined ? [] : [first, first] }))).toBe("permits.two-inspect");
    const and = (sub: string) => plan({ inspectors: [...inspectors, { sub, name: "另一人" }] });
    expect(codeOf(and(theApprover.sub))).toBe("permits.decider-cannot-inspect");
    expect(codeOf(and(theHolder.sub))).toBe("permits.holder-cannot-inspect");
    expect(Array.isArray(plan({}))).toBe(true);
  });

  test("each is a person whom the town knows, under his own name, once; an officer by his certificate in force", () => {
    const named = (...people: Naming[]) => plan({ inspectors: people });
    expect(refusalOf(named("officer-1", "officer-9"))).toMatchObject({
      code: "permits.unknown-person",
      pointer: "/inspectors/1",
    });
    expect(codeOf(named("officer-1", "OFFICER-2"))).toBe("permits.unknown-person");
    expect(codeOf(named("officer-1", { sub: "officer-2", name: "另一人" }))).toBe("permits.person-differs");
    expect(codeOf(named("officer-1", { sub: "officer-1", name: "执法一号" }))).toBe("permits.two-inspect");
    const [first] = [named("officer-1", "officer-2")].flat();
    expect(first).toMatchObject({ personal: { inspectors } });
    expect(codeOf(reported().tell(lookingInto({ inspectors: ["officer-1", "x"] }), plannedOn, theManager))).toBe(
      "permits.unknown-person",
    );
    const change = { type: "rearrange", inspectors: ["officer-1", "x"], reasons: "请假" } as const;
    expect(codeOf(planned().tell(change, plannedOn, theManager))).toBe("permits.unknown-person");
  });

  test("CF-43a: a person asked to keep out of the licence's case does not inspect it, until the head has said no", () => {
    const asked = { sub: "officer-2", askedBy: "holder-1", askedOn: "2026-03-02", ground: "relative" } as const;
    const by = (recused: boolean) => ({ ...asked, decided: { by: "zhen-zhang", on: "2026-03-03", recused } });
    const afterAsking = (...recusals: Recusal[]) => plan({ supervised: supervised({ recusals }) });
    expect(codeOf(afterAsking(asked))).toBe("permits.inspector-recused");
    expect(codeOf(afterAsking(by(true)))).toBe("permits.inspector-recused");
    expect(Array.isArray(afterAsking(by(false)))).toBe(true);
    const change = { type: "rearrange", inspectors, reasons: "请假", recusals: [asked] } as const;
    expect(codeOf(planned().tell(change, plannedOn, theManager))).toBe("permits.inspector-recused");
  });

  test("CF-43: the holder does not inspect himself, by whatever login", () => {
    const one = planned({ supervised: supervised({ party: "party-1" }) });
    const himself = { ...inspector1, party: "party-1" };
    expect(codeOf(one.tell(recording(), heldOn, himself))).toBe("permits.own-case");
    expect(Array.isArray(one.tell(recording(), heldOn, { ...inspector1, party: "party-2" }))).toBe(true);
    expect(codeOf(one.tell({ type: "sign" }, heldOn, himself))).toBe("permits.own-case");
  });

  test("not by another office, nor of what is not in force; the town's leaders may", () => {
    expect(codeOf(plan({}, { ...theManager, office: "social-affairs" }))).toBe("permits.not-your-office");
    expect(Array.isArray(plan({}, theMayor))).toBe(true);
    const cancel = { type: "cancel", ground: "force-majeure", document: aPaper } as const;
    expect(
      refusalOf(plan({ supervised: supervised({ state: aCertificate({}, [cancel, "2026-05-01"]) }) })),
    ).toMatchObject({ code: "permits.nothing-to-supervise", details: { status: "cancelled", rule: "XK-61" } });
    const suspend = { type: "suspend", document: aPaper } as const;
    expect(Array.isArray(plan({ supervised: supervised({ state: aCertificate({}, [suspend, "2026-05-01"]) }) }))).toBe(
      true,
    );
  });

  test("for today or later; the holder is told only of an announced one", () => {
    expect(codeOf(plan({ by: "2026-05-05" }))).toBe("permits.inspection-in-the-past");
    expect(Array.isArray(plan({ by: plannedOn }))).toBe(true);
    expect(planned().types).toEqual(["permits.inspection.planned"]);
    expect(inspection.listed?.(planned().state, "X").byOwner).toBeUndefined();
    const told = planned({ announced: true });
    expect(told.types).toEqual(["permits.inspection.planned", "permits.inspection.announced"]);
    expect(inspection.listed?.(told.state, "X").byOwner).toEqual({
      partition: "inspection:holder-1",
      sort: `${heldBy}#X`,
    });
  });

  test("its points are the profile's, those of other items aside", () => {
    const ids = (state = planned().state) => state.points.map(({ id }) => id);
    expect(ids()).toContain("pesticide-ledger");
    const other = aCertificate({ item: { code: "PL-019", name: { zh: "另一事项", en: "Another" } } });
    const of = planned({ supervised: supervised({ state: other }) });
    expect(ids(of.state)).toContain("scope");
    expect(ids(of.state)).not.toContain("pesticide-ledger");
  });

  test("XK-63: no more routine ones in a year than the town allows itself; for a cause there is no such number", () => {
    expect(refusalOf(plan({ occasion: { kind: "routine", round: 2 } }))).toMatchObject({
      code: "permits.inspected-enough",
      details: { rule: "XK-63" },
    });
    expect(Array.isArray(plan({ occasion: { kind: "for-cause", brief: "有线索" } }))).toBe(true);
    const later: InspectionCommand = { type: "rearrange", by: "2027-01-04", reasons: "大雪" };
    expect(codeOf(planned().tell(later, heldOn, theManager))).toBe("permits.round-of-its-year");
    expect(planned({}, [{ ...later, by: "2026-12-31" }, theManager]).state.by).toBe("2026-12-31");
  });

  test("not held by its day it is late, once, on record; a later day is a new one to keep", () => {
    const one = planned();
    expect(one.letPass(heldBy)).toEqual([]);
    expect(one.letPass("2026-06-30")).toEqual(["2026-05-21"]);
    expect(one.events.at(-1)).toMatchObject({
      type: "permits.inspection.overdue",
      data: { what: "inspection", due: heldBy },
    });
    one.lawfully({ type: "rearrange", place: "店里", reasons: "迁址" }, "2026-06-30", theManager);
    expect(one.state).toMatchObject({ late: true, place: "店里" });
    one.lawfully({ type: "rearrange", by: "2026-07-10", reasons: "改期" }, "2026-06-30", theManager);
    expect(one.letPass("2026-07-11")).toEqual(["2026-07-11"]);
  });
});

describe("XK-61: what was found is recorded and signed", () => {
  const record = (more: Parameters<typeof recording>[0], actor: Actor = inspector1) =>
    planned().tell(recording(more), heldOn, actor);

  test("by one of its inspectors, point by point, with a result that follows from them", () => {
    expect(codeOf(record({}, { ...inspector1, sub: "x" }))).toBe("permits.not-an-inspector");
    expect(codeOf(record({ findings: findings().slice(1) }))).toBe("permits.points-missing");
    expect(codeOf(record({ findings: [...findings(), { point: "hair", result: "conforms" }] }))).toBe(
      "permits.points-missing",
    );
    const [twice] = findings();
    expect(codeOf(record({ findings: [...findings().slice(0, -1), ...(twice === undefined ? [] : [twice])] }))).toBe(
      "permits.points-missing",
    );
    expect(codeOf(record({ findings: findings("scope") }))).toBe("permits.result-against-findings");
    expect(codeOf(record({ result: "violation" }))).toBe("permits.result-against-findings");
    expect(codeOf(record({ heldOn: "2026-05-14" }))).toBe("permits.held-in-the-future");
    expect(codeOf(record({ heldOn: "2026-05-05" }))).toBe("permits.held-before-planned");
    expect(Array.isArray(record({ heldOn: plannedOn }))).toBe(true);
    const putRight = { findings: findings("scope"), result: "put-right" } as const;
    expect(codeOf(record(putRight))).toBe("permits.day-for-putting-right");
    expect(codeOf(record({ ...putRight, putRightBy: heldOn }))).toBe("permits.day-for-putting-right");
    expect(Array.isArray(record({ ...putRight, putRightBy: "2026-05-14" }))).toBe(true);
    expect(codeOf(record({ putRightBy: "2026-05-14" }))).toBe("permits.day-for-putting-right");
  });

  test("XK-58: nothing is charged for it, not a fen", () => {
    expect(refusalOf(record({ chargedFen: 1 }))).toMatchObject({
      code: "permits.inspection-is-free",
      details: { rule: "XK-58" },
      pointer: "/chargedFen",
    });
  });

  test("it can be put differently until somebody has signed, and never afterwards", () => {
    const one = planned({}, [recording(), inspector1], [violation, inspector2]);
    expect(one.state).toMatchObject({
      status: "unsigned",
      record: { result: "violation", recordedBy: inspector2.sub },
    });
    one.lawfully({ type: "sign" }, heldOn, inspector2);
    expect(codeOf(one.tell(recording(), heldOn, inspector2))).toBe("permits.inspection-signed");
    const acknowledged = planned({}, [recording(), inspector1], [acknowledging, inspector1]);
    expect(codeOf(acknowledged.tell(recording(), heldOn, inspector1))).toBe("permits.inspection-signed");
  });

  test("each inspector signs for himself, once; it is closed when all have and the person inspected has", () => {
    const one = planned({}, [recording(), inspector1]);
    expect(codeOf(one.tell({ type: "sign" }, heldOn, theManager))).toBe("permits.not-an-inspector");
    one.lawfully({ type: "sign" }, heldOn, inspector1).lawfully({ type: "sign" }, heldOn, inspector1);
    one.lawfully(acknowledging, heldOn, inspector1);
    expect(one.state).toMatchObject({ status: "unsigned", signatures: [{ by: "officer-1" }] });
    one.lawfully({ type: "sign", remarks: "另有意见" }, "2026-05-14", inspector2);
    expect(one.state).toMatchObject({
      status: "archived",
      concludedOn: "2026-05-14",
      number: { text: { zh: "禄丰市农业农村局（广通）检〔2026〕1号" } },
      signatures: [{ by: "officer-1" }, { by: "officer-2", remarks: "另有意见" }],
    });
  });

  test("three working days after it was held everybody has signed, else it is late, once, on record", () => {
    const one = planned({}, [recording(), inspector1], [acknowledging, inspector1]);
    expect(one.state).toMatchObject({ signing: { due: "2026-05-18" } });
    expect(one.letPass("2026-05-18")).toEqual([]);
    expect(one.letPass("2026-07-01")).toEqual(["2026-05-19"]);
    expect(one.events.at(-1)?.data).toMatchObject({ what: "signing", due: "2026-05-18" });
    one.lawfully({ type: "sign" }, "2026-07-01", inspector1).lawfully({ type: "sign" }, "2026-07-01", inspector2);
    expect(one.state).toMatchObject({ status: "archived", signingLate: true, concludedOn: "2026-07-01" });
  });

  test("where one can sign no more it is held anew by others: only the town's leaders say so, and nothing signed counts", () => {
    const one = planned({}, [violation, inspector1], [{ type: "sign" }, inspector1], [acknowledging, inspector1]);
    const anew: InspectionCommand = { type: "hold-anew", reasons: "检查人员调离" };
    expect(codeOf(one.tell(anew, heldOn, theManager))).toBe("permits.leader-only");
    one.lawfully(anew, heldOn, theMayor);
    expect(one.state).toEqual(planned().state);
    expect(one.types).toContain("permits.inspection.recorded");
    one.lawfully(recording(), heldOn, inspector1);
    expect(one.state).toMatchObject({ status: "unsigned", signatures: [], record: { result: "conforming" } });
  });

  test("whoever signs last closes it, whichever it is", () => {
    const [first, second, acknowledged] = signedByAll;
    for (const order of [
      [acknowledged, first, second],
      [second, acknowledged, first],
    ])
      expect(planned({}, [recording(), inspector1], ...order).state.status).toBe("archived");
  });

  test("that the person inspected refused or was absent is put down by an inspector with a witness who is none", () => {
    const unsigned = () => planned({}, [recording(), inspector1]);
    const refused = (witness: string): InspectionCommand => ({
      ...acknowledging,
      acknowledgement: { how: "refused", reasons: "不认可", witness },
    });
    expect(codeOf(unsigned().tell(refused("执法 二号"), heldOn, inspector1))).toBe("permits.witness-is-none");
    expect(codeOf(unsigned().tell(refused("村委会委员"), heldOn, theHolder))).toBe("permits.witness-is-none");
    expect(codeOf(unsigned().tell(acknowledging, heldOn, theManager))).toBe("permits.not-an-inspector");
    const one = unsigned().lawfully(refused("村委会委员"), heldOn, inspector1);
    expect(one.state).toMatchObject({ acknowledged: { how: "refused", witness: "村委会委员" } });
    expect(codeOf(one.tell(acknowledging, heldOn, inspector1))).toBe("permits.inspection-signed");
    expect(unsigned().lawfully(acknowledging, heldOn, theHolder).state).toMatchObject({
      acknowledged: { how: "signed" },
    });
  });

  test("XK-63: whether business was hindered or anything demanded is asked, and told to who supervises", () => {
    const conduct = { hindered: false, demanded: true, words: "要了两包烟" };
    const one = planned({}, [recording(), inspector1], [{ ...acknowledging, conduct }, theHolder]);
    expect(one.events.at(-1)).toMatchObject({
      type: "permits.inspection.conduct-stated",
      data: { hindered: false, demanded: true },
    });
    expect(JSON.stringify(one.events.map(({ data }) => data))).not.toContain("烟");
  });

  test("A-15: in the archive nothing changes it: only notes are put beside it, by its inspectors or the office's head", () => {
    const one = concluded();
    const signed = structuredClone(one.state);
    const note: InspectionCommand = { type: "annotate", text: "更正：门牌号" };
    expect(codeOf(one.tell(note, heldOn, { ...inspector1, sub: "x" }))).toBe("permits.not-an-inspector");
    expect(codeOf(one.tell(note, heldOn, { ...theManager, office: "social-affairs" }))).toBe(
      "permits.not-an-inspector",
    );
    one.lawfully(note, "2026-05-20", inspector2).lawfully(note, "2026-05-21", theManager);
    expect(one.state).toEqual({
      ...signed,
      annotations: [
        { on: "2026-05-20", by: inspector2.sub, text: "更正：门牌号" },
        { on: "2026-05-21", by: theManager.sub, text: "更正：门牌号" },
      ],
    });
  });
});

describe("XK-61: what follows from a violation is part of the record", () => {
  const act = (measures: (typeof handingOver)["measures"], certificate = aCertificate()) =>
    concluded(violation).tell({ ...handingOver, measures, certificate }, "2026-05-20", theManager);

  test("it waits for it, ten working days; nothing done is late, once, on record", () => {
    const one = concluded(violation);
    expect(one.state).toMatchObject({ status: "to-act", handling: { due: "2026-05-27", rule: "XK-61" } });
    expect(one.letPass("2026-05-27")).toEqual([]);
    expect(one.letPass("2026-07-01")).toEqual(["2026-05-28"]);
    expect(one.events.at(-1)).toMatchObject({ type: "permits.inspection.overdue", data: { what: "handling" } });
    one.lawfully(handingOver, "2026-07-01", theManager);
    expect(one.state).toMatchObject({ status: "archived", handlingLate: true, acted: { measures: ["enforcement"] } });
  });

  test("a measure counts that the register shows since the day of the inspection", () => {
    const suspended = (on: string) => aCertificate({}, [{ type: "suspend", document: aPaper }, on]);
    const proposed = (on: string) => aCertificate({}, [aProposal(), on]);
    expect(codeOf(act(["suspension"]))).toBe("permits.measure-not-taken");
    expect(codeOf(act(["suspension"], suspended("2026-05-12")))).toBe("permits.measure-not-taken");
    expect(Array.isArray(act(["suspension"], suspended(heldOn)))).toBe(true);
    expect(codeOf(act(["revocation"], proposed("2026-05-12")))).toBe("permits.measure-not-taken");
    expect(Array.isArray(act(["revocation"], proposed(heldOn)))).toBe(true);
    expect(codeOf(act(["enforcement", "revocation"]))).toBe("permits.measure-not-taken");
  });

  test("only by the office that answers for the licence; enforcement is told the points, and of no person", () => {
    const one = concluded(violation);
    const stranger = { ...theManager, office: "social-affairs" };
    expect(codeOf(one.tell(handingOver, heldOn, stranger))).toBe("permits.not-your-office");
    one.lawfully(handingOver, heldOn, theManager);
    expect(one.events.at(-1)).toMatchObject({
      type: "permits.inspection.handed-over",
      data: { failed: ["scope"], certificate: "CERTIFICATE1", heldOn },
    });
  });
});

describe("XK-66: what was to be put right is looked at again", () => {
  test("within five working days after its day; late once, on record", () => {
    expect(concluded(toPutRight).state).toMatchObject({ status: "archived", record: { putRightBy } });
    const one = reinspection();
    expect(one.state).toMatchObject({ occasion: "re-inspection", announced: true, by: "2026-06-08" });
    expect(one.letPass("2026-06-08")).toEqual([]);
    expect(one.letPass("2026-07-01")).toEqual(["2026-06-09"]);
    expect(one.events.at(-1)?.data).toMatchObject({ what: "re-inspection" });
  });

  test("found right it may be earlier; found wrong only after the day, and then it is dealt with, not put off", () => {
    expect(Array.isArray(reinspection().tell(recording(), heldOn, inspector1))).toBe(true);
    const wrong = (on: string) => reinspection().tell({ ...violation, heldOn: on }, on, inspector1);
    expect(codeOf(wrong(putRightBy))).toBe("permits.still-time-to-put-right");
    expect(Array.isArray(wrong("2026-06-02"))).toBe(true);
    const off = { ...toPutRight, heldOn: "2026-06-02", putRightBy: "2026-07-01" };
    expect(codeOf(reinspection().tell(off, "2026-06-02", inspector1))).toBe("permits.put-right-once");
  });

  test("nobody calls it off or moves its day; others may hold it", () => {
    const one = reinspection();
    expect(codeOf(one.tell({ type: "call-off", reasons: "不查了" }, heldOn, theManager))).toBe(
      "permits.inspection-must-be-held",
    );
    const move: InspectionCommand = { type: "rearrange", by: "2026-06-30", reasons: "忙" };
    expect(codeOf(one.tell(move, heldOn, theManager))).toBe("permits.reinspection-keeps-its-day");
    const others = [...inspectors.slice(1), inspector3];
    one.lawfully({ type: "rearrange", inspectors: others, reasons: "请假" }, heldOn, theManager);
    expect(one.state.inspectors).toEqual(others);
    expect(one.tell(again, heldOn)).toEqual([]);
  });
});

describe("XK-65: a report leads to an inspection or to a reasoned refusal", () => {
  const reporter = "reporter-1";
  test("ten working days; late once, on record", () => {
    const one = reported();
    expect(one.state.limit.due).toBe("2026-05-19");
    expect(one.letPass("2026-07-01")).toEqual(["2026-05-20"]);
    expect(one.types.at(-1)).toBe("permits.report.overdue");
  });

  test("looked into by the office of the item, of a certificate of the item, unannounced", () => {
    expect(codeOf(reported().tell(lookingInto(), plannedOn, { ...theManager, office: "social-affairs" }))).toBe(
      "permits.not-your-office",
    );
    expect(codeOf(reported({ item: "PL-019" }).tell(lookingInto(), plannedOn, theManager))).toBe(
      "permits.certificate-of-another-item",
    );
    const refusing = { type: "decline", reasons: "查无此店" } as const;
    expect(codeOf(reported().tell(refusing, plannedOn, { ...theManager, office: "social-affairs" }))).toBe(
      "permits.not-your-office",
    );
    expect(Array.isArray(reported().tell(refusing, plannedOn, theMayor))).toBe(true);
    const alone = lookingInto({ inspectors: inspectors.slice(0, 1) });
    expect(codeOf(reported().tell(alone, plannedOn, theManager))).toBe("permits.two-inspect");
    expect(codeOf(reported().tell(lookingInto({ supervised: undefined }), plannedOn, theManager))).toBe(
      "permits.no-such-certificate",
    );
    const one = reported({}, [lookingInto(), theManager]).lawfully({ type: "conclude", result: "violation" }, heldOn);
    expect(one.state).toMatchObject({ status: "answered", reply: { result: "violation" } });
    expect(one.tell({ type: "conclude", result: "violation" }, heldOn)).toEqual([]);
  });

  test("no event's data says who reported or what he wrote; an anonymous one leaves no name at all", () => {
    const one = reported({}, [lookingInto(), theManager]);
    expect(JSON.stringify(one.events.map(({ data }) => data))).not.toMatch(/司马|13987654321|reporter-1|农药[^经]/);
    expect(one.state).toMatchObject({ owner: reporter, contact: { name: "司马光光" } });
    const anonymous = reported({ anonymous: true });
    expect(JSON.stringify(anonymous.events)).not.toMatch(/司马|13987654321/);
  });

  test("a clerk who takes one down does not own it; an item without a guide is unknown", () => {
    const file = (office: string | undefined) =>
      report.decide(undefined, reporting({ office }), on(plannedOn, theClerk));
    expect(file("agriculture-centre")).toMatchObject([
      { data: { channel: "in-person" }, personal: { place: "某某村" } },
    ]);
    expect(JSON.stringify(file("agriculture-centre"))).not.toContain(theClerk.sub);
    expect(codeOf(file(undefined))).toBe("permits.unknown-item");
  });
});

test("PIPL: no event's data names the holder, the witness or an inspector, and every published event keeps its contract", () => {
  const refused: InspectionCommand = {
    ...acknowledging,
    acknowledgement: { how: "refused", reasons: "欧阳娜娜不服", witness: "诸葛村长" },
  };
  const told = planned({ announced: true, occasion: { kind: "for-cause", brief: "欧阳娜娜被举报" } }, [
    { ...violation, summary: "欧阳娜娜在场" },
    inspector1,
  ]).lawfully(refused, heldOn, inspector1);
  told.lawfully({ type: "sign" }, heldOn, inspector1).lawfully({ type: "sign" }, heldOn, inspector2);
  told
    .lawfully(handingOver, heldOn, theManager)
    .lawfully({ type: "annotate", text: "欧阳娜娜来电" }, heldOn, inspector1);
  const late = planned();
  late.letPass("2026-07-01");
  const handed = reported({}, [{ type: "hand-over", reasons: "无证" }, theManager]);
  for (const { type, data } of [
    ...told.events,
    ...late.events,
    ...handed.events,
    ...reported({}, [lookingInto(), theManager]).events,
  ]) {
    expect(JSON.stringify(data)).not.toMatch(/欧阳|诸葛|检查"|inspector-|举报/);
    const contract = permits.publishes[type];
    if (contract !== undefined) expect(contract.safeParse(data).error).toBeUndefined();
  }
  expect(told.types.filter((type) => type in permits.publishes)).toEqual([
    "permits.inspection.announced",
    "permits.inspection.conduct-stated",
    "permits.inspection.concluded",
    "permits.inspection.acted",
    "permits.inspection.handed-over",
  ]);
});
