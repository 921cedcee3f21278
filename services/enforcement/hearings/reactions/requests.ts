import { hearingReported, hearingRequested, hearingWaived } from "../../../../shared/contracts/enforcement-hearings.ts";
import { type Instruction, instruct, on, type Subscription, subjectId } from "../../../../shared/service/index.ts";
import { penaltyCase } from "../../cases/domain/case/decider.ts";
import { proceeding } from "../../cases/domain/proceeding/decider.ts";
import { timeSpent } from "../../cases/index.ts";
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

/** CF-60a: from its first request to its end. */
const over = (of: string, id: string, to: string): Instruction => ({
  async carryOut(runtime, cause) {
    const parties = (await runtime.store.load(hearing, id))?.state.parties ?? [];
    const from = parties.map(({ requestedOn }) => requestedOn).toSorted()[0];
    if (from === undefined) return { done: false, code: "not-found" };
    return timeSpent(of, { what: "hearing", from, to }).carryOut(runtime, cause);
  },
});

export const hearingReactions: readonly Subscription[] = [
  on("enforcement.proceeding.hearing-requested", hearingRequested, ({ case: of, proceeding: id, requestedOn }) => [
    begin(of, id, requestedOn),
  ]),
  on("enforcement.hearing.reported", hearingReported.pick({ case: true, on: true }), ({ case: of, on: day }, event) => [
    over(of, subjectId(event), day),
  ]),
  on("enforcement.hearing.waived", hearingWaived.pick({ case: true, on: true }), ({ case: of, on: day }, event) => [
    over(of, subjectId(event), day),
  ]),
];
