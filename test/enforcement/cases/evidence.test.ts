import { describe, expect, test } from "vitest";
import { entryOf, evidence, holdersOf } from "../../../services/enforcement/cases/domain/evidence/decider.ts";
import type { Collect } from "../../../services/enforcement/cases/domain/evidence/evidence.ts";
import { theTownItself } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import {
  aFirm,
  anAct,
  andThen,
  aParty,
  at,
  aVendor,
  certificates,
  expired,
  filed,
  filedOn,
  officer1,
  officer2,
  officer3,
  someEvidence,
  theClerk,
  theHead,
} from "./case-builders.ts";
import { aCase, collectedPiece as collected, collecting, sha256 } from "./other-builders.ts";

const collection = (more: Partial<Collect> = {}, actor = officer1, on = filedOn) =>
  new Living(evidence, at()).tell(collecting(more), on, actor);
const signing = { how: "signed", pages: 3, signedPages: 3 } as const;
const interview = { person: "某人", bornOn: "1990-01-01", identity: "身份证", told: true };
const testimony = (more: Partial<Collect> = {}) => collection({ kind: "testimony", interview, signing, ...more });

describe("CF-42: two officers take a piece of evidence", () => {
  test("it counts once the other one has signed with his own login", () => {
    const one = collected();
    expect(entryOf("E1", one.state)).toMatchObject({
      established: false,
      by: ["officer-1", "officer-2"],
      sha256: [sha256],
    });
    expect(one.tell({ type: "countersign", of: aCase() }, filedOn, officer1)).toMatchObject({
      code: "enforcement.own-signature",
    });
    expect(one.tell({ type: "countersign", of: aCase() }, filedOn, officer3)).toMatchObject({
      code: "enforcement.not-a-named-officer",
    });
    one.lawfully({ type: "countersign", of: aCase() }, filedOn, officer2);
    expect(entryOf("E1", one.state)).toMatchObject({ established: true });
  });

  test("both are officers of the case, and two people", () => {
    expect(collection({}, officer3)).toMatchObject({ code: "enforcement.not-an-officer-of-the-case" });
    expect(collection({ with: "officer-3" })).toMatchObject({ code: "enforcement.not-an-officer-of-the-case" });
    expect(collection({ with: "officer-1" })).toMatchObject({ code: "enforcement.two-officers" });
  });

  test("both are certified on the day on which it was taken", () => {
    const officers = [...certificates.slice(0, 1), expired("officer-2", "2026-08-31")];
    expect(collection({ officers })).toMatchObject({ code: "enforcement.two-officers" });
    expect(collection({ officers, collectedOn: "2026-08-31" })).not.toHaveProperty("code");
  });

  test("a recused officer does not sign", () => {
    const recused = andThen(
      filed(),
      [{ type: "ask-recusal", person: "officer-2", ground: "relative", reasons: "亲属" }, aVendor],
      [
        { type: "decide-recusal", person: "officer-2", recused: true, earlierActsStand: true, reasons: "属实" },
        theHead,
      ],
    );
    expect(collected().tell({ type: "countersign", of: recused.state }, filedOn, officer2)).toMatchObject({
      code: "enforcement.recused-from-case",
    });
  });
});

describe("CF-46, CF-46a: what makes evidence", () => {
  test("a file with its digest, acts of the case, and no day to come", () => {
    expect(collection({ files: [] })).toMatchObject({ code: "enforcement.evidence-without-file" });
    expect(collection({ acts: [] })).toMatchObject({ code: "enforcement.no-such-act" });
    expect(collection({ acts: ["A9"] })).toMatchObject({ code: "enforcement.no-such-act" });
    expect(collection({ collectedOn: "2026-09-02" })).toMatchObject({ code: "enforcement.collected-in-the-future" });
    expect(collection({ of: undefined })).toMatchObject({ code: "enforcement.no-such-case-of-evidence" });
  });

  test("CF-46b, CF-56: of things alone samples are taken, and with the spare never more than the lot", () => {
    const sampling = { method: "随机", unit: "袋", lot: 4, taken: 3, spare: 1 };
    const original = { what: "original" } as const;
    expect(collection({ kind: "physical", original, sampling })).not.toHaveProperty("code");
    const refused = { code: "enforcement.sample-unlike-lot", details: { rule: "CF-56" } };
    expect(collection({ kind: "physical", original, sampling: { ...sampling, spare: 2 } })).toMatchObject(refused);
    expect(collection({ kind: "documentary", original, sampling })).toMatchObject(refused);
  });

  test("a copy is checked against the original and marked by its keeper", () => {
    const copy = { what: "copy", keeper: "店主", checkedAgainstOriginal: true, marked: true } as const;
    expect(collection({ original: copy })).not.toHaveProperty("code");
    for (const one of [{ checkedAgainstOriginal: false }, { marked: false }])
      expect(collection({ original: { ...copy, ...one } })).toMatchObject({ code: "enforcement.copy-not-checked" });
  });

  test.each([
    ["audio-visual", "recording"],
    ["electronic", "recording"],
    ["testimony", "interview"],
    ["party-statement", "interview"],
    ["expert-opinion", "opinion"],
    ["inspection-record", "onSite"],
  ] as const)("%s has its %s", (kind, part) => {
    expect(collection({ kind })).toMatchObject({
      code: "enforcement.evidence-incomplete",
      details: { missing: expect.arrayContaining([part]) },
    });
  });

  test("sound has its transcript, and was made before it was taken", () => {
    const recording = {
      carrier: "original",
      method: "执法记录仪",
      madeOn: filedOn,
      maker: "officer-1",
      sound: true,
    } as const;
    const made = (more: object) => collection({ kind: "audio-visual", recording: { ...recording, ...more } });
    expect(made({})).toMatchObject({ code: "enforcement.evidence-incomplete", details: { missing: ["transcript"] } });
    expect(made({ transcript: "文字" })).not.toHaveProperty("code");
    expect(made({ sound: false, madeOn: "2026-09-02" })).toMatchObject({ code: "enforcement.collected-in-the-future" });
  });

  test("each page is signed; a refusal has a witness who is no officer, or a recording", () => {
    expect(testimony()).not.toHaveProperty("code");
    expect(testimony({ signing: { ...signing, signedPages: 2 } })).toMatchObject({
      code: "enforcement.evidence-incomplete",
      details: { missing: ["signedPages"] },
    });
    const refused = { how: "refused", reasons: "拒签" } as const;
    expect(testimony({ signing: refused })).toMatchObject({ code: "enforcement.unsigned-without-witness" });
    expect(testimony({ signing: { ...refused, witness: "执法 二号" } })).toMatchObject({
      code: "enforcement.witness-is-officer",
    });
    for (const more of [{ witness: "村民" }, { recording: sha256 }])
      expect(testimony({ signing: { ...refused, ...more } })).not.toHaveProperty("code");
  });

  test("CF-47a: a check whose record the party refuses to sign is recorded, a witness alone is not enough", () => {
    const onSite = { from: `${filedOn}T09:00`, to: `${filedOn}T10:00`, events: "检查" };
    const checked = (more: object) =>
      collection({ kind: "inspection-record", onSite, signing: { how: "refused", reasons: "拒签", ...more } });
    expect(checked({ witness: "村民" })).toMatchObject({ code: "enforcement.check-unrecorded" });
    expect(checked({ witness: "村民", recording: sha256 })).not.toHaveProperty("code");
    expect(
      collection({ kind: "inspection-record", onSite, signing: { how: "absent", reasons: "不在场", witness: "村民" } }),
    ).not.toHaveProperty("code");
  });

  test("excluded evidence never counts again, in the register either", () => {
    const one = collected().lawfully(
      { type: "exclude", ground: "unlawful", reasons: "程序违法", of: aCase() },
      filedOn,
      officer2,
    );
    expect(one.tell({ type: "countersign", of: aCase() }, filedOn, officer2)).toMatchObject({
      code: "enforcement.evidence-not-in-this-state",
    });
    const noted = filed({}, [{ type: "note-evidence", evidence: someEvidence({ excluded: "unlawful" }) }, officer1]);
    andThen(noted, [{ type: "note-evidence", evidence: someEvidence() }, officer1]);
    expect(noted.state.evidence).toMatchObject([{ excluded: "unlawful" }]);
  });

  test("an officer of the case, the head or a legal reviewer excludes; a clerk does not, nor a machine", () => {
    const exclusion = { type: "exclude", ground: "false", reasons: "虚假", of: aCase() } as const;
    expect(collected().tell(exclusion, filedOn, theClerk)).toMatchObject({
      code: "enforcement.not-an-officer-of-the-case",
    });
    expect(collected().tell(exclusion, filedOn, theTownItself)).toMatchObject({ code: "enforcement.person-decides" });
    expect(collected().tell(exclusion, filedOn, theHead)).not.toHaveProperty("code");
    expect(collected().tell({ ...exclusion, ground: "recusal" }, filedOn, officer1)).toMatchObject({
      code: "enforcement.recusal-by-the-head",
    });
    expect(collected().tell({ ...exclusion, ground: "recusal" }, filedOn, theTownItself)).not.toHaveProperty("code");
  });
});

describe("CF-46a: nothing is gathered for a case that is decided", () => {
  test.each(["withdraw", "stop"] as const)("not after %s, and not in performance", (how) => {
    const note = { type: "note-evidence", evidence: someEvidence() } as const;
    const ended =
      how === "withdraw"
        ? filed({}, [{ type: "withdraw", ground: "filed-wrongly", reasons: "错" }, theHead])
        : filed({}, [{ type: "stop", ground: "no-breach", powers: [], reasons: "不构成" }, theHead]);
    const performing = filed({}, [
      { type: "note-proceeding", party: "P1", status: "decided", outcome: "punish" },
      theHead,
    ]);
    for (const one of [ended, performing])
      expect(one.tell(note, filedOn, officer1)).toMatchObject({ code: "enforcement.case-not-in-this-state" });
    expect(
      filed({}, [{ type: "suspend", ground: "court", reasons: "待判" }, theHead]).tell(note, filedOn, officer1),
    ).not.toHaveProperty("code");
  });
});

describe("CF-30a: a minor is never asked alone", () => {
  const minor = (bornOn: string, more: object = {}) => testimony({ interview: { ...interview, bornOn, ...more } });

  test("on the eighteenth birthday still, the day after no more", () => {
    expect(minor("2008-09-01")).toMatchObject({ code: "enforcement.minor-alone", details: { rule: "CF-30a" } });
    expect(minor("2008-08-31")).not.toHaveProperty("code");
  });

  test("nobody is asked before he is born", () => {
    expect(minor("2026-09-02")).toMatchObject({
      code: "enforcement.collected-in-the-future",
      pointer: "/interview/bornOn",
    });
  });

  test("guardian or another fit adult is there, and he is no officer", () => {
    const with_ = (name: string) => ({ companion: { name, relation: "guardian" as const } });
    expect(minor("2010-01-01", with_("母亲"))).not.toHaveProperty("code");
    expect(minor("2010-01-01", with_("执法一号"))).toMatchObject({ code: "enforcement.witness-is-officer" });
  });
});

describe("CF-41: electronic monitoring", () => {
  const reviewed = { by: "reviewer", on: "2026-01-01" };
  const monitoring = {
    device: "卡口1号",
    legalReview: reviewed,
    technicalReview: reviewed,
    sign: true,
    locationPublic: true,
    recordReviewedBy: "officer-1",
  };
  const recording = { carrier: "original", method: "抓拍", madeOn: filedOn, maker: "设备", sound: false } as const;
  const monitored = (change: object) =>
    collection({ kind: "electronic", recording, monitoring: { ...monitoring, ...change } });

  test("with both reviews, a sign, a public place and a look at the record it proves", () => {
    expect(monitored({})).not.toHaveProperty("code");
    // Reviewed on the day of the recording, it was reviewed before it was used.
    expect(monitored({ technicalReview: { by: "reviewer", on: "2026-09-01" } })).not.toHaveProperty("code");
  });

  test.each([
    { legalReview: undefined },
    { technicalReview: undefined },
    { legalReview: { by: "reviewer", on: "2026-09-02" } },
    { sign: false },
    { locationPublic: false },
    { recordReviewedBy: undefined },
  ])("without one of them it proves nothing: %o", (change) => {
    expect(monitored(change)).toMatchObject({
      code: "enforcement.monitoring-not-reviewed",
      details: { rule: "CF-41" },
    });
  });
});

describe("the chain of custody", () => {
  const handing = (to: string) => ({ type: "hand-over", to, place: "物证室", reason: "保管", of: aCase() }) as const;

  test("the keeper hands over to a known person, and nobody else does", () => {
    const one = collected();
    expect(one.tell(handing("officer-2"), filedOn, officer2)).toMatchObject({ code: "enforcement.not-the-keeper" });
    expect(one.tell(handing("nobody"), filedOn, officer1)).toMatchObject({ code: "enforcement.unknown-person" });
    expect(one.tell(handing("officer-1"), filedOn, officer1)).toMatchObject({ code: "enforcement.unknown-person" });
    one.lawfully(handing("officer-2"), filedOn, officer1);
    expect(one.state.custody.map(({ keeper }) => keeper)).toEqual(["officer-1", "officer-2"]);
    expect(one.tell(handing("clerk-1"), filedOn, officer1)).toMatchObject({ code: "enforcement.not-the-keeper" });
  });
});

test("CF-29c: evidence of a merged or split case is noted where its register is", () => {
  const one = filed({ parties: [aParty(), aFirm()], acts: [anAct({ by: ["P1", "P2"] })] });
  expect(holdersOf("CASE1", one.state)).toEqual(["CASE1"]);
  const split = { type: "split", into: "CASE3", parties: ["P2"], acts: [], reasons: "分案" } as const;
  expect(holdersOf("CASE1", andThen(one, [split, theHead]).state)).toEqual(["CASE1", "CASE3"]);
  const merge = {
    type: "merge",
    into: "CASE2",
    target: filed().state,
    because: "same-party",
    reasons: "并案",
  } as const;
  expect(holdersOf("CASE1", filed({}, [merge, theHead]).state)).toEqual(["CASE2"]);
});
