import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { handover, handoverMoves } from "../../../services/powers/handovers/domain/decider.ts";
import type { Content, HandoverCommand } from "../../../services/powers/handovers/domain/handover.ts";
import { handoverEvents } from "../../../shared/contracts/powers-handover.ts";
import { type Context, isRejection } from "../../../shared/decider/index.ts";
import { inForceOn } from "../../../shared/powers-in-force/index.ts";
import { walkStates } from "../../support/cells.ts";
import { day, on, refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };
import { theLeader } from "../duties/builders.ts";
import { aHandover, aHeldPower, inTheDepartmentsName, theCounty } from "../powers/builders.ts";
import {
  aContent,
  aForm,
  aLine,
  bothSigned,
  drafted,
  drafting,
  firstDay,
  provincial,
  signing,
  without,
} from "./builders.ts";

const draft = (content: Content) => new Living(handover).tell(drafting(content), drafted, theCounty);
const refused = (content: Content) => refusalOf(draft(content));
const allowed = (content: Content) => expect(isRejection(draft(content))).toBe(false);
const entrusted = (content: Partial<Content> = {}) => aContent({ mode: "entrusted", until: "2027-03-31", ...content });
const licence = aLine({ category: "licence", inWhoseName: inTheDepartmentsName });

describe("the delegation vectors on a form; the file shows the odd ones", () => {
  const vector = (id: string) => vectors.delegation.find((one) => one.id === id);

  test("d1 (CF-24): decided by the province, published, a county department's penalty power, the town able", () => {
    expect(vector("d1")).toMatchObject({ decidedBy: "province", published: true, capable: true, expected: "VALID" });
    allowed(aContent());
  });

  test("d2 (CF-24): the county alone delegates no penalty power", () => {
    expect(refused(aContent({ authority: { ...provincial, kind: "county" } }))).toMatchObject({
      code: "powers.province-must-decide",
      ground: "rule",
      details: { article: "行政处罚法24" },
    });
  });

  test("d3 (CF-24): nor the province in a decision nobody could read", () => {
    expect(vector("d3")).toMatchObject({ published: false, expected: expect.stringMatching("CF-24") });
    const { publication: _publication, ...silent } = provincial;
    expect(refused(aContent({ authority: silent }))).toMatchObject({
      code: "powers.decision-not-published",
      pointer: "/authority/publication",
    });
  });

  test("d3: published later than the first day is not published; on the day itself it is", () => {
    const published = (when: string) => ({ ...provincial, publication: { where: "公报", on: when } });
    expect(refused(aContent({ authority: published("2026-04-02") })).code).toBe("powers.decision-not-published");
    allowed(aContent({ authority: published(firstDay) }));
  });

  test.each([
    ["no finding", without(aContent(), "capability")],
    ["a finding that it is not", aContent({ capability: { document: "评估", date: "2026-02-20", capable: false } })],
    [
      "a finding after the first day",
      aContent({ capability: { document: "评估", date: "2026-04-02", capable: true } }),
    ],
  ])("d4 (CF-24): a town that cannot take them gets no penalty powers: %s", (_what, content) => {
    expect(refused(content)).toMatchObject({ code: "powers.not-capable", details: { article: "行政处罚法24(1)" } });
  });

  test("d5 (QZ-17): a coercive measure is not entrusted", () => {
    expect(vector("d5")).toMatchObject({ mode: "委托", expected: expect.stringMatching("QZ-17") });
    const lines = [aLine({ category: "coercion", inWhoseName: inTheDepartmentsName })];
    expect(refused(entrusted({ lines }))).toMatchObject({
      code: "powers.coercion-not-entrusted",
      details: { article: "行政强制法17" },
    });
  });

  test.each([aLine({ kinds: ["罚款", "行政拘留"] }), aLine({ name: { zh: "对扰乱秩序的行政拘留", en: "Detention" } })])(
    "d6 (CF-18): a penalty on personal liberty is the police's alone, whoever decides otherwise",
    (line) => {
      for (const content of [aContent({ lines: [line] }), aContent({ mode: "statutory", lines: [line] })])
        expect(refused(content)).toMatchObject({
          code: "powers.liberty-not-handed-over",
          pointer: "/lines/0/code",
          details: { article: "行政处罚法18(3)", rule: "CF-18" },
        });
    },
  );

  test("d7 (XK-24): what was entrusted is not entrusted again", () => {
    expect(vector("d7")).toMatchObject({ reEntrust: true, expected: expect.stringMatching("XK-24") });
    const lines = [licence];
    allowed(entrusted({ lines }));
    expect(refused(entrusted({ lines, giverHolds: "by-entrustment" }))).toMatchObject({
      code: "powers.re-entrusted",
      details: { article: "行政许可法24(3)" },
    });
  });

  test("d8 (CF-24a): what the deciding document does not cover is not handed over under it", () => {
    for (const scope of [{}, { codes: ["PN-002"] }, { domains: ["waters"] }])
      expect(refused(aContent({ authority: { ...provincial, scope } })).code).toBe("powers.outside-scope");
    allowed(aContent({ authority: { ...provincial, scope: { codes: ["PN-001"] } } }));
  });

  test("d8, d9 (CF-24): a case filed the day before the first has no power, one on the first day has", () => {
    expect(vector("d9")).toMatchObject({ effectiveFrom: "2026-07-01", expected: "TOWN_HAS_NO_POWER" });
    const held = aHeldPower(aHandover({ inForceFrom: "2026-07-01" })).state;
    expect(inForceOn(held, day("2026-06-30")).inForce).toBe(false);
    expect(inForceOn(held, day("2026-07-01")).inForce).toBe(true);
  });
});

describe("CF-20, XK-24, XK-25: to whom, how long, by whom", () => {
  const body = (prefix: string) => ({ name: { zh: "某单位", en: "A body" }, uscc: `${prefix}532302YY00013033` });

  test("XK-24: a permit is entrusted to an administrative organ alone", () => {
    for (const prefix of ["12", "51", "91"])
      expect(refused(entrusted({ lines: [licence], receiver: body(prefix) }))).toMatchObject({
        code: "powers.entrusted-to-no-organ",
        details: { article: "行政许可法24(1)" },
      });
    allowed(entrusted({ lines: [licence], receiver: body("11") }));
  });

  test("CF-21: a penalty also to a public institution, to nobody else", () => {
    allowed(entrusted({ receiver: body("12") }));
    expect(refused(entrusted({ receiver: body("91") })).code).toBe("powers.entrusted-to-no-organ");
  });

  test("CF-24: what is delegated is delegated to the town", () => {
    expect(refused(aContent({ receiver: body("11") })).code).toBe("powers.delegated-to-another");
  });

  test("CF-20: an entrusted penalty power has its term, which does not end before it begins", () => {
    expect(refused(without(entrusted(), "until"))).toMatchObject({ code: "powers.term-missing" });
    expect(refused(entrusted({ until: "2026-03-31" })).code).toBe("powers.period-inverted");
    allowed(entrusted({ until: firstDay }));
  });

  test("XK-25: a permit is delegated only with the State Council's approval", () => {
    const lines = [aLine({ category: "licence" })];
    expect(refused(aContent({ lines })).code).toBe("powers.state-council-must-approve");
    allowed(aContent({ lines, authority: { ...provincial, stateCouncilApproval: "国函〔2025〕1号" } }));
  });

  test("the line to blame is named", () => {
    const lines = [aLine(), aLine({ code: "PN-002", domain: "waters" })];
    expect(refused(aContent({ lines }))).toMatchObject({ pointer: "/lines/1/code", details: { code: "PN-002" } });
  });
});

describe("P2: a power moves only with a form both sides have signed", () => {
  test("the second signature gives the form its number and hands over; names stay in the town", () => {
    const form = bothSigned();
    expect(form.types).toEqual([
      "powers.handover.drafted",
      "powers.handover.party-signed",
      "powers.handover.party-signed",
      "powers.handover.signed",
    ]);
    expect(form.state).toMatchObject({ status: "signed", signedOn: "2026-03-03", number: { year: 2026, serial: 1 } });
    expect(form.state.signatures).toMatchObject({ county: { sub: "county-1" }, town: { sub: "zhen-zhang" } });
    expect(JSON.stringify(form.events.map(({ data }) => data))).not.toContain(theLeader.name);
    expect(handoverEvents["powers.handover.signed"].safeParse(form.events.at(-1)?.data).error).toBeUndefined();
  });

  test("either may sign first, and only one number is spent, by the second", () => {
    const taken: string[] = [];
    const numbers = { take: (series: string) => taken.push(series) };
    const form = new Living(handover, (date, actor): Context => ({ ...on(date, actor), numbers }));
    form.lawfully(drafting(), drafted, theCounty).lawfully(signing(form, "town"), drafted, theLeader);
    expect(form.state.status).toBe("town-signed");
    expect(taken).toEqual([]);
    form.lawfully(signing(form, "county"), drafted, theCounty);
    expect(taken).toEqual(["handover/2026"]);
  });

  test("each signs what the other has signed: another hash is refused", () => {
    const form = aForm();
    expect(
      refusalOf(form.tell({ type: "sign", party: "county", hash: "f".repeat(64) }, drafted, theCounty)),
    ).toMatchObject({
      code: "powers.signed-something-else",
      pointer: "/hash",
    });
  });

  test("one person does not sign for both; a party signs once; nobody for the other", () => {
    const form = aForm();
    const both = { ...theCounty, roles: ["county", "leader"] as const };
    form.lawfully(signing(form, "county"), drafted, both);
    expect(refusalOf(form.tell(signing(form, "town"), drafted, both)).code).toBe("powers.one-person-for-both");
    expect(refusalOf(form.tell(signing(form, "county"), drafted, theCounty)).code).toBe("powers.already-signed");
    expect(refusalOf(form.tell(signing(form, "town"), drafted, theCounty)).ground).toBe("actor");
  });

  test("on the first day it can still be signed, the day after no more", () => {
    const signed = (date: string) => {
      const form = aForm();
      return form.tell(signing(form, "county"), date, theCounty);
    };
    expect(isRejection(signed(firstDay))).toBe(false);
    expect(refusalOf(signed("2026-04-02")).code).toBe("powers.date-past");
  });
});

describe("carried out by the powers themselves", () => {
  const lines = [aLine(), aLine({ code: "PN-002" })];
  const noting = (code: string): HandoverCommand => ({ type: "note-handed", code });

  test("in effect on the first day, once every power on it has been handed over", () => {
    const form = bothSigned(aContent({ lines })).lawfully(noting("PN-001"), "2026-03-03");
    form.lawfully(noting("PN-001"), "2026-03-03").lawfully(noting("PN-002"), "2026-03-03");
    expect(form.state).toMatchObject({ status: "signed", handed: ["PN-001", "PN-002"] });
    expect(form.letPass("2026-03-31")).toEqual([]);
    expect(form.letPass("2026-12-31")).toEqual([firstDay]);
    expect(form.state).toMatchObject({ status: "in-effect", inEffectSince: firstDay });
    expect(form.tell(noting("PN-002"), firstDay)).toEqual([]);
  });

  test("a power missing the day after the first is said, and the form takes effect when it comes", () => {
    const form = bothSigned(aContent({ lines })).lawfully(noting("PN-001"), "2026-03-03");
    expect(form.letPass(firstDay)).toEqual([]);
    expect(form.letPass("2026-12-31")).toEqual(["2026-04-02"]);
    expect(form.events.at(-1)).toMatchObject({ type: "powers.handover.delayed", data: { missing: ["PN-002"] } });
    form.lawfully(noting("PN-002"), "2026-04-05");
    expect(form.state).toMatchObject({ status: "in-effect", inEffectSince: "2026-04-05" });
  });

  test("the hand-over of a power from its form happens once, however often it is told", () => {
    const command = { ...aHandover({ inForceFrom: firstDay }), form: "F1" };
    const held = aHeldPower(command);
    expect(held.tell(command, drafted)).toEqual([]);
  });

  test("CF-20: an entrustment ends with its term by itself", () => {
    const held = aHeldPower({
      ...aHandover({ mode: "entrusted", inForceFrom: firstDay }),
      form: "F1",
      until: "2026-06-30",
    });
    expect(inForceOn(held.state, day("2026-06-30")).inForce).toBe(true);
    expect(inForceOn(held.state, day("2026-07-01"))).toMatchObject({ failed: [{ condition: "recalled" }] });
  });

  test("P3: entrusted first, delegated later: the name follows from the mode on the day", () => {
    const held = aHeldPower(
      { ...aHandover({ mode: "entrusted", inForceFrom: firstDay }), form: "F1", until: "2027-03-31" },
      { ...aHandover({ inForceFrom: "2026-10-01" }), form: "F2" },
    );
    expect(inForceOn(held.state, day("2026-09-30"))).toMatchObject({
      mode: "entrusted",
      inWhoseName: inTheDepartmentsName,
    });
    expect(inForceOn(held.state, day("2026-10-01"))).toMatchObject({
      mode: "delegated",
      inWhoseName: { uscc: "11532302YY000001XC" },
    });
  });
});

const noted: HandoverCommand = { type: "note-handed", code: "PN-001" };

walkStates("a handover's moves", {
  decider: handover,
  moves: handoverMoves,
  impossible: "powers.handover-not-in-this-state",
  heard: ["note-handed"],
  states: {
    draft: () => aForm().state,
    "county-signed": () => {
      const form = aForm();
      return form.lawfully(signing(form, "county"), drafted, theCounty).state;
    },
    "town-signed": () => {
      const form = aForm();
      return form.lawfully(signing(form, "town"), drafted, theLeader).state;
    },
    signed: (verb) => (verb === "begin" ? bothSigned().lawfully(noted, drafted) : bothSigned()).state,
    "in-effect": () => {
      const form = bothSigned().lawfully(noted, drafted);
      form.letPass(firstDay);
      return form.state;
    },
    withdrawn: () => aForm().lawfully({ type: "withdraw", reasons: "x" }, drafted, theCounty).state,
  },
  told: {
    sign: { type: "sign", party: "town", hash: aForm().state.hash },
    withdraw: { type: "withdraw", reasons: "改日再议" },
    "note-handed": noted,
    begin: { type: "begin" },
  },
  toldIn: { "town-signed × sign": { type: "sign", party: "county", hash: aForm().state.hash } },
  context: (verb, status) =>
    on(verb === "begin" ? firstDay : drafted, status === "town-signed" ? theCounty : theLeader),
});

describe("for any order of commands", () => {
  test("P2, for any order of commands: nothing is handed over without two signatures of two people under one content", () => {
    const people = [theCounty, theLeader, { ...theCounty, sub: "both", roles: ["county", "leader"] as const }];
    const command = fc.record({
      who: fc.constantFrom(...people),
      party: fc.constantFrom("county" as const, "town" as const),
      right: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 6 }), (told) => {
        const form = aForm();
        for (const { who, party, right } of told)
          form.tell({ type: "sign", party, hash: right ? form.state.hash : "0".repeat(64) }, drafted, who);
        const { county, town } = form.state.signatures;
        const handed = form.types.includes("powers.handover.signed");
        expect(handed).toBe(county !== undefined && town !== undefined);
        if (handed) expect(county?.sub).not.toBe(town?.sub);
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });
});
