import type { Runtime } from "../../../../shared/service/index.ts";
import { penaltyCase } from "../../cases/index.ts";
import { lead } from "../../leads/domain/decider.ts";
import { letter } from "../domain/letter/decider.ts";
import { lastDayOf } from "../domain/letter/letter.ts";
import { type AgendaItem, jointMeeting } from "../domain/meeting/meeting.ts";

/** So many of each list are looked through, and so many come on one agenda. */
const [looked, most] = [200, 200] as const;

/** The things of these lists, by their last days. */
const inLists = (partitions: readonly string[]) =>
  partitions.map((partition) => ({ index: "byStatus", partition, limit: looked }));

/** E7: what is open: leads and cases that are late, letters without an answer, decisions of earlier meetings. */
export async function agendaOf(runtime: Runtime): Promise<readonly AgendaItem[]> {
  const { store } = runtime;
  const [leads, cases, letters, meetings] = await Promise.all([
    Promise.all(inLists(["lead:received", "lead:checked", "lead:verified"]).map((at) => store.list(lead, at))),
    Promise.all(
      inLists(["case:proposed", "case:investigating", "case:suspended", "case:performing"]).map((at) =>
        store.list(penaltyCase, at),
      ),
    ),
    Promise.all(inLists(["letter:sent", "letter:received", "letter:taken"]).map((at) => store.list(letter, at))),
    store.list(jointMeeting, { index: "byStatus", partition: "joint-meeting:held", limit: looked }),
  ]);
  const late: AgendaItem[] = [
    ...leads
      .flatMap(({ items }) => items)
      .filter(({ state }) => state.late)
      .map(({ id }) => ({ kind: "lead" as const, id, late: true })),
    ...cases
      .flatMap(({ items }) => items)
      .filter(({ state }) => state.late.length > 0)
      .map(({ id }) => ({ kind: "case" as const, id, late: true })),
  ];
  const waiting: AgendaItem[] = letters
    .flatMap(({ items }) => items)
    .map(({ id, state }) => ({ kind: "letter" as const, id, due: lastDayOf(state), late: state.late === true }));
  const undone: AgendaItem[] = meetings.items.flatMap(({ id, state }) =>
    state.decisions
      .filter(({ doneOn }) => doneOn === undefined)
      .map((one) => ({ kind: "decision" as const, id: `${id}/${one.id}`, due: one.due, late: one.late === true })),
  );
  return [...late, ...waiting, ...undone].slice(0, most);
}
