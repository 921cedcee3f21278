import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Place } from "../../../../shared/territory/index.ts";
import type { DeviceMessage, HeardNote, Listening } from "./hearing.ts";
import type { DevicesRefusal } from "./refusals.ts";

interface Said {
  readonly name: string;
  /** Code of the profile's list. */
  readonly kind: string;
  readonly category: string;
  readonly place: Place;
  readonly address: string;
}
/** A machine that reports (G4): a sensor, or a camera that says that it saw something. */
export interface Device extends Said, Listening {
  readonly status: "active" | "revoked";
  /** Keyed digest of its key. The key itself is kept nowhere. */
  readonly keyDigest: string;
  /** Counted from 1: each change makes another key, with which serials begin anew. */
  readonly keys: number;
  readonly registeredOn: string;
  readonly heardAt?: string;
  /** All messages that were noted, as it numbered them. */
  readonly messages: number;
  /** The instant after which it is found to be silent. */
  readonly silentAt: string;
  readonly silent: boolean;
}

export type DeviceCommand =
  | ({ readonly type: "register"; readonly keyDigest: string } & Said)
  | { readonly type: "change-key"; readonly keyDigest: string; readonly keys: number }
  | { readonly type: "revoke"; readonly reasons: string }
  | { readonly type: "hear"; readonly messages: readonly DeviceMessage[] }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object, P extends object = Record<never, never>> = {
  readonly type: `grid-events.device.${T}`;
  readonly data: D;
  readonly personal: P;
};
export type DeviceEvent =
  | Of<"registered", Said & { readonly keyDigest: string; readonly on: string; readonly silentAt: string }>
  | Of<"key-changed", { readonly keyDigest: string; readonly keys: number; readonly silentAt: string }>
  | Of<"revoked", { readonly on: string }, { readonly reasons: string }>
  | Of<"heard", HeardNote & { readonly silentAt: string }>
  | Of<"silent", { readonly kind: string; readonly since: string }>;

/** States of a machine and what moves them. One that was revoked is never heard again. */
export const deviceMoves = {
  active: { "change-key": "active", revoke: "revoked", hear: "active", "pass-time": "active" },
  revoked: {},
} as const satisfies MovesOf<Device, DeviceCommand>;

/** The words from which the tables of a machine are typed. */
export interface DeviceWords {
  readonly state: Device;
  readonly command: DeviceCommand;
  readonly event: DeviceEvent;
  readonly moves: typeof deviceMoves;
  readonly begins: "register";
  readonly begun: "grid-events.device.registered";
  readonly refusal: DevicesRefusal;
}
