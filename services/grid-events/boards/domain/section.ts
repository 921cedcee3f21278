import { type EventStatus, type GridEvent, listedUnitOf } from "../../events/domain/event.ts";

/** What a dispatcher has to look at. */
export const boardSections = [
  "gaps",
  "unanswered",
  "unassigned",
  "overdue",
  "unitOverdue",
  "notCome",
  "unchecked",
] as const;
export type BoardSection = (typeof boardSections)[number];

const toSend: ReadonlySet<EventStatus> = new Set(["filed", "returned"]);

/** In which sections an open matter stands; it may stand in several. */
export function sectionsOf(state: GridEvent): readonly BoardSection[] {
  const { status, where, late, called } = state;
  const unit = listedUnitOf(state);
  const found: readonly (readonly [BoardSection, boolean])[] = [
    ["gaps", where.grid === undefined],
    ["unanswered", status === "reported"],
    ["unassigned", toSend.has(status)],
    ["overdue", late],
    ["unitOverdue", unit?.late === true && unit.ended === undefined],
    ["notCome", called.some((one) => one.late && one.came === undefined)],
    ["unchecked", status === "verifying"],
  ];
  return found.flatMap(([section, stands]) => (stands ? [section] : []));
}

/** What a worker has to do with a matter of his grid. */
export const workerSections = ["toAccept", "inHand", "toVerify", "elsewhere"] as const;
export type WorkerSection = (typeof workerSections)[number];

const ofWorker: Readonly<Partial<Record<EventStatus, WorkerSection>>> = {
  ...{ reported: "toAccept", accepted: "inHand", "handling-here": "inHand", verifying: "toVerify" },
};
export const workerSectionOf = ({ status }: Pick<GridEvent, "status">): WorkerSection =>
  ofWorker[status] ?? "elsewhere";

/** Open matters of a grid or a unit, and how many of them are late (G-13: never of a person). */
export interface OpenCount {
  readonly key: string;
  readonly open: number;
  readonly late: number;
}

/** Counts by what each matter is of, in the order of the keys. */
export function countedBy(
  all: readonly GridEvent[],
  of: (state: GridEvent) => { readonly key: string; readonly late: boolean } | undefined,
): readonly OpenCount[] {
  const found = all.flatMap((state) => of(state) ?? []);
  return [...Map.groupBy(found, ({ key }) => key)]
    .map(([key, some]) => ({ key, open: some.length, late: some.filter(({ late }) => late).length }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
}
