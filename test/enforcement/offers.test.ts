import { describe, expect, test } from "vitest";
import { fine } from "../../services/enforcement/payment/domain/decider.ts";
import { enforcement } from "../../services/enforcement/service.ts";
import { delivery } from "../../services/enforcement/service-of-papers/domain/decider.ts";
import type { Actor } from "../../shared/decider/index.ts";
import { theatre } from "../support/cast.ts";
import { claimsFor } from "../support/claims.ts";
import { aCaseTown, aCharge, aDecision, aHeavyCharge, theCase, theParty, theProceeding } from "./case-town.ts";
import {
  anAct,
  officer1,
  officer2,
  officer3,
  theChief,
  theClerk,
  theHead,
  theSquadLeader,
} from "./cases/case-builders.ts";
import { sha, theChair, theRecorder } from "./hearings/builders.ts";
import { following } from "./payment/builders.ts";

type Town = Awaited<ReturnType<typeof aCaseTown>>;

const stranger: Actor = { sub: "resident-8", name: "路人", roles: ["resident"], party: "F123456789ABCDEF01234567" };
/** An officer of the case who is its party. */
const kin: Actor = { ...officer2, party: theParty.party ?? "" };
const both: Actor = { ...officer1, roles: ["officer", "approver"] };
const accountant: Actor = { sub: "accountant-1", name: "会计", roles: ["accountant"], office: "finance" };
const supervisor: Actor = { sub: "supervisor-1", name: "督查", roles: ["supervisor"], office: "party-government" };
const cast = [
  ...[officer1, officer2, officer3, theSquadLeader, theHead, theChief, theChair, theRecorder, theParty],
  ...[stranger, kin, both, accountant, supervisor, { ...theClerk, sub: "clerk-2" }],
].map(claimsFor);

const { live, found, lived } = theatre(enforcement, cast, {
  open: () => aCaseTown(),
  tell: (town, by, path, body) => town.post(by, path, body),
});

const cases = "/enforcement/cases";
const proceedings = "/enforcement/proceedings";
const deliveries = "/enforcement/deliveries";
const fines = "/enforcement/fines";
const reasons = "情况属实";
/** What another body would do: an officer asks for himself alone, and the head is judged by the chief. */
const ofCases = [409, "ask-recusal 403", "decide-recusal 403"] as const;
/** A head ends a proceeding on another ground than its officers. */
const ofProceedings = [409, "end 403"] as const;
/** The proceeding refuses its own party in the same commit; a view asks the delivery alone. */
const ways = ["deliver-by-hand", "leave", "deliver-by-mail", "entrust", "deliver-electronically"] as const;
const ofDeliveries = [409, ...ways.map((way) => `${way} 403` as const)] as const;
const party = {
  ...{ id: "P2", kind: "organisation", role: "principal", name: "某商行", idNumber: "91530000MA6K0000XX" },
  ...{ phone: "13812345678", address: "某街3号" },
};
const { by: _by, ...act } = { ...anAct(), by: ["P1"] };
const anotherAct = { ...act, by: ["P1"] };

const of =
  (prepare: (town: Town) => Promise<unknown>, id = theCase) =>
  async (town: Town) => {
    await prepare(town);
    return id;
  };
const sending =
  (prepare: (town: Town) => Promise<unknown>, kind: "notice" | "decision" = "notice") =>
  async (town: Town) => {
    await prepare(town);
    return town.send(kind);
  };

describe("A3: an open offer works, a blocked or missing one does not, for each person and state", () => {
  test("a case: put right, filed, its people and parties change, suspended, ended and taken up again", async () => {
    await live(
      of((town) => town.propose()),
      cases,
      [
        ["correct", officer1, { acts: [anotherAct], reasons }],
        ["approve", theHead],
        ["add-act", officer1, { act: anotherAct, reasons }],
        ["add-party", officer1, { party, acts: ["A1"], reasons }],
        [
          "succeed-party",
          officer1,
          { party: "P2", ground: "renamed", name: "某公司", idNumber: party.idNumber, document: "变更1号" },
        ],
        ["ask-recusal", theParty, { person: "officer-2", ground: "relative", reasons }],
        ["decide-recusal", theHead, { person: "officer-2", recused: true, earlierActsStand: true, reasons }],
        ["change-officers", theSquadLeader, { investigators: ["officer-1", "officer-3"], reasons }],
        ["report", officer1, { sha256: sha, complex: false, suspectedCrime: false, summary: "查清" }],
        ["note-paper", officer1, { paper: { kind: "filing-approval", reference: "卷1" } }],
        ["suspend", theHead, { ground: "court", reasons }],
        ["resume", theHead, { reasons }],
        ["transfer-organ", theHead, { organ: "县市场监督管理局", letter: "移1号", reasons }],
        ["return-from-organ", officer1, { on: "2026-09-01", document: "退1号" }],
        ["stop", theHead, { ground: "no-breach", reasons }],
        ["close", theHead, { report: sha }],
        ["reopen", theHead, { ground: "ended-wrongly", document: "复核1号", reasons }],
        ["withdraw", theHead, { ground: "filed-wrongly", reasons }],
      ],
      ofCases,
    );
    await live(
      of((town) => town.propose()),
      cases,
      [["dismiss", theHead, { ground: "no-breach", reasons }]],
      ofCases,
    );
  });

  test("a case goes to the police and back", () =>
    live(
      of((town) => town.file()),
      cases,
      [
        ["propose-transfer", officer1, { team: ["officer-1", "legal-reviewer-1"], report: sha, reasons }],
        ["decide-transfer", theChief, { approved: true, reasons }],
        ["transfer-police", officer1, { organ: "禄丰市公安局", letter: "移1号", goodsList: "无", testReports: [] }],
        ["police-answer", officer1, { filed: true, on: "2026-09-01", document: "答1号" }],
        ["hand-goods-to-police", officer1, { on: "2026-09-01", receipt: "收1号" }],
        ["return-from-police", officer1, { on: "2026-09-01", document: "退1号" }],
      ],
      ofCases,
    ));

  test("a proceeding: charged, noticed, defended, reviewed, decided, performed and ended", async () => {
    const inEffect = of((town) => town.punish(), theProceeding);
    await live(
      of((town) => town.open(), theProceeding),
      proceedings,
      [
        ["charge", officer1, { charges: [aCharge] }],
        ["countersign", officer2],
        ["notify", officer1],
        ["issue-notice", officer2],
      ],
      ofProceedings,
    );
    const served = of(async (town) => {
      await town.notify();
      await town.serve("notice", "2026-09-01");
    }, theProceeding);
    await live(
      served,
      proceedings,
      [
        ["state-defence", theParty, { points: ["没有违法"] }],
        ["review-defence", officer1, { answers: [{ statement: "S1", point: 0, taken: false, reasons }] }],
        ["ask-counsel", officer1, { counsel: "counsel-1" }],
        ["note-counsel", officer1, { opinion: sha }],
        ["legal-review", theChair, { conclusion: "agreed", opinion: "同意" }],
        ["waive", theParty, { rights: ["defence"] }],
        ["decide", theHead, aDecision],
      ],
      ofProceedings,
    );
    await live(served, proceedings, [["stop", theHead, { ground: "no-breach", reasons }]], ofProceedings);
    await live(
      inEffect,
      proceedings,
      [
        [
          "note-remedy",
          theChief,
          { kind: "review", document: { number: "复议1号", date: "2026-09-10" }, filedOn: "2026-09-10" },
        ],
        [
          "note-answer-asked",
          theChief,
          {
            ...{ remedy: "R1", procedure: "ordinary", admittedOn: "2026-09-10", receivedOn: "2026-09-10" },
            document: { number: "答复通知1号", date: "2026-09-10" },
          },
        ],
        ["answer-review", theChief, { remedy: "R1", answer: sha, evidence: ["E1"] }],
        [
          "end-remedy",
          theHead,
          { remedy: "R1", effect: "upheld", document: { number: "复议2号", date: "2026-09-10" } },
        ],
        ["succeed", officer1, { how: "renamed", name: "欧阳娜", document: { number: "更名1号", date: "2026-09-10" } }],
        ["perform", officer1, { performed: { what: "order", on: "2026-09-10" }, proof: sha }],
        ["perform", officer1, { performed: { what: "fine", on: "2026-09-10" }, proof: sha }],
        ["end", officer1, { ground: "performed" }],
      ],
      ofProceedings,
    );
    await live(
      inEffect,
      proceedings,
      [
        [
          "overturn",
          theHead,
          { how: "revoked", by: "own", document: { number: "撤1号", date: "2026-09-10" }, reasons, anew: true },
        ],
      ],
      ofProceedings,
    );
    const revoked = of(async (town) => {
      await town.punish();
      const document = { number: "撤1号", date: "2026-09-10" };
      const overturn = { how: "revoked", by: "own", document, reasons, anew: true };
      await town.done(theHead, `${proceedings}/${theProceeding}/overturn`, overturn);
      await town.done(theHead, `${cases}/${theCase}/reopen`, { ground: "overturned", document: "撤1号", reasons });
    }, theProceeding);
    await live(revoked, proceedings, [["begin-anew", theHead]], ofProceedings);
  });

  test("a paper reaches the party, way by way", async () => {
    const notified = (town: Town) => town.notify();
    const begun = sending(notified);
    const by = (verb: string, body: object) => live(begun, deliveries, [[verb, officer1, body]], ofDeliveries);
    const common = { on: "2026-09-01", proof: sha };
    await by("deliver-by-hand", { ...common, to: "self", signedBy: "欧阳娜娜" });
    await by("leave", { ...common, reasons: "拒绝签收", witness: "李主任", recording: sha });
    await by("deliver-by-mail", { ...common, tracking: "EMS1234", signedBy: "欧阳娜娜" });
    await by("entrust", { ...common, organ: "县市场监督管理局" });
    await by("abandon", { reasons });
    await live(
      begun,
      deliveries,
      [
        ["note-failure", officer1, { way: "handed-over", on: "2026-09-01", reasons: "无人" }],
        ["note-failure", officer1, { way: "mail", on: "2026-09-01", reasons: "退回" }],
        ["publish-notice", officer1, { where: "镇政府公告栏", because: "all-else-failed", reasons, proof: sha }],
      ],
      ofDeliveries,
    );
    const agreed = sending(async (town) => {
      await town.notify();
      await town.done(officer1, "/enforcement/address-confirmations", {
        ...{ proceeding: theProceeding, address: "某村2号", signed: sha },
        electronic: { system: "云南政务", account: "13812345678" },
      });
    });
    await live(
      agreed,
      deliveries,
      [
        ["deliver-electronically", officer1, common],
        ["ask-copy", theParty],
        ["give-copy", officer1, { proof: sha }],
      ],
      ofDeliveries,
    );
  });

  test("a fine: put off, demanded, disputed, brought to the court, paused, ended", async () => {
    const owed = of((town) => town.punish(), theProceeding);
    await live(
      owed,
      fines,
      [
        [
          "ask-deferral",
          theParty,
          { kind: "deferral", plan: [{ amountFen: 100_000, due: "2026-10-20" }], reasons: "经济困难" },
        ],
        ["decide-deferral", theHead, { approved: true, reasons }],
        ["note-payment", accountant, { amountFen: 100_000, on: "2026-09-10", receipt: "R-1" }],
      ],
      [409],
    );
    const overdue = of(async (town) => {
      await town.open();
      const about = { case: theCase, proceeding: theProceeding };
      await town.lay(fine, theProceeding, { ...following(about) });
      const paper = { kind: "demand" as const, number: "广通催〔2026〕1号", issuedOn: "2026-09-01" };
      const from = { case: theCase, party: { kind: "citizen" as const }, handlers: [officer1.sub] };
      await town.lay(delivery, "DEMAND-1", { type: "send", proceeding: theProceeding, paper, of: from });
      const taken = { on: "2026-09-01", to: "self" as const, signedBy: "当事人", proof: sha };
      await town.lay(delivery, "DEMAND-1", { type: "deliver-by-hand", ...taken });
    }, theProceeding);
    await live(
      overdue,
      fines,
      [
        ["demand", officer1, { payee: "广通镇财政所", account: "6228 0000" }],
        ["note-demand-service", officer1, { delivery: "DEMAND-1" }],
        ["state-opinion", theParty, { text: "请求减免" }],
        ["hear-opinion", officer1, { adopted: false, reasons }],
        ["waive-surcharge", theHead, { putRight: "已恢复原状" }],
        ["day", "2026-09-20"],
        ["apply-to-court", theHead, { factsAndBasis: "事实和依据", object: "银行存款" }],
        ["court-answered", officer1, { accepted: true, on: "2026-09-20" }],
        ["court-ruled", officer1, { enforce: true, on: "2026-09-20" }],
        ["pause", theHead, { ground: "unable-to-pay", reasons }],
        ["resume", theHead, { reasons }],
        ["end", theHead, { ground: "object-gone", reasons }],
      ],
      [409],
    );
  });

  test("a hearing: planned, told, its chair asked to stand back, postponed, dropped or called off", async () => {
    const asked = async (town: Town) => {
      await town.notify(aHeavyCharge);
      await town.serve("notice", "2026-09-01");
      await town.done(theParty, `${proceedings}/${theProceeding}/request-hearing`);
      await town.settle();
      const { body } = await town.get(theHead, "/enforcement/hearings", { case: theCase });
      return String(Reflect.get(Array.isArray(body.items) ? Object(body.items[0]) : {}, "id"));
    };
    const plan = { on: "2026-09-15", at: "09:00", place: "二楼会议室", chair: theChair.sub, recorder: theRecorder.sub };
    const told = { party: "P1", on: "2026-09-01", how: "direct", proof: sha };
    await live(
      asked,
      "/enforcement/hearings",
      [
        ["schedule", theHead, plan],
        ["note-told", officer1, told],
        ["ask-recusal", theParty, { ground: "relative", reasons }],
        ["decide-recusal", theHead, { recused: false, reasons }],
        ["postpone", theHead, { on: "2026-09-17", at: "10:00", ground: "force-majeure", reasons }],
        ["withdraw", theParty, { party: "P1" }],
      ],
      [409],
    );
    const afterwards = (path: string) => async (town: Town) => {
      const id = await asked(town);
      await town.done(theHead, `${path}/stop`, { ground: "no-breach", reasons });
      return id;
    };
    const dropped = afterwards(`${proceedings}/${theProceeding}`);
    await live(dropped, "/enforcement/hearings", [["drop", theHead, { party: "P1", reasons }]], [409]);
    const ended = afterwards(`${cases}/${theCase}`);
    await live(ended, "/enforcement/hearings", [["call-off", theHead, { reasons }]], [409]);
  });

  test("all of it was tried, and steps that were offered were taken", () => {
    expect(found.tried).toBeGreaterThan(500);
    expect(lived().filter((step) => !found.taken.has(step))).toEqual([]);
  });
});
