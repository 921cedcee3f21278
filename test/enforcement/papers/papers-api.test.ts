import { beforeEach, describe, expect, test } from "vitest";
import { penaltyCase } from "../../../services/enforcement/cases/domain/case/decider.ts";
import type { CaseCommand } from "../../../services/enforcement/cases/domain/case/messages.ts";
import { knownOfficer, knownPower } from "../../../services/enforcement/common/domain/known-power.ts";
import { printedPaper } from "../../../services/enforcement/papers/domain/paper.ts";
import { listedPenalty } from "../../../services/enforcement/penalty-list/domain/listed-penalty.ts";
import { enforcement } from "../../../services/enforcement/service.ts";
import { startOfDay } from "../../../shared/calendar/index.ts";
import type { Actor, Decider, DomainEvent } from "../../../shared/decider/index.ts";
import { contextFor } from "../../../shared/service/index.ts";
import { type StoredEvent, sha256 } from "../../../shared/store/index.ts";
import { claimsFor } from "../../support/claims.ts";
import { talkTo } from "../../support/http.ts";
import { partyId } from "../../support/keyed.ts";
import { linksLead } from "../../support/offers.ts";
import { deliverAllOf, overheard } from "../../support/reacting.ts";
import { aRuntime, type TestRuntime } from "../../support/tally-town.ts";
import {
  anAct,
  aParty,
  approving,
  aVendor,
  filedOn,
  officer1,
  officer2,
  officer3,
  proposing,
  someEvidence,
  theChief,
  theHead,
} from "../cases/case-builders.ts";
import { aPenalty, aPower } from "../cases/proceeding/builders.ts";
import { certified } from "../common/builders.ts";

const code = "PN-150";
const sha = "a".repeat(64);
const keys = { P1: "0123456789ABCDEF01234567", P2: "76543210FEDCBA9876543210" } as const;
const party1: Actor = { ...aVendor, party: keys.P1 };
const party2: Actor = { ...aVendor, sub: "resident-7", party: keys.P2 };
const stranger: Actor = { ...aVendor, sub: "resident-6", party: "F".repeat(24) };
const theArchivist: Actor = { sub: "archivist-1", name: "档案员", roles: ["archivist"], office: "party-government" };
const theSupervisor: Actor = { ...theArchivist, sub: "supervisor-1", name: "督查", roles: ["supervisor"] };
const second = "张三丰";

let runtime: TestRuntime;
let heard: StoredEvent[];
let ask: ReturnType<typeof talkTo>;
let serial = 0;

async function lay<S, C, E extends DomainEvent>(of: Decider<S, C, E>, id: string, command: C, actor = officer1) {
  serial += 1;
  const outcome = await runtime.store.execute({
    ...{ decider: of, id, command, expects: "either" as const, commandId: `lay-${serial}`, bodyDigest: "x" },
    context: contextFor(runtime, actor),
  });
  if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
}
const post = (path: string, body: object, actor: Actor) =>
  ask({ method: "POST", path: `/enforcement${path}`, body: JSON.stringify(body), claims: claimsFor(actor) });
const get = (path: string, actor?: Actor, query: Record<string, string> = {}) =>
  ask({ path: `/enforcement${path}`, query, ...(actor === undefined ? {} : { claims: claimsFor(actor) }) });
const toCase = (command: CaseCommand, actor: Actor = officer1) => lay(penaltyCase, "CASE1", command, actor);
/** The service hears of all that it has committed, each event twice. */
const settle = (times = 2) => deliverAllOf(heard, enforcement, enforcement.subscriptions, runtime, { times });
/** A page as its reader sees it: on its way it is base64. */
const pageIn = ({ body }: { body: Readonly<Record<string, unknown>> }) =>
  Buffer.from(String(body.text), "base64").toString();
const rowsOf = async (actor: Actor, query: Record<string, string> = {}) => {
  const { status, body } = await get("/cases/CASE1/papers", actor, query);
  expect(status).toBe(200);
  const items: readonly { id: string; kind: string; number: string; party?: string }[] = JSON.parse(
    JSON.stringify(body.items),
  );
  return items;
};
async function idOf(kind: string, party?: string): Promise<string> {
  const rows = await rowsOf(officer1, { kind });
  const found = rows.find((one) => party === undefined || one.party === party);
  if (found === undefined) throw new Error(`no ${kind} of ${party ?? "the case"}`);
  return found.id;
}

const charge = {
  ...{ act: "A1", code, competing: [], kinds: ["罚款"] },
  facts: [{ text: `与${second}共同经营`, evidence: ["E1"] }],
  circumstances: {
    ...{ slight: false, harm: "slight", corrected: false, faultless: false, serious: false, orderUnmet: false },
    grounds: [],
  },
  fine: { amountFen: 100_000, tier: "一般", grounds: [] },
  order: { text: "立即停止" },
};

beforeEach(async () => {
  heard = [];
  runtime = aRuntime({ table: overheard("town-enforcement", heard) });
  ask = talkTo(enforcement, runtime);
  runtime.setClock(startOfDay(filedOn));
  for (const sub of ["officer-1", "officer-2", "officer-3"]) {
    const change = certified({ domains: ["trade", "tourism"] });
    const certificate = `云E5323${sub.replace(/\D/g, "")}`;
    await lay(knownOfficer, certificate, { type: "learn", sequence: 1, certificate, sub, change });
  }
  await lay(knownPower, code, { type: "learn", sequence: 1, code, news: { townRole: "decides", domain: "trade" } });
  const [change] = aPower({ code }).changes;
  if (change === undefined) throw new Error("no handover");
  await lay(knownPower, code, { type: "learn", sequence: 2, code, news: { change } });
  await lay(listedPenalty, code, { type: "list", content: aPenalty({ code }) });
  const parties = [
    aParty({ key: keys.P1 }),
    aParty({
      id: "P2",
      key: keys.P2,
      name: second,
      bornOn: "1900-01-01",
      idNumber: "110101190001010014",
      phone: "13800001234",
    }),
  ];
  await toCase(proposing({ acts: [anAct({ by: ["P1", "P2"] })], parties }));
  await toCase(approving(), theHead);
  await toCase({ type: "note-evidence", evidence: someEvidence() });
  await toCase({ type: "note-file", sha256: sha });
});

async function toldOf(party: "P1" | "P2") {
  const at = `/proceedings/CASE1:${party}`;
  expect(await post("/proceedings", { case: "CASE1", party }, officer1)).toMatchObject({ status: 201 });
  for (const [verb, body, actor] of [
    ["charge", { charges: [charge] }, officer1],
    ["countersign", {}, officer2],
    ["notify", {}, officer1],
    ["issue-notice", {}, officer2],
  ] as const)
    expect(await post(`${at}/${verb}`, body, actor)).toMatchObject({ status: 200 });
}
const reported = () => {
  const { officers } = proposing();
  return toCase({ type: "report", sha256: sha, complex: false, suspectedCrime: false, summary: "查清", officers });
};

describe("papers over HTTP", () => {
  test("CF-54, CF-44: each event has its papers once, however often it is delivered", async () => {
    await reported();
    await toldOf("P1");
    await toldOf("P2");
    expect(await settle()).toEqual([]);
    const rows = await rowsOf(officer1);
    expect(rows.map(({ kind, party }) => [kind, party])).toEqual([
      ["filing-approval", undefined],
      ["evidence-list", undefined],
      ["investigation-report", undefined],
      ["prior-notice", "P1"],
      ["prior-notice", "P2"],
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(await rowsOf(officer1, { kind: "prior-notice", party: "P2" })).toMatchObject([
      { number: "广通罚告〔2026〕2号" },
    ]);
  });

  test("a number is spent only where there is a paper, and once", async () => {
    const series = "enforcement-suspension/2026";
    await reported();
    await settle();
    expect(await runtime.store.lastNumber(series)).toBe(0);
    await toCase({ type: "suspend", ground: "court", reasons: "待判决" }, theHead);
    await settle(3);
    expect(await runtime.store.lastNumber(series)).toBe(1);
    const [paper] = await rowsOf(officer1, { kind: "suspension-decision" });
    expect(paper).toMatchObject({ number: "广通中止〔2026〕1号" });
  });

  test("CF-29a: a party lists and reads the papers that go to him, and nothing of another's", async () => {
    await reported();
    await toldOf("P1");
    await toldOf("P2");
    await settle();
    expect((await rowsOf(party1)).map(({ kind, party }) => [kind, party])).toEqual([["prior-notice", "P1"]]);
    const [own, others, ofFile] = [
      await idOf("prior-notice", "P1"),
      await idOf("prior-notice", "P2"),
      await idOf("filing-approval"),
    ];
    const page = await get(`/papers/${own}/html`, party1);
    expect(page.status).toBe(200);
    expect(pageIn(page)).toContain("欧阳娜娜");
    expect(pageIn(page)).not.toContain(second);
    for (const id of [others, ofFile])
      for (const path of ["", "/html", "/pdf", "/history"])
        expect(await get(`/papers/${id}${path}`, party1)).toMatchObject({ status: 404 });
    for (const path of ["/cases/CASE1/papers", `/papers/${own}`, `/papers/${own}/html`, `/papers/${own}/pdf`])
      expect(await get(path, stranger)).toMatchObject({ status: 404 });
    expect(await get(`/papers/${own}/masked`, party1)).toMatchObject({ status: 403 });
    expect(await get(`/papers/${others}/html`, party2)).toMatchObject({ status: 200 });
  });

  test("P-1, P-15: the officers read in full, on record; the supervisor a masked copy; an officer of no part finds nothing", async () => {
    await settle();
    const id = await idOf("filing-approval");
    const full = await get(`/papers/${id}/html`, officer1);
    expect(pageIn(full)).toContain("11010519491231002X");
    expect(await get(`/papers/${id}/html`, theArchivist)).toMatchObject({ status: 200 });
    for (const path of ["", "/html", "/pdf", "/masked"])
      expect(await get(`/papers/${id}${path}`, officer3)).toMatchObject({ status: 404 });
    expect(await get(`/papers/${id}/html`, theSupervisor)).toMatchObject({ status: 404 });
    const masked = await get(`/papers/${id}/masked`, theSupervisor);
    expect(masked.status).toBe(200);
    for (const secret of ["欧阳娜娜", "11010519491231002X", "13812345678", second])
      expect(pageIn(masked)).not.toContain(secret);
    const { body } = await get(`/papers/${id}/history`, theSupervisor);
    const readings = JSON.parse(JSON.stringify(body.events)).filter(
      ({ type }: { type: string }) => type === "enforcement.paper.disclosed",
    );
    expect(readings).toMatchObject([
      { actor: "officer-1", reason: "依职责办理、送达或者归档" },
      { actor: "archivist-1" },
    ]);
  });

  test("CF-64(5): who represents a party reads the papers that go to him, while he acts, and no longer as staff", async () => {
    await reported();
    await toldOf("P1");
    await toldOf("P2");
    const idNumber = "53233119900101001X";
    const agent: Actor = { sub: "resident-8", name: "李律师", roles: ["resident"], party: partyId(idNumber) };
    const appointed = { name: "李律师", kind: "lawyer", idNumber, extent: "general", proof: sha };
    expect(await get("/cases/CASE1/papers", agent)).toMatchObject({ status: 404 });
    expect(await post("/proceedings/CASE1:P1/appoint-agent", appointed, party1)).toMatchObject({ status: 200 });
    await settle();
    expect((await rowsOf(agent)).map(({ kind, party }) => [kind, party])).toEqual([["prior-notice", "P1"]]);
    const own = await idOf("prior-notice", "P1");
    expect(await get(`/papers/${own}/html`, agent)).toMatchObject({ status: 200 });
    expect(await get(`/papers/${await idOf("prior-notice", "P2")}/html`, agent)).toMatchObject({ status: 404 });
    const asStaff: Actor = { ...theSupervisor, party: partyId(idNumber) };
    expect((await rowsOf(asStaff)).map(({ party }) => party)).toEqual(["P1"]);
    expect(await post("/proceedings/CASE1:P1/end-agent", { agent: "R1" }, party1)).toMatchObject({ status: 200 });
    for (const actor of [agent, asStaff])
      expect(await get("/cases/CASE1/papers", actor)).toMatchObject({ status: 404 });
  });

  test("a recused officer reads no paper any more", async () => {
    await settle();
    const id = await idOf("filing-approval");
    await toCase({ type: "ask-recusal", person: "officer-2", ground: "relative", reasons: "亲属" }, officer2);
    const command = { type: "decide-recusal", person: "officer-2", recused: true, reasons: "属实" } as const;
    await toCase({ ...command, earlierActsStand: true }, theHead);
    expect(await get(`/papers/${id}/html`, officer2)).toMatchObject({ status: 404 });
    expect(await get("/cases/CASE1/papers", officer2)).toMatchObject({ status: 404 });
  });

  test("the PDF is drawn once, and each reader gets the same bytes; a file that was altered is not handed out", async () => {
    await settle();
    const id = await idOf("filing-approval");
    const pdfOf = async (actor: Actor) => {
      const answer = await get(`/papers/${id}/pdf`, actor);
      expect(answer.status).toBe(200);
      return answer.headers.etag;
    };
    const [first, again] = [await pdfOf(officer1), await pdfOf(theChief)];
    expect(again).toBe(first);
    const { state } = (await runtime.store.load(printedPaper, id)) ?? {};
    if (state?.status !== "drawn-up" || state.pdf === undefined) throw new Error("not printed");
    expect(first).toBe(`"${state.pdf.sha256}"`);
    const bytes = await runtime.files.get(state.html.key);
    expect(bytes === undefined ? "" : sha256(bytes)).toBe(state.html.sha256);
    runtime.files.get = async () => new Uint8Array([1, 2, 3]);
    expect(await get(`/papers/${id}/html`, officer1)).toMatchObject({ status: 503 });
    expect(runtime.observability.counted.DocumentsDamaged).toBe(1);
  });

  test("anybody verifies a paper by its id and hash, and learns no name", async () => {
    await reported();
    await toldOf("P1");
    await settle();
    const id = await idOf("prior-notice", "P1");
    const { state } = (await runtime.store.load(printedPaper, id)) ?? {};
    if (state?.status !== "drawn-up") throw new Error("not drawn up");
    const found = await get(`/papers/${id}/verify`, undefined, { sha256: state.html.sha256 });
    expect(found.body).toMatchObject({ genuine: true, number: "广通罚告〔2026〕1号", matches: true });
    expect(JSON.stringify(found.body)).not.toContain("欧阳娜娜");
    expect((await get(`/papers/${id}/verify`, undefined, { sha256: sha })).body).toMatchObject({ matches: false });
    expect(await get("/papers/UNKNOWN/verify")).toMatchObject({ status: 404 });
  });

  test("CF-61: a delivery leads to the paper that is printed under its number, and has its own record", async () => {
    await reported();
    await toldOf("P1");
    await settle();
    const sent = await post("/deliveries", { proceeding: "CASE1:P1", paper: { kind: "notice" } }, officer1);
    const links = await linksLead(enforcement, ask, sent.body, claimsFor(officer1));
    expect(links).toContain("paper");
    const rows = await rowsOf(officer1, { number: "广通罚告〔2026〕1号" });
    expect(rows).toMatchObject([{ kind: "prior-notice" }]);
    const taken = { on: filedOn, to: "self", signedBy: "欧阳娜娜", proof: sha };
    expect(await post(`/deliveries/${String(sent.body.id)}/deliver-by-hand`, taken, officer1)).toMatchObject({
      status: 200,
    });
    await settle();
    expect(await rowsOf(officer1, { kind: "delivery-record" })).toMatchObject([
      { number: "广通罚送〔2026〕1号", party: "P1" },
    ]);
    expect(await rowsOf(party1, { kind: "delivery-record" })).toEqual([]);
  });

  test("a paper shows the case as it was at its event, not as it is when the event arrives", async () => {
    await toCase({
      type: "add-party",
      party: aParty({ id: "P3", key: "K3", name: "后来的人" }),
      acts: ["A1"],
      reasons: "查明",
    });
    await settle();
    const page = await get(`/papers/${await idOf("filing-approval")}/html`, officer1);
    expect(pageIn(page)).toContain("欧阳娜娜");
    expect(pageIn(page)).not.toContain("后来的人");
  });

  test("what is published of a paper names nobody", async () => {
    await reported();
    await toldOf("P1");
    const told: string[] = [];
    await deliverAllOf(heard, enforcement, enforcement.subscriptions, runtime, {
      heard: (event) => {
        if (!event.type.startsWith("enforcement.paper.")) return;
        told.push(event.type);
        expect(enforcement.publishes[event.type]?.safeParse(event.data).success).toBe(true);
        for (const secret of ["欧阳娜娜", "11010519491231002X", second])
          expect(JSON.stringify(event)).not.toContain(secret);
      },
    });
    expect(told).toContain("enforcement.paper.drawn-up");
  });
});
