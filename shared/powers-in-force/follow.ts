import {
  officerCertified,
  officerResumed,
  officerSuspended,
  officerWithdrawn,
  powerAdjusted,
  powerHandedOver,
  powerListed,
  powerReady,
  powerRecalled,
  powerResumed,
  powerSuspended,
  powerUnready,
} from "../contracts/powers.ts";
import type { Decider, DomainEvent } from "../decider/index.ts";
import type { CloudEvent } from "../messaging/index.ts";
import { instruct, on, type Subscription } from "../service/index.ts";
import type { LearnOfficer, LearnPower, OfficerCopy, PowerCopy } from "./copy.ts";

/**
 * The subscriptions that keep a service's copies of the powers (P5): the service asks nobody else whether one is in force.
 * Give it the service's own decider, `powerCopiesOf("<service>")`.
 */
export function followPowers<E extends DomainEvent>(knownPower: Decider<PowerCopy, LearnPower, E>): Subscription[] {
  const learn = (code: string, { sequence }: CloudEvent, news: LearnPower["news"]) => [
    instruct({
      of: knownPower,
      id: code,
      expects: "either",
      command: { type: "learn" as const, code, sequence, news },
    }),
  ];
  return [
    on("powers.power.listed", listing, ({ code, ...listed }, event) => learn(code, event, listed)),
    on(
      "powers.power.handed-over",
      powerHandedOver,
      ({ code, inForceFrom, mode, inWhoseName, letter, awaitsReadiness }, event) =>
        learn(code, event, {
          change: {
            kind: "handed-over",
            from: inForceFrom,
            mode,
            inWhoseName,
            ...(letter === undefined ? {} : { letter }),
            ...(awaitsReadiness === undefined ? {} : { awaitsReadiness }),
          },
        }),
    ),
    on("powers.power.ready", powerReady, ({ code, from }, event) =>
      learn(code, event, { change: { kind: "ready", from } }),
    ),
    on("powers.power.unready", powerUnready, ({ code, from }, event) =>
      learn(code, event, { change: { kind: "unready", from } }),
    ),
    on("powers.power.adjusted", powerAdjusted, ({ code, ...adjusted }, event) =>
      learn(code, event, { change: { kind: "adjusted", ...adjusted } }),
    ),
    on("powers.power.suspended", powerSuspended, ({ code, from, reason }, event) =>
      learn(code, event, { change: { kind: "suspended", from, reason } }),
    ),
    on("powers.power.resumed", powerResumed, ({ code, from }, event) =>
      learn(code, event, { change: { kind: "resumed", from } }),
    ),
    on("powers.power.recalled", powerRecalled, ({ code, from, document }, event) =>
      learn(code, event, { change: { kind: "recalled", from, document } }),
    ),
  ];
}

const listing = powerListed.pick({ code: true, townRole: true, basis: true, dutyList: true }).extend({
  domain: powerListed.shape.domain.optional(),
});

/** The subscriptions that keep a service's copies of officers' certificates, by its `officerCopiesOf("<service>")`. */
export function followOfficers<E extends DomainEvent>(
  knownOfficer: Decider<OfficerCopy, LearnOfficer, E>,
): Subscription[] {
  const learn = (certificate: string, { sequence }: CloudEvent, told: Pick<LearnOfficer, "sub" | "change">) => [
    instruct({
      of: knownOfficer,
      id: certificate,
      expects: "either",
      command: { type: "learn" as const, certificate, sequence, ...told },
    }),
  ];
  return [
    on("powers.officer.certified", officerCertified, ({ certificate, sub, from, until, domains }, event) =>
      learn(certificate, event, { sub, change: { kind: "certified", from, until, domains } }),
    ),
    on("powers.officer.suspended", officerSuspended, ({ certificate, from }, event) =>
      learn(certificate, event, { change: { kind: "suspended", from } }),
    ),
    on("powers.officer.resumed", officerResumed, ({ certificate, from }, event) =>
      learn(certificate, event, { change: { kind: "resumed", from } }),
    ),
    on("powers.officer.withdrawn", officerWithdrawn, ({ certificate, from }, event) =>
      learn(certificate, event, { change: { kind: "withdrawn", from } }),
    ),
  ];
}
