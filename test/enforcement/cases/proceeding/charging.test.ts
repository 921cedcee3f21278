import { describe, expect, test } from "vitest";
import { anOfficer, certified } from "../../common/builders.ts";
import {
  aCase,
  aCharge,
  aFine,
  afterwards,
  anAct,
  anEvidence,
  another,
  aParty,
  aPenalty,
  aPower,
  begins,
  charged,
  chargedOn,
  charges,
  circumstances,
  decides,
  fined,
  missingAt,
  noticed,
  officerA,
  officerB,
  refusedFor,
  serves,
  someGrounds,
  stranger,
  theHead,
  theParty,
  told,
  withCase,
} from "./builders.ts";

const begun = (grounds = someGrounds()) => told([begins(grounds), chargedOn, officerA]);
const charging = (items = [aCharge()], grounds = someGrounds(), actor = officerA) =>
  refusedFor(begun().tell(charges(items, grounds), chargedOn, actor));

describe("CF-42: officers of the case act", () => {
  test("a stranger to the case begins nothing", () => {
    expect(refusedFor(told().tell(begins(), chargedOn, stranger))).toMatchObject({
      code: "enforcement.not-a-handler",
      rule: "CF-42",
    });
  });
  test("an officer whose certificate ended yesterday charges nothing", () => {
    const ended = anOfficer(officerA.sub, [certified({ until: "2026-03-22" })]);
    const grounds = someGrounds({ officers: [ended, anOfficer(officerB.sub)] });
    expect(charging([aCharge()], grounds)).toMatchObject({ code: "enforcement.not-a-handler" });
    const lastDay = anOfficer(officerA.sub, [certified({ until: chargedOn })]);
    expect(begun().tell(charges([aCharge()], { officers: [lastDay] }), chargedOn, officerA)).toHaveLength(1);
  });
  test("the officer who charged does not countersign, the other does", () => {
    const one = begun().lawfully(charges(), chargedOn, officerA);
    const sign = { ...someGrounds(), type: "countersign" } as const;
    expect(refusedFor(one.tell(sign, chargedOn, officerA))).toMatchObject({
      code: "enforcement.own-signature",
      rule: "CF-42",
    });
    expect(one.tell(sign, chargedOn, officerB)).toHaveLength(1);
    expect(refusedFor(one.tell(sign, chargedOn, officerB))).toMatchObject({ code: "enforcement.nothing-to-sign" });
  });
  test("CF-43: a recused officer charges nothing, one of whom it is only asked goes on", () => {
    const asked = { sub: officerA.sub, askedBy: "x", askedOn: chargedOn, ground: "relative" } as const;
    const recused = { ...asked, decided: { by: theHead.sub, on: chargedOn, recused: true } };
    expect(charging([aCharge()], withCase({ recusals: [recused] }))).toMatchObject({
      code: "enforcement.recused",
      rule: "CF-43",
    });
    expect(charging([aCharge()], withCase({ recusals: [asked] }))).toHaveLength(1);
  });
  test("CF-43: the party, if he is an officer of the case, takes no step for the town", () => {
    const self = { ...officerA, party: "KEY1" };
    expect(refusedFor(told().tell(begins(), chargedOn, self))).toMatchObject({ code: "enforcement.recused" });
    expect(charging([aCharge()], someGrounds(), self)).toMatchObject({ code: "enforcement.recused" });
  });
});

describe("CF-29a: of each party his own", () => {
  test("only a party of the case has a proceeding", () => {
    const command = { ...begins(), party: "P9" };
    expect(refusedFor(told().tell(command, chargedOn, officerA))).toMatchObject({
      code: "enforcement.no-such-party",
    });
  });
  test("an act of another party is not charged", () => {
    const grounds = withCase({ acts: [anAct(), anAct({ id: "A2", by: ["P2"] })] });
    expect(charging([aCharge({ act: "A2" })], grounds)).toMatchObject({
      code: "enforcement.act-not-his",
      rule: "CF-29a",
      pointer: "/charges/0/act",
    });
  });
  test("CF-54: nothing is charged in a case that is suspended", () => {
    expect(charging([aCharge()], withCase({ status: "suspended" }))).toMatchObject({
      code: "enforcement.not-investigating",
    });
  });
});

describe("CF-40: each fact points to evidence", () => {
  const fact = (evidence: readonly string[]) => [aCharge({ facts: [{ text: "事实", evidence }] })];
  test("a fact without any is refused, and a charge without facts", () => {
    const code = { code: "enforcement.evidence-not-established", rule: "CF-40" };
    expect(charging(fact([]))).toMatchObject(code);
    expect(charging([aCharge({ facts: [] })])).toMatchObject(code);
  });
  test("evidence that no second officer signed, that was excluded or is not of the case does not count", () => {
    const of = (more: Partial<ReturnType<typeof anEvidence>> & { readonly excluded?: string }) =>
      withCase({ evidence: [anEvidence("E1", more)] });
    const code = { code: "enforcement.evidence-not-established" };
    expect(charging(fact(["E1"]), of({ established: false }))).toMatchObject(code);
    expect(charging(fact(["E1"]), of({ excluded: "unlawful" }))).toMatchObject(code);
    expect(charging(fact(["E2"]))).toMatchObject(code);
    expect(charging(fact(["E1"]))).toHaveLength(1);
  });
  test("CF-29a: evidence of another act, of this party or of another, proves nothing here", () => {
    const elsewhere = withCase({ evidence: [anEvidence("E1", { acts: ["A2"] })] });
    expect(charging([aCharge()], elsewhere)).toMatchObject({
      code: "enforcement.evidence-not-established",
    });
  });
  test("evidence excluded after the charges keeps the decision back", () => {
    const grounds = withCase({ evidence: [anEvidence("E1", { excluded: "unlawful" })] });
    expect(missingAt(noticed().tell(decides(grounds), afterwards, theHead))).toEqual(["evidence"]);
  });
});

describe("CF-28: order to correct, gains and refunds", () => {
  const gains = (gainsFen: number, refundsFen: number, more = {}) =>
    charging([
      aCharge({ kinds: ["罚款", "没收违法所得"], confiscation: { gainsFen, refundsFen, goods: [] }, ...more }),
    ]);
  test("no penalty without an order to correct", () => {
    expect(charging([aCharge({ order: { text: " " } })])).toMatchObject({
      code: "enforcement.order-to-correct-missing",
      rule: "CF-28",
    });
  });
  test("more cannot go back to victims than was gained", () => {
    expect(gains(10_000, 10_001)).toMatchObject({ code: "enforcement.gains-below-refunds", rule: "CF-28" });
    expect(gains(10_000, 9_999)).toHaveLength(1);
  });
  test("12,000 yuan gained, 2,000 returned: 10,000 are confiscated", async () => {
    const { owed } = await import("../../../../services/enforcement/cases/domain/proceeding/weighing.ts");
    const item = aCharge({
      kinds: ["没收违法所得"],
      confiscation: { gainsFen: 1_200_000, refundsFen: 200_000, goods: [] },
    });
    const { fine: _fine, ...rest } = item;
    const one = charged([rest]);
    expect(owed({ ...one.state, decision: { outcome: "punish" } })).toEqual({ fineFen: 0, gainsFen: 1_000_000 });
  });
  test("a sum belongs to its kind, and a kind to its sum (CF-9)", () => {
    const code = { code: "enforcement.kinds-unlike-amounts", rule: "CF-9" };
    expect(charging([aCharge({ kinds: ["警告"] })])).toMatchObject(code);
    const { fine: _fine, ...bare } = aCharge();
    expect(charging([{ ...bare }])).toMatchObject(code);
    expect(gains(10_000, 10_000)).toMatchObject(code);
    expect(charging([aCharge({ kinds: ["罚款", "没收非法财物"] })])).toMatchObject(code);
  });
});

describe("CF-29: one act, one fine", () => {
  test("the same act is charged once", () => {
    expect(charging([aCharge(), fined(20_000)])).toMatchObject({ code: "enforcement.fined-once", rule: "CF-29" });
  });
  test("an act that another organ fined is not fined again, but may be warned of", () => {
    const finedElsewhere = { organ: "县市场监管局", document: "某罚〔2026〕1号" };
    expect(charging([aCharge({ finedElsewhere })])).toMatchObject({ code: "enforcement.fined-once", rule: "CF-29" });
    const { fine: _fine, ...bare } = aCharge({ finedElsewhere, kinds: ["警告"] });
    expect(charging([bare])).toHaveLength(1);
  });
});

describe("CF-44 and CF-45: what the party was told binds", () => {
  const heavier = (cause: "defence" | "new-facts" | "legal-review" | "own-review", grounds = someGrounds()) =>
    charges([fined(150_000)], { ...grounds, cause });
  const defended = () => noticed().lawfully({ type: "state-defence", points: ["没有违法"] }, chargedOn, theParty);

  test("g5: nothing becomes heavier because of a defence", () => {
    expect(refusedFor(defended().tell(heavier("defence"), chargedOn, officerA))).toMatchObject({
      code: "enforcement.heavier-for-defence",
      rule: "CF-45",
    });
  });
  test("CF-45: nor may a defence be named as the reason where there was none", () => {
    expect(refusedFor(noticed().tell(heavier("defence"), chargedOn, officerA))).toMatchObject({
      code: "enforcement.heavier-for-defence",
    });
  });
  test("g5: under another name neither, once the party has spoken or asked for a hearing", () => {
    for (const cause of ["own-review", "legal-review"] as const)
      expect(refusedFor(defended().tell(heavier(cause), chargedOn, officerA))).toMatchObject({
        code: "enforcement.heavier-for-defence",
      });
  });
  test("CF-57b: facts that were known before the notice are not new", () => {
    const known = withCase({ evidence: [anEvidence("E1"), anEvidence("E2", { collectedOn: "2026-03-22" })] });
    const item = aCharge({
      fine: aFine({ amountFen: 150_000 }),
      facts: [{ text: "另一事实", evidence: ["E1", "E2"] }],
    });
    const code = { code: "enforcement.new-facts-missing", rule: "CF-57b" };
    expect(refusedFor(defended().tell(heavier("new-facts"), chargedOn, officerA))).toMatchObject(code);
    const drawer = charges([item], { ...known, cause: "new-facts" });
    expect(refusedFor(defended().tell(drawer, chargedOn, officerA))).toMatchObject(code);
  });
  test("CF-57b: heavier on new facts needs a new notice, with new time", () => {
    const grounds = withCase({ evidence: [anEvidence("E1"), anEvidence("E2", { collectedOn: chargedOn })] });
    const item = aCharge({
      fine: aFine({ amountFen: 150_000 }),
      facts: [{ text: "另一事实", evidence: ["E1", "E2"] }],
    });
    const one = noticed().lawfully(charges([item], { ...grounds, cause: "new-facts" }), afterwards, officerA);
    expect(one.state.status).toBe("open");
    one.lawfully({ ...grounds, type: "countersign" }, afterwards, officerB);
    const missing = missingAt(one.tell(decides(grounds), afterwards, theHead));
    expect(missing).toEqual(expect.arrayContaining(["notice", "new-notice", "defence", "hearing"]));
    one
      .lawfully({ ...grounds, type: "notify" }, afterwards, officerA)
      .lawfully({ ...grounds, type: "issue-notice" }, afterwards, officerB)
      .lawfully(serves("notice", afterwards), afterwards, officerA);
    expect(missingAt(one.tell(decides(grounds), afterwards, theHead))).toEqual(["defence"]);
  });
  test("CF-57b: a notice that was replaced gives no day, though it arrives", () => {
    const one = charged().lawfully({ ...someGrounds(), type: "notify" }, chargedOn, officerA);
    one.lawfully({ ...someGrounds(), type: "issue-notice" }, chargedOn, officerB);
    const older = { ...serves("notice", chargedOn), number: "广通罚告〔2025〕9号" };
    expect(refusedFor(one.tell(older, chargedOn, officerA))).toMatchObject({
      code: "enforcement.paper-replaced",
      rule: "CF-57b",
    });
    one.lawfully(serves("notice", chargedOn), chargedOn, officerA);
  });
  test("CF-46a: evidence that the party was not told of needs a new notice", () => {
    const grounds = withCase({ evidence: [anEvidence("E1"), anEvidence("E2")] });
    const [fact] = aCharge().facts;
    const item = aCharge({ facts: [{ text: fact?.text ?? "", evidence: ["E1", "E2"] }] });
    const one = noticed().lawfully(charges([item], { ...grounds, cause: "own-review" }), chargedOn, officerA);
    expect(one.state.status).toBe("open");
    expect(
      refusedFor(defended().tell(charges([item], { ...grounds, cause: "own-review" }), chargedOn, officerA)),
    ).toMatchObject({
      code: "enforcement.heavier-for-defence",
    });
  });
  test("CF-57b: lighter needs none, and is signed again by two", () => {
    const one = noticed().lawfully(charges([fined(50_000)], { cause: "defence" }), chargedOn, officerA);
    expect(one.state.status).toBe("noticed");
    expect(missingAt(one.tell(decides(), afterwards, theHead))).toEqual(["charges"]);
  });
  test("CF-45: lowered after a defence and raised again is heavier", () => {
    const one = defended().lawfully(charges([fined(50_000)], { cause: "defence" }), chargedOn, officerA);
    expect(refusedFor(one.tell(charges([fined(60_000)], { cause: "own-review" }), chargedOn, officerA))).toMatchObject({
      code: "enforcement.heavier-for-defence",
    });
  });
  test("CF-57b: another kind, or more goods, is heavier at any fine", () => {
    const goods = (...names: string[]) => ({ gainsFen: 0, refundsFen: 0, goods: names });
    const seized = (...names: string[]) => aCharge({ kinds: ["罚款", "没收非法财物"], confiscation: goods(...names) });
    const stopped = aCharge({ kinds: ["罚款", "责令停产停业"] });
    const changedTo = (items: Parameters<typeof noticed>[0], then: ReturnType<typeof aCharge>) =>
      refusedFor(
        noticed(items)
          .lawfully({ type: "state-defence", points: ["没有违法"] }, chargedOn, theParty)
          .tell(charges([then], { cause: "own-review" }), chargedOn, officerA),
      );
    const code = { code: "enforcement.heavier-for-defence" };
    expect(changedTo([aCharge()], stopped)).toMatchObject(code);
    expect(changedTo([seized("灶具")], seized("灶具", "推车"))).toMatchObject(code);
    expect(changedTo([seized("灶具", "推车")], seized("灶具"))).toHaveLength(1);
  });
  test("CF-45: two small fines instead of one large one are as heavy as their sum and each act", () => {
    const evidence = [anEvidence("E1", { acts: ["A1", "A2"] })];
    const grounds = withCase({ acts: [anAct(), anAct({ id: "A2" })], evidence });
    const items = [fined(50_000), aCharge({ act: "A2", fine: aFine({ amountFen: 50_000 }) })];
    const one = defended();
    expect(
      refusedFor(one.tell(charges(items, { ...grounds, cause: "own-review" }), chargedOn, officerA)),
    ).toMatchObject({ code: "enforcement.heavier-for-defence" });
  });
});

test("CF-31, CF-30: neither a child nor a person without capacity is punished", () => {
  const child = someGrounds({ case: aCase({ parties: [aParty({ bornOn: "2012-03-02" })] }) });
  const one = noticed([aCharge()], child);
  // 14 is reached on the day after the birthday: on 2026-03-02 he is thirteen.
  expect(missingAt(one.tell(decides(child), afterwards, theHead))).toEqual(["capacity"]);
  const incapable = someGrounds({
    case: aCase({ parties: [aParty({ incapable: [{ from: "2026-03-02", until: "2026-03-02" }] })] }),
  });
  expect(missingAt(noticed([aCharge()], incapable).tell(decides(incapable), afterwards, theHead))).toEqual([
    "capacity",
  ]);
});

test("CF-38: a power that was recalled in between decides nothing", () => {
  const recalled = aPower({
    changes: [...aPower().changes, { kind: "recalled", from: afterwards, document: "禄政发〔2026〕3号" }],
  });
  const grounds = someGrounds({ powers: { "PN-070": recalled } });
  expect(missingAt(noticed().tell(decides(grounds), afterwards, theHead))).toEqual(["power"]);
});

test("CF-38: nor one that was not the town's on the day of the act", () => {
  const [change] = aPower().changes;
  if (change === undefined) throw new Error("no change");
  const later = aPower({ changes: [{ ...change, from: "2026-03-03" }] });
  expect(missingAt(noticed().tell(decides({ powers: { "PN-070": later } }), afterwards, theHead))).toEqual(["power"]);
});

test("another resident finds nothing to do here", () => {
  expect(refusedFor(noticed().tell({ type: "state-defence", points: ["我来说"] }, chargedOn, another))).toMatchObject({
    code: "enforcement.not-the-party",
    rule: "CF-45",
  });
});

test("CF-33: slight, corrected and harmless is not punished", () => {
  const items = [aCharge({ circumstances: circumstances({ slight: true, corrected: true, harm: "none" }) })];
  expect(missingAt(noticed(items).tell(decides(), afterwards, theHead))).toEqual(["leniency"]);
  const almost = [aCharge({ circumstances: circumstances({ slight: true, corrected: true, harm: "slight" }) })];
  expect(noticed(almost).tell(decides(), afterwards, theHead)).toHaveLength(1);
});

test("CF-29: an act that was punished on the spot is not fined again", () => {
  const [act] = aCase().acts;
  const earlier = { of: "S1", code: "PN-070", actOn: act?.until ?? act?.from ?? "", decidedOn: "2026-03-01" };
  const records = { "PN-070": { entries: [{ ...earlier, outcome: "punished" as const }] } };
  expect(missingAt(noticed().tell(decides({ records }), afterwards, theHead))).toEqual(["one-fine"]);
  const other = noticed([aCharge({ otherAct: "另一场所的另一次行为" })]);
  expect(other.tell(decides({ records }), afterwards, theHead)).toHaveLength(1);
  const own = { "PN-070": { entries: [{ ...earlier, of: "CASE1:P1", outcome: "punished" as const }] } };
  expect(noticed().tell(decides({ records: own }), afterwards, theHead)).toHaveLength(1);
});

test("a penalty that the list does not know is not charged", () => {
  expect(charging([aCharge({ code: "PN-001" })], someGrounds({ penalties: { "PN-001": aPenalty() } }))).toMatchObject({
    code: "enforcement.unknown-penalty",
  });
});
