import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import { type Quota, type QuotaCommand, queueFor, quota } from "../../../services/permits/cases/domain/quota/quota.ts";
import { quotaReactions } from "../../../services/permits/cases/reactions/quota.ts";
import { certificate } from "../../../services/permits/certificates/domain/certificate.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { day, on, refusalOf } from "../../support/deciding.ts";
import { handTo } from "../../support/reacting.ts";
import { aForm, aHall, deliverAll } from "../permits-hall.ts";
import {
  aCommand,
  aPower,
  aReviewed,
  inOrder,
  theApprover,
  theClerk,
  theIssuer,
  theReviewer,
  theSecond,
} from "./builders.ts";

const today = "2026-03-02";
const { decide } = aCommand(today);

/** Tells the places of an item what happened, one command after another. */
function told(...commands: QuotaCommand[]): Quota | undefined {
  let [state, sequence]: [Quota | undefined, number] = [undefined, 0];
  for (const command of commands) {
    const decision = quota.decide(state, command, on(today));
    if (isRejection(decision)) throw new Error(decision.code);
    for (const event of decision) {
      sequence += 1;
      state = quota.evolve(state, { ...event, sequence, time: "2026-03-02T00:00:00.000Z", actor: "permits" });
    }
  }
  return state;
}
const join = (application: string, acceptedOn = today) => ({ type: "join", application, acceptedOn }) as const;
const numbered = (application: string, order: number): QuotaCommand => ({ ...join(application), order });
const does = (type: "take" | "leave" | "free", application: string): QuotaCommand => ({ type, application });

describe("XK-57: who was accepted first comes first", () => {
  test("the later one waits until the earlier is decided, whichever way", () => {
    const two = [join("later", "2026-03-03"), join("earlier", "2026-03-02")];
    expect(queueFor(told(...two), "later")).toMatchObject({ before: ["earlier"], taken: 0 });
    expect(queueFor(told(...two), "earlier")).toMatchObject({ before: [], taken: 0 });
    expect(queueFor(told(...two, does("take", "earlier")), "later")).toMatchObject({ before: [], taken: 1 });
    expect(queueFor(told(...two, does("leave", "earlier")), "later")).toMatchObject({ before: [], taken: 0 });
  });

  test("V8 accepted 2, 0, 1 and heard of as 0, 1, 2: the first accepted has nobody before him", () => {
    const line = told(numbered("0", 2), numbered("1", 3), numbered("2", 1));
    expect(queueFor(line, "2").before).toEqual([]);
    expect(queueFor(line, "0").before).toEqual(["2"]);
    expect(queueFor(line, "1").before).toEqual(["2", "0"]);
  });

  test("V8 the line knows which acceptance it has not heard of", () => {
    expect(queueFor(told(numbered("2", 1)), "2").knownTo).toBe(1);
    expect(queueFor(told(numbered("0", 2)), "0").knownTo).toBe(0);
    expect(queueFor(told(numbered("1", 3), numbered("0", 2), numbered("2", 1)), "1").knownTo).toBe(3);
    expect(queueFor(undefined, "1").knownTo).toBe(0);
  });

  test("V8 an acceptance told again after its case left the line does not join it anew", () => {
    expect(told(numbered("0", 1), does("leave", "0"), numbered("0", 1))?.waiting).toEqual([]);
  });

  test("of one day and without numbers, the one that was heard of first; who is not in the line has all before him", () => {
    const line = told(join("one"), join("other"));
    expect(queueFor(line, "other").before).toEqual(["one"]);
    expect(queueFor(line, "nobody").before).toEqual(["one", "other"]);
  });

  test("who holds a place is not put into the line again, and who does not wait leaves none", () => {
    const holder = told(join("one"), does("take", "one"), join("one"));
    expect(holder).toMatchObject({ waiting: [], taken: ["one"] });
    for (const type of ["leave", "free"] as const)
      expect(quota.decide(told(join("one")), does(type, "other"), on(today))).toEqual([]);
  });

  test("a place is free again when its certificate has ended", () => {
    expect(queueFor(told(join("one"), does("take", "one"), does("free", "one")), "other")).toMatchObject({
      before: [],
      taken: 0,
    });
  });

  test("the same told twice, in whatever order, is the same line, first accepted first", () => {
    const names = ["A", "B", "C"];
    const command = fc.oneof(
      fc.record({
        type: fc.constant("join" as const),
        application: fc.constantFrom(...names),
        acceptedOn: fc.integer({ min: 0, max: 5 }).map((more) => day(today).add({ days: more }).toString()),
      }),
      fc.record({ type: fc.constantFrom("take", "leave", "free"), application: fc.constantFrom(...names) }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const once = told(...commands);
        const twice = told(...commands.flatMap((one) => [one, one]));
        expect(twice).toEqual(once);
        const days = once?.waiting.map(({ acceptedOn }) => acceptedOn) ?? [];
        expect(days).toEqual(days.toSorted());
        expect(new Set(once?.taken).size).toBe(once?.taken.length ?? 0);
      }),
    );
  });
});

describe("XK-57: the decision", () => {
  const limited = () => aReviewed({ guide: { quantity: 2 } });
  const with2 = (before: string[], taken: number) => ({ ...decide, queue: { before, taken } });

  test("not before those accepted first, and not beyond the last place", () => {
    expect(refusalOf(limited().tell(with2(["PL-018.1"], 0), today))).toMatchObject({
      code: "permits.not-first-in-line",
      details: { before: ["PL-018.1"], rule: "XK-57" },
    });
    expect(refusalOf(limited().tell(with2([], 2), today))).toMatchObject({
      code: "permits.no-place-left",
      details: { quantity: 2, rule: "XK-57" },
    });
    expect(limited().lawfully(with2([], 1), today).status).toBe("granted");
  });

  test("V8 while an acceptance with a lower number is not in the line, nobody behind it is granted", () => {
    const behind = (knownTo: number) =>
      application.decide(inOrder(limited(), 3), { ...decide, queue: { before: [], taken: 0, knownTo } }, context);
    const context = on(today, theApprover);
    expect(refusalOf(behind(1))).toMatchObject({ code: "permits.line-not-complete", details: { order: 3 } });
    expect(behind(2)).toMatchObject([{ type: "permits.application.granted" }]);
  });

  test("who renews or changes what he has takes nobody's place, and waits for nobody", () => {
    for (const kind of ["renewal", "change"] as const) {
      const state = { ...limited().state, concerns: { certificate: "C", kind } };
      const decision = application.decide(state, with2(["PL-018.1"], 2), on(today, theApprover));
      expect(decision).toMatchObject([{ type: "permits.application.granted" }]);
    }
  });

  test("a refusal waits for nobody; what is not limited has no line", () => {
    const refusing = { ...with2(["PL-018.1"], 2), outcome: "refused", reasons: "不符合条件" } as const;
    expect(limited().lawfully(refusing, today).status).toBe("refused");
    expect(aReviewed().lawfully(with2(["PL-018.1"], 9), today).status).toBe("granted");
  });
});

describe("XK-57 at the counter: the line follows from what happens", () => {
  type Hall = Awaited<ReturnType<typeof aHall>>;
  async function examine(hall: Hall, id: string) {
    const review = { opinion: "agree", inspectors: ["reviewer-1", "reviewer-2"], affectsThirdParties: false };
    await hall.post(theReviewer, `/permits/applications/${id}/review`, review);
    await hall.post(theSecond, `/permits/applications/${id}/confirm-survey`);
    await hall.post(theReviewer, `/permits/applications/${id}/review`, review);
  }
  async function reviewed(hall: Hall): Promise<string> {
    const id = await hall.file(theClerk, aForm);
    await hall.post(theClerk, `/permits/applications/${id}/accept`);
    await examine(hall, id);
    await deliverAll(hall, application, id);
    return id;
  }
  const grant = (hall: Hall, id: string) =>
    hall.post(theApprover, `/permits/applications/${id}/decide`, { outcome: "granted" });

  test("the second waits for the first; the place gone it is refused; the certificate ended, the place is the next one's", async () => {
    const hall = await aHall(aPower(), { quantity: 1 });
    const [first, second] = [await reviewed(hall), await reviewed(hall)];
    expect((await grant(hall, second)).body).toMatchObject({ code: "permits.not-first-in-line" });
    expect((await grant(hall, first)).body).toMatchObject({ status: "granted" });
    await deliverAll(hall, application, first);
    expect((await grant(hall, second)).body).toMatchObject({ code: "permits.no-place-left" });
    const [held] = (
      await hall.runtime.store.list(certificate, { index: "byStatus", partition: "certificate:drawn-up", limit: 9 })
    ).items;
    const at = `/permits/certificates/${held?.id}`;
    expect((await hall.post(theIssuer, `${at}/issue`)).status).toBe(200);
    const document = { number: "注销1号", date: today };
    expect((await hall.post(theIssuer, `${at}/cancel`, { ground: "holder-died", document })).body).toMatchObject({
      status: "cancelled",
    });
    await deliverAll(hall, certificate, held?.id ?? "");
    expect((await grant(hall, second)).body).toMatchObject({ status: "granted" });
  });

  const line = async ({ runtime }: Hall) => (await runtime.store.load(quota, "PL-018"))?.state;
  /** What the service hears of a case or a certificate, as far as its places go. */
  const hears = (hall: Hall, type: string, subject: string, more: object = {}) => {
    const event = {
      specversion: "1.0",
      id: `${subject}/9`,
      source: "/towns/532302105000/permits",
      type,
      subject,
    } as const;
    const told = {
      time: "2026-03-02T02:00:00.000Z",
      sequence: 9,
      actor: "town",
      datacontenttype: "application/json",
    } as const;
    return handTo(quotaReactions, { ...event, ...told, data: { quantity: 1, ...more } }, hall.runtime);
  };

  test("V8 accepted third, first, second and told in the order of filing: the first accepted wins", async () => {
    const hall = await aHall(aPower(), { quantity: 1 });
    const filed = [await hall.file(theClerk), await hall.file(theClerk), await hall.file(theClerk)];
    const [zero = "", one = "", two = ""] = filed;
    for (const id of [two, zero, one]) await hall.post(theClerk, `/permits/applications/${id}/accept`);
    for (const id of filed) await examine(hall, id);
    expect((await grant(hall, zero)).body).toMatchObject({ code: "permits.line-not-complete" });
    for (const id of filed) await deliverAll(hall, application, id);
    expect((await grant(hall, zero)).body).toMatchObject({ code: "permits.not-first-in-line" });
    expect((await grant(hall, two)).body).toMatchObject({ status: "granted" });
    await deliverAll(hall, application, two);
    for (const id of [zero, one]) expect((await grant(hall, id)).body.code).toMatch(/not-first-in-line|no-place-left/);
  });

  test.each(["refused", "withdrawn", "forwarded"])("XK-57 whoever is %s leaves the line", async (what) => {
    const hall = await aHall(aPower(), { quantity: 1 });
    const id = await reviewed(hall);
    expect(await line(hall)).toMatchObject({ waiting: [{ application: id }] });
    expect(await hears(hall, `permits.application.${what}`, `application/${id}`)).toEqual([]);
    expect(await line(hall)).toMatchObject({ waiting: [], taken: [] });
  });

  test.each(["expired", "revoked", "cancelled"])(
    "XK-57 a certificate that is %s gives its place back",
    async (what) => {
      const hall = await aHall(aPower(), { quantity: 1 });
      const id = await reviewed(hall);
      await grant(hall, id);
      const paper = await hall.settle(id);
      expect(await line(hall)).toMatchObject({ waiting: [], taken: [id] });
      expect(await hears(hall, `permits.certificate.${what}`, `certificate/${paper}`)).toEqual([]);
      expect(await line(hall)).toMatchObject({ waiting: [], taken: [] });
    },
  );

  test("XK-57 a renewal that is accepted does not stand in the line", async () => {
    const hall = await aHall(aPower(), { quantity: 1 });
    const accepted = { acceptedOn: today, concerns: { certificate: "C", kind: "renewal" } };
    await hears(hall, "permits.application.accepted", "application/PL-018.R", accepted);
    expect(await line(hall)).toBeUndefined();
    await hears(hall, "permits.application.accepted", "application/PL-018.N", { acceptedOn: today });
    expect(await line(hall)).toMatchObject({ waiting: [{ application: "PL-018.N" }] });
  });

  test("whoever withdraws leaves the line", async () => {
    const hall = await aHall(aPower(), { quantity: 1 });
    const [first, second] = [await reviewed(hall), await reviewed(hall)];
    await hall.post(theClerk, `/permits/applications/${first}/withdraw`, { statement: "撤回声明1号" });
    await deliverAll(hall, application, first);
    expect((await grant(hall, second)).body).toMatchObject({ status: "granted" });
  });
});
