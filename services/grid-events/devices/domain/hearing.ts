import type { GridEventRules } from "../../../../shared/town/grid-events.ts";

/** What a machine says: its own serial number of the message, and whether it is in alarm. Its clock says nothing. */
export interface DeviceMessage {
  readonly serial: number;
  readonly alarm: boolean;
}
/** How a message is answered. */
export const heardAs = ["noted", "counted", "damped", "replayed", "too-fast"] as const;
export interface HeardMessage {
  readonly serial: number;
  readonly result: (typeof heardAs)[number];
}

/** What of a machine decides how it is heard. */
export interface Listening {
  readonly alarm: boolean;
  /** The highest serial that was noted. */
  readonly serial: number;
  /** The part of the day in which it was heard last, by the town's clock. */
  readonly window?: {
    readonly from: string;
    /** The serial before its first message in this window. */
    readonly before: number;
    /** How often its alarm changed in this window. */
    readonly changes: number;
    readonly flapping: boolean;
  };
}
/** What is written of a machine: once in a window, and when its alarm changes. */
export interface HeardNote {
  readonly window: NonNullable<Listening["window"]>;
  readonly alarm: boolean;
  readonly serial: number;
  /** Messages since the last note, as the machine numbered them. */
  readonly messages: number;
}
export interface Hearing {
  readonly answers: readonly HeardMessage[];
  /** Undefined: nothing is written. */
  readonly note?: HeardNote;
}

type Rules = Pick<GridEventRules["devices"], "windowMinutes" | "perWindow" | "flaps">;

/** The window in which an instant lies. */
export function windowAt(now: string, { windowMinutes }: Pick<Rules, "windowMinutes">): string {
  const length = windowMinutes * 60_000;
  return new Date(Math.floor(Date.parse(now) / length) * length).toISOString();
}

/**
 * G4: what is made of messages. Serials rise: one that is not above the last noted is a repetition, and a machine says no more of them in
 * a window than the profile allows. The first message of a window is noted, and so is each change of the alarm, up to
 * `flaps` of them: then the alarm stays on until the next window. All else is counted by the next note, from the serials, and changes nothing.
 * @param heardTo a serial that was heard and not noted, as far as it is remembered: what is not above it is a repetition too
 */
export function hearingOf(
  state: Listening,
  messages: readonly DeviceMessage[],
  now: string,
  rules: Rules,
  heardTo = 0,
): Hearing {
  const from = windowAt(now, rules);
  const last = Math.max(state.serial, heardTo);
  const known = state.window?.from === from ? state.window : undefined;
  const ordered = [...messages].toSorted((one, other) => one.serial - other.serial);
  const fresh = ordered.filter(({ serial }) => serial > last);
  const before = known?.before ?? (fresh[0]?.serial ?? 1) - 1;
  const heard = new Set<number>();
  let [alarm, changes, flapping, serial, isNoted] = [
    state.alarm,
    known?.changes ?? 0,
    known?.flapping ?? false,
    0,
    false,
  ];
  const results = new Map<number, HeardMessage["result"]>();
  for (const message of ordered) {
    if (message.serial <= last || heard.has(message.serial)) {
      if (!results.has(message.serial)) results.set(message.serial, "replayed");
      continue;
    }
    if (message.serial - before > rules.perWindow) {
      results.set(message.serial, "too-fast");
      continue;
    }
    heard.add(message.serial);
    const isFirst = known === undefined && !isNoted;
    const changed = message.alarm !== alarm;
    if (changed && !isFirst && changes >= rules.flaps) {
      // It flaps: it is taken to be in alarm until the window is over.
      results.set(message.serial, "damped");
      if (!flapping) [flapping, alarm, isNoted, serial] = [true, true, true, message.serial];
      continue;
    }
    if (changed) [alarm, changes] = [message.alarm, changes + (isFirst ? 0 : 1)];
    if (changed || isFirst) [isNoted, serial] = [true, message.serial];
    results.set(message.serial, changed || isFirst ? "noted" : "counted");
  }
  const answers = messages.map((one) => ({ serial: one.serial, result: results.get(one.serial) ?? "replayed" }));
  if (!isNoted) return { answers };
  const said = Math.max(serial, ...heard);
  return {
    answers,
    note: {
      ...{ window: { from, before, changes, flapping }, alarm, serial: said },
      messages: messagesBetween(state, { before, said }, rules),
    },
  };
}

/** Messages of this window, and those of earlier ones that no note has counted: at most as many as a window allows. */
function messagesBetween(
  { serial, window }: Listening,
  { before, said }: { readonly before: number; readonly said: number },
  { perWindow }: Pick<Rules, "perWindow">,
): number {
  // A machine that was never heard begins where it begins.
  const earlier = window === undefined ? 0 : Math.min(Math.max(0, before - serial), perWindow);
  return earlier + said - Math.max(before, serial);
}
