import { type Actor, type Context, type Decision, deciderOf, type OfType } from "../../../../shared/decider/index.ts";
import { notYou, type PaperRefusal, refuse } from "./refusals.ts";

/** CF-61: electronic service only with the party's signed consent (确认书), to the system and account that he named. */
export interface Consent {
  readonly system: string;
  readonly account: string;
  /** Digest of the signed paper. */
  readonly signed: string;
  readonly from: string;
  readonly withdrawnOn?: string;
}

/** 送达地址确认书: where a party takes papers, as he himself signed it. */
export interface Confirmation {
  readonly address: string;
  readonly confirmedOn: string;
  /** Digest of the signed paper. */
  readonly signed: string;
  readonly electronic?: Consent;
}
export type ConfirmationCommand =
  | {
      readonly type: "confirm";
      readonly address: string;
      readonly signed: string;
      readonly electronic?: Pick<Consent, "system" | "account">;
      /** What the party is known by: he confirms himself, or an officer keeps what he signed. */
      readonly partyKey: string | undefined;
      readonly handlers: readonly string[];
    }
  | { readonly type: "withdraw-consent"; readonly partyKey: string | undefined };
type Of<T extends string, D extends object, P extends object> = {
  readonly type: `enforcement.address-confirmation.${T}`;
  readonly data: D;
  readonly personal: P;
};
export type ConfirmationEvent =
  | Of<
      "confirmed",
      { readonly on: string; readonly electronic: boolean },
      Pick<Confirmation, "address" | "signed"> & { readonly consent?: Pick<Consent, "system" | "account"> }
    >
  | Of<"consent-withdrawn", { readonly on: string }, object>;

interface Words {
  readonly state: Confirmation;
  readonly command: ConfirmationCommand;
  readonly event: ConfirmationEvent;
  readonly moves: Record<never, never>;
  readonly begins: "confirm";
  readonly begun: "enforcement.address-confirmation.confirmed";
  readonly refusal: PaperRefusal;
}
const article = { article: "行政处罚法61(2)", rule: "CF-61" };

/** The address at which a party takes papers in his proceeding; confirmed anew, it replaces what he said before. */
export const addressConfirmation = deciderOf<Words>({
  aggregate: "address-confirmation",
  shape: 1,
  ended: () => true,
  begin: { confirm: (command, context) => confirm(command, context) },
  always: {
    confirm: (_state, command, context) => confirm(command, context),
    "withdraw-consent": ({ electronic }, { partyKey }, { actor, today }) => {
      if (!isHe(partyKey, actor)) return notYou("enforcement.not-the-party", article);
      if (electronic === undefined || electronic.withdrawnOn !== undefined)
        return refuse("enforcement.no-consent", article);
      return [
        { type: "enforcement.address-confirmation.consent-withdrawn", data: { on: today.toString() }, personal: {} },
      ];
    },
  },
  begun: {
    "enforcement.address-confirmation.confirmed": ({ data: { on }, personal: { address, signed, consent } }) => ({
      ...{ address, signed, confirmedOn: on },
      ...(consent === undefined ? {} : { electronic: { ...consent, signed, from: on } }),
    }),
  },
  effects: {
    "enforcement.address-confirmation.consent-withdrawn": (state, { data: { on } }) =>
      state.electronic === undefined ? state : { ...state, electronic: { ...state.electronic, withdrawnOn: on } },
  },
});

const isHe = (partyKey: string | undefined, { party }: Pick<Actor, "party">) =>
  partyKey !== undefined && party === partyKey;

/** The party signs himself; an officer of the case only keeps the signed paper. */
function confirm(
  { address, signed, electronic, partyKey, handlers }: OfType<ConfirmationCommand, "confirm">,
  { actor, today }: Context,
): Decision<ConfirmationEvent> {
  if (!isHe(partyKey, actor) && !handlers.includes(actor.sub)) return notYou("enforcement.not-the-party", article);
  return [
    {
      type: "enforcement.address-confirmation.confirmed",
      data: { on: today.toString(), electronic: electronic !== undefined },
      personal: { address, signed, ...(electronic === undefined ? {} : { consent: electronic }) },
    },
  ];
}

/** Whether he consented to electronic service on that day. The day of withdrawal no longer counts. */
export const consentedOn = (confirmation: Confirmation | undefined, on: string): boolean => {
  const consent = confirmation?.electronic;
  return consent !== undefined && consent.from <= on && (consent.withdrawnOn === undefined || on < consent.withdrawnOn);
};
