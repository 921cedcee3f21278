import type { Text } from "../../shared/http/index.ts";
import type { Route } from "../../shared/http/route.ts";
import { roleNames } from "../../shared/town/roles.ts";

/** Both languages in one line, for documents that have room for one text only. */
export const both = ({ zh, en }: Text) => `${zh} / ${en}`;

/** Who may use a route, in words. */
export const whoMay = ({ allow }: Route): Text =>
  allow === "public"
    ? { zh: "任何人，无须登录", en: "anybody, without a token" }
    : { zh: allow.map((role) => roleNames[role]).join("、"), en: allow.join(", ") };

/** What each status of a refusal means. */
export const refusals = {
  400: { zh: "请求不合规范", en: "The request is not well formed" },
  401: { zh: "未登录或凭证失效", en: "No token, or not a valid one" },
  403: { zh: "角色不符，或此件不由您办理", en: "Not your role, or not your case" },
  404: { zh: "没有这条记录", en: "There is no such record" },
  409: { zh: "所处状态不允许", en: "The state does not allow it" },
  410: { zh: "已按期删除", en: "Erased when its time was over" },
  412: { zh: "已被他人更改，请重新读取", en: "Changed since you read it" },
  413: { zh: "请求体过大", en: "The body is too large" },
  415: { zh: "请求体须为 application/json", en: "The body must be application/json" },
  422: { zh: "规则不允许", en: "A rule forbids it" },
  429: { zh: "请求过于频繁", en: "Too many requests" },
  503: { zh: "暂时不可用，内容未保存", en: "Temporarily unavailable; nothing was saved" },
} as const satisfies Readonly<Record<number, Text>>;

export type Refusal = keyof typeof refusals;

const refusal = (status: Refusal, when: boolean): Refusal[] => (when ? [status] : []);

/** The statuses with which a route may refuse, in order. */
export const refusalsOf = ({
  allow,
  method,
  path,
  query,
  body,
  isCommand,
  status,
  elsewhere,
  forbiddenByState,
  refuses,
}: Route): readonly Refusal[] => [
  400,
  ...refusal(401, allow !== "public" || refuses?.[401] !== undefined),
  ...refusal(403, allow !== "public"),
  ...refusal(404, path.includes("{") || query !== undefined || body !== undefined),
  ...refusal(409, method === "POST" || forbiddenByState === true),
  ...refusal(410, elsewhere !== undefined),
  ...refusal(412, isCommand && status === 200),
  413,
  ...refusal(415, body !== undefined),
  ...refusal(422, isCommand || query !== undefined || body !== undefined),
  429,
  503,
];
