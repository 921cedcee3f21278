import { type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";

/** Which application a certificate came from. */
export interface PermitLink {
  readonly application: string;
}
interface LinkPermit extends PermitLink {
  readonly type: "link";
}
type PermitLinked = DomainEvent & { readonly type: "grid-events.permit-link.made"; readonly data: PermitLink };

interface PermitLinkWords {
  readonly state: PermitLink;
  readonly command: LinkPermit;
  readonly event: PermitLinked;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

/** By the id of the certificate: later events name it, and not its application. */
export const permitLink = deciderOf<PermitLinkWords>({
  aggregate: "permit-link",
  shape: 1,
  begin: {},
  always: {
    link: (state, { application }) =>
      state.application === application ? [] : [{ type: "grid-events.permit-link.made", data: { application } }],
  },
  empty: { application: "" },
  begun: {},
  effects: { "grid-events.permit-link.made": (_state, { data }) => data },
});
