import { type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { type EventStatus, type GridEvent, openStatuses } from "../../events/domain/event.ts";
import { isSensitive } from "../../events/domain/releasing.ts";
import { categoryOf } from "../../events/domain/said.ts";
import { type Cell, cellOf } from "./cells.ts";

/** Where a matter stands on the public map: by its smallest square, or by its grid alone. */
export type Marked = { readonly cell: Pick<Cell, "x" | "y">; readonly released: boolean } | { readonly grid: string };

/** What one matter adds to the public map. It holds no place and no word of it. */
export interface MapMark {
  readonly event: string;
  /** Absent: it is not on the map. */
  readonly marked?: Marked;
}
export interface PutMark extends MapMark {
  readonly type: "put";
}
type MarkPut = DomainEvent & { readonly type: "grid-events.map-mark.put"; readonly data: MapMark };

interface MapMarkWords {
  readonly state: MapMark;
  readonly command: PutMark;
  readonly event: MarkPut;
  readonly moves: Record<never, never>;
  readonly begins: "put";
  readonly begun: "grid-events.map-mark.put";
  readonly refusal: never;
}

const open: ReadonlySet<EventStatus> = new Set(openStatuses);

/**
 * What everybody may see of a matter while it is open. Its category is public, and no camera saw it (P-6). A sensitive one has its
 * grid alone.
 */
export function markOf(state: GridEvent, town: TownProfile): Marked | undefined {
  const { status, category, reporter, released, where } = state;
  if (!open.has(status) || reporter.kind === "camera" || categoryOf(category, town)?.public !== true) return undefined;
  if (isSensitive(state, town)) return where.grid === undefined ? undefined : { grid: where.grid };
  if (where.measured === undefined) return undefined;
  const { x, y } = cellOf(where.measured.place, 2);
  return { cell: { x, y }, released: released !== undefined };
}

export const isSameMark = (one: Marked | undefined, other: Marked | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Where released matters of a smallest square are found. */
export const markPartition = ({ x, y }: Pick<Cell, "x" | "y">): string => `map-mark:${x}:${y}`;

const put = ({ type: _type, ...data }: PutMark): MarkPut => ({ type: "grid-events.map-mark.put", data });

/** The mark of a matter on the public map: what its squares and grid count, and no more. */
export const mapMark = deciderOf<MapMarkWords>({
  aggregate: "map-mark",
  shape: 1,
  begin: { put: (command) => (command.marked === undefined ? [] : [put(command)]) },
  always: { put: (state, command) => (isSameMark(state.marked, command.marked) ? [] : [put(command)]) },
  begun: { "grid-events.map-mark.put": ({ data }) => data },
  effects: {},
  listed: ({ event, marked }) =>
    marked !== undefined && "cell" in marked && marked.released
      ? { byPlace: { partition: markPartition(marked.cell), sort: event } }
      : {},
});
