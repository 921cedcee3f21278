import { type Context, type Decision, deciderOf } from "../../../../shared/decider/index.ts";
import type { UpdateStatus } from "./request-update.ts";

/** What another application tells about a request. Its status is a wish. */
export interface ClientUpdate {
  readonly request: string;
  readonly status: UpdateStatus;
  /** When it was said, by the clock of the sender. */
  readonly saidAt: string;
  readonly receivedAt: string;
  /** The round of the matter then: a reopening is asked for once. */
  readonly round: number;
  readonly text: string;
}
export interface TakeUpdate {
  readonly type: "take";
  readonly update: Omit<ClientUpdate, "receivedAt">;
}
interface UpdateTaken {
  readonly type: "grid-events.client-update.taken";
  readonly data: Omit<ClientUpdate, "receivedAt" | "text">;
  readonly personal: { readonly text: string };
}
interface ClientUpdateWords {
  readonly state: ClientUpdate;
  readonly command: TakeUpdate;
  readonly event: UpdateTaken;
  readonly moves: Record<never, never>;
  readonly begins: "take";
  readonly begun: "grid-events.client-update.taken";
  readonly refusal: never;
}

function take({ update: { text, ...data } }: TakeUpdate, _context: Context): Decision<UpdateTaken> {
  return [{ type: "grid-events.client-update.taken", data, personal: { text } }];
}

/** Where the words about one request stand. */
export const clientUpdatesOf = (request: string): string => `client-update:${request}`;

/** G14: a word from another application, kept for the dispatcher. The first one under an id stays. */
export const clientUpdate = deciderOf<ClientUpdateWords>({
  aggregate: "client-update",
  shape: 1,
  ended: () => true,
  retainedAs: "voice",
  unnamed: ["grid-events.client-update.taken"],
  begin: { take },
  always: { take: () => [] },
  begun: {
    "grid-events.client-update.taken": ({ data, personal, time }) => ({ ...data, ...personal, receivedAt: time }),
  },
  effects: {},
  listed: ({ request, receivedAt }, id) => ({
    byCode: { partition: clientUpdatesOf(request), sort: `${receivedAt}#${id}` },
  }),
});
