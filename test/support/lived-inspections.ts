import type { Town } from "../../infra/demo/client.ts";
import { captain, mayor, officer, supervisor } from "../../infra/demo/people.ts";
import { organisationCheck, usccCheck } from "../../shared/identity-codes/index.ts";

/** The credit code of a company that does not live. */
export function invented(number: number): string {
  const organ = `MA0000${String(number).padStart(2, "0")}`;
  const body = `91532302${organ}${organisationCheck(organ)}`;
  return body + usccCheck(body);
}

const premises = [{ id: "M1", address: "广通镇人民路〔示例〕9号", place: { lng: 101.9, lat: 25.1 } }];
export const officers = [officer(1), officer(2)].map(({ sub }) => sub);

/** An item is published, two enterprises stand on the register, one is drawn, one is inspected after it was told. */
export async function inspectAnEnterprise(town: Town): Promise<readonly string[]> {
  const { today } = await town.time();
  const item = {
    ...{ code: "JC-101", name: { zh: "网吧经营检查", en: "Net cafes" }, domain: "tourism", powers: ["PN-070"] },
    ...{ legalBasis: "互联网上网服务营业场所管理条例", source: "镇行政检查事项清单（示例）", method: "on-site" },
    points: [{ id: "minors", text: { zh: "未接纳未成年人", en: "No minors" } }],
  };
  await town.act("/enforcement/inspection-items", item, officer(1));
  await town.act("/enforcement/inspection-items/JC-101/publish", {}, captain);
  const enterprises: string[] = [];
  for (const number of [11, 12]) {
    const company = {
      kind: "organisation",
      name: `广通网络会所〔示例〕${number}`,
      uscc: invented(number),
      domains: ["tourism"],
      premises,
    };
    enterprises.push(await town.made("/enforcement/enterprises", company, officer(1)));
  }
  const plan = { enterprise: enterprises[0], premises: "M1", items: ["JC-101"], officers, from: today, until: today };
  const at = `/enforcement/inspections/${await town.made("/enforcement/inspections", plan, officer(1))}`;
  await town.act(`${at}/approve`, {}, captain);
  await town.act(`${at}/announce`, { on: today, how: "phone" }, officer(1));
  const draw = {
    ...{ title: "网吧抽查〔示例〕", items: ["JC-101"], from: today, until: today, count: 1, officers },
    venues: enterprises.map((enterprise) => ({ enterprise, premises: "M1" })),
  };
  const drawn = await town.made("/enforcement/inspection-draws", draw, officer(1));
  await town.act(`/enforcement/inspection-draws/${drawn}/draw`, { word: "龙川江" }, supervisor);
  return enterprises;
}

/** A campaign whose plan is published, so that its venues are asked for a pledge. */
export async function holdACampaign(town: Town, venues: readonly string[]): Promise<void> {
  const { today } = await town.time();
  const plan = {
    ...{ name: "网吧专项整治〔示例〕", origin: { kind: "own" }, aims: "消除未成年人上网隐患", domains: ["tourism"] },
    ...{ items: ["JC-101"], venues, observers: [] },
    stages: [{ kind: "inspection", from: today, until: today, text: "集中检查" }],
    duties: [{ kind: "pledge", by: today, text: "签订安全责任状" }],
  };
  const at = `/enforcement/campaigns/${await town.made("/enforcement/campaigns", plan, officer(1))}`;
  await town.act(`${at}/approve`, {}, mayor);
  await town.act(`${at}/file-with-justice`, { on: today, document: "备案回执〔示例〕" }, officer(1));
  await town.act(`${at}/publish`, { where: "镇政府公开栏" }, officer(1));
}
