import { startOfDay } from "../../../../shared/calendar/index.ts";
import { type Context, deciderOf, evolveOf, type OfType } from "../../../../shared/decider/index.ts";
import { judged, nextJudgement } from "./judging.ts";
import type { Readiness, ReadinessCommand, ReadinessEvent } from "./readiness.ts";
import { type ReadinessWords, readinessEvents } from "./roster-events.ts";

/** There is one roster for the town. */
export const theRoster = "town";

type Told = readonly ReadinessEvent[];
type Ask<T extends ReadinessCommand["type"]> = OfType<ReadinessCommand, T>;

const folded = evolveOf<ReadinessWords>("readiness", readinessEvents);

/** After what a rule answers, each power is judged. The first command opens the roster, even if it changes nothing. */
const judging =
  <C>(rule: (state: Readiness, command: C, context: Context) => Told) =>
  (state: Readiness, command: C, context: Context): Told => {
    const news = rule(state, command, context);
    const told = news.length === 0 && state.judgedOn === "" ? looked(context) : news;
    const recorded = { sequence: 0, time: context.now, actor: context.actor.sub };
    const after = told.reduce((before, event) => folded(before, { ...event, ...recorded }), state);
    return told.length === 0 ? [] : [...told, ...judged(after, context.today.toString())];
  };

/**
 * The town's readiness (P4): it counts certified officers, training, secondments, seals and venues, and says of every
 * power handed over with conditions what it waits for, when they are first met, and when they are no longer.
 */
export const readiness = deciderOf<ReadinessWords>({
  aggregate: "readiness",
  shape: 3,
  begin: {},
  always: {
    watch: judging(watch),
    move: judging(move),
    release: judging(release),
    "follow-officer": judging(followOfficer),
    count: judging(count),
    discount: judging(discount),
    judge: judging((_state, _command, context) => looked(context)),
  },
  ...readinessEvents,
  nextDeadline(state) {
    const day = nextJudgement(state);
    return day === undefined ? undefined : startOfDay(day);
  },
  onDeadline: () => ({ type: "judge" }),
});

const looked = ({ today }: Context): Told => [{ type: "powers.readiness.judged", data: { on: today.toString() } }];

function watch({ powers }: Readiness, { code, power }: Ask<"watch">): Told {
  const known = powers[code];
  if (known !== undefined && known.from === power.from) return [];
  return [{ type: "powers.readiness.watched", data: { code, power: { ...power, standing: "awaiting" } } }];
}

/** P6: a power moved to another domain needs the officers of that one. A repetition changes nothing. */
function move({ powers }: Readiness, { code, from, domain }: Ask<"move">): Told {
  const known = powers[code];
  if (known === undefined || known.moved?.some((one) => one.from === from && one.domain === domain) === true) return [];
  return [{ type: "powers.readiness.moved", data: { code, from, domain } }];
}

function release({ powers }: Readiness, { code, from }: Ask<"release">): Told {
  const known = powers[code];
  if (known === undefined || (known.until !== undefined && known.until <= from)) return [];
  return [{ type: "powers.readiness.released", data: { code, from } }];
}

function followOfficer({ officers }: Readiness, { type: _type, sub, ...officer }: Ask<"follow-officer">): Told {
  const known = officers[officer.certificate];
  const person = sub ?? known?.sub;
  if (person === undefined || (known !== undefined && officer.sequence <= known.followedTo)) return [];
  return [{ type: "powers.readiness.officer-followed", data: { ...officer, sub: person } }];
}

function count({ records }: Readiness, { record, counted: { person, ...counted } }: Ask<"count">): Told {
  if (records[record] !== undefined) return [];
  const event = { type: "powers.readiness.counted" as const, data: { record, ...counted } };
  return [person === undefined ? event : { ...event, personal: { person } }];
}

function discount({ records }: Readiness, { record }: Ask<"discount">): Told {
  return records[record] === undefined ? [] : [{ type: "powers.readiness.discounted", data: { record } }];
}
