import { describe, expect, test } from "vitest";
import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import {
  aFirm,
  anAct,
  andThen,
  aParty,
  aPower,
  approving,
  at,
  certificates,
  filed,
  filedOn,
  officer1,
  onFile,
  proceeding,
  proposed,
  someEvidence,
  theHead,
} from "./case-builders.ts";

type Case = ReturnType<typeof filed>;
const evidence = (id = "E1"): CaseCommand => ({ type: "note-evidence", evidence: someEvidence({ id }) });
const earlier = (more: Parameters<typeof filed>[0] = {}) => filed(more, [evidence("E1"), officer1]);
const other = () =>
  filed({ parties: [aParty(), aFirm()], acts: [anAct({ by: ["P1", "P2"] })] }, [evidence("E2"), officer1]);

const merging = (target: Case | undefined, because: "same-party" | "linked-acts" = "same-party"): CaseCommand => ({
  type: "merge",
  into: "CASE2",
  target: target?.state,
  because,
  reasons: "同一当事人",
});

describe("CF-29c: merging", () => {
  test("no act, party, evidence or paper is lost, and a party of both stays one", () => {
    const one = earlier();
    const into = other();
    andThen(one, [merging(into), theHead]);
    andThen(into, [{ type: "take-in", from: "CASE1", taken: one.state }, theHead]);
    const state = onFile(into);
    expect(one.state).toMatchObject({ status: "merged", mergedInto: "CASE2" });
    expect(state.parties.map(({ id, key }) => [id, key])).toEqual([
      ["P1", "KEY-P1"],
      ["P2", "KEY-P2"],
    ]);
    expect(state.acts.map(({ id, by }) => [id, by])).toEqual([
      ["A1", ["P1", "P2"]],
      ["A2", ["P1"]],
    ]);
    expect(state.evidence.map(({ id, acts }) => [id, acts])).toEqual([
      ["E2", ["A1"]],
      ["E1", ["A2"]],
    ]);
    expect(state.papers).toHaveLength(2);
  });

  test("the earliest filing rules the clock, whichever case takes the other in", () => {
    const late = () => proposed().lawfully(approving(), "2026-09-10", theHead);
    const second = filed();
    const younger = late();
    andThen(second, [{ type: "take-in", from: "X", taken: younger.state }, theHead, "2026-09-10"]);
    expect(onFile(second)).toMatchObject({ filedOn, clock: { due: "2026-11-30" } });
    const again = late();
    andThen(again, [{ type: "take-in", from: "X", taken: filed().state }, theHead, "2026-09-10"]);
    expect(onFile(again)).toMatchObject({ filedOn, clock: { due: "2026-11-30" } });
  });

  test("only open cases in which nobody was noticed, of one party or of linked acts", () => {
    const noticed = andThen(earlier(), [proceeding("noticed"), officer1]);
    expect(noticed.tell(merging(other()), filedOn, theHead)).toMatchObject({ code: "enforcement.merger-of-noticed" });
    const targetNoticed = andThen(other(), [proceeding("noticed"), officer1]);
    expect(earlier().tell(merging(targetNoticed), filedOn, theHead)).toMatchObject({
      code: "enforcement.merger-of-noticed",
    });
    const suspended = andThen(other(), [{ type: "suspend", ground: "court", reasons: "待判" }, theHead]);
    for (const target of [suspended, undefined])
      expect(earlier().tell(merging(target), filedOn, theHead)).toMatchObject({ code: "enforcement.no-such-target" });
    const stranger = filed({ parties: [aFirm({ id: "P1", key: "KEY-9" })] });
    expect(earlier().tell(merging(stranger), filedOn, theHead)).toMatchObject({
      code: "enforcement.merger-not-linked",
    });
    expect(earlier().tell(merging(stranger, "linked-acts"), filedOn, theHead)).not.toHaveProperty("code");
  });

  test("not with itself, not by an officer, and not while goods are held under its number", () => {
    const one = earlier();
    expect(one.tell(merging(one), filedOn, theHead)).toMatchObject({ code: "enforcement.merger-with-itself" });
    expect(one.tell(merging(other()), filedOn, officer1)).toMatchObject({ code: "enforcement.head-only" });
    const takingIn: CaseCommand = { type: "take-in", from: "CASE1", taken: one.state };
    expect(other().tell(takingIn, filedOn, officer1)).toMatchObject({ code: "enforcement.head-only" });
    andThen(one, [
      { type: "note-measure", measure: { id: "M1", kind: "seizure", from: filedOn, until: "2026-10-01" } },
      officer1,
    ]);
    expect(one.tell(merging(other()), filedOn, theHead)).toMatchObject({ code: "enforcement.measures-open" });
  });
});

describe("CF-29c: splitting", () => {
  const whole = () =>
    filed(
      { parties: [aParty(), aFirm()], acts: [anAct({ by: ["P1", "P2"] }), anAct({ by: ["P1"], facts: "另一行为" })] },
      [evidence(), officer1],
    );
  const splitting = (parties: readonly string[], acts: readonly string[] = []): CaseCommand => ({
    type: "split",
    into: "CASE3",
    parties,
    acts,
    reasons: "分案处理",
  });
  const beginning = (
    one: Case,
    parties: readonly string[],
    acts: readonly string[] = [],
    powers = [aPower()],
  ): CaseCommand => ({
    type: "begin-split",
    from: "CASE1",
    whole: one.state,
    parties,
    acts,
    powers,
    officers: certificates,
  });

  test("a party goes with his part of the acts; evidence, papers and the first filing are in both", () => {
    const one = whole();
    const fresh = new Living(penaltyCase, at()).lawfully(beginning(one, ["P2"]), "2026-09-15", theHead);
    andThen(one, [splitting(["P2"]), theHead, "2026-09-15"]);
    expect(onFile(one).parties.map(({ id }) => id)).toEqual(["P1"]);
    expect(onFile(one).acts.map(({ id, by }) => [id, by])).toEqual([
      ["A1", ["P1"]],
      ["A2", ["P1"]],
    ]);
    const state = onFile(fresh);
    expect(state).toMatchObject({
      status: "investigating",
      filedOn,
      splitFrom: "CASE1",
      approvedBy: theHead.sub,
      handlers: ["officer-1", "officer-2"],
      clock: { due: "2026-11-30" },
      evidence: [{ id: "E1", by: ["officer-1", "officer-2"] }],
      acts: [{ id: "A1", by: ["P2"] }],
      parties: [{ id: "P2", name: "某商行" }],
    });
    expect(state.papers).toEqual(onFile(one).papers);
  });

  test("an act goes with all its doers, who stay for what else they did", () => {
    const one = andThen(whole(), [splitting([], ["A2"]), theHead]);
    expect(onFile(one).acts.map(({ id }) => id)).toEqual(["A1"]);
    expect(onFile(one).parties.map(({ id }) => id)).toEqual(["P1", "P2"]);
  });

  test("something moves and something stays", () => {
    for (const [parties, acts] of [
      [[], []],
      [["P1", "P2"], []],
      [[], ["A1", "A2"]],
    ] as const)
      expect(whole().tell(splitting(parties, acts), filedOn, theHead)).toMatchObject({
        code: "enforcement.nothing-to-split",
      });
    expect(whole().tell(splitting(["P9"]), filedOn, theHead)).toMatchObject({ code: "enforcement.no-such-act" });
  });

  test("a party who was noticed stays where he is", () => {
    const one = andThen(whole(), [proceeding("noticed", { party: "P2" }), officer1]);
    expect(one.tell(splitting(["P2"]), filedOn, theHead)).toMatchObject({ code: "enforcement.merger-of-noticed" });
    expect(one.tell(splitting([], ["A2"]), filedOn, theHead)).not.toHaveProperty("code");
  });

  test("the new case has its own power", () => {
    const recalled = aPower("PN-150", [{ kind: "recalled", from: filedOn, document: "1号" }]);
    const one = new Living(penaltyCase, at());
    const refused = one.tell(beginning(whole(), ["P2"], [], [recalled]), filedOn, theHead);
    expect(refused).toMatchObject({ code: "enforcement.power-not-in-force" });
    // CF-24b: what the county decided in writing of a running case goes over to its part.
    const settled = [{ code: "PN-150", recalledFrom: filedOn, outcome: "finish", document: "2号" }] as const;
    const command = { ...beginning(whole(), ["P2"], [], [recalled]), settled };
    expect(isRejection(one.tell(command, filedOn, theHead))).toBe(false);
  });
});
