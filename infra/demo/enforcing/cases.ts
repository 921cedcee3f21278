import { createHash } from "node:crypto";
import * as z from "zod";
import { organisationCheck, usccCheck } from "../../../shared/identity-codes/index.ts";
import { type Caller, uploadLeave } from "../client.ts";
import { captain, officer, type Person, resident } from "../people.ts";
import { line } from "../show.ts";
import type { Week } from "../week.ts";
import { netCafe } from "./team.ts";

/** The digest of a file that somebody keeps. */
export const fileOf = (name: string): string => createHash("sha256").update(name).digest("hex");

export const place = { lng: 101.9, lat: 25.1 };
const both = [officer(1), officer(2)].map(({ sub }) => sub);
const numbered = z.object({ number: z.object({ text: z.object({ zh: z.string() }) }).optional(), status: z.string() });
const lead = z.object({ id: z.string(), status: z.string(), case: z.string().optional() });

/** A party of a case and his own login. */
export interface Accused {
  readonly login: Caller;
  readonly party: Readonly<Record<string, unknown>>;
}

/** An invented company: its credit code names no company that lives. */
export function aNetCafe(week: Week): Accused {
  const { phone, idNumber: of } = week.person();
  const organ = `MA${of.slice(11, 17)}`;
  const body = `91532302${organ}${organisationCheck(organ)}`;
  const idNumber = body + usccCheck(body);
  const login = { ...resident(41), sub: `resident-net-cafe-${of.slice(11, 17)}`, partyOf: { idNumber } };
  return { login, party: { ...principal, kind: "organisation", name: "广通网络会所〔示例〕", idNumber, phone } };
}

export function aTrader(week: Week): Accused {
  const { idNumber, phone, name } = week.person();
  const login = { ...resident(42), sub: `resident-trader-${idNumber.slice(11, 17)}`, partyOf: { idNumber } };
  return { login, party: { ...principal, kind: "citizen", name, idNumber, phone } };
}
export const asParty = ({ idNumber, phone, name }: Person) => ({
  ...principal,
  kind: "citizen",
  name,
  idNumber,
  phone,
});
const principal = { id: "P1", role: "principal", address: "广通镇人民路〔示例〕1号" };

const act = (on: string) => ({
  ...{ code: netCafe, by: ["P1"], from: on, until: on, harm: true, place },
  ...{ address: "广通镇人民路〔示例〕1号", facts: "接纳两名未成年人上网" },
});

/** A resident informs, two officers look, a case is proposed with it, and the source is told (E6). */
export async function fromALead(week: Week, { party }: Accused): Promise<string> {
  const { town, today } = week;
  const told = {
    text: "网吧夜里接纳未成年人",
    address: "广通镇人民路〔示例〕1号",
    place,
    domain: "tourism",
    item: netCafe,
  };
  const { id } = await town.post("/enforcement/leads", { ...told, anonymous: true }, lead, resident(40));
  const at = (verb: string) => `/enforcement/leads/${id}/${verb}`;
  const found = {
    with: [officer(2).sub],
    checkedOn: today.toString(),
    finding: "breach",
    notes: "当场查见两名未成年人",
  };
  await town.act(at("verify"), found, officer(1));
  const early = { acts: [act(today.toString())], parties: [party], investigators: both };
  const refusal = await town.refuses("enforcement.lead-not-in-this-state", at("propose"), early, officer(1));
  await town.act(at("countersign"), {}, officer(2));
  const proposed = await town.post(at("propose"), early, lead, officer(1));
  line(
    `匿名线索 → 两人核查；另一人未签不得提请立案（${refusal.code}）→ ${proposed.status}`,
    "informed, checked by two, proposed",
  );
  return fileCase(week, proposed.case ?? "", { complex: true });
}

export async function byInspection(week: Week, { party }: Accused): Promise<string> {
  const on = week.today.toString();
  const proposal = {
    ...{ acts: [{ ...act(on), discoveredOn: on }], parties: [party], investigators: both },
    source: { kind: "inspection", receivedOn: on },
  };
  const alone = { ...proposal, investigators: [officer(1).sub] };
  const refusal = await week.town.refuses("enforcement.two-officers", "/enforcement/cases", alone, officer(1));
  line(`一名执法人员不得立案（${refusal.code}）`, "one officer alone is refused (CF-42)");
  return fileCase(week, await week.town.made("/enforcement/cases", proposal, officer(1)), { complex: false });
}

/** CF-46a: a digest proves nothing; the officer sends the scan itself. */
async function sendScan({ town }: Week, of: string, content: string): Promise<void> {
  const said = { type: "application/pdf", bytes: Buffer.byteLength(content), sha256: fileOf(content) };
  const files = "/enforcement/evidence-files";
  const announced = { case: of, title: "上网登记", ...said };
  const { id, upload } = await town.post(files, announced, leave, officer(1));
  await town.upload(upload, content);
  await town.act(`${files}/${id}/complete`, {}, officer(1));
}
const leave = z.object({ id: z.string(), upload: uploadLeave });

/** The head files it; the evidence is one officer's and the other's signature; the investigation is over. */
export async function fileCase(
  week: Week,
  id: string,
  { complex, proves = "接纳未成年人" }: { readonly complex: boolean; readonly proves?: string },
): Promise<string> {
  const { town, today } = week;
  const at = (verb: string) => `/enforcement/cases/${id}/${verb}`;
  const { number } = await town.post(at("approve"), {}, numbered, captain);
  const scan = `%PDF-1.7\n${id} 上网登记`;
  const piece = {
    ...{
      case: id,
      kind: "documentary",
      acts: ["A1"],
      files: [{ sha256: fileOf(scan), title: "上网登记" }],
    },
    ...{
      collectedOn: today.toString(),
      address: "广通镇人民路〔示例〕1号",
      provider: "当事人",
      proves,
    },
    ...{ with: officer(2).sub, original: { what: "original" } },
  };
  const evidence = await town.made("/enforcement/evidence", piece, officer(1));
  const sign = `/enforcement/evidence/${evidence}/countersign`;
  const refusal = await town.refuses("enforcement.own-signature", sign, {}, officer(1));
  await town.act(sign, {}, officer(2));
  await sendScan(week, id, scan);
  const report = { sha256: fileOf(`${id} 报告`), complex, suspectedCrime: false, summary: "事实清楚" };
  await town.act(at("report"), report, officer(1));
  line(
    `${number?.text.zh} 立案；证据须另一人签字（${refusal.code}）；调查终结${complex ? "（情节复杂）" : ""}`,
    "filed by the head, proved by two, investigated",
  );
  return id;
}
