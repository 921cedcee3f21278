import type { Bilingual } from "../../shared/town/text.ts";
import { type Priced, priceListNow, volumeNow } from "./data.ts";
import { measured } from "./measured.ts";
import { busyMonth, costOf, idleMonth, partsOf, type Standing, totalOf } from "./reckoning.ts";

const words: Readonly<Record<Priced, Bilingual>> = {
  alarm: { zh: "告警", en: "alarms" },
  secret: { zh: "密钥", en: "secrets" },
  fifoRequest: { zh: "队列请求（含空轮询）", en: "requests to queues, empty polls among them" },
  invocation: { zh: "函数调用", en: "invocations" },
  gbSecond: { zh: "函数运行（GB·秒）", en: "GB-seconds of functions" },
  apiRequest: { zh: "接口请求", en: "requests to the API" },
  writeUnit: { zh: "写入单位", en: "write units" },
  readUnit: { zh: "读取单位", en: "read units" },
  tableGb: { zh: "数据表（GB）", en: "GB in tables" },
  recoveryGb: { zh: "时点恢复（GB）", en: "GB of point-in-time recovery" },
  fifoPublish: { zh: "事件发布", en: "events published" },
  fifoDelivery: { zh: "事件投递", en: "events delivered" },
  logGb: { zh: "日志写入（GB）", en: "GB of log written" },
  keptLogGb: { zh: "日志留存（GB）", en: "GB of log kept" },
  metric: { zh: "自定义指标", en: "metrics of our own" },
  trace: { zh: "链路追踪", en: "traces" },
  fileGb: { zh: "文件（GB）", en: "GB of files" },
  filePut: { zh: "文件写入", en: "files written" },
  keyRequest: { zh: "密钥请求", en: "requests to the key of the tables" },
  transferGb: { zh: "流出流量（GB）", en: "GB of answers and files sent" },
  fileGet: { zh: "文件读取", en: "files read" },
};

const dollars = (amount: number) => amount.toFixed(2);
const figure = (quantity: number) =>
  quantity >= 100 ? Math.round(quantity).toLocaleString("en-US") : String(Number(quantity.toFixed(2)));
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** What a town costs a month, idle and busy, and where it goes, the dearest first; as a table in Markdown. */
export function costTable(standing: Standing, population: number): string {
  const idle = idleMonth(standing, volumeNow);
  const busy = busyMonth(standing, measured, volumeNow, population);
  const idleOf = new Map(partsOf(idle));
  const rows = partsOf(busy)
    .map(([what, quantity]) => {
      const before = idleOf.get(what) ?? 0;
      const costs = [costOf(priceListNow, what, before), costOf(priceListNow, what, quantity)] as const;
      return { what, cells: [figure(before), dollars(costs[0]), figure(quantity), dollars(costs[1])], cost: costs[1] };
    })
    .filter(({ cost }) => cost >= 0.005)
    .toSorted((a, b) => b.cost - a.cost);
  const both = (own: boolean) => [
    ...["", dollars(totalOf(priceListNow, idle, own)), ""],
    dollars(totalOf(priceListNow, busy, own)),
  ];
  return [
    row(["每月 a month", "空闲 idle", "USD", "繁忙 busy", "USD"]),
    row(["---", "--:", "--:", "--:", "--:"]),
    ...rows.map(({ what, cells }) => row([`${words[what].zh} ${words[what].en}`, ...cells])),
    row(["**合计 in all**", ...both(false)]),
    row(["独立账户，扣除永久免费额度 in an account of its own, less what is always free", ...both(true)]),
    "",
    `价格 prices: ${priceListNow.region}, ${priceListNow.asOf}`,
  ].join("\n");
}
