import { partyProblems } from "../parties/problems.ts";
import { textProblems } from "../text/problems.ts";
import { titleTexts } from "../text/titles.ts";
import { roleNames } from "../town/roles.ts";
import { holdProblems } from "./hold-texts.ts";
import { identityProblems } from "./identity-texts.ts";
import type { ProblemTexts } from "./problem.ts";
import { commonTitles } from "./titles.ts";

/** The problems that any route can answer. A service adds its own in its manifest. */
export const commonProblems: ProblemTexts = {
  ...identityProblems,
  ...textProblems,
  ...partyProblems,
  ...titleTexts(commonTitles),
  "request.malformed-json": { zh: "请求体不是合法的JSON", en: "The body is not valid JSON" },
  "request.invalid": { zh: "请求内容不合规范，见errors逐项说明", en: "The request is not well formed; see errors" },
  "request.unknown-route": { zh: "没有这个地址", en: "There is no such path" },
  "request.method-not-allowed": { zh: "此地址不支持{method}方法", en: "This path does not take {method}" },
  "request.unsupported-media-type": {
    zh: "请求体须为{type}",
    en: "The body must be {type}",
  },
  "request.unsupported-charset": {
    zh: "请求体须为UTF-8编码，不能是{charset}",
    en: "The body must be UTF-8, not {charset}",
  },
  "request.not-utf-8": {
    zh: "请求体不是UTF-8编码的文字（如为GBK，请先转换为UTF-8）",
    en: "The body is not UTF-8 text; convert it first if it is GBK",
  },
  "request.unsupported-encoding": {
    zh: "请求体的压缩方式只能是：{accepted}",
    en: "The body's Content-Encoding must be one of: {accepted}",
  },
  "request.bad-encoding": {
    zh: "请求体不能按{coding}解压",
    en: "The body cannot be decoded as {coding}",
  },
  "request.too-many": { zh: "请求过于频繁", en: "Too many requests" },
  "request.too-large": { zh: "请求体超过{limit}字节", en: "The body is larger than {limit} bytes" },
  "request.too-many-changes": {
    zh: "一次操作涉及{changes}项写入，上限{most}项，请分次办理",
    en: "This changes {changes} records at once; at most {most} are possible. Do it in parts",
  },
  "request.too-much-data": {
    zh: "一次操作写入{bytes}字节，上限{most}字节，请分次办理",
    en: "This writes {bytes} bytes at once; at most {most} are possible. Do it in parts",
  },
  "answer.too-large": {
    zh: "答复过大，无法一次返回，请缩小范围或者分页查询",
    en: "The answer is too large to be given at once; ask for less, or page by page",
  },
  "answer.off-schema": {
    zh: "答复与接口约定不符，未给出；所办可能已经保存",
    en: "The answer does not fit its description and is not given; what was asked may be saved",
  },
  "request.bad-cursor": {
    zh: "翻页标记无效或不属于本列表",
    en: "The cursor is not valid, or belongs to another list",
  },
  "request.unsortable": {
    zh: "您所见的列表不能按此排序",
    en: "The list that you see cannot be sorted so",
  },
  "request.bad-if-match": { zh: "If-Match须为带引号的版本号", en: "If-Match must be a quoted version" },
  "request.command-id-reused": {
    zh: "同一Idempotency-Key已用于另一内容的请求",
    en: "This Idempotency-Key was already used for another request",
  },
  "value.names-nothing": {
    zh: "没有此项所指的记录，请核对后重报",
    en: "There is no record that this names; look it up and send it again",
  },
  "resource.not-found": { zh: "没有这条记录", en: "There is no such record" },
  "record.erased": {
    zh: "记录中的个人信息已按期删除，不能再办理（个人信息保护法47）",
    en: "The personal parts of the record were erased when their time was over; nothing can be done with it (PIPL 47)",
  },
  ...holdProblems,
  "request.enough-for-today": {
    zh: "今天此类办理（{kind}）已达上限{most}，请明天再来，或者到窗口办理",
    en: "This is enough for today ({kind}: {most}); come back tomorrow, or to the counter",
  },
  "record.full": {
    zh: "这条记录已经太大（{bytes}字节，至多{most}），不能再增加内容",
    en: "The record is too large already ({bytes} bytes, at most {most}); nothing can be added to it",
  },
  "resource.stale": {
    zh: "记录已被他人更改，现为第{version}版，请重新读取",
    en: "The record has changed since; it is at version {version} now. Read it again",
  },
  "auth.missing": { zh: "请先登录", en: "Sign in first" },
  "auth.invalid-token": { zh: "身份凭证无效或已过期", en: "The token is not valid or has expired" },
  "auth.unavailable": {
    zh: "身份认证暂时不可用，请稍后再试；公开内容不受影响",
    en: "Tokens cannot be checked just now; try again shortly. Public pages go on",
  },
  "auth.other-town": { zh: "凭证属于另一个镇", en: "The token belongs to another town" },
  "auth.role": { zh: "您的角色不能进行此操作，需要：{allow}", en: "Your roles do not open this; needed: {allow}" },
  ...Object.fromEntries(Object.entries(roleNames).map(([en, zh]) => [`word.auth.role.${en}`, { zh, en }])),
  "service.busy": { zh: "同一记录上的操作过多，请稍后再试", en: "Too many are at the same record; try again shortly" },
  "service.data-newer": {
    zh: "数据由较新版本的程序写入，请使用新版程序；内容未保存",
    en: "A newer program has written this data; use the newer program. Nothing was saved",
  },
  "calendar.no-calendar": {
    zh: "{date}早于系统最早的工作日历，期限无从计算，请核对日期",
    en: "No term can be counted on {date}: it lies before the first working-day calendar; check the days that you sent",
  },
  "service.unavailable": { zh: "系统暂时不可用，内容未保存", en: "Temporarily unavailable; nothing was saved" },
  "value.missing": { zh: "缺少此项", en: "This is missing" },
  "value.unknown-field": { zh: "没有这个字段", en: "There is no such field" },
  "value.unknown-parameter": { zh: "没有这个查询参数", en: "There is no such query parameter" },
  "value.wrong-type": { zh: "类型不对，应为{expected}", en: "Wrong type; expected {expected}" },
  "value.too-short": { zh: "太短或太小，至少{minimum}", en: "Too short or too small; at least {minimum}" },
  "value.too-long": { zh: "太长或太大，至多{maximum}", en: "Too long or too large; at most {maximum}" },
  "value.one-of-two": { zh: "两项中须填且只填一项", en: "Give one of the two, and only one" },
  "value.ends-before": { zh: "结束日不能早于开始日", en: "It ends before it begins" },
  "value.repeated": { zh: "只能给出一次", en: "Give it once" },
  "value.bad-format": { zh: "格式不对", en: "Wrong format" },
  "value.not-allowed": { zh: "只能是：{values}", en: "Must be one of: {values}" },
};
