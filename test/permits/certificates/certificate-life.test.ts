import { describe, expect, test } from "vitest";
import type { Certificate, CertificateCommand } from "../../../services/permits/certificates/domain/certificate.ts";
import { moves } from "../../../services/permits/certificates/domain/moves.ts";
import { cannotConcern, renewalWindow, validityOf } from "../../../services/permits/certificates/domain/renewal.ts";
import type { RenewalNews } from "../../../services/permits/certificates/domain/states.ts";
import { startOfDay, toDate } from "../../../shared/calendar/index.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { walkStates } from "../../support/cells.ts";
import { calendar, on, refusalOf, town } from "../../support/deciding.ts";
import vectors from "../../vectors/vectors.json" with { type: "json" };
import { theApprover, theIssuer, theReviewer } from "../cases/builders.ts";
import { aCertificate, aGrant, aPaper, aProposal, certificate, heardOn, noHarm, theHolder, told } from "./builders.ts";

const passTime: CertificateCommand = { type: "pass-time" };
const vectorOf = (rule: string) => {
  const found = vectors.renewal.find((one) => one.rule === rule);
  if (found === undefined) throw new Error(`no vector ${rule}`);
  return found;
};
const rules = (unit: "calendar" | "working-day", lateFiling: "refused" | "received" | "deemed" = "received") => ({
  ...town,
  limits: { ...town.limits, renewal: { unit, days: 30, lateFiling } },
});
const file = (filedOn: string, application = "PL-018.R"): readonly [CertificateCommand, string] => [
  { type: "file-renewal", application, filedOn },
  filedOn,
];
const follow = (news: RenewalNews, date: string): readonly [CertificateCommand, string] => [
  { type: "follow-renewal", application: "PL-018.R", news },
  date,
];
const drawn = () => told(certificate, undefined, aGrant(), "2026-04-28");
const types = (state: Certificate, command: CertificateCommand, date: string, more = {}) => {
  const decision = certificate.decide(state, command, { ...on(date, theApprover), ...more });
  if (isRejection(decision)) throw new Error(decision.code);
  return decision.map(({ type }) => type.replace("permits.certificate.", ""));
};

describe("XK-44: ten working days to issue", () => {
  test("the last day is in time; the day after, lateness is recorded, once", () => {
    expect(certificate.nextDeadline?.(drawn())).toBe(startOfDay("2026-05-15"));
    expect(types(drawn(), passTime, "2026-05-14")).toEqual([]);
    const decision = certificate.decide(drawn(), passTime, on("2026-05-15"));
    expect(decision).toMatchObject([
      { type: "permits.certificate.delivery-missed", data: { due: "2026-05-14", application: "PL-018.X" } },
    ]);
    const late = told(certificate, drawn(), passTime, "2026-05-15");
    expect(certificate.nextDeadline?.(late)).toBeUndefined();
    expect(types(late, passTime, "2026-05-20")).toEqual([]);
    expect(types(late, { type: "issue" }, "2026-05-20", { actor: theIssuer })).toEqual(["issued"]);
  });

  test("XK-59: it waits for the fee, to the last fen", () => {
    const issue = (unpaidFen: number) =>
      certificate.decide(drawn(), { type: "issue", unpaidFen }, on("2026-04-29", theIssuer));
    expect(refusalOf(issue(1))).toMatchObject({ code: "permits.fee-not-paid", details: { rule: "XK-59" } });
    expect(isRejection(issue(0))).toBe(false);
  });
});

describe("XK-50-1: when to apply for renewal", () => {
  test("the vector: until the calendar's day, reminded on that of the working days", () => {
    const { expiry, latestApplyCalendar, latestApplyWorkday } = vectorOf("XK-50");
    expect(renewalWindow(expiry, rules("calendar").limits.renewal, calendar)).toEqual({
      latest: latestApplyCalendar,
      remindOn: latestApplyWorkday,
    });
    expect(renewalWindow(expiry, rules("working-day").limits.renewal, calendar).latest).toBe(latestApplyWorkday);
  });

  test("the vector: applied in time and undecided at the end, it is renewed by law on the day after", () => {
    const { expiry, appliedOn = "", checkDate = "" } = vectorOf("XK-50-2");
    const lying = aCertificate({ validUntil: expiry }, file(appliedOn));
    expect(types(lying, passTime, expiry)).not.toContain("deemed-renewed");
    expect(types(lying, passTime, checkDate)).toContain("deemed-renewed");
  });

  test("T-10: in a year not announced the reminder comes early, never late", () => {
    expect(renewalWindow("2031-12-31", rules("calendar").limits.renewal, calendar)).toEqual({
      latest: "2031-12-01",
      remindOn: "2031-11-01",
    });
  });

  const renewal = { kind: "renewal", item: "PL-018", idNumber: theHolder.idNumber } as const;
  test.each([
    ["calendar", "2026-12-01", "2026-12-02"],
    ["working-day", "2026-11-19", "2026-11-20"],
  ] as const)(
    "by the %s the %s is in time and the day after is late, where the profile refuses late ones",
    (unit, last, after) => {
      const strict = { town: rules(unit, "refused") };
      expect(cannotConcern(aCertificate(), renewal, { ...on(last), ...strict })).toBeUndefined();
      expect(cannotConcern(aCertificate(), renewal, { ...on(after), ...strict })).toMatchObject({
        code: "permits.renewal-too-late",
      });
      expect(cannotConcern(aCertificate(), renewal, { ...on(after), town: rules(unit) })).toBeUndefined();
    },
  );

  test("T-4: a renewal posted on the last day is in time, however late it arrives", () => {
    const strict = { town: rules("calendar", "refused") };
    const posted = (handedInOn: string) =>
      cannotConcern(aCertificate(), { ...renewal, handedInOn: toDate(handedInOn) }, { ...on("2026-12-05"), ...strict });
    expect(posted("2026-12-01")).toBeUndefined();
    expect(posted("2026-12-02")).toMatchObject({ code: "permits.renewal-too-late" });
  });

  test("only the holder, for the same item, while it stands", () => {
    const no = "permits.not-the-holder";
    expect(cannotConcern(aCertificate(), { ...renewal, idNumber: "110101190001010014" }, on("2026-11-01"))?.code).toBe(
      no,
    );
    expect(cannotConcern(aCertificate(), { ...renewal, item: "PL-015" }, on("2026-11-01"))?.code).toBe(no);
    expect(cannotConcern(drawn(), renewal, on("2026-11-01"))?.code).toBe("permits.nothing-to-renew");
    expect(cannotConcern(aCertificate(), { ...renewal, kind: "change" }, on("2026-11-01"))).toBeUndefined();
  });

  test("the holder is reminded on that day, once, and not when he has applied", () => {
    const state = aCertificate();
    expect(certificate.nextDeadline?.(state)).toBe(startOfDay("2026-11-19"));
    expect(types(state, passTime, "2026-11-18")).toEqual([]);
    expect(types(state, passTime, "2026-11-19")).toEqual(["renewal-due"]);
    const reminded = told(certificate, state, passTime, "2026-11-19");
    expect(types(reminded, passTime, "2026-11-20")).toEqual([]);
    expect(certificate.nextDeadline?.(reminded)).toBe(startOfDay("2027-01-01"));
    expect(types(aCertificate({}, file("2026-11-10")), passTime, "2026-11-19")).toEqual([]);
  });
});

describe("XK-50-2: silence until expiry renews", () => {
  const silent = () => aCertificate({}, file("2026-11-30"));

  test("applied 11-30, silent on 12-31: renewed from 2027-01-01 on for as long again", () => {
    expect(types(silent(), passTime, "2026-12-31")).toEqual([]);
    expect(certificate.nextDeadline?.(silent())).toBe(startOfDay("2027-01-01"));
    expect(certificate.decide(silent(), passTime, on("2027-01-01"))).toMatchObject([
      {
        type: "permits.certificate.deemed-renewed",
        data: { on: "2027-01-01", validUntil: "2027-12-31", application: "PL-018.R" },
      },
    ]);
    const renewed = told(certificate, silent(), passTime, "2027-01-01");
    expect(renewed).toMatchObject({ status: "valid", validUntil: "2027-12-31", deemed: [{ on: "2027-01-01" }] });
    expect(renewed).not.toHaveProperty("pending");
    expect(types(renewed, passTime, "2027-01-01")).toEqual([]);
  });

  test("without an application it has expired, and is to be struck from the register (XK-70)", () => {
    expect(types(aCertificate(), passTime, "2027-01-01")).toEqual(["expired", "cancellation-due"]);
    const expired = told(certificate, aCertificate(), passTime, "2027-01-01");
    expect(certificate.listed?.(expired, "C")).toMatchObject({ byDomain: { partition: "certificate:to-cancel" } });
    expect(certificate.nextDeadline?.(expired)).toBeUndefined();
  });

  test("XK-T2 passed on to the organ that decides, its silence renews likewise; what it decides does not", () => {
    const forwarded = aCertificate({}, file("2026-11-30"), follow("forwarded", "2026-12-02"));
    expect(forwarded).toMatchObject({ pending: { application: "PL-018.R", forwarded: true } });
    expect(types(forwarded, passTime, "2027-01-01")).toEqual(["deemed-renewed"]);
    const decided = (news: RenewalNews) =>
      aCertificate({}, file("2026-11-30"), follow("forwarded", "2026-12-02"), follow(news, "2026-12-20"));
    expect(decided("granted")).toMatchObject({ renewed: { application: "PL-018.R", on: "2026-12-20" } });
    expect(types(decided("granted"), passTime, "2027-01-01")).toEqual(["expired"]);
    expect(decided("ended")).not.toHaveProperty("pending");
    expect(types(decided("ended"), passTime, "2027-01-01")).toEqual(["expired", "cancellation-due"]);
  });

  test("an organ that waits for corrections is not silent; once complete it is again", () => {
    const waiting = aCertificate({}, file("2026-11-30"), follow("incomplete", "2026-12-02"));
    expect(types(waiting, passTime, "2027-01-01")).toEqual(["expired", "cancellation-due"]);
    const complete = told(
      certificate,
      waiting,
      { type: "follow-renewal", application: "PL-018.R", news: "complete" },
      "2026-12-05",
    );
    expect(types(complete, passTime, "2027-01-01")).toEqual(["deemed-renewed"]);
  });

  test("refused or taken back, nothing is renewed; granted, the new certificate takes its place", () => {
    expect(
      types(aCertificate({}, file("2026-11-30"), follow("ended", "2026-12-20")), passTime, "2027-01-01"),
    ).toContain("expired");
    const granted = aCertificate({}, file("2026-11-30"), follow("granted", "2026-12-20"));
    expect(types(granted, passTime, "2027-01-01")).toEqual(["expired"]);
    const replaced = told(certificate, granted, { type: "replace", by: "NEW", kind: "renewal" }, "2026-12-22");
    expect(replaced).toMatchObject({ status: "cancelled", ground: "renewed", replacedBy: "NEW" });
  });

  test("filed late it is renewed only if the profile says so", () => {
    const late = aCertificate({}, file("2026-12-02"));
    expect(late).toMatchObject({ pending: { late: true } });
    expect(types(late, passTime, "2027-01-01", { town: rules("calendar") })).toContain("expired");
    expect(types(late, passTime, "2027-01-01", { town: rules("calendar", "deemed") })).toEqual(["deemed-renewed"]);
    expect(aCertificate({}, file("2026-12-01"))).toMatchObject({ pending: { late: false } });
  });

  test("the one granted runs on where the old ends; a change does not lengthen; a deemed renewal is not counted twice", () => {
    const grant = { application: "PL-018.R", decidedOn: "2026-12-20", validUntil: "2027-12-20", months: 12 };
    expect(validityOf(grant, aCertificate(), "renewal")).toEqual({ validUntil: "2027-12-31" });
    expect(validityOf(grant, aCertificate(), "change")).toEqual({ validUntil: "2026-12-31" });
    expect(validityOf(grant, undefined, undefined)).toEqual({ validUntil: "2027-12-20" });
    const deemed = told(certificate, silent(), passTime, "2027-01-01");
    expect(validityOf({ ...grant, decidedOn: "2027-01-10" }, deemed, "renewal")).toEqual({ validUntil: "2027-12-31" });
    expect(validityOf({ ...grant, decidedOn: "2027-01-10" }, aCertificate(), "renewal")).toEqual({
      validUntil: "2027-12-20",
    });
  });
});

describe("XK-69: revoking", () => {
  const proposed = (ground: "procedure" | "fraud" = "procedure") => aCertificate({}, [aProposal(ground), "2026-05-04"]);
  const revoke = (state: Certificate, more: object = {}, date = "2026-05-10") =>
    certificate.decide(
      state,
      { type: "revoke", heard: heardOn("2026-05-08"), publicHarm: noHarm, ...more },
      on(date, theApprover),
    );

  test("the holder is told first and heard: on a day after he was told, and not one to come", () => {
    expect(refusalOf(revoke(aCertificate()))).toMatchObject({ code: "permits.no-revocation-proposed" });
    for (const wrong of [undefined, heardOn("2026-05-03"), heardOn("2026-05-11")])
      expect(refusalOf(revoke(proposed(), { heard: wrong })).code).toBe("permits.not-heard");
    for (const right of [heardOn("2026-05-04"), heardOn("2026-05-10")])
      expect(isRejection(revoke(proposed(), { heard: right }))).toBe(false);
  });

  test("V9 told today it is not revoked today: the time for a statement runs to its last day", () => {
    const early = (date: string) => revoke(proposed(), { heard: heardOn("2026-05-04") }, date);
    for (const date of ["2026-05-04", "2026-05-08"])
      expect(refusalOf(early(date))).toMatchObject({
        code: "permits.statement-period-runs",
        details: { due: "2026-05-08", rule: "XK-69" },
      });
    expect(isRejection(early("2026-05-09"))).toBe(false);
  });

  test("V9 T-10 on a provisional date nothing is taken away", () => {
    const far = aCertificate({ validUntil: "2029-12-31" }, [aProposal(), "2027-01-04"]);
    expect(refusalOf(revoke(far, { heard: heardOn("2027-01-04") }, "2027-01-12")).code).toBe(
      "permits.statement-period-runs",
    );
  });

  test("V9 a document of a day to come cancels and suspends nothing; one of today does", () => {
    const asking = (type: "cancel" | "suspend", date: string) =>
      certificate.decide(
        aCertificate(),
        type === "cancel"
          ? { type, ground: "withdrawn", document: { number: "1号", date } }
          : { type, document: { number: "1号", date } },
        on("2026-05-10", theApprover),
      );
    for (const type of ["cancel", "suspend"] as const) {
      expect(refusalOf(asking(type, "2027-01-01"))).toMatchObject({
        code: "permits.document-dated-later",
        pointer: "/document/date",
      });
      expect(refusalOf(asking(type, "2026-05-11")).code).toBe("permits.document-dated-later");
      expect(isRejection(asking(type, "2026-05-10"))).toBe(false);
    }
  });

  test("got by fraud it must be, without protection; for the organ's own fault it may be, and loss is made good", () => {
    expect(revoke(proposed("fraud"))).toMatchObject([
      { type: "permits.certificate.revoked", data: { ground: "fraud", compensation: "none" } },
      { type: "permits.certificate.cancellation-due", data: { ground: "revoked", rule: "XK-70" } },
    ]);
    expect(refusalOf(revoke(proposed("fraud"), { lossFen: 100 })).code).toBe("permits.not-compensated");
    expect(revoke(proposed(), { lossFen: 100 })).toMatchObject([{ data: { compensation: "due", lossFen: 100 } }, {}]);
    const drop = (state: Certificate, publicHarm: boolean) =>
      certificate.decide(
        state,
        { type: "drop-revocation", reasons: "无必要", publicHarm },
        on("2026-05-10", theApprover),
      );
    expect(refusalOf(drop(proposed("fraud"), false)).code).toBe("permits.must-revoke");
    expect(isRejection(drop(proposed("fraud"), true))).toBe(false);
    expect(isRejection(drop(proposed(), false))).toBe(false);
  });

  test("never when the public would be gravely harmed, not even for fraud", () => {
    const grave = { publicHarm: { grave: true, assessment: "全镇停水" } };
    for (const ground of ["procedure", "fraud"] as const)
      expect(refusalOf(revoke(proposed(ground), grave)).code).toBe("permits.revocation-harms-public");
  });

  test("only by the office that decided, or from above", () => {
    const elsewhere = { ...theReviewer, office: "social-affairs" };
    const propose = (actor: typeof theReviewer) =>
      certificate.decide(aCertificate(), aProposal(), on("2026-05-04", actor));
    expect(refusalOf(propose(elsewhere))).toMatchObject({ ground: "actor", code: "permits.not-your-office" });
    expect(isRejection(propose({ ...elsewhere, roles: ["county"] }))).toBe(false);
  });

  test("what was found, said and weighed leaves in no event's data", () => {
    const decision = revoke(proposed());
    const data = JSON.stringify(isRejection(decision) ? [] : decision.map((event) => event.data));
    for (const words of ["查明的事实", "笔录1号", "不涉及公共利益", theHolder.name]) expect(data).not.toContain(words);
  });
});

describe("XK-70: striking a certificate from the register", () => {
  const cancel = (
    state: Certificate,
    ground: "expired" | "revoked" | "holder-died" | "holder-ended" | "withdrawn",
    document = aPaper,
  ) => certificate.decide(state, { type: "cancel", ground, document }, on("2027-01-05", theIssuer));
  const expired = () => told(certificate, aCertificate(), passTime, "2027-01-01");

  test("for a ground the article names, where that ground is there", () => {
    expect(isRejection(cancel(expired(), "expired"))).toBe(false);
    expect(refusalOf(cancel(aCertificate(), "expired"))).toMatchObject({
      code: "permits.cancellation-without-ground",
      details: { rule: "XK-70" },
    });
    expect(isRejection(cancel(aCertificate(), "holder-died"))).toBe(false);
    expect(refusalOf(cancel(aCertificate(), "holder-ended")).code).toBe("permits.cancellation-without-ground");
    const firm = { kind: "organisation", name: "某公司", idNumber: "11532302YY00010120" } as const;
    expect(isRejection(cancel(aCertificate({ holder: firm }), "holder-ended"))).toBe(false);
    expect(refusalOf(cancel(aCertificate({ holder: firm }), "holder-died")).code).toBe(
      "permits.cancellation-without-ground",
    );
  });

  test("cancelled it stays: nothing moves it", () => {
    const done = told(certificate, expired(), { type: "cancel", ground: "expired" }, "2027-01-05", theIssuer);
    expect(done).toMatchObject({ status: "cancelled", ground: "expired", cancelledOn: "2027-01-05" });
    expect(certificate.listed?.(done, "C")).not.toHaveProperty("byDomain");
    expect(refusalOf(cancel(done, "withdrawn")).ground).toBe("state");
  });
});

describe("suspension", () => {
  const suspend = { type: "suspend", document: aPaper, until: "2026-06-30" } as const;
  test("lasts through its last day and ends by itself; without an end until it is given back", () => {
    const state = aCertificate({}, [suspend, "2026-05-10"]);
    expect(state).toMatchObject({ status: "suspended", suspension: { from: "2026-05-10", until: "2026-06-30" } });
    expect(certificate.nextDeadline?.(state)).toBe(startOfDay("2026-07-01"));
    expect(types(state, passTime, "2026-06-30")).toEqual([]);
    expect(types(state, passTime, "2026-07-01")).toEqual(["resumed"]);
    const back = told(certificate, state, { type: "resume" }, "2026-06-01", theApprover);
    expect(back.status).toBe("valid");
    expect(back).not.toHaveProperty("suspension");
  });
});

const proposed = [aProposal(), "2026-05-04"] as const;
const suspending = { type: "suspend", document: aPaper } as const;
const revoking = { type: "revoke", heard: heardOn("2026-05-10"), publicHarm: noHarm } as const;
const cancelling = { type: "cancel", ground: "withdrawn", document: aPaper } as const;
/** One proposal is made at a time. */
const before = (verb: string) => (verb === "propose-revocation" ? [] : [proposed]);
/** A renewal is followed where one is filed; one filed late does not renew by itself. */
const filed = (verb: string) => (verb === "follow-renewal" ? [file("2026-12-30", "A")] : []);
const ended = "it has ended: no renewal is filed, and it stays as it ended";

walkStates("a certificate's moves", {
  decider: certificate,
  moves,
  impossible: "permits.certificate-not-in-this-state",
  silent: {
    "expired × file-renewal": ended,
    "revoked × file-renewal": ended,
    "cancelled × file-renewal": ended,
    "revoked × replace": ended,
    "cancelled × replace": ended,
  },
  states: {
    "drawn-up": (verb) =>
      verb === "drop-revocation" || verb === "revoke"
        ? told(certificate, drawn(), aProposal(), "2026-05-04", theApprover)
        : drawn(),
    valid: (verb) => aCertificate({}, ...before(verb), ...filed(verb)),
    suspended: (verb) =>
      aCertificate({}, ...before(verb), ...filed(verb), [{ ...suspending, until: "2026-06-30" }, "2026-05-05"]),
    expired: (verb) => told(certificate, aCertificate({}, ...filed(verb)), passTime, "2027-01-01"),
    revoked: (verb) => aCertificate({}, proposed, ...filed(verb), [revoking, "2026-05-10"]),
    cancelled: (verb) => aCertificate({}, ...filed(verb), [cancelling, "2026-05-10"]),
  },
  told: {
    issue: { type: "issue" },
    suspend: suspending,
    resume: { type: "resume" },
    "propose-revocation": aProposal(),
    "drop-revocation": { type: "drop-revocation", reasons: "无" },
    revoke: revoking,
    cancel: cancelling,
    "file-renewal": { type: "file-renewal", application: "A", filedOn: "2026-05-10" },
    "follow-renewal": { type: "follow-renewal", application: "A", news: "complete" },
    replace: { type: "replace", by: "B", kind: "change" },
    "pass-time": passTime,
  },
  toldIn: { "revoked × cancel": { ...cancelling, ground: "revoked" } },
  context: (verb, status) => {
    if (verb === "pass-time") return on(status === "suspended" ? "2026-07-01" : "2027-01-01", theApprover);
    return on("2026-05-10", verb === "issue" ? theIssuer : { ...theApprover, sub: "approver-2" });
  },
});
