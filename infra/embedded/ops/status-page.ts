import type { HttpResult } from "../../../shared/http/index.ts";
import type { DeadView } from "./dead-letters.ts";
import type { Part, Parts } from "./health.ts";

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const words = {
  disk: "磁盘 disk",
  data: "数据 data",
  stream: "事件转发 stream",
  queues: "队列 queues",
  deadLetters: "死信 dead letters",
  parked: "搁置的事件 parked events",
  copies: "副本 copies",
  subscribers: "订阅方 subscribers",
  sweep: "期限 deadlines",
  opening: "初始化 opening",
  identity: "身份源 issuer",
  clock: "时钟 clock",
  log: "日志 log",
  backup: "备份 backup",
} as const;
const titleOf = (name: string) => Object.entries(words).find(([known]) => known === name)?.[1] ?? name;

const colours = { ok: "#1a7f37", degraded: "#9a6700", failing: "#cf222e" } as const;
const states = { ok: "正常 ok", degraded: "需处理 degraded", failing: "故障 failing" } as const;

/** The town on one page, for who sits at this machine: each part, what is wrong, and what to do. It reloads itself. */
export function statusPage(
  name: { readonly zh: string; readonly en: string },
  parts: Parts,
  dead: readonly DeadView[],
): HttpResult {
  const rows = Object.entries(parts).map(([part, found]) => rowOf(titleOf(part), found));
  const letters = dead.map(
    ({ id, queue, type, event, attempts, reason }) =>
      `<tr>${[id, queue, type, event ?? "", String(attempts), reason ?? ""].map((one) => `<td>${escaped(one)}</td>`).join("")}</tr>`,
  );
  const body = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="10">
<title>${escaped(name.zh)} 运行状态</title><style>
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#1f2328}
table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{border-bottom:1px solid #d0d7de;padding:.4rem .6rem;text-align:left;vertical-align:top}
code{font-size:.9em}</style></head><body>
<h1>${escaped(name.zh)} · ${escaped(name.en)}</h1>
<table><tr><th>部分 part</th><th>状态 state</th><th>说明 what is wrong</th><th>数字 figures</th></tr>${rows.join("")}</table>
${
  letters.length === 0
    ? ""
    : `<h2>死信 dead letters</h2><table><tr><th>id</th><th>queue</th><th>type</th><th>event</th><th>attempts</th><th>reason</th></tr>${letters.join("")}</table>
<p><code>npm run ops -- dead send-again --id …</code> · <code>npm run ops -- dead discard --id … --why …</code></p>`
}
</body></html>`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
  };
  return { statusCode: 200, headers, body };
}

function rowOf(title: string, { status, trouble, figures = {} }: Part): string {
  const said = trouble === undefined ? "" : `${escaped(trouble.zh)}<br>${escaped(trouble.en)}`;
  const numbers = Object.entries(figures).map(([name, value]) => `${escaped(name)} ${escaped(String(value))}`);
  return `<tr><td>${escaped(title)}</td><td style="color:${colours[status]}">${states[status]}</td><td>${said}</td><td>${numbers.join("<br>")}</td></tr>`;
}
