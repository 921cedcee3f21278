import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { registerOf, undecided } from "../../../services/powers/running-cases/domain/register.ts";
import { runningCaseEvents } from "../../../shared/contracts/powers-running-cases.ts";
import { day, refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { theLeader } from "../duties/builders.ts";
import { aHandover, theCounty } from "../powers/builders.ts";
import { aPowersTown } from "../powers-town.ts";
import { aRegister, finishing, opening, recalling } from "./refusals.ts";

const ending = (id: string) => ({ type: "follow" as const, case: id, sequence: 9, openedOn: undefined });
const recallDay = "2026-06-01";

describe("CF-24b: a power recalled while cases are open", () => {
  test("a case opened the day before the recall waits for a decision, and one opened in the morning of its day", () => {
    const register = aRegister(opening("A", "2026-05-31"), opening("B", recallDay), recalling());
    expect(undecided(register.state)).toEqual(["A", "B"]);
    register.lawfully(finishing("B"), recallDay, theCounty);
    expect(undecided(register.state)).toEqual(["A"]);
  });

  test("a case that ended, or that nobody heard of, does not belong to it", () => {
    const register = aRegister(opening("A"), ending("A"), recalling());
    for (const one of ["A", "C"])
      expect(refusalOf(register.tell(finishing(one), recallDay, theCounty)).code).toBe("powers.no-such-running-case");
  });

  test("they are listed on the day, and again every five days until the last is decided", () => {
    const register = aRegister(opening("A"), opening("B"), recalling());
    expect(register.letPass("2026-05-31")).toEqual([]);
    expect(register.letPass("2026-06-07")).toEqual([recallDay, "2026-06-06"]);
    expect(register.events.filter(({ type }) => type === "powers.running-case.undecided")).toMatchObject([
      { data: { cases: ["A", "B"], reminder: false, document: "收回1号" } },
      { data: { cases: ["A", "B"], reminder: true } },
    ]);
    register.lawfully(finishing("A"), "2026-06-07", theCounty);
    expect(register.letPass("2026-06-11")).toEqual(["2026-06-11"]);
    register.lawfully(
      { ...finishing("B"), type: "settle", case: "B", outcome: "transfer", document: "移送1号", to: "县农业农村局" },
      "2026-06-11",
      theCounty,
    );
    expect(register.letPass("2027-01-01")).toEqual([]);
    expect(registerOf("PL-018").listed?.(register.state, "PL-018")).toEqual({});
  });

  test("the side that recalled the power says what becomes of its cases; the other does not", () => {
    const register = aRegister(opening("A"), { ...recalling(), by: "county" });
    expect(refusalOf(register.tell(finishing("A"), recallDay, theLeader))).toMatchObject({
      code: "powers.recaller-decides",
      ground: "actor",
    });
    register.lawfully(finishing("A"), recallDay, theCounty);
    expect(undecided(register.state)).toEqual([]);
  });

  test("the same side, and once, says who looks after the certificates granted before; a new recall asks anew", () => {
    const saying = (outcome: "finish" | "transfer", to?: string) =>
      ({
        type: "settle-certificates",
        outcome,
        document: "县编办函10号",
        ...(to === undefined ? {} : { to }),
      }) as const;
    expect(refusalOf(aRegister(opening("A")).tell(saying("finish"), recallDay, theCounty)).code).toBe(
      "powers.not-recalled",
    );
    const register = aRegister(opening("A"), { ...recalling(), by: "county" });
    expect(refusalOf(register.tell(saying("finish"), recallDay, theLeader)).code).toBe("powers.recaller-decides");
    expect(refusalOf(register.tell(saying("transfer"), recallDay, theCounty))).toMatchObject({
      code: "powers.transfer-to-missing",
      pointer: "/to",
    });
    register.lawfully(saying("transfer", "县农业农村局"), recallDay, theCounty);
    const { type, data } = register.events.at(-1) ?? {};
    expect(type).toBe("powers.running-case.certificates-settled");
    expect(runningCaseEvents["powers.running-case.certificates-settled"].safeParse(data).error).toBeUndefined();
    expect(register.state.certificates).toMatchObject({ outcome: "transfer", to: "县农业农村局", by: theCounty.sub });
    expect(refusalOf(register.tell(saying("finish"), recallDay, theCounty)).code).toBe("powers.certificates-settled");
    register.lawfully({ type: "hand-over", from: recallDay }, recallDay);
    expect(register.state.certificates).toBeUndefined();
  });

  test("a decision is in writing, by somebody, once, and published with what permits need", () => {
    const register = aRegister(opening("A"), recalling(), finishing("A"));
    const { type, data } = register.events.at(-1) ?? {};
    expect(type).toBe("powers.running-case.settled");
    expect(data).toMatchObject({
      case: "A",
      outcome: "finish",
      recalledFrom: recallDay,
      document: "县编办函〔2026〕9号",
    });
    expect(runningCaseEvents["powers.running-case.settled"].safeParse(data).error).toBeUndefined();
    expect(register.state.open.A?.settlement).toMatchObject({ by: "county-1", on: "2026-05-01" });
    expect(refusalOf(register.tell(finishing("A"), "2026-05-02", theCounty)).ground).toBe("state");
  });

  test("a case that ends by the day needs no decision", () => {
    const register = aRegister(opening("A"), recalling());
    register.lawfully(ending("A"), "2026-05-20");
    expect(register.letPass("2027-01-01")).toEqual([recallDay]);
    expect(register.types).not.toContain("powers.running-case.undecided");
  });

  test("a power handed over again goes on with its cases", () => {
    const register = aRegister(opening("A"), recalling(), { type: "hand-over", from: recallDay });
    expect(register.letPass("2027-01-01")).toEqual([]);
    expect(undecided(register.state)).toEqual([]);
  });

  test("told twice, late, or of a case that has ended, it notes nothing twice", () => {
    const register = aRegister(opening("A"), recalling());
    register.lawfully(ending("A"), "2026-05-20");
    for (const command of [opening("A"), ending("A"), recalling()])
      expect(register.tell(command, "2026-05-21")).toEqual([]);
    register.lawfully(ending("C"), "2026-07-01");
    expect(register.state.ended).toEqual({ "2026-07-01": " C " });
  });

  test("CF-24b, for any history: no case is ever orphaned", () => {
    const at = fc.integer({ min: 0, max: 60 }).map((days) => day("2026-05-01").add({ days }).toString());
    const id = fc.constantFrom("A", "B", "C", "D");
    const command = fc.oneof(
      fc.tuple(id, at).map(([one, on]) => ({ on, command: opening(one, on) })),
      fc.tuple(id, at).map(([one, on]) => ({ on, command: finishing(one) })),
      fc.tuple(id, at).map(([one, on]) => ({ on, command: ending(one) })),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (history) => {
        const register = new Living(registerOf("PL-018")).lawfully(recalling(), "2026-04-01");
        for (const { on, command: told } of history.sort((one, other) => (one.on < other.on ? -1 : 1))) {
          register.letPass(on);
          register.tell(told, on, theCounty);
        }
        register.letPass("2026-07-10");
        for (const [, one] of Object.entries(register.state.open))
          if (one.settlement === undefined) expect(register.types).toContain("powers.running-case.undecided");
        const waiting = undecided(register.state).length > 0;
        expect(registerOf("PL-018").nextDeadline?.(register.state) !== undefined).toBe(waiting);
      }),
      { numRuns: 200, seed: 20261124 },
    );
  });
});

describe("in the service, from the events of permits", () => {
  const received = (id: string, on: string, sequence = 1) => ({
    specversion: "1.0" as const,
    id: `application/${id}/${sequence}`,
    source: "/towns/532302105000/permits",
    type: "permits.application.received",
    subject: `application/${id}`,
    time: `${on}T02:00:00.000Z`,
    datacontenttype: "application/json" as const,
    sequence,
    actor: "clerk-1",
    data: { item: { code: "PN-001" }, receivedOn: on },
  });

  test("received, recalled, listed, decided", async () => {
    const { list, tell, deliver, settle, post, get, runtime, published, refusals } = aPowersTown();
    await list();
    await tell(aHandover());
    await settle();
    await deliver(received("PN-001.A", "2026-03-02"));
    await deliver(received("PN-001.A", "2026-03-02"));
    await post("/powers/items/PN-001/recall", { from: "2026-04-01", document: "收回1号" });
    await settle();
    expect((await get("/powers/running-cases", {}, theLeader)).body).toMatchObject({
      items: [{ code: "PN-001", undecided: 1 }],
    });
    runtime.setClock("2026-04-01T02:00:00.000Z");
    await settle();
    expect(published.at(-1)).toMatchObject({ type: "powers.running-case.undecided", data: { cases: ["PN-001.A"] } });
    const decision = { case: "PN-001.A", outcome: "finish", document: "县编办函9号" };
    expect((await post("/powers/running-cases/PN-001/settle", decision)).body).toMatchObject({ undecided: [] });
    await settle();
    expect(published.at(-1)).toMatchObject({ type: "powers.running-case.settled" });
    expect((await get("/powers/running-cases", {}, theLeader)).body).toEqual({ items: [] });
    expect(refusals).toEqual([]);
  });
});
