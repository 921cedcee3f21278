import type { ServerResponse } from "node:http";
import type { HttpResult } from "../../shared/http/index.ts";
import { type Language, type Problem, renderProblem } from "../../shared/http/problem.ts";
import { commonProblems } from "../../shared/http/texts.ts";

/** Problems that only the gateway and the simulation can answer, and all others. */
export const gatewayTexts = {
  ...commonProblems,
  "request.malformed": { zh: "请求不是合法的HTTP请求", en: "This is not a well-formed HTTP request" },
  "request.headers-too-large": {
    zh: "请求头超过16KB",
    en: "The header lines of this request are larger than 16 KB",
  },
  "request.failed": { zh: "系统内部错误，内容可能未保存", en: "Something failed inside; it may not have been saved" },
  "gateway.starting": { zh: "系统正在启动", en: "The town is starting" },
  "clock.backwards": { zh: "时钟不能倒拨，现为{now}", en: "The clock never runs backwards; it is {now} now" },
  "files.url-invalid": {
    zh: "文件地址无效：须按签发时的方法和请求头原样使用",
    en: "Not an address of a file, or not used as it was given: by its method, with its headers",
  },
  "files.url-expired": {
    zh: "文件地址已过期，请重新获取",
    en: "The address of the file has expired; ask for a new one",
  },
  "files.already-there": { zh: "该文件已经上传过，不能覆盖", en: "The file is there already and is not written again" },
  "files.wrong-content": {
    zh: "内容与申报的大小或SHA-256不符，未保存",
    en: "The content has not the size and SHA-256 that were announced; it was not saved",
  },
  "ops.refused": { zh: "未执行：{reason}", en: "Not done: {reason}" },
  "ops.sent-again": { zh: "该消息已于{at}重发", en: "The message was sent again at {at}" },
  "ops.discarded": { zh: "该消息已于{at}放弃", en: "The message was given up at {at}" },
  "ops.no-subscriber": { zh: "没有该订阅方", en: "There is no such subscriber" },
  "ops.nothing-there": { zh: "没有符合条件的消息", en: "There is no such message" },
  "simulation.service-runs-here": {
    zh: "{service}服务在本镇运行，其事件只由其自身发布",
    en: "The service {service} runs here; only it publishes its events",
  },
  "simulation.unsettled": {
    zh: "等待超时，尚有未送达的事件：{queues}",
    en: "Not settled in time; still under way: {queues}",
  },
};

export const problemAnswer = (answer: Problem, language: Language, path: string): HttpResult =>
  renderProblem(answer, language, path, gatewayTexts);

export const jsonAnswer = (body: unknown, statusCode = 200): HttpResult => ({
  statusCode,
  headers: { "content-type": "application/json", "cache-control": "no-store" },
  body: JSON.stringify(body),
});

/** Writes what a handler answered, as API Gateway would. */
export function respond(response: ServerResponse, { statusCode, headers, cookies, body, isBase64Encoded }: HttpResult) {
  if (response.headersSent || response.destroyed) return;
  const isHead = response.req.method === "HEAD";
  // A text goes out in one piece with the headers
  const content = isBase64Encoded === true ? Buffer.from(body ?? "", "base64") : (body ?? "");
  response.statusCode = statusCode ?? 200;
  const { vary, ...others } = headers ?? {};
  for (const [name, value] of Object.entries(others)) response.setHeader(name, String(value));
  if (vary !== undefined) response.appendHeader("vary", String(vary));
  if (cookies !== undefined && cookies.length > 0) response.setHeader("set-cookie", cookies);
  if (statusCode !== 304 && !(isHead && response.hasHeader("content-length")))
    response.setHeader("content-length", Buffer.byteLength(content));
  response.end(isHead ? undefined : content);
}
