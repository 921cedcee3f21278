import { type Context, type Decision, deciderOf, type OfType, present } from "../../../../shared/decider/index.ts";
import type { Place } from "../../../../shared/territory/index.ts";
import { type DevicesRefusal, notNow, notYou } from "./refusals.ts";

/** A machine that takes part in an alarm. */
export interface AlarmDevice {
  readonly id: string;
  readonly place: Place;
  readonly alarm: boolean;
  readonly flapping: boolean;
  readonly messages: number;
}
/** An alarm of an area: one matter, however many machines and messages. */
export interface Alarm {
  readonly since: string;
  readonly category: string;
  readonly devices: readonly AlarmDevice[];
  /** So many machines that it is one matter of the whole area. */
  readonly wide: boolean;
  /** The matter that it is. Absent: it touches persons, and nobody has confirmed it yet (P-5). */
  readonly event?: string;
}
/** Alarms of one category in one square. */
export interface DeviceArea {
  /** How many alarms there have been. */
  readonly alarms: number;
  readonly alarm?: Alarm;
}

export type DeviceAreaCommand =
  /** A machine of the area is heard; `event`: the matter that begins with it. */
  | {
      readonly type: "note";
      readonly category: string;
      readonly device: AlarmDevice;
      readonly event?: string;
    }
  | { readonly type: "confirm"; readonly event: string }
  | { readonly type: "dismiss"; readonly reasons: string }
  | { readonly type: "follow"; readonly event: string; readonly into?: string };

type Of<T extends string, D extends object, P extends object = Record<never, never>> = {
  readonly type: `grid-events.device-area.${T}`;
  readonly data: D;
  readonly personal: P;
};
export type DeviceAreaEvent =
  | Of<
      "raised",
      { readonly category: string; readonly device: AlarmDevice; readonly event?: string; readonly wide: boolean }
    >
  | Of<"noted", { readonly device: AlarmDevice; readonly wide: boolean }>
  | Of<"confirmed", { readonly event: string }>
  | Of<"dismissed", { readonly category: string }, { readonly reasons: string }>
  | Of<"followed", { readonly event: string; readonly into?: string }>;

interface DeviceAreaWords {
  readonly state: DeviceArea;
  readonly command: DeviceAreaCommand;
  readonly event: DeviceAreaEvent;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: DevicesRefusal;
}
type Ask<T extends DeviceAreaCommand["type"]> = OfType<DeviceAreaCommand, T>;
type Decided = Decision<DeviceAreaEvent>;

/** The machines of an alarm with what one of them said: its messages are added. */
export const withDevice = (devices: readonly AlarmDevice[], heard: AlarmDevice): readonly AlarmDevice[] => {
  const before = devices.find(({ id }) => id === heard.id);
  const now = { ...heard, messages: heard.messages + (before?.messages ?? 0) };
  return before === undefined ? [...devices, now] : devices.map((one) => (one.id === heard.id ? now : one));
};

/** What the matter shows of its machines. */
export const machinesOf = ({ devices, wide }: Pick<Alarm, "devices" | "wide">) => ({
  devices: devices.length,
  inAlarm: devices.filter(({ alarm }) => alarm).length,
  flapping: devices.filter(({ flapping }) => flapping).length,
  messages: devices.reduce((sum, { messages }) => sum + messages, 0),
  wide,
});

const isWide = (devices: readonly AlarmDevice[], { gridEvents }: Context["town"]): boolean =>
  devices.filter(({ alarm }) => alarm).length >= gridEvents.devices.areaCount;

/** The alarm of an area with what a machine of it said; without one it begins, if the machine is in alarm. */
export function alarmWith(
  { alarm }: DeviceArea,
  { device, category, event }: Omit<Ask<"note">, "type">,
  { now, town }: Pick<Context, "now" | "town">,
): Alarm | undefined {
  if (alarm === undefined) {
    if (!device.alarm) return undefined;
    return { since: now, category, devices: [device], wide: isWide([device], town), ...present({ event }) };
  }
  const devices = withDevice(alarm.devices, device);
  return { ...alarm, devices, wide: alarm.wide || isWide(devices, town) };
}

/** G4: machines of one category near each other make one alarm and one matter. */
export const deviceArea = deciderOf<DeviceAreaWords>({
  aggregate: "device-area",
  shape: 1,
  begin: {},
  always: { note, confirm, dismiss, follow },
  empty: { alarms: 0 },
  begun: {},
  effects: {
    "grid-events.device-area.raised": ({ alarms }, { data: { category, device, event, wide }, time }) => ({
      alarms: alarms + 1,
      alarm: { since: time, category, devices: [device], wide, ...present({ event }) },
    }),
    "grid-events.device-area.noted": (state, { data: { device, wide } }) =>
      state.alarm === undefined
        ? state
        : { ...state, alarm: { ...state.alarm, wide, devices: withDevice(state.alarm.devices, device) } },
    "grid-events.device-area.confirmed": (state, { data: { event } }) =>
      state.alarm === undefined ? state : { ...state, alarm: { ...state.alarm, event } },
    "grid-events.device-area.dismissed": ({ alarms }) => ({ alarms }),
    "grid-events.device-area.followed": ({ alarm, ...state }, { data: { into } }) =>
      alarm === undefined || into === undefined ? state : { ...state, alarm: { ...alarm, event: into } },
  },
  listed: ({ alarm }, id) =>
    alarm === undefined
      ? {}
      : {
          byStatus: {
            partition: alarm.event === undefined ? waitingAlarms : "device-area:told",
            sort: `${alarm.since}#${id}`,
          },
          ...(alarm.event === undefined
            ? {}
            : { byCode: { partition: alarmsOf(alarm.event), sort: `${alarm.since}#${id}` } }),
        },
});

/** Alarms that a person has to look at first. */
export const waitingAlarms = "device-area:waiting";
/** The alarms of a matter. */
export const alarmsOf = (event: string): string => `device-area:event:${event}`;

function note(state: DeviceArea, { type: _type, ...command }: Ask<"note">, context: Context): Decided {
  const next = alarmWith(state, command, context);
  if (next === undefined) return [];
  const { category, device, event } = command;
  return state.alarm === undefined
    ? [
        {
          type: "grid-events.device-area.raised",
          data: { category, device, wide: next.wide, ...present({ event }) },
          personal: {},
        },
      ]
    : [{ type: "grid-events.device-area.noted", data: { device, wide: next.wide }, personal: {} }];
}

/** P-5: what touches a person is a matter only when a person says so. */
function confirm({ alarm }: DeviceArea, { event }: Ask<"confirm">, { actor }: Context): Decided {
  if (!actor.roles.includes("dispatcher")) return notYou("grid-events.device-not-yours", { rule: "P-5" });
  if (alarm === undefined || alarm.event !== undefined) return notNow("grid-events.alarm-not-waiting", { rule: "P-5" });
  return [{ type: "grid-events.device-area.confirmed", data: { event }, personal: {} }];
}

function dismiss({ alarm }: DeviceArea, { reasons }: Ask<"dismiss">, { actor }: Context): Decided {
  if (!actor.roles.includes("dispatcher")) return notYou("grid-events.device-not-yours", { rule: "P-5" });
  if (alarm === undefined || alarm.event !== undefined) return notNow("grid-events.alarm-not-waiting", { rule: "P-5" });
  return [{ type: "grid-events.device-area.dismissed", data: { category: alarm.category }, personal: { reasons } }];
}

/** The matter is over, and the alarm with it; or another matter took it in, and the alarm goes on there. */
function follow({ alarm }: DeviceArea, { event, into }: Ask<"follow">): Decided {
  if (alarm?.event !== event) return [];
  return [{ type: "grid-events.device-area.followed", data: { event, ...present({ into }) }, personal: {} }];
}
