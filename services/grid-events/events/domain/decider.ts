import { deciderOf } from "../../../../shared/decider/index.ts";
import { listedByNumber } from "../../common/domain/numbered.ts";
import { disclose, rate, recategorise, reopen } from "./afterwards.ts";
import { noteChange } from "./changed.ts";
import { close, dispatch, giveBack, handIn, redirect, rework, start } from "./dispatching.ts";
import { type GridEvent, listedUnitOf } from "./event.ts";
import { eventEffects } from "./evolve.ts";
import { noteLead } from "./leads.ts";
import { arrive, call, escalate } from "./levels.ts";
import { noteMachines } from "./machines.ts";
import { join, merge, notSame, split, takeIn } from "./merging.ts";
import { eventMoves } from "./moves.ts";
import { endingPause, nextEventDeadline, passTime, pause, resume } from "./passing.ts";
import { notePicture } from "./pictured.ts";
import { release, withhold } from "./releasing.ts";
import { locate, regrid, report } from "./reporting.ts";
import { checkSample, draw, nextDrawFor } from "./sampling.ts";
import { cellPartition, componentPartition } from "./similar.ts";
import { accept, closeHere, file, handleHere, reject, withdraw } from "./taking.ts";
import { doerPartition } from "./who.ts";
import type { EventWords } from "./words.ts";

const ended: ReadonlySet<string> = new Set(["closed", "rated", "rejected", "withdrawn", "merged"]);

const told = deciderOf<EventWords>({
  aggregate: "event",
  shape: 11,
  ended: ({ status }) => ended.has(status),
  retainedAs: "voice",
  erasedTo: { measured: undefined },
  moves: eventMoves,
  impossible: "grid-events.event-not-in-this-state",
  byItself: ["pass-time", "take-in", "note-lead", "note-picture", "note-machines", "regrid", "draw"],
  unnamed: ["reported", "withdrawn", "rated", "reopened", "joined", "picture-received"].map(
    (type) => `grid-events.event.${type}`,
  ),
  begin: { report },
  steps: {
    accept,
    reject,
    withdraw,
    "handle-here": handleHere,
    "close-here": endingPause(closeHere),
    file: (state, _command, context) => file(state, context),
    dispatch,
    redirect,
    start: (state, _command, context) => start(state, context),
    return: giveBack,
    "hand-in": endingPause(handIn),
    close: endingPause(close),
    rework,
    rate,
    reopen,
    recategorise,
    pause,
    resume: (state, _command, context) => resume(state, context),
    locate,
    regrid,
    escalate,
    call,
    arrive,
    draw,
    "check-sample": checkSample,
    merge,
    "take-in": takeIn,
    "not-same": notSame,
    join,
    split,
    release,
    withhold,
    "note-picture": notePicture,
    "note-machines": noteMachines,
    "note-lead": noteLead,
    disclose,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...eventEffects,
  listed: (state, id) => {
    const sort = `${state.reportedAt}#${id}`;
    const doer = listedUnitOf(state);
    const unit = doer?.unit;
    const { owner } = state.reporter;
    return {
      byStatus: { partition: `event:${state.status}`, sort },
      byGrid: { partition: `event:${state.where.grid ?? noGrid}`, sort },
      ...(owner === undefined ? {} : { byOwner: { partition: `event:${owner}`, sort } }),
      ...(ended.has(state.status)
        ? waitingForCheck(state, sort)
        : {
            byLevel: { partition: `event:${state.level}`, sort },
            byOpen: { partition: openPartition(state.where.grid), sort: `${state.term?.due ?? lastly}#${id}` },
          }),
      ...(state.where.measured === undefined
        ? {}
        : { byPlace: { partition: cellPartition(state.where.measured.place), sort } }),
      ...(state.component === undefined
        ? {}
        : { byComponent: { partition: componentPartition(state.component), sort } }),
      ...(unit === undefined ? {} : { byCode: { partition: `event:${unit}`, sort } }),
      byChange: { partition: changePartition(state.where.grid), sort: `${state.changedAt ?? state.reportedAt}#${id}` },
      ...(state.left === undefined ? {} : { byMove: { partition: movedPartition, sort: `${state.left.at}#${id}` } }),
      ...(doer === undefined ? {} : { byDoer: { partition: doerPartition(doer), sort } }),
      ...listedByNumber("event", state.number, id),
    };
  },
  nextDeadline: nextEventDeadline,
  // The seed, which only the service knows, decides the draw (`sample-seed.ts`).
  onDeadline: (state) => {
    const on = nextDrawFor(state);
    return on === undefined ? { type: "pass-time" } : { type: "draw", on, drawn: false };
  },
});

/** A matter of the grid, from the report to the answer (G2). */
export const gridEvent: typeof told = {
  ...told,
  evolve: (before, event) => noteChange(before, told.evolve(before, event), event.time),
};

/** Of what is over: what another person has to look at. */
const waitingForCheck = ({ sample }: GridEvent, sort: string) =>
  sample?.drawn === true && sample.found === undefined ? { byLevel: { partition: samplePartition, sort } } : {};
/** Where matters of the sample stand until they are checked. */
export const samplePartition = "event:sample";

/** What has no term yet, or whose clock stands, comes behind what falls due. */
const lastly = "9999";
/** Where the open matters of a grid stand, the most pressing first. */
export const openPartition = (grid: string | undefined): string => `event-open:${grid ?? noGrid}`;
/** Where matters without a grid stand: those of gaps and of mere addresses. */
export const noGrid = "none";
/** Where the matters of a grid stand by when they changed last. */
export const changePartition = (grid: string | undefined): string => `event-change:${grid ?? noGrid}`;
/** Where the matters stand that are in another grid than they were. */
export const movedPartition = "event-moved";
