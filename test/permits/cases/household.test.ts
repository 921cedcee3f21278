import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { certificate } from "../../../services/permits/certificates/domain/certificate.ts";
import { knownPower } from "../../../services/permits/common/domain/known-power.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { instruct } from "../../../shared/service/index.ts";
import { someCitizenNumbers } from "../../support/citizen-numbers.ts";
import { on, refusalOf, town } from "../../support/deciding.ts";
import { aForm, aHall, deliverAll } from "../permits-hall.ts";
import {
  aCommand,
  aHousehold,
  anApplication,
  aPower,
  aReviewed,
  oneHousehold,
  theApplicant,
  theApprover,
  theClerk,
  theIssuer,
  theReviewer,
  theSecond,
  theTwo,
} from "./builders.ts";

const today = "2026-03-02";
const sample = aCommand(today);
const numbers = someCitizenNumbers(12);
type Hall = Awaited<ReturnType<typeof aHall>>;
const codeOf = ({ body }: { readonly body: unknown }) => z.looseObject({ code: z.string() }).parse(body).code;
type Relation = "head" | "spouse" | "child";

/** A person of the village by a small number. */
const person = (at: number) => ({ name: "村民甲", idNumber: numbers[at] ?? "" });
const member = (at: number, relation: Relation) => ({ ...person(at), relation });
type Member = ReturnType<typeof member> & { readonly single?: true; readonly spouse?: ReturnType<typeof person> };
/** In these forms everybody is single who is nobody's spouse, unless the form says otherwise. */
const withSpouses = (members: readonly Member[]): readonly Member[] =>
  members.map((one) => {
    const inBook = members.some(({ relation }) => relation === "spouse");
    const stated = one.spouse !== undefined || one.relation === "spouse" || (one.relation === "head" && inBook);
    return stated ? one : { ...one, single: true };
  });
const form = (at: number, book: string, ...members: Member[]) => ({
  ...aForm,
  applicant: { ...theApplicant, ...person(at) },
  household: { book, members: withSpouses(members) },
});
const review = { opinion: "agree", inspectors: theTwo, affectsThirdParties: false };
const aVillage = () => aHall(aPower(), oneHousehold);

/** Files a case and takes it as far as its decision; answers its address. */
async function ready(hall: Hall, filed: object) {
  const at = `/permits/applications/${await hall.file(theClerk, filed)}`;
  expect((await hall.post(theClerk, `${at}/accept`)).status).toBe(200);
  const step = async (who: Actor, verb: string, body: object = {}) =>
    expect((await hall.post(who, `${at}/${verb}`, body)).status).toBe(200);
  await step(theReviewer, "review", review);
  await step(theSecond, "confirm-survey");
  await step(theReviewer, "review", review);
  return at;
}
const grant = (hall: Hall, at: string) => hall.post(theApprover, `${at}/decide`, { outcome: "granted" });

describe("XK-T1: one household, one homestead", () => {
  test("is not accepted, nor granted, before the household is stated", () => {
    const unstated = anApplication({ guide: oneHousehold });
    expect(refusalOf(unstated.tell(sample.accept, today))).toMatchObject({ code: "permits.household-missing" });
    unstated.letPass("2026-03-10");
    unstated.does("review", "2026-03-10").does("review", "2026-03-10");
    expect(refusalOf(unstated.tell(sample.decide, "2026-03-10"))).toMatchObject({
      code: "permits.household-missing",
      details: { article: "土地管理法62(1)" },
    });
    unstated.does("state-household", "2026-03-10");
    expect(refusalOf(unstated.tell(sample.decide, "2026-03-10")).code).toBe("permits.household-changed");
    const claims = ["BOOK", "P1", "P2"];
    expect(unstated.lawfully({ ...sample.decide, claims }, "2026-03-10").status).toBe("granted");
  });

  test("a grant claims the whole household as it stands, no part of it and no former one", () => {
    const stated = () => aReviewed({ guide: oneHousehold, household: aHousehold });
    for (const claims of [[], ["BOOK"], ["P1", "P2"], ["BOOK", "P1", "P3"]])
      expect(refusalOf(stated().tell({ ...sample.decide, claims }, today)).code).toBe("permits.household-changed");
    const refused = { ...sample.decide, outcome: "refused", reasons: "已有宅基地" } as const;
    expect(stated().lawfully(refused, today).status).toBe("refused");
  });

  test("another does not state it: neither a resident whose case it is not, nor a reviewer of another office", () => {
    const one = anApplication({ guide: oneHousehold });
    const state = sample["state-household"];
    const strangers: readonly Actor[] = [
      { sub: "resident-9", name: "", roles: ["resident"] },
      { ...theReviewer, office: "social-affairs" },
    ];
    for (const stranger of strangers)
      expect(refusalOf(one.tell(state, today, stranger)).code).toBe("permits.not-yours");
    expect(one.lawfully(state, today, theReviewer).state.household).toEqual(aHousehold);
  });

  const head = member(0, "head");
  const spouse = member(1, "spouse");
  const child = member(2, "child");
  test.each([
    ["one person on one day", form(0, "户1", head), form(0, "户2", head)],
    ["two spouses of one household", form(0, "户1", head, spouse), form(1, "户1", head, spouse)],
    ["a spouse who names only himself", form(0, "户1", head, spouse), form(1, "户2", { ...spouse, relation: "head" })],
    ["a child under another book", form(0, "户1", head, child), form(2, "户2", { ...child, relation: "head" })],
    [
      "two spouses of two books",
      form(0, "户1", { ...head, spouse: person(1) }),
      form(1, "户2", { ...spouse, relation: "head", spouse: person(0) }),
    ],
    [
      "a spouse of another book who keeps silent about it",
      form(0, "户1", { ...head, spouse: person(1) }),
      form(1, "户2", { ...spouse, relation: "head" }),
    ],
    [
      "a child who applies, with a spouse of another book",
      form(2, "户1", head, { ...child, spouse: person(1) }),
      form(1, "户2", { ...spouse, relation: "head", spouse: person(2) }),
    ],
    ["one book with other members", form(0, "户 1", head), form(1, "户1", { ...spouse, relation: "head" })],
  ] as const)("%s: the second is refused, one after another and at once", async (_what, one, other) => {
    const hall = await aVillage();
    const [first, second] = [await ready(hall, one), await ready(hall, other)];
    expect((await grant(hall, first)).status).toBe(200);
    const refused = await grant(hall, second);
    expect(refused).toMatchObject({ status: 422, body: { code: "permits.household-has-one" } });
    expect(JSON.stringify(refused.body)).not.toContain(one.applicant.idNumber);
    expect((await hall.get(theApprover, second)).body).toMatchObject({ status: "accepted" });

    const again = await aVillage();
    const both = [await ready(again, one), await ready(again, other)];
    const answers = await Promise.all(both.map((at) => grant(again, at)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  });

  test("of many households at once no member gets two, and no grant is lost that is in nobody's way", async () => {
    const household = fc.record({
      book: fc.integer({ min: 1, max: 4 }),
      members: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(household, { minLength: 2, maxLength: 5 }), async (asked) => {
        const hall = await aVillage();
        const cases: { readonly at: string; readonly claims: readonly string[] }[] = [];
        for (const { book, members } of asked) {
          const [first = 0, ...rest] = members;
          const all = [member(first, "head"), ...rest.map((at) => member(at, "child"))];
          const claims = [`book ${book}`, ...members.map(String)];
          cases.push({ at: await ready(hall, form(first, `户${book}`, ...all)), claims });
        }
        const answers = await Promise.all(cases.map(({ at }) => grant(hall, at)));
        const granted = cases.filter((_, index) => answers[index]?.status === 200);
        const held = granted.flatMap(({ claims }) => claims);
        expect(new Set(held).size).toBe(held.length);
        for (const [index, { claims }] of cases.entries()) {
          const answer = answers[index];
          if (answer?.status === 200) continue;
          expect(answer && codeOf(answer)).toBe("permits.household-has-one");
          expect(claims.some((claim) => held.includes(claim))).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ["then by the town", "forwards", "decides"],
    ["then by the organ above", "forwards", "forwards"],
    ["first by the town, then by the organ above", "decides", "forwards"],
  ] as const)("granted by the organ above, %s: the household has one", async (_what, first, then) => {
    const hall = await aVillage();
    const under = async (townRole: "decides" | "forwards", sequence: number) => {
      const change = { kind: "adjusted" as const, from: today, townRole };
      const command = { type: "learn" as const, code: "PL-018", sequence, news: { change } };
      await instruct({ of: knownPower, id: "PL-018", expects: "either", command }).carryOut(hall.runtime, {
        id: String(sequence),
      });
    };
    const upper = { outcome: "granted", decidedOn: today, number: "县许〔2026〕1号" };
    const decided = async (at: string, townRole: "decides" | "forwards") => {
      if (townRole === "decides") return grant(hall, at);
      expect((await hall.post(theApprover, `${at}/forward`)).status).toBe(200);
      return hall.post(theClerk, `${at}/record-upper-decision`, upper);
    };
    const cases = [await ready(hall, form(0, "户1", head, spouse)), await ready(hall, form(1, "户1", head, spouse))];
    await under(first, 101);
    expect((await decided(cases[0] ?? "", first)).status).toBe(200);
    await under(then, 102);
    const second = cases[1] ?? "";
    expect(await decided(second, then)).toMatchObject({ status: 422, body: { code: "permits.household-has-one" } });
    if (then === "decides") return;
    const refused = { ...upper, outcome: "refused", reasons: "已有宅基地" };
    expect((await hall.post(theClerk, `${second}/record-upper-decision`, refused)).body).toMatchObject({
      status: "answered",
    });
  });

  test("it is not passed on before the household is stated; until the answer comes it may be put right", () => {
    const forwards = aPower({ townRole: "forwards" });
    const unstated = anApplication({ guide: oneHousehold, power: forwards });
    unstated.letPass("2026-03-10");
    unstated.does("review", "2026-03-10").does("review", "2026-03-10");
    const { forward, "record-upper-decision": upper } = aCommand("2026-03-10", forwards);
    expect(refusalOf(unstated.tell(forward, "2026-03-10")).code).toBe("permits.household-missing");
    unstated.does("state-household", "2026-03-10").lawfully(forward, "2026-03-10");
    expect(refusalOf(unstated.tell({ ...upper, claims: [] }, "2026-03-10")).code).toBe("permits.household-changed");
    const [alone] = aHousehold.members;
    const household = { ...aHousehold, members: [{ ...alone, single: true as const }] };
    unstated.lawfully({ ...sample["state-household"], household }, "2026-03-10");
    for (const claims of [["BOOK", "P1", "P2"], ["BOOK"]])
      expect(refusalOf(unstated.tell({ ...upper, claims }, "2026-03-10")).code).toBe("permits.household-changed");
    expect(unstated.lawfully({ ...upper, claims: ["BOOK", "P1"] }, "2026-03-10").status).toBe("answered");
  });

  test("with the certificate the household is free again: cancelled as withdrawn, it may have another", async () => {
    const hall = await aVillage();
    const first = await ready(hall, form(0, "户1", head, spouse));
    const second = await ready(hall, form(1, "户1", head, spouse));
    await grant(hall, first);
    const id = await hall.settle(first.split("/").at(-1) ?? "");
    const at = `/permits/certificates/${id}`;
    expect((await hall.post(theIssuer, `${at}/issue`)).status).toBe(200);
    expect(codeOf(await grant(hall, second))).toBe("permits.household-has-one");
    const cancel = { ground: "withdrawn", document: { number: "撤回1号", date: today } };
    expect((await hall.post(theIssuer, `${at}/cancel`, cancel)).status).toBe(200);
    await deliverAll(hall, certificate, id);
    expect((await grant(hall, second)).status).toBe(200);
  });

  test("when the holder dies the household still has its homestead", async () => {
    const hall = await aVillage();
    const first = await ready(hall, form(0, "户1", head, spouse));
    const second = await ready(hall, form(1, "户1", head, spouse));
    await grant(hall, first);
    const id = await hall.settle(first.split("/").at(-1) ?? "");
    await hall.post(theIssuer, `/permits/certificates/${id}/issue`);
    const cancel = { ground: "holder-died", document: { number: "死亡证明1号", date: today } };
    expect((await hall.post(theIssuer, `/permits/certificates/${id}/cancel`, cancel)).status).toBe(200);
    await deliverAll(hall, certificate, id);
    expect(codeOf(await grant(hall, second))).toBe("permits.household-has-one");
  });

  test("a child who left the household by a paper founds his own", async () => {
    const hall = await aVillage();
    const first = await ready(hall, form(0, "户1", head, child));
    const second = await ready(hall, form(2, "户2", { ...child, relation: "head" }));
    await grant(hall, first);
    const { claim } = z
      .looseObject({ details: z.object({ claim: z.string() }) })
      .parse((await grant(hall, second)).body).details;
    const at = `/permits/household-claims/${claim}`;
    const letGo = { ground: "left-household", document: { number: "分户1号", date: today } };
    expect((await hall.post(theClerk, `${at}/let-go`, letGo)).status).toBe(403);
    expect((await hall.post(theApprover, `${at}/let-go`, letGo)).body).toMatchObject({ status: "free", ...letGo });
    expect((await grant(hall, second)).status).toBe(200);
  });

  test("members are shown as a first character and a relation; nobody's number stays in the record", async () => {
    const hall = await aVillage();
    const id = await hall.file(theClerk, form(0, "户1", head, spouse));
    const { body } = await hall.get(theApprover, `/permits/applications/${id}`);
    expect(body).toMatchObject({
      household: { stated: true, members: [{ name: "村**", relation: "head" }, { relation: "spouse" }] },
    });
    const stored = JSON.stringify(await hall.runtime.store.history(application, id));
    expect(stored).not.toContain(spouse.idNumber);
  });

  test.each([
    ["without a head", [spouse, child], "permits.household-without-head"],
    ["with two heads", [head, { ...spouse, relation: "head" as const }], "permits.household-without-head"],
    ["with somebody twice", [head, spouse, spouse], "permits.household-member-twice"],
    ["of others", [{ ...spouse, relation: "head" as const }], "permits.applicant-not-in-household"],
  ])("a household %s is refused at receipt", async (_what, members, code) => {
    const hall = await aVillage();
    const answer = await hall.post(theClerk, "/permits/applications", form(0, "户1", ...members));
    expect(answer).toMatchObject({ status: 422, body: { code } });
  });

  test.each([
    ["of the head", { members: [{ ...head }] }, 0],
    [
      "of the applicant, who is not the head",
      {
        members: [
          { ...spouse, relation: "head", single: true },
          { ...head, relation: "child" },
        ],
      },
      1,
    ],
    [
      "of the head, who is not the applicant",
      {
        members: [
          { ...spouse, relation: "head" },
          { ...head, relation: "child", single: true },
        ],
      },
      0,
    ],
  ])(
    "who the spouse %s is, or that there is none, is stated before the case is accepted",
    async (_whose, stated, at) => {
      const hall = await aVillage();
      const filed = { ...form(0, "户1", head), household: { book: "户1", ...stated } };
      const path = `/permits/applications/${await hall.file(theClerk, filed)}`;
      const { status, body } = await hall.post(theClerk, `${path}/accept`);
      expect(status).toBe(422);
      // The household was filed before: acceptance has no field for it.
      expect(body).toMatchObject({ code: "permits.spouse-not-stated", details: { filed: `/household/members/${at}` } });
      expect(body).not.toHaveProperty("errors");
    },
  );

  test("a case accepted before spouses were asked for is granted once they are stated", () => {
    const [alone] = aHousehold.members;
    const before = { ...aHousehold, members: [{ ...alone }] };
    const one = aReviewed({ guide: oneHousehold, household: aHousehold });
    const asThen = { ...one.state, household: before };
    const claims = ["BOOK", "P1"];
    const decided = application.decide(asThen, { ...sample.decide, claims }, on(today, theApprover));
    expect(refusalOf(decided).code).toBe("permits.spouse-not-stated");
    const household = { ...aHousehold, members: [{ ...alone, single: true as const }] };
    one.lawfully({ ...sample["state-household"], household }, today);
    expect(one.lawfully({ ...sample.decide, claims }, today).status).toBe("granted");
  });

  test.each([
    ["single with a spouse of another book", [{ ...head, single: true, spouse: person(3) }]],
    ["single with a spouse of the same book", [{ ...head, single: true }, spouse]],
    ["a spouse who says he is single", [head, { ...spouse, single: true }]],
    ["with two spouses in one book", [head, spouse, { ...child, relation: "spouse" }]],
    ["with one in each of two books", [{ ...head, spouse: person(3) }, spouse]],
    ["his own spouse", [{ ...head, spouse: person(0) }]],
  ])("%s: refused", async (_what, members) => {
    const hall = await aVillage();
    const filed = { ...form(0, "户1", head), household: { book: "户1", members } };
    expect(await hall.post(theClerk, "/permits/applications", filed)).toMatchObject({
      status: 422,
      body: { code: "permits.spouses-contradict" },
    });
  });

  test("when the holder dies the spouse of another book still has the homestead", async () => {
    const hall = await aVillage();
    const first = await ready(hall, form(0, "户1", { ...head, spouse: person(1) }));
    const second = await ready(hall, form(1, "户2", { ...spouse, relation: "head", spouse: person(0) }));
    await grant(hall, first);
    const id = await hall.settle(first.split("/").at(-1) ?? "");
    await hall.post(theIssuer, `/permits/certificates/${id}/issue`);
    const cancel = { ground: "holder-died", document: { number: "死亡证明1号", date: today } };
    expect((await hall.post(theIssuer, `/permits/certificates/${id}/cancel`, cancel)).status).toBe(200);
    await deliverAll(hall, certificate, id);
    expect(codeOf(await grant(hall, second))).toBe("permits.household-has-one");
  });

  test("an item that is not one per household does not ask who lives there (P-1)", async () => {
    const hall = await aHall();
    const answer = await hall.post(theClerk, "/permits/applications", form(0, "户1", head));
    expect(answer).toMatchObject({ status: 422, body: { code: "permits.household-not-asked" } });
  });
});

describe("XK-T1, 土地管理法44: farmland is converted before it is built on", () => {
  const land = { givesLand: true } as const;
  const conversion = { number: "楚政土〔2026〕1号", organ: "楚雄州人民政府", date: today, document: "农用地转用批复" };
  const farmland = { ...sample.decide, occupiesFarmland: true };

  test("nothing is granted while it is not known whether the land is farmland", () => {
    const one = aReviewed({ guide: land });
    expect(refusalOf(one.tell(sample.decide, today)).code).toBe("permits.farmland-not-considered");
    expect(one.lawfully({ ...sample.decide, occupiesFarmland: false }, today).status).toBe("granted");
  });

  test("farmland without the approval of its conversion is refused with the article; with it, it is granted", () => {
    const one = aReviewed({ guide: land });
    expect(refusalOf(one.tell(farmland, today))).toMatchObject({
      code: "permits.conversion-missing",
      details: { article: "土地管理法62(4)、44" },
    });
    expect(one.lawfully({ ...farmland, conversion }, today).state).toMatchObject({ status: "granted", conversion });
  });

  test("what an examiner found the decision does not take back", () => {
    const one = anApplication({ status: "accepted", guide: land });
    one.lawfully({ ...sample.review, occupiesFarmland: true }, today);
    one.lawfully({ ...sample.review, occupiesFarmland: false }, today);
    expect(refusalOf(one.tell({ ...sample.decide, occupiesFarmland: false }, today)).code).toBe(
      "permits.conversion-missing",
    );
  });

  test.each([
    ["tomorrow", { date: "2026-03-03" }, "permits.conversion-not-yet"],
    ["the town's own", { organ: "广通镇人民政府" }, "permits.converted-by-the-town"],
  ])("an approval of %s does not do", (_what, wrong, code) => {
    const one = aReviewed({ guide: land });
    expect(refusalOf(one.tell({ ...farmland, conversion: { ...conversion, ...wrong } }, today)).code).toBe(code);
  });

  test("a refusal needs no approval, and an item that gives no land asks for none", () => {
    const refused = { ...sample.decide, outcome: "refused", reasons: "占用耕地" } as const;
    expect(aReviewed({ guide: land }).lawfully(refused, today).status).toBe("refused");
    expect(aReviewed().lawfully(sample.decide, today).status).toBe("granted");
  });
});

describe("XK-30: an item is for those whom its guide names", () => {
  const company = {
    kind: "organisation",
    name: "某公司",
    idNumber: "11532302YY00010120",
    phone: "13812345678",
  } as const;

  test("a company does not file for a citizen's licence, nor a citizen for a body's", () => {
    const receive = (audience: "citizen" | "organisation", applicant: typeof company | typeof theApplicant) =>
      anApplication({ guide: { audience: [audience] }, applicant });
    expect(() => receive("citizen", company)).toThrow(/permits.not-in-audience/);
    expect(() => receive("organisation", theApplicant)).toThrow(/permits.not-in-audience/);
    expect(receive("citizen", theApplicant).status).toBe("received");
    expect(receive("organisation", company).status).toBe("received");
  });

  test("is asked again before a grant: a case on file under an older program is not granted", () => {
    const one = aReviewed({ applicant: company });
    const state = { ...one.state, guide: { ...one.state.guide, audience: ["citizen"] } } as const;
    const decided = application.decide(state, sample.decide, on(today, theApprover));
    expect(refusalOf(decided).code).toBe("permits.not-in-audience");
  });

  test("a driving licence of this town is for citizens (PL-014), and a homestead too (PL-001)", () => {
    for (const code of ["PL-001", "PL-014"]) expect(town.guides.byCode[code]?.audience).toEqual(["citizen"]);
    expect(town.guides.byCode["PL-001"]).toMatchObject({ onePerHousehold: "homestead", givesLand: true });
  });
});
