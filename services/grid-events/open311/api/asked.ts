import type { TownProfile } from "../../../../shared/town/profile.ts";
import { readInstant, spanOf } from "../domain/times.ts";

type Query = Readonly<Record<string, string>>;

/** An empty parameter is an absent one. */
export const parameterOf = (query: Query, name: string): string | undefined => query[name]?.trim() || undefined;
const several = (query: Query, name: string): readonly string[] | undefined =>
  parameterOf(query, name)
    ?.split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** We serve one jurisdiction: absent or the town's own code. */
export const isElsewhere = (query: Query, { code }: Pick<TownProfile, "code">): boolean =>
  (parameterOf(query, "jurisdiction_id") ?? code) !== code;

export interface AskedSpan {
  readonly span: { readonly from: string; readonly to: string };
  readonly page: number;
  readonly size: number;
}
export interface AskedRequests extends AskedSpan {
  readonly ids?: readonly string[] | undefined;
  readonly codes?: readonly string[] | undefined;
  readonly statuses: ReadonlySet<"open" | "closed">;
  readonly updated: { readonly from: string; readonly to: string };
}
const most = 1_000;

/** What a query asks for, or a word for what is wrong with it. An id overrides all else. */
export function askedRequests(query: Query, now: string): AskedRequests | string {
  const ids = several(query, "service_request_id");
  const open = {
    statuses: new Set(["open", "closed"] as const),
    updated: { from: "", to: "9999" },
    page: 1,
    size: most,
  };
  if (ids !== undefined) return { ids: ids.slice(0, most), span: { from: "", to: now }, ...open };
  const updated = timesIn(query, ["updated_after", "updated_before"]);
  const spanned = askedSpan(query, now);
  if (typeof updated === "string") return updated;
  if (typeof spanned === "string") return spanned;
  const statuses = new Set<"open" | "closed">();
  for (const one of several(query, "status") ?? ["open", "closed"]) {
    if (one !== "open" && one !== "closed") return "status只能是open、closed / status is open or closed";
    statuses.add(one);
  }
  return {
    ...{ ...spanned, codes: several(query, "service_code"), statuses },
    updated: { from: updated.updated_after ?? "", to: updated.updated_before ?? "9999" },
  };
}

/** The span and the page that a query asks for, or a word for what is wrong with them. */
export function askedSpan(query: Query, now: string): AskedSpan | string {
  const times = timesIn(query, ["start_date", "end_date"]);
  if (typeof times === "string") return times;
  const span = spanOf(now, times.start_date, times.end_date);
  if (span === undefined) return "起止时间不合格，最长90天 / start_date and end_date make no span of at most 90 days";
  const [page, size] = [numberOf(query, "page", 1, 100), numberOf(query, "page_size", most, most)];
  if (page === undefined || size === undefined)
    return "page、page_size不合格 / page or page_size is no number in range";
  return { span, page, size };
}

function timesIn(query: Query, names: readonly string[]): Readonly<Record<string, string | undefined>> | string {
  const times: Record<string, string | undefined> = {};
  for (const name of names) {
    const given = parameterOf(query, name);
    if (given === undefined) continue;
    times[name] = readInstant(given);
    if (times[name] === undefined) return `${name}须为带时区的时间 / ${name} must be a time with its offset`;
  }
  return times;
}

function numberOf(query: Query, name: string, otherwise: number, largest: number): number | undefined {
  const given = parameterOf(query, name);
  if (given === undefined) return otherwise;
  const value = /^\d{1,6}$/.test(given) ? Number(given) : 0;
  return value >= 1 && value <= largest ? value : undefined;
}
