import type { WithOfficers } from "../../../common/domain/case-rules.ts";

export const memberKinds = ["officer", "auxiliary"] as const;
export type MemberKind = (typeof memberKinds)[number];

/** A member of a squad, by his login. CF-42: an auxiliary (辅助人员) helps and never counts as one of the two officers. */
export interface Member {
  readonly sub: string;
  readonly kind: MemberKind;
  readonly since: string;
}

interface AnySquad {
  readonly name: { readonly zh: string; readonly en: string };
  readonly leader: string;
  /** Penalty domains of the profile. */
  readonly domains: readonly string[];
  readonly members: readonly Member[];
  readonly formedOn: string;
}
export interface ActiveSquad extends AnySquad {
  readonly status: "active";
}
export interface Disbanded extends AnySquad {
  readonly status: "disbanded";
  readonly disbandedOn: string;
  readonly reasons: string;
}
/** A squad (中队) of the one team (E1). */
export type Squad = ActiveSquad | Disbanded;

/** The other squads that stand: a person is in one of them at the most, so that one roster says where he is. */
export interface WithOthers {
  readonly others: readonly Squad[];
}

export interface FormSquad extends WithOfficers, WithOthers {
  readonly type: "form";
  readonly name: AnySquad["name"];
  readonly leader: string;
  readonly domains: readonly string[];
}
export type SquadCommand =
  | FormSquad
  | ({ readonly type: "add-member"; readonly sub: string; readonly kind: MemberKind } & WithOfficers & WithOthers)
  | { readonly type: "remove-member"; readonly sub: string }
  | ({ readonly type: "change-leader"; readonly leader: string } & WithOfficers & WithOthers)
  | { readonly type: "change-domains"; readonly domains: readonly string[] }
  | { readonly type: "disband"; readonly reasons: string };

export type SquadEvent =
  | {
      readonly type: "enforcement.squad.formed";
      readonly data: Pick<AnySquad, "name" | "leader" | "domains"> & { readonly on: string };
    }
  | { readonly type: "enforcement.squad.joined"; readonly data: Member }
  | { readonly type: "enforcement.squad.left"; readonly data: { readonly sub: string; readonly on: string } }
  | {
      readonly type: "enforcement.squad.leader-changed";
      readonly data: { readonly leader: string; readonly on: string };
    }
  | {
      readonly type: "enforcement.squad.domains-changed";
      readonly data: { readonly domains: readonly string[]; readonly on: string };
    }
  | { readonly type: "enforcement.squad.disbanded"; readonly data: { readonly on: string; readonly reasons: string } };

/** States of a squad and what moves them. */
export const squadMoves = {
  active: {
    "add-member": "active",
    "remove-member": "active",
    "change-leader": "active",
    "change-domains": "active",
    disband: "disbanded",
  },
  disbanded: {},
} as const;
