import type { Events } from "../../../../../../shared/decider/index.ts";
import type { CaseWords } from "../words.ts";
import { ended, filed, goingOn, type Of, own } from "./kit.ts";

/** Effects of endings. */
export const endingEffects = {
  "enforcement.case.withdrawn": filed((state, { data: { ground, on } }: Of<"withdrawn">) =>
    ended(state, { how: "withdrawn", ground }, on, own(state, "withdrawal-approval", on)),
  ),
  "enforcement.case.stopped": filed((state, { data: { ground, on } }: Of<"stopped">) =>
    ended(state, { how: "stopped", ground }, on, own(state, "stop-decision", on)),
  ),
  "enforcement.case.closed": filed((state, { data: { on, paper } }: Of<"closed">) => ({
    ...state,
    status: "closed",
    closedOn: on,
    papers: [...state.papers, paper],
  })),
  "enforcement.case.reopened": filed((state, { data: { on } }: Of<"reopened">) => ({
    ...goingOn(state),
    reopened: [...state.reopened, on],
    late: state.late.filter((one) => one !== "decision"),
  })),
} satisfies Partial<Events<CaseWords>["effects"]>;
