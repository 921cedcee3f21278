import { inShanghai } from "../../../../shared/calendar/index.ts";
import type { GridEventRules } from "../../../../shared/town/grid-events.ts";
import { assignmentOf, type GridEvent } from "../../events/domain/event.ts";
import { isFromCamera } from "../../events/domain/machines.ts";
import type { Document, Fields } from "./formats.ts";
import { isOffered } from "./offered.ts";
import { lastSecondOf } from "./times.ts";

const over: ReadonlySet<GridEvent["status"]> = new Set(["closed", "rated", "rejected", "withdrawn", "merged"]);
export const isClosed = ({ status }: Pick<GridEvent, "status">): boolean => over.has(status);

/** When it last moved, as far as the public is told: never before the report. */
export function updatedAt({ status, closedAt, told, acceptedAt, reportedAt }: GridEvent): string {
  if ((status === "closed" || status === "rated") && closedAt !== undefined) return closedAt;
  return [reportedAt, acceptedAt ?? "", told.at(-1)?.at ?? ""].toSorted().at(-1) ?? reportedAt;
}

/** Whether anybody may know of it: never what a camera saw (P-6). */
export const isPublicRequest = (
  state: Pick<GridEvent, "category" | "reporter">,
  { categories }: GridEventRules,
): boolean => !isFromCamera(state) && categories.some((one) => one.code === state.category && isOffered(one));
/** What was reported without a name is not lost to its sender by another category; other matters of the house were never public. */
export const mayBeTold = (state: Pick<GridEvent, "category" | "reporter">, rules: GridEventRules): boolean =>
  isPublicRequest(state, rules) || state.reporter.kind === "unnamed";

/** Where the public sees it: a sensitive one by the middle of its grid. */
export interface Shown {
  readonly loaded: { readonly id: string; readonly state: GridEvent };
  readonly at?: { readonly lng: number; readonly lat: number } | undefined;
  /** Where its released pictures are fetched, for minutes. */
  readonly media?: readonly string[];
  /** Of what is no longer for the public: the service it was reported under. */
  readonly reportedAs?: string | undefined;
}

const none = {
  ...{ status_notes: null, service_name: null, description: null, agency_responsible: null, service_notice: null },
  ...{ address: null, address_id: null, zipcode: null, lat: null, long: null, media_url: null },
} satisfies Fields;

/**
 * One request. Text and address stand there once they are released; never who reported. What the public does not see keeps
 * its status, its dates and the service it was reported under, and nothing else.
 */
export function requestOf(
  { loaded: { id, state }, at, reportedAs, media = [] }: Shown,
  rules: GridEventRules,
  extended: boolean,
): Fields {
  const category = rules.categories.find(({ code }) => code === state.category);
  const dates = {
    requested_datetime: inShanghai(state.reportedAt),
    updated_datetime: inShanghai(updatedAt(state)),
    expected_datetime: state.term?.due == null ? null : inShanghai(lastSecondOf(state.term.due)),
  };
  const status = { service_request_id: id, status: isClosed(state) ? "closed" : "open" };
  if (category === undefined || !isPublicRequest(state, rules))
    return { ...status, ...none, service_code: reportedAs ?? null, ...dates };
  const unit = assignmentOf(state)?.unit;
  return {
    ...status,
    status_notes: notesOf(state, rules),
    ...{ service_name: category.title.zh, service_code: category.code, description: state.released?.text ?? null },
    agency_responsible: rules.units.find((one) => one.id === unit)?.name.zh ?? null,
    service_notice: state.told.at(-1)?.text.zh ?? null,
    ...dates,
    ...{
      address: null,
      address_id: null,
      zipcode: null,
      lat: at?.lat ?? null,
      long: at?.lng ?? null,
      media_url: media[0] ?? null,
    },
    ...(extended ? { extended_attributes: extendedOf(state, media) } : {}),
  };
}

const extendedOf = ({ status, where }: GridEvent, media: readonly string[]): Fields => ({
  media_urls: { each: "media_url", items: media },
  ...{ detailed_status: status, grid: where.grid ?? null },
});

function notesOf({ into, rejected }: GridEvent, { rejectionGrounds }: GridEventRules): string | null {
  if (into !== undefined) return into;
  return rejectionGrounds.find(({ code }) => code === rejected?.ground)?.title.zh ?? null;
}

export const requestsDocument = (items: readonly Fields[]): Document => ({
  root: "service_requests",
  content: { each: "request", items },
});
