import { describe, expect, test } from "vitest";
import {
  conclusionExtension,
  petitionConclusion,
  petitionReply,
  reviewWindow,
} from "../../../services/grid-events/appeals/domain/limits.ts";
import { petition } from "../../../services/grid-events/appeals/domain/petition/decider.ts";
import type { PetitionCommandOf } from "../../../services/grid-events/appeals/domain/petition/petition.ts";
import { extendLimit } from "../../../shared/calendar/index.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { on } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";

const who = (sub: string, office: string, ...roles: Actor["roles"]): Actor => ({ sub, name: sub, office, roles });
const dispatcher = who("dispatcher-1", "grid-centre", "dispatcher");
const handler = who("head-social-affairs", "social-affairs", "approver");
const leader = who("zhen-zhang", "party-government", "leader");
const county: Actor = { sub: "county-1", name: "县", roles: ["county"] };
const above: Actor = { sub: "county-2", name: "州", roles: ["county"] };
const resident: Actor = { sub: "resident-1", name: "村民", roles: ["resident"] };
const stranger: Actor = { sub: "resident-2", name: "别人", roles: ["resident"] };

const receivedOn = (day: string, more: Partial<PetitionCommandOf<"receive">> = {}) =>
  new Living(petition).lawfully(
    { type: "receive", person: { owner: "resident-1" }, text: "征地补偿", against: { kind: "matter" }, ...more },
    day,
    resident,
  );
const accept = { type: "accept", to: { sub: "head-social-affairs", office: "social-affairs" } } as const;
const conclude = { type: "conclude", organ: "广通镇人民政府", result: "rejected", text: "补偿符合标准" } as const;
const review = { type: "review", organ: "禄丰市人民政府", result: "upheld", text: "维持" } as const;
const reReview = { ...review, organ: "楚雄州人民政府" };
const ask = { type: "ask-review", reasons: "不服" } as const;
const accepted = () => receivedOn("2026-03-02").lawfully(accept, "2026-03-02", dispatcher);
const concluded = (day = "2026-04-30") => accepted().lawfully(conclude, day, handler);

describe("S-10: taken on, sent elsewhere, or given back", () => {
  test("fifteen days to say so: late on the day after", () => {
    const living = receivedOn("2026-02-10");
    expect(living.state.limit.due).toBe("2026-02-25");
    living.letPass("2026-02-25");
    expect(living.state.overdue).toBe(false);
    living.letPass("2026-02-26");
    expect(living.state.overdue).toBe(true);
  });

  test("a transfer to the wrong organ is objected to within five working days", () => {
    const back = { type: "return", reasons: "不属本镇职权" } as const;
    const transferred = () => receivedOn("2026-02-10", { transferredBy: "县信访局" });
    expect(transferred().state.transferred?.objectBy.due).toBe("2026-02-24");
    expect(transferred().lawfully(back, "2026-02-24", dispatcher).state.status).toBe("returned");
    expect(transferred().tell(back, "2026-02-25", dispatcher)).toMatchObject({ code: "grid-events.window-over" });
    expect(receivedOn("2026-02-10").tell(back, "2026-02-10", dispatcher)).toMatchObject({
      code: "grid-events.petition-not-in-this-state",
    });
  });

  test("what has its own way in law is sent there before it is taken on, not after", () => {
    const elsewhere = { type: "send-elsewhere", way: "litigation", reasons: "应由法院处理" } as const;
    expect(receivedOn("2026-03-02").lawfully(elsewhere, "2026-03-02", dispatcher).state.way).toBe("litigation");
    expect(receivedOn("2026-03-02").tell({ ...elsewhere, way: "x" }, "2026-03-02", dispatcher)).toMatchObject({
      code: "grid-events.unknown-way",
    });
    expect(accepted().tell(elsewhere, "2026-03-03", dispatcher)).toMatchObject({
      code: "grid-events.petition-not-in-this-state",
    });
  });

  test("it never goes to the unit it is said against", () => {
    const living = receivedOn("2026-03-02", { against: { kind: "unit", office: "social-affairs" } });
    expect(living.tell(accept, "2026-03-02", dispatcher)).toMatchObject({ code: "grid-events.assignee-is-target" });
    const unknown = { ...accept, to: { sub: "head-social-affairs", office: "grid-centre" } };
    expect(living.tell(unknown, "2026-03-02", dispatcher)).toMatchObject({ code: "grid-events.unknown-worker" });
  });
});

describe("S-11: sixty and thirty days, two reviews, then final", () => {
  test("concluded in sixty days; thirty more once, when the head agrees", () => {
    const extend = { type: "extend", reasons: "案情复杂" } as const;
    const living = accepted();
    expect(living.state.limit.due).toBe("2026-05-01");
    expect(living.tell(extend, "2026-04-30", handler)).toMatchObject({ code: "grid-events.needs-the-head" });
    expect(living.tell(extend, "2026-05-02", leader)).toMatchObject({ code: "grid-events.late-already" });
    living.lawfully(extend, "2026-05-01", leader);
    expect(living.state.limit).toMatchObject({ due: "2026-05-31", roll: "none" });
    expect(living.tell(extend, "2026-05-02", leader)).toMatchObject({ code: "grid-events.extended-already" });
    living.lawfully(conclude, "2026-05-31", handler);
    expect(living.events.at(-1)?.data).toMatchObject({ inTime: true });
  });

  test("another assignee begins no other term", () => {
    const living = accepted().lawfully(
      { ...accept, to: { sub: "officer-1", office: "enforcement-team" } },
      "2026-03-20",
      dispatcher,
    );
    expect(living.state).toMatchObject({ lead: "enforcement-team", limit: { due: "2026-05-01" } });
    expect(living.tell(conclude, "2026-03-21", handler)).toMatchObject({ code: "grid-events.not-the-lead" });
  });

  test("T-3: the person's thirty days run from the delivery and roll over days of rest; the organ's do not (T-13)", () => {
    const living = concluded("2026-09-01").lawfully({ type: "deliver", on: "2026-09-02" }, "2026-09-02", dispatcher);
    expect(living.state.window).toMatchObject({ dueUnrolled: "2026-10-02", due: "2026-10-08" });
    expect(living.tell(ask, "2026-10-08", stranger)).toMatchObject({ code: "grid-events.not-the-person" });
    expect(living.tell(ask, "2026-10-09", resident)).toMatchObject({ code: "grid-events.window-over" });
    living.lawfully(ask, "2026-10-08", resident);
    expect(living.state).toMatchObject({ status: "review-asked", limit: { due: "2026-11-07" } });
    expect(living.state.limit).not.toHaveProperty("dueUnrolled");
  });

  test.each([
    ["2026-08-31", "2026-09-30", "the day before the National Day holiday"],
    ["2026-09-01", "2026-10-08", "the National Day holiday"],
    ["2026-01-15", "2026-02-14", "a Saturday on which people work"],
    ["2026-01-16", "2026-02-24", "the Spring Festival"],
    ["2026-08-21", "2026-09-20", "a Sunday on which people work"],
    ["2026-08-26", "2026-09-28", "Mid-Autumn before a weekend"],
    ["2026-04-01", "2026-05-06", "Labour Day"],
    ["2026-04-09", "2026-05-09", "a Saturday on which people work"],
    ["2026-12-01", "2026-12-31", "the last day of the year"],
    ["2026-12-02", "2027-01-04", "New Year of a year that nobody announced"],
  ])("T-3 by hand: delivered %s, the person has time until %s (%s)", (delivered, due) => {
    expect(reviewWindow(delivered, on(delivered, dispatcher)).due).toBe(due);
  });
  test.each([
    ["2026-02-10", "2026-02-25"],
    ["2026-09-16", "2026-10-01"],
    ["2026-12-20", "2027-01-04"],
    ["2028-02-14", "2028-02-29"],
  ])("T-13 by hand: received %s, the organ says so by %s, a day of rest or not", (received, due) => {
    expect(petitionReply(received, on(received, dispatcher)).due).toBe(due);
  });
  test.each([
    ["2026-03-02", "2026-05-01", "2026-05-31"],
    ["2026-12-01", "2027-01-30", "2027-03-01"],
    ["2027-12-31", "2028-02-29", "2028-03-30"],
  ])("S-11 by hand: taken on %s, concluded by %s, extended to %s", (taken, due, extended) => {
    const { calendar } = on(taken, dispatcher);
    const limit = petitionConclusion(taken, { calendar });
    expect(limit.due).toBe(due);
    expect(extendLimit(calendar, limit, conclusionExtension).due).toBe(extended);
  });

  test("without a delivery no window runs against the person", () => {
    const living = concluded();
    living.letPass("2027-03-01");
    expect(living.state.status).toBe("concluded");
    expect(living.tell(ask, "2027-03-01", resident)).toMatchObject([{ type: "grid-events.petition.review-asked" }]);
  });

  test("a delivery before the opinion, or on a day to come, is refused", () => {
    const living = concluded("2026-04-30");
    for (const on of ["2026-04-29", "2026-05-02"])
      expect(living.tell({ type: "deliver", on }, "2026-05-01", dispatcher)).toMatchObject({
        code: "grid-events.day-to-come",
      });
  });

  test("silence in the window makes the opinion final", () => {
    const living = concluded().lawfully({ type: "deliver", on: "2026-04-30" }, "2026-04-30", dispatcher);
    living.letPass("2026-06-01");
    expect(living.state.status).toBe("concluded");
    living.letPass("2026-06-02");
    expect(living.state.status).toBe("final");
    expect(living.tell(ask, "2026-06-02", resident)).toMatchObject({ code: "grid-events.petition-not-in-this-state" });
  });

  test("T-4: a letter posted on the last day is in time, also after silence; the counter records it with its proof", () => {
    const over = () => {
      const living = concluded().lawfully({ type: "deliver", on: "2026-04-30" }, "2026-04-30", dispatcher);
      living.letPass("2026-06-02");
      return living;
    };
    const posted = (on: string) => ({ ...ask, posted: { on, proof: "挂号信XA123" } }) as const;
    expect(over().state).toMatchObject({ status: "final", window: { dueUnrolled: "2026-05-30", due: "2026-06-01" } });
    expect(over().tell(posted("2026-06-02"), "2026-06-04", dispatcher)).toMatchObject({
      code: "grid-events.window-over",
    });
    expect(over().tell(posted("2026-06-05"), "2026-06-04", dispatcher)).toMatchObject({
      code: "grid-events.posted-in-future",
    });
    expect(over().tell(posted("2026-01-01"), "2026-06-04", dispatcher)).toMatchObject({
      code: "grid-events.posted-before-told",
    });
    expect(over().tell(posted("2026-06-01"), "2026-06-04", resident)).toMatchObject({
      code: "grid-events.posting-recorded-by-staff",
    });
    const both = { ...resident, roles: ["resident", "dispatcher"] } as const;
    expect(over().tell(posted("2026-06-01"), "2026-06-04", both)).toMatchObject({
      code: "grid-events.posting-recorded-by-staff",
    });
    expect(over().tell(ask, "2026-06-04", dispatcher)).toMatchObject({ code: "grid-events.not-the-person" });
    const living = over().lawfully(posted("2026-06-01"), "2026-06-04", dispatcher);
    expect(living.state).toMatchObject({ status: "review-asked", limit: { due: "2026-07-04" } });
    living
      .lawfully(review, "2026-06-19", county)
      .lawfully({ type: "deliver", on: "2026-06-20" }, "2026-06-20", county)
      .letPass("2026-07-21");
    expect(living.state.status).toBe("final");
    expect(living.lawfully(posted("2026-07-20"), "2026-07-23", dispatcher).state.status).toBe("re-review-asked");
    living.lawfully(reReview, "2026-08-01", above);
    expect(living.tell(posted("2026-07-20"), "2026-08-02", dispatcher)).toMatchObject({
      code: "grid-events.petition-not-in-this-state",
    });
  });

  test("to its final answer: concluded, reviewed, re-reviewed, each by another organ and another person; then nothing is asked again", () => {
    const living = concluded()
      .lawfully({ type: "deliver", on: "2026-05-06" }, "2026-05-06", dispatcher)
      .lawfully(ask, "2026-05-20", resident);
    expect(living.tell({ ...review, organ: conclude.organ }, "2026-05-21", county)).toMatchObject({
      code: "grid-events.organ-decided-before",
    });
    expect(living.tell(review, "2026-05-21", { ...handler, roles: ["county"] })).toMatchObject({
      code: "grid-events.reviewed-by-itself",
    });
    living
      .lawfully(review, "2026-06-19", county)
      .lawfully({ type: "deliver", on: "2026-06-20" }, "2026-06-20", county)
      .lawfully(ask, "2026-07-20", resident);
    expect(living.tell(reReview, "2026-07-21", county)).toMatchObject({ code: "grid-events.reviewed-by-itself" });
    expect(living.tell(review, "2026-07-21", above)).toMatchObject({ code: "grid-events.organ-decided-before" });
    living
      .lawfully(reReview, "2026-08-19", above)
      .lawfully({ type: "deliver", on: "2026-08-20" }, "2026-08-20", county);
    expect(living.state).toMatchObject({ status: "final", opinions: [{}, {}, { stage: "re-review" }] });
    expect(living.state.window?.due).toBeUndefined();
    expect(living.tell(ask, "2026-08-21", resident)).toMatchObject({ code: "grid-events.petition-not-in-this-state" });
  });
});
