import { endOfDay } from "../../../../shared/calendar/index.ts";
import { deciderOf } from "../../../../shared/decider/index.ts";
import { letOff, propose, revoke } from "./ending.ts";
import { rectificationEffects } from "./evolve.ts";
import { askExtension, decideExtension, passTime, reportDone } from "./extending.ts";
import { rectificationMoves } from "./moves.ts";
import { countersign, draft, drop, noteService } from "./ordering.ts";
import { recheck, signRecheck } from "./rechecking.ts";
import type { Rectification } from "./rectification.ts";
import { keptOut } from "./who.ts";
import type { RectificationWords } from "./words.ts";

const ended: ReadonlySet<Rectification["status"]> = new Set(["let-off", "proposed", "revoked", "dropped"]);
/** What the office still has to look at, by its last day. */
const dueOf = ({ limit, draftedOn }: Rectification) => limit?.due ?? draftedOn;

/** An order to correct (E3, CF-28), from its draft to what came of it. */
export const rectification = deciderOf<RectificationWords>({
  aggregate: "rectification",
  shape: 1,
  codes: { role: ["principal", "responsible"] },
  ended: ({ status, of }) => ended.has(status) || (of !== undefined && (status === "corrected" || status === "unmet")),
  moves: rectificationMoves,
  impossible: "enforcement.order-not-in-this-state",
  // A delivery notes itself, in one commit with what is put down of it.
  byItself: ["pass-time", "note-service"],
  begin: { draft },
  guard: keptOut,
  steps: {
    countersign,
    drop,
    "note-service": noteService,
    "ask-extension": askExtension,
    "decide-extension": decideExtension,
    "report-done": reportDone,
    recheck,
    "sign-recheck": signRecheck,
    "let-off": letOff,
    propose,
    revoke,
    "pass-time": (state, _command, context) => passTime(state, context),
  },
  ...rectificationEffects,
  listed: (state, id) => ({
    byStatus: { partition: `rectification:${state.status}`, sort: `${dueOf(state)}#${id}` },
    byOwner: { partition: `rectification:${state.party.key}`, sort: `${state.draftedOn}#${id}` },
    ...(state.of === undefined ? {} : { byCase: { partition: `rectification:${state.of.case}`, sort: id } }),
  }),
  nextDeadline: ({ status, limit, late }) =>
    status !== "binding" || late || limit?.due == null ? undefined : endOfDay(limit.due),
  onDeadline: () => ({ type: "pass-time" }),
});
