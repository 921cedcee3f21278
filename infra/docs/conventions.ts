import type { TownProfile } from "../../shared/town/profile.ts";
import { roleNames } from "../../shared/town/roles.ts";
import { type Html, html } from "./html.ts";
import { bilingual } from "./page-parts.ts";
import { refusals } from "./words.ts";

const rules = [
  {
    zh: "每个新增或办理请求带 Idempotency-Key；重发用同一值，只执行一次，答复同前。同值异文答 422。",
    en: "Send an Idempotency-Key with every POST; the same key is carried out once and answered the same again. The same key with another body is 422.",
  },
  {
    zh: "每条记录有 version，并以 ETag 给出（读取时另附摘要）；办理时以 If-Match 带回，他人已改则答 412。",
    en: "Every record has a version, given as ETag too (a read adds a digest); send it back as If-Match, and 412 says that somebody was faster.",
  },
  {
    zh: "记录的 actions 载明调用者此刻可办的事：verb、href、title；blocked 说明为何暂不能办。公开的记录另由 GET …/{id}/actions 给出。",
    en: "A record's actions are what its caller can do next: verb, href, title; blocked says what stands in the way. Public records tell them at GET …/{id}/actions.",
  },
  {
    zh: "记录的 links 指向相关事物：rel、path；单个事物另有 id 和 status。无权阅读的不列出。",
    en: "A record's links lead to related things: rel and path, and for one thing its id and status. What the caller may not read is not there.",
  },
  {
    zh: "列表以 limit 与 cursor 翻页，答 items 与 next；无 next 即最后一页。sort 排序（“-”倒序），total=true 同时给出总数，status 等可多个。行为简表，全文按标识读取。",
    en: "Lists take limit and cursor and answer items and next; no next: the last page. sort names the order (`-` from the last), total=true counts as well, and status takes several. Rows are short; the whole is read by its id.",
  },
  {
    zh: "/openapi.json 供生成程序：全镇接口，不含名称和示例，400、401、412、413、415、429、503 归入 default；/openapi/town.json 与 /openapi/{服务}.json 另有中英文名称和示例。",
    en: "/openapi.json is for generators: all of the town, without titles and examples, with 400, 401, 412, 413, 415, 429 and 503 as default; /openapi/town.json and /openapi/{service}.json have titles in both languages and examples.",
  },
  {
    zh: "请求体为 I-JSON（RFC 7493），不得有残缺字符；时刻为 UTC；日期为北京时间；金额以分计；证件号码和电话一律遮掩。",
    en: "Bodies are I-JSON (RFC 7493), without half characters. Instants are UTC, dates are Beijing time, amounts are in fen; identity and phone numbers are masked.",
  },
  {
    zh: "不予办理的，以 application/problem+json 答复：code 固定不变，errors 指明每个有误之处；文字默认中文，Accept-Language: en 则英文。",
    en: "Refusals are application/problem+json: code is stable, errors point at each bad value; texts are Chinese unless Accept-Language asks for English.",
  },
  {
    zh: "事件至少送达一次，同一对象的事件依次送达；以 source 与 id 去重。",
    en: "Events arrive at least once, those of one subject in order; tell repeats by source and id.",
  },
] as const;

/** How to sign in, and what holds for every route. */
export const conventions = (town: TownProfile): Html => html`<section id="conventions">
<h2>约定 <span class="en" lang="en">Conventions</span></h2>
<h3>身份 <span class="en" lang="en">Who is asking</span></h3>
<p>${bilingual({
  zh: "除公开接口外，请求头带 Authorization: Bearer 加身份凭证（JWT），由本镇的统一身份认证签发，载明 sub、name、town、roles、office。",
  en: "All but public routes take Authorization: Bearer with a JWT of the town's identity provider, carrying sub, name, town, roles and office.",
})}</p>
<p>${bilingual({ zh: "单机模拟运行时，可在本机这样取得：", en: "In simulation on one machine, get one like this:" })}</p>
<pre><code>curl -s localhost:3000/_embedded/token -H 'content-type: application/json' \\
  -d '{"sub":"u1","name":"张三","town":"${town.slug}","roles":["clerk"]}'</code></pre>
<ul>${rules.map((rule) => html`<li>${bilingual(rule)}</li>`)}</ul>
<details><summary><span class="method">状态</span><span>答复状态 <span class="en" lang="en">Statuses of refusals</span></span></summary>
<div class="inside scroll"><table>${Object.entries(refusals).map(([status, text]) => html`<tr><td><code>${status}</code></td><td>${bilingual(text)}</td></tr>`)}</table></div></details>
<details><summary><span class="method">角色</span><span>角色 <span class="en" lang="en">Roles</span></span></summary>
<div class="inside scroll"><table>${Object.entries(roleNames).map(([role, name]) => html`<tr><td><code>${role}</code></td><td>${name}</td></tr>`)}</table></div></details>
</section>
`;

/** The conventions as text, for the description of the OpenAPI document. */
export const conventionsText = [
  ...rules.map(({ zh, en }) => `* ${zh}\n  ${en}`),
  `* 角色 / Roles: ${Object.entries(roleNames)
    .map(([role, name]) => `\`${role}\` ${name}`)
    .join(" · ")}`,
].join("\n");

/** The same in one language, for the document without words. */
export const conventionsInEnglish = rules.map(({ en }) => `* ${en}`).join("\n");
