import { startOfDay } from "../../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf, type OfType } from "../../../../../shared/decider/index.ts";
import { plannedDayFault } from "../../../common/domain/planned.ts";
import { isSpecial } from "../grid-map.ts";
import { sayMapFinding } from "../map-findings.ts";
import { readGridMap } from "../read-map.ts";
import { badInput, type GridRefusal, notNow } from "../refusals.ts";
import { mapRulesOf } from "../town-area.ts";
import { inPieces, pieceNames } from "./pieces.ts";
import {
  type AdoptedMap,
  type AdoptMap,
  type GridMapCommand,
  type GridMapEvent,
  gridMapMoves,
  type KeptMap,
} from "./words.ts";

/** So many notes are kept with a map, and so many faults named in a refusal. */
const most = { notes: 200, faults: 20 } as const;

/** A map of grids (G1): adopted from a day on, and taken back only before that day. */
export const gridMap = deciderOf<{
  readonly state: KeptMap;
  readonly command: GridMapCommand;
  readonly event: GridMapEvent;
  readonly moves: typeof gridMapMoves;
  readonly begins: "adopt";
  readonly begun: "grid-events.grid-map.adopted";
  readonly refusal: GridRefusal;
}>({
  aggregate: "grid-map",
  shape: 2,
  apart: [...pieceNames, "notes"],
  moves: gridMapMoves,
  impossible: "grid-events.map-not-in-this-state",
  begin: { adopt },
  byItself: ["begin"],
  steps: { withdraw, begin: beginDay },
  always: {
    /** A day begins one map. One that was taken back makes room for another. */
    adopt: (state, command, context) =>
      state.status === "called-back"
        ? adopt(command, context)
        : notNow("grid-events.map-of-this-day", { from: state.from }),
  },
  begun: { "grid-events.grid-map.adopted": ({ data }) => ({ status: "adopted", ...data }) },
  effects: {
    "grid-events.grid-map.began": (state) => (state.status === "adopted" ? { ...state, begun: true } : state),
    "grid-events.grid-map.withdrawn": (state, { data: { on, reasons } }) => ({
      ...state,
      status: "called-back",
      withdrawnOn: on,
      reasons,
    }),
  },
  nextDeadline: (state) =>
    state.status === "adopted" && state.begun === undefined ? startOfDay(state.from) : undefined,
  onDeadline: () => ({ type: "begin" }),
  listed: ({ status, from }) => ({ byStatus: { partition: mapPartition(status), sort: from } }),
});

/** The partition of `byStatus` in which maps stand, in the order of their days. */
export const mapPartition = (status: KeptMap["status"]): string => `grid-map:${status}`;

/**
 * G1: a map counts from tomorrow at the earliest, because matters of today have their grid already. The first one may count from
 * today. A map with a fault is refused whole.
 */
function adopt({ from, map, document, inForce }: AdoptMap, { today, town }: Context): Decision<GridMapEvent> {
  const on = today.toString();
  const fault = plannedDayFault(from, { today }, "/from");
  if (fault !== undefined) return fault;
  if (from === on && inForce !== undefined) return badInput("grid-events.map-too-soon", { from, inForce }, "/from");
  const { grids, findings } = readGridMap(map, mapRulesOf(town));
  const faults = findings.filter(({ level }) => level === "fault");
  if (faults.length > 0)
    return badInput(
      "grid-events.map-faulty",
      { faults: faults.length, findings: faults.slice(0, most.faults).map(sayMapFinding) },
      "/map",
    );
  const pieces = inPieces(grids);
  if (pieces === undefined) return badInput("grid-events.map-too-large", { grids: grids.length }, "/map");
  const counts = { grids: grids.length, specialGrids: grids.filter(isSpecial).length };
  const notes = { notes: findings.slice(0, most.notes), noteCount: findings.length };
  const said = document === undefined ? {} : { document };
  return [
    { type: "grid-events.grid-map.adopted", data: { from, adoptedOn: on, ...counts, ...said, ...notes, ...pieces } },
  ];
}

/** G1: its first day has come: open matters are handed over to its grids. Told once. */
function beginDay({ from, begun }: AdoptedMap, _command: unknown, { today }: Context): Decision<GridMapEvent> {
  return begun === true || today.toString() < from ? [] : [{ type: "grid-events.grid-map.began", data: { from } }];
}

/** G1: a map that counts is not taken back: matters have their grid by it. Another one follows it. */
function withdraw(
  { from }: AdoptedMap,
  { reasons }: OfType<GridMapCommand, "withdraw">,
  { today }: Context,
): Decision<GridMapEvent> {
  const on = today.toString();
  if (from <= on) return notNow("grid-events.map-in-force", { from });
  return [{ type: "grid-events.grid-map.withdrawn", data: { from, on, reasons } }];
}
