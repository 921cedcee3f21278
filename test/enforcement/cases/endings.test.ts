import { describe, expect, test } from "vitest";
import { missingPapers } from "../../../services/enforcement/cases/domain/case/closing-list.ts";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { theTownItself } from "../../../shared/decider/index.ts";
import {
  aFirm,
  anAct,
  andThen,
  aParty,
  aPower,
  certificates,
  filed,
  filedOn,
  officer1,
  officer2,
  onFile,
  proceeding,
  theChief,
  theHead,
  theSquadLeader,
} from "./case-builders.ts";

const paper = (kind: Extract<CaseCommand, { type: "note-paper" }>["paper"]["kind"], party?: string): CaseCommand => ({
  type: "note-paper",
  paper: { kind, reference: "卷1", ...(party === undefined ? {} : { party }) },
});
const reporting: CaseCommand = {
  type: "report",
  sha256: "b".repeat(64),
  complex: false,
  suspectedCrime: false,
  summary: "调查终结",
  officers: certificates,
};
const suspension = { type: "suspend", ground: "court", reasons: "待判决" } as const;
const closing: Extract<CaseCommand, { type: "close" }> = { type: "close", report: "d".repeat(64), lying: [] };
const withdrawal: CaseCommand = { type: "withdraw", ground: "filed-wrongly", reasons: "立案错误" };
const stopping = (ground: Extract<CaseCommand, { type: "stop" }>["ground"], powers = [aPower()]): CaseCommand => ({
  type: "stop",
  ground,
  powers,
  reasons: "终止",
});
const measure: CaseCommand = {
  type: "note-measure",
  measure: { id: "M1", kind: "preservation", from: filedOn, until: "2026-09-10" },
};
const measureEnds: CaseCommand = { type: "end-measure", measure: "M1", on: filedOn, how: "returned" };

describe("CF-57a: suspended and ended cases move no proceeding forward", () => {
  test.each(["open", "noticed", "decided"] as const)(
    "no proceeding becomes %s while the case is suspended",
    (status) => {
      const one = andThen(filed(), [suspension, theHead]);
      expect(one.tell(proceeding(status), filedOn, officer1)).toMatchObject({
        code: "enforcement.case-not-in-this-state",
        details: { status: "suspended" },
      });
      expect(one.tell(proceeding("stopped"), filedOn, officer1)).not.toHaveProperty("code");
    },
  );

  test("nor in a withdrawn or stopped one", () => {
    for (const ending of [withdrawal, stopping("no-breach")])
      expect(andThen(filed(), [ending, theHead]).tell(proceeding("decided"), filedOn, theHead)).toMatchObject({
        code: "enforcement.case-not-in-this-state",
      });
  });

  test("only the head ends a case, and nobody who handled it", () => {
    for (const ending of [withdrawal, stopping("no-breach")])
      for (const actor of [officer1, theSquadLeader])
        expect(filed().tell(ending, filedOn, actor)).toMatchObject({ code: "enforcement.head-only" });
    expect(filed().tell(withdrawal, filedOn, theTownItself)).toMatchObject({ code: "enforcement.person-decides" });
  });

  test("what was decided about a party is not taken back by a withdrawal", () => {
    const acts = [anAct({ by: ["P1", "P2"] })];
    const one = filed({ acts, parties: [aParty(), aFirm()] }, [proceeding("decided", { outcome: "punish" }), theHead]);
    for (const ending of [withdrawal, stopping("no-breach")])
      expect(one.tell(ending, filedOn, theHead)).toMatchObject({ code: "enforcement.decided-already" });
  });

  test("a case is stopped only for what is so", () => {
    expect(filed().tell(stopping("time-barred"), filedOn, theHead)).toMatchObject({
      code: "enforcement.ground-not-so",
    });
    expect(filed().tell(stopping("no-power"), filedOn, theHead)).toMatchObject({ code: "enforcement.ground-not-so" });
    const recalled = aPower("PN-150", [{ kind: "recalled", from: filedOn, document: "1号" }]);
    expect(filed().tell(stopping("no-power", [recalled]), filedOn, theHead)).not.toHaveProperty("code");
    expect(filed().tell(stopping("organisation-ended"), filedOn, theHead)).toMatchObject({
      code: "enforcement.ground-not-so",
    });
    expect(filed().tell(stopping("party-dead"), filedOn, theHead)).not.toHaveProperty("code");
  });
});

describe("when all parties are decided", () => {
  const acts = [anAct({ by: ["P1", "P2"] })];
  const two = () => filed({ acts, parties: [aParty(), aFirm()] });

  test("the case is in performance with the last decision, not before", () => {
    const one = andThen(two(), [proceeding("decided", { outcome: "punish" }), theHead]);
    expect(one.state.status).toBe("investigating");
    andThen(one, [proceeding("stopped", { party: "P2", outcome: "stopped" }), theHead]);
    expect(one.state.status).toBe("performing");
  });

  test("a case whose parties were all dropped is not in performance", () => {
    const one = andThen(filed(), [proceeding("stopped", { outcome: "stopped" }), theHead]);
    expect(one.state.status).toBe("investigating");
  });

  test("a party whom the case does not know has no proceeding", () => {
    expect(two().tell(proceeding("open", { party: "P9" }), filedOn, officer1)).toMatchObject({
      code: "enforcement.unknown-case-party",
    });
  });
});

describe("CF-57a: a case closes with the papers of its ending", () => {
  const decided = () => filed({}, [reporting, officer1], [proceeding("decided", { outcome: "punish" }), theHead]);
  const his = ["prior-notice", "penalty-decision", "delivery-record", "performance-proof"] as const;
  const complete = (...but: readonly string[]) => {
    const one = andThen(decided(), [proceeding("ended"), officer1]);
    for (const kind of his.filter((one) => !but.includes(one))) andThen(one, [paper(kind, "P1"), officer1]);
    return one;
  };

  test("a penalty: notice, decision, service and performance of each party, and the report", () => {
    expect(missingPapers(onFile(decided())).map(({ kind }) => kind)).toEqual(his);
    const one = andThen(complete(), [closing, theHead]);
    expect(one.state).toMatchObject({ status: "closed", closedOn: filedOn });
    expect(onFile(one).papers.at(-1)).toMatchObject({ kind: "closing-report" });
  });

  test.each(his)("it does not close without %s", (kind) => {
    expect(complete(kind).tell(closing, filedOn, theHead)).toMatchObject({
      code: "enforcement.papers-missing",
      details: { papers: [kind], missing: [{ kind, party: "P1" }] },
    });
  });

  test("another party's paper does not count for him", () => {
    const acts = [anAct({ by: ["P1", "P2"] })];
    const one = filed(
      { acts, parties: [aParty(), aFirm()] },
      [reporting, officer1],
      [proceeding("decided", { outcome: "no-penalty" }), theHead],
      [proceeding("decided", { party: "P2", outcome: "no-penalty" }), theHead],
      [paper("no-penalty-decision", "P1"), officer1],
      [paper("delivery-record", "P1"), officer1],
    );
    expect(missingPapers(onFile(one))).toEqual([
      { kind: "no-penalty-decision", party: "P2" },
      { kind: "delivery-record", party: "P2" },
    ]);
  });

  test("papers that a step of the proceeding makes join the file with it", () => {
    const papers = [{ kind: "penalty-decision" as const, party: "P1", reference: "罚1号", on: filedOn }];
    const one = filed({}, [reporting, officer1], [proceeding("decided", { outcome: "punish", papers }), theHead]);
    expect(missingPapers(onFile(one)).map(({ kind }) => kind)).not.toContain("penalty-decision");
  });

  test("a proceeding without a decision falls with a case that was withdrawn, stopped or transferred; a decision does not", () => {
    const noticed = () => filed({}, [reporting, officer1], [proceeding("noticed"), officer1]);
    expect(noticed().lawfully(withdrawal, filedOn, theHead).tell(closing, filedOn, theHead)).not.toHaveProperty("code");
    const resting = noticed();
    expect(resting.tell(closing, filedOn, theHead)).toHaveProperty("code");
    const organ = { type: "transfer-organ", organ: "市水务局", letter: "移1号", reasons: "无管辖权" } as const;
    const gone = noticed().lawfully(organ, filedOn, theHead);
    expect(JSON.stringify(gone.tell(closing, filedOn, theHead))).not.toContain("proceedings-open");
  });

  test("not while a proceeding is open, and not while goods are held", () => {
    const open = decided();
    expect(open.tell(closing, filedOn, theHead)).toMatchObject({ code: "enforcement.proceedings-open" });
    const held = filed({}, [measure, officer1], [withdrawal, theHead]);
    expect(held.tell(closing, filedOn, theHead)).toMatchObject({ code: "enforcement.measures-open" });
    andThen(held, [measureEnds, officer1]);
    // QZ-28: released is not yet given back.
    expect(held.tell({ ...closing, lying: ["M1-1"] }, filedOn, theHead)).toMatchObject({
      code: "enforcement.goods-lying",
      details: { goods: ["M1-1"] },
    });
    expect(held.tell(closing, filedOn, theHead)).toMatchObject({
      code: "enforcement.papers-missing",
      details: { papers: ["goods-disposal"] },
    });
    andThen(held, [paper("goods-disposal"), officer1], [closing, theHead]);
    expect(held.state.status).toBe("closed");
  });

  test("a suspension leaves its two papers on file", () => {
    const one = filed({}, [suspension, theHead], [{ type: "resume", reasons: "已判决" }, theHead]);
    expect(onFile(one).papers.map(({ kind }) => kind)).toEqual([
      "filing-approval",
      "suspension-decision",
      "resumption-decision",
    ]);
  });

  test("a withdrawn and a stopped case close with their own paper, by the head", () => {
    for (const ending of [withdrawal, stopping("no-breach")]) {
      const one = andThen(filed(), [ending, theHead]);
      expect(one.tell(closing, filedOn, officer2)).toMatchObject({ code: "enforcement.head-only" });
      expect(one.lawfully(closing, filedOn, theHead).state.status).toBe("closed");
    }
  });

  test("QZ-27: a measure over its term is told once, and again after a new term", () => {
    const one = filed({}, [measure, officer1]);
    expect(one.letPass("2026-09-11")).toEqual(["2026-09-11"]);
    expect(one.events.at(-1)?.data).toMatchObject({ what: "measure", of: "M1", due: "2026-09-10" });
    expect(one.letPass("2026-09-30")).toEqual([]);
    andThen(one, [
      { type: "note-measure", measure: { id: "M1", kind: "seizure", from: filedOn, until: "2026-10-10" } },
      officer1,
    ]);
    expect(one.letPass("2026-10-20")).toEqual(["2026-10-11"]);
  });
});

test("QZ-27: goods held beyond their term are told of after the case was withdrawn or stopped, too", () => {
  for (const ending of [withdrawal, stopping("no-breach")]) {
    const one = filed({}, [measure, officer1], [ending, theHead]);
    expect(one.letPass("2026-12-31")).toEqual(["2026-09-11"]);
  }
});

describe("reopening", () => {
  const again = (ground: "overturned" | "ended-wrongly"): CaseCommand => ({
    type: "reopen",
    ground,
    document: "复议决定1号",
    reasons: "重新作出",
  });

  test("an overturned decision is made anew in the same case", () => {
    const one = filed({}, [reporting, officer1], [proceeding("decided", { outcome: "punish" }), theHead]);
    expect(one.tell(again("overturned"), filedOn, theHead)).toMatchObject({ code: "enforcement.ground-not-so" });
    andThen(one, [proceeding("revoked"), officer1], [again("overturned"), theHead]);
    expect(one.state).toMatchObject({ status: "investigating", reopened: [filedOn] });
    expect(one.tell(proceeding("open"), filedOn, officer1)).not.toHaveProperty("code");
    expect(onFile(one).proceedings[0]).not.toHaveProperty("ending");
  });

  test("a case stopped wrongly goes on; a decided one is not called so", () => {
    const one = andThen(filed(), [stopping("no-breach"), theHead], [again("ended-wrongly"), theHead]);
    expect(one.state.status).toBe("investigating");
    expect(one.state).not.toHaveProperty("ending");
    const decided = filed({}, [reporting, officer1], [proceeding("decided", { outcome: "punish" }), theHead]);
    expect(decided.tell(again("ended-wrongly"), filedOn, theHead)).toMatchObject({ code: "enforcement.ground-not-so" });
  });

  test("only the head reopens", () => {
    const one = andThen(filed(), [stopping("no-breach"), theHead]);
    expect(one.tell(again("ended-wrongly"), filedOn, officer1)).toMatchObject({ code: "enforcement.head-only" });
    expect(one.tell(again("ended-wrongly"), filedOn, theChief)).not.toHaveProperty("code");
  });
});
