import { type Decision, type DomainEvent, deciderOf } from "../../../../shared/decider/index.ts";

/** What was decided of the certificates of a recalled power; the permits service's own copy, by the item's code. */
export interface CertificateSettlement {
  readonly recalledFrom: string;
  readonly outcome: "finish" | "transfer";
  readonly document: string;
  /** The organ that looks after them. */
  readonly to?: string;
}
interface LearnIt extends CertificateSettlement {
  readonly type: "learn";
}
type Learned = DomainEvent & {
  readonly type: "permits.certificate-settlement.learned";
  readonly data: CertificateSettlement;
};

interface SettlementWords {
  readonly state: CertificateSettlement;
  readonly command: LearnIt;
  readonly event: Learned;
  readonly moves: Record<never, never>;
  readonly begins: "learn";
  readonly begun: "permits.certificate-settlement.learned";
  readonly refusal: never;
}

/** One for each item of whose certificates something was decided. */
export const certificateSettlement = deciderOf<SettlementWords>({
  aggregate: "certificate-settlement",
  shape: 1,
  begin: { learn: (command) => learn(undefined, command) },
  always: { learn },
  begun: { "permits.certificate-settlement.learned": ({ data }) => data },
  effects: {},
});

function learn(state: CertificateSettlement | undefined, { type: _type, ...data }: LearnIt): Decision<Learned> {
  if (state !== undefined && JSON.stringify(state) === JSON.stringify(data)) return [];
  return [{ type: "permits.certificate-settlement.learned", data }];
}
