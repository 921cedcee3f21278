import { startOfDay, todayIn } from "../../../../shared/calendar/index.ts";
import type { Context, Decider, Recorded } from "../../../../shared/decider/index.ts";
import { judged, nextJudgement } from "./judging.ts";
import type { Readiness, ReadinessCommand, ReadinessEvent } from "./readiness.ts";

/** There is one roster for the town. */
export const theRoster = "town";

/**
 * The town's readiness (P4): it counts certified officers, training, secondments, seals and venues, and says of every
 * power handed over with conditions when they are first met, and when they are no longer: a warning, not a silent stop.
 */
export const readiness: Decider<Readiness, ReadinessCommand, ReadinessEvent> = {
  aggregate: "readiness",
  shape: 1,
  decide(state, command, context) {
    const news = toldBy(state ?? nothing, command, context);
    // The first thing anybody says opens the roster, even if it changes nothing.
    const told = news.length === 0 && state === undefined ? toldBy(nothing, { type: "judge" }, context) : news;
    const after = [...told].reduce<Readiness>((folded, event) => fold(folded, event), state ?? nothing);
    const today = context.today.toString();
    return told.length === 0 ? [] : [...told, ...judged(after, today)];
  },
  evolve: (state, event) => ({ ...fold(state ?? nothing, event), judgedOn: todayIn(event.time).toString() }),
  nextDeadline(state) {
    const day = nextJudgement(state);
    return day === undefined ? undefined : startOfDay(day);
  },
  onDeadline: () => ({ type: "judge" }),
};

const nothing: Readiness = { officers: {}, records: {}, powers: {}, judgedOn: "" };

/** What a command adds to what is known; nothing where it is known already. */
function toldBy(state: Readiness, command: ReadinessCommand, { today }: Context): readonly ReadinessEvent[] {
  switch (command.type) {
    case "watch": {
      const known = state.powers[command.code];
      if (known !== undefined && known.from === command.power.from) return [];
      const power = { ...command.power, standing: "awaiting" as const };
      return [{ type: "powers.readiness.watched", data: { code: command.code, power } }];
    }
    case "release": {
      const known = state.powers[command.code];
      if (known === undefined || (known.until !== undefined && known.until <= command.from)) return [];
      return [{ type: "powers.readiness.released", data: { code: command.code, from: command.from } }];
    }
    case "follow-officer": {
      const { type: _type, sub, ...officer } = command;
      const known = state.officers[command.certificate];
      const person = sub ?? known?.sub;
      if (person === undefined || (known !== undefined && command.sequence <= known.followedTo)) return [];
      return [{ type: "powers.readiness.officer-followed", data: { ...officer, sub: person } }];
    }
    case "count": {
      if (state.records[command.record] !== undefined) return [];
      const { person, ...counted } = command.counted;
      const event = { type: "powers.readiness.counted" as const, data: { record: command.record, ...counted } };
      return [person === undefined ? event : { ...event, personal: { person } }];
    }
    case "discount":
      if (state.records[command.record] === undefined) return [];
      return [{ type: "powers.readiness.discounted", data: { record: command.record } }];
    case "judge":
      return [{ type: "powers.readiness.judged", data: { on: today.toString() } }];
  }
}

function fold(state: Readiness, event: ReadinessEvent | Recorded<ReadinessEvent>): Readiness {
  switch (event.type) {
    case "powers.readiness.watched":
      return { ...state, powers: { ...state.powers, [event.data.code]: event.data.power } };
    case "powers.readiness.released":
      return withPower(state, event.data.code, { until: event.data.from });
    case "powers.readiness.officer-followed": {
      const { certificate, sequence, sub, change } = event.data;
      const changes = [...(state.officers[certificate]?.changes ?? []), change];
      const officer = { certificate, sub, changes, followedTo: sequence };
      return { ...state, officers: { ...state.officers, [certificate]: officer } };
    }
    case "powers.readiness.counted": {
      const { record, ...counted } = event.data;
      return { ...state, records: { ...state.records, [record]: { ...counted, ...event.personal } } };
    }
    case "powers.readiness.discounted": {
      const { [event.data.record]: _gone, ...records } = state.records;
      return { ...state, records };
    }
    case "powers.readiness.judged":
      return state;
    case "powers.readiness.met":
    case "powers.readiness.restored":
      return withPower(state, event.data.code, { standing: "ready" });
    case "powers.readiness.fallen-below":
      return withPower(state, event.data.code, { standing: "below" });
  }
}

function withPower(state: Readiness, code: string, change: Partial<Readiness["powers"][string]>): Readiness {
  const known = state.powers[code];
  if (known === undefined) throw new TypeError("only a power that is watched is judged");
  return { ...state, powers: { ...state.powers, [code]: { ...known, ...change } } };
}
