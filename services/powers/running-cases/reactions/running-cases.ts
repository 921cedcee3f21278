import * as z from "zod";
import { powerHandedOver, powerRecalled } from "../../../../shared/contracts/powers.ts";
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

const recalled = on("powers.power.recalled", powerRecalled, ({ code, from, document, by }) =>
  told(code, { type: "recall", from, document, ...(by === undefined ? {} : { by }) }),
);
/** What a town is opened with was recalled from nobody. */
const handedOver = on(
  "powers.power.handed-over",
  powerHandedOver.pick({ code: true, form: true, inForceFrom: true }),
  ({ code, form, inForceFrom: from }) => (form === undefined ? [] : told(code, { type: "hand-over", from })),
);

export const runningCaseReactions: readonly Subscription[] = [opened, ...ended, recalled, handedOver];
