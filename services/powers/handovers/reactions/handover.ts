import { type PowerCategory, powerHandedOver } from "../../../../shared/contracts/powers.ts";
import { handoverSigned } from "../../../../shared/contracts/powers-handover.ts";
import { instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { factReference } from "../../../../shared/store/index.ts";
import { conditionsOf } from "../../common/domain/conditions.ts";
import { power } from "../../powers/domain/decider.ts";
import type { HandOver } from "../../powers/domain/power.ts";
import { handover } from "../domain/decider.ts";
import { asHandedOver } from "../domain/form-law.ts";

/** What both have signed is carried out: each power on the form is handed over (P2). */
const handOverPowers = on("powers.handover.signed", handoverSigned, ({ lines, until, ...form }, event) =>
  lines.map((line) => {
    const command = (category: PowerCategory | undefined): HandOver => {
      const conditions = category === undefined ? line.conditions : conditionsOf(category, line.conditions);
      return {
        type: "hand-over",
        ...asHandedOver(form, line),
        form: subjectId(event),
        ...(until === undefined ? {} : { until }),
        ...(conditions.length === 0 ? {} : { conditions, awaitsReadiness: true }),
      };
    };
    // A form may have been drawn up before the law's conditions were known here.
    return instruct({
      of: power,
      id: line.code,
      facts: { listed: factReference(power, line.code) },
      command: ({ listed }) => command(listed?.category),
    });
  }),
);

/** The form learns which of its powers have been handed over. */
const noteHanded = on("powers.power.handed-over", powerHandedOver.pick({ code: true, form: true }), ({ code, form }) =>
  form === undefined ? [] : [instruct({ of: handover, id: form, command: { type: "note-handed" as const, code } })],
);

export const handoverReactions: readonly Subscription[] = [handOverPowers, noteHanded];
