import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { gridEvent } from "../domain/decider.ts";
import { eventStatuses, type GridEvent } from "../domain/event.ts";

const instant = z.iso.datetime();
const told = z.object({
  at: instant,
  status: z.enum(eventStatuses),
  text: z.object({ zh: z.string(), en: z.string() }),
});

/** What the reporter was told, in order: in the words of that day. */
export const toldView = z.array(told);
export const viewTold = ({ told: all }: Pick<GridEvent, "told">) =>
  all.map(({ at, status, text }) => ({ at, status, text: { ...text } }));

/** A matter as its receipt shows it: state and answers, and nothing that was said or who works on it. */
export const receiptView = z.object({
  version: z.int(),
  status: z.enum(eventStatuses),
  number: z.string(),
  round: z.int(),
  category: z.string(),
  reportedAt: instant,
  closedAt: instant.optional(),
  due: instant.optional(),
  told: toldView,
  rejected: z.object({ ground: z.string(), reasons: z.string() }).optional(),
  outcome: z.string().optional(),
  satisfied: z.boolean().optional(),
  /** People who reported the same besides. */
  joined: z.int(),
  /** Number of the matter with which it is dealt with: state and answers are its own. */
  dealtWithAs: z.string().optional(),
});

/** A matter, and the one with which it is dealt with. */
export interface Followed extends Loaded<GridEvent> {
  readonly main?: GridEvent;
}
/** A merged matter merged again: no town follows more. */
const longest = 10;

/** A matter with the one that is dealt with in its place: what comes of that one is told to both reporters. */
export async function followedBy(loaded: Loaded<GridEvent>, { store }: Pick<Runtime, "store">): Promise<Followed> {
  let main: GridEvent | undefined;
  for (let { into } = loaded.state, at = 0; into !== undefined && at < longest; at += 1) {
    main = (await store.load(gridEvent, into))?.state;
    into = main?.into;
  }
  return main === undefined ? loaded : { ...loaded, main };
}

/** What a reporter is told: his own matter's number, and what comes of the one that is dealt with in its place. */
export function viewReceipt({ version, state, main }: Followed) {
  if (main === undefined) return viewProgress(version, state);
  const own = state.told;
  const told = [...own, ...main.told.filter(({ at }) => at > (own.at(-1)?.at ?? ""))];
  return {
    ...viewProgress(version, { ...main, told }),
    ...{ number: state.number.text.zh, category: state.category, reportedAt: state.reportedAt },
    dealtWithAs: main.number.text.zh,
  };
}

function viewProgress(version: number, state: GridEvent) {
  const { status, number, round, category, reportedAt, closedAt, term, rejected, solved, rating } = state;
  const isOver = status === "closed" || status === "rated";
  return {
    ...{ version, status, round, category, reportedAt },
    ...{ number: number.text.zh, told: viewTold(state), joined: state.joined },
    ...present({ closedAt, due: term?.due ?? undefined, rejected, satisfied: rating?.satisfied }),
    // What a unit hands in is told once it is verified.
    ...(isOver && solved !== undefined ? { outcome: solved.outcome } : {}),
  };
}
