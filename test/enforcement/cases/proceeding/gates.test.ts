import { describe, expect, test } from "vitest";
import { gateIds } from "../../../../services/enforcement/cases/domain/proceeding/gate.ts";
import { gatesOf } from "../../../../services/enforcement/cases/domain/proceeding/gates.ts";
import type { KnownCase } from "../../../../services/enforcement/cases/domain/proceeding/known-case.ts";
import type { Decide, Grounds } from "../../../../services/enforcement/cases/domain/proceeding/messages.ts";
import { on } from "../../../support/deciding.ts";
import vectors from "../../../vectors/vectors.json" with { type: "json" };
import { anOfficer } from "../../common/builders.ts";
import {
  aCase,
  aCharge,
  afterwards,
  anEvidence,
  aParty,
  charged,
  chargedOn,
  charges,
  circumstances,
  decides,
  fined,
  lastDay,
  members,
  missingAt,
  noticed,
  officerA,
  officerB,
  refusedFor,
  serves,
  sha,
  someGrounds,
  theChair,
  theHead,
  theParty,
  theReviewer,
  withCase,
} from "./builders.ts";

/** What still keeps a decision back on the first day after the time for a defence. */
const missing = (one: ReturnType<typeof noticed>, more: Partial<Decide> = {}) =>
  missingAt(one.tell(decides(more), afterwards, theHead));
const hearingAfter = "2026-04-20";

describe("decisionGates: the vectors", () => {
  const complex = withCase({ report: { on: "2026-03-20", complex: true } });
  const requested = () => noticed([fined(600_000)]).lawfully({ type: "request-hearing" }, lastDay, theParty);
  const blocked: Readonly<Record<string, () => readonly unknown[]>> = {
    g1: () => missing(noticed(), someGrounds({ officers: [anOfficer(officerA.sub)] })),
    g3: () => missing(charged()),
    g5: () => {
      const g5 = vectors.decisionGates.find(({ id }) => id === "g5");
      const { noticedFineFen = 0, finalFineFen = 0 } = g5 ?? {};
      const one = noticed([fined(noticedFineFen)]).lawfully(
        { type: "state-defence", points: ["没有违法"] },
        chargedOn,
        theParty,
      );
      return [refusedFor(one.tell(charges([fined(finalFineFen)], { cause: "defence" }), chargedOn, officerA))];
    },
    g7: () => missing(noticed([aCharge()], complex), complex),
    g9: () => missing(requested()),
    g11: () => {
      const young = someGrounds({ case: aCase({ parties: [aParty({ bornOn: "2010-03-01" })] }) });
      return [refusedFor(charged([], young).tell(charges([aCharge()], young), chargedOn, officerA))];
    },
    g13: () =>
      missing(noticed([aCharge({ circumstances: circumstances({ slight: true, corrected: true, harm: "none" }) })])),
    g15: () => {
      const crime = withCase({ report: { on: "2026-03-20", suspectedCrime: true } });
      return missing(noticed(), crime);
    },
  };
  const expected: Readonly<Record<string, unknown>> = {
    g1: expect.arrayContaining(["officers"]),
    g3: expect.arrayContaining(["notice"]),
    g5: [{ code: "enforcement.heavier-for-defence", rule: "CF-45", pointer: "/cause" }],
    g7: expect.arrayContaining(["discussion"]),
    g9: expect.arrayContaining(["hearing"]),
    g11: [expect.objectContaining({ code: "enforcement.ground-to-be-applied", rule: "CF-30" })],
    g13: expect.arrayContaining(["leniency"]),
    g15: expect.arrayContaining(["crime"]),
  };
  test.each(vectors.decisionGates)("$id: $expected", ({ id }) => {
    expect(blocked[id]?.()).toEqual(expected[id]);
  });
});

describe("the refusal of a decision is the list of gates", () => {
  test("each gate once, in its order, with its article", () => {
    const one = charged();
    if (one.state.status !== "open") throw new Error("not open");
    const gates = gatesOf(one.state, someGrounds(), on(afterwards));
    expect(gates.map(({ id }) => id)).toEqual(gateIds);
    const refusal = one.tell(decides(), afterwards, theHead);
    expect(refusal).toMatchObject({ code: "enforcement.steps-missing", details: { gates } });
  });
  test("where no case is known no gate is open", () => {
    const one = charged();
    if (one.state.status !== "open") throw new Error("not open");
    const grounds: Grounds = { ...someGrounds(), case: undefined };
    expect(gatesOf(one.state, grounds, on(afterwards)).some(({ done }) => done)).toBe(false);
  });
});

describe("CF-27b: a court has fined the party", () => {
  test("no fine on top of it; a warning is still possible, and another party's fine says nothing", () => {
    const fined = withCase({ police: { courtFined: ["P1"] } });
    expect(missing(noticed(), fined)).toEqual(["one-fine"]);
    const { fine: _fine, ...warning } = aCharge({ kinds: ["警告"] });
    expect(noticed([warning]).tell(decides(fined), afterwards, theHead)).toHaveLength(1);
    expect(noticed().tell(decides(withCase({ police: { courtFined: ["P2"] } })), afterwards, theHead)).toHaveLength(1);
  });
});

describe("CF-46a: a digest proves nothing without its file", () => {
  const other = "b".repeat(64);
  const having = (more: Partial<KnownCase>) => missing(noticed(), withCase(more));
  test("no decision of any kind while a file of the evidence has not come in", () => {
    expect(having({ files: [] })).toEqual(["files"]);
    expect(having({ files: [other] })).toEqual(["files"]);
    for (const outcome of ["no-penalty", "not-proved"] as const)
      expect(missing(noticed(), { ...withCase({ files: [] }), outcome })).toContain("files");
    expect(noticed().tell(decides(withCase({ files: [other, sha] })), afterwards, theHead)).toHaveLength(1);
  });
  test("each file of a piece counts, and evidence that no charge names counts too", () => {
    expect(having({ evidence: [anEvidence("E1", { sha256: [sha, other] })] })).toEqual(["files"]);
    expect(having({ evidence: [anEvidence("E1"), anEvidence("E2", { sha256: [other] })] })).toEqual(["files"]);
  });
  test("evidence of another party's act, excluded or not signed keeps nothing back", () => {
    const lost = { sha256: [other] };
    const apart = [{ acts: ["A9"] }, { excluded: "unlawful" }, { established: false }];
    const one = apart.map((more, at) => anEvidence(`E${at + 2}`, { ...lost, ...more }));
    const known = withCase({ evidence: [anEvidence("E1"), ...one] });
    expect(noticed().tell(decides(known), afterwards, theHead)).toHaveLength(1);
  });
  test("the gate names the pieces, and its article", () => {
    const refusal = noticed().tell(decides(withCase({ files: [] })), afterwards, theHead);
    const gate = { id: "files", rule: "CF-46a", article: "行政处罚法46、47", done: false };
    expect(JSON.stringify(refusal)).toContain("证据E1的文件尚未收到");
    expect(refusal).toMatchObject({ details: { gates: expect.arrayContaining([expect.objectContaining(gate)]) } });
  });
});

describe("CF-44, CF-45: notice and defence", () => {
  test("the decision waits for the last day of the defence, and comes on the next", () => {
    expect(missingAt(noticed().tell(decides(), lastDay, theHead))).toEqual(["defence"]);
    expect(noticed().tell(decides(), afterwards, theHead)).toHaveLength(1);
  });
  test("CF-61: a notice that was not served has no effect", () => {
    const one = charged()
      .lawfully({ ...someGrounds(), type: "notify" }, chargedOn, officerA)
      .lawfully({ ...someGrounds(), type: "issue-notice" }, chargedOn, officerB);
    expect(missingAt(one.tell(decides(), "2026-05-20", theHead))).toEqual(["notice", "defence", "hearing"]);
  });
  test("CF-61: a service to come, or before the notice was made, is no service", () => {
    const one = () =>
      charged()
        .lawfully({ ...someGrounds(), type: "notify" }, chargedOn, officerA)
        .lawfully({ ...someGrounds(), type: "issue-notice" }, chargedOn, officerB);
    expect(refusedFor(one().tell(serves("notice", "2026-03-24"), chargedOn, officerA))).toMatchObject({
      code: "enforcement.served-in-the-future",
    });
    expect(refusedFor(one().tell(serves("notice", "2026-03-22"), chargedOn, officerA))).toMatchObject({
      code: "enforcement.served-before-made",
    });
  });
  test("CF-42: the officer who drew the notice up does not issue it", () => {
    const one = charged().lawfully({ ...someGrounds(), type: "notify" }, chargedOn, officerA);
    expect(refusedFor(one.tell({ ...someGrounds(), type: "issue-notice" }, chargedOn, officerA))).toMatchObject({
      code: "enforcement.own-signature",
      rule: "CF-42",
    });
  });
  test("CF-45: express waiver by the party ends the waiting, an officer's word without paper does not", () => {
    const waive = { type: "waive", rights: ["defence"] } as const;
    expect(refusedFor(noticed().tell({ ...waive, case: aCase() }, chargedOn, officerA))).toMatchObject({
      code: "enforcement.paper-missing",
      rule: "CF-45",
    });
    const one = noticed().lawfully(waive, chargedOn, theParty);
    expect(one.tell(decides(), chargedOn, theHead)).toHaveLength(1);
  });
  test("CF-45: nobody gives up what he was not told of", () => {
    const one = charged()
      .lawfully({ ...someGrounds(), type: "notify" }, chargedOn, officerA)
      .lawfully({ ...someGrounds(), type: "issue-notice" }, chargedOn, officerB);
    expect(refusedFor(one.tell({ type: "waive", rights: ["defence"] }, chargedOn, theParty))).toMatchObject({
      code: "enforcement.notice-not-served",
    });
  });
  const stated = () => noticed().lawfully({ type: "state-defence", points: ["不是我", "已经改正"] }, lastDay, theParty);
  const answer = (point: number, statement = "S1") => ({ statement, point, taken: false, reasons: "与证据不符" });
  test("CF-45(1): every point is answered before the decision, late ones too", () => {
    expect(missing(stated())).toEqual(["defence-review"]);
    const late = noticed().lawfully({ type: "state-defence", points: ["迟到的话"] }, afterwards, theParty);
    expect(missing(late)).toEqual(["defence-review"]);
  });
  test("CF-45(1): a review that leaves a point out, invents one or gives no reasons is refused", () => {
    const review = (answers: ReturnType<typeof answer>[]) =>
      refusedFor(stated().tell({ ...someGrounds(), type: "review-defence", answers }, afterwards, officerA));
    expect(review([answer(0)])).toMatchObject({ code: "enforcement.points-unanswered", rule: "CF-45" });
    expect(review([answer(0), answer(1), answer(2)])).toMatchObject({ code: "enforcement.defence-not-stated" });
    expect(review([answer(0), { ...answer(1), reasons: " " }])).toMatchObject({ code: "enforcement.reasons-missing" });
    expect(review([answer(0), answer(1)])).toHaveLength(1);
  });
  test("CF-45(1): answered, the decision is open", () => {
    const one = stated().lawfully(
      { ...someGrounds(), type: "review-defence", answers: [answer(0), answer(1)] },
      afterwards,
      officerA,
    );
    expect(one.tell(decides(), afterwards, theHead)).toHaveLength(1);
  });
  test("CF-45: nobody keeps a decision from being made by writing on; a paper is still taken", () => {
    const say = { type: "state-defence", points: ["再说一句"] } as const;
    const one = noticed();
    for (let count = 0; count < 10; count += 1) one.lawfully(say, lastDay, theParty);
    expect(refusedFor(one.tell(say, lastDay, theParty))).toMatchObject({
      code: "enforcement.statements-full",
      rule: "CF-45",
    });
    expect(one.tell({ ...say, paper: sha, case: aCase() }, lastDay, officerA)).toHaveLength(1);
    const long = { type: "state-defence", points: ["长".repeat(30_001)] } as const;
    expect(refusedFor(noticed().tell(long, lastDay, theParty))).toMatchObject({ code: "enforcement.statements-full" });
  });
  test("T-4: what was posted on the last day is in time, on the day after it is late", () => {
    const posted = (day: string) => {
      const one = noticed().lawfully(
        {
          type: "state-defence",
          points: ["寄来的话"],
          paper: sha,
          posted: { on: day, proof: "挂号信1" },
          case: aCase(),
        },
        "2026-04-02",
        officerA,
      );
      return one.state.status === "noticed" ? one.state.notice.statements[0] : undefined;
    };
    expect(posted(lastDay)).toMatchObject({ late: false, on: lastDay });
    expect(posted(afterwards)).toMatchObject({ late: true, on: afterwards });
  });
});

describe("CF-63, CF-64: hearing", () => {
  const large = () => noticed([fined(500_000)]);
  const request = { type: "request-hearing" } as const;
  test("the right begins with the threshold of the profile", () => {
    const right = (fen: number) => {
      const { state } = noticed([fined(fen)]);
      return state.status === "noticed" && state.notice.hearingRight;
    };
    expect(right(499_999)).toBe(false);
    expect(right(500_000)).toBe(true);
  });
  test("without the right nobody can ask for one", () => {
    expect(refusedFor(noticed().tell(request, chargedOn, theParty))).toMatchObject({
      code: "enforcement.hearing-not-open",
      rule: "CF-63",
    });
  });
  test("asked for on the fifth working day it is in time, on the sixth it is late", () => {
    expect(large().tell(request, lastDay, theParty)).toHaveLength(1);
    expect(refusedFor(large().tell(request, afterwards, theParty))).toMatchObject({
      code: "enforcement.hearing-requested-late",
      rule: "CF-64",
    });
  });
  test("T-4: posted on the fifth working day it is in time, posted later it is not", () => {
    const posted = (day: string) =>
      large().tell(
        { ...request, paper: sha, posted: { on: day, proof: "挂号信1" }, case: aCase() },
        "2026-04-02",
        officerA,
      );
    expect(posted(lastDay)).toHaveLength(1);
    expect(refusedFor(posted(afterwards))).toMatchObject({ code: "enforcement.hearing-requested-late" });
    expect(refusedFor(posted("2026-01-01"))).toMatchObject({ code: "enforcement.posted-before-told" });
    // An officer who is the party himself does not record the day of his own letter.
    const own = { ...officerA, ...theParty, roles: officerA.roles };
    const letter = { on: lastDay, proof: "挂号信1" };
    expect(
      refusedFor(large().tell({ ...request, paper: sha, posted: letter, case: aCase() }, "2026-04-02", own)),
    ).toMatchObject({ code: "enforcement.posting-recorded-by-staff" });
  });
  test("while there is time to ask, and while it is not held, nothing is decided", () => {
    const reviewed = large();
    expect(missingAt(reviewed.tell(decides(), lastDay, theHead))).toEqual(
      expect.arrayContaining(["defence", "hearing"]),
    );
    const asked = large().lawfully(request, lastDay, theParty);
    expect(missing(asked)).toContain("hearing");
  });
  const held = (more: object = {}, outcome: object = {}) =>
    large()
      .lawfully(request, lastDay, theParty)
      .tell(
        {
          ...someGrounds(),
          type: "note-hearing",
          noticedOn: "2026-04-08",
          outcome: { how: "held", on: hearingAfter, chair: theChair.sub, record: sha, ...outcome },
          ...more,
        },
        hearingAfter,
        theChair,
      );
  test("CF-64(2): its notice is served seven working days before, not six", () => {
    expect(held({ noticedOn: "2026-04-09" })).toHaveLength(1);
    expect(refusedFor(held({ noticedOn: "2026-04-10" }))).toMatchObject({
      code: "enforcement.hearing-told-late",
      rule: "CF-64",
    });
  });
  test("CF-64(4): an officer of the case, of now or before, does not chair", () => {
    const before = withCase({ handlers: [theChair.sub] });
    expect(refusedFor(held(before))).toMatchObject({ code: "enforcement.hearing-chair-handled", rule: "CF-64" });
    expect(refusedFor(held({}, { chair: officerA.sub }))).toMatchObject({ code: "enforcement.not-another-chair" });
  });
  test("CF-65: a hearing has a record, and the decision rests on it", () => {
    expect(refusedFor(held({}, { record: undefined }))).toMatchObject({
      code: "enforcement.hearing-without-record",
      rule: "CF-65",
    });
    const one = large()
      .lawfully(request, lastDay, theParty)
      .lawfully(
        {
          ...someGrounds(),
          type: "note-hearing",
          noticedOn: "2026-04-08",
          outcome: { how: "held", on: hearingAfter, chair: theChair.sub, record: sha },
        },
        hearingAfter,
        theChair,
      );
    const after = reviewedAndDiscussed(one, hearingAfter);
    expect(refusedFor(after.tell(decides(), hearingAfter, theHead))).toMatchObject({
      code: "enforcement.not-by-the-record",
      rule: "CF-65",
    });
    expect(after.tell(decides({ hearingRecord: sha }), hearingAfter, theHead)).toHaveLength(1);
  });
  test("CF-64: taken back by the party alone", () => {
    const asked = () => large().lawfully(request, lastDay, theParty);
    const withdrawn = { ...someGrounds(), type: "note-hearing", outcome: { how: "withdrawn", on: lastDay } } as const;
    expect(refusedFor(asked().tell(withdrawn, lastDay, officerA))).toMatchObject({ code: "enforcement.not-the-party" });
    expect(asked().tell(withdrawn, lastDay, theParty)).toHaveLength(1);
  });
});

/** CF-57, CF-58: what a major penalty needs besides. */
function reviewedAndDiscussed(one: ReturnType<typeof noticed>, date: string) {
  return one
    .lawfully({ ...someGrounds(), type: "legal-review", conclusion: "agreed", opinion: "同意" }, date, theReviewer)
    .lawfully(
      { ...someGrounds(), type: "discuss", members, agreedOn: "punish", minutes: sha, on: date },
      date,
      theHead,
    );
}

describe("CF-57, CF-58: review and discussion", () => {
  const waived = () =>
    noticed([fined(500_000)]).lawfully({ type: "waive", rights: ["defence", "hearing"] }, chargedOn, theParty);
  test("a major penalty needs both, and then is open", () => {
    expect(missing(waived())).toEqual(["legal-review", "discussion"]);
    expect(reviewedAndDiscussed(waived(), chargedOn).tell(decides(), chargedOn, theHead)).toHaveLength(1);
  });
  const review = { ...someGrounds(), type: "legal-review", conclusion: "agreed", opinion: "同意" } as const;
  test("CF-58: by a qualified reviewer, who never handled the case", () => {
    expect(refusedFor(waived().tell(review, chargedOn, theChair))).toMatchObject({
      code: "enforcement.not-a-legal-reviewer",
      rule: "CF-58",
    });
    const handled = withCase({ handlers: [theReviewer.sub] });
    expect(refusedFor(waived().tell({ ...review, ...handled }, chargedOn, theReviewer))).toMatchObject({
      code: "enforcement.handler-cannot-review",
    });
  });
  test("CF-58: a review of other charges, before a defence, or that does not agree opens nothing", () => {
    const before = waived().lawfully(review, chargedOn, theReviewer);
    const changed = before
      .lawfully(charges([fined(500_000, { tier: "一般" })], { cause: "own-review" }), chargedOn, officerA)
      .lawfully({ ...someGrounds(), type: "countersign" }, chargedOn, officerB);
    expect(missing(changed)).toContain("legal-review");
    const defended = waived()
      .lawfully(review, chargedOn, theReviewer)
      .lawfully({ type: "state-defence", points: ["还有话说"] }, chargedOn, theParty);
    expect(missing(defended)).toContain("legal-review");
    expect(missing(waived().lawfully({ ...review, conclusion: "to-correct" }, chargedOn, theReviewer))).toContain(
      "legal-review",
    );
  });
  const meeting = {
    ...someGrounds(),
    type: "discuss",
    members,
    agreedOn: "punish",
    minutes: sha,
    on: chargedOn,
  } as const;
  test("CF-57(2): three of the leaders at least, none of them an officer of the case, nobody twice", () => {
    const small = { code: "enforcement.meeting-too-small", rule: "CF-57" };
    expect(refusedFor(waived().tell({ ...meeting, members: members.slice(0, 2) }, chargedOn, theHead))).toMatchObject(
      small,
    );
    const twice = ["zhen-zhang", "zhen-zhang", "head-enforcement-team"];
    expect(refusedFor(waived().tell({ ...meeting, members: twice }, chargedOn, theHead))).toMatchObject(small);
    const handler = [...members.slice(0, 2), officerA.sub, "head-safety-rule-of-law"];
    expect(refusedFor(waived().tell({ ...meeting, members: handler }, chargedOn, theHead))).toMatchObject(small);
  });
  test("CF-57(2): what the meeting agreed on is decided, and nothing else", () => {
    const one = waived()
      .lawfully(review, chargedOn, theReviewer)
      .lawfully({ ...meeting, agreedOn: "no-penalty" }, chargedOn, theHead);
    expect(missing(one)).toEqual(["discussion"]);
  });
  test("E5: the counsel who was asked has answered", () => {
    const one = noticed().lawfully(
      { ...someGrounds(), type: "ask-counsel", counsel: "counsel-1" },
      chargedOn,
      officerA,
    );
    expect(missing(one)).toEqual(["counsel"]);
    one.lawfully({ ...someGrounds(), type: "note-counsel", opinion: sha }, chargedOn, officerA);
    expect(missing(one)).toEqual([]);
  });
});

describe("the other gates", () => {
  test("CF-54: a case suspended or not filed, CF-57: an investigation that is not over", () => {
    expect(missing(noticed(), withCase({ status: "suspended" }))).toContain("filed");
    const { report: _report, ...running } = aCase();
    expect(missing(noticed(), someGrounds({ case: running }))).toContain("report");
  });
  test("CF-43: a recusal that waits for the head, and acts of a recused officer that do not stand", () => {
    const asked = { sub: officerA.sub, askedBy: "x", askedOn: chargedOn, ground: "relative" } as const;
    expect(missing(noticed(), withCase({ recusals: [asked] }))).toEqual(["recusals"]);
    const recused = (earlierActsStand: boolean) =>
      withCase({
        recusals: [{ ...asked, decided: { by: theHead.sub, on: chargedOn, recused: true, earlierActsStand } }],
        officers: [officerB, theChair].map(({ sub, name }) => ({
          sub,
          name,
          certificate: `云E5323${sub.replace(/\D/g, "")}`,
        })),
      });
    const officers = [officerB.sub, theChair.sub].map((sub) => anOfficer(sub));
    expect(missing(noticed(), { ...recused(false), officers })).toEqual(["recusals"]);
    expect(missing(noticed(), { ...recused(true), officers })).toEqual([]);
  });
  test("QZ-27, CF-56a: goods kept for evidence or held beyond the term", () => {
    const measure = (kind: "preservation" | "seizure", until: string, ended?: { on: string }) =>
      withCase({ measures: [{ id: "M1", kind, until, ...(ended === undefined ? {} : { ended }) }] });
    expect(missing(noticed(), measure("preservation", "2026-04-30"))).toEqual(["measures"]);
    expect(missing(noticed(), measure("preservation", "2026-04-30", { on: chargedOn }))).toEqual([]);
    expect(missing(noticed(), measure("seizure", lastDay))).toEqual(["measures"]);
    expect(missing(noticed(), measure("seizure", afterwards))).toEqual([]);
  });
});
