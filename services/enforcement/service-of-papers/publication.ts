import { aggregate, type Instruction, instruct, type Runtime } from "../../../shared/service/index.ts";
import { factReference, type Loaded, member } from "../../../shared/store/index.ts";
import { noteFor, penaltyCase, placeOf, proceeding } from "../cases/index.ts";
import { rectification } from "../rectification/index.ts";
import { delivery } from "./domain/decider.ts";
import type { Delivery } from "./domain/delivery.ts";

/**
 * What a deadline of a delivery gives. CF-61a: thirty days after a public notice the paper counts as served; a notice or
 * decision then gives its proceeding the day, in the same commit.
 */
const deliveryDue = ({ id, state }: Loaded<Delivery>): Instruction => ({
  carryOut: (runtime, cause) => passing(id, state, runtime).carryOut(runtime, cause),
});

/** A delivery as the service has it: its deadline changes proceeding and case too. */
export const deliveryAggregate = aggregate(delivery, deliveryDue);

/** CF-61a: served on the thirtieth day after the public notice; the delivery itself proves it. */
const noted = ({ number }: Delivery["paper"], on: string, proof: string) => ({
  type: "note-service" as const,
  ...{ number, served: { on, how: "public-notice" as const }, proof },
});

function passing(
  id: string,
  { status, proceeding: of, order, paper, ...state }: Delivery,
  runtime: Runtime,
): Instruction {
  const command = { type: "pass-time" as const };
  const { kind } = paper;
  if (status !== "published") return instruct({ of: delivery, id, command });
  const on = "notice" in state ? (state.notice.serves.due ?? "") : "";
  if (order !== undefined && (kind === "rectification-order" || kind === "decision"))
    return instruct({
      of: delivery,
      id,
      command,
      others: {
        members: { order: member(rectification, order) },
        commands: () => ({ order: { ...noted(paper, on, id), paper: kind } }),
      },
    });
  if (of === undefined || (kind !== "notice" && kind !== "decision")) return instruct({ of: delivery, id, command });
  const { caseId } = placeOf(of);
  return instruct({
    of: delivery,
    id,
    command,
    facts: { of: factReference(penaltyCase, caseId) },
    others: {
      members: { proceeding: member(proceeding, of), case: member(penaltyCase, caseId) },
      commands: (facts) => ({
        proceeding: {
          ...noted(paper, on, id),
          paper: kind,
          case: facts.of,
          officers: [],
        },
        case: noteFor(
          { id: of, runtime },
          kind === "notice" ? { status: "noticed" } : { status: "in-effect", paper: "delivery-record" },
        ),
      }),
    },
  });
}
