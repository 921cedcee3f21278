import { type Events, present } from "../../../../shared/decider/index.ts";
import { type Assignment, type GridEvent, picturesAfter } from "./event.ts";
import type { LeadStage } from "./leads.ts";
import type { Answer } from "./told.ts";
import type { EventWords } from "./words.ts";

/** Changes the last assignment, the one the unit has or had. */
const withLast = (state: GridEvent, change: (last: Assignment) => Assignment): readonly Assignment[] =>
  state.assignments.map((one, at) => (at === state.assignments.length - 1 ? change(one) : one));

const endedAt = (at: string, how: NonNullable<Assignment["ended"]>["how"]) => (last: Assignment) => ({
  ...last,
  ended: { at, how },
});

/** A new round asks for no picture of the last one. */
const withoutDue = <S extends Pick<GridEvent, "picturesDue" | "unproved">>({
  picturesDue: _due,
  unproved: _unproved,
  ...state
}: S) => state;

/** Keeps what the reporter was told by an event. */
const withAnswer = (
  { told }: Pick<GridEvent, "told">,
  status: GridEvent["status"],
  at: string,
  { answer }: { readonly answer?: Answer },
): Pick<GridEvent, "told"> => ({ told: answer === undefined ? told : [...told, { at, status, text: answer }] });

/** What came of a lead; of an earlier round than the last lead's it changes nothing of that one. */
const leadAfter = (
  { lead, round: runs }: GridEvent,
  {
    stage,
    on,
    round = lead?.round ?? runs,
  }: { readonly stage: LeadStage; readonly on: string; readonly round?: number },
): Pick<GridEvent, "lead"> => (lead !== undefined && round < lead.round ? { lead } : { lead: { round, stage, on } });

/** What the events of a matter make of it. */
export const eventEffects: Events<EventWords> = {
  begun: {
    "grid-events.event.reported": ({ data, personal, time }) => {
      const { number, from, category, urgency, grid, special, near, above, component, machines, partOf, runsFrom } =
        data;
      const { reporter, where, text, pictures } = personal;
      return {
        ...{ status: "reported", number, category, urgency, text, round: 1, reportedAt: time },
        reporter: { ...reporter, kind: from },
        where: { ...where, special, near, above, ...present({ grid }) },
        ...{ pictures, received: [] },
        ...{ late: false, warned: false, pauses: [], assignments: [], told: [] },
        ...{ severity: "III", level: "village", called: [] },
        ...{ joined: 0, tookIn: [], others: [], parts: [] },
        ...present({ component, machines, partOf, runsFrom }),
      };
    },
  },
  effects: {
    "grid-events.event.accepted": (state, { data, time }) => ({
      ...state,
      ...{ status: "accepted", term: data.term, acceptedAt: time },
      ...present({ levelTerm: data.levelTerm ?? state.levelTerm }),
      ...withAnswer(state, "accepted", time, data),
    }),
    "grid-events.event.rejected": (state, { data, personal: { reasons }, time }) => ({
      ...state,
      ...{ status: "rejected", rejected: { ground: data.ground, reasons } },
      ...withAnswer(state, "rejected", time, data),
    }),
    "grid-events.event.withdrawn": (state) => ({ ...state, status: "withdrawn" }),
    "grid-events.event.taken-on": (state) => ({ ...state, status: "handling-here" }),
    "grid-events.event.filed": (state) => ({ ...state, status: "filed" }),
    "grid-events.event.dispatched": (state, { data, personal, time }) => ({
      ...state,
      ...{ status: "dispatched", ...withAnswer(state, "dispatched", time, data) },
      assignments: [
        ...state.assignments,
        { unit: data.unit, term: data.term, dispatchedAt: time, late: false, handledBy: [], ...personal },
      ],
    }),
    "grid-events.event.unit-withdrawn": (state, { time }) => ({
      ...state,
      assignments: withLast(state, endedAt(time, "withdrawn")),
    }),
    "grid-events.event.returned": (state, { time }) => ({
      ...state,
      ...{ status: "returned", assignments: withLast(state, endedAt(time, "returned")) },
    }),
    "grid-events.event.started": (state, { actor }) => ({
      ...state,
      status: "handling",
      assignments: withLast(state, ({ ended: _ended, ...last }) => ({
        ...last,
        handledBy: [...last.handledBy, actor],
      })),
    }),
    "grid-events.event.handed-in": (state, { personal: { outcome, proof }, time, actor }) => {
      const assignments = withLast(state, (last) =>
        endedAt(time, "handed-in")({ ...last, handledBy: [...last.handledBy, actor] }),
      );
      const by = [...new Set(assignments.flatMap(({ handledBy }) => handledBy))];
      return { ...state, assignments, status: "verifying", solved: { at: time, how: "by-a-unit", by, outcome, proof } };
    },
    "grid-events.event.reworked": (state) => ({ ...state, status: "rework" }),
    "grid-events.event.closed": (state, { data, personal: { outcome, proof, by }, time }) => ({
      ...state,
      ...{ status: "closed", closedAt: time, ...withAnswer(state, "closed", time, data) },
      ...present({ picturesDue: data.picturesDue }),
      solved: { at: state.solved?.at ?? time, how: data.how, by, outcome, proof },
    }),
    "grid-events.event.rated": (state, { data: { satisfied } }) => ({
      ...state,
      status: "rated",
      rating: { satisfied },
    }),
    "grid-events.event.reopened": (
      { closedAt: _closed, solved: _solved, rating: _rating, sample: _sample, ...before },
      { data, time },
    ) => ({
      ...withoutDue(before),
      ...withAnswer(before, "accepted", time, data),
      ...{ round: data.round, term: data.term },
      ...present({ levelTerm: data.levelTerm ?? before.levelTerm }),
      ...{ status: "accepted", acceptedAt: time, late: false, warned: false, pauses: [], assignments: [] },
    }),
    "grid-events.event.recategorised": ({ released: _released, ...state }, { data: { category, urgency, term } }) => ({
      ...state,
      ...{ category, urgency },
      // What was late or near by the old length is judged again by the new one.
      ...(term === undefined ? {} : { term, late: false, warned: false }),
    }),
    "grid-events.event.paused": (state, { data: { reason, until }, time }) => ({
      ...state,
      pauses: [...state.pauses, { from: time, reason, until }],
      ...(state.term === undefined ? {} : { term: { ...state.term, due: null } }),
      ...(state.levelTerm === undefined ? {} : { levelTerm: { ...state.levelTerm, due: null } }),
      assignments: withLast(state, (last) =>
        last.ended === undefined ? { ...last, term: { ...last.term, due: null } } : last,
      ),
    }),
    "grid-events.event.resumed": (state, { data: { term, unitTerm, levelTerm }, time }) => ({
      ...state,
      term,
      ...present({ levelTerm: levelTerm ?? state.levelTerm }),
      pauses: state.pauses.map((one) =>
        one.to === undefined ? { ...one, to: time < one.until ? time : one.until } : one,
      ),
      assignments: withLast(state, (last) => ({ ...last, ...(unitTerm === undefined ? {} : { term: unitTerm }) })),
    }),
    "grid-events.event.located": (state, { data: { grid, special, near, above }, personal: { where } }) => ({
      ...state,
      where: { ...where, special, near, above, ...present({ grid }) },
    }),
    "grid-events.event.merged": (state, { data, time }) => ({
      ...state,
      ...{ status: "merged", into: data.into },
      ...withAnswer(state, "merged", time, data),
    }),
    "grid-events.event.took-in": (state, { data: { from, people, term, since } }) => ({
      ...state,
      ...{ tookIn: [...state.tookIn, from], joined: state.joined + people },
      // What was late or near by the later start is judged again by the earlier one.
      ...(term === undefined ? {} : { term, late: false, warned: false }),
      ...present({ acceptedAt: since ?? state.acceptedAt }),
    }),
    "grid-events.event.hint-refused": (state, { data: { other } }) => ({ ...state, others: [...state.others, other] }),
    "grid-events.event.joined": (state, { data: { people } }) => ({ ...state, joined: people }),
    "grid-events.event.split": (state, { data: { part } }) => ({ ...state, parts: [...state.parts, part] }),
    "grid-events.event.released": (state, { personal: { text, pictures }, time }) => ({
      ...state,
      released: { at: time, text, pictures },
    }),
    "grid-events.event.lead-given": (state, { data: { round } }) => ({ ...state, lead: { round } }),
    "grid-events.event.lead-told": (state, { data, time }) => ({
      ...state,
      ...withAnswer(state, state.status, time, data),
      ...leadAfter(state, data),
    }),
    "grid-events.event.picture-received": ({ unproved, ...state }, { personal: { sha256 } }) => {
      const received = [...state.received, sha256];
      const waits = picturesAfter(state).some((one) => !received.includes(one));
      return { ...state, received, ...present({ unproved: waits ? unproved : undefined }) };
    },
    "grid-events.event.unproved": (state, { data: { on } }) => ({
      ...state,
      unproved: true,
      // It is looked at in any case: it needs no lot.
      sample: state.sample?.found === undefined ? { on, drawn: true } : state.sample,
    }),
    "grid-events.event.machines-noted": (state, { data: { machines } }) => ({ ...state, machines }),
    "grid-events.event.withheld": ({ released: _released, ...state }) => state,
    "grid-events.event.escalated": ({ levelTerm, ...state }, { data: { severity, level, term } }) => ({
      ...state,
      ...{ severity, level },
      ...present({ levelTerm: level === state.level ? levelTerm : term }),
    }),
    "grid-events.event.called": (state, { data: { units }, time }) => ({
      ...state,
      called: [...state.called, ...units.map(({ unit, arriveBy }) => ({ unit, arriveBy, at: time, late: false }))],
    }),
    "grid-events.event.came": (state, { data: { unit }, time }) => ({
      ...state,
      called: state.called.map((one) => (one.unit === unit && one.came === undefined ? { ...one, came: time } : one)),
    }),
    "grid-events.event.not-come": (state, { data: { unit, arriveBy } }) => ({
      ...state,
      called: state.called.map((one) =>
        one.unit === unit && one.arriveBy === arriveBy ? { ...one, late: true } : one,
      ),
    }),
    "grid-events.event.sampled": (state, { data: { on, drawn } }) => ({ ...state, sample: { on, drawn } }),
    "grid-events.event.sample-checked": (state, { data: { right }, time }) => ({
      ...state,
      ...(state.sample === undefined ? {} : { sample: { ...state.sample, found: { right, at: time } } }),
    }),
    "grid-events.event.grid-changed": (state, { data: { grid, special, near, above } }) => {
      const { grid: _before, ...where } = state.where;
      return { ...state, where: { ...where, special, near, above, ...present({ grid }) } };
    },
    "grid-events.event.reporter-disclosed": (state) => state,
    "grid-events.event.due-soon": (state) => ({ ...state, warned: true }),
    "grid-events.event.overdue": (state) => ({ ...state, late: true }),
    "grid-events.event.unit-overdue": (state) => ({
      ...state,
      assignments: withLast(state, (last) => ({ ...last, late: true })),
    }),
  },
};
