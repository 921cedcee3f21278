import { createHash } from "node:crypto";
import { GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { knownOfficer, knownPower } from "../../services/enforcement/common/domain/known-power.ts";
import { evidenceFileKey } from "../../services/enforcement/files/domain/evidence-file.ts";
import { openingOf } from "../../services/enforcement/opening.ts";
import { enforcement } from "../../services/enforcement/service.ts";
import { todayIn } from "../../shared/calendar/index.ts";
import { citizenCheck } from "../../shared/identity-codes/index.ts";
import { instruct, openingFor, type Runtime } from "../../shared/service/index.ts";
import type { Item } from "../../shared/store/index.ts";
import { packed } from "../../shared/store/packing.ts";
import type { TownLists } from "../../shared/town/lists.ts";
import { type Caller, type Hall, openHall } from "./hall.ts";
import { lists } from "./lists.ts";
import { ratio, timingOf } from "./timing.ts";

const office = "enforcement-team";
const one: Caller = { sub: "officer-1", roles: "[officer]", office };
const two: Caller = { sub: "officer-2", roles: "[officer]", office };
const head: Caller = { sub: "head-enforcement-team", roles: "[approver]", office };
const clerk: Caller = { sub: "clerk-1", roles: "[clerk]", office: "service-centre" };

const code = "PN-070";
const domain = "tourism";
const sha = "0".repeat(64);
const scan = new TextEncoder().encode("%PDF-1.7\n上网登记");
const scanDigest = createHash("sha256").update(scan).digest("hex");
const place = { lng: 101.9, lat: 25.1 };

/** What the service hears of its power and its officers from another one. */
async function openEnforcement(runtime: Runtime, given: TownLists): Promise<void> {
  await openingFor({ ...enforcement, opening: openingOf }, runtime, given)();
  const { organName: name, uscc } = runtime.town;
  const from = "2025-01-01";
  const change = { kind: "handed-over" as const, from, mode: "delegated" as const, inWhoseName: { name, uscc } };
  for (const [sequence, news] of [{ townRole: "decides" as const, domain }, { change }].entries()) {
    const command = { type: "learn" as const, code, sequence: sequence + 1, news };
    await instruct({ of: knownPower, id: code, expects: "either", command }).carryOut(runtime, { id: `p${sequence}` });
  }
  for (const { sub } of [one, two]) {
    const certificate = `云E5323${sub.replace(/\D/g, "")}`;
    const certified = { kind: "certified" as const, from, until: "2099-12-31", domains: [domain] };
    const command = { type: "learn" as const, sequence: 1, certificate, sub, change: certified };
    await instruct({ of: knownOfficer, id: certificate, expects: "either", command }).carryOut(runtime, { id: sub });
  }
}

/** One case against one party, from the lead to its closure: twenty-five commands. */
async function liveACase(hall: Hall, today: string, round: number): Promise<string> {
  // A person of his own: one act is fined once (CF-29).
  const body = `53230219010101${100 + round}`;
  const idNumber = body + citizenCheck(body);
  const post = (path: string, body: object, who: Caller) => hall.call("POST", `/enforcement${path}`, who, body);
  const told = {
    text: "网吧接纳未成年人",
    address: "人民路1号",
    place,
    item: code,
    domain,
    source: { kind: "patrol" },
  };
  const lead = `/leads/${(await post("/leads", told, one)).id}`;
  await post(`${lead}/verify`, { with: [two.sub], checkedOn: today, finding: "breach", notes: "当场查见" }, one);
  await post(`${lead}/countersign`, {}, two);
  const act = {
    code,
    by: ["P1"],
    from: today,
    until: today,
    harm: false,
    place,
    address: "人民路1号",
    facts: "接纳未成年人",
  };
  const party = {
    ...{ id: "P1", kind: "citizen", role: "principal", name: "杨某", idNumber },
    ...{ phone: "13800001111", address: "人民路1号" },
  };
  const proposal = { acts: [act], parties: [party], investigators: [one.sub, two.sub] };
  const id = String((await post(`${lead}/propose`, proposal, one)).case);
  await post(`/cases/${id}/approve`, {}, head);
  const piece = {
    ...{
      case: id,
      kind: "documentary",
      acts: ["A1"],
      files: [{ sha256: scanDigest, title: "登记" }],
      collectedOn: today,
    },
    ...{
      address: "人民路1号",
      provider: "杨某",
      proves: "接纳未成年人",
      with: two.sub,
      original: { what: "original" },
    },
  };
  const evidence = String((await post("/evidence", piece, one)).id);
  await post(`/evidence/${evidence}/countersign`, {}, two);
  const type = "application/pdf";
  const said = { case: id, type, bytes: scan.length, sha256: scanDigest, title: "登记" };
  const file = String((await post("/evidence-files", said, one)).id);
  await hall.runtime.files.put(evidenceFileKey(file), scan, type);
  await post(`/evidence-files/${file}/complete`, {}, one);
  await post(`/cases/${id}/report`, { sha256: sha, complex: false, suspectedCrime: false, summary: "事实清楚" }, one);
  await post("/proceedings", { case: id, party: "P1" }, one);
  const at = `/proceedings/${id}:P1`;
  const charge = {
    ...{ act: "A1", code, competing: [], kinds: ["罚款"], facts: [{ text: "接纳未成年人", evidence: [evidence] }] },
    circumstances: {
      ...{ slight: false, harm: "slight", corrected: true, faultless: false, serious: false, orderUnmet: false },
      grounds: [],
    },
    ...{ fine: { amountFen: 100_000, tier: "minor", grounds: [] }, order: { text: "立即改正" } },
  };
  await post(`${at}/charge`, { charges: [charge] }, one);
  await post(`${at}/countersign`, {}, two);
  await post(`${at}/notify`, {}, one);
  await post(`${at}/issue-notice`, {}, two);
  const hand = async (kind: string) => {
    const paper = (await post("/deliveries", { proceeding: `${id}:P1`, paper: { kind } }, one)).id;
    await post(`/deliveries/${paper}/deliver-by-hand`, { on: today, to: "self", signedBy: "杨某", proof: sha }, one);
  };
  await hand("notice");
  await post(`${at}/waive`, { rights: ["defence"], paper: sha }, clerk);
  const performance = { how: "十五日内缴纳", bank: "农商行", surcharge: true };
  await post(`${at}/decide`, { outcome: "punish", reasons: "事实清楚", performance }, head);
  await hand("decision");
  for (const what of ["fine", "order"])
    await post(`${at}/perform`, { performed: { what, on: today }, proof: sha }, one);
  await post(`${at}/end`, { ground: "performed" }, one);
  await post(`/cases/${id}/close`, { report: sha }, head);
  return id;
}

/** The same reads and transactions, without anything of ours around them. */
async function bare({ client, name }: Hall, writes: readonly (readonly Item[])[]): Promise<void> {
  for (const items of writes) {
    const [first] = items;
    if (first === undefined) continue;
    await client.send(new GetCommand({ TableName: name, Key: { pk: first.pk, sk: first.sk }, ConsistentRead: true }));
    await client.send(
      new TransactWriteCommand({
        TransactItems: items.map((item) => ({
          Put: {
            TableName: name,
            Item: packed({ ...item, pk: `bare#${Math.random()}` }),
            ConditionExpression: "attribute_not_exists(pk)",
          },
        })),
      }),
    );
  }
}

/** A penalty case from the lead to its closure beside the bare engine, and a page of 20 out of few and of many cases. */
export async function penaltyCases(rounds: number, sizes: readonly number[], pages: number) {
  const hall = await openHall({ service: enforcement, open: openEnforcement });
  try {
    const today = todayIn(hall.runtime.clock()).toString();
    const [ours, engine]: [number[], number[]] = [[], []];
    let model: Item | undefined;
    for (let round = 0; round < rounds + 3; round += 1) {
      hall.spy.writes = [];
      const began = performance.now();
      await liveACase(hall, today, round);
      const lived = performance.now() - began;
      const writes = [...hall.spy.writes];
      const again = performance.now();
      await bare(hall, writes);
      if (round >= 3) {
        ours.push(lived);
        engine.push(performance.now() - again);
      }
      model ??= writes
        .flat()
        .find(({ pk, sk, status }) => pk.startsWith("case#") && sk === "state" && status !== "closed");
    }
    const [lived, alone] = [timingOf(ours), timingOf(engine)];
    if (model === undefined) throw new Error("no case was filed");
    const list = await lists(hall, model, sizes, pages, "/enforcement/cases?status=proposed");
    return { rounds, milliseconds: { lived, bare: alone }, ratio: ratio(lived.p50, alone.p50), list };
  } finally {
    await hall.close();
  }
}
