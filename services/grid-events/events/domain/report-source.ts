import { type Context, type Decision, deciderOf } from "../../../../shared/decider/index.ts";
import { notNow } from "./refusals.ts";

/** Who is counted: a network address where nobody is signed in, a resident by his login, or the key of an application. All are keyed digests. */
export type CountedReporter = "unnamed" | "resident" | "open311";

/** How many matters one source reported on a day. It never grows. */
export interface ReportSource {
  readonly reports: number;
}
export interface CountReport {
  readonly type: "count";
  readonly as: CountedReporter;
}
export interface ReportCounted {
  readonly type: "grid-events.report-source.counted";
  readonly data: { readonly as: CountedReporter };
}

interface ReportSourceWords {
  readonly state: ReportSource;
  readonly command: CountReport;
  readonly event: ReportCounted;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: "grid-events.too-many-reports";
}

/** The number of the profile, on that day and no more. */
function count({ reports }: ReportSource, { as }: CountReport, { town }: Context): Decision<ReportCounted> {
  const most = town.gridEvents.reportsPerDay[as];
  if (reports >= most) return notNow("grid-events.too-many-reports", { most });
  return [{ type: "grid-events.report-source.counted", data: { as } }];
}

/** Reports of one source and day: committed together with the report, so that a crowd at once passes no limit. */
export const reportSource = deciderOf<ReportSourceWords>({
  aggregate: "report-source",
  shape: 1,
  unnamed: ["grid-events.report-source.counted"],
  begin: {},
  always: { count },
  empty: { reports: 0 },
  begun: {},
  effects: { "grid-events.report-source.counted": ({ reports }) => ({ reports: reports + 1 }) },
});

/**
 * The network that an address stands for: one household has a whole /64 of IPv6 and may take another address of it each time.
 * An IPv4 address within IPv6 is itself.
 */
export function networkOf(address: string): string {
  const four = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1];
  if (four !== undefined) return four;
  const [head = "", tail] = address.toLowerCase().split("%")[0]?.split("::") ?? [];
  const groups = (text = "") => (text === "" ? [] : text.split(":"));
  const [front, back] = [groups(head), groups(tail)];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const all = [...front, ...Array.from({ length: missing }, () => "0"), ...back];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
