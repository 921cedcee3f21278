import * as z from "zod";
import { organisationCheck, usccCheck } from "../../../shared/identity-codes/index.ts";
import type { Caller } from "../client.ts";
import { captain, officer, resident } from "../people.ts";
import { line, table } from "../show.ts";
import type { Week } from "../week.ts";
import { fileOf, place } from "./cases.ts";
import { netCafe } from "./team.ts";

/** A visit on its way, and the enterprise with its own login. */
export interface Visit {
  readonly at: string;
  readonly enterprise: string;
  readonly owner: Caller;
  readonly item: string;
}
const both = [officer(1), officer(2)].map(({ sub }) => sub);
const visit = z.object({
  status: z.string(),
  counted: z.boolean(),
  leads: z.array(z.object({ lead: z.string() })).optional(),
});
const register = z.object({
  name: z.string(),
  yearly: z.object({ year: z.string(), cap: z.int(), counted: z.int(), outside: z.int() }),
  entryCode: z.string().optional(),
});

/** IN-2: what is not published must not be inspected. The head publishes what the office drafted. */
async function publishItem(week: Week): Promise<string> {
  const { town } = week;
  const listed = await town.all("/enforcement/inspection-items", z.object({ id: z.string() }));
  const code = `JC-${String(listed.length + 1).padStart(3, "0")}`;
  const content = {
    ...{ code, name: { zh: "上网服务场所检查〔示例〕", en: "Net cafés" }, domain: "tourism", powers: [netCafe] },
    ...{ legalBasis: "互联网上网服务营业场所管理条例", source: "镇行政检查事项清单〔示例〕", method: "on-site" },
    points: [
      { id: "minors", text: { zh: "未接纳未成年人", en: "No minors" } },
      { id: "register", text: { zh: "逐人登记身份", en: "Guests are registered" } },
    ],
  };
  await town.act("/enforcement/inspection-items", content, officer(1));
  return code;
}

/** An invented company on the register of the town. */
async function registered(week: Week): Promise<{ readonly enterprise: string; readonly owner: Caller }> {
  const { idNumber: of } = week.person();
  const organ = `MB${of.slice(11, 17)}`;
  const body = `91532302${organ}${organisationCheck(organ)}`;
  const uscc = body + usccCheck(body);
  const company = {
    ...{ kind: "organisation", name: "广通星光网吧〔示例〕", uscc, domains: ["tourism"] },
    premises: [{ id: "M1", address: "广通镇人民路〔示例〕9号", place }],
  };
  const enterprise = await week.town.made("/enforcement/enterprises", company, officer(1));
  const owner = { ...resident(44), sub: `resident-star-${of.slice(11, 17)}`, partyOf: { idNumber: uscc } };
  return { enterprise, owner };
}

/** IN-2 to IN-4: a published item, one visit proposed, approved by the head, and the enterprise told beforehand. */
export async function planAVisit(week: Week): Promise<Visit> {
  const { town, today } = week;
  const item = await publishItem(week);
  const { enterprise, owner } = await registered(week);
  const on = today.toString();
  const until = today.add({ days: 10 }).toString();
  const plan = { enterprise, premises: "M1", items: [item], officers: both, from: on, until };
  const path = "/enforcement/inspections";
  const hidden = await town.refuses("enforcement.inspection-item-unpublished", path, plan, officer(1));
  await town.act(`/enforcement/inspection-items/${item}/publish`, {}, captain);
  const at = `${path}/${await town.made(path, plan, officer(1))}`;
  const shown = { shown: { cards: true, notice: true } };
  const unapproved = await town.refuses("enforcement.inspection-not-approved", `${at}/enter`, shown, officer(1));
  await town.act(`${at}/approve`, {}, captain);
  await town.act(`${at}/announce`, { on, how: "phone" }, officer(1));
  line(
    `检查事项 ${item} 公布前不得检查（${hidden.code}），未经批准不得进入（${unapproved.code}）；批准并告知企业`,
    "an inspection: nothing by an unpublished item, no entry before the head approved (IN-2, IN-3)",
  );
  return { at, enterprise, owner, item };
}

/** IN-3, IN-7: the code at the door scanned, cards and notice shown, each point answered; what was found is a lead. */
export async function holdTheVisit(week: Week, { at, enterprise, owner, item }: Visit): Promise<void> {
  const { town } = week;
  const of = `/enforcement/enterprises/${enterprise}`;
  const { entryCode: code } = await town.get(of, register, owner);
  const shown = { shown: { cards: true, notice: true } };
  const unscanned = await town.refuses("enforcement.inspection-scan-missing", `${at}/enter`, shown, officer(1));
  await town.act(`${at}/scan`, { code }, officer(1));
  await town.act(`${at}/enter`, shown, officer(1));
  const record = {
    findings: [
      { item, point: "minors", result: "breach", power: netCafe, note: "一名未成年人上网" },
      { item, point: "register", result: "ok" },
    ],
    ...{ summary: "检查两项，发现一项", sha256: fileOf(`${at} 笔录`), pages: 1 },
    signing: { how: "signed", name: "现场负责人", signedPages: 1 },
  };
  await town.act(`${at}/record`, record, officer(1));
  const signed = await town.post(`${at}/countersign`, {}, visit, officer(2));
  const told = { how: "by-hand", text: "限期整改，违法行为另行处理", proof: fileOf(`${at} 结果`) };
  await town.act(`${at}/tell-result`, told, officer(1));
  const { name, yearly } = await town.get(of, register, officer(1));
  line(
    `未扫码不得进入（${unscanned.code}）；两人检查，逐项记录，成线索 ${signed.leads?.length ?? 0} 条，结果书面告知企业`,
    "scanned, shown, recorded point by point; a breach becomes a lead, and the enterprise is told",
  );
  table(
    ["企业 enterprise", "年度 year", "上限 cap", "计入 counted", "另计 outside"],
    [[name, yearly.year, yearly.cap, yearly.counted, yearly.outside]],
  );
}
