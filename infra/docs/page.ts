import type { Text } from "../../shared/http/index.ts";
import type { Service } from "../../shared/service/index.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { receiversOf } from "./asyncapi.ts";
import { conventions } from "./conventions.ts";
import { type Answers, answersOf } from "./fields.ts";
import { type Html, html, nothing } from "./html.ts";
import { documentPath } from "./of-service.ts";
import { onceOf } from "./once-of.ts";
import { bilingual, eventPart, routePart, viewPart } from "./page-parts.ts";
import { style } from "./style.ts";
import { wordsOf } from "./titles.ts";
import { nameIn, viewsOf } from "./views.ts";

/** One page for people: what each service can be asked and what it publishes. Needs no network and no script. */
export function docsPage(services: readonly Service[], town: TownProfile): string {
  const { told, views } = ofServices(services);
  const page = html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${town.name.zh}接口说明 · Qiangzhen</title>
<style>${{ html: style }}</style>
</head>
<body>
<header>
<h1>${town.name.zh} · 强镇接口说明</h1>
<p class="en" lang="en">The interfaces of ${town.name.en}, ${town.county.name.en}: routes, events and how to use them</p>
<nav aria-label="目录"><ul>
<li><a href="#conventions">约定</a></li>
${services.map(({ name, title }) => html`<li><a href="#${name}">${title.zh}</a></li>`)}
<li><a href="#views">记录</a></li>
<li><a href="#subscribers">订阅</a></li>
<li><a href="/openapi.json">OpenAPI</a></li>
<li><a href="/asyncapi.json">AsyncAPI</a></li>
</ul></nav>
</header>
<main>
${conventions(town)}
${told}
<section id="views">
<h2>答复的记录 <span class="en" lang="en">Records in answers</span></h2>
${views}
</section>
${subscribersPart(services, town)}
</main>
</body>
</html>
`;
  return page.html;
}

/** What is the same for each town: the parts of the services and of their views. */
const ofServices = onceOf((services: readonly Service[]) => {
  const views = viewsOf(services);
  const allWords = Object.assign({}, ...services.toReversed().map(wordsOf));
  const others = services.flatMap(({ routes }) => routes.flatMap(({ returns }) => returns ?? []));
  const answers = answersOf(
    views,
    [...new Set(others)].filter((schema) => nameIn(views, schema) === undefined),
  );
  return {
    told: services.map((service) => servicePart(service, answers)),
    views: Object.entries(views).map((view) => viewPart(view, answers, allWords)),
  };
});

function servicePart(service: Service, answers: Answers): Html {
  const { name, title, routes, publishes, problems } = service;
  const words = wordsOf(service);
  const types = Object.entries(publishes);
  const own = Object.entries(problems).filter(([code]) => !code.startsWith("field."));
  return html`<section id="${name}">
<h2>${bilingual(title)}</h2>
<p><a href="${documentPath(name)}">OpenAPI：${title.zh} <span class="en" lang="en">OpenAPI of this service alone</span></a></p>
<h3>接口 <span class="en" lang="en">Routes</span></h3>
${routes.map((route) => routePart(route, answers, words))}
${types.length === 0 ? nothing : html`<h3>发布的事件 <span class="en" lang="en">Events</span></h3>${types.map((type) => eventPart(type, words))}`}
${own.length === 0 ? nothing : problemsPart(own)}
</section>
`;
}

const problemsPart = (problems: readonly (readonly [code: string, text: Text])[]) => html`<details>
<summary><span class="method">${problems.length}</span><span>不予办理的原因 <span class="en" lang="en">Reasons for refusing</span></span></summary>
<div class="inside scroll"><table>
<tr><th>code</th><th>说明</th></tr>
${problems.map(([code, text]) => html`<tr><td><code>${code}</code></td><td>${bilingual(text)}</td></tr>`)}
</table></div>
</details>
`;

function subscribersPart(services: readonly Service[], town: TownProfile): Html {
  return html`<section id="subscribers">
<h2>谁收到哪些事件 <span class="en" lang="en">Who receives which events</span></h2>
<div class="scroll"><table>
<tr><th>接收方 Receiver</th><th>队列 Queue</th><th>事件 Types</th></tr>
${receiversOf(services, town).map(
  ({ title, queue, types }) =>
    html`<tr><td>${title}</td><td><code>${queue}</code></td><td>${types.map((type) => html`<code>${type}</code><br>`)}</td></tr>`,
)}
</table></div>
</section>
`;
}
