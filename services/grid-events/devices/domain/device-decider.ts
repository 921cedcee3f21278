import { hoursLater } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { placeFault } from "../../grids/domain/town-area.ts";
import { type Device, type DeviceCommand, type DeviceEvent, type DeviceWords, deviceMoves } from "./device.ts";
import { hearingOf } from "./hearing.ts";
import { badInput, notNow, notYou, refuse } from "./refusals.ts";

type Decided = Decision<DeviceEvent>;
type Ask<T extends DeviceCommand["type"]> = OfType<DeviceCommand, T>;
type Town = Context["town"];

/** What the profile says of a kind of machine. */
export const deviceKindOf = (kind: string, { gridEvents }: Town) =>
  gridEvents.devices.kinds.find(({ code }) => code === kind);

/** A machine that reports (G4). */
export const device = deciderOf<DeviceWords>({
  aggregate: "device",
  shape: 1,
  moves: deviceMoves,
  impossible: "grid-events.device-not-in-this-state",
  byItself: ["hear", "pass-time"],
  begin: { register },
  steps: {
    "change-key": changeKey,
    revoke: (_state, { reasons }, { actor, today }) =>
      actor.roles.includes("dispatcher")
        ? [{ type: "grid-events.device.revoked", data: { on: today.toString() }, personal: { reasons } }]
        : notYou("grid-events.device-not-yours", { rule: "G4" }),
    hear,
    "pass-time": ({ silent, silentAt, kind, heardAt }, _command, { now }) =>
      silent || now < silentAt
        ? []
        : [{ type: "grid-events.device.silent", data: { kind, since: heardAt ?? silentAt }, personal: {} }],
  },
  begun: {
    "grid-events.device.registered": ({ data: { on, ...said } }) => ({
      ...{ status: "active", alarm: false, serial: 0, keys: 1, messages: 0, silent: false, registeredOn: on },
      ...said,
    }),
  },
  effects: {
    // A new key begins anew: what was sent with the old one opens nothing any more.
    "grid-events.device.key-changed": ({ window: _window, ...state }, { data }) => ({
      ...state,
      ...data,
      ...{ serial: 0, silent: false },
    }),
    "grid-events.device.revoked": (state) => ({ ...state, status: "revoked", alarm: false }),
    "grid-events.device.heard": (state, { data: { window, alarm, serial, messages, silentAt }, time }) => ({
      ...state,
      ...{ window, alarm, serial, silentAt, silent: false, heardAt: time, messages: state.messages + messages },
    }),
    "grid-events.device.silent": (state) => ({ ...state, silent: true }),
  },
  listed: ({ status, silent, registeredOn }, id) => ({
    byStatus: { partition: `device:${status}`, sort: `${registeredOn}#${id}` },
    ...(status === "active" && silent ? { byCode: { partition: silentDevices, sort: `${registeredOn}#${id}` } } : {}),
  }),
  nextDeadline: ({ status, silent, silentAt }) => (status === "active" && !silent ? silentAt : undefined),
  onDeadline: () => ({ type: "pass-time" }),
});

/** Where machines stand of which nothing is heard. */
export const silentDevices = "device:silent";

const silentAtOf = (kind: string, { now, town }: Pick<Context, "now" | "town">): string =>
  hoursLater(now, deviceKindOf(kind, town)?.silentHours ?? 24);

/** P-6: a camera serves public safety alone. */
function purposeFault(kind: string, category: string, town: Town) {
  const known = deviceKindOf(kind, town);
  if (known === undefined) return badInput("grid-events.unknown-device-kind", { kind }, "/kind");
  if (!known.categories.includes(category))
    return known.camera
      ? refuse("grid-events.camera-not-for-safety", { category, article: "个人信息保护法26", rule: "P-6" }, "/category")
      : badInput("grid-events.unknown-device-kind", { kind, category }, "/category");
  return undefined;
}

function register({ type: _type, ...said }: Ask<"register">, context: Context): Decided {
  const { actor, town, today } = context;
  if (!actor.roles.includes("dispatcher")) return notYou("grid-events.device-not-yours", { rule: "G4" });
  const fault = purposeFault(said.kind, said.category, town);
  if (fault !== undefined) return fault;
  const outside = placeFault(said.place, said.place, town);
  if (outside !== undefined) return { ...outside, pointer: "/place" };
  return [
    {
      type: "grid-events.device.registered",
      data: { ...said, on: today.toString(), silentAt: silentAtOf(said.kind, context) },
      personal: {},
    },
  ];
}

function changeKey({ kind, ...state }: Device, { keyDigest, keys }: Ask<"change-key">, context: Context): Decided {
  if (!context.actor.roles.includes("dispatcher")) return notYou("grid-events.device-not-yours", { rule: "G4" });
  // Somebody else gave it another key at the same instant: that one counts.
  if (keys !== state.keys + 1) return [];
  const silentAt = silentAtOf(kind, context);
  return [{ type: "grid-events.device.key-changed", data: { keyDigest, keys, silentAt }, personal: {} }];
}

/** All were heard before, or are too many: that is a refusal. Else what has to be written is, and nothing more. */
export function hearingFault(answers: ReturnType<typeof hearingOf>["answers"]) {
  const kinds = new Set(answers.map(({ result }) => result));
  if ([...kinds].some((one) => one !== "replayed" && one !== "too-fast")) return undefined;
  return kinds.has("too-fast") ? ("too-fast" as const) : ("replayed" as const);
}

function hear(state: Device, { messages }: Ask<"hear">, context: Context): Decided {
  const { answers, note } = hearingOf(state, messages, context.now, context.town.gridEvents.devices);
  const fault = hearingFault(answers);
  if (fault === "replayed") return notNow("grid-events.message-repeated", { rule: "G4" });
  if (fault === "too-fast") return notNow("grid-events.device-too-fast", { rule: "G4" });
  if (note === undefined) return [];
  const silentAt = silentAtOf(state.kind, context);
  return [{ type: "grid-events.device.heard", data: { ...note, silentAt }, personal: {} }];
}
