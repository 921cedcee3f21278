import type * as z from "zod";
import type { Text } from "../../shared/http/index.ts";
import type { Route } from "../../shared/http/route.ts";
import type { TitleTexts } from "../../shared/text/index.ts";
import { hasVersion } from "./answers.ts";
import { type Answers, fieldsOf, type Reading } from "./fields.ts";
import { type Html, html, nothing } from "./html.ts";
import { routeKey } from "./names.ts";
import { nameIn } from "./views.ts";
import { refusals, refusalsOf, whoMay } from "./words.ts";

export const bilingual = ({ zh, en }: Text): Html => html`${zh} <span class="en" lang="en">${en}</span>`;

/** A route: method, path and purpose at a glance, the rest when opened. */
export function routePart(route: Route, answers: Answers, words: TitleTexts): Html {
  const { method, path, summary, query, body, returns, status } = route;
  const view = nameIn(answers.views, returns);
  return html`<details id="${routeKey(route).replace(/[^A-Za-z]+/g, "-")}">
<summary><span class="method ${method}">${method}</span><code>${path}</code><span class="title">${bilingual(summary)}</span></summary>
<div class="inside">
<dl>
<dt>可办理 Open to</dt><dd>${bilingual(whoMay(route))}</dd>
${headersRow(route)}
<dt>成功 Success</dt><dd><code>${status}</code> ${hasVersion(route) ? html`<code>ETag</code> ` : nothing}${status === 201 ? html`<code>Location</code> ` : nothing}${view === undefined ? nothing : viewLink(view, view)}</dd>
<dt>不予办理 Refusals</dt><dd>${refusalsOf(route).map((one) => html`<code title="${refusals[one].zh} ${refusals[one].en}">${one}</code> `)}</dd>
</dl>
${fieldTable({ zh: "查询参数", en: "Query" }, query, { io: "input", words })}
${fieldTable({ zh: "请求体", en: "Body" }, body, { io: "input", words })}
${view === undefined ? fieldTable({ zh: "答复", en: "Answer" }, returns, { io: "output", words, answers }) : nothing}
</div>
</details>
`;
}

const headersRow = ({ isCommand, status }: Route): Html =>
  isCommand
    ? html`<dt>请求头 Headers</dt><dd><code>Idempotency-Key</code> ${status === 200 ? html`<code>If-Match</code>` : nothing}</dd>`
    : nothing;

export const eventPart = (
  [type, data]: readonly [type: string, data: z.ZodType],
  words: TitleTexts,
): Html => html`<details>
<summary><span class="method">事件</span><code>${type}</code></summary>
<div class="inside">${fieldTable({ zh: "data 的内容", en: "data" }, data, { io: "input", words })}</div>
</details>
`;

/** What several routes answer, told once. */
export const viewPart = (
  [name, schema]: readonly [name: string, schema: z.ZodType],
  answers: Answers,
  words: TitleTexts,
): Html => html`<details id="view-${name}">
<summary><span class="method">记录</span><code>${name}</code></summary>
<div class="inside">${fieldTable({ zh: "字段", en: "Fields" }, schema, { io: "output", words, answers })}</div>
</details>
`;

const viewLink = (view: string, text: string): Html => html`<a href="#view-${view}"><code>${text}</code></a>`;

function fieldTable(title: Text, schema: z.ZodType | undefined, reading: Reading): Html {
  const fields = schema === undefined ? [] : fieldsOf(schema, reading);
  if (fields.length === 0) return nothing;
  return html`<h3>${bilingual(title)}</h3>
<div class="scroll"><table>
<tr><th>字段 Field</th><th>取值 Value</th><th>说明 Note</th></tr>
${fields.map(
  ({ path, title, kind, required, note, view }) =>
    html`<tr><td><code>${path}</code>${required ? html`<span class="must" title="必填 required"> *</span>` : nothing}</td><td>${view === undefined ? html`<code>${kind}</code>` : viewLink(view, kind)}</td><td>${title === undefined ? nothing : bilingual(title)} ${note}</td></tr>`,
)}
</table></div>
`;
}
