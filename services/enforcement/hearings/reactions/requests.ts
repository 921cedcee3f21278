import { hearingRequested } from "../../../../shared/contracts/enforcement-hearings.ts";
import { type Instruction, instruct, on, type Subscription } from "../../../../shared/service/index.ts";
import { penaltyCase } from "../../cases/domain/case/decider.ts";
import { proceeding } from "../../cases/domain/proceeding/decider.ts";
import { hearing } from "../domain/decider.ts";
import { hearingIdOf } from "../hearing-id.ts";

/** CF-64(1): each request of a party begins a hearing of his; the head may join those of one case. */
const begin = (of: string, id: string, requestedOn: string): Instruction => ({
  async carryOut(runtime, cause) {
    const [own, held] = await Promise.all([runtime.store.load(proceeding, id), runtime.store.load(penaltyCase, of)]);
    if (own === undefined || held === undefined) return { done: false, code: "not-found" };
    const { party } = own.state;
    return instruct({
      of: hearing,
      id: hearingIdOf(id, requestedOn),
      expects: "either",
      command: {
        type: "request" as const,
        case: of,
        handlers: held.state.handlers,
        party: {
          ...{ proceeding: id, party: party.id, key: party.key, name: party.name, kind: party.kind },
          requestedOn,
        },
      },
    }).carryOut(runtime, cause);
  },
});

export const hearingReactions: readonly Subscription[] = [
  on("enforcement.proceeding.hearing-requested", hearingRequested, ({ case: of, proceeding: id, requestedOn }) => [
    begin(of, id, requestedOn),
  ]),
];
