import { type Decision, deciderOf } from "../../../../../shared/decider/index.ts";
import type { TeamRefusal } from "../refusals.ts";
import { addMember, changeDomains, changeLeader, disband, form, removeMember } from "./arranging.ts";
import { type ActiveSquad, type Squad, type SquadCommand, type SquadEvent, squadMoves } from "./squad.ts";

const active = (state: Squad, change: Partial<ActiveSquad>): Squad =>
  state.status === "active" ? { ...state, ...change } : state;

/** A squad: formed with a leader and domains, joined and left by members, disbanded with reasons (E1). */
export const squad = deciderOf<{
  readonly state: Squad;
  readonly command: SquadCommand;
  readonly event: SquadEvent;
  readonly moves: typeof squadMoves;
  readonly begins: "form";
  readonly begun: "enforcement.squad.formed";
  readonly refusal: TeamRefusal;
}>({
  aggregate: "squad",
  shape: 1,
  moves: squadMoves,
  impossible: "enforcement.squad-not-in-this-state",
  begin: { form },
  steps: {
    "add-member": addMember,
    "remove-member": removeMember,
    "change-leader": changeLeader,
    "change-domains": changeDomains,
    disband,
  },
  /** The same squad formed again is a repetition. */
  always: { form: (): Decision<SquadEvent> => [] },
  begun: {
    "enforcement.squad.formed": ({ data: { name, leader, domains, on } }) => ({
      status: "active",
      ...{ name, leader, domains, formedOn: on },
      members: [{ sub: leader, kind: "officer", since: on }],
    }),
  },
  effects: {
    "enforcement.squad.joined": (state, { data }) =>
      active(state, { members: [...state.members.filter(({ sub }) => sub !== data.sub), data] }),
    "enforcement.squad.left": (state, { data }) =>
      active(state, { members: state.members.filter(({ sub }) => sub !== data.sub) }),
    "enforcement.squad.leader-changed": (state, { data: { leader } }) => active(state, { leader }),
    "enforcement.squad.domains-changed": (state, { data: { domains } }) => active(state, { domains }),
    "enforcement.squad.disbanded": (state, { data: { on, reasons } }) => ({
      ...state,
      status: "disbanded",
      disbandedOn: on,
      reasons,
    }),
  },
  listed: ({ status }, id) => ({ byStatus: { partition: squadPartition(status), sort: id } }),
});

/** The partition of `byStatus` in which squads of a status stand. */
export const squadPartition = (status: Squad["status"]): string => `squad:${status}`;
