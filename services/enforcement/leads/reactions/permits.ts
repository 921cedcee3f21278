import { inspectionHandedOver, reportHandedOver } from "../../../../shared/contracts/permits-inspections.ts";
import { instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { sha256 } from "../../../../shared/store/index.ts";
import { lead } from "../domain/decider.ts";

interface HandedOver {
  readonly text: string;
  readonly knownOn: string;
}

/** What the permits service hands over begins a lead, once for each event. */
const received = (event: { readonly id: string; readonly subject: string }, { text, knownOn }: HandedOver) =>
  instruct({
    of: lead,
    id: sha256(`lead|${event.id}`).slice(0, 20).toUpperCase(),
    expects: "either",
    command: {
      type: "receive" as const,
      source: { kind: "permits" as const, id: subjectId(event) },
      matter: "breach" as const,
      // The events say no place: the record of the permits service does.
      address: "见移交材料",
      anonymous: false,
      concerned: [],
      ...{ text, knownOn },
    },
  });

/** XK-61, XK-65, CF-36a: what the town's own permits service found or was told, it knew since then. */
export const permitReactions: readonly Subscription[] = [
  on("permits.inspection.handed-over", inspectionHandedOver, ({ record, item, failed, heldOn }, event) => [
    received(event, {
      text: `许可监督检查发现违法。记录：${record.text.zh}；事项：${item.code}${item.name.zh}；要点：${failed.join("、")}`,
      knownOn: heldOn,
    }),
  ]),
  on("permits.report.handed-over", reportHandedOver, ({ item, on: day }, event) => [
    received(event, { text: `举报涉嫌违法从事许可事项活动。事项：${item}`, knownOn: day }),
  ]),
];
