import { complaintHandedOver } from "../../../../shared/contracts/permits-voices.ts";
import { present } from "../../../../shared/decider/index.ts";
import { complaintAppealId } from "../../../../shared/service/complaint-appeal.ts";
import { instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { appeal } from "../domain/appeal/decider.ts";

/** G8: a complaint that is handed over begins an appeal, once. What was said lies with the complaint, and is never typed again. */
export const complaintReactions: readonly Subscription[] = [
  on("permits.complaint.handed-over", complaintHandedOver, (told, event) => {
    const { item, office, againstOffice, receivedOn, holder } = told;
    const complaint = subjectId(event);
    const of = item === undefined ? "" : `（事项${item}）`;
    return [
      instruct({
        ...{ of: appeal, id: complaintAppealId(complaint), expects: "either" },
        command: {
          ...{ type: "receive" as const, channel: holder === undefined ? ("hotline" as const) : ("online" as const) },
          person: present({ holder }),
          text: `政务服务投诉移交${of}。内容见原投诉。`,
          against:
            againstOffice === undefined
              ? { kind: "matter" as const }
              : { kind: "unit" as const, office: againstOffice },
          handedOver: { source: { kind: "complaint" as const, id: complaint }, lead: office, receivedOn },
        },
      }),
    ];
  }),
];
