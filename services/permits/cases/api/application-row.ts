import { present } from "../../../../shared/decider/index.ts";
import { type Light, type Viewing, viewLimit } from "../../../../shared/http/index.ts";
import { partyName } from "../../../../shared/parties/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { document } from "../../documents/domain/document.ts";
import { receiptIdOf } from "../../documents/domain/document-id.ts";
import type { Application } from "../domain/application/application.ts";
import { dueOf } from "../domain/application/listed.ts";

/** Numbers of the receipts of cases, by the case. */
export type ReceiptNumbers = ReadonlyMap<string, string>;

/** The receipts of the cases on a page that have no other number yet, read at once. */
export async function receiptsOf(
  items: readonly Loaded<Application>[],
  { runtime: { store, keyed } }: Pick<Viewing, "runtime">,
): Promise<ReceiptNumbers> {
  const waiting = items.filter(({ state }) => numberGiven(state) === undefined).map(({ id }) => id);
  const found = await store.loadAll(
    document,
    waiting.map((id) => receiptIdOf(keyed, id)),
  );
  return new Map(found.map(({ state }) => [state.application, state.number]));
}

/** The number that the case was given last. */
function numberGiven(state: Application): string | undefined {
  if ("number" in state && state.number !== undefined) return state.number.text.zh;
  return "receipt" in state ? state.receipt?.number.text.zh : undefined;
}

/** A case in a list, its applicant masked. */
export function viewApplicationRow(
  { id, version, state }: Loaded<Application>,
  { runtime, beside }: { readonly runtime: Runtime; readonly beside: ReceiptNumbers | undefined },
) {
  const { status, item, office, channel, applicant, residence, receivedOn, receivedAt } = state;
  const due = dueOf(state);
  return {
    id,
    version,
    status,
    item: { code: item.code, name: item.name },
    office,
    channel,
    applicant: partyName(applicant),
    crossTown: residence !== undefined,
    receivedOn,
    receivedAt,
    ...present({ number: numberGiven(state) ?? beside?.get(id), due }),
    ...(due === undefined ? {} : { light: lightOf(state, runtime) }),
  };
}

/** Of what the town must do next; the worse of its two limits. What waits for somebody else stands. */
export function lightOf(state: Application, runtime: Runtime): Light {
  if (state.status === "received") return viewLimit(state.acceptanceLimit, runtime).light;
  if (state.status !== "accepted") return "stopped";
  const { promised, statutory } = state.limits;
  const shown = [promised, ...(statutory === undefined ? [] : [statutory])].map((one) => viewLimit(one, runtime).light);
  return (["red", "yellow", "green"] as const).find((light) => shown.includes(light)) ?? "stopped";
}
