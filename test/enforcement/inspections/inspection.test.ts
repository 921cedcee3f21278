import { describe, expect, test } from "vitest";
import { siteInspection } from "../../../services/enforcement/inspections/domain/visit/decider.ts";
import type { VisitCommand } from "../../../services/enforcement/inspections/domain/visit/messages.ts";
import { mayReadVisit } from "../../../services/enforcement/inspections/domain/visit/visibility.ts";
import { withoutLead } from "../../../services/enforcement/inspections/domain/visit/visit.ts";
import { lead } from "../../../services/enforcement/leads/domain/decider.ts";
import { type Actor, theTownItself } from "../../../shared/decider/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { Living } from "../../support/living.ts";
import { aPower } from "../cases/proceeding/builders.ts";
import { anOfficer, certified, town } from "../common/builders.ts";
import { aTip } from "../leads/builders.ts";
import {
  aBreach,
  aLead,
  anApproved,
  anEntered,
  anItem,
  aPlan,
  approving,
  aSigned,
  certificates,
  entering,
  finding,
  inTownWith,
  known,
  officer1,
  officer2,
  officer3,
  proposing,
  recording,
  scanned,
  start,
  stateWith,
  telling,
  theEnterprise,
  theGridWorker,
  theHead,
  theMayor,
  theSupervisor,
  visitDay,
} from "./builders.ts";

type One = ReturnType<typeof aPlan>;
const codeOf = (one: One, command: VisitCommand, day: string, actor: Actor) =>
  refusalOf(one.tell(command, day, actor)).code;
const proposed = (more: Parameters<typeof proposing>[0] = {}, actor = officer1, day = start) => {
  const decision = new Living(siteInspection).tell(proposing(more), day, actor);
  return "code" in decision ? decision.code : "ok";
};

describe("IN-1: only the office that holds the power inspects", () => {
  test("a grid worker, an officer of another office, a machine: refused; an officer of the office: not", () => {
    expect(proposed({}, theGridWorker)).toBe("enforcement.inspection-not-enforcement");
    expect(proposed({}, { ...officer1, office: "agriculture-centre" })).toBe("enforcement.inspection-not-enforcement");
    expect(proposed({}, theTownItself)).toBe("enforcement.person-decides");
    expect(proposed()).toBe("ok");
  });
  test("grid workers, testers and auxiliaries come along, and never count as one of the two", () => {
    const companions = [{ name: "网格员", as: "grid-worker" as const }];
    expect(proposed({ companions })).toBe("ok");
    expect(proposed({ companions, officers: ["officer-1"] })).toBe("enforcement.two-officers");
    expect(proposed({ officers: ["officer-1", "grid-1"] })).toBe("enforcement.two-officers");
    expect(proposed({ officers: ["officer-1", "officer-1"] })).toBe("enforcement.two-officers");
  });
  test("CF-38: without the power in force, or where the town only passes on, nothing is inspected", () => {
    expect(proposed({ ...known({ powers: [] }) })).toBe("enforcement.power-not-in-force");
    expect(proposed({ ...known({ powers: [aPower({ townRole: "forwards" })] }) })).toBe(
      "enforcement.town-does-not-decide",
    );
  });
  test("CF-42: certified for each domain, on the first day of the period", () => {
    const late = [certificates[0], anOfficer("officer-2", [certified({ until: "2026-03-03" })])].filter(
      (one) => one !== undefined,
    );
    expect(proposed({ ...known({ certificates: late }) })).toBe("enforcement.two-officers");
    const lastDay = [certificates[0], anOfficer("officer-2", [certified({ until: visitDay })])].filter(
      (one) => one !== undefined,
    );
    expect(proposed({ ...known({ certificates: lastDay }) })).toBe("ok");
  });
  test("CF-43: nobody who is the enterprise, or on its list of conflicts", () => {
    const conflicts = [{ sub: "officer-2", certificate: "云E53232", ground: "relative" as const }];
    const near = known({ enterpriseState: stateWith({ conflicts }) });
    expect(proposed({ ...near })).toBe("enforcement.inspection-conflict");
    expect(proposed({ ...near, officers: ["officer-1", "officer-3"] })).toBe("ok");
    expect(proposed({ ...near, officers: ["officer-1", "officer-3"] }, officer2)).toBe(
      "enforcement.inspection-conflict",
    );
    expect(proposed({}, { ...officer1, party: "KEY9" })).toBe("enforcement.inspection-conflict");
  });
  test("an enterprise of the register, in business, at one of its premises", () => {
    expect(proposed({ ...known({ enterpriseState: undefined }) })).toBe("enforcement.enterprise-not-listed");
    expect(proposed({ ...known({ enterpriseState: stateWith({ status: "closed" }) }) })).toBe(
      "enforcement.enterprise-not-listed",
    );
    expect(proposed({ premises: "M2" })).toBe("enforcement.enterprise-place-unknown");
  });
});

describe("IN-2, IN-5: by published items only, and only what has to be seen", () => {
  test("unknown, withdrawn, or on paper: refused", () => {
    expect(proposed({ ...known({ itemStates: [undefined] }) })).toBe("enforcement.inspection-item-unpublished");
    const withdrawn = { ...anItem(), status: "withdrawn" as const };
    expect(proposed({ ...known({ itemStates: [withdrawn] }) })).toBe("enforcement.inspection-item-unpublished");
    const onPaper = known({ itemStates: [anItem({ method: "paper" })] });
    expect(proposed({ ...onPaper })).toBe("enforcement.inspection-not-on-site");
  });
  test("withdrawn between approval and entry: nobody enters", () => {
    const withdrawn = { ...anItem(), status: "withdrawn" as const };
    const at = anApproved().lawfully(scanned, visitDay, officer1);
    expect(codeOf(at, entering(known({ itemStates: [withdrawn] })), visitDay, officer1)).toBe(
      "enforcement.inspection-item-unpublished",
    );
  });
});

describe("IN-4: the period and the occasion", () => {
  test("from today, no longer than the profile says, within one year", () => {
    expect(proposed({ from: "2026-03-01", until: "2026-03-04" })).toBe("enforcement.inspection-period");
    expect(proposed({ from: start, until: "2026-03-31" })).toBe("ok");
    expect(proposed({ from: start, until: "2026-04-01" })).toBe("enforcement.inspection-period");
    expect(proposed({ from: "2026-12-30", until: "2027-01-02" })).toBe("enforcement.inspection-period");
    expect(proposed({ from: visitDay, until: start })).toBe("enforcement.inspection-period");
  });
  const tip = (more: object = {}) => new Living(lead).lawfully({ ...aTip(), ...more }, start, theEnterprise).state;
  const upon = (of: ReturnType<typeof tip> | undefined) =>
    proposed({ occasion: { kind: "lead", ref: "L1" }, lead: of });
  test("a lead passes that is open, of a breach, and about this enterprise or nobody yet", () => {
    expect(upon(undefined)).toBe("enforcement.inspection-lead-unfit");
    expect(upon(tip())).toBe("ok");
    expect(upon(tip({ accused: { name: "某", key: "KEY9" } }))).toBe("ok");
    expect(upon(tip({ accused: { name: "某", key: "KEY8" } }))).toBe("enforcement.inspection-lead-unfit");
    expect(upon(tip({ matter: "conduct" }))).toBe("enforcement.inspection-lead-unfit");
    expect(upon({ ...tip(), status: "dismissed" })).toBe("enforcement.inspection-lead-unfit");
  });
  test("a transfer, data or a request has its document, not of a day to come", () => {
    const by = (date?: string) =>
      proposed({
        occasion: { kind: "transfer", ...(date === undefined ? {} : { document: { title: "转办函", date } }) },
      });
    expect(by()).toBe("enforcement.inspection-occasion");
    expect(by("2026-03-03")).toBe("enforcement.document-dated-later");
    expect(by(start)).toBe("ok");
    expect(proposed({ occasion: { kind: "campaign" } })).toBe("enforcement.inspection-occasion");
  });
  test("it says whether the cap counts it: a routine check does, a lead does not", () => {
    expect(aPlan().state.counted).toBe(true);
    expect(aPlan({ occasion: { kind: "lead", ref: "L1" }, lead: tip() }).state.counted).toBe(false);
  });
});

describe("IN-3: approved by the head beforehand", () => {
  test("not by an officer, not by who proposed it, not by a machine", () => {
    expect(codeOf(aPlan(), approving, start, officer3)).toBe("enforcement.inspection-head-only");
    expect(codeOf(aPlan(), approving, start, theTownItself)).toBe("enforcement.person-decides");
    const own = new Living(siteInspection).lawfully(proposing(), start, theHead);
    expect(codeOf(own, approving, start, theHead)).toBe("enforcement.inspection-own-proposal");
    expect(own.lawfully(approving, start, theMayor).state.status).toBe("approved");
  });
  test("nor by one who is too near, nor by an officer of the visit", () => {
    const conflicts = [{ sub: theHead.sub, certificate: "云", ground: "interest" as const }];
    expect(codeOf(aPlan(), { type: "approve", conflicts }, start, theHead)).toBe("enforcement.inspection-conflict");
    const asOfficer = [...certificates, anOfficer(theHead.sub, [certified()])];
    const his = aPlan({ officers: ["officer-1", theHead.sub], ...known({ certificates: asOfficer }) });
    expect(codeOf(his, approving, start, theHead)).toBe("enforcement.inspection-own-proposal");
  });
  test("the notice has a number, and nobody enters without approval", () => {
    expect(anApproved().state.number?.text.zh).toBe("广通检通〔2026〕1号");
    expect(codeOf(aPlan(), scanned, visitDay, officer1)).toBe("enforcement.inspection-not-approved");
    expect(codeOf(aPlan(), entering(), visitDay, officer1)).toBe("enforcement.inspection-not-approved");
  });
  test("who approved it does not become one of its officers", () => {
    const own = [...certificates, anOfficer(theHead.sub, [certified()])];
    const change = {
      type: "change-officers" as const,
      officers: ["officer-3", theHead.sub],
      certificates: own,
      conflicts: [],
      reasons: "调岗",
    };
    expect(codeOf(anApproved(), change, start, officer1)).toBe("enforcement.inspection-own-proposal");
    const other = { ...change, officers: ["officer-2", "officer-3"] };
    expect(
      anApproved()
        .lawfully(other, start, officer1)
        .state.officers.map(({ sub }) => sub),
    ).toEqual(["officer-2", "officer-3"]);
  });
  test("what was declined or called off is over", () => {
    expect(aPlan().lawfully({ type: "decline", reasons: "可书面核查" }, start, theHead).state.status).toBe(
      "not-approved",
    );
    expect(codeOf(aPlan(), { type: "decline", reasons: "无" }, start, officer2)).toBe(
      "enforcement.inspection-head-only",
    );
    const off = anApproved().lawfully({ type: "call-off", reasons: "企业停产" }, start, officer1);
    expect(codeOf(off, entering(), visitDay, officer1)).toBe("enforcement.inspection-not-in-this-state");
  });
  const urgent = { reasons: "有爆炸危险", toldHead: theHead.sub };
  const transfer = { kind: "transfer" as const, document: { title: "110转警", date: start } };
  test("urgent: reported to the head, upon something reported, never routine", () => {
    expect(proposed({ urgent })).toBe("enforcement.inspection-urgent");
    expect(proposed({ urgent: { ...urgent, toldHead: "officer-3" }, occasion: transfer })).toBe(
      "enforcement.inspection-urgent",
    );
    expect(proposed({ urgent, occasion: transfer })).toBe("ok");
  });
  test("urgent: entered first, approved afterwards; until then no result is told, and the second day is the last", () => {
    const entered = aPlan({ urgent, occasion: transfer })
      .lawfully(scanned, visitDay, officer1)
      .lawfully(entering(), visitDay, officer1);
    expect(entered.state.approveBy?.due).toBe("2026-03-06");
    entered
      .lawfully(recording(), visitDay, officer1)
      .lawfully({ type: "countersign", leads: aLead }, visitDay, officer2);
    expect(codeOf(entered, telling(), visitDay, officer1)).toBe("enforcement.inspection-not-approved");
    expect(entered.letPass("2026-03-07")).toEqual(["2026-03-07"]);
    expect(entered.events.at(-1)).toMatchObject({
      type: "enforcement.site-inspection.overdue",
      data: { what: "approval", due: "2026-03-06" },
    });
    entered.lawfully(approving, "2026-03-09", theHead);
    expect(entered.state).toMatchObject({ status: "signed", approval: { afterwards: true }, late: ["approval"] });
    expect(codeOf(entered, approving, "2026-03-09", theHead)).toBe("enforcement.inspection-approved-already");
    expect(entered.lawfully(telling(), "2026-03-09", officer1).state.status).toBe("told");
  });
});

describe("IN-3, IN-7: entry", () => {
  test("within the period, both days counted", () => {
    expect(codeOf(anApproved().lawfully(scanned, start, officer1), entering(), "2026-03-03", officer1)).toBe(
      "enforcement.inspection-outside-period",
    );
    for (const day of [visitDay, "2026-03-10"])
      expect(anApproved().lawfully(scanned, day, officer1).lawfully(entering(), day, officer1).state.entry?.on).toBe(
        day,
      );
    expect(codeOf(anApproved().lawfully(scanned, start, officer1), entering(), "2026-03-11", officer1)).toBe(
      "enforcement.inspection-outside-period",
    );
  });
  test("by one of the officers, with cards and notice", () => {
    const ready = anApproved().lawfully(scanned, visitDay, officer1);
    expect(codeOf(ready, entering(), visitDay, officer3)).toBe("enforcement.not-a-named-officer");
    for (const shown of [
      { cards: false, notice: true },
      { cards: true, notice: false },
    ])
      expect(codeOf(ready, entering({ shown }), visitDay, officer1)).toBe("enforcement.inspection-not-shown");
  });
  test("a certificate lost, a power recalled, or a conflict since: nobody enters", () => {
    const ready = anApproved().lawfully(scanned, visitDay, officer1);
    const lost = certificates.map((one) =>
      one.sub === "officer-2"
        ? { ...one, changes: [...one.changes, { kind: "withdrawn" as const, from: visitDay }] }
        : one,
    );
    expect(codeOf(ready, entering(known({ certificates: lost })), visitDay, officer1)).toBe("enforcement.two-officers");
    expect(codeOf(ready, entering(known({ powers: [] })), visitDay, officer1)).toBe("enforcement.power-not-in-force");
    const conflicts = [{ sub: "officer-2", certificate: "云", ground: "other" as const }];
    const near = known({ enterpriseState: stateWith({ conflicts }) });
    expect(codeOf(ready, entering(near), visitDay, officer1)).toBe("enforcement.inspection-conflict");
  });
  test("scanned before: the receipt of this enterprise is kept once", () => {
    expect(codeOf(anApproved(), entering(), visitDay, officer1)).toBe("enforcement.inspection-scan-missing");
    const other = { type: "scan" as const, scanned: { ...scanned.scanned, enterprise: "E2" } };
    expect(codeOf(anApproved(), other, visitDay, officer1)).toBe("enforcement.inspection-scan-other");
    expect(codeOf(anApproved(), { type: "scan", scanned: "unknown" }, visitDay, officer1)).toBe(
      "enforcement.inspection-scan-other",
    );
    expect(codeOf(anApproved(), scanned, visitDay, officer3)).toBe("enforcement.not-a-named-officer");
    const one = anApproved().lawfully(scanned, visitDay, officer1);
    expect(one.tell(scanned, visitDay, officer2)).toEqual([]);
    expect(one.state.scan?.receipt?.number).toBe("RQ1");
  });
  test("an emergency is scanned before they leave", () => {
    const withoutScan = { ground: "emergency" as const, reasons: "人员被困" };
    const one = anApproved().lawfully(entering({ withoutScan }), visitDay, officer1);
    expect(codeOf(one, recording(), visitDay, officer1)).toBe("enforcement.inspection-scan-missing");
    expect(one.lawfully(scanned, visitDay, officer1).lawfully(recording(), visitDay, officer1).state.status).toBe(
      "recorded",
    );
  });
  test("with the platform down it is put in within ten days, and flagged on the eleventh", () => {
    expect(codeOf(anApproved(), { type: "scan", scanned: "down" }, visitDay, officer1)).toBe(
      "enforcement.inspection-scan-down",
    );
    const withoutScan = { ground: "down" as const, reasons: "平台无应答" };
    const one = anApproved().lawfully(entering({ withoutScan }), visitDay, officer1);
    one.lawfully(recording({ findings: [finding("minors"), finding("register")] }), visitDay, officer1);
    expect(one.state.scan?.by?.due).toBe("2026-03-14");
    expect(one.letPass("2026-03-14")).toEqual([]);
    expect(one.letPass("2026-03-15")).toEqual(["2026-03-15"]);
    expect(one.state.late).toEqual(["scan"]);
    const inTime = anApproved()
      .lawfully(entering({ withoutScan }), visitDay, officer1)
      .lawfully(scanned, "2026-03-14", officer1);
    expect(inTime.letPass("2026-06-01")).toEqual([]);
  });
  test("a town without a platform asks for none, and says so", () => {
    const know = inTownWith(({ scan: _scan, ...rules }) => rules);
    expect(codeOf(anApproved({}, know), scanned, visitDay, officer1)).toBe("enforcement.inspection-scan-none");
    expect(anApproved({}, know).lawfully(entering(), visitDay, officer1).state).toMatchObject({ status: "entered" });
  });
  test("not held: nobody there, or the enterprise refused; then it is over", () => {
    const refusing = { type: "note-not-held" as const, ground: "refused" as const, reasons: "企业拒绝" };
    expect(codeOf(anApproved(), refusing, visitDay, officer3)).toBe("enforcement.not-a-named-officer");
    expect(anApproved().lawfully(refusing, visitDay, officer1).state.status).toBe("not-held");
  });
  test("a plan that nobody carried out lapses the day after its period", () => {
    expect(anApproved().letPass("2026-03-10")).toEqual([]);
    const one = anApproved();
    expect(one.letPass("2026-03-11")).toEqual(["2026-03-11"]);
    expect(one.state.status).toBe("lapsed");
    expect(codeOf(one, entering(), "2026-03-11", officer1)).toBe("enforcement.inspection-not-in-this-state");
  });
  test("a surprise is not told beforehand, and the enterprise finds nothing until they enter", () => {
    const announcing = { type: "announce" as const, on: start, how: "phone" as const };
    const surprise = anApproved({ manner: "surprise" });
    expect(codeOf(surprise, announcing, start, officer1)).toBe("enforcement.inspection-surprise");
    expect(mayReadVisit(surprise.state, theEnterprise, town)).toBe(false);
    expect(mayReadVisit(anEntered({ manner: "surprise" }).state, theEnterprise, town)).toBe(true);
    expect(mayReadVisit(anApproved().lawfully(announcing, start, officer1).state, theEnterprise, town)).toBe(true);
    expect(mayReadVisit(surprise.state, { ...officer1, party: "KEY9" }, town)).toBe(false);
    expect(mayReadVisit(surprise.state, theSupervisor, town)).toBe(true);
    expect(mayReadVisit(surprise.state, { ...theEnterprise, party: "KEY8" }, town)).toBe(false);
    expect(codeOf(anApproved(), { ...announcing, on: "2026-03-01" }, start, officer1)).toBe(
      "enforcement.inspection-period",
    );
  });
});

describe("IN-3, IN-8: the record", () => {
  const code = (more: Parameters<typeof recording>[0], day = visitDay, actor = officer1) =>
    codeOf(anEntered(), recording(more), day, actor);
  test("each point once, nothing else; a breach with its power and what was seen", () => {
    expect(code({ findings: [aBreach] })).toBe("enforcement.inspection-points");
    expect(code({ findings: [aBreach, aBreach, finding("register")] })).toBe("enforcement.inspection-points");
    expect(code({ findings: [aBreach, finding("register"), finding("strange")] })).toBe(
      "enforcement.inspection-points",
    );
    expect(code({ findings: [finding("minors", { result: "breach", note: "有" }), finding("register")] })).toBe(
      "enforcement.inspection-points",
    );
    expect(code({ findings: [{ ...aBreach, power: "PN-071" }, finding("register")] })).toBe(
      "enforcement.inspection-points",
    );
    expect(code({ findings: [finding("minors", { result: "put-right" }), finding("register")] })).toBe(
      "enforcement.inspection-points",
    );
  });
  test("signed on each page, or a refusal with a witness who is no officer", () => {
    expect(code({ signing: { how: "signed", name: "经营者", signedPages: 1 } })).toBe(
      "enforcement.inspection-record-signing",
    );
    expect(code({ signing: { how: "refused", reasons: "不认可" } })).toBe("enforcement.inspection-record-signing");
    const name = anEntered().state.officers[1]?.name ?? "";
    expect(code({ signing: { how: "refused", reasons: "不认可", witness: name } })).toBe(
      "enforcement.inspection-record-signing",
    );
    const witnessed = recording({ signing: { how: "refused", reasons: "不认可", witness: "邻居张三" } });
    expect(anEntered().lawfully(witnessed, visitDay, officer1).state.status).toBe("recorded");
  });
  test("IN-8: free; on the day of the visit, or with the reason; by one of the officers", () => {
    expect(code({ chargedFen: 1 })).toBe("enforcement.inspection-free");
    expect(code({}, "2026-03-05")).toBe("enforcement.inspection-record-late");
    expect(
      anEntered().lawfully(recording({ lateReasons: "停电" }), "2026-03-05", officer1).state.record?.lateReasons,
    ).toBe("停电");
    expect(code({}, visitDay, officer3)).toBe("enforcement.not-a-named-officer");
  });
  test("CF-42: the other officer signs with his own login; each breach has its lead, and nothing else has", () => {
    const one = anEntered().lawfully(recording(), visitDay, officer1);
    expect(withoutLead(one.state).map(({ at }) => at)).toEqual([0]);
    const signing = (leads = aLead) => ({ type: "countersign" as const, leads });
    expect(codeOf(one, signing(), visitDay, officer1)).toBe("enforcement.own-signature");
    expect(codeOf(one, signing(), visitDay, officer3)).toBe("enforcement.not-a-named-officer");
    expect(codeOf(one, signing([]), visitDay, officer2)).toBe("enforcement.inspection-points");
    expect(withoutLead(one.lawfully(signing(), visitDay, officer2).state)).toEqual([]);
    const minor = aSigned(
      { findings: [finding("minors", { result: "put-right", note: "当场补登" }), finding("register")] },
      [],
    );
    expect(withoutLead(minor.state)).toMatchObject([{ at: 0, finding: { result: "put-right" } }]);
  });
});

describe("IN-3: the result in writing", () => {
  test("numbered, by one of the officers, once; late on the sixth working day", () => {
    expect(codeOf(aSigned(), telling(), visitDay, officer3)).toBe("enforcement.not-a-named-officer");
    const told = aSigned().lawfully(telling(), "2026-03-11", officer1);
    expect(told.state.result?.number.text.zh).toBe("广通检告〔2026〕1号");
    expect(told.events.at(-1)?.data).toEqual({ on: "2026-03-11", how: "by-hand", occasion: "routine", found: true });
    expect(codeOf(told, telling(), "2026-03-11", officer1)).toBe("enforcement.inspection-not-in-this-state");
    expect(aSigned().state.resultBy?.due).toBe("2026-03-11");
    expect(aSigned().letPass("2026-03-11")).toEqual([]);
    expect(aSigned().letPass("2026-03-12")).toEqual(["2026-03-12"]);
  });
  test("a day to put right only where something was found, and after today", () => {
    const clean = aSigned({ findings: [finding("minors"), finding("register")] }, []);
    expect(codeOf(clean, telling({ putRightBy: "2026-03-20" }), visitDay, officer1)).toBe(
      "enforcement.inspection-put-right-by",
    );
    expect(codeOf(aSigned(), telling({ putRightBy: visitDay }), visitDay, officer1)).toBe(
      "enforcement.inspection-put-right-by",
    );
    expect(aSigned().lawfully(telling({ putRightBy: "2026-03-05" }), visitDay, officer1).state.result?.putRightBy).toBe(
      "2026-03-05",
    );
  });
  const again = (more: object = {}): VisitCommand => ({
    type: "re-inspect",
    next: "N1",
    from: "2026-03-20",
    requested: false,
    ...more,
  });
  const told = () => aSigned().lawfully(telling({ putRightBy: "2026-03-20" }), visitDay, officer1);
  test("looked at again from that day on, sooner when the enterprise asks, one at a time", () => {
    expect(codeOf(aSigned().lawfully(telling(), visitDay, officer1), again(), visitDay, officer1)).toBe(
      "enforcement.inspection-put-right-by",
    );
    expect(codeOf(told(), again({ from: "2026-03-19" }), visitDay, officer1)).toBe("enforcement.inspection-too-early");
    expect(told().lawfully(again({ from: "2026-03-19", requested: true }), visitDay, officer1).state.next).toBe("N1");
    const one = told().lawfully(again(), visitDay, officer1);
    expect(codeOf(one, again({ nextStatus: "approved" }), visitDay, officer1)).toBe(
      "enforcement.inspection-same-ground",
    );
    expect(one.lawfully(again({ next: "N2", nextStatus: "lapsed" }), visitDay, officer1).state.next).toBe("N2");
    expect(codeOf(told(), again(), visitDay, theGridWorker)).toBe("enforcement.inspection-not-enforcement");
  });
});

describe("IN-5 综合查一次: plans for one enterprise become one visit", () => {
  const other = () =>
    aPlan({
      items: ["JC-002"],
      ...known({ itemStates: [anItem({ domain: "pollution" })] }),
      officers: ["officer-2", "officer-3"],
    });
  const joining = (target: ReturnType<typeof other>["state"] | undefined): VisitCommand => ({
    type: "join",
    into: "V2",
    target,
  });
  const taking = (source: ReturnType<typeof other>["state"] | undefined): VisitCommand => ({
    type: "take-in",
    from: "V1",
    source,
    certificates,
  });
  test("same premises, not approved yet, counted alike", () => {
    expect(anApproved().lawfully(joining(other().state), start, officer1).state).toMatchObject({
      status: "joined",
      into: "V2",
    });
    for (const target of [
      undefined,
      anApproved().state,
      { ...other().state, enterprise: "E2" },
      { ...other().state, address: "别处" },
      { ...other().state, counted: false },
    ])
      expect(codeOf(aPlan(), joining(target), start, officer1)).toBe("enforcement.inspection-not-joined");
  });
  test("the officers who are certified for all of it hold it", () => {
    const both = other().lawfully(taking(aPlan().state), start, officer1);
    expect(both.state.items.map(({ code }) => code)).toEqual(["JC-002", "JC-001"]);
    expect(both.state.officers.map(({ sub }) => sub)).toEqual(["officer-2", "officer-3", "officer-1"]);
    const few = [anOfficer("officer-1"), anOfficer("officer-2", [certified({ domains: ["trade", "pollution"] })])];
    expect(
      codeOf(other(), { type: "take-in", from: "V1", source: aPlan().state, certificates: few }, start, officer1),
    ).toBe("enforcement.two-officers");
    expect(codeOf(other(), taking(undefined), start, officer1)).toBe("enforcement.inspection-not-joined");
  });
  test("双随机: what was drawn is neither joined nor given other officers, and the head alone calls it off", () => {
    const drawn = () => aPlan({ occasion: { kind: "random", ref: "D1" } });
    expect(codeOf(drawn(), joining(other().state), start, officer1)).toBe("enforcement.inspection-by-draw");
    expect(codeOf(drawn(), taking(aPlan().state), start, officer1)).toBe("enforcement.inspection-by-draw");
    const change = {
      type: "change-officers" as const,
      officers: ["officer-1", "officer-3"],
      certificates,
      conflicts: [],
      reasons: "调整",
    };
    expect(codeOf(drawn(), change, start, officer1)).toBe("enforcement.inspection-by-draw");
    expect(drawn().lawfully({ ...change, drawn: true }, start, officer1).state.officers).toHaveLength(2);
    expect(codeOf(drawn(), { type: "call-off", reasons: "无" }, start, officer1)).toBe(
      "enforcement.inspection-head-only",
    );
    expect(drawn().lawfully({ type: "call-off", reasons: "企业注销" }, start, theHead).state.status).toBe("called-off");
  });
});

test("no published event says who was inspected", () => {
  const one = aSigned().lawfully(telling(), visitDay, officer1);
  const told = one.events.filter(({ type }) => /approved|result-told|overdue/.test(type)).map(({ data }) => data);
  expect(JSON.stringify(told)).not.toMatch(/广通网络|KEY9|人民路|officer|E1/);
});
