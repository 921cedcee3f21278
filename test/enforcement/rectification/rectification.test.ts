import { describe, expect, test } from "vitest";
import { isOrderUnmet } from "../../../services/enforcement/cases/domain/order-record/order-record.ts";
import type { Draft, RectificationCommand } from "../../../services/enforcement/rectification/domain/messages.ts";
import { mayReadOrder } from "../../../services/enforcement/rectification/domain/who.ts";
import { orderProblems } from "../../../services/enforcement/rectification/problems.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { type Actor, isRejection, type Rejection, theTownItself } from "../../../shared/decider/index.ts";
import { textOf } from "../../../shared/http/problem.ts";
import { commonProblems } from "../../../shared/http/texts.ts";
import { refusalOf } from "../../support/deciding.ts";
import { codesTold, unfilled } from "../../support/problem-texts.ts";
import {
  aParty,
  aPower,
  aStranger,
  aVendor,
  expired,
  filed,
  officer1,
  officer2,
  officer3,
  onFile,
  theChief,
  theClerk,
  theHead,
  theSquadLeader,
} from "../cases/case-builders.ts";
import { aPenalty } from "../cases/proceeding/builders.ts";
import { day, town } from "../common/builders.ts";
import {
  afterwards,
  asking,
  code,
  corrected,
  drafted,
  drafting,
  foundOn,
  fresh,
  giving,
  inForce,
  issued,
  lastDay,
  letting,
  looking,
  serving,
  signing,
  silent,
  talked,
  unmet,
  unmetLook,
} from "./builders.ts";

type One = ReturnType<typeof drafted>;
const refused = (one: One, command: RectificationCommand, on: string, actor: Actor): Rejection =>
  refusalOf(one.tell(command, on, actor));
const codeOf = (...given: Parameters<typeof refused>) => refused(...given).code;
const drawn = (more: Partial<Draft> = {}, actor: Actor = officer1) => fresh().tell(drafting(more), foundOn, actor);
const signUnmet = { type: "sign-recheck", finding: "not-corrected" } as const;
const signCorrected = { type: "sign-recheck", finding: "corrected" } as const;
const moreTime = { type: "decide-extension", granted: true, days: 5, reasons: "情况属实" } as const;
const noMore = { type: "decide-extension", granted: false, reasons: "足以完成" } as const;
const revoking = { type: "revoke", reasons: "认定有误" } as const;
const proposing = { type: "propose", case: "C1" } as const;
const dropping = { type: "drop", reasons: "重复" } as const;
const done = { type: "report-done", note: "已撤出", files: [] } as const;
const recalled = aPower(code, [{ kind: "recalled", from: "2026-09-02", document: "收回文件" }]);
const theCase = () => ({ case: "C1", act: "A1", state: onFile(filed()) });
const anEntry = { of: "R9", code, actOn: "2025-03-01", decidedOn: "2025-03-01", outcome: "let-off" as const };

describe("CF-28: an order to correct is made by two officers", () => {
  test("another office, the party himself, the machine, one officer alone make none", () => {
    const begin = (actor: Actor, more: Partial<Draft> = {}) => refusalOf(drawn(more, actor)).code;
    expect(begin({ ...officer1, office: "agriculture-centre" })).toBe("enforcement.order-not-enforcement");
    expect(begin({ ...officer1, party: "KEY-P1" })).toBe("enforcement.order-own-matter");
    expect(begin(theTownItself)).toBe("enforcement.person-decides");
    expect(begin(officer1, { with: "officer-1" })).toBe("enforcement.two-officers");
    expect(begin(officer1, { with: "clerk-1" })).toBe("enforcement.two-officers");
  });
  test("CF-22, CF-38: not outside of the town, not without a power, not of a day to come, not off the list", () => {
    const begin = (more: Partial<Draft>) => refusalOf(drawn(more)).code;
    expect(begin({ foundOn: "2026-09-02" })).toBe("enforcement.order-found-later");
    expect(begin({ place: { lng: 120, lat: 30 } })).toBe("enforcement.order-outside-the-town");
    expect(begin({ power: undefined })).toBe("enforcement.power-not-in-force");
    expect(begin({ power: aPower(code, [], "2026-08-31"), foundOn: "2026-08-30" })).toBe(
      "enforcement.power-not-in-force",
    );
    expect(begin({ penalty: undefined })).toBe("enforcement.unknown-penalty");
  });
  test("CF-42: only the other named officer issues it, and gives it the next number", () => {
    expect(codeOf(drafted(), signing, foundOn, officer1)).toBe("enforcement.own-signature");
    expect(codeOf(drafted(), signing, foundOn, officer3)).toBe("enforcement.not-a-named-officer");
    const one = issued();
    expect(one.state).toMatchObject({ status: "issued", number: { text: { zh: "广通责改〔2026〕1号" } } });
    expect(codeOf(one, signing, foundOn, officer2)).toBe("enforcement.order-not-in-this-state");
  });
  test("CF-38, CF-42: a power or a certificate that ended between draft and signature stops it", () => {
    expect(codeOf(drafted(), { ...signing, power: recalled }, "2026-09-02", officer2)).toBe(
      "enforcement.power-not-in-force",
    );
    const officers = [expired("officer-1", "2026-09-01"), expired("officer-2", "2026-12-31")];
    expect(codeOf(drafted(), { ...signing, officers }, "2026-09-02", officer2)).toBe("enforcement.two-officers");
  });
  test("an order in a case is of an act of its party, by one of its officers", () => {
    expect(isRejection(drawn({ of: theCase() }))).toBe(false);
    for (const of of [
      { ...theCase(), act: "A2" },
      { ...theCase(), state: undefined },
    ])
      expect(refusalOf(drawn({ of })).code).toBe("enforcement.order-unlike-case");
    expect(refusalOf(drawn({ of: theCase(), party: aParty({ key: "KEY-X" }) })).code).toBe(
      "enforcement.order-unlike-case",
    );
    expect(refusalOf(drawn({ of: theCase() }, officer3)).code).toBe("enforcement.order-unlike-case");
  });
  test("a draft is dropped by its own officers only", () => {
    expect(codeOf(drafted(), dropping, foundOn, officer3)).toBe("enforcement.order-not-yours");
    expect(drafted().lawfully(dropping, foundOn, officer2).state.status).toBe("dropped");
  });
});

describe("E3: guidance before the order", () => {
  test("is given by a certified officer in the town, with somebody the town knows", () => {
    const given = (more: object, actor: Actor = officer1) =>
      refusalOf(silent().tell(giving(more), foundOn, actor)).code;
    expect(given({}, { ...officer1, office: "agriculture-centre" })).toBe("enforcement.order-not-enforcement");
    expect(given({ officers: [] })).toBe("enforcement.order-not-enforcement");
    expect(given({ on: "2026-09-02" })).toBe("enforcement.guidance-day");
    expect(given({ place: { lng: 120, lat: 30 } })).toBe("enforcement.order-outside-the-town");
    expect(given({ with: "nobody" })).toBe("enforcement.unknown-person");
    expect(given({}, { ...officer1, party: "KEY-P1" })).toBe("enforcement.order-own-matter");
  });
  test("is followed once, as its own officer records", () => {
    const follow = { type: "note-followed", note: "已搬走" } as const;
    expect(refusalOf(talked().tell(follow, foundOn, officer2)).code).toBe("enforcement.order-not-yours");
    const one = talked().lawfully(follow, foundOn, officer1);
    expect(one.state).toMatchObject({ status: "followed", followed: { note: "已搬走" } });
    expect(refusalOf(one.tell(follow, foundOn, officer1)).code).toBe("enforcement.guidance-not-in-this-state");
  });
  test("an order rests on guidance of the same person and breach that was not followed", () => {
    const { state } = talked();
    expect(isRejection(drawn({ guidance: { id: "G1", state } }))).toBe(false);
    for (const wrong of [
      undefined,
      { ...state, status: "followed" as const },
      { ...state, act: { ...state.act, code: "PN-001" } },
      { ...state, party: { kind: "citizen" as const, name: "欧阳娜娜" } },
    ])
      expect(refusalOf(drawn({ guidance: { id: "G1", state: wrong } })).code).toBe("enforcement.guidance-differs");
  });
});

describe("CF-61: an order that was not served has no effect", () => {
  test("nothing is unmet, extended or looked at before the service", () => {
    for (const [command, actor] of [
      [unmetLook(), officer1],
      [signUnmet, officer2],
      [asking(), aVendor],
      [proposing, officer1],
    ] as const)
      expect(codeOf(issued(), command, afterwards, actor)).toBe("enforcement.order-not-in-this-state");
  });
  test("the time runs from the service: calendar days, the last day rolled over rest days by the profile (T-13)", () => {
    expect(inForce().state).toMatchObject({ status: "binding", limit: { due: lastDay, unit: "day", length: 7 } });
    const on = "2026-09-19";
    const saturday = issued().lawfully(serving({ served: { on, how: "mail" } }), "2026-09-20", officer1);
    // Seven days after the nineteenth is a Saturday, the holiday follows.
    expect(saturday.state.limit).toMatchObject({ dueUnrolled: "2026-09-26", due: "2026-09-28" });
    const strict = {
      ...town,
      enforcement: { ...town.enforcement, due: { ...town.enforcement.due, restDays: "strict" as const } },
    };
    const unrolled = issued({}, strict).lawfully(serving({ served: { on, how: "mail" } }), "2026-09-20", officer1);
    expect(unrolled.state.limit?.due).toBe("2026-09-26");
  });
  test("in working days where the profile says so", () => {
    const { rectification } = town.enforcement;
    const working = { ...rectification, unit: "working-day" as const };
    const one = issued({}, { ...town, enforcement: { ...town.enforcement, rectification: working } });
    expect(one.lawfully(serving(), foundOn, officer1).state.limit).toMatchObject({ due: "2026-09-10" });
  });
  test("another paper, or a day before the order or to come, is no service of it", () => {
    expect(codeOf(issued(), serving({ number: "广通责改〔2026〕9号" }), foundOn, officer1)).toBe(
      "enforcement.order-paper-replaced",
    );
    for (const on of ["2026-08-31", "2026-09-02"])
      expect(codeOf(issued(), serving({ served: { on, how: "mail" } }), foundOn, officer1)).toBe(
        "enforcement.order-served-day",
      );
    expect(codeOf(inForce(), serving(), foundOn, officer1)).toBe("enforcement.order-not-in-this-state");
  });
});

describe("more time", () => {
  test("is asked for by the party, or with his paper, on the last day still and not after; T-4: posted counts", () => {
    expect(codeOf(inForce(), asking(), lastDay, aStranger)).toBe("enforcement.order-party-only");
    expect(codeOf(inForce(), asking(), lastDay, officer1)).toBe("enforcement.order-paper-missing");
    expect(codeOf(inForce(), asking(), afterwards, aVendor)).toBe("enforcement.order-extension-late");
    const posted = asking({ paper: "a".repeat(64), posted: { on: lastDay, proof: "挂号信" } });
    for (const [one, command, on, actor] of [
      [inForce(), asking(), lastDay, aVendor],
      [inForce(), asking({ paper: "a".repeat(64) }), lastDay, theClerk],
      [inForce(), posted, "2026-09-14", theClerk],
    ] as const)
      expect(one.lawfully(command, on, actor).state.extension?.askedOn).toBe(lastDay);
    const early = { ...posted, posted: { on: "2026-01-01", proof: "挂号信" } };
    expect(codeOf(inForce(), early, "2026-09-14", theClerk)).toBe("enforcement.posted-before-told");
    // A clerk who is the ordered party does not record the day of his own letter.
    const own = { ...aVendor, roles: theClerk.roles };
    expect(codeOf(inForce(), posted, "2026-09-14", own)).toBe("enforcement.posting-recorded-by-staff");
  });
  test("is asked for once", () => {
    const one = inForce().lawfully(asking(), foundOn, aVendor).lawfully(noMore, foundOn, theSquadLeader);
    expect(codeOf(one, asking(), foundOn, aVendor)).toBe("enforcement.order-extended-already");
  });
  test("is given by the squad leader or the head, within the profile, never by an officer of the order", () => {
    const asked = () => inForce().lawfully(asking(), foundOn, aVendor);
    expect(codeOf(asked(), moreTime, foundOn, officer2)).toBe("enforcement.order-head-only");
    expect(codeOf(asked(), moreTime, foundOn, { ...theSquadLeader, sub: "officer-1" })).toBe(
      "enforcement.order-head-only",
    );
    expect(codeOf(asked(), moreTime, foundOn, theTownItself)).toBe("enforcement.person-decides");
    expect(codeOf(inForce(), moreTime, foundOn, theHead)).toBe("enforcement.order-extension-not-asked");
    expect(codeOf(asked(), { ...moreTime, days: 31 }, foundOn, theHead)).toBe("enforcement.order-extension-days");
    expect(codeOf(asked(), { ...noMore, days: 5 }, foundOn, theHead)).toBe("enforcement.order-extension-days");
    expect(asked().lawfully({ ...moreTime, days: 30 }, foundOn, theHead).state.limit).toMatchObject({
      extensions: [{ length: 30 }],
    });
    // E1: only his own squad's.
    expect(codeOf(asked(), noMore, foundOn, { ...theSquadLeader, leads: ["officer-7"] })).toBe(
      "enforcement.order-head-only",
    );
    expect(asked().lawfully(noMore, foundOn, theSquadLeader).state.limit?.due).toBe(lastDay);
  });
  test("while a request waits nothing counts as unmet, nor after it was given until the new last day", () => {
    const asked = () => inForce().lawfully(asking(), lastDay, aVendor);
    expect(codeOf(asked(), unmetLook(), afterwards, officer1)).toBe("enforcement.order-extension-undecided");
    const given = asked().lawfully(moreTime, afterwards, theHead);
    expect(codeOf(given, unmetLook(), "2026-09-12", officer1)).toBe("enforcement.order-not-due");
    // The posted request reached the town after two officers had looked: what they noted is signed by nobody.
    const looked = inForce().lawfully(unmetLook(), afterwards, officer1);
    const posted = asking({ paper: "a".repeat(64), posted: { on: lastDay, proof: "挂号信" } });
    looked.lawfully(posted, afterwards, theClerk);
    expect(codeOf(looked, signUnmet, afterwards, officer2)).toBe("enforcement.order-extension-undecided");
    looked.lawfully(moreTime, afterwards, theHead);
    expect(codeOf(looked, signUnmet, afterwards, officer2)).toBe("enforcement.order-not-due");
  });
});

describe("CF-33a: two officers look again, with pictures", () => {
  test("put right on any day, not put right only after the last day", () => {
    expect(codeOf(inForce(), unmetLook({ checkedOn: lastDay }), lastDay, officer1)).toBe("enforcement.order-not-due");
    expect(codeOf(inForce(), looking({ checkedOn: "2026-08-31" }), lastDay, officer1)).toBe(
      "enforcement.order-check-day",
    );
    expect(codeOf(inForce(), looking({ checkedOn: afterwards }), lastDay, officer1)).toBe(
      "enforcement.order-check-day",
    );
    expect(inForce().lawfully(looking({ checkedOn: foundOn }), foundOn, officer1).state.check?.finding).toBe(
      "corrected",
    );
    expect(unmet().state.status).toBe("unmet");
  });
  test("T-10: a last day that is not certain takes nothing from the party", () => {
    const { rectification } = town.enforcement;
    const profile = {
      ...town,
      enforcement: { ...town.enforcement, rectification: { ...rectification, unit: "working-day" as const } },
    };
    const penalty = { ...aPenalty({ code, domain: "trade" }), rectificationDays: 500 };
    const one = issued({ penalty }, profile).lawfully(serving(), foundOn, officer1);
    const next = day(one.state.limit?.due ?? "")
      .add({ days: 1 })
      .toString();
    expect(codeOf(one, unmetLook({ checkedOn: next }), next, officer1)).toBe("enforcement.order-not-due");
  });
  test("without pictures, by one alone, or signed by who recorded it, it counts for nothing", () => {
    expect(codeOf(inForce(), looking({ files: [] }), lastDay, officer1)).toBe("enforcement.order-pictures-missing");
    expect(codeOf(inForce(), looking({ with: "officer-1" }), lastDay, officer1)).toBe("enforcement.two-officers");
    expect(codeOf(inForce(), looking(), lastDay, { ...officer1, office: "agriculture-centre" })).toBe(
      "enforcement.order-not-enforcement",
    );
    const one = inForce().lawfully(looking(), lastDay, officer1);
    expect(codeOf(one, signCorrected, lastDay, officer1)).toBe("enforcement.own-signature");
    expect(codeOf(one, signCorrected, lastDay, officer3)).toBe("enforcement.not-a-named-officer");
    expect(codeOf(inForce(), signCorrected, lastDay, officer2)).toBe("enforcement.order-nothing-to-sign");
  });
  test("who signs says what he signs: a finding changed in between is not signed", () => {
    const one = inForce().lawfully(looking({ checkedOn: afterwards }), afterwards, officer1);
    one.lawfully(unmetLook(), afterwards, officer1);
    expect(codeOf(one, signCorrected, afterwards, officer2)).toBe("enforcement.order-finding-differs");
  });
  test("the party himself says that it is done; nobody says it for him", () => {
    expect(codeOf(inForce(), done, foundOn, officer1)).toBe("enforcement.order-party-only");
    expect(inForce().lawfully(done, foundOn, aVendor).state.reportedOn).toBe(foundOn);
  });
});

describe("CF-33: no penalty is a decision", () => {
  test("of the head alone, who has neither made the order nor looked", () => {
    expect(codeOf(corrected(), letting(), lastDay, theSquadLeader)).toBe("enforcement.order-head-only");
    expect(codeOf(corrected(), letting(), lastDay, theTownItself)).toBe("enforcement.person-decides");
    expect(codeOf(corrected(), letting(), lastDay, { ...theHead, party: "KEY-P1" })).toBe(
      "enforcement.order-own-matter",
    );
    expect(corrected().lawfully(letting(), lastDay, theHead).state).toMatchObject({
      status: "let-off",
      lettingOff: { number: { series: "enforcement-no-penalty" }, ground: "minor", by: theHead.sub },
    });
  });
  test("the head who looked again himself decides nothing", () => {
    const officers = [
      ...drafting().officers,
      ...drafting()
        .officers.slice(0, 1)
        .map((one) => ({ ...one, sub: theHead.sub })),
    ];
    const asOfficer: Actor = { ...theHead, roles: ["approver", "squad-leader"] };
    const one = inForce()
      .lawfully(looking({ officers }), lastDay, asOfficer)
      .lawfully(signCorrected, lastDay, officer2);
    expect(codeOf(one, letting(), lastDay, asOfficer)).toBe("enforcement.order-own-work");
  });
  test("minor: slight and harmless, as the check has it", () => {
    for (const found of [{ slight: false }, { harm: "slight" as const }])
      expect(codeOf(corrected(found), letting(), lastDay, theHead)).toBe("enforcement.order-not-slight");
  });
  test("CF-33a: the first time, with a promise; the second time is known within the window and not one day longer", () => {
    const first = letting({ ground: "first-time", promise: "c".repeat(64) });
    const found = { slight: false, harm: "slight" as const };
    expect(codeOf(corrected(found), letting({ ground: "first-time" }), lastDay, theHead)).toBe(
      "enforcement.order-promise-missing",
    );
    expect(codeOf(corrected({ harm: "grave" }), first, lastDay, theHead)).toBe("enforcement.order-not-slight");
    const earlier = (decidedOn: string) => ({ ...first, record: { entries: [{ ...anEntry, decidedOn }] } });
    expect(codeOf(corrected(found), earlier("2024-09-01"), lastDay, theHead)).toBe("enforcement.order-not-first-time");
    for (const command of [first, earlier("2024-08-31")])
      expect(corrected(found).lawfully(command, lastDay, theHead).state.status).toBe("let-off");
  });
  test("the party was taught, between the finding and today", () => {
    for (const educatedOn of ["2026-08-31", afterwards])
      expect(codeOf(corrected(), letting({ educatedOn }), lastDay, theHead)).toBe("enforcement.order-education-day");
  });
  test("CF-38: under a power in force; an order of a case is decided in the case", () => {
    expect(codeOf(corrected(), letting({ power: recalled }), lastDay, theHead)).toBe("enforcement.power-not-in-force");
    expect(codeOf(corrected({}, { of: theCase() }), letting(), lastDay, theHead)).toBe("enforcement.order-of-a-case");
  });
  test("what was not put right is let off by nobody", () => {
    expect(codeOf(unmet(), letting({ educatedOn: lastDay }), afterwards, theHead)).toBe(
      "enforcement.order-not-in-this-state",
    );
  });
  test("CF-61: its service is noted once", () => {
    const one = corrected().lawfully(letting(), lastDay, theHead);
    const text = one.state.lettingOff?.number.text.zh ?? "";
    const paper = serving({ paper: "decision", number: text, served: { on: lastDay, how: "left" } });
    expect(one.lawfully(paper, lastDay, officer1).state.lettingOff?.served).toMatchObject({ on: lastDay });
    expect(one.tell(paper, lastDay, officer1)).toEqual([]);
  });
});

describe("a case comes of it, or the order falls", () => {
  test("proposed by an officer of the order, not of an order in a case", () => {
    expect(codeOf(unmet(), proposing, afterwards, officer3)).toBe("enforcement.order-not-yours");
    expect(codeOf(unmet({ of: theCase() }), proposing, afterwards, officer1)).toBe("enforcement.order-of-a-case");
    for (const one of [unmet(), corrected()])
      expect(one.lawfully(proposing, afterwards, officer1).state).toMatchObject({ status: "proposed", case: "C1" });
  });
  test("revoked by the head, also when a case was proposed from it", () => {
    expect(codeOf(unmet(), revoking, afterwards, officer1)).toBe("enforcement.order-head-only");
    for (const one of [issued(), inForce(), unmet(), unmet().lawfully(proposing, afterwards, officer1)])
      expect(one.lawfully(revoking, afterwards, theHead).state.status).toBe("revoked");
  });
  test("its last day is told once when nobody has looked, and again when more time was given", () => {
    const one = inForce();
    expect(one.letPass("2026-09-20")).toEqual([afterwards]);
    expect(one.types.filter((type) => type === "enforcement.rectification.overdue")).toHaveLength(1);
    const longer = inForce().lawfully(asking(), lastDay, aVendor);
    longer.letPass("2026-09-10");
    longer.lawfully(moreTime, "2026-09-10", theHead);
    expect(longer.state.late).toBe(false);
    longer.letPass("2026-09-30");
    expect(longer.types.filter((type) => type === "enforcement.rectification.overdue")).toHaveLength(2);
    const looked = corrected();
    expect(looked.letPass("2026-12-31")).toEqual([]);
  });
});

describe("who reads an order", () => {
  const known = { town, today: day(afterwards) };
  test("the office, and the party once it was issued; a person of the same name finds nothing", () => {
    const may = (one: One, actor: Actor | undefined) => mayReadOrder(one.state, actor, known);
    for (const actor of [officer1, officer2, theSquadLeader, theHead, theChief])
      expect(may(drafted(), actor)).toBe(true);
    expect(may(drafted(), aVendor)).toBe(false);
    expect(may(issued(), aVendor)).toBe(true);
    for (const actor of [
      aStranger,
      { ...aStranger, name: "欧阳娜娜" },
      { sub: aVendor.sub, name: aVendor.name, roles: aVendor.roles },
      officer3,
      undefined,
    ])
      expect(may(issued(), actor)).toBe(false);
  });
});

describe("CF-28, CF-40: what an unmet order proves", () => {
  const unmetOrder = { of: "R1", code, foundOn, servedOn: foundOn, due: lastDay, unmetOn: afterwards };
  const asked = { case: "C1", act: "A1", from: "2026-08-20", until: "2026-09-30" };
  test("an act that went on when it was found, and no act that ended before or began after", () => {
    const proves = (more: object) => isOrderUnmet([{ entries: [unmetOrder] }], { ...asked, ...more });
    expect(proves({})).toBe(true);
    expect(proves({ until: "2026-08-31" })).toBe(false);
    expect(proves({ until: foundOn, from: foundOn })).toBe(true);
    expect(proves({ from: "2026-09-02" })).toBe(false);
    expect(isOrderUnmet([undefined, { entries: [] }], asked)).toBe(false);
  });
  test("an order given in the case proves its own act only", () => {
    const own = [{ entries: [{ ...unmetOrder, case: "C1", act: "A1" }] }];
    expect(isOrderUnmet(own, asked)).toBe(true);
    expect(isOrderUnmet(own, { ...asked, act: "A2" })).toBe(false);
  });
});

/** Every refusal of orders and guidance, provoked. */
const refusals: Readonly<Record<string, () => Rejection>> = {
  "enforcement.guidance-day": () => refusalOf(silent().tell(giving({ on: "2026-09-02" }), foundOn, officer1)),
  "enforcement.guidance-differs": () => refusalOf(drawn({ guidance: { id: "G1", state: undefined } })),
  "enforcement.guidance-not-in-this-state": () =>
    refusalOf(
      talked()
        .lawfully({ type: "note-order", order: "R1" }, foundOn)
        .tell({ type: "note-followed", note: "好" }, foundOn, officer1),
    ),
  "enforcement.order-check-day": () => refused(inForce(), looking({ checkedOn: "2026-08-31" }), lastDay, officer1),
  "enforcement.order-education-day": () => refused(corrected(), letting({ educatedOn: afterwards }), lastDay, theHead),
  "enforcement.order-extended-already": () =>
    refused(inForce().lawfully(asking(), foundOn, aVendor), asking(), foundOn, aVendor),
  "enforcement.order-extension-days": () =>
    refused(inForce().lawfully(asking(), foundOn, aVendor), { ...moreTime, days: 31 }, foundOn, theHead),
  "enforcement.order-extension-late": () => refused(inForce(), asking(), afterwards, aVendor),
  "enforcement.order-extension-not-asked": () => refused(inForce(), moreTime, foundOn, theHead),
  "enforcement.order-extension-undecided": () =>
    refused(inForce().lawfully(asking(), foundOn, aVendor), unmetLook(), afterwards, officer1),
  "enforcement.order-finding-differs": () =>
    refused(inForce().lawfully(looking(), lastDay, officer1), signUnmet, lastDay, officer2),
  "enforcement.order-found-later": () => refusalOf(drawn({ foundOn: "2026-09-02" })),
  "enforcement.order-head-only": () => refused(inForce(), revoking, foundOn, officer1),
  "enforcement.order-not-due": () => refused(inForce(), unmetLook({ checkedOn: lastDay }), lastDay, officer1),
  "enforcement.order-not-enforcement": () => refusalOf(drawn({}, { ...officer1, office: "agriculture-centre" })),
  "enforcement.order-not-first-time": () =>
    refused(corrected(), letting({ ground: "first-time", record: { entries: [anEntry] } }), lastDay, theHead),
  "enforcement.order-not-in-this-state": () => refused(issued(), looking(), lastDay, officer1),
  "enforcement.order-not-slight": () => refused(corrected({ slight: false }), letting(), lastDay, theHead),
  "enforcement.order-not-yours": () => refused(drafted(), dropping, foundOn, officer3),
  "enforcement.order-nothing-to-sign": () => refused(inForce(), signCorrected, lastDay, officer2),
  "enforcement.order-of-a-case": () => refused(unmet({ of: theCase() }), proposing, afterwards, officer1),
  "enforcement.order-outside-the-town": () => refusalOf(drawn({ place: { lng: 120, lat: 30 } })),
  "enforcement.order-own-matter": () => refusalOf(drawn({}, { ...officer1, party: "KEY-P1" })),
  "enforcement.order-own-work": () =>
    refused(
      inForce()
        .lawfully(
          looking({
            officers: [
              ...drafting().officers,
              ...drafting()
                .officers.slice(0, 1)
                .map((one) => ({ ...one, sub: theHead.sub })),
            ],
          }),
          lastDay,
          { ...theHead, roles: ["approver", "squad-leader"] },
        )
        .lawfully(signCorrected, lastDay, officer2),
      letting(),
      lastDay,
      theHead,
    ),
  "enforcement.order-paper-missing": () => refused(inForce(), asking(), foundOn, officer1),
  "enforcement.order-paper-replaced": () => refused(issued(), serving({ number: "9号" }), foundOn, officer1),
  "enforcement.order-party-only": () => refused(inForce(), done, foundOn, officer1),
  "enforcement.order-pictures-missing": () => refused(inForce(), looking({ files: [] }), lastDay, officer1),
  "enforcement.order-promise-missing": () => refused(corrected(), letting({ ground: "first-time" }), lastDay, theHead),
  "enforcement.order-served-day": () =>
    refused(issued(), serving({ served: { on: "2026-09-02", how: "mail" } }), foundOn, officer1),
  "enforcement.order-unlike-case": () => refusalOf(drawn({ of: { case: "C1", act: "A1", state: undefined } })),
};
const texts = { ...commonProblems, ...enforcement.problems };

describe("what orders and guidance say when they refuse", () => {
  test("every code with a text is provoked here", () => {
    expect(Object.keys(refusals).sort()).toEqual(codesTold(orderProblems));
  });
  test.each(Object.entries(refusals))("%s: every place in its text is filled", (refusal, provoke) => {
    const answer = provoke();
    expect(answer.code).toBe(refusal);
    expect(unfilled(answer, texts)).toEqual([]);
    const { zh, en } = textOf(refusal, answer.details ?? {}, texts);
    expect(`${zh}${en}`).not.toMatch(/[{}–]|undefined/);
  });
});
