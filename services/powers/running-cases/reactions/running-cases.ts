import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { caseActAdded, caseFiled, caseSplitOff } from "../../../../shared/contracts/enforcement-cases.ts";
import { powerHandedOver, powerRecalled } from "../../../../shared/contracts/powers.ts";
import type { CloudEvent } from "../../../../shared/messaging/index.ts";
import { instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { registerOf } from "../domain/register.ts";
import type { RegisterCommand } from "../domain/states.ts";

const told = (code: string, command: RegisterCommand) => [
  instruct({ of: registerOf(code), id: code, expects: "either", command }),
];

const item = z.object({ item: z.object({ code: z.string() }) });

const opened = on("permits.application.received", item.extend({ receivedOn: z.iso.date() }), (data, event) =>
  told(data.item.code, {
    type: "follow",
    case: subjectId(event),
    sequence: event.sequence,
    openedOn: data.receivedOn,
  }),
);

/** What ends a case for the town: decided, passed on, not accepted, or taken back. */
const ended = ["granted", "refused", "forwarded", "declined", "withdrawn", "renewed", "closed"].map((what) =>
  on(`permits.application.${what}`, item, (data, event) =>
    told(data.item.code, {
      type: "follow",
      case: subjectId(event),
      sequence: event.sequence,
      openedOn: undefined,
    }),
  ),
);

/** A penalty case rests on several powers: it is followed under each of them. */
const penalties = (items: readonly string[], event: CloudEvent, openedOn: string | undefined) =>
  items.flatMap((code) => told(code, { type: "follow", case: subjectId(event), sequence: event.sequence, openedOn }));
const filed = on(
  "enforcement.case.filed",
  caseFiled.pick({ items: true, filedOn: true }),
  ({ items, filedOn }, event) => penalties(items, event, filedOn),
);
const splitOff = on(
  "enforcement.case.split-off",
  caseSplitOff.pick({ items: true, filedOn: true }),
  ({ items, filedOn }, event) => penalties(items, event, filedOn),
);
const actAdded = on("enforcement.case.act-added", caseActAdded, ({ act }, event) =>
  penalties([act.code], event, todayIn(event.time).toString()),
);
/** All parties decided, or the case gone: nothing is left to finish under the power. */
const penaltyEnded = ["all-decided", "withdrawn", "stopped", "transferred", "merged"].map((what) =>
  on(`enforcement.case.${what}`, caseFiled.pick({ items: true }), ({ items }, event) =>
    penalties(items, event, undefined),
  ),
);

const recalled = on("powers.power.recalled", powerRecalled, ({ code, from, document, by }) =>
  told(code, { type: "recall", from, document, ...(by === undefined ? {} : { by }) }),
);
/** What a town is opened with was recalled from nobody. */
const handedOver = on(
  "powers.power.handed-over",
  powerHandedOver.pick({ code: true, form: true, inForceFrom: true }),
  ({ code, form, inForceFrom: from }) => (form === undefined ? [] : told(code, { type: "hand-over", from })),
);

export const runningCaseReactions: readonly Subscription[] = [
  opened,
  ...ended,
  filed,
  splitOff,
  actAdded,
  ...penaltyEnded,
  recalled,
  handedOver,
];
