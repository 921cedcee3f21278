import {
  erasedMark,
  maskAddress,
  maskIdentityNumber,
  maskName,
  maskPhone,
} from "../../../../shared/identity-codes/index.ts";
import type { DocumentContent } from "../../../../shared/papers/index.ts";
import { mapTexts } from "../../../../shared/papers/legible.ts";
import type { CaseParty } from "../../cases/domain/case/case.ts";
import type { SiteInspection } from "../../inspections/domain/visit/visit.ts";
import type { Dossier } from "./dossier.ts";
import { clause } from "./words.ts";

/** A text that stands for a person, and what stands in its place. */
export type Secret = readonly [text: string, shown: string];

/** Shorter ones would hide parts of other words. */
const shortest = 2;

/** P-17: of a body name, number and seat are public; of its people the telephone is not. */
function secretsOf({ kind, name, operator, idNumber, phone, address }: CaseParty): Secret[] {
  const operated: Secret[] = operator === undefined ? [] : [[operator, maskName(operator)]];
  if (kind === "organisation") return [...operated, [phone, maskPhone(phone)]];
  return [
    ...operated,
    [name, kind === "sole-trader" ? name : maskName(name)],
    [idNumber, maskIdentityNumber(idNumber)],
    [phone, maskPhone(phone)],
    [address, maskAddress(address)],
  ];
}

/** CF-29a: what one party's paper shows of another: not even the name of a body. */
const othersOf = (party: CaseParty): Secret[] => [
  ...secretsOf(party).filter(([text]) => text !== party.name),
  [party.name, party.kind === "citizen" ? maskName(party.name) : "另一当事人"],
  ...(party.kind === "organisation"
    ? [
        [party.idNumber, maskIdentityNumber(party.idNumber)] satisfies Secret,
        [party.address, maskAddress(party.address)] satisfies Secret,
      ]
    : []),
];

/** CF-30a, P-4: who gave evidence: witnesses, who was with them, and who keeps an original. */
export const witnesses = ({ pieces }: Pick<Dossier, "pieces">): Secret[] =>
  pieces.flatMap(({ state: { provider, interview, signing, recording, original } }) =>
    [
      ...[provider, interview?.person, interview?.companion?.name, recording?.maker],
      original?.what === "copy" ? original.keeper : undefined,
      signing !== undefined && signing.how !== "signed" ? signing.witness : undefined,
    ]
      .filter((name) => name !== undefined)
      .map((name): Secret => [name, maskName(name)]),
  );

/** P-17, QZ-26: who keeps goods by contract, by his kind; who is not said to be a body is masked as a person. */
export const keepersOf = ({ goods = [] }: Pick<Dossier, "goods">): Secret[] =>
  goods.flatMap(({ state: { keeper, moving } }) =>
    [keeper, moving?.keeper].flatMap((one): Secret[] =>
      one?.kind === "third-party" && one.partyKind !== "organisation" ? [[one.name, maskName(one.name)]] : [],
    ),
  );

/** P-17: who came along to an inspection, who signed for the enterprise, and who witnessed it. */
export function peopleOfVisit({ companions, record }: SiteInspection): Secret[] {
  const signing = record?.signing;
  const signed = signing === undefined ? undefined : signing.how === "signed" ? signing.name : signing.witness;
  return [...companions.map(({ name }) => name), signed]
    .filter((name) => name !== undefined)
    .map((name): Secret => [name, maskName(name)]);
}

/** Under which fields a name of a person stands: who signed, saw it, or speaks for a party. */
const standing: ReadonlySet<string> = new Set([
  ...["witness", "witnesses", "signedBy", "signers", "present"],
  ...["agents", "companion", "companions"],
]);

function namesIn(value: unknown, said: boolean): string[] {
  if (typeof value === "string") return said ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, said));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => namesIn(one, standing.has(key) || (said && key === "name")));
}

/**
 * P-17: who signed, witnessed, was present or speaks for a party, by the personal part of the events. Parties are masked
 * by what they are. CF-30a: what a guardian is told may name him or the child, so it is hidden whole.
 */
export function peopleNamed(events: readonly object[], parties: readonly Pick<CaseParty, "name">[]): Secret[] {
  const personal = events.flatMap((one) => ("personal" in one ? [one.personal] : []));
  const names = new Set(personal.flatMap((one) => namesIn(one, false)));
  return [
    ...[...names]
      .filter((name) => !parties.some((one) => one.name === name))
      .map((name): Secret => [name, maskName(name)]),
    ...personal.flatMap((one) => toGuardian(one)).map((text): Secret => [text, "（略）"]),
  ];
}

/** The words of an order to a guardian, as the paper has them: without the stop at their end. */
const toGuardian = (personal: unknown): string[] =>
  typeof personal === "object" && personal !== null && "guardian" in personal && typeof personal.guardian === "string"
    ? [clause(personal.guardian)]
    : [];

/** The same paper with each secret hidden wherever it stands, the longest first. */
function hidden(content: DocumentContent, secrets: readonly Secret[]): DocumentContent {
  const found = secrets
    .filter(([text]) => text.trim().length >= shortest && text !== erasedMark)
    .toSorted(([one], [other]) => other.length - one.length);
  return mapTexts(content, (text) => found.reduce((shown, [secret, mask]) => shown.replaceAll(secret, mask), text));
}

/**
 * CF-29a: a paper that goes to a party names no other party of the case. The unit for which a responsible person answers
 * (CF-29b) is named to him.
 */
export function withoutOthers(content: DocumentContent, { case: of, party, confirmation }: Dossier): DocumentContent {
  if (of === undefined || party === undefined) return content;
  // Where an act was done he is told, though another lives there; and he reads what he himself said.
  const places = [...of.acts.map(({ address }) => address), confirmation?.address];
  const own = new Set([party.name, party.operator, party.address, party.phone, party.idNumber, ...places]);
  const others = of.parties.filter(({ id, succeeds }) => id !== party.id && id !== party.of && succeeds !== party.id);
  return hidden(
    content,
    others.flatMap(othersOf).filter(([text]) => !own.has(text)),
  );
}

/** P-17: the copy for who is neither the party nor works on the case: each person is masked. */
export const maskedCopy = (content: DocumentContent, parties: readonly CaseParty[], more: readonly Secret[] = []) =>
  hidden(content, [...parties.flatMap(secretsOf), ...more]);
