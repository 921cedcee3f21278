import { describe, expect, test } from "vitest";
import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import { theTownItself } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import {
  aFirm,
  anAct,
  aParty,
  aPower,
  approving,
  at,
  aVendor,
  certificates,
  expired,
  filed,
  filedOn,
  listed,
  officer1,
  officer2,
  onFile,
  proposed,
  proposing,
  theChief,
  theHead,
  theSquadLeader,
} from "./case-builders.ts";

const proposal = (more: Parameters<typeof proposing>[0], actor = officer1) =>
  new Living(penaltyCase, at()).tell(proposing(more), filedOn, actor);
const approval = (
  more: Parameters<typeof proposing>[0],
  how: Parameters<typeof approving>[0] = {},
  actor = theHead,
  on = filedOn,
) => proposed(more).tell(approving(how), on, actor);

describe("CF-54: a case is proposed and filed", () => {
  test("the head files what an officer proposes: a number, ninety days, the version of the power", () => {
    const state = onFile(filed());
    expect(state).toMatchObject({
      status: "investigating",
      filedOn,
      approvedBy: theHead.sub,
      proposedBy: officer1.sub,
      clock: { rule: "CF-60", unit: "day", length: 90, due: "2026-11-30" },
      acts: [{ id: "A1", power: { version: 2, since: "2025-01-01" } }],
    });
    expect(state.number.text.zh).toMatch(/广通立〔2026〕1号/);
    expect(state.papers).toEqual([{ kind: "filing-approval", reference: state.number.text.zh, on: filedOn }]);
  });

  test("CF-57: the approver is not the proposer, in whatever role", () => {
    const one = new Living(penaltyCase, at()).lawfully(proposing(), filedOn, theHead);
    expect(one.tell(approving(), filedOn, theHead)).toMatchObject({ code: "enforcement.own-work", ground: "actor" });
  });

  test("CF-57: the approver is none of the officers who investigate", () => {
    const head = expired(theHead.sub, "2026-12-31");
    const more = { investigators: ["officer-1", theHead.sub], officers: [...certificates, head] };
    expect(approval(more, { officers: more.officers })).toMatchObject({ code: "enforcement.own-work" });
  });

  test("CF-57: a squad leader is not the head", () => {
    expect(approval({}, {}, theSquadLeader)).toMatchObject({ code: "enforcement.head-only" });
  });

  test("P-5: no machine files a case, and none dismisses it", () => {
    expect(approval({}, {}, theTownItself)).toMatchObject({ code: "enforcement.person-decides" });
    const dismissal = { type: "dismiss", ground: "no-breach", reasons: "不构成" } as const;
    expect(proposed().tell(dismissal, filedOn, theTownItself)).toMatchObject({ code: "enforcement.person-decides" });
  });

  test("the head dismisses a proposal, and its source is told", () => {
    const one = proposed().lawfully({ type: "dismiss", ground: "no-breach", reasons: "不构成" }, filedOn, theHead);
    expect(one.state.status).toBe("dismissed");
    expect(one.events.at(-1)?.data).toMatchObject({ source: { kind: "lead", id: "LEAD1" }, ground: "no-breach" });
  });

  test("L1: an officer who is the party himself proposes nothing", () => {
    expect(proposal({}, { ...officer1, party: "KEY-P1" })).toMatchObject({ code: "enforcement.own-case" });
  });
});

describe("CF-42: two officers certified on the day of the filing", () => {
  test("one officer proposes nothing", () => {
    expect(proposal({ investigators: ["officer-1"] })).toMatchObject({ code: "enforcement.two-officers" });
    expect(proposal({ investigators: ["officer-1", "officer-1"] })).toMatchObject({ code: "enforcement.two-officers" });
  });

  test("a certificate that ends on the day still counts; one that ended the day before does not", () => {
    const until = (day: string) => [certificates[0], expired("officer-2", day)].filter((one) => one !== undefined);
    expect(approval({}, { officers: until("2026-09-01") })).not.toHaveProperty("code");
    expect(approval({}, { officers: until("2026-08-31") })).toMatchObject({
      code: "enforcement.two-officers",
      details: { lacking: [{ sub: "officer-2", conditions: ["officer-expired"] }] },
    });
  });

  test("each is certified for each domain of the acts", () => {
    const acts = [anAct(), anAct({ code: "PN-026" })];
    const both = { acts, listed: [listed(), listed("PN-026", { domain: "building" })] };
    expect(proposal(both)).toMatchObject({ code: "enforcement.two-officers" });
  });
});

describe("CF-22: the place of the act", () => {
  test("an act outside of the town is not the town's", () => {
    expect(proposal({ acts: [anAct({ place: { lng: 103, lat: 25 } })] })).toMatchObject({
      code: "enforcement.outside-the-town",
      details: { rule: "CF-22" },
    });
  });
});

describe("CF-38: the power on the day of the act and today", () => {
  const powers = (...one: Parameters<typeof aPower>) => ({ powers: [aPower(...one)] });

  test("an unknown power files nothing", () => {
    expect(approval({}, { powers: [] })).toMatchObject({ code: "enforcement.power-not-in-force" });
  });

  test("an act of the day before the handover is not the town's; of the day itself it is", () => {
    expect(approval({}, powers("PN-150", [], "2026-08-21"))).toMatchObject({ code: "enforcement.power-not-in-force" });
    expect(approval({}, powers("PN-150", [], "2026-08-20"))).not.toHaveProperty("code");
  });

  test("an act that went on over the handover is", () => {
    const { until: _until, ...goesOn } = anAct();
    expect(approval({ acts: [goesOn] }, powers("PN-150", [], "2026-08-25"))).not.toHaveProperty("code");
  });

  test("recalled or suspended today: nothing is filed, though the act lies before", () => {
    const recalled = { kind: "recalled", from: filedOn, document: "楚政发1号" } as const;
    const suspended = { kind: "suspended", from: filedOn, reason: "整改" } as const;
    for (const change of [recalled, suspended])
      expect(approval({}, powers("PN-150", [change]))).toMatchObject({ code: "enforcement.power-not-in-force" });
    expect(approval({}, powers("PN-150", [{ ...recalled, from: "2026-09-02" }]))).not.toHaveProperty("code");
  });

  test("a matter that the town only prepares or passes on is not filed", () => {
    for (const townRole of ["reviews", "forwards"] as const)
      expect(approval({}, { powers: [{ ...aPower(), townRole }] })).toMatchObject({
        code: "enforcement.town-does-not-decide",
      });
  });

  test("CF-24b: a recalled power that is to be passed on files nothing; one to be finished does", () => {
    const recalled = aPower("PN-150", [{ kind: "recalled", from: filedOn, document: "楚政发1号" }]);
    const settled = (outcome: "finish" | "transfer") => [
      { code: "PN-150", recalledFrom: filedOn, outcome, document: "2号" },
    ];
    expect(approval({}, { powers: [recalled], settled: settled("transfer") })).toMatchObject({
      code: "enforcement.town-does-not-decide",
    });
    expect(approval({}, { powers: [recalled], settled: settled("finish") })).not.toHaveProperty("code");
  });

  test("each act needs its own power", () => {
    const acts = [anAct(), anAct({ code: "PN-070" })];
    const both = { acts, listed: [listed(), listed("PN-070")] };
    expect(approval(both)).toMatchObject({ code: "enforcement.power-not-in-force", details: { item: "PN-070" } });
  });
});

describe("CF-25: the first to file", () => {
  const elsewhere = (on: string) => ({ elsewhere: { organ: "县市场监督管理局", filedOn: on, document: "楚市监1号" } });

  test("what another organ filed before or today is not filed here", () => {
    for (const on of ["2026-08-30", filedOn])
      expect(approval(elsewhere(on))).toMatchObject({
        code: "enforcement.filed-elsewhere",
        details: { rule: "CF-25" },
      });
  });

  test("it is dismissed for that reason only when it was stated", () => {
    const dismissal = { type: "dismiss", ground: "filed-elsewhere", reasons: "已立案" } as const;
    expect(proposed().tell(dismissal, filedOn, theHead)).toMatchObject({ code: "enforcement.not-filed-elsewhere" });
    expect(proposed(elsewhere("2026-08-30")).tell(dismissal, filedOn, theHead)).not.toHaveProperty("code");
  });

  test("a later correction does not make the other filing disappear", () => {
    const one = proposed(elsewhere("2026-08-30"));
    one.lawfully({ type: "correct", listed: [listed()], reasons: "补正" }, filedOn, officer1);
    expect(one.tell(approving(), filedOn, theHead)).toMatchObject({ code: "enforcement.filed-elsewhere" });
  });
});

describe("CF-36, CF-36a: time", () => {
  const old = (discoveredOn: string, more: Partial<Parameters<typeof anAct>[0]> = {}) => ({
    acts: [anAct({ from: "2024-03-10", until: "2024-03-10", discoveredOn, ...more })],
  });
  const long = { powers: [aPower("PN-150", [], "2020-01-01")] };

  test("discovered on the last day of the two years it is filed later; a day later it is barred", () => {
    expect(approval(old("2026-03-10"), long)).not.toHaveProperty("code");
    expect(approval(old("2026-03-11"), long)).toMatchObject({
      code: "enforcement.act-barred",
      details: { rule: "CF-36" },
    });
  });

  test("five years hold only where the list says so and harm was done", () => {
    const five = { listed: [listed("PN-150", { limitationYears: 5 })] };
    expect(approval({ ...old("2026-03-11", { harm: true }), ...five }, long)).not.toHaveProperty("code");
    expect(approval({ ...old("2026-03-11"), ...five }, long)).toMatchObject({ code: "enforcement.act-barred" });
  });

  test("nobody knows of an act before it begins, and nothing lies in the future", () => {
    expect(proposal({ acts: [anAct({ discoveredOn: "2026-08-19" })] })).toMatchObject({
      code: "enforcement.act-after-discovery",
    });
    expect(proposal({ acts: [anAct({ until: "2026-09-02" })] })).toMatchObject({
      code: "enforcement.act-in-the-future",
    });
    expect(proposal({ acts: [anAct({ until: "2026-08-19" })] })).toMatchObject({
      code: "enforcement.ends-before-it-begins",
    });
    expect(proposal({ source: { kind: "lead", receivedOn: "2026-09-02" } })).toMatchObject({
      code: "enforcement.act-in-the-future",
    });
  });
});

describe("CF-30, CF-31: who cannot be punished", () => {
  const born = (bornOn: string) => {
    const { document: _document, ...party } = aParty({ bornOn });
    return { parties: [{ ...party, document: "passport" as const, idNumber: "E12345678" }] };
  };

  test("on the fourteenth birthday he is not yet fourteen; the day after he is", () => {
    expect(approval(born("2012-08-20"))).toMatchObject({ code: "enforcement.under-age", details: { rule: "CF-30" } });
    expect(approval(born("2012-08-19"))).not.toHaveProperty("code");
  });

  test("the age counts on the day of each act, for each party who did it", () => {
    const acts = [anAct(), anAct({ from: "2025-01-01", until: "2025-01-01" })];
    expect(approval({ ...born("2012-08-01"), acts })).toMatchObject({
      code: "enforcement.under-age",
      details: { act: "A2", party: "P1" },
    });
  });

  test("the birth is that of the identity number, and is never left out", () => {
    expect(proposal({ parties: [aParty({ bornOn: "1950-01-01" })] })).toMatchObject({
      code: "enforcement.birth-differs",
    });
    const { bornOn: _bornOn, ...party } = aParty();
    expect(proposal({ parties: [party] })).toMatchObject({ code: "enforcement.birth-missing" });
  });

  test("CF-31: without mental capacity on the day of the act, the last day included", () => {
    const incapable = (until: string) => ({
      parties: [aParty({ incapable: [{ from: "2026-01-01", until, basis: "鉴定" }] })],
    });
    expect(approval(incapable("2026-08-20"))).toMatchObject({ code: "enforcement.incapable" });
    expect(approval(incapable("2026-08-19"))).not.toHaveProperty("code");
  });
});

describe("CF-29a, CF-29b: acts and parties", () => {
  test("each act has a doer, and each party an act", () => {
    expect(proposal({ acts: [anAct({ by: [] })] })).toMatchObject({ code: "enforcement.act-without-party" });
    expect(proposal({ acts: [anAct({ by: ["P9"] })] })).toMatchObject({ code: "enforcement.unknown-case-party" });
    expect(proposal({ parties: [aParty(), aFirm()] })).toMatchObject({ code: "enforcement.act-without-party" });
  });

  test("one person is one party", () => {
    const acts = [anAct({ by: ["P1", "P2"] })];
    expect(proposal({ acts, parties: [aParty(), aFirm({ key: "KEY-P1" })] })).toMatchObject({
      code: "enforcement.party-known",
    });
  });

  test("a responsible person answers for a unit that is a party", () => {
    const acts = [anAct({ by: ["P1", "P2"] })];
    const person = (of: string) => aParty({ role: "responsible", of });
    expect(proposal({ acts, parties: [person("P2"), aFirm()] })).not.toHaveProperty("code");
    expect(proposal({ acts, parties: [person("P1"), aFirm()] })).toMatchObject({
      code: "enforcement.responsible-for-nobody",
    });
  });

  test("an act that the list does not know is refused", () => {
    expect(proposal({ acts: [anAct({ code: "PN-999" })] })).toMatchObject({ code: "enforcement.unknown-penalty" });
  });
});

describe("CF-54a: the filing term", () => {
  const extension = { type: "extend", reasons: "案情复杂" } as const;

  test("it runs from the day on which the town knew, by the rule of the domain", () => {
    expect(proposed().state.fileBy).toMatchObject({ unit: "working-day", length: 15, start: "2026-08-28" });
  });

  test("the strictest rule of several domains counts", () => {
    const both = {
      acts: [anAct(), anAct({ code: "PN-070" })],
      listed: [listed(), listed("PN-070", { domain: "tourism" })],
    };
    const one = proposed(both);
    expect(one.state.fileBy).toMatchObject({ length: 7 });
    expect(one.tell(extension, filedOn, theHead)).toMatchObject({ code: "enforcement.extension-not-allowed" });
  });

  test("the head extends it once, in time; nobody else", () => {
    const one = proposed();
    const { due } = one.state.fileBy;
    expect(due).toBe("2026-09-18");
    expect(one.tell(extension, filedOn, officer2)).toMatchObject({ code: "enforcement.head-only" });
    expect(proposed().tell(extension, "2026-09-19", theHead)).toMatchObject({ code: "enforcement.term-over" });
    one.lawfully(extension, "2026-09-18", theHead);
    expect(one.state.fileBy.extensions).toHaveLength(1);
    expect(one.tell(extension, "2026-09-18", theHead)).toMatchObject({ code: "enforcement.extended-already" });
  });

  test("late is told once, and does not keep the case from being filed", () => {
    const one = proposed();
    expect(one.letPass("2026-09-19")).toEqual(["2026-09-19"]);
    expect(one.events.at(-1)).toMatchObject({
      type: "enforcement.case.overdue",
      data: { what: "filing", due: "2026-09-18" },
    });
    expect(one.letPass("2026-12-31")).toEqual([]);
    expect(one.tell(approving(), "2026-09-21", theChief)).not.toHaveProperty("code");
  });
});

test("no published event of a filing names a party", () => {
  const one = filed();
  const published = one.events.map(({ type, data }) => JSON.stringify([type, data])).join("\n");
  for (const word of ["欧阳娜娜", "KEY-P1", "11010519491231002X", "13812345678", "某街1号", "officer-1", aVendor.sub])
    expect(published).not.toContain(word);
});
