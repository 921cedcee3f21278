import * as z from "zod";
import { accept, type Certificate, decide, drawnUp, examine, file, grantAndIssue, issue } from "../desk.ts";
import { approver, issuer } from "../people.ts";
import { line, table } from "../show.ts";
import type { Case, Week } from "../week.ts";

const verification = z.object({ genuine: z.boolean(), status: z.string(), holder: z.string() });
const record = z.object({ status: z.string(), replacedBy: z.string().optional(), validUntil: z.string().optional() });

const verify = ({ town }: Week, { number, verification: { code } }: Certificate) =>
  town.get(`/permits/verification?number=${encodeURIComponent(number.text.zh)}&code=${code}`, verification);
const recordOf = ({ town }: Week, { id }: Certificate) =>
  town.get(`/permits/certificates/${id}/record`, record, issuer);

/** The desk hands over everything that is ready (L11). */
export async function issueAll(week: Week): Promise<Certificate[]> {
  const papers = [];
  for (const one of await drawnUp(week)) papers.push(await issue(week, one));
  await week.town.settle();
  const numbers = papers.map(({ number }) => number).sort((one, other) => one.serial - other.serial);
  const [first, last] = [numbers[0], numbers.at(-1)];
  const span = first === last ? "" : ` 至 ${last?.text.zh}`;
  const agents = papers.filter(({ application }) =>
    week.cases.some((one) => one.id === application && one.authorisation !== undefined),
  ).length;
  const collected = agents === 0 ? "" : `，其中代办员凭委托代领 ${agents} 份`;
  line(`统一出证 ${papers.length} 份：${first?.text.zh}${span}${collected}`, "certificates, all from one desk");
  return papers;
}

/** A fishing licence, its renewal that takes its place, and a suspension that anybody can see (XK-50, L11). */
export async function livesOfALicence(week: Week, one: Case): Promise<Certificate> {
  const first = await grantAndIssue(week, one);
  await week.town.settle();
  const { genuine, holder } = await verify(week, first);
  const concerns = { certificate: first.id, kind: "renewal" };
  const renewal = await file(week, one.guide.code, { person: one.person, more: { concerns } });
  await accept(week, renewal);
  const second = await grantAndIssue(week, renewal);
  await week.town.settle();
  const old = await recordOf(week, first);
  const rows = [[first.title, first.number.text.zh, old.status, old.validUntil ?? "–"]];
  const path = `/permits/certificates/${second.id}`;
  const by = approver(one.guide.office);
  const document = { number: "广通扣〔示例〕1号", date: week.today.toString() };
  await week.town.act(`${path}/suspend`, { document }, by);
  const suspended = await verify(week, second);
  await week.town.act(`${path}/resume`, {}, by);
  const resumed = await recordOf(week, second);
  rows.push([second.title, second.number.text.zh, resumed.status, resumed.validUntil ?? "–"]);
  line(
    `凭编号和校验码核验：${genuine ? "真" : "假"}，持证人 ${holder}；续期换证，暂扣期间核验为 ${suspended.status}`,
    "verified; renewed; suspended and given back",
  );
  table(["证件 certificate", "编号 number", "状态 status", "有效期至 until"], rows);
  return second;
}

/** XK-69: told before it is revoked. */
export async function proposeRevocation(week: Week, one: Case): Promise<Certificate> {
  await examine(week, one);
  await decide(week, one);
  const paper = (await drawnUp(week)).find(({ application }) => application === one.id);
  if (paper === undefined) throw new Error("no certificate to revoke");
  await issue(week, paper);
  const by = approver(one.guide.office);
  const path = `/permits/certificates/${paper.id}`;
  const harm = { publicHarm: { grave: false, assessment: "不影响公共利益" } };
  const proposal = { ground: "fraud", notice: "广通撤告〔示例〕1号", facts: "申请材料系伪造" };
  await week.town.act(`${path}/propose-revocation`, proposal, by);
  const refusal = await week.town.refuses("permits.not-heard", `${path}/revoke`, harm, by);
  const heard = { on: week.today.toString(), record: "陈述申辩笔录〔示例〕1号" };
  const early = await week.town.refuses("permits.statement-period-runs", `${path}/revoke`, { heard, ...harm }, by);
  line(
    `${one.guide.name.zh}：未听取申辩不得撤销（${refusal.code}），申辩期限未满也不得撤销（${early.code}）`,
    "told of a revocation, and given time for a statement",
  );
  return paper;
}

/** XK-69: heard, and the time for a statement is over. */
export async function revoke(week: Week, paper: Certificate): Promise<void> {
  const by = approver(week.guideOf("PL-013").office);
  const heard = { on: week.today.toString(), record: "陈述申辩笔录〔示例〕1号" };
  const publicHarm = { grave: false, assessment: "不影响公共利益" };
  await week.town.act(`/permits/certificates/${paper.id}/revoke`, { heard, publicHarm }, by);
  const { status } = await verify(week, paper);
  line(`${paper.title}：听取申辩、期限届满后核验为 ${status}`, "revoked, after hearing");
}
