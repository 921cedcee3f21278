import { Temporal } from "temporal-polyfill";
import {
  officerCertified,
  officerResumed,
  officerSuspended,
  officerWithdrawn,
  powerAdjusted,
  powerHandedOver,
  powerHeldToLaw,
  powerRecalled,
} from "../../../../shared/contracts/powers.ts";
import { fellBelow, readinessMet } from "../../../../shared/contracts/powers-readiness.ts";
import type { CloudEvent } from "../../../../shared/messaging/index.ts";
import type { OfficerChange } from "../../../../shared/powers-in-force/index.ts";
import { instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import type { Unmet } from "../../common/domain/conditions.ts";
import { officer } from "../../officers/domain/officer.ts";
import { power } from "../../powers/domain/decider.ts";
import { entryOn } from "../../powers/domain/entry.ts";
import type { PowerCommand } from "../../powers/domain/power.ts";
import { readiness, theRoster } from "../domain/decider.ts";
import type { ReadinessCommand } from "../domain/readiness.ts";
import { readinessRecord } from "../domain/record.ts";

const told = (command: ReadinessCommand) => [instruct({ of: readiness, id: theRoster, expects: "either", command })];

/** A power handed over with conditions is watched; one handed over anew without them is not any more. */
const watch = on(
  "powers.power.handed-over",
  powerHandedOver.pick({ code: true, inForceFrom: true, form: true, conditions: true }),
  ({ code, inForceFrom: from, form, conditions = [] }) => {
    // What a town is opened with was watched by nobody; what the law asks of it is told apart.
    if (conditions.length === 0 && form === undefined) return [];
    if (conditions.length === 0) return told({ type: "release", code, from });
    return [
      instruct({
        of: readiness,
        id: theRoster,
        expects: "either",
        facts: { handed: factReference(power, code) },
        command: ({ handed }): ReadinessCommand => {
          if (handed === undefined) throw new Error("the power that was handed over is not there");
          return {
            type: "watch",
            code,
            power: { domain: entryOn(handed, Temporal.PlainDate.from(from)).domain, conditions, from },
          };
        },
      }),
    ];
  },
);

/** CF-42: a power handed over before the law's conditions were known here; taken back already, it needs nobody. */
const watchByLaw = on("powers.power.held-to-law", powerHeldToLaw, ({ code, from, until, ...watched }) =>
  until !== undefined && until <= from
    ? []
    : told({ type: "watch", code, power: { ...watched, from, ...(until === undefined ? {} : { until }) } }),
);

/** P6: a power that the county moves to another domain needs the officers of that domain from then on. */
const move = on("powers.power.adjusted", powerAdjusted.pick({ code: true, from: true, domain: true }), (adjusted) =>
  adjusted.domain === undefined ? [] : told({ type: "move", ...adjusted, domain: adjusted.domain }),
);

const release = on("powers.power.recalled", powerRecalled.pick({ code: true, from: true }), ({ code, from }) =>
  told({ type: "release", code, from }),
);

const follow = ({ sequence }: CloudEvent, certificate: string, change: OfficerChange) =>
  told({ type: "follow-officer", certificate, sequence, sub: undefined, change });

const officers: readonly Subscription[] = [
  // The event names the person by his key; the register of officers knows his login.
  on("powers.officer.certified", officerCertified, ({ certificate, from, until, domains }, { sequence }) => [
    instruct({
      of: readiness,
      id: theRoster,
      expects: "either",
      facts: { certified: factReference(officer, certificate) },
      command: ({ certified }): ReadinessCommand => ({
        type: "follow-officer",
        ...{ certificate, sequence, sub: certified?.sub },
        change: { kind: "certified", from, until, domains },
      }),
    }),
  ]),
  on("powers.officer.suspended", officerSuspended, ({ certificate, from }, event) =>
    follow(event, certificate, { kind: "suspended", from }),
  ),
  on("powers.officer.resumed", officerResumed, ({ certificate, from }, event) =>
    follow(event, certificate, { kind: "resumed", from }),
  ),
  on("powers.officer.withdrawn", officerWithdrawn, ({ certificate, from }, event) =>
    follow(event, certificate, { kind: "withdrawn", from }),
  ),
];

const count = on("powers.readiness-record.made", readinessMet.pick({ domain: true }), (_data, event) => [
  instruct({
    of: readiness,
    id: theRoster,
    expects: "either",
    facts: { made: factReference(readinessRecord, subjectId(event)) },
    command: ({ made }): ReadinessCommand => {
      if (made === undefined) throw new Error("the record that was made is not there");
      // What has ended meanwhile is counted no more, whichever of its two events comes first.
      if (made.status === "ended") return { type: "discount", record: subjectId(event) };
      const { kind, domain, from, until, direction, person } = made;
      const counted = {
        kind,
        domain,
        from,
        ...(until === undefined ? {} : { until }),
        ...(direction === undefined ? {} : { direction }),
        ...(person === undefined ? {} : { person: person.sub }),
      };
      return { type: "count", record: subjectId(event), counted };
    },
  }),
]);
const discount = on("powers.readiness-record.ended", readinessMet.pick({ domain: true }), (_data, event) =>
  told({ type: "discount", record: subjectId(event) }),
);

const tell = (code: string, command: PowerCommand) => instruct({ of: power, id: code, command });
const note = (code: string, unmet: readonly Unmet[]) => tell(code, { type: "note-readiness", unmet });

/** P4: a power begins once its conditions are met; falling below later is a warning on it, and stops what the law does not let be used. */
const outcomes: readonly Subscription[] = [
  on("powers.readiness.met", readinessMet, ({ code, on: from }) => [tell(code, { type: "ready", from })]),
  on("powers.readiness.awaited", fellBelow, ({ code, unmet }) => [note(code, unmet)]),
  on("powers.readiness.restored", readinessMet, ({ code }) => [note(code, [])]),
  on("powers.readiness.fallen-below", fellBelow, ({ code, unmet }) => [note(code, unmet)]),
];

export const readinessReactions: readonly Subscription[] = [
  watch,
  watchByLaw,
  move,
  release,
  ...officers,
  count,
  discount,
  ...outcomes,
];
