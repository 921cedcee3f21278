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

/** CF-30a, P-4: who gave evidence: witnesses and who was with them. */
export const witnesses = ({ pieces }: Pick<Dossier, "pieces">): Secret[] =>
  pieces.flatMap(({ state: { provider, interview, signing, recording } }) =>
    [
      ...[provider, interview?.person, interview?.companion?.name, recording?.maker],
      signing !== undefined && signing.how !== "signed" ? signing.witness : undefined,
    ]
      .filter((name) => name !== undefined)
      .map((name): Secret => [name, maskName(name)]),
  );

/** P-17: who came along to an inspection, who signed for the enterprise, and who witnessed it. */
export function peopleOfVisit({ companions, record }: SiteInspection): Secret[] {
  const signing = record?.signing;
  const signed = signing === undefined ? undefined : signing.how === "signed" ? signing.name : signing.witness;
  return [...companions.map(({ name }) => name), signed]
    .filter((name) => name !== undefined)
    .map((name): Secret => [name, maskName(name)]);
}

const standing: ReadonlySet<string> = new Set(["witness", "witnesses", "signedBy", "signers", "present"]);

function namesIn(value: unknown, said: boolean): string[] {
  if (typeof value === "string") return said ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, said));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => namesIn(one, standing.has(key) || (said && key === "name")));
}

/** P-17: who signed, witnessed or was present, by the personal part of the events. Parties are masked by what they are. */
export function peopleNamed(events: readonly object[], parties: readonly Pick<CaseParty, "name">[]): Secret[] {
  const names = new Set(events.flatMap((one) => ("personal" in one ? namesIn(one.personal, false) : [])));
  return [...names].filter((name) => !parties.some((one) => one.name === name)).map((name) => [name, maskName(name)]);
}

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
