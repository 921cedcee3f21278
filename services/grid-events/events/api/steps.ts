import * as z from "zod";
import { forReason, type Route, showingPerson } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import type { GridEvent } from "../domain/event.ts";
import { levels } from "../domain/levels.ts";
import { mappedAt } from "../mapped-at.ts";
import { code, events, located, locating, sha, unitRoles } from "./events.ts";
import { dutyOn, postsOf } from "./on-duty.ts";

const nothing = z.strictObject({});
const words = textOf(2_000, 2);
const reasoned = z.strictObject({ reasons: words });
const proof = z.union([
  z.strictObject({ pictures: z.array(sha).min(1).max(9) }),
  z.strictObject({ without: lineOf(500, 2) }),
]);
const work = z.strictObject({ outcome: words, proof });

const inTheGrid = ["grid-worker", "dispatcher"] as const;
const handling = ["dispatcher", ...unitRoles] as const;
/** With the posts of the grid as they are. */
const facts = ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) => postsOf(id, runtime);

const receiving: readonly Route[] = [
  events.step("accept", {
    summary: { zh: "受理", en: "Accept it" },
    allow: inTheGrid,
    body: nothing,
    facts,
    run: ({ facts: { posts }, runtime }) => ({ type: "accept", duty: dutyOn(posts, runtime) }),
  }),
  events.step("reject", {
    summary: { zh: "不予受理，说明理由", en: "Do not take it on; the reporter reads why" },
    allow: ["dispatcher"],
    body: z.strictObject({ ground: code, reasons: words }),
    run: ({ body }) => ({ type: "reject", ...body }),
  }),
  events.step("withdraw", {
    summary: { zh: "上报人撤回", en: "The reporter takes it back" },
    allow: ["resident", "grid-worker"],
    body: nothing,
    run: () => ({ type: "withdraw" }),
  }),
  events.step("locate", {
    summary: { zh: "更正位置", en: "Set its place" },
    allow: ["dispatcher"],
    body: z.strictObject(located),
    learn: async ({ body: { place, datum, accuracy }, runtime }) =>
      place === undefined ? undefined : mappedAt(runtime, { place, datum, accuracy }),
    run: ({ body, learnt }) => ({ type: "locate", ...locating(body), mapped: learnt }),
  }),
  events.step("recategorise", {
    summary: {
      zh: "更正类别或者紧急程度，时限重算；可以同时改派",
      en: "Change its category or urgency, and perhaps its unit; its term is counted anew",
    },
    allow: ["dispatcher"],
    body: z.strictObject({
      ...{ category: code, urgency: code, reasons: words },
      ...{ unit: code.exactOptional(), person: lineOf(128).exactOptional() },
    }),
    run: ({ body }) => ({ type: "recategorise", ...body }),
  }),
  events.step("handle-here", {
    summary: { zh: "自行处置", en: "Handle it in the grid" },
    allow: inTheGrid,
    body: nothing,
    facts,
    run: ({ facts: { posts }, runtime }) => ({ type: "handle-here", duty: dutyOn(posts, runtime) }),
  }),
  events.step("close-here", {
    summary: { zh: "自行处置完毕，结案", en: "Close what was solved in the grid" },
    allow: inTheGrid,
    body: work,
    facts,
    run: ({ body, facts: { posts }, runtime }) => ({ type: "close-here", ...body, duty: dutyOn(posts, runtime) }),
  }),
];

const dispatching: readonly Route[] = [
  events.step("file", {
    summary: { zh: "立案", en: "Put it on file" },
    allow: ["dispatcher"],
    body: nothing,
    run: () => ({ type: "file" }),
  }),
  events.step("dispatch", {
    summary: { zh: "派遣", en: "Send it to a unit" },
    allow: ["dispatcher"],
    body: z.strictObject({ unit: code, person: lineOf(128).exactOptional() }),
    run: ({ body }) => ({ type: "dispatch", ...body }),
  }),
  events.step("redirect", {
    summary: { zh: "改派", en: "Send it to another unit" },
    allow: ["dispatcher"],
    body: z.strictObject({ unit: code, person: lineOf(128).exactOptional(), reasons: words }),
    run: ({ body }) => ({ type: "redirect", ...body }),
  }),
  events.step("start", {
    summary: { zh: "开始处置", en: "Begin to handle it" },
    allow: handling,
    body: nothing,
    run: () => ({ type: "start" }),
  }),
  events.step("return", {
    summary: { zh: "退回", en: "Send it back: the wrong unit" },
    allow: handling,
    body: reasoned,
    run: ({ body }) => ({ type: "return", ...body }),
  }),
  events.step("hand-in", {
    summary: { zh: "处置完毕，报核查", en: "Hand it in to be verified" },
    allow: handling,
    body: work,
    run: ({ body }) => ({ type: "hand-in", ...body }),
  }),
  events.step("pause", {
    summary: { zh: "暂停计时", en: "Let the clock stand" },
    allow: handling,
    body: z.strictObject({ reason: code, reasons: words }),
    run: ({ body }) => ({ type: "pause", ...body }),
  }),
  events.step("resume", {
    summary: { zh: "恢复计时", en: "Let the clock go on" },
    allow: handling,
    body: nothing,
    run: () => ({ type: "resume" }),
  }),
];

const ending: readonly Route[] = [
  events.step("close", {
    summary: { zh: "核查通过，结案", en: "Verify and close it" },
    allow: inTheGrid,
    body: nothing,
    facts,
    run: ({ facts: { posts }, runtime }) => ({ type: "close", duty: dutyOn(posts, runtime) }),
  }),
  events.step("rework", {
    summary: { zh: "返工", en: "Have it done again" },
    allow: inTheGrid,
    body: reasoned,
    facts,
    run: ({ body, facts: { posts }, runtime }) => ({ type: "rework", ...body, duty: dutyOn(posts, runtime) }),
  }),
  events.step("rate", {
    summary: { zh: "上报人评价", en: "The reporter says whether he is content" },
    allow: ["resident", "grid-worker"],
    body: z.strictObject({ satisfied: z.boolean() }),
    run: ({ body }) => ({ type: "rate", ...body }),
  }),
  events.step("reopen", {
    summary: { zh: "重新受理", en: "Take it up again" },
    allow: ["resident", ...inTheGrid],
    body: reasoned,
    facts,
    run: ({ body, facts: { posts }, runtime }) => ({ type: "reopen", ...body, duty: dutyOn(posts, runtime) }),
  }),
  events.step("check-sample", {
    summary: { zh: "抽查：另一人到现场核对自行处置结果", en: "Another person checks what was solved in the grid" },
    allow: ["grid-worker", "dispatcher", "leader", "supervisor"],
    body: z.strictObject({ right: z.boolean(), notes: words }),
    run: ({ body }) => ({ type: "check-sample", ...body }),
  }),
  events.step("escalate", {
    summary: { zh: "报送上一级（村→镇→县）", en: "Send it up: village, town, county" },
    allow: inTheGrid,
    body: z.strictObject({ to: z.enum(levels), reasons: words }),
    facts,
    run: ({ body, facts: { posts }, runtime }) => ({ type: "escalate", ...body, duty: dutyOn(posts, runtime) }),
  }),
  events.step("call", {
    summary: { zh: "吹哨：呼叫单位限时到场", en: "Call units to the place, in time" },
    allow: inTheGrid,
    body: z.strictObject({ units: z.array(code).min(1).max(20), reasons: words }),
    facts,
    run: ({ body, facts: { posts }, runtime }) => ({ type: "call", ...body, duty: dutyOn(posts, runtime) }),
  }),
  events.step("arrive", {
    summary: { zh: "报到：被呼叫单位已到场", en: "A unit that was called is there" },
    allow: handling,
    body: z.strictObject({ unit: code }),
    tries: ({ state }) => (state?.called ?? []).filter(({ came }) => came === undefined).map(({ unit }) => ({ unit })),
    run: ({ body }) => ({ type: "arrive", ...body }),
  }),
  events.step("release", {
    summary: {
      zh: "审阅后公开文字、照片（电话、证件号码一律遮盖）",
      en: "Release text and pictures; numbers of persons are hidden",
    },
    allow: ["dispatcher"],
    body: z.strictObject({ text: words.exactOptional(), pictures: z.array(sha).max(9).default([]) }),
    run: ({ body }) => ({ type: "release", ...body }),
  }),
  events.step("withhold", {
    summary: { zh: "撤回公开", en: "Take it out of the public eye" },
    allow: ["dispatcher"],
    body: nothing,
    run: () => ({ type: "withhold" }),
  }),
  events.step("disclose", {
    summary: {
      zh: "说明理由查看来电人和原话",
      en: "Read who told it and all that he wrote, for a reason on record",
    },
    allow: ["dispatcher"],
    body: forReason,
    run: ({ body }) => ({ type: "disclose", ...body }),
    answers: showingPerson(
      "contact",
      ({ reporter: { name, phone } }: GridEvent) =>
        name === undefined || phone === undefined ? undefined : { name, phone },
      ({ text, where }) => [text, where.address].filter((one) => one !== "").join("\n"),
    ),
  }),
];

/** What is done with a matter, from the acceptance to the end and afterwards. */
export const eventSteps: readonly Route[] = [...receiving, ...dispatching, ...ending];
