import { type DomainEvent, deciderOf } from "../../../../../shared/decider/index.ts";

/** The proceedings in which a person was ever appointed to act for the party. Its id is keyed by him. */
export interface Mandate {
  readonly proceedings: readonly string[];
}
export interface MandateCommand {
  readonly type: "note";
  readonly proceeding: string;
}
export type MandateEvent = DomainEvent & {
  readonly type: "enforcement.mandate.noted";
  readonly data: { readonly proceeding: string };
};
interface MandateWords {
  readonly state: Mandate;
  readonly command: MandateCommand;
  readonly event: MandateEvent;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: never;
}

/** CF-64(5): where an agent finds his cases. Whether he acts today says the proceeding alone. */
export const mandate = deciderOf<MandateWords>({
  aggregate: "mandate",
  shape: 1,
  begin: {},
  always: {
    note: ({ proceedings }, { proceeding }) =>
      proceedings.includes(proceeding) ? [] : [{ type: "enforcement.mandate.noted", data: { proceeding } }],
  },
  empty: { proceedings: [] },
  begun: {},
  effects: {
    "enforcement.mandate.noted": ({ proceedings }, { data }) => ({ proceedings: [...proceedings, data.proceeding] }),
  },
});
