import { type Context, type Decision, deciderOf } from "../../../../shared/decider/index.ts";
import { refuse } from "./refusals.ts";

/** That one resident joined one matter. */
export interface Joining {
  readonly event: string;
  readonly resident?: string;
  readonly at?: string;
}
interface JoinMatter {
  readonly type: "join";
  readonly event: string;
}
interface MatterJoined {
  readonly type: "grid-events.joining.made";
  readonly data: { readonly event: string };
  readonly personal: { readonly resident: string };
}
interface JoiningWords {
  readonly state: Joining;
  readonly command: JoinMatter;
  readonly event: MatterJoined;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: "grid-events.joined-already";
}

/** Once each, however often he asks. */
function join({ at }: Joining, { event }: JoinMatter, { actor }: Context): Decision<MatterJoined> {
  if (at !== undefined) return refuse("grid-events.joined-already", {});
  return [{ type: "grid-events.joining.made", data: { event }, personal: { resident: actor.sub } }];
}

/** Who joined a matter: kept apart from it, so that a crowd does not make it grow, and nobody who works on it reads them. */
export const joining = deciderOf<JoiningWords>({
  aggregate: "joining",
  shape: 1,
  ended: () => true,
  retainedAs: "voice",
  unnamed: ["grid-events.joining.made"],
  begin: {},
  always: { join },
  empty: { event: "" },
  begun: {},
  effects: {
    "grid-events.joining.made": (_state, { data: { event }, personal: { resident }, time }) => ({
      event,
      resident,
      at: time,
    }),
  },
  listed: ({ resident, at = "" }, id) =>
    resident === undefined ? {} : { byOwner: { partition: `joining:${resident}`, sort: `${at}#${id}` } },
});
