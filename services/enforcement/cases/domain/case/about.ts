import { present } from "../../../../../shared/decider/index.ts";
import type { CaseAct, CaseParty, EvidenceEntry, FiledCase, ProposedCase } from "./case.ts";
import type { AboutCase, ActData, ActPersonal, PartyData, PartyPersonal } from "./messages.ts";

/** The codes of a case's acts, each once. */
export const itemsOf = ({ acts }: Pick<ProposedCase, "acts">): string[] => [...new Set(acts.map(({ code }) => code))];

/** The domains of a case's acts, each once. */
export const domainsOf = (acts: readonly { readonly domain: string }[]): string[] => [
  ...new Set(acts.map(({ domain }) => domain)),
];

/** What a published event says of a case. */
export const aboutCase = ({ number, acts, source }: Pick<FiledCase, "number" | "acts" | "source">): AboutCase => ({
  number,
  items: itemsOf({ acts }),
  source,
});

/** An act without what names a place or a person. */
export const actData = ({ place: _place, address: _address, facts: _facts, ...data }: CaseAct): ActData => data;
export const actPersonal = ({ place, address, facts }: CaseAct): ActPersonal => ({ place, address, facts });

export const partyData = ({ id, kind, role, of, succeeds }: CaseParty): PartyData => ({
  id,
  kind,
  role,
  ...present({ of, succeeds }),
});
export function partyPersonal(one: CaseParty): PartyPersonal {
  const { id: _id, kind: _kind, role: _role, of: _of, succeeds: _succeeds, ...personal } = one;
  return personal;
}

/** Several acts and parties, each in its public and its personal part. */
export const actsSaid = (acts: readonly CaseAct[]) => ({ acts: acts.map(actData) });
export const actsPersonal = (acts: readonly CaseAct[]) => ({
  said: Object.fromEntries(acts.map((one) => [one.id, actPersonal(one)])),
});
export const partiesSaid = (parties: readonly CaseParty[]) => ({ parties: parties.map(partyData) });
export const partiesPersonal = (parties: readonly CaseParty[]) => ({
  people: Object.fromEntries(parties.map((one) => [one.id, partyPersonal(one)])),
});

/** The register of evidence without the names of those who took it. */
export const evidenceSaid = (evidence: readonly EvidenceEntry[]) => evidence.map(({ by: _by, ...entry }) => entry);
export const collectorsOf = (evidence: readonly EvidenceEntry[]) =>
  Object.fromEntries(evidence.map(({ id, by }) => [id, by]));

/** The parts of acts and parties put together again. */
export const joinedActs = (acts: readonly ActData[], said: Readonly<Record<string, ActPersonal>>): CaseAct[] =>
  acts.map((one) => ({ ...one, ...(said[one.id] ?? nothingSaid) }));
export const joinedParties = (
  parties: readonly PartyData[],
  people: Readonly<Record<string, PartyPersonal>>,
): CaseParty[] => parties.map((one) => ({ ...one, ...(people[one.id] ?? nobody) }));
export const joinedEvidence = (
  evidence: readonly Omit<EvidenceEntry, "by">[],
  collectors: Readonly<Record<string, readonly string[]>>,
): EvidenceEntry[] => evidence.map((one) => ({ ...one, by: collectors[one.id] ?? [] }));

const nothingSaid: ActPersonal = { place: { lng: 0, lat: 0 }, address: "", facts: "" };
const nobody: PartyPersonal = { key: "", name: "", idNumber: "", phone: "", address: "" };
