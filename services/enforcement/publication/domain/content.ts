import { present } from "../../../../shared/decider/index.ts";
import { maskAddress, maskedText, maskName } from "../../../../shared/identity-codes/index.ts";
import { type PartyKind, partyName } from "../../../../shared/parties/index.ts";
import type { PenaltyKind } from "../../../../shared/town/listed-penalties.ts";
import type { KnownParty } from "../../cases/domain/proceeding/known-case.ts";
import { owed } from "../../cases/domain/proceeding/weighing.ts";
import { decisionOf, type NumberedCase, partyIn, type WithDecision } from "./decided.ts";

/** What the public reads of a decision: the party masked by his kind, nothing that finds him. */
export interface Content {
  readonly party: { readonly kind: KnownParty["kind"]; readonly name: string; readonly creditCode?: string };
  /** Of a body or a business: its division and village, no street and no house. */
  readonly place?: string;
  readonly codes: readonly string[];
  readonly legalBasis: readonly string[];
  readonly kinds: readonly PenaltyKind[];
  readonly fineFen: number;
  readonly gainsFen: number;
  /** The facts in short, as the head words them for the public. */
  readonly summary: string;
}

/** CF-48, P-17: a body by its name and credit code; a business by its name, its operator masked in it; a person masked. */
export function contentOf(decided: WithDecision, of: NumberedCase, summary: string): Content {
  const { codes, bases, kinds } = decisionOf(decided);
  const { kind, address, idNumber, ...party } = partyIn(of, decided);
  return {
    party: {
      kind,
      name: shownName({ kind, ...party }),
      ...present({ creditCode: kind === "organisation" ? idNumber : undefined }),
    },
    ...present({ place: kind === "citizen" ? undefined : maskAddress(address) }),
    ...{ codes, legalBasis: bases, kinds, ...owed(decided), summary },
  };
}

function shownName({ kind, name, operator }: Pick<KnownParty, "kind" | "name" | "operator">): string {
  if (kind !== "sole-trader") return partyName({ kind: kind satisfies PartyKind, name });
  // The name of a business may be, or hold, the name of its operator; without an operator it is taken for a person's.
  if (operator === undefined) return maskName(name);
  return plain(name).includes(plain(operator)) ? plain(name).replaceAll(plain(operator), maskName(operator)) : name;
}

const plain = (text: string) => text.replace(/[\s·•.。]/gu, "");

/**
 * P-17, 未成年人保护法103: what a text for the public must not say: the name or address of a person of the case, a number that
 * finds one, a business secret that the party named. Answers what it says, or undefined.
 */
export function saysTooMuch(
  text: string,
  of: NumberedCase,
  secrets: readonly string[],
): "name" | "number" | "address" | "secret" | undefined {
  const said = plain(text);
  const people = of.parties.filter(({ kind }) => kind !== "organisation");
  const names = [
    ...people.flatMap(({ kind, name }) => (kind === "citizen" ? [name] : [])),
    ...of.parties.flatMap(({ operator }) => (operator === undefined ? [] : [operator])),
  ];
  const holds = (words: readonly string[]) => words.map(plain).some((one) => one !== "" && said.includes(one));
  if (holds(names)) return "name";
  if (maskedText(text) !== text) return "number";
  if (holds(people.map(({ address }) => address))) return "address";
  return holds(secrets) ? "secret" : undefined;
}
