import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { creditOf } from "../../../services/enforcement/publication/domain/credit.ts";
import { publication } from "../../../services/enforcement/publication/domain/decider.ts";
import { socialEffect } from "../../../services/enforcement/publication/domain/social-effect.ts";
import { publicationProblems } from "../../../services/enforcement/publication/problems.ts";
import { isRejection, theTownItself } from "../../../shared/decider/index.ts";
import { refusalOf, town } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { codesTold, unfilled } from "../../support/problem-texts.ts";
import { aCharge, anAct, aParty, fined, decided as onlyDecided, someGrounds } from "../cases/proceeding/builders.ts";
import {
  aBody,
  aDecision,
  aLeader,
  another,
  aProposal,
  aPublication,
  asking,
  decidedOn,
  fallen,
  following,
  number,
  officerA,
  performed,
  proposing,
  publishing,
  sha,
  theHead,
  theParty,
} from "./builders.ts";

type One = ReturnType<typeof aProposal>;
const codeOf = (decision: ReturnType<One["tell"]>) => refusalOf(decision).code;
const published = "2026-04-01";

describe("CF-48: which decisions have social effect", () => {
  const { publication: rules } = town.enforcement;
  const by = (more: Partial<typeof rules.effect>) => ({
    enforcement: {
      ...town.enforcement,
      publication: {
        ...rules,
        effect: {
          ...rules.effect,
          kinds: [],
          codes: [],
          domains: [],
          citizenFen: 100_001,
          organisationFen: 1,
          ...more,
        },
      },
    },
  });
  const { decided, of } = aDecision();
  test("by the kind, the item, the domain, or the sum from the threshold on", () => {
    expect(socialEffect(decided, of, by({}))).toEqual([]);
    expect(socialEffect(decided, of, by({ kinds: ["罚款"] }))).toEqual(["kind"]);
    expect(socialEffect(decided, of, by({ codes: ["PN-070"] }))).toEqual(["item"]);
    expect(socialEffect(decided, of, by({ domains: ["trade"] }))).toEqual(["domain"]);
    expect(socialEffect(decided, of, by({ citizenFen: 100_000 }))).toEqual(["sum"]);
  });
  test("the lists propose a decision that was served, and nothing is shown yet (P-5)", () => {
    const one = new Living(publication).lawfully(following(aDecision()), decidedOn);
    expect(one.state).toMatchObject({ status: "proposed", because: ["item"], publishBy: { due: "2026-04-10" } });
    expect(one.types).toEqual(["enforcement.publication.proposed"]);
    expect(one.tell(following(aDecision()), decidedOn)).toEqual([]);
  });
  test("a decision that is not served, lets off, or fell already is not proposed", () => {
    const { of: case1 } = aDecision();
    const unserved = onlyDecided([aCharge()], someGrounds()).state;
    const tell = (command: Parameters<One["tell"]>[0]) => new Living(publication).tell(command, decidedOn);
    expect(tell(following({ decided: unserved, of: case1 }))).toEqual([]);
    expect(tell(following(fallen(aDecision(), "revoked")))).toEqual([]);
    expect(tell(following(fallen(aDecision(), "unlawful")))).toEqual([]);
    expect(tell({ ...following(aDecision()), number: "广通罚〔2026〕9号" })).toEqual([]);
    expect(codeOf(new Living(publication).tell(proposing({ decided: unserved, of: case1 }), decidedOn, officerA))).toBe(
      "enforcement.decision-not-served",
    );
  });
  test("CF-48: a party who is let off is shown to nobody, and nobody may propose it", () => {
    const { decided, of } = aDecision();
    if (!("decision" in decided) || decided.decision === undefined) throw new Error("nothing was decided");
    const lenient = { ...decided, decision: { ...decided.decision, outcome: "no-penalty" as const } };
    expect(codeOf(new Living(publication).tell(proposing({ decided: lenient, of }), decidedOn, officerA))).toBe(
      "enforcement.no-such-decision",
    );
  });
  test("an officer who deals with the case proposes others; anybody else learns nothing of the decision", () => {
    const tell = (actor = officerA, command = proposing()) => new Living(publication).tell(command, decidedOn, actor);
    expect(isRejection(tell())).toBe(false);
    expect(codeOf(tell({ ...officerA, sub: "officer-9" }))).toBe("enforcement.no-such-decision");
    expect(codeOf(tell(theParty))).toBe("enforcement.no-such-decision");
    expect(codeOf(tell(theTownItself))).toBe("enforcement.person-decides");
    expect(codeOf(tell(officerA, proposing(fallen(aDecision(), "void"))))).toBe("enforcement.publication-fell");
  });
});

describe("未成年人保护法103: a person under age is never shown", () => {
  const born = (bornOn: string, young = true) =>
    aDecision(aParty({ bornOn }), [fined(100_000, young ? { grounds: ["minor-age"] } : {})]);
  test("under eighteen at the act; on the day after the birthday he is of age", () => {
    const young = new Living(publication).tell(proposing(born("2008-03-02")), decidedOn, officerA);
    expect(codeOf(young)).toBe("enforcement.young-party");
    expect(isRejection(new Living(publication).tell(proposing(born("2008-03-01", false)), decidedOn, officerA))).toBe(
      false,
    );
    expect(new Living(publication).tell(following(born("2008-03-02")), decidedOn)).toEqual([]);
  });
  test("of several acts the first one counts", () => {
    const { decided, of } = born("2008-03-01", false);
    const before = { ...of, acts: [anAct(), anAct({ from: "2026-02-01" })] };
    const tell = new Living(publication).tell(proposing({ decided, of: before }), decidedOn, officerA);
    expect(codeOf(tell)).toBe("enforcement.young-party");
  });
});

describe("CF-48a: the times of credit", () => {
  test("decided 2026-04-10, ordinary: repair from 2026-07-10, shown until 2027-04-10; serious: one to three years", () => {
    expect(creditOf("ordinary", "2026-04-10")).toMatchObject({ earliestRepair: "2026-07-10", until: "2027-04-10" });
    expect(creditOf("serious", "2026-04-10")).toMatchObject({ earliestRepair: "2027-04-10", until: "2029-04-10" });
  });
  test("a warning is minor and not shown; with a fine it is ordinary; a closure is serious", () => {
    const { fine: _fine, ...warning } = aCharge({ kinds: ["警告"] });
    const warned = aDecision(aParty(), [warning]);
    expect(codeOf(new Living(publication).tell(proposing(warned), decidedOn, officerA))).toBe(
      "enforcement.minor-not-shown",
    );
    const both = aDecision(aParty(), [aCharge({ kinds: ["警告", "罚款"] })]);
    expect(aProposal(both).state.credit.class).toBe("ordinary");
  });
  test("shown on the last day before, gone at the first hour of the day on which its time ends", () => {
    const one = aPublication();
    expect(one.state.credit.until).toBe("2027-03-31");
    one.letPass("2027-03-30");
    expect(one.state.status).toBe("published");
    expect(one.letPass("2027-03-31")).toEqual(["2027-03-31"]);
    expect(one.state).toMatchObject({ status: "expired", goneOn: "2027-03-31" });
    expect(one.types.at(-1)).toBe("enforcement.publication.expired");
  });
  test("what would be shown only after its time is refused", () => {
    const tell = (on: string) => aProposal().tell(publishing(), on, theHead);
    expect(isRejection(tell("2027-03-30"))).toBe(false);
    expect(codeOf(tell("2027-03-31"))).toBe("enforcement.publication-time-over");
  });
});

describe("P-5: a person decides what is shown", () => {
  test("the head; no machine, no other leader, no handler, not the party himself", () => {
    const tell = (actor: Parameters<One["tell"]>[2]) => aProposal().tell(publishing(), published, actor);
    expect(isRejection(tell(theHead))).toBe(false);
    expect(codeOf(tell(theTownItself))).toBe("enforcement.person-decides");
    expect(codeOf(tell(aLeader))).toBe("enforcement.not-the-head");
    expect(codeOf(tell(officerA))).toBe("enforcement.not-the-head");
    expect(codeOf(tell({ ...theHead, party: "KEY1" }))).toBe("enforcement.recused");
    const handled = { ...aDecision().of, handlers: [theHead.sub] };
    expect(codeOf(aProposal().tell(publishing({ ...aDecision(), of: handled }), published, theHead))).toBe(
      "enforcement.handler-cannot-decide",
    );
  });
  test("declined with reasons; the head may still publish it later", () => {
    const one = aProposal().lawfully({ type: "decline", reasons: "影响轻微", ...aDecision() }, published, theHead);
    expect(one.state.status).toBe("declined");
    expect(one.lawfully(publishing(), "2026-04-02", theHead).state.status).toBe("published");
    expect(codeOf(aProposal().tell({ type: "decline", reasons: "影响轻微", ...aDecision() }, published))).toBe(
      "enforcement.person-decides",
    );
  });
  test("seven working days to publish: on the last one it is in time, a day later it is told once", () => {
    const one = aProposal();
    expect(one.letPass("2026-04-10")).toEqual([]);
    expect(one.letPass("2026-04-30")).toEqual(["2026-04-11"]);
    expect(one.state.late).toEqual(["publish"]);
  });
});

describe("P-17: what the public reads", () => {
  const content = (one: One) => ("shown" in one.state ? one.state.shown.content : undefined);
  test("a citizen: masked, without number and address", () => {
    const said = JSON.stringify(content(aPublication()));
    expect(content(aPublication())?.party).toEqual({ kind: "citizen", name: "欧***" });
    for (const hidden of ["娜", "5323", "某村", "广通镇"]) expect(said).not.toContain(hidden);
  });
  test("a body: its name, its credit code, its village without the house", () => {
    const one = aPublication(aDecision(aBody(), [aCharge()]));
    expect(content(one)).toMatchObject({
      party: { kind: "organisation", name: "广通某餐饮有限公司", creditCode: "91530000MA6K00000X" },
      place: "云南省禄丰市广通镇某村***",
      fineFen: 100_000,
    });
  });
  test("a business: its operator is masked in its name; no number, though it may be his own", () => {
    const shop = (more: object) => aDecision(aParty({ kind: "sole-trader", ...more }), [aCharge()]);
    const name = (more: object) => content(aPublication(shop(more)))?.party;
    expect(name({ name: "张三小吃店", operator: "张三" })).toEqual({ kind: "sole-trader", name: "张*小吃店" });
    expect(name({ name: "张 三小吃店", operator: "张三" })).toEqual({ kind: "sole-trader", name: "张*小吃店" });
    expect(name({ name: "好运小吃店", operator: "张三" })).toEqual({ kind: "sole-trader", name: "好运小吃店" });
    expect(name({ name: "张三小吃店" })).toEqual({ kind: "sole-trader", name: "张****" });
  });
  test("no event that leaves the town names anybody or says a sum", () => {
    const told = aPublication(aDecision(aBody()))
      .events.map(({ data }) => JSON.stringify(data))
      .join();
    for (const hidden of ["餐饮", "9153", "100000", "officer-1"]) expect(told).not.toContain(hidden);
  });
  test("CF-49: words that find a person, or that the party called a secret, are refused", () => {
    const one = aProposal();
    one.lawfully({ type: "name-secrets", words: ["独家配方"], decided: aDecision().decided }, decidedOn, theParty);
    const says = (summary: string) => refusalOf(one.tell(publishing(aDecision(), summary), published, theHead));
    for (const [summary, told] of [
      ["欧阳娜娜违反规定经营", "name"],
      ["欧 阳·娜娜违反规定经营", "name"],
      ["当事人身份证532331199005050016", "number"],
      ["电话138 0000 1111", "number"],
      ["账号6228 4800 1234 5678", "number"],
      ["在广通镇某村1号经营", "address"],
      ["使用独家配方", "secret"],
    ])
      expect(says(summary ?? "")).toMatchObject({
        code: "enforcement.publication-names-somebody",
        pointer: "/summary",
        details: { told },
      });
    expect(
      isRejection(one.tell(publishing(aDecision(), "2026年3月2日违反规定经营，罚款1000元"), published, theHead)),
    ).toBe(false);
  });
  test("the name of another party of the case is refused too", () => {
    const { decided, of } = aDecision();
    const two = { ...of, parties: [...of.parties, aParty({ id: "P2", name: "李四海", key: "KEY2" })] };
    const tell = aProposal().tell(publishing({ decided, of: two }, "李四海也在场"), published, theHead);
    expect(codeOf(tell)).toBe("enforcement.publication-names-somebody");
  });
});

describe("CF-48: a decision that fell is withdrawn", () => {
  test.each(["revoked", "void", "unlawful", "changed"] as const)("%s: gone at once, by the town itself", (how) => {
    const one = aPublication(undefined, ["信用中国"]).lawfully(following(fallen(aDecision(), how)), "2026-04-30");
    expect(one.state).toMatchObject({
      status: "withdrawn",
      fell: how,
      goneOn: "2026-04-30",
      takeDown: { by: { due: "2026-05-08", rule: "CF-48" } },
    });
    expect(one.events.at(-1)).toMatchObject({ data: { fell: how, takeDownBy: "2026-05-08" } });
    expect(one.tell(following(fallen(aDecision(), how)), "2026-05-01")).toEqual([]);
  });
  test("three working days elsewhere: on 8 May it is in time, on 9 May it is late; told once", () => {
    const fell = () =>
      aPublication(undefined, ["信用中国"]).lawfully(following(fallen(aDecision(), "revoked")), "2026-04-30");
    const down = { type: "note-taken-down", proof: sha } as const;
    const late = fell();
    expect(late.letPass("2026-05-08")).toEqual([]);
    expect(late.letPass("2026-06-01")).toEqual(["2026-05-09"]);
    expect(late.state.late).toEqual(["take-down"]);
    const intime = fell().lawfully(down, "2026-05-08", officerA);
    expect(intime.letPass("2026-06-01")).toEqual([]);
    expect(codeOf(intime.tell(down, "2026-05-09", officerA))).toBe("enforcement.nothing-to-take-down");
    expect(codeOf(fell().tell(down, "2026-05-08"))).toBe("enforcement.person-decides");
  });
  test("shown on the town's page alone there is nothing to take down", () => {
    const one = aPublication().lawfully(following(fallen(aDecision(), "revoked")), "2026-04-30");
    expect(one.state).not.toHaveProperty("takeDown");
    expect(codeOf(one.tell({ type: "note-taken-down", proof: sha }, "2026-05-01", officerA))).toBe(
      "enforcement.nothing-to-take-down",
    );
  });
  test("what was only proposed is dropped, and what is over stays as it is", () => {
    expect(aProposal().lawfully(following(fallen(aDecision(), "void")), "2026-04-30").state).toMatchObject({
      status: "dropped",
      fell: "void",
    });
    const expired = aPublication();
    expired.letPass("2027-03-31");
    expect(expired.tell(following(fallen(aDecision(), "void")), "2027-04-01")).toEqual([]);
  });
  test("a changed decision is published anew with its new sum, once the old text is gone everywhere", () => {
    const changed = fallen(aDecision(), "changed");
    const one = aPublication(undefined, ["信用中国"]).lawfully(following(changed), "2026-04-30");
    expect(codeOf(one.tell(publishing(changed), "2026-05-06", theHead))).toBe("enforcement.take-down-first");
    one.lawfully({ type: "note-taken-down", proof: sha }, "2026-05-06", officerA);
    one.lawfully(publishing(changed), "2026-05-07", theHead);
    expect(one.state).toMatchObject({ status: "published", shown: { content: { fineFen: 50_000 }, changes: 1 } });
    // The same change told again does not take it down; the next one does.
    expect(one.tell(following(changed), "2026-05-08")).toEqual([]);
    expect(one.lawfully(following(fallen(changed, "changed")), "2026-05-08").state.status).toBe("withdrawn");
  });
  test("a revoked one is never published again, also where it had been changed before", () => {
    const gone = fallen(aDecision(), "revoked");
    const one = aPublication().lawfully(following(gone), "2026-04-30");
    expect(codeOf(one.tell(publishing(gone), "2026-05-06", theHead))).toBe("enforcement.publication-fell");
    const changedFirst = aPublication().lawfully(following(fallen(aDecision(), "changed")), "2026-04-30");
    changedFirst.lawfully(following(gone), "2026-05-06");
    expect(changedFirst.state).toMatchObject({ status: "withdrawn", fell: "revoked" });
    expect(codeOf(changedFirst.tell(publishing(gone), "2026-05-07", theHead))).toBe("enforcement.publication-fell");
  });
  test("the head who publishes what fell in the meantime is refused", () => {
    expect(codeOf(aProposal().tell(publishing(fallen(aDecision(), "revoked")), published, theHead))).toBe(
      "enforcement.publication-fell",
    );
  });
});

describe("CF-48a: repair", () => {
  const ready = performed(aDecision());
  const deciding = (approved: boolean, known = ready) =>
    ({ type: "decide-repair", approved, reasons: "材料齐全", ...known }) as const;
  test("from the end of the shortest time on, all duties done, by the party or by staff with his paper", () => {
    const tell = (on: string, actor = theParty, command = asking(ready.decided)) =>
      aPublication().tell(command, on, actor);
    expect(codeOf(tell("2026-06-29"))).toBe("enforcement.repair-too-early");
    expect(isRejection(tell("2026-06-30"))).toBe(false);
    expect(codeOf(tell("2026-06-30", theParty, asking(aDecision().decided)))).toBe("enforcement.duties-open");
    expect(codeOf(tell("2026-06-30", officerA))).toBe("enforcement.proof-paper-missing");
    expect(codeOf(tell("2026-06-30", another))).toBe("enforcement.proof-paper-missing");
    expect(isRejection(tell("2026-06-30", officerA, asking(ready.decided, sha)))).toBe(false);
    expect(codeOf(tell("2026-06-30", theTownItself, asking(ready.decided, sha)))).toBe("enforcement.person-decides");
  });
  test("approved by the head: shown no more; refused: shown on, and it can be asked for again", () => {
    const asked = () => aPublication(undefined, ["信用中国"]).lawfully(asking(ready.decided), "2026-07-01", theParty);
    expect(codeOf(asked().tell(asking(ready.decided), "2026-07-01", theParty))).toBe("enforcement.repair-asked");
    expect(asked().lawfully(deciding(true), "2026-07-02", theHead).state).toMatchObject({
      status: "repaired",
      takeDown: { by: { due: "2026-07-07" } },
    });
    const refused = asked().lawfully(deciding(false), "2026-07-02", theHead);
    expect(refused.state.status).toBe("published");
    expect(isRejection(refused.tell(asking(ready.decided), "2026-07-03", theParty))).toBe(false);
    expect(codeOf(asked().tell(deciding(true), "2026-07-02", aLeader))).toBe("enforcement.not-the-head");
    expect(codeOf(asked().tell(deciding(true), "2026-07-02"))).toBe("enforcement.person-decides");
    expect(codeOf(asked().tell(deciding(true, aDecision()), "2026-07-02", theHead))).toBe("enforcement.duties-open");
    expect(codeOf(aPublication().tell(deciding(true), "2026-07-02", theHead))).toBe("enforcement.repair-not-asked");
  });
  test("taken back by the party; ten working days to decide, then it is late", () => {
    const asked = () => aPublication().lawfully(asking(ready.decided), "2026-07-01", theParty);
    const back = { type: "withdraw-repair", decided: ready.decided } as const;
    expect(asked().lawfully(back, "2026-07-02", theParty).letPass("2026-08-01")).toEqual([]);
    expect(codeOf(aPublication().tell(back, "2026-07-02", theParty))).toBe("enforcement.repair-not-asked");
    const late = asked();
    expect(late.letPass("2026-07-15")).toEqual([]);
    expect(late.letPass("2026-08-01")).toEqual(["2026-07-16"]);
    expect(late.state.late).toEqual(["repair"]);
  });
  test("a decision that fell while the repair waits is withdrawn all the same", () => {
    const one = aPublication().lawfully(asking(ready.decided), "2026-07-01", theParty);
    one.lawfully(following(fallen(aDecision(), "revoked")), "2026-07-02");
    expect(one.state).toMatchObject({ status: "withdrawn" });
    expect(one.state).not.toHaveProperty("repair");
  });
});

describe("in any order of commands", () => {
  const known = aDecision();
  const ready = performed(known);
  const decisions = [
    known,
    ready,
    ...(["changed", "revoked", "void", "unlawful"] as const).map((how) => fallen(known, how)),
  ];
  const command = fc
    .constantFrom(...decisions)
    .chain((now) =>
      fc.constantFrom(
        following(now),
        publishing(now),
        publishing(now, "当事人违反管理规定经营", ["信用中国"]),
        { type: "decline" as const, reasons: "影响轻微", ...now },
        asking(now.decided),
        { type: "decide-repair" as const, approved: true, reasons: "材料齐全", ...now },
        { type: "note-taken-down" as const, proof: sha },
        { type: "pass-time" as const },
      ),
    );
  const told = fc.array(
    fc.tuple(command, fc.constantFrom(theHead, theParty, officerA, theTownItself), fc.integer({ min: 0, max: 60 })),
    { maxLength: 14 },
  );
  test("CF-48, P-5: shown only by a person's word, never after it fell for good, never beyond its time", () => {
    fc.assert(
      fc.property(told, (all) => {
        const one = aProposal();
        let day = Temporal.PlainDate.from(decidedOn);
        let gone = false;
        for (const [what, actor, days] of all) {
          day = day.add({ days });
          const before = one.events.length;
          one.tell(what, day.toString(), actor);
          for (const event of one.events.slice(before)) {
            if (event.type === "enforcement.publication.published") {
              expect(event.actor).toBe(theHead.sub);
              expect(gone).toBe(false);
              expect(day.toString() < one.state.credit.until).toBe(true);
            }
            if (event.type === "enforcement.publication.withdrawn") gone ||= event.data.fell !== "changed";
          }
          expect(one.state.number.text.zh).toBe(number);
        }
      }),
      { numRuns: 300 },
    );
  });
});

test("every text of a refusal of this part is filled", () => {
  const refused = [
    aProposal().tell(publishing(fallen(aDecision(), "revoked")), published, theHead),
    aPublication().tell(asking(performed(aDecision()).decided), "2026-05-01", theParty),
    aPublication().tell(asking(aDecision().decided), "2026-07-01", theParty),
    aProposal().tell(publishing(aDecision(), "欧阳娜娜"), published, theHead),
    aProposal().tell(publishing(), "2027-03-31", theHead),
    aProposal().tell({ type: "note-taken-down", proof: sha }, published, officerA),
    new Living(publication).tell(proposing(), decidedOn, another),
  ].map((one) => refusalOf(one));
  for (const one of refused) expect(unfilled(one, publicationProblems)).toEqual([]);
  expect(codesTold(publicationProblems)).toEqual(expect.arrayContaining(refused.map(({ code }) => code)));
});
