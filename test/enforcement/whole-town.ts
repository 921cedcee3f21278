import { createHash } from "node:crypto";
import { expect } from "vitest";
import { loadTownFrom } from "../../infra/towns/load.ts";
import { knownOfficer, knownPower } from "../../services/enforcement/common/domain/known-power.ts";
import { evidenceFileKey } from "../../services/enforcement/files/domain/evidence-file.ts";
import { openingOf } from "../../services/enforcement/opening.ts";
import { enforcement } from "../../services/enforcement/service.ts";
import { startOfDay, toDate } from "../../shared/calendar/index.ts";
import type { Actor, Decider, DomainEvent } from "../../shared/decider/index.ts";
import { citizenCheck } from "../../shared/identity-codes/index.ts";
import type { CloudEvent } from "../../shared/messaging/index.ts";
import { partyKey } from "../../shared/parties/index.ts";
import type { PowerChange } from "../../shared/powers-in-force/index.ts";
import { clockworkFor, contextFor, openingFor } from "../../shared/service/index.ts";
import type { StoredEvent } from "../../shared/store/index.ts";
import { claimsFor } from "../support/claims.ts";
import { talkTo } from "../support/http.ts";
import { keyed } from "../support/keyed.ts";
import { deliverAllOf, overheard } from "../support/reacting.ts";
import { aRuntime, profile } from "../support/tally-town.ts";
import { certified } from "./common/builders.ts";

const office = "enforcement-team";
export const officer = (number: number): Actor => ({
  ...{ sub: `officer-${number}`, name: `执法${number}号`, roles: ["officer"], office },
});
export const head: Actor = { sub: "head-enforcement-team", name: "队长", roles: ["approver"], office };
export const mayor: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };
export const reviewer: Actor = { sub: "legal-reviewer-1", name: "法制审核岗", roles: ["legal-reviewer"] };
export const chair: Actor = { sub: "head-safety-rule-of-law", name: "主持人", roles: ["leader"] };
export const accountant: Actor = {
  sub: "accountant-1",
  name: "会计",
  roles: ["accountant"],
  office: "finance-institute",
};
export const cashier: Actor = { sub: "cashier-1", name: "出纳", roles: ["cashier"], office: "finance-institute" };
export const members = [mayor.sub, head.sub, chair.sub];
export const sha = "a".repeat(64);
export const place = { lng: 101.9, lat: 25.1 };

/** A party with his own login. */
export interface Accused {
  readonly login: Actor;
  readonly party: Readonly<Record<string, unknown>>;
}
/** Of nobody: born in 1901. */
const numbers = ["53230219010203888", "53230219010203001", "53230219010203003"].map((one) => one + citizenCheck(one));
const accused = (at: number, party: Readonly<Record<string, unknown>>, idNumber: string): Accused => ({
  login: { sub: `resident-${at}`, name: "当事人", roles: ["resident"], party: partyKey(keyed, { idNumber }) },
  party: { id: `P${at}`, role: "principal", phone: "13800001111", address: "广通镇某村1号", idNumber, ...party },
});
export const citizen = (at: 1 | 2 | 3, more: object = {}): Accused =>
  accused(at, { kind: "citizen", name: ["杨建国", "李四海", "王五一"][at - 1], ...more }, numbers[at - 1] ?? "");
export const company = (at = 1, more: object = {}): Accused =>
  accused(at, { kind: "organisation", name: "广通网络会所有限公司", ...more }, "91532302MA6K00000X");

type Body = Readonly<Record<string, unknown>>;
export type WholeTown = Awaited<ReturnType<typeof aWholeTown>>;

/**
 * The enforcement service over HTTP with its real list of penalties, its reactions, its clockwork and a clock that is turned; on a
 * table in memory. Two officers are certified in `domains`, and the town has the powers of `codes`.
 */
export async function aWholeTown(
  codes: readonly string[],
  {
    on = "2026-03-02",
    domains = ["tourism"],
    lists = loadTownFrom("guangtong").lists,
    told = (_event: CloudEvent): void => {},
  } = {},
) {
  const heard: StoredEvent[] = [];
  const runtime = aRuntime({ table: overheard("town-enforcement", heard) });
  const ask = talkTo(enforcement, runtime);
  const clockwork = clockworkFor(enforcement, runtime);
  let serial = 0;
  let today = on;
  const clock = (date: string) => {
    today = date;
    runtime.setClock(`${date}T02:00:00.000Z`);
  };
  clock(on);
  await openingFor({ ...enforcement, opening: openingOf }, runtime, {
    ...lists,
    penalties: lists.penalties.filter(({ code }) => codes.includes(code)),
  })();
  const settle = async () => {
    expect(await deliverAllOf(heard, enforcement, enforcement.subscriptions, runtime, { heard: told })).toEqual([]);
  };

  async function lay<S, C, E extends DomainEvent>(of: Decider<S, C, E>, id: string, command: C): Promise<void> {
    serial += 1;
    const outcome = await runtime.store.execute({
      ...{ decider: of, id, command, expects: "either" as const, commandId: `lay-${serial}`, bodyDigest: "x" },
      context: contextFor(runtime, head),
    });
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
  }
  /** The service hears of a power. */
  async function learn(code: string, change: PowerChange, sequence: number) {
    await lay(knownPower, code, { type: "learn", sequence, code, news: { change } });
  }
  const organ = { name: profile.organName, uscc: profile.uscc };
  for (const code of codes) {
    const domain = lists.penalties.find((one) => one.code === code)?.domain ?? "";
    await lay(knownPower, code, { type: "learn", sequence: 1, code, news: { townRole: "decides", domain } });
    await learn(code, { kind: "handed-over", from: "2025-01-01", mode: "delegated", inWhoseName: organ }, 2);
  }
  for (const sub of [1, 2, 3].map((one) => officer(one).sub)) {
    const change = certified({ domains, until: "2028-12-31" });
    const certificate = `云E5323${sub.replace(/\D/g, "")}`;
    await lay(knownOfficer, certificate, { type: "learn", sequence: 1, certificate, sub, change });
  }

  const send = async (path: string, body: Body, actor: Actor) =>
    ask({ method: "POST", path: `/enforcement${path}`, body: JSON.stringify(body), claims: claimsFor(actor) });
  return {
    runtime,
    learn,
    settle,
    get today() {
      return today;
    },
    /** Sends a command that succeeds; what follows from it has happened when it answers. */
    async post(path: string, body: Body, actor: Actor): Promise<Body> {
      const { status, body: answer } = await send(path, body, actor);
      if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
      await settle();
      return answer;
    },
    /** Sends a command that is refused: its code. */
    async refused(path: string, body: Body, actor: Actor): Promise<string> {
      const { status, body: answer } = await send(path, body, actor);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
      // Every place in the text of a refusal is filled.
      expect(`${answer.title} ${answer.detail}`).not.toMatch(/[{}]|undefined/);
      // And a word of the town stands there, not its code. Types of files (text/html) are words.
      expect(String(answer.detail).replaceAll(/\w+\/[\w.+-]+/g, "")).not.toMatch(/[a-z]{2,}-[a-z]{2,}/);
      return String(answer.code);
    },
    async get(path: string, actor?: Actor, query: Record<string, string> = {}): Promise<Body> {
      const claims = actor === undefined ? {} : { claims: claimsFor(actor) };
      const { status, body } = await ask({ path: `/enforcement${path}`, query, ...claims });
      return { httpStatus: status, ...body };
    },
    /** Turns the clock to this day; each deadline on the way fires on its own day. */
    async turnTo(date: string): Promise<void> {
      for (
        let day = toDate(today).add({ days: 1 }).toString();
        day <= date;
        day = toDate(day).add({ days: 1 }).toString()
      ) {
        runtime.setClock(startOfDay(day));
        expect(await clockwork()).toMatchObject({ failed: 0 });
        await settle();
      }
      clock(date);
    },
  };
}

export const anAct = (code: string, on: string, more: Body = {}): Body => ({
  ...{ code, by: ["P1"], from: on, until: on, discoveredOn: on, harm: false, place },
  ...{ address: "广通镇人民路1号", facts: "违反管理规定" },
  ...more,
});

const idOf = ({ id }: Body): string => String(id);

const scan = new TextEncoder().encode("%PDF-1.7\n上网登记");
/** Digest of the scan that a case on file rests on. */
export const scanDigest = createHash("sha256").update(scan).digest("hex");

/** CF-46a: the scan of a document comes in for a case. */
export async function sendScan(town: WholeTown, of: string, who = officer(1)): Promise<void> {
  const type = "application/pdf";
  const said = { case: of, type, bytes: scan.length, sha256: scanDigest, title: "登记" };
  const file = idOf(await town.post("/evidence-files", said, who));
  await town.runtime.files.put(evidenceFileKey(file), scan, type);
  await town.post(`/evidence-files/${file}/complete`, {}, who);
}

/** A case on file with one piece of evidence for all its acts, and its report. */
export async function aFiledCase(
  town: WholeTown,
  people: readonly Accused[],
  acts: readonly Body[],
  { complex = false, report = true, scanned = true } = {},
): Promise<{ readonly id: string; readonly at: string; readonly evidence: string }> {
  const id = idOf(
    await town.post(
      "/cases",
      {
        ...{ acts, parties: people.map(({ party }) => party), investigators: ["officer-1", "officer-2"] },
        source: { kind: "inspection", receivedOn: town.today },
      },
      officer(1),
    ),
  );
  const at = `/cases/${id}`;
  await town.post(`${at}/approve`, {}, head);
  const piece = {
    ...{ case: id, kind: "documentary", acts: acts.map((_act, nth) => `A${nth + 1}`) },
    ...{ files: [{ sha256: scanDigest, title: "登记" }], collectedOn: town.today, address: "广通镇人民路1号" },
    ...{ provider: "当事人", proves: "违法事实", with: "officer-2", original: { what: "original" } },
  };
  const evidence = idOf(await town.post("/evidence", piece, officer(1)));
  await town.post(`/evidence/${evidence}/countersign`, {}, officer(2));
  if (scanned) await sendScan(town, id);
  if (report)
    await town.post(`${at}/report`, { sha256: sha, complex, suspectedCrime: false, summary: "事实清楚" }, officer(1));
  return { id, at, evidence };
}

export const aCharge = (evidence: string, more: Body = {}): Body => ({
  ...{ act: "A1", code: "PN-070", competing: [], kinds: ["罚款"] },
  facts: [{ text: "违反管理规定", evidence: [evidence] }],
  circumstances: {
    ...{ slight: false, harm: "slight", corrected: true, faultless: false, serious: false, orderUnmet: false },
    grounds: [],
  },
  fine: { amountFen: 100_000, tier: "minor", grounds: [] },
  order: { text: "立即改正" },
  ...more,
});

/** A paper that its party signs for today. */
export async function handOver(town: WholeTown, of: string, kind: "notice" | "decision", to = "self"): Promise<void> {
  const delivery = idOf(await town.post("/deliveries", { proceeding: of, paper: { kind } }, officer(1)));
  await town.post(
    `/deliveries/${delivery}/deliver-by-hand`,
    { on: town.today, to, signedBy: "当事人", proof: sha },
    officer(1),
  );
}

/** Charged by one officer, signed by the other, told to the party. */
export async function aNotice(town: WholeTown, of: string, charges: readonly Body[], to = "self"): Promise<string> {
  const [id = "", party = ""] = of.split(":");
  const at = `/proceedings/${of}`;
  await town.post("/proceedings", { case: id, party }, officer(1));
  await town.post(`${at}/charge`, { charges }, officer(1));
  await town.post(`${at}/countersign`, {}, officer(2));
  await town.post(`${at}/notify`, {}, officer(1));
  await town.post(`${at}/issue-notice`, {}, officer(2));
  await handOver(town, of, "notice", to);
  return at;
}

export const punishing: Body = {
  ...{ outcome: "punish", reasons: "事实清楚" },
  performance: { how: "十五日内缴纳", bank: "农商行", surcharge: true },
};

/** CF-57, CF-58: reviewed and discussed. */
export async function weighTogether(town: WholeTown, at: string, agreedOn = "punish"): Promise<void> {
  await town.post(`${at}/legal-review`, { conclusion: "agreed", opinion: "程序合法" }, reviewer);
  await town.post(`${at}/discuss`, { members, agreedOn, minutes: sha, on: town.today }, head);
}
